"""Days as people write them: 17/05/1984, 17-5-84, 17 Mei 1984, 1984-05-17, or a serial number."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from attrs import frozen

from jamsos.registers.intake.cells.cell import Cell, nothing, words
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.problems import Problem, Repair
from jamsos.values.days import add_years
from jamsos.workers.worker import YEARS_A_LIFE

LIVES = 100
"""Rule K3: a century is taken that gives an age up to about this."""
WORKS = 15
"""Rule K3: and, for workers, an age from this on."""
CENTURIES = ("19", "20")
_EPOCH = date.fromisoformat("1899-12-30")
"""Day 0 of a spreadsheet, which counts a 29 February 1900 that never was."""
_SHORT_YEAR = len("84")

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
MIDNIGHT = r"(?i) (?:0?0[:.]00(?:[:.]00(?:[.,]0+)?)?|12:00(?::00)? am)$"
"""How programs write the time of a day that has none."""
_MIDNIGHT = re.compile(MIDNIGHT, re.ASCII)
_OF_GREENWICH = re.compile(r".*[T ]1[567]:00(?::00(?:\.0+)?)?", re.ASCII)
"""Midnight in one of the three zones of Indonesia, in the time of Greenwich: a day too early."""
_WITH_WEEKDAY = re.compile(r"([a-z']+)[, ]+(\d.*)", re.ASCII)
_TIMED = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/., ]\s*(\d{1,2})\s*[-/., ]\s*(\d{4}|\d\d)", re.ASCII)
_AS_MOST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
"""How most people write a day; nothing else has this form, and no time stands behind it."""
_UNLIKE_SIGNS = re.compile(r"\d+\s*([-/., ])\s*\d+\s*(?!\1)[-/., ]\s*\d+", re.ASCII)
"""Three numbers, the first apart from the second in another way than the second from the third."""
_MONTH_IN_WORDS = re.compile(r"(\d{1,2})[-/., ]*([a-z]+)[-/., ]*(\d{4}|\d\d)", re.ASCII)
_EIGHT = re.compile(r"(\d\d)(\d\d)(\d{4})", re.ASCII)
_EIGHT_YEAR_FIRST = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_SERIAL = re.compile(r"[1-9]\d{4}", re.ASCII)
"""From 18 May 1927; a shorter number may be a year."""


class _Day(NamedTuple):
    """A day in the digits that were written."""

    year: str
    month: str
    day: str

    def of_century(self, century: str) -> "_Day":
        """The day with all four digits of its year."""
        return self._replace(year=century + self.year)

    def real(self) -> date | None:
        """The day, if there is one."""
        # The calendar decides: 29 February exists in some years only.
        try:
            year = int(self.year)
            month = int(self.month)
            return date(year, month, int(self.day))
        except ValueError:
            return None


_TIME = re.compile(r"[t ]\d\d:\d\d.*$", re.ASCII)
_SIGNS = re.compile(r"[-/., ]+")
_AT_FIRST_DIGIT = re.compile(r"\D*(?=\d)", re.ASCII)


@frozen
class DayReader:
    """How the days of a column are read on a day."""

    on: date
    first: date
    """A year of two digits is read as the only one that gives a day after this one."""
    last: date
    """And up to this one."""
    birth: bool = False
    """Whether the days are births of people old enough to work."""
    month_first: bool = False
    """Whether the heading says that the month stands before the day."""

    def __call__(self, text: str, numeric: bool) -> Cell:
        """Read one cell."""
        if not numeric:
            usual = self._usual(text)
            # Of thousands of births most need no look at anything else.
            if usual is not None:
                return usual
        if _is_zero(text):
            return Cell(repair=Repair.MISSING)
        # Spreadsheets keep a day as a number; five digits are no other way to write one.
        if numeric or _SERIAL.fullmatch(text):
            return self._of_serial(text)
        if nothing(text):
            return Cell(repair=Repair.MISSING)
        timed = _TIMED.fullmatch(text)
        if timed and not _OF_GREENWICH.fullmatch(text):
            return self._made(_year_first(timed), Repair.TIME)
        written = _MIDNIGHT.sub("", text.casefold())
        weekdays = words("weekday")
        with_weekday = _WITH_WEEKDAY.fullmatch(written)
        if with_weekday and with_weekday[1] in weekdays:
            cell = self._written(with_weekday[2])
            return _checked_weekday(cell, int(weekdays[with_weekday[1]]))
        return self._written(written)

    def _usual(self, text: str) -> Cell | None:
        """A day as systems write it, or as most people do; None where it is neither."""
        zeros = words("no_day")
        iso = _ISO.fullmatch(text)
        if iso and text not in zeros:
            return self._made(_year_first(iso), None)
        as_most = _AS_MOST.fullmatch(text)
        if as_most is None or self.month_first:
            return None
        if "-".join(as_most.groups()) in zeros:
            return Cell(repair=Repair.MISSING)
        return self._made(_day_first(as_most))

    def _written(self, text: str) -> Cell:
        year_first = _YEAR_FIRST.fullmatch(text)
        if year_first:
            return self._made(_year_first(year_first))
        # Indonesia writes the day before the month: 5/3 is 5 March, as in every office.
        in_digits = _DAY_FIRST.fullmatch(text)
        if in_digits and self.month_first:
            return self._made(_month_first(in_digits), Repair.MONTH_FIRST)
        if in_digits:
            return self._made(_day_first(in_digits))
        in_words = _MONTH_IN_WORDS.fullmatch(text)
        months = words("month")
        if in_words and in_words[2] in months:
            day = _day_first(in_words)
            month = months[day.month]
            return self._made(day._replace(month=month))
        return self._of_digits(text)

    def _made(self, day: _Day, repair: Repair | None = Repair.WRITTEN) -> Cell:
        if len(day.year) == _SHORT_YEAR:
            return self._of_century(day)
        real = day.real()
        if real is None:
            return self._no_day(day, day.year)
        return self._of_a_life(real, repair)

    def _of_century(self, day: _Day) -> Cell:
        real: list[date] = []
        for century in CENTURIES:
            candidate = day.of_century(century).real()
            if candidate:
                real.append(candidate)
        if not real:
            last = day.of_century(CENTURIES[-1])
            return self._no_day(last, day.year)
        # Both centuries may give a day that exists: only the age of the person tells them apart.
        fitting = [candidate for candidate in real if self._fits(candidate)]
        if len(fitting) == 1:
            return Cell(fitting[0], Repair.CENTURY)
        candidates = [candidate.isoformat() for candidate in real]
        hint = " / ".join(candidates)
        return Cell(problem=Problem.DAY_CENTURY, hint=hint)

    def _fits(self, day: date) -> bool:
        return self.first < day <= self.last

    def _of_digits(self, text: str) -> Cell:
        """Eight digits, the day first or the year first."""
        day_first = _EIGHT.fullmatch(text)
        year_first = _EIGHT_YEAR_FIRST.fullmatch(text)
        if not day_first or not year_first:
            return Cell(problem=Problem.DAY_UNCLEAR)
        # No eight digits give a day of somebody's life both ways, so the order does not matter.
        cell = self._made(_day_first(day_first))
        if cell.value is None:
            cell = self._made(_year_first(year_first))
        if cell.value is None:
            return Cell(problem=Problem.DAY_UNCLEAR)
        return Cell(cell.value, Repair.DIGITS)

    def _of_serial(self, text: str) -> Cell:
        if not _SERIAL.fullmatch(text):
            return Cell(problem=Problem.DAY_UNCLEAR)
        since_start = timedelta(days=int(text))
        day = _EPOCH + since_start
        return self._of_a_life(day, Repair.SERIAL)

    def _of_a_life(self, day: date, repair: Repair | None) -> Cell:
        other = self._in_another_century(day)
        if other is not None:
            return Cell(problem=Problem.DAY_WRONG_CENTURY, hint=other.isoformat())
        if day > self.on:
            return Cell(problem=Problem.DAY_FUTURE)
        years = self.on.year - day.year
        if years > YEARS_A_LIFE:
            return Cell(problem=Problem.DAY_LONG_AGO)
        return Cell(day, repair)

    def _in_another_century(self, day: date) -> date | None:
        """The birth a century away that gives a worker's age, where the written one gives none."""
        if not self.birth:
            return None
        if day <= self.first:
            other = add_years(day, LIVES)
        elif day.year > self.on.year:
            other = add_years(day, -LIVES)
        else:
            return None
        if self._fits(other):
            return other
        return None

    def _no_day(self, day: _Day, written: str) -> Cell:
        """A day that does not exist, unless day and month were written in the other order."""
        other_order = _Day(day.year, day.day, day.month)
        if other_order.real() is None:
            return Cell(problem=Problem.DAY_IMPOSSIBLE)
        hint = f"{day.month}-{day.day}-{written}"
        if self.month_first:
            return Cell(problem=Problem.DAY_ORDER, hint=hint)
        return Cell(problem=Problem.DAY_MONTH_FIRST, hint=hint)


