"""Who pays for a wage earner or a project worker (PP 44/2015).

BPJS does, unless the employer or the contractor failed in a duty.
"""

from enum import StrEnum
from typing import NamedTuple

from jamsos.answers.grounds import Ground, Grounds
from jamsos.answers.texts import Text
from jamsos.coverage.cover_rules import CoverState
from jamsos.coverage.standing import Standing, cited
from jamsos.law.law import Law, Rule
from jamsos.membership.due import wage_due_grounds
from jamsos.workers.codes import CONSTRUCTION, Failing, Programme
from jamsos.workers.participation import Participation


class PaidBy(StrEnum):
    """Who owes a benefit."""

    BPJS = "bpjs"
    EMPLOYER_FIRST = "employer_first"
    """The employer, who may claim it back after paying all arrears and fines (Pasal 38, 41).

    A contractor past the due day of an instalment too (Permenaker 5/2021 Pasal 94, 100).
    """
    EMPLOYER = "employer"
    """The employer alone (Pasal 8, 10, 27, 32, 35)."""
    CONTRACTOR = "contractor"
    """The contractor, who did not report a change of workers in time."""

    @property
    def rank(self) -> int:
        """The order of this list: BPJS before those who may not pay."""
        return list(PaidBy).index(self)


INSTEAD = {payer: None if payer is PaidBy.BPJS else str(payer) for payer in PaidBy}
"""The payer of a line: None for BPJS, else who pays in its place."""


class Owed(NamedTuple):
    """What one programme owes, who pays it, and why; ``payer`` None: there is no right."""

    payer: PaidBy | None
    grounds: Grounds
    reason: Text


def owed(standing: Standing, member: Participation, programme: Programme, law: Law) -> Owed:
    """Who owes a programme's benefits on the day (PP 44/2015 Pasal 8, 10, 27, 32, 35, 38, 41)."""
    if standing.state is CoverState.LEFT:
        grounds = _left(programme, standing, law)
        return Owed(None, grounds, Text("reason.left"))
    if member.segment is CONSTRUCTION:
        return _of_project(standing, law)
    # Before the registration is looked at: no employer has to bring a trainee into JKM.
    if programme is Programme.JKM and _without_jkm(standing, member):
        optional = law.get("deemed.jkm_optional", standing.day)
        # Read the other way, the employer who did not enrol them owes it (decision D77).
        if "D77" not in optional.decisions or law.chose("D77", "employer_may"):
            grounds = law.cite(optional)
            return Owed(None, grounds, Text("reason.jkm_optional"))
    if standing.state is CoverState.NOT_STARTED:
        return _unregistered(standing, member, programme, law)
    # An employer may register in part of the programmes, and then owes the others alone.
    if programme not in member.programmes:
        grounds = cited("employer.part_of_programmes", standing, law)
        programme_name = str(programme)
        reason = Text("reason.part_of_programmes", {"programme": programme_name})
        return Owed(PaidBy.EMPLOYER, grounds, reason)
    return _insured(standing, programme, law)


def _without_jkm(standing: Standing, member: Participation) -> bool:
    """Whether somebody who is only deemed a worker is not in JKM, which is optional for them."""
    if not member.deemed:
        return False
    return standing.state is CoverState.NOT_STARTED or Programme.JKM not in member.programmes


def _left(programme: Programme, standing: Standing, law: Law) -> tuple[Rule, ...]:
    name = "jkm.active_period"
    if programme is Programme.JKK:
        name = "participant.who_paid"
    rule = law.get(name, standing.day)
    return law.cite(rule, "no_end_of_cover_rule")


def _of_project(standing: Standing, law: Law) -> Owed:
    """A project worker: BPJS pays, unless the report or an instalment was late on the day."""
    start = cited("cover.start_project", standing, law)
    change = standing.change
    if change is not None and standing.unreported:
        reason = Text("reason.unreported", {"last": change.last_day})
        by_change = (*change.grounds, *start)
        return Owed(PaidBy.CONTRACTOR, by_change, reason)
    if standing.state is CoverState.NOT_STARTED:
        not_started = Text("reason.project_not_started")
        return Owed(None, start, not_started)
    grounds: Grounds = start
    if change is not None:
        grounds = (*start, *change.grounds)
    overdue = standing.overdue
    if overdue is not None:
        reason = Text("reason.contractor_first", {"due": overdue.due_on})
        return Owed(PaidBy.EMPLOYER_FIRST, (*grounds, *overdue.grounds), reason)
    text = Text("reason.project")
    return Owed(PaidBy.BPJS, grounds, text)


