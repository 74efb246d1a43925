"""What keeps a person covered: since when, until when, what settles arrears, and who owes that."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact, Needs
from jamsos.answers.parts import Finding, Findings, Line, Note, Outcome, code_finding
from jamsos.answers.texts import Text
from jamsos.coverage.contribution_period import (
    MONTHS_OF_ONE_NUMBER,
    contribution_period,
    counted_months,
    months_paid_by,
    scholarship_right_from,
    still_counted,
)
from jamsos.coverage.cover import arrears_findings, missing_facts
from jamsos.coverage.cover_rules import CoverState
from jamsos.coverage.full_payment import paid_in_full
from jamsos.coverage.keeping_results import KeepingCover
from jamsos.coverage.rights import jkm_notes, start_grounds
from jamsos.coverage.standing import Standing, cited, standing_on, waiting_end
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, Rule, applied
from jamsos.law.provisions import Decision
from jamsos.membership.due import due_date, due_grounds
from jamsos.membership.history import Spell, latest_due, spells
from jamsos.premiums.bpu.credits import excess_months
from jamsos.premiums.bpu.premium import month_premium
from jamsos.premiums.bpu.question import asked_of_member, month_question
from jamsos.premiums.bpu.run import with_credited_months
from jamsos.values.days import ONE_DAY, WorkingDay, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.participation import Participation, checked_participation
from jamsos.workers.worker import Worker, checked_worker


def keeping_cover(
    worker: Worker,
    participation: Participation,
    on: date,
    *,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> KeepingCover:
    """What keeps this person covered, seen on a day; the lines are the sum that settles arrears.

    Findings: ``covered_since``, ``full_jkm_from``, ``paid_months``, ``scholarship_from`` (with the
    payments made), ``scholarship_from_if_paid_on`` (paying on without a gap), ``last_paid_month``,
    ``arrears_from`` and ``lapses_on`` (the first days, if nothing more is paid).

    Legal source: PP 44/2015 Pasal 11 ayat (5), 24, 34, 39, 42; Permenaker 1/2025 Pasal 97A
    ayat (2).

    Args:
        worker: The participant; the kind, the sector and the declared income price the arrears.
        participation: The membership of a BPU and its payments.
        on: The day asked about.
        scheme: The programme that pays, where one does (D65).
        calendar: Which days are working days, for the due dates (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for a registration that is not of a BPU.

    >>> from jamsos.workers.payments import payments
    >>> paid = payments("2026-08", "2026-12")
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=paid)
    >>> answer = keeping_cover(Worker(kind="independent", income=900_000), member, date(2027, 1, 4))
    >>> answer.finding("arrears_from"), answer.finding("lapses_on")
    (datetime.date(2027, 1, 16), datetime.date(2027, 4, 16))

    """
    law = applied(law)
    day = judged_day(on, law, "on")
    checked_worker(worker)
    checked_participation(participation)
    checked_scheme(scheme)
    title = Text("keeping.title", {"day": day})
    facts = {"worker": worker, "participation": participation, "on": day}
    frame = KeepingCover(
        title=title,
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts=facts,
        notes=beyond_knowledge(law, day),
    )
    full = paid_in_full(worker, participation, day, scheme=scheme, calendar=calendar, law=law)
    frame = evolve(frame, notes=(*frame.notes, *full.notes))
    # The credit of prepaid months is laid over the payments before anything is counted (D26).
    member, needs = _credited(worker, full.member, day, scheme, calendar, law)
    needs = (*full.needs, *needs)
    standing = standing_on(member, day, law, calendar)
    if standing is None or member.payments is None or needs:
        needs = (*missing_facts(member), *needs)
        decision = law.cite("D11")
        return settled(undecided(frame, needs, decision))
    outcome = Outcome.YES
    without_cover = {CoverState.LAPSED, CoverState.LEFT}
    if standing.state in without_cover:
        outcome = Outcome.NO
    findings = _findings(member, standing, law, calendar)
    remarks = jkm_notes(standing, law)
    notes = (*frame.notes, *remarks)
    answer = evolve(
        frame,
        outcome=outcome,
        findings=findings,
        notes=notes,
    )
    # After a lapse nothing is owed: a new payment begins a new membership (D14).
    if standing.state is CoverState.ARREARS:
        answer = _with_settlement(answer, worker, member, standing, scheme, calendar)
    return settled(answer)


def _credited(
    worker: Worker,
    participation: Participation,
    day: date,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> tuple[Participation, Needs]:
    """The membership with the months its credit pays, and what is needed to tell them (D26)."""
    if worker.segment is None:
        worker_need = MissingFact("worker.segment")
        return participation, (worker_need,)
    # No excess pays for more months than brought it.
    month = Month.of(day)
    excess = excess_months(participation, law)
    last_credited = month + len(excess)
    return with_credited_months(
        worker, participation, last_credited.first_day, scheme=scheme, calendar=calendar, law=law
    )


def _findings(
    member: Participation, standing: Standing, law: Law, calendar: WorkingDay
) -> Findings:
    """Since when there is cover, the months for the scholarship, and what lies ahead."""
    findings = _since(standing, member, law)
    # After a lapse the months that ended the membership are owed no more.
    if standing.state is CoverState.ARREARS:
        findings.extend(arrears_findings(standing, law))
    scholarship = _scholarship(member, law, standing.day)
    findings.extend(scholarship)
    is_member = standing.state is not CoverState.LEFT
    if standing.spell is not None and is_member:
        ahead = _ahead(member, standing, standing.spell, law, calendar)
        findings.extend(ahead)
    return tuple(findings)


def _since(standing: Standing, member: Participation, law: Law) -> list[Finding]:
    """The state, the start of cover and the day from which JKM is full."""
    start = start_grounds(standing, law)
    state = code_finding("state", standing.state, start)
    if standing.spell is None:
        return [state]
    covered_since = standing.spell.start
    since = Finding(code="covered_since", value=covered_since, grounds=start)
    full = _full_jkm(standing, member, covered_since, law)
    return [state, since, full]


def _full_jkm(standing: Standing, member: Participation, covered_since: date, law: Law) -> Finding:
    """The first day with full JKM, or how many months have to be paid before there is one."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    if rule is None:
        grounds = law.cite("no_waiting_time")
        return Finding(code="full_jkm_from", value=covered_since, grounds=grounds)
    grounds = law.cite(rule)
    # Only after a lapse does it matter whether the wait runs again.
    if standing.re_entered:
        grounds = law.cite(rule, "D14")
    end = waiting_end(standing, member, law)
    full_from = covered_since
    if end is not None and end.day is None:
        return Finding(code="months_to_full_jkm", value=end.months_short, grounds=grounds)
    # A waiting time that would have ended before the rule was in force never ran.
    if end is not None and end.day is not None and end.day > rule.since:
        full_from = max(end.day, covered_since)
    return Finding(code="full_jkm_from", value=full_from, grounds=grounds)


