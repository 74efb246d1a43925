"""Amounts and counts as people write them: Rp 1.500.000,-; 1,500,000; 1,5 juta; 900 ribu.

A heading may give the unit of its column: *dalam ribuan*, *per tahun*.
"""

import re
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from jamsos.registers.intake.cells.cell import Cell, Reader, nothing, without_point_zero, words
from jamsos.registers.problems import Problem, Repair
from jamsos.values.money import LARGEST
from jamsos.workers.worker import MOST_COUNTED, POOREST_DECILE, WEALTHIEST_DECILE

_PLAIN = re.compile(r"\d+", re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_CURRENCY = re.compile(r"^(?:rp|idr)\s*\.?\s*|\s*(?:rp|rupiah|idr)$")
_DASH = re.compile(r"\s*[.,]?\s*[-\u2013\u2014]+$")
"""Also the longer ones that word processors make of it."""
_OF_A_MONTH = re.compile(r"\s*(?:/|per\s?|se)\s*(?:bulan|bln)\.?$", re.IGNORECASE)
"""What an amount says itself: 1.500.000/bln."""
_CENTS = re.compile(r"(.*\d)([.,])(\d\d)", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:(\.|,| )\d{3})(?:\1\d{3})*", re.ASCII)
_ONE_COMMA = re.compile(r"\d{1,3},\d{3}", re.ASCII)
_SCALED = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))? ?([a-z]+)\.?", re.ASCII)
_PEOPLE = re.compile(r"\s*(?:orang|org|jiwa|anak)\.?$", re.IGNORECASE)
"""What a count of people may say beside its number: 2 orang."""
_NO_DIGIT = re.compile(r"\D", re.ASCII)


class _Scaled(NamedTuple):
    """A number before a word for its size: *1,5 juta*."""

    number: Fraction
    size: int

    @property
    def value(self) -> Fraction:
        return self.number * self.size


_DECIMAL = re.compile(r"(\d{1,4})[.,](\d{1,2})", re.ASCII)
"""One or two decimals, as in a column of millions: 1,5."""
THOUSAND = 10**3
_MONTHS = 12
LEAST_INCOME = 10**4
"""Less is what stands in a list in thousands: 900, 1.500, 9.999."""
SMALL_INCOME = 10**5
"""Less may be what somebody earns in a day; it may also be true, so it stands."""
MOST_INCOME = 10**8
"""Five times where the last row of the income table begins (PP 44/2015 Lampiran II): a slipped
zero or a sum of the year is likelier than such a month of a non-wage earner."""
MOST_CHILDREN = 20
"""A slipped zero, or the children of a whole hamlet, is likelier than more."""


@frozen
class AmountReader:
    """How the amounts of a column are read."""

    unit: Fraction = Fraction(1)
    """What the heading says one stands for: a thousand rupiah, a twelfth of a year's."""
    least: int = 0
    """A smaller amount, other than 0, is doubted."""
    most: int = LARGEST
    """A larger amount is doubted."""
    small: int = 0
    """A smaller amount, other than 0, stands with a warning."""

    def __call__(self, text: str, numeric: bool) -> Cell:
        """Read one cell in whole rupiah."""
        cell = self._in_unit(text, numeric)
        if cell.value is None:
            return cell
        amount = cell.value * self.unit
        # Nobody states parts of a rupiah: most likely a sign is out of place.
        if amount.denominator != 1:
            return self._with_parts()
        rupiah = int(amount)
        if rupiah > LARGEST:
            return Cell(problem=Problem.AMOUNT_LARGE)
        if 0 < rupiah < self.least:
            return Cell(problem=Problem.INCOME_LOW)
        if rupiah > self.most:
            return Cell(problem=Problem.INCOME_HIGH)
        repair = cell.repair if self.unit == 1 else Repair.UNIT
        warning = Problem.INCOME_SMALL if 0 < rupiah < self.small else None
        return Cell(rupiah, repair, warning)

    def _in_unit(self, text: str, numeric: bool) -> Cell:
        """The number that is written, before the unit of the column."""
        # In a column of years an amount of a month is to be checked.
        if self.unit.denominator == 1 and _OF_A_MONTH.search(text):
            cell = self._in_unit(_OF_A_MONTH.sub("", text), numeric)
            return cell._replace(repair=cell.repair or Repair.AMOUNT)
        if self.unit <= 1:
            return _exact(text, numeric)
        decimal = _DECIMAL.fullmatch(text)
        if decimal:
            return Cell(Fraction(f"{decimal[1]}.{decimal[2]}"), Repair.AMOUNT)
        cell = _exact(text, numeric)
        # In a column of thousands *900 ribu* may have been meant as it stands.
        if cell.repair is Repair.MILLIONS:
            return Cell(problem=Problem.AMOUNT_UNCLEAR, hint=str(cell.value))
        return cell

    def _with_parts(self) -> Cell:
        if self.unit.denominator == 1:
            return Cell(problem=Problem.AMOUNT_FRACTION)
        return Cell(problem=Problem.AMOUNT_DIVIDED)


def unit_of(size: int, *, yearly: bool) -> Fraction:
    """What one stands for in a column of thousands or millions, of a month or of a year."""
    unit = Fraction(size)
    if yearly:
        unit /= _MONTHS
    return unit


def income_reader(unit: Fraction) -> AmountReader:
    """How the incomes of a column are read: what is too little or too much is doubted."""
    return AmountReader(unit, LEAST_INCOME, MOST_INCOME, SMALL_INCOME)


