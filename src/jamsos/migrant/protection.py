"""What protects a migrant worker in one stage of a placement, and what nobody has written down."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from attrs import frozen

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Note, Notes, warning
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.days import ONE_DAY, add_months
from jamsos.workers.placement import Placement, Stage


class Protection(NamedTuple):
    """What protects in one stage of a placement; None: ``needs`` says what is missing."""

    stage: Stage
    jkk: bool | None
    jkm: bool | None
    grounds: Grounds
    needs: tuple[MissingFact, ...] = ()
    notes: Notes = ()


_LAST_DAY = MissingFact("migrant.last_day")
"""No text says whether the very last day of a period still counts."""


def possibilities_on(placement: Placement, day: date) -> Mapping[str, Sequence[object]]:
    """The stages and ways of placement that are possible on a day."""
    ways: tuple[bool | None, ...] = (placement.agency,)
    if placement.agency is None:
        ways = (True, False)
    return {"placement.stage": placement.stages_on(day), "placement.agency": ways}


def protection_under_contract(
    placement: Placement, day: date, law: Law, stage: Stage, *, agency: bool
) -> Protection:
    """What protects under a contract with one last day."""
    before = before_work(law, day, agency=agency)
    paid_on = placement.paid_on
    # Cover begins with the registration: without its day no stage can be judged.
    if paid_on is None:
        need = MissingFact("placement.paid_on")
        return open_protection(stage, law.cite(before), need)
    if day < _first_day(paid_on, law):
        return _not_registered(stage, day, paid_on, before, law)
    registered = _Registered(placement, paid_on, before, day, law, agency)
    protection = _in_stage(registered, stage)
    warnings = _warnings(registered, protection.grounds)
    notes = (*warnings, *protection.notes)
    return protection._replace(notes=notes)


def open_protection(stage: Stage, grounds: Grounds, need: MissingFact) -> Protection:
    """A stage in which one missing fact leaves both programmes open."""
    needs = (need,)
    return Protection(stage, jkk=None, jkm=None, grounds=grounds, needs=needs)


def _in_stage(registered: "_Registered", stage: Stage) -> Protection:
    """What protects a registered worker in a stage."""
    # Who still waits can be late for nothing yet; the later stages can.
    if stage is Stage.WAITING:
        return registered.waiting()
    placement = registered.placement
    day = registered.day
    law = registered.law
    if stage is Stage.ABROAD:
        on_time = _abroad(placement, day, law)
    else:
        on_time = _back(placement, day, law, stage)
    return registered.in_doubt_if_late(on_time)


def before_work(law: Law, day: date, *, agency: bool) -> Provision:
    """The protection before work, which starts with the registration."""
    if agency:
        return law.get("migrant.protected_before_agency", day)
    return law.get("migrant.protected_before_individual", day)


def _first_day(paid_on: date, law: Law) -> date:
    """The first protected day: that of registration, or the next (decision D10)."""
    if law.chose("D10", "next_day"):
        return paid_on + ONE_DAY
    return paid_on


def _not_registered(
    stage: Stage, day: date, paid_on: date, before: Provision, law: Law
) -> Protection:
    grounds = law.cite(before)
    # On that very day it is the decision alone that leaves the worker out.
    if day == paid_on:
        grounds = law.cite(before, "D10")
    return _unprotected(stage, Text("note.migrant_not_registered"), grounds)


def _unprotected(stage: Stage, reason: Text, grounds: Grounds) -> Protection:
    """A stage in which neither programme protects, with the reason in a note."""
    note = Note(text=reason, grounds=grounds)
    return Protection(stage, jkk=False, jkm=False, grounds=grounds, notes=(note,))


@frozen
class _Registered:
    """A registered placement on one day."""

    placement: Placement
    paid_on: date
    before: Provision
    """The protection before work."""
    day: date
    law: Law
    agency: bool

    @property
    def before_ends(self) -> date:
        """The end of the protection before work."""
        return add_months(self.paid_on, self.before.number)

    def waiting(self) -> Protection:
        """Before work: an agency's worker by both programmes, an individual by JKM only."""
        grounds = self.law.cite(self.before)
        ended_on = self.placement.ended_early_on
        if ended_on is not None and self.day > ended_on:
            return self._ended_early(ended_on, grounds)
        jkm = _ends_after(self.before_ends, self.day)
        jkk = jkm if self.agency else False
        return Protection(
            Stage.WAITING,
            jkk=jkk,
            jkm=jkm,
            grounds=grounds,
            needs=_needs_last_day(jkm),
            notes=self._waiting_notes(jkm, grounds),
        )

    def _ended_early(self, ended_on: date, grounds: Grounds) -> Protection:
        """A placement that was called off protects no longer."""
        ends_early = self.law.get("migrant.before_ends_early", self.day)
        article = self.law.cite(ends_early)
        reason = Text("note.migrant_ended_early", {"day": ended_on})
        return _unprotected(Stage.WAITING, reason, (*grounds, *article))

    def _waiting_notes(self, jkm: bool | None, grounds: Grounds) -> Notes:
        """What an individual is not protected by, and the end of the registration."""
        notes: list[Note] = []
        # JKK before work is for an agency's workers alone.
        if not self.agency:
            text = Text("note.migrant_individual")
            individual = Note(text=text, grounds=grounds)
            notes.append(individual)
        if jkm is False:
            notes.append(self._registration_over())
        return tuple(notes)

    def _registration_over(self) -> Note:
        """An agency has to register its worker again; an individual waits at their own risk."""
        if self.agency:
            rule = self.law.get("migrant.register_again", self.day)
            text = Text("note.migrant_register_again")
        else:
            rule = self.law.get("migrant.own_risk", self.day)
            text = Text("note.migrant_own_risk")
        grounds = self.law.cite(rule)
        return Note(text=text, grounds=grounds)

    def in_doubt_if_late(self, protection: Protection) -> Protection:
        """Nothing says what protects somebody who left or returned later than the periods allow."""
        return in_doubt(protection, self._doubts(protection.stage), self.law)

    def _doubts(self, stage: Stage) -> dict[MissingFact, Provision]:
        """What was late, each with the rule it was late for."""
        doubts: dict[MissingFact, Provision] = {}
        if self._left_late:
            register_again = self.law.get("migrant.register_again", self.day)
            left_late = MissingFact("migrant.late_departure")
            doubts[left_late] = register_again
        way_home = self.law.get("migrant.protected_way_home", self.day)
        if stage is not Stage.ABROAD and self._returned_late(way_home.number):
            returned_late = MissingFact("migrant.late_return")
            doubts[returned_late] = way_home
        return doubts

    @property
    def _left_late(self) -> bool:
        left_on = self.placement.embarked_on
        return self.agency and left_on is not None and left_on > self.before_ends

    def _returned_late(self, months_of_way_home: int) -> bool:
        ends = self.placement.contract_ends
        back_on = self.placement.debarked_on
        if ends is None or back_on is None:
            return False
        latest = add_months(ends, months_of_way_home)
        return back_on > latest