class _FailingRules(NamedTuple):
    """By which rule the employer pays the benefits of each programme."""

    jkk: str
    jkm: str

    def of(self, programme: Programme) -> str:
        """The rule of one programme."""
        if programme is Programme.JKM:
            return self.jkm
        return self.jkk


_BEFORE_NUMBER = _FailingRules("employer.unregistered_jkk", "employer.unregistered_jkm")
"""An event before the number was issued met a worker who was not yet registered."""
_FAILINGS = {
    Failing.NOT_REGISTERED: _BEFORE_NUMBER,
    Failing.WRONG_DATA: _FailingRules("employer.wrong_data", "employer.unregistered_jkm"),
    Failing.NEW_EMPLOYER: _FailingRules("employer.new_employer", "employer.new_employer"),
    Failing.FIRST_CONTRIBUTION: _FailingRules(
        "employer.first_contribution", "employer.first_contribution"
    ),
}


def _unregistered(
    standing: Standing, member: Participation, programme: Programme, law: Law
) -> Owed:
    """The employer pays for a worker who was not registered, or not in time or in full."""
    if member.failing is None:
        reason = Text("reason.before_number")
        rules = _BEFORE_NUMBER
        rules_of_programme = cited(rules.of(programme), standing, law)
        grounds = list(rules_of_programme)
        start_rules = cited("cover.start_pu", standing, law)
        grounds.extend(start_rules)
        # On the day of the number itself only the other reading of D10 leaves a worker uninsured.
        if law.chose("D10", "next_day"):
            grounds.extend(law.cite("D10"))
        return Owed(PaidBy.EMPLOYER, tuple(grounds), reason)
    rules = _FAILINGS[member.failing]
    reason = Text(f"reason.{member.failing}")
    rules_of_programme = cited(rules.of(programme), standing, law)
    return Owed(PaidBy.EMPLOYER, rules_of_programme, reason)


def _insured(standing: Standing, programme: Programme, law: Law) -> Owed:
    """Paid up or in arrears up to the limit: BPJS in full; in longer ones the employer first."""
    rules_of_day = day_grounds(standing, law)
    start = [*cited("cover.start_pu", standing, law), *rules_of_day]
    if standing.months:
        return _in_arrears(standing, programme, start, law)
    no_waiting = _no_waiting_time(programme, standing, law)
    text = Text("reason.active")
    covered = (*start, *no_waiting)
    return Owed(PaidBy.BPJS, covered, text)


def _in_arrears(standing: Standing, programme: Programme, start: list[Ground], law: Law) -> Owed:
    """The worker keeps every right; arrears only change who has to advance it (Pasal 38, 41)."""
    limit = law.get("arrears.limit_months_pu", standing.day)
    rule = law.get(f"arrears.{programme.value.lower()}_of_employer", standing.day)
    count = len(standing.months)
    latest = standing.months[-1]
    grounds_of_limit = law.cite(limit, rule)
    deemed = standing.employed is not None and standing.employed.deemed
    due_rules = wage_due_grounds(latest, law, deemed=deemed)
    grounds = (*start, *grounds_of_limit, *due_rules)
    as_pu = law.find("deemed.arrears_as_pu", standing.day)
    if deemed and as_pu is not None:
        grounds = (*grounds, *law.cite(as_pu))
    if count > limit.number:
        reason = Text("reason.employer_first", {"months": count})
        return Owed(PaidBy.EMPLOYER_FIRST, grounds, reason)
    reason = Text("reason.employer_in_arrears", {"months": count})
    return Owed(PaidBy.BPJS, grounds, reason)


def _no_waiting_time(programme: Programme, standing: Standing, law: Law) -> tuple[Rule, ...]:
    """JKK states that nobody waits; of a wage earner's JKM the law is silent."""
    if programme is Programme.JKK:
        return cited("jkk.no_waiting_time", standing, law)
    return law.cite("no_waiting_time")


def day_grounds(standing: Standing, law: Law) -> Grounds:
    """Decisions about the day itself: the first of cover (D10), the own month not yet due (D11)."""
    decisions: list[str] = []
    # Cited only on the days on which another reading would change the answer.
    if standing.spell is not None and standing.spell.start == standing.day:
        decisions.append("D10")
    if standing.own_month_open:
        decisions.append("D11")
    return law.cite(*decisions)
