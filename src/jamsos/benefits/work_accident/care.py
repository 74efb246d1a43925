"""Medical care after a work accident (Pasal 25 ayat (2) huruf a): the list, and care paid first."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Findings, Line
from jamsos.answers.texts import Text
from jamsos.benefits.work_accident.home_care import home_care_lines, home_care_missing
from jamsos.benefits.work_accident.refund import refund_line
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.workers.codes import Cause
from jamsos.workers.work_accident import WorkAccident

CARE_REFUND = "jkk.care_refund"
"""The line of care paid first where no facility is under contract."""
EXAMINATIONS = "jkk.disease_examinations"
"""The line of examinations an employer paid before the disease was found."""

_INPATIENT = "inpatient"
_REHABILITATION = "rehabilitation"
_HOME_CARE = "home_care"
_TREATMENT = "treatment"
_DISEASE_DIAGNOSIS = "disease_diagnosis"


class _Limit(NamedTuple):
    """What narrows an item of care, if anything does."""

    note: Text | None = None
    grounds: Grounds = ()


def care_findings(due: Rights, accident: WorkAccident, law: Law) -> Findings:
    """The right to care and, where there is one, each item of the list in the order of the law.

    Care goes by medical need, without a cap, at facilities under contract (Pasal 25 ayat (2)
    huruf a, 30 ayat (1)).
    """
    by_need = law.get("jkk.care_by_need", accident.on)
    contracted = law.get("jkk.care_contracted", accident.on)
    grounds = law.cite(by_need, contracted)
    if due.jkk_care is Right.NONE:
        no_care = _care_finding("jkk_care", due, grounds, None)
        return (no_care,)
    by_need_alone = Text("note.care_by_need")
    whole = _care_finding("jkk_care", due, grounds, by_need_alone)
    findings = [whole]
    for item, limit in _limits_by_item(accident.on, law):
        finding = _care_finding(f"care_{item}", due, limit.grounds, limit.note)
        findings.append(finding)
    return tuple(findings)


@lru_cache(maxsize=4096)
def _limits_by_item(on: date, law: Law) -> tuple[tuple[str, _Limit], ...]:
    """Each item of the list of care on a day, with what narrows it: the same for everybody."""
    items = law.get("jkk.care_items", on)
    limits: list[tuple[str, _Limit]] = []
    for item in items.words:
        limit = _limit(item, on, law)
        grounds = (*law.cite(items), *limit.grounds)
        limits.append((item, limit._replace(grounds=grounds)))
    return tuple(limits)


def _care_finding(code: str, due: Rights, grounds: Grounds, note: Text | None) -> Finding:
    """How the right to care stands, on the grounds of the right and its own."""
    return Finding(
        code=code,
        value=str(due.jkk_care),
        unit="code",
        grounds=(*due.jkk_grounds, *grounds),
        note=note,
    )


def _limit(item: str, on: date, law: Law) -> _Limit:
    """What narrows an item: class I (Pasal 31), no cap on rehabilitation (D43), home care."""
    if item == _INPATIENT:
        class_one = law.get("jkk.care_class_one", on)
        note = Text("note.class_one")
        return _Limit(note, law.cite(class_one))
    if item == _REHABILITATION:
        note = Text("note.rehabilitation_no_cap")
        return _Limit(note, _no_cap_on_rehabilitation(on, law))
    if item == _HOME_CARE:
        return _limit_of_home_care(on, law)
    if item == _TREATMENT:
        comorbidity = law.get("jkk.comorbidity", on)
        note = Text("note.comorbidity")
        return _Limit(note, law.cite(comorbidity))
    if item == _DISEASE_DIAGNOSIS:
        first = law.get("jkk.disease_examinations_first", on)
        after = law.get("jkk.disease_examinations_after", on)
        note = Text("note.disease_examinations")
        return _Limit(note, law.cite(first, after))
    return _Limit()


def _no_cap_on_rehabilitation(on: date, law: Law) -> Grounds:
    """The text of 2015 has no cap; that of 2019 was not read (decision D43)."""
    # Home care is in the texts of 2019 and in none before.
    if law.find("jkk.homecare_cap", on) is None:
        return law.cite("no_rehabilitation_cap_before_2019")
    return law.cite("D43")


def _limit_of_home_care(on: date, law: Law) -> _Limit:
    cap = law.get("jkk.homecare_cap", on)
    longest = law.get("jkk.homecare_max_months", on)
    args = {"cap": cap.number, "months": longest.number}
    note = Text("note.home_care", args)
    return _Limit(note, law.cite(cap, longest))


def care_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts without which the amounts of care stay unknown."""
    missing = home_care_missing(accident, law)
    if accident.care_paid is None:
        missing.append(MissingFact("accident.care_paid"))
    elif accident.care_paid and accident.care_standard is None:
        missing.append(MissingFact("accident.care_standard"))
    if accident.examinations_paid is None and _examinations_rule(accident, law) is not None:
        missing.append(MissingFact("accident.examinations_paid"))
    return missing


def care_refund_rule(accident: WorkAccident, law: Law) -> Provision:
    """What limits care paid first: the local standard, or that of Indonesia for care abroad."""
    abroad = law.find("jkk.posted_abroad", accident.on)
    if accident.posted_abroad and abroad is not None:
        return abroad
    return law.get("jkk.care_not_contracted", accident.on)


def _examinations_rule(accident: WorkAccident, law: Law) -> Provision | None:
    """The rule on examinations before a disease was found; None: there is none that day."""
    if accident.cause is not Cause.OCCUPATIONAL_DISEASE:
        return None
    return law.find("jkk.disease_examinations_first", accident.on)


def care_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """Home care up to its cap, care paid first up to the highest local standard (Pasal 33).

    And the examinations an employer paid before the disease was found (Permenaker 5/2021 Pasal 112
    ayat (3), (4)).
    """
    lines = home_care_lines(accident, law)
    if accident.care_paid:
        # Without the standard the answer stays undecided before it comes to this line.
        standard = accident.care_standard or 0
        rule = care_refund_rule(accident, law)
        grounds = law.cite(rule)
        line = refund_line(CARE_REFUND, accident.care_paid, standard, grounds)
        lines.append(line)
    examinations = _examinations_rule(accident, law)
    if accident.examinations_paid and examinations is not None:
        refund_of_all = Line(
            code=EXAMINATIONS,
            amount=accident.examinations_paid,
            formula=Text("formula.refunded_whole"),
            grounds=law.cite(examinations),
        )
        lines.append(refund_of_all)
    return lines
