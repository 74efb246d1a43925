"""Days as people write them: 17/05/1984, 17-5-84, 17 Mei 1984, 1984-05-17, the number a spreadsheet keeps."""

import re
from datetime import date, timedelta

from attrs import frozen

from jamsos.registers.cells import Cell, Problem, Repair, nothing, words
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
_TIMED = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/., ]\s*(\d{1,2})\s*[-/., ]\s*(\d{4}|\d\d)", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[-/., ]*([a-z]+)[-/., ]*(\d{4}|\d\d)", re.ASCII)
_EIGHT = re.compile(r"(\d\d)(\d\d)(\d{4})", re.ASCII)
_EIGHT_YEAR_FIRST = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_SERIAL = re.compile(r"[1-9]\d{4}", re.ASCII)
"""From 18 May 1927; a shorter number may be a year."""


@frozen
class DayReader:
    """How the days of a column are read on a day."""

    on: date
    first: date
    """Two-digit years are read as the one year after this day."""
    last: date
    """And up to this one."""

    def __call__(self, text: str, numeric: bool) -> Cell:
        """Read one cell."""
        if numeric or _SERIAL.fullmatch(text):
            return self._of_serial(text)
        if nothing(text):
            return Cell(repair=Repair.MISSING)
        if iso := _ISO.fullmatch(text):
            return self._made(iso[1], iso[2], iso[3], None)
        if timed := _TIMED.fullmatch(text):
            return self._made(timed[1], timed[2], timed[3], Repair.TIME)
        return self._written(text.casefold())

    def _written(self, text: str) -> Cell:
        if found := _YEAR_FIRST.fullmatch(text):
            return self._made(found[1], found[2], found[3])
        if found := _DAY_FIRST.fullmatch(text):
            return self._made(found[3], found[2], found[1])
        if (found := _NAMED.fullmatch(text)) and found[2] in words("month"):
            return self._made(found[3], words("month")[found[2]], found[1])
        return self._of_digits(text) if _EIGHT.fullmatch(text) else Cell(problem=Problem.DAY_UNCLEAR)

    def _made(self, year: str, month: str, day: str, repair: Repair | None = Repair.WRITTEN) -> Cell:
        if len(year) == _SHORT_YEAR:
            return self._of_century(year, month, day)
        found = _real(year, month, day)
        return _no_day(year, year, month, day) if found is None else self._of_a_life(found, repair)

    def _of_century(self, year: str, month: str, day: str) -> Cell:
        days = [_real(century + year, month, day) for century in CENTURIES]
        real = [found for found in days if found]
        if not real:
            return _no_day(year, CENTURIES[-1] + year, month, day)
        fitting = [found for found in real if self.first < found <= self.last]
        if len(fitting) == 1:
            return Cell(fitting[0], Repair.CENTURY)
        return Cell(problem=Problem.DAY_CENTURY, hint=" / ".join(found.isoformat() for found in real))

    def _of_digits(self, text: str) -> Cell:
        """Eight digits: day first or year first; no eight digits are a day of a life both ways."""
        ways = (_EIGHT.sub(r"\3 \2 \1", text), _EIGHT_YEAR_FIRST.sub(r"\1 \2 \3", text))
        cells = [self._made(year, month, day) for year, month, day in map(str.split, ways)]
        day = next((cell.value for cell in cells if cell.value), None)
        return Cell(day, Repair.DIGITS) if day else Cell(problem=Problem.DAY_UNCLEAR)

    def _of_serial(self, text: str) -> Cell:
        if not _SERIAL.fullmatch(text):
            return Cell(problem=Problem.DAY_UNCLEAR)
        return self._of_a_life(_EPOCH + timedelta(days=int(text)), Repair.SERIAL)

    def _of_a_life(self, day: date, repair: Repair | None) -> Cell:
        if day > self.on:
            return Cell(problem=Problem.DAY_FUTURE)
        too_old = self.on.year - day.year > YEARS_A_LIFE
        return Cell(problem=Problem.DAY_LONG_AGO) if too_old else Cell(day, repair)


def day_reader(on: date, *, birth: bool) -> DayReader:
    """How the days of a column are read; the days of birth belong to people who may work (K3)."""
    return DayReader(on, add_years(on, -LIVES), add_years(on, -WORKS) if birth else on)


def _no_day(written: str, year: str, month: str, day: str) -> Cell:
    """A day that does not exist, unless its month stands first."""
    if _real(year, day, month) is None:
        return Cell(problem=Problem.DAY_IMPOSSIBLE)
    return Cell(problem=Problem.DAY_MONTH_FIRST, hint=f"{month}-{day}-{written}")


def _real(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
