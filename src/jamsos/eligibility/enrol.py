"""May this person be enrolled: under national law, or by a local programme."""

from datetime import date

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.parts import Condition, Conditions, Finding, Findings, Outcome, Status
from jamsos.answers.texts import Text
from jamsos.eligibility.conditions import missing_facts, together
from jamsos.eligibility.criteria import scheme_conditions
from jamsos.eligibility.national import national_conditions, national_notes
from jamsos.eligibility.other_segments import (
    OTHER_SEGMENTS,
    other_conditions,
    other_notes,
    scheme_notes,
)
from jamsos.eligibility.results import Enrolment
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.values.days import plausible_day
from jamsos.workers.participation import Participation, checked_participation
from jamsos.workers.worker import Worker, any_worker, checked_life

_OUTCOMES = {
    Status.MET: Outcome.YES,
    Status.FAILED: Outcome.NO,
    Status.UNKNOWN: Outcome.CANNOT_DECIDE,
}
"""What the answer is by how all conditions stand together."""


def may_enrol(
    worker: Worker,
    on: date,
    *,
    scheme: Scheme | None = None,
    first_payment_on: date | None = None,
    participation: Participation | None = None,
    law: Law | None = None,
) -> Enrolment:
    """Whether a person may be enrolled in their segment on a day, or by a local programme.

    Legal source: PP 44/2015 Pasal 4, 5, 11, 53; Permenaker 5/2021; Permenaker 4/2023; the scheme's
    own criteria.

    Args:
        worker: The facts of the person. A local programme takes non-wage earners (BPU) only.
        on: The day of registration.
        scheme: The local programme; without it only national law is applied.
        first_payment_on: The day of the first payment. The age is asked on registration only; a
            payment after the age limit is remarked upon.
        participation: A present membership: those who joined below the age limit may go on.
        law: The law to apply; by default the one shipped.

    Returns:
        Yes, no or cannot decide, with every condition met, failed or unknown.

    Raises:
        OutsideLawError: before 1 July 2015, for migrant workers before Permenaker 4/2023.
        InputError: for an impossible order of events.

    >>> fisher = Worker(works=True, foreign=False, has_nik=True, birth=date(1984, 5, 17))
    >>> may_enrol(fisher, date(2026, 8, 10)).outcome
    <Outcome.YES: 'yes'>

    """
    law = applied(law)
    on = judged_day(on, law, "on")
    _check(worker, on, scheme, participation)
    paid_on = on
    if first_payment_on is not None:
        paid_on = plausible_day(first_payment_on, "first_payment_on")
    if scheme is not None:
        answer = _by_scheme(scheme, worker, on, paid_on, participation, law)
    elif worker.segment in OTHER_SEGMENTS:
        answer = _of_other_segment(worker, on, law)
    else:
        answer = _of_bpu(worker, on, paid_on, participation, law)
    if answer.outcome is Outcome.CANNOT_DECIDE:
        answer = undecided(answer, missing_facts(answer.conditions))
    return settled(answer)


def _check(
    worker: Worker,
    on: date,
    scheme: Scheme | None,
    participation: Participation | None,
) -> None:
    """Refuse impossible facts."""
    any_worker(worker)
    checked_scheme(scheme)
    if participation is not None:
        checked_participation(participation)
    checked_life(worker.birth, on, "on")


def _of_bpu(
    worker: Worker, on: date, paid_on: date, participation: Participation | None, law: Law
) -> Enrolment:
    """National entry of a non-wage earner."""
    conditions = national_conditions(worker, on, participation, law)
    title = Text("eligibility.title", {"day": on})
    facts = {"worker": worker, "on": on, "scheme": None}
    beyond = beyond_knowledge(law, on)
    remarks = national_notes(worker, on, paid_on, participation, law)
    notes = (*beyond, *remarks)
    return Enrolment(
        title=title,
        outcome=_OUTCOMES[together(conditions)],
        law=law,
        facts=facts,
        conditions=conditions,
        notes=notes,
    )


def _of_other_segment(worker: Worker, on: date, law: Law) -> Enrolment:
    """National entry of wage earners, construction workers and migrant workers."""
    conditions = other_conditions(worker, on, law)
    segment = Text(f"segment.{worker.segment}")
    title = Text("eligibility.segment_title", {"day": on, "segment": segment})
    facts = {"worker": worker, "on": on, "scheme": None}
    beyond = beyond_knowledge(law, on)
    remarks = other_notes(worker, on, law)
    notes = (*beyond, *remarks)
    return Enrolment(
        title=title,
        outcome=_OUTCOMES[together(conditions)],
        law=law,
        facts=facts,
        conditions=conditions,
        notes=notes,
    )


def _by_scheme(
    scheme: Scheme,
    worker: Worker,
    on: date,
    paid_on: date,
    participation: Participation | None,
    law: Law,
) -> Enrolment:
    """Enrolment by a local programme: national entry as a BPU, and then its own criteria."""
    national = _asked_by_scheme(national_conditions(worker, on, participation, law))
    national_status = together(national)
    conditions = list(national)
    others = scheme_conditions(scheme, worker, on, national_status, law)
    conditions.extend(others)
    # Last, so that on a day without the scheme its own criteria are still explained.
    idle = scheme_not_running(scheme, on)
    if idle is not None:
        conditions.append(idle)
    notes = list(beyond_knowledge(law, on))
    notes.extend(national_notes(worker, on, paid_on, participation, law))
    notes.extend(scheme_notes(worker, on, law))
    title = Text("eligibility.scheme_title", {"day": on, "scheme": scheme.name})
    facts = {"worker": worker, "on": on, "scheme": scheme.id}
    return Enrolment(
        title=title,
        outcome=_OUTCOMES[together(conditions)],
        law=law,
        facts=facts,
        conditions=tuple(conditions),
        findings=_months_bought(scheme, on),
        notes=tuple(notes),
    )


def _asked_by_scheme(conditions: Conditions) -> Conditions:
    """National entry as a programme asks for it: a NIK nobody stated decides nothing (D08)."""
    return tuple(
        condition
        for condition in conditions
        if condition.code != "nik" or condition.status is not Status.UNKNOWN
    )


def scheme_not_running(scheme: Scheme, on: date) -> Condition | None:
    """The failed condition of a day on which the scheme buys nothing."""
    if scheme.terms_on(on) is not None:
        return None
    text = Text("condition.scheme_runs", {"scheme": scheme.name})
    ground = scheme.terms[0].ground
    grounds = (ground,)
    return Condition(code="scheme_runs", status=Status.FAILED, grounds=grounds, text=text)


def _months_bought(scheme: Scheme, on: date) -> Findings:
    """For how many months at once the scheme buys cover."""
    terms = scheme.terms_on(on)
    if terms is None:
        return ()
    grounds = (terms.ground,)
    months = Finding(code="scheme_months", value=terms.months, grounds=grounds)
    return (months,)