def in_doubt(
    protection: Protection, doubts: Mapping[MissingFact, Provision], law: Law
) -> Protection:
    """A protection that something came too late for, each with the rule it was late for."""
    nothing_to_doubt = protection.jkk is False and protection.jkm is False
    if not doubts or nothing_to_doubt:
        return protection
    grounds = law.cite(*doubts.values())
    return protection._replace(
        jkk=_doubted(protection.jkk),
        jkm=_doubted(protection.jkm),
        grounds=(*protection.grounds, *grounds),
        needs=(*protection.needs, *doubts),
    )


def _doubted(protected: bool | None) -> bool | None:
    """A doubt takes a yes away; a no stays."""
    if protected:
        return None
    return protected


def _abroad(placement: Placement, day: date, law: Law) -> Protection:
    """During work: up to the end of the contract, then on the way home.

    On leave JKM protects; of JKK nothing is said.
    """
    during_work = law.get("migrant.protected_during", day)
    grounds = law.cite(during_work)
    ends = placement.contract_ends
    if ends is None:
        need = MissingFact("placement.contract_ends")
        return open_protection(Stage.ABROAD, grounds, need)
    if_paid = _if_paid(law, day)
    if day > ends:
        on_the_way = _on_the_way_home(ends, day, law)
        all_grounds = (*grounds, *on_the_way.grounds)
        notes = (if_paid, *on_the_way.notes)
        at_work = on_the_way._replace(grounds=all_grounds, notes=notes)
    else:
        at_work = Protection(Stage.ABROAD, jkk=True, jkm=True, grounds=grounds, notes=(if_paid,))
    # Leave can only narrow a cover that stands for certain.
    if not at_work.jkm:
        return at_work
    on_leave = placement.on_leave(day)
    return _unless_on_leave(at_work, on_leave, day, law)


