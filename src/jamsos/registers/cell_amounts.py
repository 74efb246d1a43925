"""Amounts and counts as people write them: Rp 1.500.000,-; 1,500,000; 1,5 juta; 900 ribu."""

import re
from fractions import Fraction

from jamsos.registers.cells import Cell, Problem, Reader, Repair, nothing, words
from jamsos.values.money import LARGEST

_PLAIN = re.compile(r"\d+", re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_CURRENCY = re.compile(r"^(?:rp|idr)\s*\.?\s*|\s*(?:rp|rupiah|idr)$")
_DASH = re.compile(r"\s*[.,]\s*-+$|\s*-+$")
_CENTS = re.compile(r"(.*\d)[.,](\d\d)", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:(\.|,| )\d{3})(?:\1\d{3})*", re.ASCII)
_ONE_COMMA = re.compile(r"\d{1,3},\d{3}", re.ASCII)
_PART = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))? ?([a-z]+)\.?", re.ASCII)
_DIGITS = re.compile(r"\D", re.ASCII)


def read_amount(text: str, numeric: bool) -> Cell:
    """Read an amount in whole rupiah; what could be two amounts is to be checked.

    >>> read_amount("Rp 1.500.000,-", False).value, read_amount("1,5 juta", False).value
    (1500000, 1500000)
    >>> read_amount("1,500", False)
    Cell(value=None, repair=None, problem=<Problem.AMOUNT_UNCLEAR: 'amount.unclear'>, hint='1500')
    """
    if _PLAIN.fullmatch(text):
        return _whole(Fraction(text), None)
    if numeric:
        return _whole(Fraction(text), None) if _NUMBER.fullmatch(text) else Cell(problem=Problem.AMOUNT_UNCLEAR)
    if nothing(text):
        return Cell(repair=Repair.MISSING)
    bare = _DASH.sub("", _CURRENCY.sub("", text.casefold()))
    return _in_words(bare) or _in_digits(bare)


def _in_digits(text: str) -> Cell:
    """Groups of three with one sign, and two decimals with another."""
    if _ONE_COMMA.fullmatch(text):
        return Cell(problem=Problem.AMOUNT_UNCLEAR, hint=_DIGITS.sub("", text))
    cents = "" if _GROUPED.fullmatch(text) else "00"
    whole = text
    if cents and (found := _CENTS.fullmatch(text)):
        whole, cents = found.groups()
    grouped = _GROUPED.fullmatch(whole)
    same_sign = grouped and whole != text and grouped[1] == text[len(whole)]
    if same_sign or not (grouped or _PLAIN.fullmatch(whole)):
        return Cell(problem=Problem.AMOUNT_UNCLEAR)
    return _whole(Fraction(f"{_DIGITS.sub('', whole)}.{cents or 0}"), Repair.AMOUNT)


def _in_words(text: str) -> Cell | None:
    """Millions and thousands: *1,5 juta*, *1 juta 500 ribu*, the larger first."""
    scales = words("scale")
    parts = [part.groups() for part in _PART.finditer(text)]
    if not parts or not all(scale in scales for _, _, scale in parts) or _PART.sub("", text).strip():
        return None
    sizes = [int(scales[scale]) for _, _, scale in parts]
    values = [Fraction(f"{number}.{part or 0}") * size for (number, part, _), size in zip(parts, sizes, strict=True)]
    fitting = all(value < size for value, size in zip(values[1:], sizes, strict=False))
    return _whole(sum(values, Fraction(0)), Repair.MILLIONS) if fitting else Cell(problem=Problem.AMOUNT_UNCLEAR)


def _whole(amount: Fraction, repair: Repair | None) -> Cell:
    if amount.denominator != 1:
        return Cell(problem=Problem.AMOUNT_FRACTION)
    return Cell(int(amount), repair) if amount <= LARGEST else Cell(problem=Problem.AMOUNT_LARGE)


def whole_reader(least: int, most: int, named: dict[str, int] | None = None) -> Reader:
    """How a count or a number of a list is read: digits, or a name of the list."""
    names = named or {}

    def read(text: str, numeric: bool) -> Cell:
        if _PLAIN.fullmatch(text) and len(text) <= len(str(most)) and least <= int(text) <= most:
            return Cell(int(text))
        if not numeric and nothing(text):
            return Cell(repair=Repair.MISSING)
        if text.casefold() in names:
            return Cell(names[text.casefold()], Repair.WORD)
        return Cell(problem=Problem.WHOLE_UNCLEAR)

    return read
