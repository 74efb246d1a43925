"""Which wage the benefits of a work accident are calculated from, where several are stated."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact, distinct
from jamsos.answers.parts import Finding, Findings, Outcome, code_finding
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.employed import base_of
from jamsos.benefits.late_disease import disease_grounds
from jamsos.benefits.results.wage import BenefitWage
from jamsos.benefits.shortfall import shortfall_grounds
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.values.money import exact
from jamsos.values.plain import checked_tuple
from jamsos.workers.closed_list import checked_code
from jamsos.workers.codes import Cause
from jamsos.workers.participation import (
    Participation,
    checked_person,
    checked_registration,
    checked_registrations,
    segment_unknown,
)
from jamsos.workers.worker import Worker


def benefit_wage(
    participation: Participation,
    on: date,
    *,
    worker: Worker | None = None,
    others: Sequence[Participation] = (),
    cause: Cause | str = Cause.WORK_ACCIDENT,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> BenefitWage:
    """Which wage or income the cash of JKK is calculated from, by the law of the day.

    Of a BPU it is the base of the row that is paid; of a wage earner (PU) the last wage where the
    accident happened; of a project worker the last wage or, where nobody knows it, the unit wage
    or a minimum wage; of those deemed workers the lowest wage of the same job. Of a wage reported
    too low BPJS calculates with the report, and the employer owes the rest. JKM depends on no wage.

    Legal source: PP 44/2015 Pasal 28, 32, 56, Lampiran II; Permenaker 5/2021 Pasal 37, 87 to 90,
    95.

    Args:
        participation: The registration at which it happened, or of the dominant cause of a disease.
        on: The day of the accident, or of the clinical diagnosis.
        worker: Of a BPU, whose income or scheme gives the row where the registration states none.
        others: Other registrations at the same time, whose wages count or not.
        cause: ``work_accident`` or ``occupational_disease``.
        scheme: The programme that paid; it fixes the income row (D65).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for another cause, or invalid facts.

    >>> from jamsos.workers.employment import Employment
    >>> welder = Employment(
    ...     pay_form="monthly", basic_wage=6_000_000, fixed_allowances=0, reported_wage=4_000_000
    ... )
    >>> at_work = Participation(segment="PU", number_issued=date(2020, 1, 6), employment=welder)
    >>> answer = benefit_wage(at_work, date(2022, 5, 10))
    >>> answer.wage, answer.paid_by_bpjs_on, answer.owed_by_employer_on
    (6000000, 4000000, 2000000)

    """
    law = applied(law)
    day = judged_day(on, law, "on")
    member = checked_registration(participation)
    listed = checked_tuple(Participation, others, "others")
    registrations = checked_registrations((member, *listed))
    person = checked_person(Worker() if worker is None else worker, registrations)
    checked_scheme(scheme)
    the_cause = _checked_cause(cause)
    frame = BenefitWage(
        title=Text("benefit_wage.title", {"day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={
            "participation": member,
            "on": day,
            "worker": worker,
            "others": listed,
            "cause": the_cause,
        },
        notes=beyond_knowledge(law, day),
    )
    if segment_unknown(person, (member,)):
        return settled(undecided(frame, (MissingFact("worker.segment"),)))
    base = base_of(person, member, registrations, scheme, law, day)
    if base.needs:
        return settled(undecided(frame, base.needs, base.grounds))
    of_disease = disease_grounds(member, the_cause, day, law)
    base = base._replace(grounds=distinct((*base.grounds, *of_disease)))
    answer = evolve(
        frame,
        outcome=Outcome.YES,
        findings=_findings(base, law, day),
        notes=(*frame.notes, *base.notes),
    )
    return settled(answer)


def _checked_cause(cause: Cause | str) -> Cause:
    """Refuse a cause whose benefits are no share of a wage."""
    the_cause = checked_code(Cause, cause, "cause")
    if the_cause is Cause.OTHER:
        allowed = f"one of {[str(Cause.WORK_ACCIDENT), str(Cause.OCCUPATIONAL_DISEASE)]}"
        step = "ask death_benefit: the sums of JKM depend on no wage"
        raise InputError("cause", str(the_cause), allowed, step)
    return the_cause


def _findings(base: BenefitBase, law: Law, day: date) -> Findings:
    """The wage and which one it is, and the parts BPJS and the employer pay on."""
    reported = base.monthly
    grounds = base.grounds
    if base.reported is not None:
        reported = base.reported
        grounds = distinct((*grounds, *shortfall_grounds(law, day)))
    rest = exact(Fraction(base.monthly) - reported)
    return (
        base.finding,
        code_finding("wage_source", base.source, base.grounds),
        Finding(code="reported_base", value=reported, unit="rupiah", grounds=grounds),
        Finding(code="shortfall_base", value=rest, unit="rupiah", grounds=grounds),
    )
