"""An occupational disease diagnosed after leaving (Pasal 48 ayat (2); decision D58)."""

from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import Grounds, Needs
from jamsos.answers.parts import Note, Notes
from jamsos.answers.texts import Text
from jamsos.coverage.cover import missing_facts
from jamsos.coverage.rights import Rights, judged
from jamsos.law.law import Law
from jamsos.values.days import ONE_DAY, WorkingDay, add_years
from jamsos.workers.codes import BPU, Cause
from jamsos.workers.participation import Participation


class AfterLeaving(NamedTuple):
    """The rights of a disease diagnosed after leaving; ``needs`` where they stay undecided."""

    due: Rights
    notes: Notes = ()
    needs: Needs = ()
    grounds: Grounds = ()


def rights_after_leaving(
    member: Participation, left: Rights, day: date, law: Law, calendar: WorkingDay
) -> AfterLeaving:
    """A disease that arises within three years of leaving counts as on the last day of cover.

    For a wage earner the years run from the end of work (Pasal 48); for a BPU they run only under
    an alternative of D58.

    Args:
        member: The membership that was left.
        left: The rights after leaving, which stand once the three years are over.
        day: The day of the diagnosis.
        law: The law to apply.
        calendar: Which days are working days (D20).

    """
    rule = law.get("jkk.pak_after_work_years", day)
    grounds: Grounds = (rule,)
    text = Text("note.after_work")
    if member.segment is BPU:
        # D58 is about those without employment, so a wage earner's answer does not rest on it.
        grounds = law.cite(rule)
        text = Text("note.after_leaving")
        if not law.chose("D58", "end_of_cover"):
            decision = law.decisions["D58"]
            return AfterLeaving(left, needs=(decision,), grounds=grounds)
    note = Note(text=text, grounds=grounds, warning=True)
    notes = (note,)
    left_on = member.left_on
    if left_on is None or day > add_years(left_on, rule.number):
        return AfterLeaving(left, notes)
    # Cover ended before the law of the library began: its first day is the nearest it can judge.
    last_day = max(left_on - ONE_DAY, law.first_day)
    not_left = evolve(member, left_on=None)
    verdict = judged(not_left, last_day, law, calendar, jkk=True)
    if verdict is None:
        return AfterLeaving(left, needs=missing_facts(member), grounds=grounds)
    _, due = verdict
    return AfterLeaving(due, notes)


def disease_grounds(member: Participation, cause: Cause, day: date, law: Law) -> Grounds:
    """Of a disease the wage at the diagnosis counts, after leaving the last one (Pasal 89)."""
    at_diagnosis = law.find("jkk.wage_of_disease", day)
    if cause is not Cause.OCCUPATIONAL_DISEASE or at_diagnosis is None:
        return ()
    if member.left_on is None or member.left_on > day:
        return law.cite(at_diagnosis)
    after_work = law.get("jkk.wage_after_work", day)
    return law.cite(after_work)
