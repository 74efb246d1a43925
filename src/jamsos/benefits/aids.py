"""Aids after a work accident: prosthesis and orthosis, dentures, hearing aid, glasses (Pasal 25 ayat (2) huruf b)."""

from jamsos.answers.answer import Line, Note
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.accident import WorkAccident
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import MILLION, quotient

_CAPPED = {
    "jkk.dentures": "jkk.denture_cap",
    "jkk.hearing_aid": "jkk.hearing_aid_cap",
    "jkk.glasses": "jkk.glasses_cap",
}


def aids_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The costs not known of the aids the law of the day pays, and the price a prosthesis is compared with."""
    missing = [f"accident.{_name(code)}" for code in _caps(accident, law) if _cost(code, accident) is None]
    if accident.prosthesis is None:
        missing.append("accident.prosthesis")
    elif accident.prosthesis and accident.prosthesis_price is None:
        missing.append("accident.prosthesis_price")
    return [MissingFact(fact) for fact in missing]


def aid_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """Each aid at its cost, up to its cap."""
    lines = [_prosthesis(accident.prosthesis, accident.prosthesis_price or 0, accident, law)]
    lines += [capped(code, _cost(code, accident) or 0, cap, law) for code, cap in _caps(accident, law).items()]
    return [line for line in lines if line is not None]


def aid_notes(accident: WorkAccident, law: Law) -> tuple[Note, ...]:
    """That the law before 2 December 2019 knew no hearing aid and no glasses, where one is asked for."""
    asked = any(cost is None or cost > 0 for cost in (accident.hearing_aid, accident.glasses))
    if not asked or law.find("jkk.hearing_aid_cap", accident.on) is not None:
        return ()
    return (Note(text=Text("note.no_hearing_aid"), grounds=law.cite("no_hearing_aid_or_glasses_before_2019")),)


def capped(code: str, cost: int, cap: Provision, law: Law) -> Line | None:
    """A cost refunded up to its cap; no line where there is no cost."""
    if not cost:
        return None
    text = Text("formula.up_to", {"cost": cost, "cap": cap.number})
    return Line(code=code, amount=rules.up_to(cost, cap.number), formula=text, grounds=law.cite(cap))


def _name(code: str) -> str:
    """The fact of a line: ``dentures`` of ``jkk.dentures``."""
    return code.removeprefix("jkk.")


def _cost(code: str, accident: WorkAccident) -> int | None:
    cost: int | None = getattr(accident, _name(code))
    return cost


def _caps(accident: WorkAccident, law: Law) -> dict[str, Provision]:
    """The caps in force on the day of the accident, by the line."""
    found = {code: law.find(rule, accident.on) for code, rule in _CAPPED.items()}
    return {code: cap for code, cap in found.items() if cap is not None}


def _prosthesis(cost: int | None, price: int, accident: WorkAccident, law: Law) -> Line | None:
    """The price of a government hospital's rehabilitation centre and a part on top, once per case (Lampiran III)."""
    if not cost:
        return None
    more = law.get("jkk.prosthesis_markup", accident.on)
    text = Text("formula.prosthesis", {"cost": cost, "price": price, "more": more.number})
    amount = quotient(rules.prosthesis_millionths(cost, price, more.number, MILLION), MILLION)
    return Line(code="jkk.prosthesis", amount=amount, formula=text, grounds=law.cite(more))