_LEAST_MONTHS = "jkm.scholarship_min_contribution_months"


def _scholarship(participation: Participation, law: Law, day: date) -> list[Finding]:
    """Paid months counted for the scholarship, and the day the right begins."""
    rule = law.get(_LEAST_MONTHS, day)
    grounds = law.cite(rule, *_how_counted(participation, law, day))
    period = contribution_period(participation, day)
    count = counted_months(participation, period, day, law)
    paid_months = Finding(code="paid_months", value=count, grounds=grounds)
    # Paying on without a gap means from the month after the last one paid, at the latest this one.
    month_before = Month.of(day) + -1
    last_paid = max([month_before, *participation.paid])
    right_begins = scholarship_right_from(participation, law, last_paid)
    if right_begins is not None:
        begins = Finding(code="scholarship_from", value=right_begins, grounds=grounds)
        return [paid_months, begins]
    begins_on = scholarship_right_from(participation, law, last_paid, last_paid + 1)
    # The minimum that counts is that of the day the right begins, not that of today.
    least = law.get(_LEAST_MONTHS, begins_on or day)
    member = still_counted(participation, law, last_paid, least.since)
    remaining = least.number - member.earlier_paid_months - len(member.paid)
    if_paid_on = Finding(code="scholarship_from_if_paid_on", value=begins_on, grounds=grounds)
    months_to_go = Finding(code="months_to_scholarship", value=remaining, grounds=grounds)
    return [paid_months, if_paid_on, months_to_go]


def _how_counted(participation: Participation, law: Law, day: date) -> tuple[Rule | str, ...]:
    """What decides about a gap, or about prepaid months, where there are any (decision D33)."""
    period = contribution_period(participation, day)
    has_gap = period.cumulative != period.unbroken
    settled = law.find(MONTHS_OF_ONE_NUMBER, day)
    if settled is None:
        return ("D33",) if has_gap else ()
    has_prepaid = months_paid_by(participation, day) != period.cumulative
    rules: list[Rule | str] = []
    if has_gap:
        rules.append(settled)
    if has_prepaid:
        rules.append("D33")
    return tuple(rules)