def read_amount(text: str, numeric: bool) -> Cell:
    """Read an amount in whole rupiah; what could be two amounts is to be checked.

    >>> read_amount("Rp 1.500.000,-", False).value, read_amount("1,5 juta", False).value
    (1500000, 1500000)
    >>> read_amount("1,500", False)
    Cell(value=None, repair=None, problem=<Problem.AMOUNT_UNCLEAR: 'amount.unclear'>, hint='1500')
    """
    return _PLAIN_READER(text, numeric)


_PLAIN_READER = AmountReader()


def _exact(text: str, numeric: bool) -> Cell:
    """The number that is written, whole or as a fraction."""
    if _PLAIN.fullmatch(text):
        return Cell(int(text))
    if numeric:
        return _of_number(text)
    if nothing(text):
        return Cell(repair=Repair.MISSING)
    number = _CURRENCY.sub("", text.casefold())
    bare = _DASH.sub("", number)
    # Rp - and a bare Rp say as little as the dash alone.
    if not bare or nothing(bare):
        return Cell(repair=Repair.MISSING)
    spelled = _scaled_parts(bare)
    if spelled:
        return _in_words(spelled)
    return _in_digits(bare)


def _of_number(text: str) -> Cell:
    """A number of a spreadsheet; one too large for it to write out has an exponent."""
    if _NUMBER.fullmatch(text):
        return Cell(Fraction(text))
    return Cell(problem=Problem.AMOUNT_UNCLEAR)


def _in_digits(text: str) -> Cell:
    """Groups of three with one sign, and two decimals with another."""
    text = without_point_zero(text)
    digits = _NO_DIGIT.sub("", text)
    # 1,500 is fifteen hundred with an English comma, one and a half with an Indonesian one.
    if _ONE_COMMA.fullmatch(text):
        return Cell(problem=Problem.AMOUNT_UNCLEAR, hint=digits)
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        return Cell(Fraction(digits), Repair.AMOUNT)
    parts = _CENTS.fullmatch(text)
    if parts is None:
        return Cell(problem=Problem.AMOUNT_UNCLEAR)
    return _with_cents(parts)


def _with_cents(parts: re.Match[str]) -> Cell:
    whole, sign, cents = parts.groups()
    grouped = _GROUPED.fullmatch(whole)
    # In 1.500.00 one sign would separate both thousands and cents: digits are missing.
    if grouped and grouped[1] == sign:
        return Cell(problem=Problem.AMOUNT_UNCLEAR)
    if grouped or _PLAIN.fullmatch(whole):
        digits = _NO_DIGIT.sub("", whole)
        amount = Fraction(f"{digits}.{cents}")
        return Cell(amount, Repair.AMOUNT)
    return Cell(problem=Problem.AMOUNT_UNCLEAR)


def _scaled_parts(text: str) -> list[_Scaled]:
    """The numbers of an amount in millions and thousands; none where anything else is written."""
    scales = words("scale")
    parts: list[_Scaled] = []
    for part in _SCALED.finditer(text):
        whole, decimals, scale = part.groups(default="0")
        if scale not in scales:
            return []
        amount = Fraction(f"{whole}.{decimals}")
        size = int(scales[scale])
        parts.append(_Scaled(amount, size))
    rest = _SCALED.sub("", text)
    if rest.strip():
        return []
    return parts


def _in_words(parts: list[_Scaled]) -> Cell:
    """Millions and thousands: *1,5 juta*, *1 juta 500 ribu*, the larger first."""
    for larger, smaller in pairwise(parts):
        # In 1 juta 2000 ribu the second part reaches into the first: one is mistyped.
        if smaller.value >= larger.size:
            return Cell(problem=Problem.AMOUNT_UNCLEAR)
    total = Fraction(0)
    for part in parts:
        total += part.value
    return Cell(total, Repair.MILLIONS)


def whole_reader(least: int, most: int) -> Reader:
    """How a count, or a number from a list, is read."""

    def read(text: str, numeric: bool) -> Cell:
        number = _whole_number(without_point_zero(text), most)
        if number is not None and number >= least:
            return Cell(number)
        if not numeric and nothing(text):
            return Cell(repair=Repair.MISSING)
        bare = _PEOPLE.sub("", text)
        if bare != text:
            return read(bare, numeric)._replace(repair=Repair.WORD)
        return Cell(problem=Problem.WHOLE_UNCLEAR)

    return read


_read_children = whole_reader(0, MOST_COUNTED)


def read_children(text: str, numeric: bool) -> Cell:
    """Read how many children somebody has; more than anybody has are doubted.

    >>> read_children("2 orang", False).value, read_children("100", False).problem
    (2, <Problem.CHILDREN_MANY: 'children.many'>)
    """
    cell = _read_children(text, numeric)
    if cell.value is not None and cell.value > MOST_CHILDREN:
        return Cell(problem=Problem.CHILDREN_MANY)
    return cell


_DECILE = re.compile(r"desil *(?:ke)? *-? *([0-9]+)", re.IGNORECASE)
_read_decile = whole_reader(POOREST_DECILE, WEALTHIEST_DECILE)


def read_decile(text: str, numeric: bool) -> Cell:
    """Read a decile: *4*, *Desil 4*.

    >>> read_decile("Desil 4", False).value, read_decile("11", False).problem
    (4, <Problem.WHOLE_UNCLEAR: 'whole.unclear'>)
    """
    named = _DECILE.fullmatch(text)
    if named is None:
        return _read_decile(text, numeric)
    found = _read_decile(named[1], numeric)
    if found.problem is not None:
        return found
    return found._replace(repair=Repair.WORD)


def _whole_number(text: str, most: int) -> int | None:
    """The number in digits, unless it is larger than the most."""
    longest = len(str(most))
    # The length first: Python refuses to turn a text of thousands of digits into a number.
    if len(text) > longest or not _PLAIN.fullmatch(text):
        return None
    number = int(text)
    if number > most:
        return None
    return number
