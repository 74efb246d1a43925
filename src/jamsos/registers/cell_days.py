"""Days as people write them: 17/05/1984, 17-5-84, 17 Mei 1984, 1984-05-17, the number a spreadsheet keeps."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from jamsos.registers.cells import Cell, Problem, Reader, Repair, nothing, words
from jamsos.values.days import add_years
from jamsos.workers.worker import YEARS_A_LIFE

LIVES = 100
"""Rule K3: a century is taken that gives an age up to about this."""
WORKS = 15
"""Rule K3: and, for workers, an age from this on."""
CENTURIES = ("19", "20")
_EPOCH = date.fromisoformat("1899-12-30")
"""The day before day 1 of a spreadsheet, moved by its 29 February 1900."""
_SHORT_YEAR = len("84")

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/., ]\s*(\d{1,2})\s*[-/., ]\s*(\d{4}|\d\d)", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[-/., ]*([a-z]+)[-/., ]*(\d{4}|\d\d)", re.ASCII)
_EIGHT = re.compile(r"(\d\d)(\d\d)(\d{4})", re.ASCII)
_SERIAL = re.compile(r"[1-9]\d{4}", re.ASCII)
"""From 18 May 1927; a shorter number may be a year."""

Make = Callable[[str, str, str], Cell]


def day_reader(on: date, *, birth: bool) -> Reader:
    """How the days of a column are read on a day; the days of birth belong to people who may work (K3)."""
    first, last = add_years(on, -LIVES), add_years(on, -WORKS) if birth else on

    def made(year: str, month: str, day: str, repair: Repair | None = Repair.WRITTEN) -> Cell:
        if len(year) == _SHORT_YEAR:
            return _of_century(year, month, day)
        found = _real(year, month, day)
        if found is None:
            return _no_day(year, year, month, day)
        return _within_a_life(found, on, repair)

    def _of_century(year: str, month: str, day: str) -> Cell:
        days = [_real(century + year, month, day) for century in CENTURIES]
        real = [found for found in days if found]
        if not real:
            return _no_day(year, CENTURIES[-1] + year, month, day)
        fitting = [found for found in real if first < found <= last]
        if len(fitting) == 1:
            return Cell(fitting[0], Repair.CENTURY)
        return Cell(problem=Problem.DAY_CENTURY, hint=" / ".join(found.isoformat() for found in real))

    def read(text: str, numeric: bool) -> Cell:
        if numeric or _SERIAL.fullmatch(text):
            return _of_serial(text, on)
        if nothing(text):
            return Cell(repair=Repair.MISSING)
        if iso := _ISO.fullmatch(text):
            return made(*iso.groups(), repair=None)
        if timed := _TIMED.fullmatch(text):
            cell = read(timed[1], False)
            return cell if cell.problem else cell._replace(repair=Repair.TIME)
        return _written(text.casefold(), made)

    return read


def _written(text: str, made: Make) -> Cell:
    if found := _YEAR_FIRST.fullmatch(text):
        return made(*found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        return made(found[3], found[2], found[1])
    if (found := _NAMED.fullmatch(text)) and found[2] in words("month"):
        return made(found[3], words("month")[found[2]], found[1])
    if found := _EIGHT.fullmatch(text):
        return _of_digits(text, made)
    return Cell(problem=Problem.DAY_UNCLEAR)


def _no_day(written: str, year: str, month: str, day: str) -> Cell:
    """A day that does not exist, unless its month stands first."""
    if _real(year, day, month) is None:
        return Cell(problem=Problem.DAY_IMPOSSIBLE)
    return Cell(problem=Problem.DAY_MONTH_FIRST, hint=f"{month}-{day}-{written}")


def _of_digits(text: str, made: Make) -> Cell:
    """Eight digits: day first or year first; no eight digits are a day of a life both ways."""
    year = len("1984")
    month = year + len("05")
    cells = [made(text[-year:], text[2:-year], text[:2]), made(text[:year], text[year:month], text[month:])]
    day = next((cell.value for cell in cells if cell.value), None)
    return Cell(day, Repair.DIGITS) if day else Cell(problem=Problem.DAY_UNCLEAR)


def _of_serial(text: str, on: date) -> Cell:
    if not _SERIAL.fullmatch(text):
        return Cell(problem=Problem.DAY_UNCLEAR)
    return _within_a_life(_EPOCH + timedelta(days=int(text)), on, Repair.SERIAL)


def _within_a_life(day: date, on: date, repair: Repair | None) -> Cell:
    if day > on:
        return Cell(problem=Problem.DAY_FUTURE)
    if on.year - day.year > YEARS_A_LIFE:
        return Cell(problem=Problem.DAY_LONG_AGO)
    return Cell(day, repair)


def _real(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
