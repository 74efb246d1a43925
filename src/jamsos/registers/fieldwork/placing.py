"""Which row each line of a returned work list means."""

from typing import Any, NamedTuple

import polars as pl

from jamsos.registers.fieldwork.outcomes import LineOutcome
from jamsos.registers.intake.cells.cell import words
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.seals import line_key
from jamsos.registers.layout import FILE, FILE_ROW, ROW

RIGHT = "right"
STRIKE = "strike"
NOT_YET = "not_yet"
UNKNOWN = "unknown"
_PARTS_OF_A_KEY = len(("column", "problem", "check"))


class Line(NamedTuple):
    """A line that came back."""

    list: str
    line: int
    file: str
    file_row: int | None
    correction: str | None
    numeric: bool
    word: str | None
    """What the column *sudah?* says: right, strike, not_yet, unknown; None: nothing."""
    row: int = 0
    """The row of the register; 0 where there is none."""
    column: str = ""
    problem: str = ""
    outcome: LineOutcome | None = None
    """What became of it; None: it is not decided yet."""

    @property
    def cell(self) -> tuple[int, str]:
        """The row and the column it is about."""
        return self.row, self.column


def placed_lines(lines: pl.DataFrame, register: Register) -> list[Line]:
    """The lines, each with the row and the column its key stands for."""
    rows = register.rows.select(ROW, FILE, pl.col(FILE_ROW).alias("row"))
    sealed = rows.join(register.files.seals, on=ROW, how="inner")
    wanted = sealed.join(lines, on=[FILE, "row"], how="semi")
    candidates: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for source_row, file, row, seal in wanted.select(ROW, FILE, "row", "seal").iter_rows():
        # A file with several sheets has several rows of one number.
        rivals = candidates.setdefault((file, row), [])
        rivals.append((source_row, seal))
    placed: list[Line] = []
    for cells in lines.iter_rows(named=True):
        line = _line(cells)
        key = cells["key"] or ""
        placed.append(_placed(line, key, candidates.get((line.file, line.file_row or 0), [])))
    return placed


def _line(cells: dict[str, Any]) -> Line:
    return Line(
        list=cells["list"],
        line=cells["line"],
        file=cells[FILE] or "",
        file_row=cells["row"],
        correction=cells["correction"],
        numeric=cells["numeric"],
        word=_word(cells["checked"]),
    )


def _word(text: str | None) -> str | None:
    """What the word in the column *sudah?* means."""
    if text is None:
        return None
    # A tick is a sign, and all that plain leaves of it is nothing.
    word = plain(text) or text
    return words("done").get(word, UNKNOWN)


def _placed(line: Line, key: str, candidates: list[tuple[int, str]]) -> Line:
    """The line with its row, or with why it has none."""
    if line.correction is None and line.word is None:
        return line._replace(outcome=LineOutcome.NOT_FILLED)
    if not candidates:
        return line._replace(outcome=LineOutcome.UNKNOWN_ROW)
    parts = key.rsplit("|", _PARTS_OF_A_KEY - 1)
    for row, seal in candidates:
        if len(parts) == _PARTS_OF_A_KEY and key == line_key(seal, parts[0], parts[1]):
            # The check shows that it is a key of ours.
            return line._replace(row=row, column=parts[0], problem=parts[1])
    return line._replace(outcome=LineOutcome.OTHER_LIST)
