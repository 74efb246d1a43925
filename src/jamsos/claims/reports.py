"""The two reports of a JKK case: by whom, to whom, by when, and what a late one costs (PP 44/2015 Pasal 43, 44)."""

from datetime import date, datetime
from typing import NamedTuple

from jamsos.answers.answer import Finding, Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.texts import Text
from jamsos.claims.case import ClaimCase
from jamsos.law.provisions import Provision
from jamsos.values.days import add_working_days
from jamsos.values.moments import hours_after, is_after
from jamsos.workers.codes import Segment


class Duty(NamedTuple):
    """The provisions on the reports of one segment, and who reports."""

    hours: str
    to: str
    stage1: Party
    stage2: Party


_DUTIES = {
    Segment.BPU: Duty("report.hours_of_bpu", "report.to_of_bpu", Party.FAMILY_TOO, Party.FAMILY_INSTEAD),
    Segment.PU: Duty("report.hours_of_employer", "report.to_of_employer", Party.EMPLOYER, Party.EMPLOYER),
    Segment.CONSTRUCTION: Duty(
        "report.hours_of_construction", "report.to_of_construction", Party.EMPLOYER, Party.EMPLOYER
    ),
}


def reports(case: ClaimCase, reported: "Lateness") -> list[Finding]:
    """Stage I and stage II, their addressees, the notice of missing papers."""
    if not case.jkk:
        return []
    if case.migrant:
        grounds = case.law.cite("migrant_procedure_not_read")
        return [Finding(code="report_stage1_by", value=None, grounds=grounds, note=Text("note.migrant_procedure"))]
    duty = _DUTIES[case.segment]
    rule = case.law.get(duty.hours, case.day)
    found = [duty_by("report_stage1_by", hours_after(case.event_on, rule.number), case, rule, duty.stage1)]
    found += [*_addressees(case, duty), *reported.findings]
    if case.letter_on is not None:
        claim = case.law.get("report.stage2_is_claim", case.day)
        last = hours_after(case.letter_on, rule.number)
        found.append(duty_by("report_stage2_by", last, case, rule, duty.stage2, claim))
    if case.received_on is not None:
        notice = case.law.get("report.incomplete_notice_working_days", case.day)
        last = add_working_days(case.received_on, notice.number, case.calendar)
        found.append(duty_by("incomplete_notice_by", last, case, notice, Party.BPJS))
    return found


def duty_by(code: str, last: date, case: ClaimCase, rule: Provision, party: Party, *more: Provision) -> Finding:
    """The last day, or hour, of a duty, with who has to act."""
    return Finding(code=code, value=last, grounds=case.law.cite(rule, *more), party=str(party))


def _addressees(case: ClaimCase, duty: Duty) -> list[Finding]:
    rule = case.law.get(duty.to, case.day)
    return [Finding(code="report_to", value=to, unit="code", grounds=case.law.cite(rule)) for to in rule.words]


class Lateness(NamedTuple):
    """Whether the stage I report was late, and whether the employer therefore bears the benefit."""

    late: bool | None
    """None: nobody said when it was made, or only its hour would tell."""
    employer_bears: bool | None
    """None: it depends on that hour."""
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()


def lateness(case: ClaimCase) -> Lateness:
    """What a late stage I report leads to (Permenaker 1/2025 Pasal 8 ayat (2a)-(2c); no rule in the PP)."""
    if not case.jkk or case.migrant:
        return Lateness(late=None, employer_bears=False)
    law, bears = case.law, None
    if case.segment is Segment.PU:
        bears = law.find("report.late_employer_bears", case.day)
    notes = _late_notes(case, bears)
    if case.stage1_on is None:
        return Lateness(late=None, employer_bears=False, notes=notes)
    hours = law.get(_DUTIES[case.segment].hours, case.day)
    late = is_after(case.stage1_on, hours_after(case.event_on, hours.number))
    grounds: tuple[Ground, ...] = law.cite(hours)
    if late is None:
        grounds = (*missing_hours(case), *grounds)
    told = {None: None, True: "late", False: "in_time"}[late]
    found = [Finding(code="report_stage1_was", value=told, unit="code", grounds=grounds, note=_why(late))]
    if bears is not None and late is not False:
        by = Finding(
            code="jkk_borne_by",
            value=None if late is None else "employer_claims_back",
            unit="code",
            grounds=(*grounds, *law.cite(bears)),
            note=_why(late),
        )
        return Lateness(late=late, employer_bears=late, findings=(*found, by), notes=notes)
    return Lateness(late=late, employer_bears=False, findings=tuple(found), notes=notes)


def missing_hours(case: ClaimCase) -> tuple[MissingFact, ...]:
    """The hours that were not told: of the event, of the stage I report."""
    stated = {"claim.event_hour": case.event_on, "claim.stage1_hour": case.stage1_on}
    return tuple(MissingFact(name) for name, moment in stated.items() if not isinstance(moment, datetime))


def _why(late: bool | None) -> Text | None:
    return Text("note.needs_hours") if late is None else None


def _late_notes(case: ClaimCase, bears: Provision | None) -> tuple[Note, ...]:
    law = case.law
    if bears is not None:
        return (Note(text=Text("note.late_employer_bears"), grounds=law.cite(bears)),)
    none = Note(text=Text("note.late_report"), grounds=law.cite("no_loss_for_late_report"))
    if case.segment is not Segment.BPU:
        return (none,)
    not_read = Note(text=Text("note.late_report_of_bpu"), grounds=law.cite("late_report_of_bpu_not_read"), warning=True)
    return (none, not_read)


def report_notes(case: ClaimCase) -> tuple[Note, ...]:
    """How reports are made in practice."""
    if not case.jkk or case.migrant:
        return ()
    practice = case.law.cite(case.law.get("report.practice", case.day))
    return (Note(text=Text("note.report_practice"), grounds=practice),)
