"""What a what-if may put in the place of a value: checked, in the unit of the law."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jamsos.errors import InputError, kind_of
from jamsos.law.provisions import Provision, Scalar, Value
from jamsos.values.days import ONE_DAY, checked_day
from jamsos.values.money import MILLION, checked_rupiah
from jamsos.values.months import Month, checked_month
from jamsos.values.plain import as_tuple, as_whole, checked_whole

_HUNDRED = 100
_PERCENT: Final = "percent"
_SHARE: Final = "share"


def unit_word(provision: Provision) -> str:
    """The word by which a call states a value of the provision.

    >>> from jamsos.law import current
    >>> unit_word(current().get("jkk.stmb_shares", date(2026, 1, 1)))
    'table'
    """
    if provision.unit == _SHARE:
        return _PERCENT
    return provision.unit.replace(" ", "_")


def supposed_value(provision: Provision, stated: Mapping[str, object]) -> Value:
    """The value that was stated by its unit, in the form of the law.

    Raises:
        InputError: for another unit than that of the provision, or what is no value of it.

    """
    place = f"value of {provision.id}"
    unit = unit_word(provision)
    if unit == "rule":
        step = "use end or take_away; nothing else can be supposed of it"
        raise InputError(place, sorted(stated), "no value: it is a rule without a number", step)
    if list(stated) != [unit]:
        step = f"write {unit}=..."
        raise InputError(place, sorted(stated), f"one value, in the unit {unit!r}", step)
    return _read(provision, stated[unit], place)


def _read(provision: Provision, value: object, place: str) -> Value:
    if provision.unit == "rupiah":
        return checked_rupiah(value, place)
    if provision.unit == _SHARE:
        return _parts_per_million(value, place)
    if provision.unit == "date":
        return checked_day(value, place)
    if provision.unit == "codes":
        return _codes(value, place)
    if provision.unit == "table":
        return _table(provision, value, place)
    return checked_whole(value, place, 0)


def _parts_per_million(value: object, place: str) -> int:
    """A share stated in per cent: exact, and no finer than the law can hold."""
    share = _exact(value) * MILLION / _HUNDRED
    if not 0 <= share <= MILLION or share.denominator != 1:
        allowed = "per cent from 0 to 100, as int, text or Fraction, with at most four decimals"
        raise InputError(place, value, allowed, "write 50, or '0.24' for parts of a per cent")
    return int(share)


def _exact(value: object) -> Fraction:
    """A number without any rounding; below 0, and so refused, for what is none."""
    whole = as_whole(value)
    if whole is not None:
        return Fraction(whole)
    if isinstance(value, str | Fraction | Decimal):
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError, OverflowError):
            return Fraction(-1)
    return Fraction(-1)


def _codes(value: object, place: str) -> tuple[str, ...]:
    codes = as_tuple(value)
    words = tuple(code for code in codes or () if isinstance(code, str) and code)
    if not words or codes != words:
        raise InputError(place, value, "a list of codes as texts", "write [one, another]")
    return words


def _table(provision: Provision, value: object, place: str) -> tuple[tuple[Scalar, ...], ...]:
    """Rows with the columns of the table, and cells of the types its first row has."""
    allowed = f"a list of rows of {', '.join(provision.columns)}"
    rows: list[tuple[Scalar, ...]] = []
    types = [type(cell) for cell in provision.rows[0]]
    for number, row in enumerate(as_tuple(value) or ()):
        cells = as_tuple(row)
        if cells is None or [type(cell) for cell in cells] != types:
            step = "write each row as the law has it: law.get(...).value"
            raise InputError(f"{place}[{number}]", row, allowed, step)
        rows.append(provision_cells(cells))
    if not rows:
        raise InputError(place, kind_of(value), allowed, "give at least one row")
    return tuple(rows)


def provision_cells(cells: tuple[object, ...]) -> tuple[Scalar, ...]:
    """The cells of a row as the law keeps them."""
    return tuple(cell for cell in cells if isinstance(cell, int | str | date))


def first_day_of(value: object, name: str) -> date:
    """The first day of a stretch of time: a day, or the first of a month.

    >>> first_day_of("2027-03", "first")
    datetime.date(2027, 3, 1)
    """
    if isinstance(value, str | Month):
        return checked_month(value, name).first_day
    return checked_day(value, name)


def day_after(value: object, name: str) -> date:
    """The first day after a stretch of time that ends with a day or a month.

    >>> day_after("2027-03", "last"), day_after(date(2027, 3, 31), "last")
    (datetime.date(2027, 4, 1), datetime.date(2027, 4, 1))
    """
    if isinstance(value, str | Month):
        return (checked_month(value, name) + 1).first_day
    return checked_day(value, name) + ONE_DAY
