"""The row of an income, in the language of ``values.words``: for one worker or a whole column."""

from jamsos.premiums.bpu.income_table import Run
from jamsos.values.words import minimum, where


def row_number(income: int, runs: tuple[Run, ...], top: int) -> int:
    """The row of Lampiran II an income falls in, or another value of that row.

    Legal source: PP 44/2015 Pasal 20 ayat (2); decision D16.
    """
    # Above the start of the last row every income is in that row: the table has no end.
    capped = minimum(income, top)
    number = _in_run(capped, runs[0])
    for run in runs[1:]:
        is_below = capped < run.start
        number = where(is_below, number, _in_run(capped, run))
    return number


def _in_run(income: int, run: Run) -> int:
    """The number, or another value, of the row of a run an income falls in."""
    rows_above = (income - run.start) // run.width
    is_flat = run.step == 0
    steps = run.step * rows_above
    return where(is_flat, run.first, run.first + steps)
