"""The benefit wage (W) of a wage earner, of one deemed a worker, and of a project worker."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase, benefit_base
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Rights
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.premiums.wage_base import wage_base
from jamsos.workers.codes import BPU, CONSTRUCTION, PU, Position
from jamsos.workers.employment import Employment, PayForm
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


def base_of(
    worker: Worker,
    member: Participation,
    registrations: tuple[Participation, ...],
    scheme: Scheme | None,
    law: Law,
    event: date,
) -> BenefitBase:
    """The benefit base by the segment of the registration at which it happened."""
    if member.segment is BPU:
        return benefit_base(worker, member, scheme, law, event)
    return employed_base(member, registrations, law, event)


def employed_base(
    member: Participation, registrations: tuple[Participation, ...], law: Law, event: date
) -> BenefitBase:
    """The last wage where the accident happened; of several employers as decision D35 says."""
    if member.segment is CONSTRUCTION:
        return _project_base(member.employment or Employment(), law, event)
    employers = [one for one in registrations if one.segment is PU and not _gone(one, event)]
    if member not in employers or len(employers) == 1:
        return _base_at(member.employment or Employment(), law, event)
    warning = Note(text=Text("note.several_employers"), grounds=law.cite("D35"), warning=True)
    chosen = employers if law.chose("D35", "sum_of_wages") else [member]
    bases = [_base_at(one.employment or Employment(), law, event) for one in chosen]
    return _summed(bases, warning)


def _gone(member: Participation, event: date) -> bool:
    return member.left_on is not None and member.left_on <= event


def _summed(bases: list[BenefitBase], warning: Note) -> BenefitBase:
    """One base of several employers' wages."""
    total = sum((Fraction(base.amount, base.months) for base in bases), Fraction(0))
    known = sum((Fraction(base.monthly if base.reported is None else base.reported) for base in bases), Fraction(0))
    return BenefitBase(
        amount=total.numerator,
        months=total.denominator,
        grounds=tuple(dict.fromkeys((*(g for base in bases for g in base.grounds), *warning.grounds))),
        notes=(*(note for base in bases for note in base.notes), warning),
        needs=tuple(dict.fromkeys(need for base in bases for need in base.needs)),
        reported=known if known < total else None,
    )


def _base_at(employment: Employment, law: Law, event: date) -> BenefitBase:
    """The wage at one employer (PP 44/2015 Pasal 28, 32)."""
    position = employment.position
    if position is Position.WORKER:
        return _own_wage(employment, law, event)
    deemed = law.cite(law.get("deemed.workers", event))
    if position is not Position.HONORARY:
        return _lowest(employment, (*deemed, law.get("deemed.lowest_wage", event)))
    own = _own_wage(employment, law, event)
    grounds = (*deemed, *law.cite("D32"))
    if law.chose("D32", "lowest_wage") or (own.needs and employment.lowest_wage is not None):
        return _lowest(employment, grounds)
    return own._replace(grounds=(*grounds, *own.grounds))


def _lowest(employment: Employment, grounds: tuple[Ground, ...]) -> BenefitBase:
    """The lowest wage of workers who do the same job at that employer (Pasal 28 ayat (2))."""
    lowest = employment.lowest_wage
    needs = (MissingFact("employment.lowest_wage"),) if lowest is None else ()
    return _with_report(BenefitBase(amount=lowest or 0, grounds=grounds, needs=needs), employment)


def _own_wage(employment: Employment, law: Law, event: date) -> BenefitBase:
    """The last wage, built as the contribution wage is (Pasal 19, 32 ayat (1))."""
    wage = wage_base(employment, law, event)
    grounds = (*law.cite(law.get("jkk.last_wage", event)), *wage.grounds)
    base = BenefitBase(amount=wage.amount, months=wage.months, grounds=grounds, notes=wage.notes, needs=wage.needs)
    return _with_report(base, employment)


def _with_report(base: BenefitBase, employment: Employment) -> BenefitBase:
    """With the wage reported to BPJS, where it is less."""
    reported = employment.reported_wage
    less = reported is not None and not base.needs and reported < base.monthly
    return base._replace(reported=reported) if less else base


def _project_base(employment: Employment, law: Law, event: date) -> BenefitBase:
    """A stated monthly base; of a daily wage only by a named assumption (decision D53)."""
    unseen = law.cite("no_project_wage_rule")
    if employment.pay_form in {None, PayForm.MONTHLY}:
        wage = wage_base(employment, law, event)
        return BenefitBase(amount=wage.amount, grounds=(*unseen, *wage.grounds), needs=wage.needs)
    grounds, reading = (*unseen, *law.cite("D53")), law.readings["D53"]
    if employment.pay_form is not PayForm.DAILY or reading.chosen == reading.default:
        return BenefitBase(amount=0, grounds=grounds, needs=(reading,))
    if employment.day_wage is None:
        return BenefitBase(amount=0, grounds=grounds, needs=(MissingFact("employment.day_wage"),))
    days = int(reading.chosen.removeprefix("x"))
    return BenefitBase(amount=employment.day_wage * days, grounds=grounds)


def wage_notes(member: Participation, due: Rights, law: Law, event: date) -> tuple[Note, ...]:
    """Where nobody stated the wage reported to BPJS: it is taken to be the wage itself."""
    employment = member.employment
    if member.segment is not PU or due.jkk_payer is PaidBy.EMPLOYER or employment is None:
        return ()
    if employment.reported_wage is not None:
        return ()
    return (Note(text=Text("note.wage_as_reported"), grounds=law.cite(law.get("employer.wage_shortfall", event))),)


def scholarship_notes(payers: Iterable[PaidBy], law: Law, day: date) -> tuple[Note, ...]:
    """The scholarship of a wage earner waits while the employer is in longer arrears."""
    if PaidBy.EMPLOYER_FIRST not in payers:
        return ()
    rule = law.get("scholarship.waits_for_employer", day)
    return (Note(text=Text("note.scholarship_waits"), grounds=law.cite(rule), warning=True),)
