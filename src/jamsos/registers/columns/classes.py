"""The classes of values of each fact that the rules may treat differently, and their tests."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial, reduce
from operator import or_
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw
from attrs import frozen

from jamsos.registers.facts import CODES, Schema
from jamsos.values.days import ONE_DAY
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import Segment

Facts: TypeAlias = Mapping[str, Any]
"""What a class of people states: a value for each fact, by the name of the fact."""

Stated: TypeAlias = frozenset[str]
"""The names of the facts a register states."""

ClassTest: TypeAlias = Callable[[], nw.Expr]
"""Builds the expression that says whether a row is of a class."""


@frozen(eq=False)
class Facet:
    """One fact, with one value for each class of values that the rules may treat differently."""

    name: str
    values: tuple[Any, ...]
    """None stands for a fact that nobody stated."""
    tests: Mapping[Any, ClassTest] | None = None
    """The test of each class but None; without tests, every value is a class of its own."""
    unstated: Any = None
    """What holds for everybody in a register without the column."""

    def among(self, values: Sequence[Any]) -> nw.Expr:
        """Whether a row is of one of these classes; empty where nothing is stated.

        An empty answer counts as no. With None among the classes the answer is never empty.
        """
        tests: list[nw.Expr] = []
        # This test comes first: empty or true is true, so the others may be empty.
        if None in values:
            column = nw.col(self.name)
            tests.append(column.is_null())
        stated = [value for value in values if value is not None]
        if self.tests is not None:
            for value in stated:
                test = self.tests[value]
                tests.append(test())
        elif stated:
            tests.append(_is_one_of(self.name, stated))
        return reduce(or_, tests)


def _is_one_of(name: str, values: Sequence[Any]) -> nw.Expr:
    """Whether a column holds one of these values."""
    column = nw.col(name)
    raw = [written for value in values for written in _raw(value)]
    if len(raw) == 1:
        return column == raw[0]
    return column.is_in(raw)


def _raw(value: object) -> tuple[object, ...]:
    """A value as a column may hold it: a code is text there, in each of its spellings."""
    if isinstance(value, Code):
        return value.spellings
    return (value,)


def within(name: str, codes: Sequence[int]) -> nw.Expr:
    """Whether a column without gaps holds one of these codes."""
    column = nw.col(name)
    least = min(codes)
    most = max(codes)
    # Neighbours are compared as a range: engines do that faster than a look at a list.
    numbers_between = most - least + 1
    are_neighbours = numbers_between == len(set(codes))
    if not are_neighbours:
        return column.is_in(list(codes))
    if least == most:
        return column == least
    from_least = column >= least
    up_to_most = column <= most
    return from_least & up_to_most


def code_facet(name: str) -> Facet:
    """A fact of a closed list; without the column of segments everybody is BPU."""
    values = (None, *CODES[name])
    if name == "segment":
        return Facet(name, values, unstated=Segment.BPU)
    return Facet(name, values)


def flag_facet(name: str) -> Facet:
    """A fact that is yes or no."""

    def yes() -> nw.Expr:
        return nw.col(name)

    def no() -> nw.Expr:
        return ~nw.col(name)

    tests = {True: yes, False: no}
    return Facet(name, (None, True, False), tests)


def day_facet(name: str, last_days: Sequence[date]) -> Facet:
    """A day: up to each of the cut-off days, or after all of them."""
    tests: dict[date, ClassTest] = {}
    before: date | None = None
    for cut in sorted(set(last_days)):
        tests[cut] = between(name, before, cut)
        before = cut
    after_all = date.min
    if before is not None:
        after_all = before + ONE_DAY
    tests[after_all] = between(name, before, None)
    return Facet(name, (None, *tests), tests)


def between(name: str, after: date | None, last: date | None) -> ClassTest:
    """The test whether a day lies after one day and not after another; None: no bound."""

    def test() -> nw.Expr:
        column = nw.col(name)
        bounds: list[nw.Expr] = []
        if after is not None:
            bounds.append(column > after)
        if last is not None:
            bounds.append(column <= last)
        if not bounds:
            bounds.append(~column.is_null())
        # An empty day stays empty: it is in no stretch of days.
        return nw.all_horizontal(*bounds, ignore_nulls=False)

    return test


def threshold_facet(name: str, limit: int) -> Facet:
    """A count that reaches a threshold or stays below it."""

    def reaches() -> nw.Expr:
        return nw.col(name) >= limit

    def stays_below() -> nw.Expr:
        return nw.col(name) < limit

    tests: dict[int, ClassTest] = {limit: reaches}
    # No count is below 0: with a threshold of 0 there is one class only.
    if limit > 0:
        tests[limit - 1] = stays_below
    return Facet(name, (None, *tests), tests)


def count_facet(name: str, most: int) -> Facet:
    """A count; more than ``most`` is the same as ``most``."""

    def is_exactly(number: int) -> ClassTest:
        return lambda: nw.col(name) == number

    def at_least_most() -> nw.Expr:
        return nw.col(name) >= most

    tests: dict[int, ClassTest] = {}
    for number in range(most):
        tests[number] = is_exactly(number)
    tests[most] = at_least_most
    return Facet(name, (None, *tests), tests)


def region_facet(region: str) -> Facet:
    """The district on the identity card: in the region, in a wider one around it, or elsewhere."""
    if not region:
        return Facet(_RESIDENT, (None,))
    digits = region.replace(".", "")
    in_and_around = _Region(digits)
    tests: dict[str, ClassTest] = {digits: in_and_around.has_district}
    for wider_code in in_and_around.wider:
        tests[wider_code] = partial(_is_code, wider_code)
    other_province = _other_province(digits)
    tests[other_province] = in_and_around.lies_elsewhere
    return Facet(_RESIDENT, (None, *tests), tests)


@frozen
class _Region:
    """The region of a local programme, and whether the district on an identity card lies in it."""

    digits: str
    """Its code without dots."""

    @property
    def wider(self) -> list[str]:
        """The codes of the wider regions around it."""
        # A province alone does not say whether its district is the one of the programme.
        ends = range(2, len(self.digits), 2)
        return [self.digits[:end] for end in ends]

    def has_district(self) -> nw.Expr:
        """Whether the district lies in the region."""
        return _district().str.starts_with(self.digits)

    def lies_elsewhere(self) -> nw.Expr:
        """Whether the district certainly lies outside."""
        is_wider = _district().is_in(self.wider)
        may_lie_in_region = self.has_district() | is_wider
        return ~may_lie_in_region


_RESIDENT = "resident_of"


def _district() -> nw.Expr:
    # Registers write 64.08 and 6408 alike.
    column = nw.col(_RESIDENT)
    return column.str.replace_all(".", "", literal=True)


def _is_code(code: str) -> nw.Expr:
    return _district() == code


def _other_province(digits: str) -> str:
    """The code of a province in which a region does not lie."""
    return "98" if digits.startswith("99") else "99"


def in_register(facet: Facet, stated: Stated) -> Facet:
    """The facet as a register states it: without its column everybody is of one class."""
    if facet.name in stated:
        return facet
    return Facet(facet.name, (facet.unstated,))


def unknown_code(name: str, schema: Schema) -> nw.Expr | None:
    """Whether a row holds a code that is not on the list; empty where it holds none.

    None where the type of the column leaves no room for such a code.
    """
    codes = [written for code in CODES[name] for written in code.spellings]
    column_type = schema[name]
    # An enumeration holds nothing but its categories: no row has to be looked at.
    if isinstance(column_type, nw.Enum):
        categories = set(column_type.categories)
        if categories <= set(codes):
            return None
    on_list = nw.col(name).is_in(codes)
    return ~on_list


def outside(name: str, least: Any, most: Any) -> Any:
    """Whether a row states a value outside these two; empty where it states none."""
    column = nw.col(name)
    too_small = column < least
    too_large = column > most
    return too_small | too_large


def int64_or_zero(name: str) -> Any:
    """A whole number in the 64 bits the rules count in; 0 where nothing was stated."""
    number = nw.col(name).cast(nw.Int64)
    return number.fill_null(0)
