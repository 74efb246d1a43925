"""The rights to JKK on the day of an accident or a diagnosis, after leaving too."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, Needs
from jamsos.answers.parts import Notes
from jamsos.benefits.late_disease import rights_after_leaving
from jamsos.coverage.cover import missing_facts
from jamsos.coverage.cover_rules import CoverState
from jamsos.coverage.full_payment import paid_in_full
from jamsos.coverage.rights import Rights, jkk_notes, judged
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.premiums.bpu.run import with_credited_months
from jamsos.values.days import WorkingDay
from jamsos.workers.codes import Cause
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class JkkRights(NamedTuple):
    """The membership with its credited months and its rights; ``due`` None: not to be decided."""

    member: Participation
    due: Rights | None
    notes: Notes = ()
    needs: Needs = ()
    grounds: Grounds = ()


def jkk_rights(
    worker: Worker,
    stated: Participation,
    day: date,
    cause: Cause,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> JkkRights:
    """The rights of the day (D01).

    A disease diagnosed after leaving may have those of the last day of cover (D58).
    """
    full = paid_in_full(worker, stated, day, scheme=scheme, calendar=calendar, law=law)
    if full.needs:
        return JkkRights(full.member, None, full.notes, full.needs)
    member, needs = with_credited_months(
        worker, full.member, day, scheme=scheme, calendar=calendar, law=law
    )
    verdict = judged(member, day, law, calendar, jkk=True)
    if needs:
        return JkkRights(member, None, full.notes, needs)
    if verdict is None:
        return JkkRights(member, None, full.notes, missing_facts(member))
    standing, due = verdict
    notes = (*full.notes, *jkk_notes(standing, law))
    # Only a disease can show itself after the work that caused it (Pasal 48 ayat (2)).
    if cause is not Cause.OCCUPATIONAL_DISEASE or standing.state is not CoverState.LEFT:
        return JkkRights(member, due, notes)
    late = rights_after_leaving(member, due, day, law, calendar)
    if late.needs:
        return JkkRights(member, None, notes, late.needs, late.grounds)
    all_notes = (*notes, *late.notes)
    return JkkRights(member, late.due, all_notes)
