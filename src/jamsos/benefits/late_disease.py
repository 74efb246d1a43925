"""An occupational disease found after leaving (Pasal 48 ayat (2); decision D58)."""

from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.coverage.cover import missing_facts
from jamsos.coverage.rights import Rights, judged
from jamsos.law.law import Law
from jamsos.law.provisions import Reading
from jamsos.values.days import ONE_DAY, WorkingDay, add_years
from jamsos.workers.codes import BPU
from jamsos.workers.participation import Participation


class AfterLeaving(NamedTuple):
    """The rights of a disease found after leaving; ``needs`` where they cannot be decided."""

    due: Rights
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact | Reading, ...] = ()
    grounds: tuple[Ground, ...] = ()


def found_after_leaving(member: Participation, left: Rights, day: date, law: Law, calendar: WorkingDay) -> AfterLeaving:
    """A disease that arises within three years of leaving counts as on the last day of cover.

    Of a wage earner they run from the end of work (Pasal 48); of a BPU only under a reading of D58.

    Args:
        member: The membership that was left.
        left: The rights of somebody who left, which stay after the three years.
        day: The day of the diagnosis.
        law: The law to apply.
        calendar: Which days are working days (D20).

    """
    late = law.get("jkk.pak_after_work_years", day)
    own = member.segment is BPU
    grounds: tuple[Ground, ...] = law.cite(late) if own else (late,)  # D58 is about who has no employment
    if own and not law.chose("D58", "end_of_cover"):
        return AfterLeaving(left, needs=(law.readings["D58"],), grounds=grounds)
    notes = (Note(text=Text("note.after_leaving" if own else "note.after_work"), grounds=grounds, warning=True),)
    if member.left_on is None or day > add_years(member.left_on, late.number):
        return AfterLeaving(left, notes)
    last_day = max(member.left_on - ONE_DAY, law.first_day)
    known = judged(evolve(member, left_on=None), last_day, law, calendar, jkk=True)
    if known is None:
        return AfterLeaving(left, needs=missing_facts(member), grounds=grounds)
    return AfterLeaving(known[1], notes)
