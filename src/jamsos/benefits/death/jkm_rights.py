"""The rights to JKM of each registration after a death from another cause than work."""

from typing import NamedTuple

from jamsos.answers.grounds import Needs
from jamsos.answers.parts import Note, Notes
from jamsos.answers.texts import Text
from jamsos.benefits.death.cash import mixed
from jamsos.benefits.family.case import Case, Paying
from jamsos.coverage.cover import missing_facts
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.full_payment import paid_in_full
from jamsos.coverage.rights import jkm_notes, judged
from jamsos.premiums.bpu.run import with_credited_months
from jamsos.workers.codes import BPU
from jamsos.workers.participation import Participation


class JudgedForJkm(NamedTuple):
    """What a registration has a right to after another death; None: ``needs`` decides it."""

    paying: Paying | None
    notes: Notes = ()
    needs: Needs = ()


def judged_for_jkm(case: Case, stated: Participation) -> JudgedForJkm:
    """The rights of one registration on the day of death, its credited months counted."""
    law, day = case.law, case.died_on
    # Credited months first: a prepaid excess may settle what would else count as arrears (D26).
    full = paid_in_full(
        case.worker, stated, day, scheme=case.scheme, calendar=case.calendar, law=law
    )
    if full.needs:
        return JudgedForJkm(None, full.notes, full.needs)
    registration, needs = with_credited_months(
        case.worker, full.member, day, scheme=case.scheme, calendar=case.calendar, law=law
    )
    if needs:
        return JudgedForJkm(None, full.notes, needs)
    judgement = judged(registration, day, law, case.calendar, jkk=False)
    if judgement is None:
        return JudgedForJkm(None, full.notes, missing_facts(registration))
    standing, due = judgement
    notes = (*full.notes, *jkm_notes(standing, law))
    return JudgedForJkm((registration, due), notes)


def is_own_firm(registration: Paying) -> bool:
    """Whether it is a BPU's own, with a right to JKM."""
    member, due = registration
    return member.segment is BPU and due.jkm_funeral is not Right.NONE


def notes_of_two_segments(case: Case, paying: list[Paying], own_firms: list[Paying]) -> Notes:
    """No text says whether one person may be PU and BPU at once (D45)."""
    wage_earner_with_own = case.worker.wage_earner and own_firms
    if not wage_earner_with_own and not mixed(paying):
        return ()
    grounds = case.law.cite("no_pu_bpu_rule", "D45")
    text = Text("note.pu_and_bpu")
    note = Note(text=text, grounds=grounds, warning=True)
    return (note,)
