"""National entry of a participant without wage (BPU)."""

from datetime import date

from jamsos.answers.answer import Condition, Note, Status
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility import rules
from jamsos.law.law import Law
from jamsos.membership.history import spells
from jamsos.values.days import monday_to_friday
from jamsos.workers.codes import Segment
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


def condition(code: str, *, met: bool | None, grounds: tuple[Ground, ...], missing: str = "") -> Condition:
    """Build a condition; unknown names the missing fact among its grounds."""
    if met is None:
        needs = (MissingFact(missing),) if missing else ()
        return Condition(code=code, status=Status.UNKNOWN, grounds=(*needs, *grounds), text=Text(f"condition.{code}"))
    status = Status.MET if met else Status.FAILED
    return Condition(code=code, status=status, grounds=grounds, text=Text(f"condition.{code}"))


def national_conditions(
    worker: Worker, on: date, first_payment_on: date, participation: Participation | None, law: Law
) -> tuple[Condition, ...]:
    """The conditions of entry on a day (PP 44/2015 Pasal 4, 5, 11; Permenaker 5/2021)."""
    return (
        _segment(worker, on, law),
        _works(worker, on, law),
        _age(worker, on, first_payment_on, participation, law),
        foreigner_condition(worker, on, law),
    )


def _segment(worker: Worker, on: date, law: Law) -> Condition:
    """The worker belongs to the segment without wage."""
    who = law.get("bpu.who", on)
    if worker.segment is Segment.OUTSIDE:
        return condition("segment", met=False, grounds=law.cite(law.get("outside.state_bodies", on)))
    met = None if worker.segment is None else worker.segment is Segment.BPU
    return condition("segment", met=met, grounds=law.cite(who), missing="worker.segment")


def _works(worker: Worker, on: date, law: Law) -> Condition:
    """Everyone who works must register himself."""
    duty = law.get("bpu.duty_to_join", on)
    return condition("works", met=worker.works, grounds=law.cite(duty), missing="worker.works")


def _age(worker: Worker, on: date, first_payment_on: date, participation: Participation | None, law: Law) -> Condition:
    """Not yet 65 on registration and first payment; who entered below it may go on (decision D07)."""
    entered = None if participation is None else _entered_on(participation, on, law)
    tested = max(on, first_payment_on) if entered is None else entered
    limit = law.find("bpu.age_limit", tested)
    goes_on = law.cite(law.get("bpu.may_go_on", on)) if entered is not None else ()
    if limit is None:
        return condition("age", met=True, grounds=(*law.cite("no_age_limit_before_2021", "no_minimum_age"), *goes_on))
    grounds = (*law.cite(limit, "no_minimum_age"), *goes_on)
    if worker.birth is None:
        return condition("age", met=None, grounds=grounds, missing="worker.birth")
    years = limit.number + law.chose("D07", "limit_included")
    return condition("age", met=rules.below_age(worker.birth, tested, years), grounds=grounds)


def _entered_on(participation: Participation, on: date, law: Law) -> date | None:
    """The day a membership that still goes on began; None: it has not begun, or was left, or lapsed (D14)."""
    issued, left = participation.number_issued, participation.left_on
    if issued is None or issued > on or (left is not None and left <= on):
        return None
    if participation.payments is None:
        return issued
    last = spells(participation, law, monday_to_friday, on)[-1]
    return None if last.ended is not None else last.start


def foreigner_condition(worker: Worker, on: date, law: Law) -> Condition:
    """A foreigner as BPU (decision D08)."""
    decided = law.cite("D08") if worker.foreign else ()
    if worker.foreign and law.chose("D08", "refuse"):
        rule = law.get("participant.foreigner_min_months", on)
        return condition("foreigner", met=False, grounds=(*law.cite(rule), *decided))
    return works_long_enough(worker, on, law, decided, accepted=not law.chose("D08", "refuse"))


def works_long_enough(
    worker: Worker, on: date, law: Law, decided: tuple[Ground, ...] = (), *, accepted: bool = True
) -> Condition:
    """A foreigner works at least six months in Indonesia (Pasal 1 angka 4)."""
    rule = law.get("participant.foreigner_min_months", on)
    grounds = (*law.cite(rule), *decided)
    if worker.foreign is None or (worker.foreign and worker.months_in_indonesia is None):
        long_stay = worker.months_in_indonesia is not None and worker.months_in_indonesia >= rule.number
        if worker.foreign is None and long_stay and accepted:
            return condition("foreigner", met=True, grounds=grounds)
        missing = "worker.foreign" if worker.foreign is None else "worker.months_in_indonesia"
        return condition("foreigner", met=None, grounds=grounds, missing=missing)
    met = rules.long_enough(worker.foreign, worker.months_in_indonesia or 0, rule.number)
    return condition("foreigner", met=met, grounds=grounds)


def national_notes(worker: Worker, on: date, law: Law) -> tuple[Note, ...]:
    """Warnings that decide nothing."""
    notes: list[Note] = []
    if worker.foreign:
        notes.append(Note(text=Text("note.foreigner"), grounds=law.cite("D08"), warning=True))
    if law.find("bpu.age_limit", on) is None:
        notes.append(Note(text=Text("note.age_before_2021"), grounds=law.cite("D07"), warning=True))
    if worker.wage_earner:
        notes.append(Note(text=Text("note.pu_and_bpu"), grounds=law.cite("no_pu_bpu_rule"), warning=True))
    most = law.get("bpu.max_jobs_listed", on)
    if worker.jobs is not None and worker.jobs > most.number:
        notes.append(Note(text=Text("note.jobs", {"most": most.number}), grounds=law.cite(most), warning=True))
    return tuple(notes)