@frozen
class AfterPlace:
    """How a cell is read in which the place of birth stands before the day."""

    read: DayReader

    def __call__(self, text: str, numeric: bool) -> Cell:
        """Read the day of one cell: *Sangatta, 17-05-1984*."""
        _, comma, after_comma = text.rpartition(",")
        written = after_comma.strip()
        # Without a comma the day begins where the digits do: Sangatta 17 Mei 1984.
        begin = _AT_FIRST_DIGIT.match(written)
        place = ""
        if begin:
            place = begin[0]
            written = written[begin.end() :]
        # In Blok 3 5-84 the first number may be of the place, in Palembang 30111 all of it is.
        is_cut = not comma and written != text
        is_of_place = _UNLIKE_SIGNS.fullmatch(written) or _SERIAL.fullmatch(written)
        if is_cut and (is_of_place or _has_a_number(place)):
            return Cell(problem=Problem.DAY_UNCLEAR)
        cell = self.read(written, numeric)
        if cell.value is None or written == text:
            return cell
        return Cell(cell.value, Repair.AFTER_PLACE)


def _has_a_number(place: str) -> bool:
    """Whether a place is one that has a number: SP 1, Blok 3."""
    last = plain(place).split()[-1:]
    return not words("numbered_place").keys().isdisjoint(last)


