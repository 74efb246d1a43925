"""The premium rules of a BPU, in the language of ``values.words``: for one worker or a column of them."""

from jamsos.premiums.codes import Relief
from jamsos.premiums.income_table import Run
from jamsos.values.words import minimum, where


def row_number(income: int, runs: tuple[Run, ...], top: int) -> int:
    """The row of Lampiran II an income falls in (Pasal 20 ayat (2); decision D16)."""
    capped = minimum(income, top)
    number = runs[0].first
    for run in runs:
        number = where(capped < run.start, number, run.first + (capped - run.start) // run.width)
    return number


def relief_2025(sector_covered: bool, payer_excluded: bool, kind_covered: bool, late: bool) -> Relief:
    """How PP 50/2025 decides a month it speaks of (Pasal 4 ayat (1); exclusions; decisions D22 to D25)."""
    of_kind = where(kind_covered, where(late, Relief.LATE, Relief.GIVEN), Relief.KIND_NOT_COVERED)
    of_sector = where(sector_covered, of_kind, Relief.SECTOR_NOT_COVERED)
    return where(payer_excluded, Relief.PAYER_EXCLUDED, of_sector)


def relief_2020(registered: int, month: int, last_full: int, paid_up: bool, full_months: int) -> Relief:
    """How PP 49/2020 decides a month (Pasal 13): paid up to the named month, or the third month of a new member."""
    of_new = where(month - registered >= full_months, Relief.GIVEN, Relief.NEW_MEMBER)
    of_old = where(paid_up, Relief.GIVEN, Relief.NOT_PAID_UP)
    return where(registered <= last_full, of_old, of_new)


def due_millionths(normal: int, factor: int, whole: int, relief: Relief) -> int:
    """A contribution after relief, in whole millionths of a rupiah so that every share stays exact."""
    return where(relief == Relief.GIVEN, normal * factor, normal * whole)
