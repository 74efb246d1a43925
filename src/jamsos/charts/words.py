"""The words of charts: money in units that can be read."""

from fractions import Fraction
from typing import Any, NamedTuple

import altair as alt

from jamsos.answers.texts import Text
from jamsos.values.money import Rupiah

MONEY_UNITS = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
    (1, "rupiah"),
)


class MoneyUnit(NamedTuple):
    """The unit the numbers of an axis are written in."""

    rupiah: int
    name: Text

    def axis(self, what: Text, lang: str, **options: Any) -> alt.Axis:
        """An axis of money: what it is, and in which unit."""
        title = Text("chart.in_unit", {"what": what, "unit": self.name}).say(lang)
        label = f"format(datum.value / {self.rupiah}, ',.2~f')"
        return alt.Axis(title=title, labelExpr=label, **options)


def money_unit(most: Rupiah) -> MoneyUnit:
    """The largest unit of which the most there is has at least one.

    >>> money_unit(16_800).name.say("id"), money_unit(2_000_000_000).name.say("id")
    ('ribu rupiah', 'miliar rupiah')
    """
    rupiah, name = next((unit for unit in MONEY_UNITS if unit[0] <= most), MONEY_UNITS[-1])
    return MoneyUnit(rupiah, Text(f"chart.unit.{name}"))


def rows_of(values: list[dict[str, object]]) -> alt.InlineData:
    """Rows of a chart as its data.

    Parts of a rupiah are drawn where a decimal number puts them; what is written stays exact.
    """
    drawn = [{name: _drawn(cell) for name, cell in row.items()} for row in values]
    return alt.InlineData(values=drawn)


def _drawn(cell: object) -> object:
    """A cell as the data of a chart can hold it."""
    if isinstance(cell, Fraction):
        return float(cell)
    return cell
