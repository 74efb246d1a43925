"""Aids after a work accident (Pasal 25 ayat (2) huruf b).

Prosthesis and orthosis, dentures, hearing aid, glasses.
"""

from typing import NamedTuple

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Line, Notes, remark
from jamsos.answers.texts import Text
from jamsos.benefits.work_accident.refund import refund_line
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import MILLION, Rupiah, quotient
from jamsos.workers.work_accident import WorkAccident

_CAP_OF_AID = {
    "dentures": "jkk.denture_cap",
    "hearing_aid": "jkk.hearing_aid_cap",
    "glasses": "jkk.glasses_cap",
}


class _Aid(NamedTuple):
    """An aid with a cap of its own; its cost in rupiah, None: not known."""

    name: str
    cost: int | None
    cap: Provision


def aids_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The costs nobody stated of aids the law pays, and the price a prosthesis is limited by."""
    unknown = [aid for aid in _capped_aids(accident, law) if aid.cost is None]
    missing = [MissingFact(f"accident.{aid.name}") for aid in unknown]
    if accident.prosthesis is None:
        missing.append(MissingFact("accident.prosthesis"))
    elif accident.prosthesis and accident.prosthesis_price is None:
        missing.append(MissingFact("accident.prosthesis_price"))
    return missing


def aid_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """Each aid at its cost, up to its cap."""
    lines: list[Line] = []
    if accident.prosthesis:
        prosthesis = _prosthesis(accident.prosthesis, accident, law)
        lines.append(prosthesis)
    for aid in _capped_aids(accident, law):
        if aid.cost:
            code = f"jkk.{aid.name}"
            grounds = law.cite(aid.cap)
            line = refund_line(code, aid.cost, aid.cap.number, grounds)
            lines.append(line)
    return lines


def aid_notes(accident: WorkAccident, law: Law) -> Notes:
    """The note on a hearing aid or glasses the law before 2 December 2019 did not pay."""
    # A cost nobody stated (None) may be one, so it counts as claimed.
    claimed = accident.hearing_aid != 0 or accident.glasses != 0
    if not claimed or law.find("jkk.hearing_aid_cap", accident.on) is not None:
        return ()
    absence = law.cite("no_hearing_aid_or_glasses_before_2019")
    note = remark("note.no_hearing_aid", absence)
    return (note,)


def prosthesis_refund(cost: int, price: int, markup: int) -> Rupiah:
    """What is refunded of aid and prosthesis, in rupiah (Lampiran III).

    The cost, at most the price of a government hospital's rehabilitation centre and a part on top;
    the part is in parts per million.

    >>> prosthesis_refund(15_000_000, price=10_000_000, markup=400_000)
    14000000
    """
    most = quotient(price * (MILLION + markup), MILLION)
    return min(cost, most)


def _capped_aids(accident: WorkAccident, law: Law) -> list[_Aid]:
    """The aids with a cap in force on the day of the accident."""
    cost_by_name = {
        "dentures": accident.dentures,
        "hearing_aid": accident.hearing_aid,
        "glasses": accident.glasses,
    }
    aids: list[_Aid] = []
    for name, rule in _CAP_OF_AID.items():
        cap = law.find(rule, accident.on)
        # PP 44/2015 had no cap for a hearing aid or glasses, for it did not pay them.
        if cap is not None:
            cost = cost_by_name[name]
            aids.append(_Aid(name, cost, cap))
    return aids


def _prosthesis(cost: int, accident: WorkAccident, law: Law) -> Line:
    """The line of aid and prosthesis, paid once per case."""
    # Without a price the answer stays undecided before it comes to this line.
    price = accident.prosthesis_price or 0
    markup = law.get("jkk.prosthesis_markup", accident.on)
    args = {"cost": cost, "price": price, "more": markup.number}
    return Line(
        code="jkk.prosthesis",
        amount=prosthesis_refund(cost, price, markup.number),
        formula=Text("formula.prosthesis", args),
        grounds=law.cite(markup),
    )
