"""The benefit wage (W) of a wage earner, of those deemed workers, and of a project worker."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from jamsos.answers.grounds import Ground, Grounds, MissingFact, distinct
from jamsos.answers.parts import Note, Notes, remark
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase, WageSource, benefit_base
from jamsos.benefits.project_wage import project_base, with_reported_wage
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Rights
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.law.provisions import Decision, Provision
from jamsos.premiums.wage.base import wage_base
from jamsos.values.money import Rupiah, exact
from jamsos.workers.codes import BPU, CONSTRUCTION, PU, Position
from jamsos.workers.employment import Employment
from jamsos.workers.participation import Participation
from jamsos.workers.project import Project
from jamsos.workers.worker import Worker


def base_of(
    worker: Worker,
    member: Participation,
    registrations: tuple[Participation, ...],
    scheme: Scheme | None,
    law: Law,
    event: date,
) -> BenefitBase:
    """The benefit base by the segment of the registration at which the event happened."""
    if member.segment is BPU:
        return benefit_base(worker, member, scheme, law, event)
    return employed_base(member, registrations, law, event)


def employed_base(
    member: Participation, registrations: tuple[Participation, ...], law: Law, event: date
) -> BenefitBase:
    """The last wage where the accident happened, of several employers there alone.

    Legal source: Permenaker 5/2021 Pasal 95; before it decision D35.
    """
    if member.segment is CONSTRUCTION:
        employment = member.employment or Employment()
        project = member.project or Project()
        return project_base(employment, project, law, event)
    employers = [one for one in registrations if _is_employed(one, event)]
    if member not in employers or len(employers) == 1:
        return _base_at(member, law, event)
    where_it_happened = law.find("jkk.only_where_it_happened", event)
    if where_it_happened is not None:
        return _settled_base(member, where_it_happened, law, event)
    counted = [member]
    if law.chose("D35", "sum_of_wages"):
        counted = employers
    bases = [_base_at(one, law, event) for one in counted]
    grounds = law.cite("D35")
    text = Text("note.several_employers")
    warning = Note(text=text, grounds=grounds, warning=True)
    return _summed(bases, warning)


def _settled_base(
    member: Participation, where_it_happened: Provision, law: Law, event: date
) -> BenefitBase:
    """The wage at the firm of the accident, or of the dominant cause of the disease (Pasal 95)."""
    base = _base_at(member, law, event)
    dominant = law.get("jkk.dominant_cause", event)
    article = law.cite(where_it_happened, dominant)
    note = remark("note.only_where_it_happened", article)
    grounds = distinct((*base.grounds, *article))
    return base._replace(grounds=grounds, notes=(*base.notes, note))


def _is_employed(registration: Participation, event: date) -> bool:
    """Whether a registration is that of a wage earner still at work on the day."""
    if registration.segment is not PU:
        return False
    left_on = registration.left_on
    return left_on is None or left_on > event


def _summed(bases: list[BenefitBase], warning: Note) -> BenefitBase:
    """One base of the wages of several employers, with the reports of each."""
    total = Fraction(0)
    reported = Fraction(0)
    grounds: list[Ground] = []
    notes: list[Note] = []
    needs: list[MissingFact | Decision] = []
    for base in bases:
        total += Fraction(base.amount, base.months)
        reported += _reported(base)
        grounds += base.grounds
        notes += base.notes
        needs += base.needs
    grounds += warning.grounds
    notes.append(warning)
    summed = BenefitBase(
        amount=total.numerator,
        months=total.denominator,
        grounds=distinct(grounds),
        notes=tuple(notes),
        needs=tuple(dict.fromkeys(needs)),
        source=WageSource.SUM_OF_WAGES if len(bases) > 1 else bases[0].source,
    )
    if reported < total:
        return summed._replace(reported=exact(reported))
    return summed


def _reported(base: BenefitBase) -> Rupiah:
    """The wage reported to BPJS, in rupiah."""
    # An employer without a lower report is taken to have reported the wage itself.
    if base.reported is None:
        return base.monthly
    return base.reported


def _base_at(member: Participation, law: Law, event: date) -> BenefitBase:
    """The wage at one employer (PP 44/2015 Pasal 28, 32)."""
    employment = member.employment or Employment()
    if employment.position is Position.WORKER:
        return _own_wage(employment, law, event)
    if employment.position is Position.HONORARY:
        return _honorary_base(employment, law, event)
    deemed = [law.get("deemed.workers", event)]
    if employment.position.of_wider_list:
        deemed.append(law.get("deemed.wider_list", event))
    lowest = law.get("deemed.lowest_wage", event)
    grounds = law.cite(*deemed, lowest)
    return _lowest_wage(employment, grounds)


def _honorary_base(employment: Employment, law: Law, event: date) -> BenefitBase:
    """The wage of honorary staff: their own, else the lowest of the same job (decision D32)."""
    deemed = law.get("deemed.workers", event)
    article = law.cite(deemed)
    grounds = (*article, *law.cite("D32"))
    if law.chose("D32", "lowest_wage"):
        return _lowest_wage(employment, grounds)
    own = _own_wage(employment, law, event)
    # A wage stated in part is a wage of their own, and what is missing of it is asked for.
    if not employment.states_wage and employment.lowest_wage is not None:
        return _lowest_wage(employment, grounds)
    all_grounds = (*grounds, *own.grounds)
    return own._replace(grounds=all_grounds)


def _lowest_wage(employment: Employment, grounds: Grounds) -> BenefitBase:
    """The lowest wage of workers doing the same job at that employer (Pasal 28 ayat (2))."""
    lowest = employment.lowest_wage
    if lowest is None:
        need = MissingFact("employment.lowest_wage")
        return BenefitBase(amount=0, grounds=grounds, needs=(need,))
    base = BenefitBase(amount=lowest, grounds=grounds, source=WageSource.LOWEST_WAGE)
    return with_reported_wage(base, employment)


def _own_wage(employment: Employment, law: Law, event: date) -> BenefitBase:
    """The last wage, built as the contribution wage is (Pasal 19, 32 ayat (1))."""
    wage = wage_base(employment, law, event)
    last_wage = law.get("jkk.last_wage", event)
    article = law.cite(last_wage)
    base = BenefitBase(
        amount=wage.amount,
        months=wage.months,
        grounds=(*article, *wage.grounds),
        notes=wage.notes,
        needs=wage.needs,
    )
    return with_reported_wage(base, employment)


def wage_notes(member: Participation, due: Rights, law: Law, event: date) -> Notes:
    """The note that a wage without a report to BPJS is taken to be the one reported."""
    employment = member.employment
    if member.segment is not PU or employment is None:
        return ()
    # An employer who owes all of it pays by the last wage, so no report matters.
    if due.jkk_payer is PaidBy.EMPLOYER or employment.reported_wage is not None:
        return ()
    shortfall = law.get("employer.wage_shortfall", event)
    grounds = law.cite(shortfall)
    note = remark("note.wage_as_reported", grounds)
    return (note,)


def scholarship_notes(payers: Iterable[PaidBy], law: Law, day: date) -> Notes:
    """The scholarship of a wage earner waits while the employer is in longer arrears."""
    if PaidBy.EMPLOYER_FIRST not in payers:
        return ()
    rule = law.get("scholarship.waits_for_employer", day)
    grounds = law.cite(rule)
    text = Text("note.scholarship_waits")
    note = Note(text=text, grounds=grounds, warning=True)
    return (note,)