def _checked_weekday(cell: Cell, weekday: int) -> Cell:
    """A day that was read, unless it fell on another day of the week than is written."""
    if cell.value is None or cell.value.weekday() == weekday:
        return cell
    return Cell(problem=Problem.DAY_UNCLEAR)


def _is_zero(text: str) -> bool:
    """Whether a cell holds what systems and spreadsheets write where there is no day."""
    small = text.casefold()
    day = _TIME.sub("", small)
    zeros = words("no_day")
    # The first second of computers is no day either where its hour is that of Indonesia.
    return _SIGNS.sub("-", day) in zeros or small.replace("t", " ") in zeros


def day_reader(on: date, *, birth: bool, month_first: bool = False) -> DayReader:
    """How the days of a column are read; births are those of people old enough to work (K3)."""
    if birth:
        first = add_years(on, -LIVES)
        last = add_years(on, -WORKS)
        return DayReader(on, first, last, birth, month_first)
    # Of a death next month, written too early or wrongly, the nearer century is the future.
    first = add_years(on, -LIVES // 2)
    return DayReader(on, first, on, month_first=month_first)


def _year_first(parts: re.Match[str]) -> _Day:
    year, month, day = parts.group(1, 2, 3)
    return _Day(year, month, day)


def _day_first(parts: re.Match[str]) -> _Day:
    day, month, year = parts.group(1, 2, 3)
    return _Day(year, month, day)


def _month_first(parts: re.Match[str]) -> _Day:
    month, day, year = parts.group(1, 2, 3)
    return _Day(year, month, day)
