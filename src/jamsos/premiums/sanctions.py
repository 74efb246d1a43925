"""Sanctions (*sanksi*) of an employer, or a person, who does not register or pay."""

from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Finding, Line, Note, Notes, Outcome, code_finding, warning
from jamsos.answers.texts import Arg, Text
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.premiums.months_late import months_late
from jamsos.premiums.results import (
    Breach,
    EmployerSanctions,
    PersonSanctions,
    SanctionStage,
    Service,
)
from jamsos.premiums.wage.premium import EMPLOYER
from jamsos.values.days import ONE_DAY, check_order
from jamsos.values.money import Rupiah, checked_exact, share_of
from jamsos.workers.closed_list import checked_code


def employer_sanctions(
    breach: Breach | str,
    on: date,
    *,
    first_warning_on: date | None = None,
    second_warning_on: date | None = None,
    contribution_due: Rupiah | None = None,
    law: Law | None = None,
) -> EmployerSanctions:
    """The sanctions of an employer who did not register or pay, as they stand on a day.

    The total is the administrative fine for full months; where a month has only begun,
    ``fine_if_started_month_counts`` says what it would come to.

    Legal source: PP 44/2015 Pasal 59 to 62; PP 86/2013; UU 24/2011 Pasal 55.

    Args:
        breach: ``not_registered`` or ``not_paid``.
        on: The day asked about, or the day the breach ended.
        first_warning_on: The day of the first written warning (*teguran tertulis*); None: none was
            given.
        second_warning_on: The day of the second one; None: none was given.
        contribution_due: The contribution that should have been paid, in exact rupiah.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for days in an impossible order.

    >>> answer = employer_sanctions(
    ...     "not_paid",
    ...     date(2026, 6, 25),
    ...     first_warning_on=date(2026, 3, 2),
    ...     second_warning_on=date(2026, 3, 15),
    ...     contribution_due=5_000_000,
    ... )
    >>> answer.fine_from, answer.fine
    (datetime.date(2026, 3, 26), 15000)

    """
    law = applied(law)
    the_breach = checked_code(Breach, breach, "breach")
    on = judged_day(on, law, "on")
    if first_warning_on is not None:
        first_warning_on = judged_day(first_warning_on, law, "first_warning_on")
    if second_warning_on is not None:
        second_warning_on = judged_day(second_warning_on, law, "second_warning_on")
    if first_warning_on is None and second_warning_on is not None:
        allowed = "a day: the second warning follows the first"
        raise InputError("first_warning_on", None, allowed, "state the day of the first warning")
    check_order(
        {"first_warning_on": first_warning_on, "second_warning_on": second_warning_on, "on": on}
    )
    due = None
    if contribution_due is not None:
        due = checked_exact(contribution_due, "contribution_due")
    title = Text("employer_sanctions.title", {"day": on})
    beyond = beyond_knowledge(law, on)
    remarks = _notes(the_breach, on, law)
    notes = (*beyond, *remarks)
    frame = EmployerSanctions(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts={
            "breach": the_breach,
            "on": on,
            "first_warning_on": first_warning_on,
            "second_warning_on": second_warning_on,
            "contribution_due": due,
        },
        findings=(
            *_warnings(on, first_warning_on, second_warning_on, law),
            *_further_sanctions(the_breach, on, law),
        ),
        notes=notes,
    )
    # The fine follows the second warning only, and only once it has run out (PP 86/2013).
    if second_warning_on is None:
        return settled(frame)
    last_day = _last_day_of_warning(second_warning_on, law)
    if on <= last_day:
        return settled(frame)
    if due is None:
        need = MissingFact("sanction.contribution_due")
        rate = law.get("fine.administrative_rate_per_month", on)
        grounds = law.cite(rate)
        return settled(undecided(frame, (need,), grounds))
    return settled(_fined(frame, last_day, on, due))


def _last_day_of_warning(day: date, law: Law) -> date:
    # By the day of the warning itself: a later rule cannot shorten it.
    rule = law.get("sanction.warning_days", day)
    return day + rule.number * ONE_DAY


def _warnings(on: date, first: date | None, second: date | None, law: Law) -> list[Finding]:
    """How far the written warnings have come (PP 86/2013)."""
    days = law.get("sanction.warning_days", on)
    rule = law.get("sanction.administrative", on)
    grounds = law.cite(days, rule)
    stage = SanctionStage.NO_WARNING
    findings: list[Finding] = []
    if first is not None:
        stage = SanctionStage.FIRST_WARNING
        last_day = _last_day_of_warning(first, law)
        finding = Finding(code="first_warning_until", value=last_day, grounds=grounds)
        findings.append(finding)
    if second is not None:
        last_day = _last_day_of_warning(second, law)
        stage = SanctionStage.SECOND_WARNING
        if on > last_day:
            stage = SanctionStage.FINE
        finding = Finding(code="second_warning_until", value=last_day, grounds=grounds)
        findings.append(finding)
        rule = law.get("fine.administrative_rate_per_month", on)
        rate = law.cite(rule)
        fine_from = last_day + ONE_DAY
        fine_grounds = (*grounds, *rate)
        finding = Finding(code="fine_from", value=fine_from, grounds=fine_grounds)
        findings.append(finding)
    stage_finding = code_finding("sanction_stage", stage, grounds)
    return [stage_finding, *findings]


