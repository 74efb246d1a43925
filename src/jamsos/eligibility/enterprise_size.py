"""The size (*skala usaha*) of an enterprise by its capital and its sales (PP 7/2021)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.workers.closed_list import Code
from jamsos.workers.enterprise import Enterprise, Size


class SizeClass(Code):
    """The sizes of enterprises that the compulsory programmes tell apart (Perpres 109/2013)."""

    MICRO = "micro"
    """*usaha mikro*."""
    SMALL = "small"
    """*usaha kecil*."""
    MEDIUM_OR_LARGE = "medium_or_large"
    """*usaha menengah* and *usaha besar*, to which the same programmes apply."""


CLASS_OF_SIZE: Mapping[Size, SizeClass] = {
    Size.MICRO: SizeClass.MICRO,
    Size.SMALL: SizeClass.SMALL,
    Size.MEDIUM: SizeClass.MEDIUM_OR_LARGE,
    Size.LARGE: SizeClass.MEDIUM_OR_LARGE,
}
"""The class of each size; a state body is not among them."""


class SizeLimits(NamedTuple):
    """The most an enterprise of one size has: capital in rupiah, sales in rupiah a year."""

    capital_most: int
    sales_most: int

    def include(self, capital: int, yearly_sales: int) -> bool:
        """Whether an enterprise is of this size or smaller: one of the two limits is enough."""
        return capital <= self.capital_most or yearly_sales <= self.sales_most


def size_by_figures(capital: int, yearly_sales: int, limits: Provision) -> Size:
    """Micro, small or medium, by the limits in force.

    Nothing here tells medium from large: the same programmes are compulsory for both.
    """
    # The table lists micro first, then small; what exceeds both is medium.
    micro, small = typed_rows(limits, SizeLimits)
    if micro.include(capital, yearly_sales):
        return Size.MICRO
    if small.include(capital, yearly_sales):
        return Size.SMALL
    return Size.MEDIUM


def possible_figures(
    enterprise: Enterprise, sizes: Sequence[Size], on: date, law: Law
) -> dict[str, Sequence[object]]:
    """The values the unstated facts about the size may have; none where the size is stated."""
    if enterprise.size is not None:
        return {}
    limits = law.find("scale.limits", on)
    # Without limits in force figures say nothing, and the size itself has to be asked for.
    if limits is None or not states_figures(enterprise):
        return {"enterprise.size": tuple(sizes)}
    micro, small = typed_rows(limits, SizeLimits)
    possible: dict[str, Sequence[object]] = {}
    # One amount for each size stands for all amounts of that size.
    if enterprise.capital is None:
        above_small = small.capital_most + 1
        amounts = (micro.capital_most, small.capital_most, above_small)
        possible["enterprise.capital"] = amounts
    if enterprise.yearly_sales is None:
        above_small = small.sales_most + 1
        amounts = (micro.sales_most, small.sales_most, above_small)
        possible["enterprise.yearly_sales"] = amounts
    return possible


def states_figures(enterprise: Enterprise) -> bool:
    """Whether the capital or the sales are stated."""
    return enterprise.capital is not None or enterprise.yearly_sales is not None
