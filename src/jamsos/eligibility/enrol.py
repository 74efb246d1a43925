"""May this person be enrolled: under national law, or by a local programme."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Condition, Finding, Note, Outcome, Status, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility.criteria import scheme_conditions
from jamsos.eligibility.national import national_conditions, national_notes
from jamsos.eligibility.other_segments import OTHER_SEGMENTS, other_conditions, other_notes, scheme_notes
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.values.days import checked_asked_day
from jamsos.workers.participation import Participation, checked_participation
from jamsos.workers.worker import Worker, any_worker, checked_life

_OUTCOMES = {Status.MET: Outcome.YES, Status.FAILED: Outcome.NO, Status.UNKNOWN: Outcome.CANNOT_DECIDE}


def may_enrol(
    worker: Worker,
    on: date,
    *,
    scheme: Scheme | None = None,
    first_payment_on: date | None = None,
    participation: Participation | None = None,
    law: Law | None = None,
) -> Answer:
    """Whether a person may be enrolled in his segment on a day, and as BPU by a local programme.

    Legal source: PP 44/2015 Pasal 4, 5, 11, 53; Permenaker 5/2021; Permenaker 4/2023; the scheme's own criteria.

    Args:
        worker: The facts of the person. A local programme takes participants without wage (BPU) only.
        on: The day of registration.
        scheme: The local programme; without it only national law is asked.
        first_payment_on: The day of the first payment; without it the day of registration.
        participation: A present membership: who entered below the age limit may go on.
        law: The law to apply; by default the one shipped.

    Returns:
        Yes, no or cannot decide, with every condition met, failed or unknown.

    Raises:
        OutsideLawError: before 1 July 2015, for migrant workers before Permenaker 4/2023.
        InputError: for an impossible order of events.

    >>> fisher = Worker(works=True, foreign=False, birth=date(1984, 5, 17))
    >>> may_enrol(fisher, date(2026, 8, 10)).outcome
    <Outcome.YES: 'yes'>

    """
    law = applied(law)
    paid = _check(worker, on, first_payment_on, scheme, participation, law)
    if worker.segment in OTHER_SEGMENTS and scheme is None:
        return settled(_needing(_of_other_segment(worker, on, law)))
    national = national_conditions(worker, on, paid, participation, law)
    conditions: tuple[Condition, ...] = national
    notes = (*beyond_knowledge(law, on), *national_notes(worker, on, law))
    if scheme is not None:
        notes += scheme_notes(worker, on, law)
        asked = scheme_conditions(scheme, worker, on, together(national), law)
        conditions = (*national, *asked)
        idle = scheme_not_running(scheme, on)
        conditions += () if idle is None else (idle,)
    answer = Answer(
        question="eligibility",
        title=_title(scheme, on),
        outcome=_OUTCOMES[together(conditions)],
        law=law,
        facts={"worker": worker, "on": on, "scheme": scheme.id if scheme else None},
        conditions=conditions,
        findings=_bought(scheme, on),
        notes=notes,
    )
    return settled(_needing(answer))


def _of_other_segment(worker: Worker, on: date, law: Law) -> Answer:
    """National entry of wage earners, construction and migrant workers."""
    conditions = other_conditions(worker, on, law)
    return Answer(
        question="eligibility",
        title=Text("eligibility.segment_title", {"day": on, "segment": Text(f"segment.{worker.segment}")}),
        outcome=_OUTCOMES[together(conditions)],
        law=law,
        facts={"worker": worker, "on": on, "scheme": None},
        conditions=conditions,
        notes=(*beyond_knowledge(law, on), *other_notes(worker, on, law)),
    )


def scheme_not_running(scheme: Scheme, on: date) -> Condition | None:
    """The failed condition of a day on which the scheme buys nothing."""
    if scheme.terms_on(on) is not None:
        return None
    text = Text("condition.scheme_runs", {"scheme": scheme.name})
    return Condition(code="scheme_runs", status=Status.FAILED, grounds=(scheme.terms[0].ground,), text=text)


def together(conditions: tuple[Condition, ...]) -> Status:
    """All conditions in one: one failed fails them all, else one unknown leaves all unknown."""
    found = {condition.status for condition in conditions}
    if Status.FAILED in found:
        return Status.FAILED
    return Status.UNKNOWN if Status.UNKNOWN in found else Status.MET


def _check(
    worker: Worker,
    on: date,
    first_payment_on: date | None,
    scheme: Scheme | None,
    participation: Participation | None,
    law: Law,
) -> date:
    """Refuse impossible facts; return the day of the first payment."""
    any_worker(worker)
    if scheme is not None:
        checked_scheme(scheme)
    if participation is not None:
        checked_participation(participation)
    day_of_law(on, law, "on")
    checked_life(worker.birth, on, "on")
    return on if first_payment_on is None else checked_asked_day(first_payment_on, "first_payment_on")


def _title(scheme: Scheme | None, on: date) -> Text:
    if scheme is None:
        return Text("eligibility.title", {"day": on})
    return Text("eligibility.scheme_title", {"day": on, "scheme": scheme.name})


def _bought(scheme: Scheme | None, on: date) -> tuple[Finding, ...]:
    """For how many months at once the scheme buys cover."""
    terms = scheme.terms_on(on) if scheme else None
    return () if terms is None else (Finding(code="scheme_months", value=terms.months, grounds=(terms.ground,)),)


def _needing(answer: Answer) -> Answer:
    """Name the facts that would decide; for a 'no' nothing is needed."""
    if answer.outcome is not Outcome.CANNOT_DECIDE:
        return answer
    facts = [
        g for c in answer.conditions if c.status is Status.UNKNOWN for g in c.grounds if isinstance(g, MissingFact)
    ]
    needs = tuple(dict.fromkeys(facts))
    note = Note(text=Text("note.undecided"), grounds=needs)
    return evolve(answer, needs=needs, notes=(*answer.notes, note))
