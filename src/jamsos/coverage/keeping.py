"""What keeps a person covered: since when, until when, what mends it, and who owes that."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.coverage.contribution_period import contribution_period, right_from, still_counted
from jamsos.coverage.cover import missing_facts, priced_day
from jamsos.coverage.rights import jkm_notes
from jamsos.coverage.standing import CoverState, Standing, standing
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.membership.due import due_date, due_grounds
from jamsos.membership.history import latest_due, spells
from jamsos.premiums.credits import excess_months
from jamsos.premiums.premium import premium
from jamsos.premiums.run import with_credited_months
from jamsos.values.days import ONE_DAY, WorkingDay, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.participation import Participation, checked_participation
from jamsos.workers.worker import Worker, checked_worker


def keeping_cover(
    worker: Worker,
    participation: Participation,
    day: date,
    *,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What keeps this person covered, seen on a day; the lines are the sum that mends arrears.

    Findings: ``covered_since``, ``full_jkm_from``, ``paid_months``, ``scholarship_from`` (with the
    payments made), ``scholarship_from_if_paid_on`` (paying on without a gap), ``last_paid_month``,
    ``arrears_from`` and ``lapses_on`` (the first days, if nothing more is paid).

    Legal source: PP 44/2015 Pasal 11 ayat (5), 24, 34, 39, 42; Permenaker 1/2025 Pasal 97A ayat (2).

    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=payments("2026-08", "2026-12"))
    >>> answer = keeping_cover(Worker(kind="b", income=900_000), member, date(2027, 1, 4))
    >>> answer.finding("arrears_from"), answer.finding("lapses_on")
    (datetime.date(2027, 1, 16), datetime.date(2027, 4, 16))
    """
    law = applied(law)
    priced_day(day, law, "day")
    checked_worker(worker)
    checked_participation(participation)
    frame = Answer(
        question="keeping_cover",
        title=Text("keeping.title", {"day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"worker": worker, "participation": participation, "day": day},
        notes=beyond_knowledge(law, day),
    )
    if scheme is not None:
        checked_scheme(scheme)
    needs: tuple[MissingFact | Reading, ...] = (MissingFact("worker.segment"),) if worker.segment is None else ()
    if not needs:
        # no excess pays for more months than brought it
        as_far = Month.of(day) + len(excess_months(participation, law))
        participation, needs = with_credited_months(
            worker, participation, as_far.first_day, scheme=scheme, calendar=calendar, law=law
        )
    found = standing(participation, day, law, calendar)
    if found is None or participation.payments is None or needs:
        needs = (*missing_facts(participation), *needs)
        note = Note(text=Text("note.undecided"), grounds=(*needs, *law.cite("D11")))
        return settled(evolve(frame, needs=needs, notes=(*frame.notes, note)))
    answer = evolve(
        frame,
        outcome=Outcome.NO if found.state in {CoverState.LAPSED, CoverState.LEFT} else Outcome.YES,
        notes=(*frame.notes, *jkm_notes(found, law)),
        findings=(
            *_since(found, law),
            *_scholarship(participation, law, day),
            *_ahead(participation, found, law, calendar),
        ),
    )
    return settled(_mended(answer, worker, participation, found, scheme, calendar))


def _since(found: Standing, law: Law) -> tuple[Finding, ...]:
    """The state, the start of cover and the day from which JKM is full."""
    start = law.get("cover.start", found.day)
    state = Finding(code="state", value=str(found.state), unit="code", grounds=law.cite(start))
    if found.spell is None:
        return (state,)
    wait = law.find("jkm.new_bpu_wait_months", found.day)
    waiting = law.cite("no_waiting_time") if wait is None else law.cite(wait)
    again = law.cite("D14") if found.re_entered else ()
    since = Finding(code="covered_since", value=found.spell.start, grounds=(*law.cite(start), *again))
    full_from = found.spell.start
    if wait is not None and found.waits_until is not None and found.waits_until > wait.since:
        full_from = max(found.waits_until, full_from)
    full = Finding(code="full_jkm_from", value=full_from, grounds=waiting)
    return state, since, full


def _scholarship(participation: Participation, law: Law, day: date) -> tuple[Finding, ...]:
    """Paid months counted for the scholarship, and the day the right begins."""
    rule = law.get("jkm.scholarship_min_contribution_months", day)
    period = contribution_period(participation, day)
    differ = law.cite("D33") if period.cumulative != period.unbroken else ()
    grounds = (*law.cite(rule), *differ)
    findings = [Finding(code="paid_months", value=period.counted(law), grounds=grounds)]
    following = max([Month.of(day) + -1, *participation.paid]) + 1
    counted = still_counted(participation, law, following + -1)
    reached = right_from(counted, law)
    if reached is not None:
        return (*findings, Finding(code="scholarship_from", value=reached, grounds=grounds))
    ahead = right_from(counted, law, following)
    months = rule.number - counted.earlier_paid_months - len(counted.paid)
    note = Text("note.if_paid_on", {"months": max(months, 0)})
    return (*findings, Finding(code="scholarship_from_if_paid_on", value=ahead, grounds=grounds, note=note))


def _ahead(participation: Participation, found: Standing, law: Law, calendar: WorkingDay) -> tuple[Finding, ...]:
    """The last paid month, the first day of arrears and the day of lapse, if nothing more is paid."""
    spell = found.spell
    if spell is None or found.state is CoverState.LEFT:
        return ()
    limit = law.get("arrears.limit_months", found.day)
    paid = [month for month in participation.paid if spell.first <= month <= (spell.last or month)]
    month = found.months[0] if found.months else latest_due(found.day, spell.first, law, calendar) or spell.first
    while month in participation.paid:
        month += 1
    far = max(month, *paid, Month.of(found.day)) + limit.number + 1
    known = spells(participation, law, calendar, due_date(far, law, calendar) + ONE_DAY)
    lapses = next(one.ended for one in known if one.start == spell.start)
    by_due = (*law.cite(limit), *due_grounds(month, law))
    by_lapse = (*by_due, *law.cite(law.get("cover.lapse", found.day)))
    return (
        *(_month("last_paid_month", max(paid), law.cite(limit)) for _ in paid[:1]),
        Finding(code="arrears_from", value=due_date(month, law, calendar) + ONE_DAY, grounds=by_due),
        Finding(code="lapses_on", value=lapses, grounds=by_lapse),
    )


def _month(code: str, month: Month, grounds: tuple[Ground, ...]) -> Finding:
    return Finding(code=code, value=month, grounds=grounds)


def _mended(
    answer: Answer,
    worker: Worker,
    participation: Participation,
    found: Standing,
    scheme: Scheme | None,
    calendar: WorkingDay,
) -> Answer:
    """Add what settles the arrears, month by month, and who owes it; a lapsed membership owes nothing."""
    if found.state is not CoverState.ARREARS:
        return answer
    months = [
        premium(
            worker,
            month,
            scheme=scheme,
            participation=participation,
            paid_on=found.day,
            calendar=calendar,
            law=answer.law,
        )
        for month in found.months
    ]
    lines: tuple[Line, ...] = tuple(
        evolve(line, code="arrears." + line.code.removeprefix("premium.")) for part in months for line in part.lines
    )
    needs = tuple(dict.fromkeys(need for part in months for need in part.needs))
    if needs:
        note = Note(text=Text("note.undecided"), grounds=needs)
        return evolve(answer, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*answer.notes, note))
    total = sum((Fraction(line.amount) for line in lines), Fraction(0))
    rule = answer.law.get("arrears.jkk_up_to_limit", found.day)
    note = Note(text=Text("note.mends", {"total": total, "months": len(found.months)}), grounds=answer.law.cite(rule))
    told = {repr(note.text): note for part in months for note in part.notes if note.code.startswith(_OF_PREMIUM)}
    return evolve(answer, lines=lines, notes=(*answer.notes, *told.values(), note))


_OF_PREMIUM = ("note.relief.", "note.late_relief", "note.third_payer_relief", "note.scheme_row", "note.stated_row")
