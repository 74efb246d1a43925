"""Who pays for a wage earner or a project worker: BPJS, or the employer or contractor who failed (PP 44/2015)."""

from enum import StrEnum
from typing import NamedTuple

from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.coverage.standing import CoverState, Standing
from jamsos.law.law import Law
from jamsos.membership.due import wage_due_grounds
from jamsos.workers.codes import CONSTRUCTION, Failing, Position, Programme
from jamsos.workers.participation import Participation


class PaidBy(StrEnum):
    """Who owes a benefit."""

    BPJS = "bpjs"
    EMPLOYER_FIRST = "employer_first"
    """The employer, who may claim it back after paying all arrears and fines (Pasal 38, 41)."""
    EMPLOYER = "employer"
    """The employer himself (Pasal 8, 10, 27, 32, 35)."""
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
    grounds: tuple[Ground, ...]
    reason: Text


def owed(standing: Standing, member: Participation, programme: Programme, law: Law) -> Owed:
    """Who owes a programme's benefits on the day (PP 44/2015 Pasal 8, 10, 27, 32, 35, 38, 41)."""
    if standing.state is CoverState.LEFT:
        return Owed(None, _left(programme, standing, law), Text("reason.left"))
    if member.segment is CONSTRUCTION:
        return _of_project(standing, law)
    if programme is Programme.JKM and _without_jkm(standing, member):
        optional = law.get("deemed.jkm_optional", standing.day)
        return Owed(None, law.cite(optional, "trainee_jkm_conflict"), Text("reason.jkm_optional"))
    if standing.state is CoverState.NOT_STARTED:
        return _unregistered(standing, member, programme, law)
    if programme not in member.programmes:
        grounds = law.cite(law.get("employer.part_of_programmes", standing.day))
        return Owed(PaidBy.EMPLOYER, grounds, Text("reason.part_of_programmes", {"programme": str(programme)}))
    return _insured(standing, programme, law)


def _without_jkm(standing: Standing, member: Participation) -> bool:
    """Whether one who is only deemed a worker is not in JKM, which he need not be."""
    deemed = member.employment is not None and member.employment.position is not Position.WORKER
    return deemed and (standing.state is CoverState.NOT_STARTED or Programme.JKM not in member.programmes)


def _left(programme: Programme, standing: Standing, law: Law) -> tuple[Ground, ...]:
    name = "participant.who_paid" if programme is Programme.JKK else "jkm.active_period"
    return law.cite(law.get(name, standing.day), "no_end_of_cover_rule")


def _of_project(standing: Standing, law: Law) -> Owed:
    """A project worker: BPJS, unless the time to report him passed before the event."""
    start, change = law.cite(law.get("cover.start_project", standing.day)), standing.change
    if change is not None and standing.unreported:
        return Owed(PaidBy.CONTRACTOR, (*change.grounds, *start), Text("reason.unreported", {"days": change.days}))
    if standing.state is CoverState.NOT_STARTED:
        return Owed(None, start, Text("reason.project_not_started"))
    grounds = start if change is None else (*start, *change.grounds)
    return Owed(PaidBy.BPJS, grounds, Text("reason.project"))


_FAILINGS = {
    None: ("employer.unregistered_jkk", "employer.unregistered_jkm"),
    Failing.NOT_REGISTERED: ("employer.unregistered_jkk", "employer.unregistered_jkm"),
    Failing.WRONG_DATA: ("employer.wrong_data", "employer.unregistered_jkm"),
    Failing.NEW_EMPLOYER: ("employer.new_employer", "employer.new_employer"),
    Failing.FIRST_CONTRIBUTION: ("employer.first_contribution", "employer.first_contribution"),
}
"""The rule of JKK and of JKM; an event before the number was issued met a worker not yet registered."""


def _unregistered(standing: Standing, member: Participation, programme: Programme, law: Law) -> Owed:
    rule = law.get(_FAILINGS[member.failing][programme is Programme.JKM], standing.day)
    start = () if member.failing else law.cite(law.get("cover.start_pu", standing.day))
    early = law.cite("D10") if not member.failing and law.chose("D10", "next_day") else ()
    why = Text(f"reason.{member.failing}") if member.failing else Text("reason.before_number")
    return Owed(PaidBy.EMPLOYER, (*law.cite(rule), *start, *early), why)


def _insured(standing: Standing, programme: Programme, law: Law) -> Owed:
    """Paid up, or in arrears up to the limit: BPJS in full; in longer arrears the employer first."""
    day = standing.day
    no_wait = law.cite(law.get("jkk.no_waiting_time", day) if programme is Programme.JKK else "no_waiting_time")
    start = (*law.cite(law.get("cover.start_pu", day)), *day_grounds(standing, law))
    if not standing.months:
        return Owed(PaidBy.BPJS, (*start, *no_wait), Text("reason.active"))
    limit = law.get("arrears.limit_months_pu", day)
    rule = law.get(f"arrears.{programme.value.lower()}_of_employer", day)
    grounds = (*start, *law.cite(limit, rule), *wage_due_grounds(standing.months[-1], law))
    beyond = len(standing.months) > limit.number
    args = {"months": len(standing.months)}
    if beyond:
        return Owed(PaidBy.EMPLOYER_FIRST, grounds, Text("reason.employer_first", args))
    return Owed(PaidBy.BPJS, grounds, Text("reason.employer_in_arrears", args))


def day_grounds(standing: Standing, law: Law) -> tuple[Ground, ...]:
    """Decisions about the day itself: the first day of cover (D10), the own month not yet due (D11)."""
    first_day = standing.spell is not None and standing.spell.start == standing.day
    return law.cite(*(("D10",) if first_day else ()), *(("D11",) if standing.own_month_open else ()))
