"""A suspected work accident or occupational disease (*dugaan kecelakaan kerja, dugaan PAK*).

Who pays the care until it is concluded, and what follows from the conclusion.
"""

from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact, Needs
from jamsos.answers.parts import (
    Finding,
    Note,
    Outcome,
    code_finding,
    remark,
    untold_finding,
    warning,
)
from jamsos.answers.texts import Text
from jamsos.coverage.codes import CareBearer, Concluder
from jamsos.coverage.event_results import SuspectedCase
from jamsos.coverage.suspected_facts import SuspectedFacts, checked_conclusion, checked_days
from jamsos.coverage.suspected_notices import notices
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.steps import StepRule
from jamsos.values.days import (
    ONE_DAY,
    WorkingDay,
    add_working_days,
    checked_calendar,
    monday_to_friday,
)
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.event import Event, checked_event
from jamsos.workers.worker import flag_or_none


def suspected_case(
    event: Event,
    *,
    reported_on: date | None = None,
    received_on: date | None = None,
    concluded: Cause | str | None = None,
    concluded_on: date | None = None,
    in_jkn: bool | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> SuspectedCase:
    """Who pays the care of a suspected case until the conclusion, and when that is due.

    Findings: ``care_paid_by``, ``conclusion_by`` (the last of the 30 days), from 24 February 2025
    with ``concluded_by``, and ``cost_if_accident`` with ``cost_if_not``, or ``cost`` where the
    conclusion is stated. Of a wage earner's disease ``conclusion_by_working_days`` stands beside
    (D55). After a conclusion: ``result_told_by``, the last day on which BPJS Kesehatan is told, or
    ``care_from``, the day from which the care of a disease is JKK's.

    It holds for a participant covered that day: see ``cover_on``. A disease reported from 6
    October 2023 to 23 February 2025 is not answered (D55).

    Legal source: PP 49/2023 Pasal 25A; Permenaker 1/2025 Pasal 8A to 8F, 48A to 48F; Permenaker
    5/2021 Pasal 17, 56; by the day the report is made (D74).

    Args:
        event: The facts; its day, kind and segment are read. Of a disease its day is that of the
            clinical diagnosis.
        reported_on: The day the stage I report (*laporan tahap I*) was made, whose law counts
            (D74); by default the day of the event.
        received_on: The day BPJS Ketenagakerjaan received that report.
        concluded: What it was concluded to be: ``work_accident``, ``occupational_disease`` or
            ``other``.
        concluded_on: The day of the conclusion.
        in_jkn: Whether the participant is in the national health insurance (JKN).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for days in an impossible order, or a conclusion another kind of event would
            have.

    >>> accident = Event(on=date(2026, 6, 1), kind="accident")
    >>> answer = suspected_case(accident, received_on=date(2026, 6, 2))
    >>> answer.finding("care_paid_by"), answer.finding("conclusion_by")
    ('bpjs_ketenagakerjaan', datetime.date(2026, 7, 2))

    """
    law = applied(law)
    checked_event(event)
    judged_day(event.on, law, "Event.on")
    days = checked_days(event, reported_on, received_on, concluded_on)
    case = SuspectedFacts(
        event=event,
        stated_report=days["reported_on"],
        received_on=days["received_on"],
        conclusion=checked_conclusion(concluded, days["concluded_on"], event),
        concluded_on=days["concluded_on"],
        in_jkn=flag_or_none(in_jkn, "in_jkn"),
        calendar=checked_calendar(calendar),
        law=law,
    )
    return settled(_answer(case))


def _answer(case: SuspectedFacts) -> SuspectedCase:
    law = case.law
    day = case.event.on
    title = Text("suspected.title", {"day": day})
    if case.of_disease:
        title = Text("suspected.title_of_disease", {"day": day})
    answer = SuspectedCase(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts=_facts(case),
        notes=(*beyond_knowledge(law, day), *notices(case)),
    )
    needs = _needs(case)
    if needs:
        return undecided(answer, needs)
    if case.report_may_change_the_law():
        taken = remark("note.report_day_taken", law.cite("D74"))
        answer = evolve(answer, notes=(*answer.notes, taken))
    last_day = _last_day_of_conclusion(case)
    findings = [
        *_care(case),
        *_deadline(case, last_day),
        *_cost(case),
        *_transfer(case),
        *_care_from(case),
    ]
    answer = evolve(answer, findings=tuple(findings))
    if _care_rule(case) is None:
        return _before_the_rule(answer)
    # Remarks on what follows make sense only where a rule applies.
    notes = (*answer.notes, *_remarks(case, last_day))
    return evolve(answer, notes=notes)


def _facts(case: SuspectedFacts) -> dict[str, object]:
    facts: dict[str, object] = {
        "event": case.event,
        "received_on": case.received_on,
        "concluded": case.conclusion,
        "concluded_on": case.concluded_on,
    }
    # Stated only where they are known: they came later than the others.
    if case.stated_report is not None:
        facts["reported_on"] = case.stated_report
    if case.in_jkn is not None:
        facts["in_jkn"] = case.in_jkn
    return facts


def _before_the_rule(answer: SuspectedCase) -> SuspectedCase:
    """Before PP 49/2023 nobody had to pay for a case that was only suspected."""
    grounds = answer.law.cite("no_suspected_case_before_2023")
    note = remark("note.no_suspected_case", grounds)
    notes = (*answer.notes, note)
    return evolve(answer, outcome=Outcome.NO, notes=notes)


def _needs(case: SuspectedFacts) -> Needs:
    """What stops the answer: a kind that is not known, or a disease of an unread text (D55)."""
    of_accident = case.rule("suspected.care_first")
    if of_accident is None:
        return ()
    if case.event.kind is None:
        return (MissingFact("event.kind"),)
    # From Permenaker 1/2025 a disease has rules of its own.
    if not case.of_disease or case.rule("suspected.disease_care_first") is not None:
        return ()
    if case.report_may_change_the_law():
        return (MissingFact("event.reported_on"),)
    if case.as_an_accident:
        return ()
    # The text of Pasal 25B was not seen, and its reports conflict on who guarantees the care.
    return (case.law.decisions["D55"],)


def _care_rule(case: SuspectedFacts) -> StepRule | None:
    """Who guarantees the care first (Pasal 25A ayat (1), (2); 8E, 48E ayat (1)); None: nobody."""
    of_disease = case.rule("suspected.disease_care_first")
    if case.of_disease and of_disease is not None:
        return of_disease
    return case.rule("suspected.care_first")


def _care(case: SuspectedFacts) -> list[Finding]:
    rule = _care_rule(case)
    if rule is None:
        return []
    return [code_finding("care_paid_by", CareBearer.BPJS, case.grounds(rule))]


def _days_rule(case: SuspectedFacts) -> StepRule | None:
    """How many days the conclusion may take, for an accident or for a disease."""
    of_disease = case.rule("suspected.disease_days")
    if case.of_disease and of_disease is not None:
        return of_disease
    return case.rule("suspected.days")


def _last_day_of_conclusion(case: SuspectedFacts) -> date | None:
    """The last of the 30 days (Pasal 25A ayat (3), 8F and 48F ayat (6); decision D54).

    None: the day of the receipt is not known.
    """
    rule = _days_rule(case)
    if rule is None or case.received_on is None:
        return None
    of_wage_earner = _working_days_of_wage_earner(case)
    if of_wage_earner is not None and case.law.chose("D55", "working_days_and_as_an_accident"):
        return _in_working_days(case, case.received_on, of_wage_earner)
    if case.law.chose("D54", "working_days"):
        return _in_working_days(case, case.received_on, rule)
    return case.received_on + rule.rule.number * ONE_DAY


def _in_working_days(case: SuspectedFacts, begins_on: date, rule: StepRule) -> date:
    return add_working_days(begins_on, rule.rule.number, case.calendar)


def _working_days_of_wage_earner(case: SuspectedFacts) -> StepRule | None:
    """The working days Pasal 8D ayat (2) names for a wage earner's disease, against Pasal 8F.

    Construction follows the wage earners (Permenaker 5/2021 Pasal 74).
    """
    if not case.of_disease or case.event.segment not in {Segment.PU, Segment.CONSTRUCTION}:
        return None
    return case.rule("suspected.disease_working_days_pu")


def _deadline(case: SuspectedFacts, last_day: date | None) -> list[Finding]:
    """By when the case must be concluded, and by whom (Pasal 25A ayat (3), 8C, 8D, 48C, 48D)."""
    rule = _days_rule(case)
    if rule is None:
        return []
    grounds = case.grounds(rule)
    in_working_days = _working_days_of_wage_earner(case)
    if in_working_days is not None:
        if case.law.chose("D55", "working_days_and_as_an_accident"):
            grounds = in_working_days.grounds
        grounds = (*grounds, case.law.decisions["D55"])
    findings: list[Finding] = []
    if last_day is None:
        needs = (MissingFact("event.received_on"), *grounds)
        findings.append(untold_finding("conclusion_by", needs))
    else:
        findings.append(Finding(code="conclusion_by", value=last_day, grounds=grounds))
    # Two articles of one regulation differ: the other day is shown beside the one taken.
    if in_working_days is not None and case.received_on is not None:
        other_day = _in_working_days(case, case.received_on, in_working_days)
        other = Finding(
            code="conclusion_by_working_days", value=other_day, grounds=in_working_days.grounds
        )
        findings.append(other)
    return [*findings, *_concluder(case)]


def _concluder(case: SuspectedFacts) -> list[Finding]:
    """Who concludes it, from Permenaker 1/2025: BPJS, or of a disease the treating doctor."""
    name = "suspected.accident_concluded_by_bpjs"
    concluder = Concluder.BPJS
    if case.of_disease:
        name = "suspected.disease_concluded_by_doctor"
        concluder = Concluder.TREATING_DOCTOR
    rule = case.rule(name)
    if rule is None:
        return []
    return [code_finding("concluded_by", concluder, rule.grounds)]


def _cost(case: SuspectedFacts) -> list[Finding]:
    """Who bears the cost in the end (Pasal 25A ayat (5), (6); 8F and 48F ayat (2) to (5))."""
    # Once the case is concluded there is one cost and one who bears it.
    if_accident = "cost"
    if_not = "cost"
    if case.conclusion is None:
        if_accident = "cost_if_accident"
        if_not = "cost_if_not"
    findings: list[Finding] = []
    accident = case.rule("suspected.found_accident")
    if accident is not None and case.conclusion is not Cause.OTHER:
        of_jkk = code_finding(if_accident, CareBearer.JKK, case.grounds(accident))
        findings.append(of_jkk)
    if case.conclusion in {None, Cause.OTHER}:
        findings += _cost_of_others(case, if_not)
    return findings


def _cost_of_others(case: SuspectedFacts, code: str) -> list[Finding]:
    """Neither accident nor disease of the work: others bear the care, from 2025 in order."""
    health = case.rule("suspected.health_insurance_bears")
    outside = case.rule("suspected.outside_jkn_bears")
    if case.in_jkn and health is not None:
        return [code_finding(code, CareBearer.BPJS_KESEHATAN, health.grounds)]
    if case.in_jkn is False and outside is not None:
        return [code_finding(code, CareBearer.OUTSIDE_JKN, outside.grounds)]
    # PP 49/2023 names them side by side; where nobody said which holds, they stay so.
    side_by_side = (case.rule("suspected.found_none"), health, outside)
    grounds = [ground for rule in side_by_side if rule for ground in case.grounds(rule)]
    if not grounds:
        return []
    return [code_finding(code, CareBearer.OTHERS, grounds)]


def _transfer(case: SuspectedFacts) -> list[Finding]:
    """By when BPJS Kesehatan is told that it was none (Pasal 8F and 48F ayat (3))."""
    if case.conclusion is not Cause.OTHER:
        return []
    # The step begins with the conclusion, whose law counts (D74).
    rule = case.rule("suspected.transfer_working_days", case.concluded_on)
    if rule is None:
        return []
    if case.concluded_on is None:
        need = MissingFact("event.concluded_on")
        return [untold_finding("result_told_by", (need, *rule.grounds))]
    last_day = _in_working_days(case, case.concluded_on, rule)
    return [Finding(code="result_told_by", value=last_day, grounds=rule.grounds)]


def _care_from(case: SuspectedFacts) -> list[Finding]:
    """From when JKK bears the care of a disease once found (5/2021 Pasal 17, 56 ayat (2))."""
    if case.conclusion is not Cause.OCCUPATIONAL_DISEASE:
        return []
    # Who bears a cost is a right, which stays with the day of the event (D01).
    rule = case.law.find("disease.care_from_diagnosis", case.event.on)
    if rule is None:
        return []
    return [Finding(code="care_from", value=case.event.on, grounds=case.law.cite(rule))]


def _remarks(case: SuspectedFacts, last_day: date | None) -> list[Note]:
    """The terms of the care; until the conclusion, on cash and on silence; later, on a late one."""
    notes: list[Note] = []
    terms = {
        "note.jkn_class_and_tariff": "suspected.jkn_class_and_tariff",
        "note.care_elsewhere_once_found": "suspected.elsewhere_once_found",
    }
    for code, name in terms.items():
        rule = case.rule(name)
        if rule is not None:
            notes.append(remark(code, rule.grounds))
    no_rule = case.law.cite("no_rule_without_conclusion")
    if case.conclusion is None:
        no_cash = case.law.cite("no_cash_before_conclusion")
        goes_on = case.rule("suspected.until_concluded")
        until_concluded = no_rule if goes_on is None else (*goes_on.grounds, *no_rule)
        notes.append(remark("note.no_cash_before_conclusion", no_cash))
        notes.append(remark("note.no_conclusion", until_concluded))
        return notes
    # Without both days nobody can say whether the conclusion came in time.
    if case.concluded_on is not None and last_day is not None and case.concluded_on > last_day:
        notes.append(warning("note.late_conclusion", no_rule))
    return notes
