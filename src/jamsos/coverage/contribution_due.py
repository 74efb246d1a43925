"""Which contribution month is due by a day, by when it had to be paid, and what it costs."""

from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact, Needs
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Finding, Findings, Notes, Outcome, remark
from jamsos.answers.texts import Text
from jamsos.coverage.contribution_due_results import ContributionDue
from jamsos.coverage.cover import missing_facts
from jamsos.coverage.cover_rules import CoverState
from jamsos.coverage.full_payment import paid_in_full
from jamsos.coverage.standing import Standing, extremes, standing_on
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, Rule, applied
from jamsos.membership.due import due_date, due_grounds, wage_due_grounds
from jamsos.premiums.bpu.premium import month_premium
from jamsos.premiums.bpu.question import asked_of_member, month_question
from jamsos.premiums.bpu.run import with_credited_months
from jamsos.premiums.wage.premium import wage_premium
from jamsos.values.days import ONE_DAY, WorkingDay, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.codes import BPU, CONSTRUCTION, PU
from jamsos.workers.employment import Employment
from jamsos.workers.participation import Participation, checked_person, checked_registration
from jamsos.workers.worker import Worker


def contribution_due(
    participation: Participation,
    on: date,
    *,
    worker: Worker | None = None,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> ContributionDue:
    """The latest contribution month of a person that is due by a day, with its last day to pay.

    Findings: ``due_month``, ``due_date``, ``due_paid_on`` where the month was paid, and
    ``next_due_month`` with ``next_due_date``. The lines are what the month costs: of a BPU where
    the worker is stated, of a wage earner (PU) where the registration states the employment, with
    the fine where the payments show that it is late.

    A month is due from its last day to pay on, that day included. After a lapse no month is.

    Of somebody who is only deemed a worker, such as an intern, a month is due in itself.

    Legal source: PP 44/2015 Pasal 20 to 22, 24, 39 and 42; Permenaker 5/2021 Pasal 45 and 46.

    Args:
        participation: The membership; the payments matter where they may have ended it.
        on: The day asked about.
        worker: The participant, for the amount; of a BPU the kind, the sector and the income.
        scheme: The programme that pays, where one does (D65).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015; of those deemed workers for a month before
            April 2021.
        InputError: for a project worker, or a worker whom the employer never registered.

    >>> from jamsos.workers.payments import payments
    >>> paid = payments("2026-08", "2026-09")
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=paid, payer="APBD")
    >>> fisher = Worker(kind="independent", income=900_000)
    >>> answer = contribution_due(member, date(2026, 11, 2), worker=fisher)
    >>> str(answer.month), answer.due_on, answer.total
    ('2026-10', datetime.date(2026, 10, 15), 16800)

    """
    law = applied(law)
    day = judged_day(on, law, "on")
    member = _checked_member(participation)
    checked_scheme(scheme)
    if worker is not None:
        checked_person(worker, (member,))
    frame = ContributionDue(
        title=Text("contribution_due.title", {"day": day}),
        outcome=Outcome.NO,
        law=law,
        facts={"participation": member, "on": day, "worker": worker},
        notes=beyond_knowledge(law, day),
    )
    months = _months_owed(member, day, worker, scheme, calendar, law)
    if months.needs:
        return settled(undecided(frame, months.needs, law.cite("D11")))
    question = _Question(months, day, worker, scheme, calendar, law)
    latest = question.latest()
    findings = question.findings(latest)
    frame = evolve(frame, findings=findings, notes=(*frame.notes, *months.notes))
    if latest is None:
        return settled(frame)
    return settled(question.with_amount(evolve(frame, outcome=Outcome.YES), latest))


def _checked_member(participation: object) -> Participation:
    """Refuse a registration whose months have no due day of their own."""
    member = checked_registration(participation)
    if member.segment is CONSTRUCTION:
        step = "ask construction_premium: a project is paid at once or in instalments"
        raise InputError("Participation.segment", str(member.segment), "'BPU' or 'PU'", step)
    if member.failing is not None and member.number_issued is None:
        allowed = "None: a worker who is registered"
        step = "ask wage_premium for the months that are owed"
        raise InputError("Participation.failing", str(member.failing), allowed, step)
    return member


class _Months(NamedTuple):
    """The months a membership owes: from the first, and up to the last one where it is over."""

    member: Participation
    first: Month | None = None
    """None: no month is owed on the day."""
    last: Month | None = None
    """The last month owed; None: the membership goes on."""
    notes: Notes = ()
    needs: Needs = ()


def _months_owed(
    stated: Participation,
    day: date,
    worker: Worker | None,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> _Months:
    """The months a person owes, of a BPU after the lapses up to the day."""
    if stated.number_issued is None:
        return _Months(stated, needs=(MissingFact("participation.number_issued"),))
    if stated.segment is PU:
        return _months_of_employer(stated, stated.number_issued, day, law)
    full = paid_in_full(worker, stated, day, scheme=scheme, calendar=calendar, law=law)
    member, needs = full.member, full.needs
    if worker is not None and worker.segment is BPU:
        member, credit_needs = with_credited_months(
            worker, member, day, scheme=scheme, calendar=calendar, law=law
        )
        needs = (*needs, *credit_needs)
    if needs:
        return _Months(member, needs=needs)
    months = _months_of_bpu(member, day, calendar, law)
    return months._replace(notes=(*full.notes, *months.notes))


def _months_of_bpu(member: Participation, day: date, calendar: WorkingDay, law: Law) -> _Months:
    """The months a BPU owes, with all that is known of the payments."""
    members: tuple[Participation, ...] = (member,)
    # Payments not known: whoever paid nothing and whoever paid all may owe the same months.
    if member.payments is None and not member.arrears_alone:
        members = extremes(member, day)
    standings = [standing_on(one, day, law, calendar) for one in members]
    if None in standings:
        return _Months(member, needs=missing_facts(member))
    known = [standing for standing in standings if standing is not None]
    starts = {_first_owed(standing) for standing in known}
    if len(starts) > 1:
        return _Months(member, needs=missing_facts(member))
    [first] = starts
    reasons = _reasons(known[0].state, day, law)
    return _Months(member, first, _last_of_bpu(member, calendar, law), reasons)


def _first_owed(standing: Standing) -> Month | None:
    """The first month of the membership that holds on the day; None before it and after a lapse.

    A lapsed member owes nothing until a new payment begins a new membership (D14).
    """
    spell = standing.spell
    if spell is None or spell.ended is not None or standing.state is CoverState.LAPSED:
        return None
    return spell.first


def _last_of_bpu(member: Participation, calendar: WorkingDay, law: Law) -> Month | None:
    """The last month a BPU owes: who has left by its last day to pay owes it no more."""
    if member.left_on is None:
        return None
    month = Month.of(member.left_on)
    if due_date(month, law, calendar) < member.left_on:
        return month
    return month + -1


def _months_of_employer(member: Participation, issued: date, day: date, law: Law) -> _Months:
    """The months an employer owes: no arrears end the membership of a worker (PU)."""
    if day < issued:
        return _Months(member, notes=_reasons(CoverState.NOT_STARTED, day, law))
    first = max(member.owed_from or Month.of(issued), Month.of(law.first_day))
    if member.left_on is None:
        return _Months(member, first)
    last = Month.of(member.left_on - ONE_DAY)
    state = CoverState.ACTIVE
    if member.left_on <= day:
        state = CoverState.LEFT
    return _Months(member, first, last, _reasons(state, day, law))


_REASONS = {
    CoverState.NOT_STARTED: "cover.start",
    CoverState.LAPSED: "cover.lapse",
    CoverState.LEFT: "participant.who_paid",
}
"""The states that bring no further month, with the rule each rests on."""


def _reasons(state: CoverState, day: date, law: Law) -> Notes:
    """Why no month is due any more, or yet."""
    if state not in _REASONS:
        return ()
    rule = law.get(_REASONS[state], day)
    return (remark(f"reason.{state}", law.cite(rule)),)


class _Question(NamedTuple):
    """The question, with the months that are owed."""

    months: _Months
    day: date
    worker: Worker | None
    scheme: Scheme | None
    calendar: WorkingDay
    law: Law

    @property
    def member(self) -> Participation:
        """The membership as its payments count."""
        return self.months.member

    def due(self, month: Month) -> date:
        """The last day to pay a month.

        Raises:
            OutsideLawError: of those deemed workers for a month before April 2021.

        """
        deemed = self.member.deemed
        if deemed:
            # How their months were paid before this rule was not read.
            self.law.get("trainee.due_day", month.first_day)
        return due_date(month, self.law, self.calendar, self.member.segment, deemed=deemed)

    def latest(self) -> Month | None:
        """The latest month whose last day to pay has come."""
        first, last = self.months.first, self.months.last
        if first is None:
            return None
        month = Month.of(self.day)
        if last is not None:
            month = min(month, last)
        while month >= first:
            if self.due(month) <= self.day:
                return month
            month += -1
        return None

    def next(self, latest: Month | None) -> Month | None:
        """The month that is due next; None where the membership is over."""
        first, last = self.months.first, self.months.last
        if first is None:
            return None
        following = first if latest is None else latest + 1
        if last is not None and following > last:
            return None
        return following

    def findings(self, latest: Month | None) -> Findings:
        """The month that is due, when it was paid, and the month that comes next."""
        findings: list[Finding] = []
        if latest is not None:
            findings += self._of_month("due", latest)
            paid_on = self.paid_on(latest)
            if paid_on is not None:
                grounds = self._grounds(latest)
                findings.append(Finding(code="due_paid_on", value=paid_on, grounds=grounds))
        following = self.next(latest)
        if following is not None:
            findings += self._of_month("next_due", following)
        return tuple(findings)

    def _of_month(self, code: str, month: Month) -> list[Finding]:
        """A month with its last day to pay."""
        grounds = self._grounds(month)
        return [
            Finding(code=f"{code}_month", value=month, grounds=grounds),
            Finding(code=f"{code}_date", value=self.due(month), grounds=grounds),
        ]

    def _grounds(self, month: Month) -> tuple[Rule, ...]:
        if self.member.segment is PU:
            return wage_due_grounds(month, self.law, deemed=self.member.deemed)
        return due_grounds(month, self.law)

    def paid_on(self, month: Month) -> date | None:
        """The day a month was paid, if it was paid by the day asked about."""
        paid_on = self.member.paid.get(month)
        if paid_on is None or paid_on > self.day:
            return None
        return paid_on

    def with_amount(self, answer: ContributionDue, month: Month) -> ContributionDue:
        """The answer with what the month costs, whoever has paid it."""
        if self.member.segment is PU:
            return _priced(
                answer, self._of_wage(month), beyond_knowledge(self.law, month.first_day)
            )
        if self.worker is None:
            return undecided(answer, (MissingFact("worker"),))
        question = month_question(
            self.worker,
            month,
            scheme=self.scheme,
            participation=self.member,
            # Who has not paid can pay on the day at the earliest.
            paid_on=self.paid_on(month) or self.day,
            calendar=self.calendar,
            law=self.law,
        )
        priced = month_premium(question)
        return _priced(answer, priced.answer, priced.dated_notes)

    def _of_wage(self, month: Month) -> MoneyAnswer:
        """The contribution of the employer; the fine only where it is known that it is late."""
        paid_on = None
        if self.member.payments is not None:
            paid_on = self.paid_on(month) or self.day
        employment = self.member.employment or Employment()
        return wage_premium(
            employment, month, paid_on=paid_on, calendar=self.calendar, law=self.law
        )


def _priced(answer: ContributionDue, month: MoneyAnswer, dated: Notes) -> ContributionDue:
    """The answer with the lines and remarks of its month; what tells the days is told already."""
    if not month.decided:
        needs = asked_of_member(month.needs)
        return undecided(answer, needs, possibilities=month.possibilities)
    notes = tuple(note for note in month.notes if note not in dated)
    return evolve(answer, lines=month.lines, notes=(*answer.notes, *notes))