def _ahead(
    member: Participation, standing: Standing, spell: Spell, law: Law, calendar: WorkingDay
) -> list[Finding]:
    """The last paid month, and if nothing more is paid the first day of arrears and of no cover."""
    limit = law.get("arrears.limit_months", standing.day)
    paid = _paid_in(spell, member)
    first_unpaid = _first_unpaid(member, standing, spell, law, calendar)
    arrears_from = due_date(first_unpaid, law, calendar) + ONE_DAY
    month = Month.of(standing.day)
    latest = max(first_unpaid, *paid, month)
    # One due date more than the limit allows is certain to end the membership.
    horizon = latest + limit.number + 1
    lapses_on = _lapses_on(member, spell, horizon, law, calendar)
    by_limit = law.cite(limit)
    due_rules = due_grounds(first_unpaid, law)
    by_due = (*by_limit, *due_rules)
    lapse_rules = cited("cover.lapse", standing, law)
    by_lapse = (*by_due, *lapse_rules)
    findings: list[Finding] = []
    if paid:
        last_paid = max(paid)
        finding = Finding(code="last_paid_month", value=last_paid, grounds=by_limit)
        findings.append(finding)
    finding = Finding(code="arrears_from", value=arrears_from, grounds=by_due)
    findings.append(finding)
    finding = Finding(code="lapses_on", value=lapses_on, grounds=by_lapse)
    findings.append(finding)
    return findings


def _paid_in(spell: Spell, member: Participation) -> list[Month]:
    """The months paid in a membership, up to the one that ended it."""
    return [
        month
        for month in member.paid
        if spell.first <= month and (spell.last is None or month <= spell.last)
    ]


def _first_unpaid(
    member: Participation, standing: Standing, spell: Spell, law: Law, calendar: WorkingDay
) -> Month:
    """The month with which the arrears begin, or will if nothing more is paid."""
    if standing.months:
        month = standing.months[0]
    else:
        month = latest_due(standing.day, spell.first, law, calendar) or spell.first
    # Months paid ahead push the arrears back.
    while month in member.paid:
        month += 1
    return month


def _lapses_on(
    member: Participation, spell: Spell, until: Month, law: Law, calendar: WorkingDay
) -> date | None:
    """The first day without cover if nothing more is paid, looked for up to a month."""
    after_due_date = due_date(until, law, calendar) + ONE_DAY
    memberships = spells(member, law, calendar, after_due_date)
    return next(one.ended for one in memberships if one.start == spell.start)


def _with_settlement(
    answer: KeepingCover,
    worker: Worker,
    member: Participation,
    standing: Standing,
    scheme: Scheme | None,
    calendar: WorkingDay,
) -> KeepingCover:
    """Add what settles the arrears, month by month, and who owes it."""
    premiums = [
        month_premium(
            month_question(
                worker,
                month,
                scheme=scheme,
                participation=member,
                paid_on=standing.day,
                calendar=calendar,
                law=answer.law,
            )
        )
        for month in standing.months
    ]
    lines: list[Line] = []
    needs: list[MissingFact | Decision] = []
    notes: dict[str, Note] = {}
    for month in premiums:
        needs.extend(asked_of_member(month.answer.needs))
        for line in month.answer.lines:
            code = "arrears." + line.code.removeprefix("premium.")
            lines.append(evolve(line, code=code))
        for note in month.amount_notes:
            notes[repr(note.text)] = note
    if needs:
        distinct_needs = tuple(dict.fromkeys(needs))
        return undecided(answer, distinct_needs)
    settles = _settles(lines, standing, answer.law)
    all_notes = (*answer.notes, *notes.values(), settles)
    return evolve(answer, lines=tuple(lines), notes=all_notes)


def _settles(lines: list[Line], standing: Standing, law: Law) -> Note:
    """What sum settles the arrears, and how many months they are."""
    total = Fraction(0)
    for line in lines:
        total += line.amount
    month_count = len(standing.months)
    text = Text("note.settles", {"total": total, "months": month_count})
    grounds = cited("arrears.jkk_up_to_limit", standing, law)
    return Note(text=text, grounds=grounds)
