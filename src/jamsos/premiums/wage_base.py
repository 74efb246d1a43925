"""The monthly wage (*upah sebulan*) contributions of a wage earner are taken from."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.law.provisions import Reading
from jamsos.premiums import rules
from jamsos.values.money import Rupiah, quotient
from jamsos.workers.employment import Employment, PayForm


class WageBase(NamedTuple):
    """The wage as a sum of rupiah over a number of months, so that an average stays exact; else what is missing."""

    grounds: tuple[Ground, ...]
    amount: int = 0
    months: int = 1
    formula: Text | None = None
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact | Reading, ...] = ()

    @property
    def wage(self) -> Rupiah:
        """The wage of one month."""
        return quotient(self.amount, self.months)


_AVERAGES = {PayForm.PIECE: "wage.piece_average_months", PayForm.WEATHER_PIECE: "wage.weather_average_months"}


def wage_base(employment: Employment, law: Law, day: date) -> WageBase:
    """The monthly wage by the form in which it is agreed (PP 44/2015 Pasal 19)."""
    form = employment.pay_form
    always = law.cite(law.get("wage.base", day))
    missing = tuple(f"employment.{name}" for name in employment.wage_facts if getattr(employment, name) in {None, ()})
    if form is None or missing:
        needs = tuple(MissingFact(name) for name in missing or ("employment.pay_form",))
        return WageBase(always, needs=needs)
    if form in _AVERAGES:
        return _average(employment.earnings or (), law.get(_AVERAGES[form], day).number, form, law, day)
    if form is PayForm.DAILY:
        days, day_wage = law.get("wage.daily_factor", day), employment.day_wage or 0
        formula = Text("formula.wage_daily", {"day_wage": day_wage, "days": days.number})
        return WageBase(law.cite(days), rules.wage_of_days(day_wage, days.number), formula=formula)
    basic, allowances = employment.basic_wage or 0, employment.fixed_allowances or 0
    formula = Text("formula.wage_monthly", {"basic": basic, "allowances": allowances})
    return WageBase(always, rules.monthly_wage(basic, allowances), formula=formula)


def _average(earnings: tuple[int, ...], months: int, form: PayForm, law: Law, day: date) -> WageBase:
    """The average of the last months; of the months worked where there are fewer (decision D19)."""
    grounds: tuple[Ground, ...] = law.cite(law.get(_AVERAGES[form], day))
    last = earnings[-months:]
    formula = Text("formula.wage_average", {"sum": sum(last), "months": len(last)})
    if len(last) == months:
        return WageBase(grounds, sum(last), months, formula)
    if law.chose("D19", "refuse"):
        return WageBase(grounds, needs=(law.readings["D19"],))
    text = Text("note.fewer_months", {"worked": len(last), "months": months})
    note = Note(text=text, grounds=law.cite("D19"), warning=True)
    return WageBase((*grounds, *law.cite("D19")), sum(last), len(last), formula, (note,))