def _on_the_way_home(contract_ends: date, day: date, law: Law) -> Protection:
    """After the end of the contract: the months of the way home."""
    way_home = law.get("migrant.protected_way_home", day)
    end = add_months(contract_ends, way_home.number)
    protected = _ends_after(end, day)
    grounds = law.cite(way_home)
    note = Note(text=Text("note.migrant_way_home"), grounds=grounds)
    return Protection(
        Stage.ABROAD,
        jkk=protected,
        jkm=protected,
        grounds=grounds,
        needs=_needs_last_day(protected),
        notes=(note,),
    )


def _unless_on_leave(
    at_work: Protection,
    on_leave: bool | None,
    day: date,
    law: Law,
) -> Protection:
    if on_leave is False:
        return at_work
    rule = law.get("migrant.jkm_on_leave", day)
    grounds = law.cite(rule)
    need = MissingFact("migrant.jkk_on_leave")
    if on_leave is None:
        need = MissingFact("placement.leave")
    note = Note(text=Text("note.migrant_leave"), grounds=grounds)
    return at_work._replace(
        jkk=None,
        grounds=(*at_work.grounds, *grounds),
        needs=(need,),
        notes=(*at_work.notes, note),
    )


def _back(placement: Placement, day: date, law: Law, stage: Stage) -> Protection:
    """After work: JKM for its days from the return, JKK as long but only up to the home area."""
    period = law.get("migrant.protected_after", day)
    way_home = law.get("migrant.jkk_way_home", day)
    grounds = law.cite(period, way_home)
    on_the_way_home = stage is Stage.RETURNED
    back_on = placement.debarked_on
    if back_on is None:
        need = MissingFact("placement.debarked_on")
        undecided = open_protection(stage, grounds, need)
        if on_the_way_home:
            return undecided
        # At home JKK is over in any case; on the way there the day of return decides.
        return undecided._replace(jkk=False)
    end = back_on + period.number * ONE_DAY
    jkm = _ends_after(end, day)
    jkk = jkm if on_the_way_home else False
    return Protection(
        stage,
        jkk=jkk,
        jkm=jkm,
        grounds=grounds,
        needs=_needs_last_day(jkm),
        notes=(_if_paid(law, day),),
    )


def _if_paid(law: Law, day: date) -> Note:
    packages = law.get("migrant.packages", day)
    grounds = law.cite(packages)
    return Note(text=Text("note.migrant_if_paid"), grounds=grounds)


def _ends_after(end: date, day: date) -> bool | None:
    """Whether a period ends after the day; None on its end, which no text counts in or out."""
    if day == end:
        return None
    return day < end


def _needs_last_day(protected: bool | None) -> tuple[MissingFact, ...]:
    if protected is None:
        return (_LAST_DAY,)
    return ()


def _warnings(registered: _Registered, grounds: Grounds) -> Notes:
    """The day of registration (D10), a day between two stages, an older registration."""
    law = registered.law
    warnings: list[Note] = []
    if registered.day == registered.paid_on:
        first_day = warning("note.first_day", law.cite("D10"))
        warnings.append(first_day)
    # Which stage such a day belongs to is a matter of hours, and only days are stated.
    if registered.day in _turning_days(registered.placement):
        turning_day = warning("note.migrant_turning_day", grounds)
        warnings.append(turning_day)
    first_packages = law.timelines["migrant.packages"][0]
    # What was then paid for stands in Permenaker 18/2018, which was not read.
    if registered.paid_on < first_packages.since:
        older_grounds = law.cite(first_packages, "D01")
        older = warning("note.migrant_older", older_grounds, {"first": first_packages.since})
        warnings.append(older)
    return tuple(warnings)


def _turning_days(placement: Placement) -> set[date | None]:
    """The days on which one stage ends and another begins."""
    return {
        placement.embarked_on,
        placement.debarked_on,
        placement.home_on,
        placement.ended_early_on,
    }
