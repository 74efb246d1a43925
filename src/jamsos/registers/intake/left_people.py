"""People of whom a list says beside them that they died, moved away or were struck out.

Such a word stands where no rule looks for it: before a name, in *Keterangan*, or in a column
without a heading.
"""

import re
from collections.abc import Collection

import polars as pl

from jamsos.registers.deaths import dead, tells
from jamsos.registers.intake.cells.cell import words
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.heading_words import listed, words_of
from jamsos.registers.intake.log import Log, repeated
from jamsos.registers.intake.row_kinds import RowKind
from jamsos.registers.intake.tidying import shown_all
from jamsos.registers.layout import NAMED, ROW, WHERE
from jamsos.registers.problems import Problem

_SIGNS = ("\u2020", "\u271d", "(+)")
"""What stands beside the names of the dead."""
_BETWEEN = re.compile(r"[ /&]+")
_NUMBER = r"[0-9](?:\D?[0-9]){3,}"
"""As many digits as a year has; no name has them."""
_WITHOUT_HEADING = re.compile(r"kolom \d+_*")
"""How a column without a heading is called."""


def check_left_people(frame: pl.DataFrame, log: Log) -> None:
    """Record whose name or remark says that they are not there any more.

    Args:
        frame: The rows, with the columns that no rule asks for.
        log: Takes what was found.

    """
    living = frame
    # Where a column says so already, the check of the register tells of it.
    for column in ("died", "died_on"):
        if tells(frame, column):
            living = living.filter(~dead(living, column))
    if "name" in frame.columns:
        _record(living, "name", Problem.NAME_LEFT, words("left_name"), log)
        _check_numbers(frame, log)
    for name in frame.columns:
        if name not in NAMED and name not in WHERE and takes_remarks(name):
            _record(living, name, Problem.REMARK_LEFT, words("left"), log)


def check_left_sections(rows: pl.Series, others: pl.DataFrame, log: Log) -> None:
    """Record the people below the heading of a part that says that they are gone.

    Args:
        rows: The rows that are people.
        others: The rows that are nobody, with ``source_row``, ``kind`` and ``text``.
        log: Takes what was found.

    """
    if others.is_empty():
        return
    parts = others.filter(pl.col("kind").cast(pl.String) == str(RowKind.SECTION)).sort(ROW)
    ends = [*parts[ROW][1:], None]
    for begin, text, end in zip(parts[ROW], parts["text"], ends, strict=False):
        word = _word_of_leaving(text, words("left"))
        if not word:
            continue
        below = rows.filter(rows > begin)
        if end is not None:
            below = below.filter(below < end)
        # It is said of the whole row, and no cell of it could be corrected.
        log.problem(below, "", Problem.REMARK_LEFT, repeated(word, len(below)))


def _check_numbers(frame: pl.DataFrame, log: Log) -> None:
    """Record names in which a number or a day stands: the cells of the row may be shifted."""
    names = frame["name"].cast(pl.String)
    has_number = names.str.contains(_NUMBER)
    rows = frame[ROW].filter(has_number)
    values = shown_all(names.filter(has_number), "name")
    log.problem(rows, "name", Problem.NAME_NUMBER, values)


def takes_remarks(heading: str) -> bool:
    """Whether remarks about a person may stand below a heading."""
    if _WITHOUT_HEADING.fullmatch(heading):
        return True
    return not listed("remarks").keys().isdisjoint(words_of(heading))


def _record(
    frame: pl.DataFrame, column: str, problem: Problem, leaving: Collection[str], log: Log
) -> None:
    pattern = "(?i)" + "|".join([*map(re.escape, _SIGNS), *sorted(leaving)])
    written = frame[column].cast(pl.String)
    # One look at all cells: hardly any list has such a word.
    if not written.str.contains(pattern).any():
        return
    texts = _with_those_above(written)
    cells = frame.select(ROW, text=texts).filter(texts.str.contains(pattern))
    rows: list[int] = []
    found: list[str] = []
    for row, text in cells.iter_rows():
        word = _word_of_leaving(text, leaving)
        if word:
            rows.append(row)
            found.append(word)
    values = pl.Series(found, dtype=pl.String)
    log.problem(pl.Series(rows, dtype=pl.Int64), column, problem, values)


def _with_those_above(texts: pl.Series) -> pl.Series:
    """The remarks, those that stand above in the place of *sda*."""
    is_ditto = texts.str.to_lowercase().is_in(list(words("ditto"))).fill_null(value=False)
    # An empty cell is no remark, and nothing stands above what follows it.
    stated = texts.fill_null("").set(is_ditto, None)
    return stated.forward_fill().fill_null("")


def _word_of_leaving(text: str, leaving: Collection[str]) -> str:
    """The word that says that somebody left; empty where another one takes it back.

    >>> _word_of_leaving("Rekaan Amat (alm)", ["alm"]), _word_of_leaving("bin Amat (alm)", ["alm"])
    ('alm', '')
    """
    for sign in _SIGNS:
        if sign in text:
            return sign
    others = words("left_other")
    for word in _BETWEEN.split(plain(text)):
        # In Amat bin Badu (alm) the father died, and belum meninggal says the contrary.
        if word in others:
            return ""
        if word in leaving:
            return word
    return ""