def _further_sanctions(breach: Breach, on: date, law: Law) -> list[Finding]:
    """The services refused; of unpaid contributions also the penal limits (UU 24/2011 Pasal 55)."""
    services = law.get("sanction.services", on)
    findings = [
        Finding(code=str(Service(word)), value=True, grounds=law.cite(services))
        for word in services.words
    ]
    # The penalty is for contributions not paid over, not for a missing registration.
    if breach is Breach.NOT_REGISTERED:
        return findings
    prison = law.get("sanction.prison_years_most", on)
    fine = law.get("sanction.criminal_fine_most", on)
    grounds = law.cite(prison)
    finding = Finding(code="prison_years_most", value=prison.number, grounds=grounds)
    findings.append(finding)
    grounds = law.cite(fine)
    finding = Finding(code="criminal_fine_most", value=fine.number, unit="rupiah", grounds=grounds)
    findings.append(finding)
    return findings


def _notes(breach: Breach, on: date, law: Law) -> Notes:
    """Who imposes which sanction, and what comes on top."""

    def note(code: str, rule: str) -> Note:
        text = Text(code)
        grounds = law.cite(law.get(rule, on))
        return Note(text=text, grounds=grounds)

    notes = [
        note("note.sanctions_by", "sanction.administrative"),
        note("note.inspector", "sanction.inspector"),
    ]
    # Who is not registered has no contribution that could be late.
    if breach is Breach.NOT_PAID:
        notes.append(note("note.late_fine_beside", "fine.pu_rate_per_month"))
        notes.append(note("note.penal", "sanction.prison_years_most"))
    return tuple(notes)


def _fined(frame: EmployerSanctions, last_day: date, on: date, due: Rupiah) -> EmployerSanctions:
    """The fine for every full month after the second warning; a month only begun is left open."""
    law = frame.law
    rate = law.get("fine.administrative_rate_per_month", on)
    full_months = months_late(last_day, on, started_count=False)
    grounds = law.cite(rate)
    args: dict[str, Arg] = {"rate": rate.number, "months": full_months, "due": due}
    amount = share_of(rate.number * full_months, due)
    line = Line(
        code="administrative_fine",
        amount=amount,
        grounds=grounds,
        formula=Text("formula.administrative_fine", args),
        party=EMPLOYER,
    )
    months = Finding(code="full_months", value=full_months, grounds=grounds)
    findings = (*frame.findings, months)
    fined = evolve(frame, lines=(line,), findings=findings)
    started_months = months_late(last_day, on, started_count=True)
    if started_months == full_months:
        return fined
    return _with_started_month(fined, rate, started_months, due)


def _with_started_month(
    fined: EmployerSanctions, rate: Provision, started_months: int, due: Rupiah
) -> EmployerSanctions:
    """Show as well what the fine is if a month only begun counts."""
    # No text says what a started month counts: both results are shown.
    law = fined.law
    silent = law.cite(rate, "part_month_of_administrative_fine")
    value = share_of(rate.number * started_months, due)
    with_started_month = Finding(
        code="fine_if_started_month_counts",
        value=value,
        unit="rupiah",
        grounds=silent,
    )
    note = warning("note.part_month", silent)
    return evolve(
        fined,
        findings=(*fined.findings, with_started_month),
        notes=(*fined.notes, note),
    )


def person_sanctions(on: date, *, law: Law | None = None) -> PersonSanctions:
    """The sanctions of a self-employed person (BPU) who does not register.

    Legal source: UU 24/2011 Pasal 17; PP 86/2013; PP 44/2015 Pasal 59 (absence).

    Raises:
        OutsideLawError: before 1 July 2015.

    >>> person_sanctions(date(2026, 8, 10)).may_lose_services
    True

    """
    law = applied(law)
    on = judged_day(on, law, "on")
    rule = law.get("sanction.person_services", on)
    services = law.cite(rule)
    rule = law.get("sanction.reports_listed", on)
    listed = law.cite(rule)
    title = Text("person_sanctions.title", {"day": on})
    grounds = law.cite("no_sanction_for_bpu")
    findings = (
        Finding(code="may_lose_services", value=True, grounds=services),
        Finding(code="fined_by_pp44", value=False, grounds=grounds),
    )
    notes = (
        *beyond_knowledge(law, on),
        warning("note.reports_listed", listed),
    )
    answer = PersonSanctions(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts={"on": on},
        findings=findings,
        notes=notes,
    )
    return settled(answer)
