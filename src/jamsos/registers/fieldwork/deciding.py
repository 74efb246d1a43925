"""What the lines of returned work lists ask for together, where they do not contradict."""

from collections.abc import Iterable
from typing import NamedTuple

from jamsos.registers.fieldwork.outcomes import LineOutcome, needs_only_a_word
from jamsos.registers.fieldwork.placing import NOT_YET, STRIKE, UNKNOWN, Line
from jamsos.registers.problems import Problem

Cell = tuple[int, str]
"""The row and the column of a cell."""


class Written(NamedTuple):
    """What is written in the place of a correction."""

    text: str | None
    numeric: bool


class Decided(NamedTuple):
    """What is to be done, and what became of every other line."""

    lines: list[Line]
    """Every line; without an outcome where its correction is still to be read."""
    corrections: dict[Cell, Written]
    confirmed: list[tuple[int, str, str]]
    struck: list[int]


def decided(lines: Iterable[Line], columns: Iterable[str]) -> Decided:
    """Decide on every line by itself, then on its row, then on its cell.

    Args:
        lines: The lines with their rows.
        columns: The columns of the register.

    """
    known = set(columns)
    single = [_by_itself(line, known) for line in lines]
    by_row = _rows(single)
    corrections, contradicted = _corrections(by_row)
    last: list[Line] = []
    confirmed: list[tuple[int, str, str]] = []
    struck: set[int] = set()
    for line in by_row:
        found = _by_cell(line, corrections, contradicted)
        last.append(found)
        if found.outcome is LineOutcome.CONFIRMED:
            confirmed.append((*found.cell, found.problem))
        if found.outcome is LineOutcome.STRUCK:
            struck.add(found.row)
    return Decided(last, corrections, confirmed, sorted(struck))


def _by_itself(line: Line, columns: set[str]) -> Line:
    """A line whose own cells leave it open, or contradict each other."""
    outcome = line.outcome
    if outcome is not None:
        return line
    if line.word == UNKNOWN:
        outcome = LineOutcome.UNKNOWN_WORD
    elif line.word == NOT_YET:
        outcome = LineOutcome.NOT_YET
    elif line.word == STRIKE and line.correction is not None:
        outcome = LineOutcome.CONTRADICTION
    elif line.correction is not None and line.column not in columns:
        outcome = LineOutcome.NO_CELL
    return line._replace(outcome=outcome)


def _rows(lines: list[Line]) -> list[Line]:
    """The lines of rows that are struck out; one of them may correct a cell all the same."""
    struck: set[int] = set()
    corrected: set[int] = set()
    for line in lines:
        if line.outcome is not None:
            continue
        if line.word == STRIKE:
            struck.add(line.row)
        if line.correction is not None:
            corrected.add(line.row)
    found: list[Line] = []
    for line in lines:
        outcome = line.outcome
        if outcome is None and line.row in struck:
            outcome = LineOutcome.COVERED
            if line.word == STRIKE:
                outcome = LineOutcome.STRUCK
            if line.row in corrected:
                outcome = LineOutcome.CONTRADICTION
        found.append(line._replace(outcome=outcome))
    return found


def _corrections(lines: list[Line]) -> tuple[dict[Cell, Written], set[Cell]]:
    """The correction of each cell, and the cells with several that differ."""
    written: dict[Cell, Written] = {}
    contradicted: set[Cell] = set()
    for line in lines:
        if line.outcome is not None or line.correction is None:
            continue
        correction = Written(line.correction, line.numeric)
        if written.setdefault(line.cell, correction) != correction:
            contradicted.add(line.cell)
    for cell in contradicted:
        del written[cell]
    return written, contradicted


def _by_cell(line: Line, corrections: dict[Cell, Written], contradicted: set[Cell]) -> Line:
    """A line as the lines of its cell make it."""
    if line.outcome is not None:
        return line
    if line.cell in contradicted:
        return line._replace(outcome=LineOutcome.CONTRADICTION)
    if line.correction is not None:
        return line
    # Nothing but the word that it is done or right is left here.
    if line.cell in corrections:
        return line._replace(outcome=LineOutcome.COVERED)
    if needs_only_a_word(Problem(line.problem)):
        return line._replace(outcome=LineOutcome.CONFIRMED)
    return line._replace(outcome=LineOutcome.NEEDS_VALUE)
