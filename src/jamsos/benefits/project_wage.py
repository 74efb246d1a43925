"""The benefit wage of a project worker (Permenaker 5/2021 Pasal 87, 90; decision D53)."""

from datetime import date

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.benefits.base import BenefitBase, WageSource
from jamsos.law.law import Law
from jamsos.premiums.wage.base import wage_base
from jamsos.workers.employment import Employment, PayForm
from jamsos.workers.project import Project

_UNIT_WAGE = "unit_wage"
_FACTS = {
    "unit_wage": MissingFact("project.unit_wage"),
    "district_minimum_wage": MissingFact("project.district_minimum_wage"),
    "provincial_minimum_wage": MissingFact("project.provincial_minimum_wage"),
}


def project_base(employment: Employment, project: Project, law: Law, event: date) -> BenefitBase:
    """The last wage; where nobody knows it, the unit wage of the work or the minimum wage."""
    last_wage = law.find("jkk.last_wage_article", event)
    if last_wage is None:
        return _base_before(employment, law, event)
    # Nothing else says that the wage is unknown and not only left out.
    if employment.pay_form is None and project.states_substitute:
        return _base_of_unknown(project, law, event)
    article = law.cite(last_wage)
    wage = wage_base(employment, law, event)
    grounds = (*article, *wage.grounds)
    amount = wage.amount
    if employment.pay_form is PayForm.DAILY:
        grounds = (*grounds, *law.cite("D53"))
        if not wage.needs:
            amount = _month_of(employment.day_wage or 0, law, event)
    base = BenefitBase(
        amount=amount, months=wage.months, grounds=grounds, notes=wage.notes, needs=wage.needs
    )
    return with_reported_wage(base, employment)


def with_reported_wage(base: BenefitBase, employment: Employment) -> BenefitBase:
    """The base with the wage reported to BPJS, where that is less."""
    reported = employment.reported_wage
    if base.needs or reported is None or reported >= base.monthly:
        return base
    return base._replace(reported=reported)


def _month_of(day_wage: int, law: Law, event: date) -> int:
    """The month of a day wage: Pasal 19 ayat (3), or the factor of an alternative of D53."""
    if law.chose("D53", "x30"):
        return day_wage * _factor("x30")
    days = law.get("wage.daily_factor", event)
    return day_wage * days.number


def _factor(alternative: str) -> int:
    """The alternatives of D53 are written as the factor they stand for: x30, x25."""
    return int(alternative.removeprefix("x"))


def _base_of_unknown(project: Project, law: Law, event: date) -> BenefitBase:
    """The first of the amounts of Pasal 90 there is; 0 says that there is none."""
    rule = law.get("construction.unknown_wage", event)
    grounds = law.cite(rule)
    for name in _order(rule.words, law):
        amount: int | None = getattr(project, name)
        if amount is None:
            need = _FACTS[name]
            return BenefitBase(amount=0, grounds=grounds, needs=(need,))
        if amount and name == _UNIT_WAGE:
            days = law.get("wage.daily_factor", event)
            by_day = (*grounds, *law.cite(days))
            month = _month_of(amount, law, event)
            return BenefitBase(amount=month, grounds=by_day, source=WageSource.UNIT_WAGE)
        if amount:
            return BenefitBase(amount=amount, grounds=grounds, source=WageSource(name))
    # Every province has a minimum wage, so none of all three is a slip.
    need = MissingFact("project.provincial_minimum_wage")
    return BenefitBase(amount=0, grounds=grounds, needs=(need,))


def _order(names: tuple[str, ...], law: Law) -> tuple[str, ...]:
    """The order of Pasal 90; under an alternative of D53 the unit wage comes after the district."""
    if not law.chose("D53", "district_minimum_first"):
        return names
    unit_wage, district, *rest = names
    return (district, unit_wage, *rest)


def _base_before(employment: Employment, law: Law, event: date) -> BenefitBase:
    """Before Permenaker 5/2021: the stated monthly wage; of a day wage by assumption alone."""
    absence = law.cite("no_project_wage_rule")
    if employment.pay_form in {None, PayForm.MONTHLY}:
        wage = wage_base(employment, law, event)
        monthly = (*absence, *wage.grounds)
        return BenefitBase(amount=wage.amount, grounds=monthly, needs=wage.needs)
    grounds: Grounds = (*absence, *law.cite("D53"))
    # The assumptions speak of a day wage alone: none makes a month of piece work.
    if employment.pay_form is not PayForm.DAILY:
        need = MissingFact("base.piece_work")
        return BenefitBase(amount=0, grounds=grounds, needs=(need,))
    decision = law.decisions["D53"]
    if decision.chosen == decision.default:
        return BenefitBase(amount=0, grounds=grounds, needs=(decision,))
    # The order of the minimum wages belongs to Pasal 90 and says nothing of these days.
    if decision.chosen == "district_minimum_first":
        need = MissingFact("base.piece_work")
        return BenefitBase(amount=0, grounds=grounds, needs=(need,))
    if employment.day_wage is None:
        need = MissingFact("employment.day_wage")
        return BenefitBase(amount=0, grounds=grounds, needs=(need,))
    amount = employment.day_wage * _factor(decision.chosen)
    return BenefitBase(amount=amount, grounds=grounds)
