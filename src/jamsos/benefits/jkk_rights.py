"""The rights to JKK on the day of an accident or a diagnosis, after leaving too."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.benefits.late_disease import found_after_leaving
from jamsos.coverage.cover import missing_facts
from jamsos.coverage.rights import Rights, jkk_notes, judged
from jamsos.coverage.standing import CoverState
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.law.provisions import Reading
from jamsos.premiums.run import with_credited_months
from jamsos.values.days import WorkingDay
from jamsos.workers.codes import Cause
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class Found(NamedTuple):
    """The membership with its credited months and the rights it gives; ``due`` None: they cannot be decided."""

    member: Participation
    due: Rights | None
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact | Reading, ...] = ()
    grounds: tuple[Ground, ...] = ()


def jkk_rights(
    worker: Worker,
    stated: Participation,
    day: date,
    cause: Cause,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> Found:
    """The rights of the day (D01); of a disease found after leaving those of the last day of cover (D58)."""
    member, needs = with_credited_months(worker, stated, day, scheme=scheme, calendar=calendar, law=law)
    known = judged(member, day, law, calendar, jkk=True)
    if known is None or needs:
        return Found(member, None, needs=needs or missing_facts(member))
    state, due = known
    notes = jkk_notes(state, law)
    if cause is not Cause.OCCUPATIONAL_DISEASE or state.state is not CoverState.LEFT:
        return Found(member, due, notes)
    late = found_after_leaving(member, due, day, law, calendar)
    if late.needs:
        return Found(member, None, notes, late.needs, late.grounds)
    return Found(member, late.due, (*notes, *late.notes))
