"""Medical care after a work accident (Pasal 25 ayat (2) huruf a): the list, home care, care paid by oneself."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Finding, Line, Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.accident import HomeCare, WorkAccident
from jamsos.benefits.aids import capped
from jamsos.coverage.rights import Right, Rights
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.days import ONE_DAY, add_months

_INPATIENT, _REHABILITATION, _HOME_CARE = "inpatient", "rehabilitation", "home_care"


def care_findings(due: Rights, accident: WorkAccident, law: Law) -> tuple[Finding, ...]:
    """The right to care and, where there is one, each item of the list in the order of the law.

    Care goes by medical need, without a cap, at facilities under contract (Pasal 25 ayat (2) huruf a, 30 ayat (1)).
    """
    contracted = law.get("jkk.care_contracted", accident.on)
    by_need = law.get("jkk.care_by_need", accident.on)
    right = str(due.jkk_care)
    grounds = (*due.jkk_grounds, *law.cite(by_need, contracted))
    if due.jkk_care is Right.NONE:
        return (Finding(code="jkk_care", value=right, unit="code", grounds=grounds),)
    whole = Finding(code="jkk_care", value=right, unit="code", grounds=grounds, note=Text("note.care_by_need"))
    items = law.get("jkk.care_items", accident.on)
    found = [whole]
    for item in items.words:
        note, more = _limits(item, accident, law)
        grounds = (*due.jkk_grounds, *law.cite(items), *more)
        found.append(Finding(code=f"care_{item}", value=right, unit="code", grounds=grounds, note=note))
    return tuple(found)


def _limits(item: str, accident: WorkAccident, law: Law) -> tuple[Text | None, tuple[Ground, ...]]:
    """What narrows an item: class I (Pasal 31), no cap on rehabilitation (D43), the two limits of home care."""
    if item == _INPATIENT:
        return Text("note.class_one"), law.cite(law.get("jkk.care_class_one", accident.on))
    if item == _REHABILITATION:
        return Text("note.rehabilitation_no_cap"), law.cite("D43")
    if item != _HOME_CARE:
        return None, ()
    cap, months = law.get("jkk.homecare_cap", accident.on), law.get("jkk.homecare_max_months", accident.on)
    return Text("note.home_care", {"cap": cap.number, "months": months.number}), law.cite(cap, months)


class _Counted(NamedTuple):
    """The stretches of home care that count, and whether others do not."""

    stretches: tuple[HomeCare, ...] = ()
    without_facility: bool = False
    too_late: bool = False


def _counted(accident: WorkAccident, law: Law) -> _Counted:
    """The stretches with a health facility in the first year of the care (Lampiran III A.1.m)."""
    most = law.find("jkk.homecare_max_months", accident.on)
    stated = accident.home_care or ()
    kept = tuple(stretch for stretch in stated if stretch.with_facility is not False)
    if most is None or not kept:
        return _Counted(without_facility=bool(stated) and most is not None)
    end = add_months(kept[0].first, most.number)
    counted = tuple(stretch for stretch in kept if stretch.first < end)
    _check_split(counted, end)
    return _Counted(counted, len(kept) < len(stated), len(counted) < len(kept))


def _check_split(stretches: tuple[HomeCare, ...], end: date) -> None:
    """A stretch that goes on after the year has a cost of both sides, which only the caller can part."""
    for stretch in stretches:
        if stretch.last >= end:
            last = (end - ONE_DAY).isoformat()
            step = f"state the stretch up to {last} and the one from {end} each with its cost"
            raise InputError("HomeCare.last", stretch.last.isoformat(), f"up to {last}, or from {end} on", step)


def care_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts not known without which the amounts of care cannot be told."""
    missing: list[str] = []
    if accident.home_care is None and law.find("jkk.homecare_cap", accident.on) is not None:
        missing.append("accident.home_care")
    for stretch in _counted(accident, law).stretches:
        missing += ["home_care.cost"] if stretch.cost is None else []
        missing += ["home_care.with_facility"] if stretch.with_facility is None and stretch.cost != 0 else []
    if accident.care_paid is None:
        missing.append("accident.care_paid")
    elif accident.care_paid and accident.care_standard is None:
        missing.append("accident.care_standard")
    return [MissingFact(fact) for fact in dict.fromkeys(missing)]


def care_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """Home care up to its cap, and care paid by oneself up to the highest local standard (Pasal 33)."""
    stretches = _counted(accident, law).stretches
    cost = sum(stretch.cost or 0 for stretch in stretches)
    cap = law.find("jkk.homecare_cap", accident.on)
    home = capped("jkk.home_care", cost, cap, law) if cap is not None else None
    lines = [] if home is None else [home]
    if accident.care_paid:
        standard = accident.care_standard or 0
        text = Text("formula.up_to", {"cost": accident.care_paid, "cap": standard})
        grounds = law.cite(law.get("jkk.care_not_contracted", accident.on))
        amount = rules.up_to(accident.care_paid, standard)
        lines.append(Line(code="jkk.care_refund", amount=amount, formula=text, grounds=grounds))
    return lines


def care_notes(accident: WorkAccident, law: Law) -> tuple[Note, ...]:
    """Why stretches of home care are not paid."""
    if law.find("jkk.homecare_cap", accident.on) is None:
        asked = accident.home_care is None or bool(accident.home_care)
        absence = law.cite("no_home_care_before_2019")
        return (Note(text=Text("note.no_home_care"), grounds=absence),) if asked else ()
    counted = _counted(accident, law)
    notes: list[Note] = []
    if counted.without_facility:
        items = law.get("jkk.homecare_cap", accident.on)
        notes.append(Note(text=Text("note.home_care_facility"), grounds=law.cite(items), warning=True))
    if counted.too_late:
        months = law.get("jkk.homecare_max_months", accident.on)
        text = Text("note.home_care_late", {"months": months.number})
        notes.append(Note(text=text, grounds=law.cite(months), warning=True))
    return tuple(notes)
