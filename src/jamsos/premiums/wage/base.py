"""The monthly wage (*upah sebulan*) contributions of a wage earner are taken from."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parts import Note, Notes
from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import Rupiah, quotient
from jamsos.workers.employment import Employment, PayForm


class WageBase(NamedTuple):
    """The wage as rupiah over months, so that an average stays exact; else what is missing."""

    grounds: Grounds
    amount: int = 0
    months: int = 1
    formula: Text | None = None
    notes: Notes = ()
    needs: Needs = ()

    @property
    def wage(self) -> Rupiah:
        """The wage of one month."""
        return quotient(self.amount, self.months)


_AVERAGES = {
    PayForm.PIECE: "wage.piece_average_months",
    PayForm.WEATHER_PIECE: "wage.weather_average_months",
}


def wage_base(employment: Employment, law: Law, day: date) -> WageBase:
    """The monthly wage by the form in which it is agreed (PP 44/2015 Pasal 19)."""
    form = employment.pay_form
    needs = _missing(employment)
    if form is None or needs:
        rule = law.get("wage.base", day)
        grounds = law.cite(rule)
        return WageBase(grounds, needs=needs)
    if form in _AVERAGES:
        rule = law.get(_AVERAGES[form], day)
        earnings = employment.earnings or ()
        return _average(earnings, rule, law)
    if form is PayForm.DAILY:
        day_wage = employment.day_wage or 0
        return _daily(day_wage, law, day)
    basic_wage = employment.basic_wage or 0
    allowances = employment.fixed_allowances or 0
    return _monthly(basic_wage, allowances, law, day)


def contribution_base(employment: Employment, law: Law, day: date) -> WageBase:
    """The wage a contribution is taken from: of who is only deemed a worker the lowest one.

    Legal source: PP 44/2015 Pasal 19; Permenaker 5/2021 Pasal 45 ayat (3).
    """
    if not employment.position.deemed:
        return wage_base(employment, law, day)
    rule = law.get("trainee.base_lowest_wage_same_job", day)
    grounds = law.cite(rule)
    lowest = employment.lowest_wage
    if lowest is None:
        return WageBase(grounds, needs=(MissingFact("employment.lowest_wage"),))
    return WageBase(grounds, amount=lowest, formula=Text("formula.wage_lowest", {"wage": lowest}))


def _missing(employment: Employment) -> tuple[MissingFact, ...]:
    """The form of the wage, and the amounts its form asks for."""
    needs = [
        MissingFact(f"employment.{name}")
        for name in employment.wage_facts
        # No earnings at all state as little as none that are known.
        if getattr(employment, name) in {None, ()}
    ]
    if employment.pay_form is None and not needs:
        needs.append(MissingFact("employment.pay_form"))
    return tuple(needs)


def _monthly(basic_wage: int, fixed_allowances: int, law: Law, day: date) -> WageBase:
    """Basic wage and fixed allowances (Pasal 19 ayat (1) and (2))."""
    args: dict[str, Arg] = {"basic": basic_wage, "allowances": fixed_allowances}
    rule = law.get("wage.base", day)
    grounds = law.cite(rule)
    amount = basic_wage + fixed_allowances
    return WageBase(
        grounds=grounds,
        amount=amount,
        formula=Text("formula.wage_monthly", args),
    )


def _daily(day_wage: int, law: Law, day: date) -> WageBase:
    """The wage of a day times the days of a month (Pasal 19 ayat (3))."""
    days = law.get("wage.daily_factor", day)
    args: dict[str, Arg] = {"day_wage": day_wage, "days": days.number}
    amount = day_wage * days.number
    return WageBase(
        grounds=law.cite(days),
        amount=amount,
        formula=Text("formula.wage_daily", args),
    )


def _average(earnings: tuple[int, ...], window: Provision, law: Law) -> WageBase:
    """The average of the last months; of the months worked where there are fewer (D19)."""
    last_earnings = earnings[-window.number :]
    total, months = sum(last_earnings), len(last_earnings)
    grounds: Grounds = law.cite(window)
    formula = Text("formula.wage_average", {"sum": total, "months": months})
    if months == window.number:
        return WageBase(grounds, total, months, formula)
    if law.chose("D19", "refuse"):
        needs = (law.decisions["D19"],)
        return WageBase(grounds, needs=needs)
    text = Text("note.fewer_months", {"worked": months, "months": window.number})
    decision = law.cite("D19")
    note = Note(text=text, grounds=decision, warning=True)
    averaged = (*grounds, *decision)
    return WageBase(averaged, total, months, formula, (note,))
