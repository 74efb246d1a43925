"""Corrections applied: read, put in place, checked again and recorded."""

from datetime import date
from typing import Any

import polars as pl

from jamsos.registers.fieldwork.corrected_cells import BLOCKING, CorrectedCells, read_cells
from jamsos.registers.fieldwork.deciding import Cell, Decided, decided
from jamsos.registers.fieldwork.outcomes import LineOutcome
from jamsos.registers.fieldwork.placing import Line, placed_lines
from jamsos.registers.fieldwork.record import RECORD, AppliedCorrections
from jamsos.registers.fieldwork.returned import Corrections
from jamsos.registers.fieldwork.village_lists import of_files
from jamsos.registers.intake.cell_texts import as_text
from jamsos.registers.intake.cells.cell import shown
from jamsos.registers.intake.checking import check_register
from jamsos.registers.intake.limits import Limits, checked_limits
from jamsos.registers.intake.log import CONFIRMED, Log
from jamsos.registers.intake.reading import check_identities, checked_reading
from jamsos.registers.intake.register import Register
from jamsos.registers.layout import ROW, WHERE
from jamsos.registers.problems import Problem, Repair
from jamsos.values.plain import checked_kind

_CELL = [ROW, "column"]
_IDENTITIES = ("nik", "kk")
_OF_THE_WHOLE_LIST = [
    str(Problem.IDENTITY_MISSING),
    str(Problem.IDENTITY_IS_KK),
    str(Problem.IDENTITY_IS_NIK),
    str(Problem.DIED_BEFORE_BIRTH),
    str(Problem.NAME_LEFT),
    str(Problem.NAME_NUMBER),
    str(Problem.REMARK_LEFT),
]
"""Problems of a cell that another cell of the row may cause or clear."""


def apply_corrections(
    register: Register,
    corrections: Corrections,
    *,
    on: date,
    region: str = "",
    regions: Any = None,
    words: Any = None,
    limits: Limits | None = None,
) -> AppliedCorrections:
    """Apply what came back on work lists, check the register again, and record every line.

    A correction is read as a cell of its column is read. One that cannot be read changes nothing;
    lines that fit no row, whose keys were changed, or that contradict each other are listed and
    never guessed. Where a line says without a correction that the value is right, its problem is
    cleared if it only needs somebody's word, a warning for instance. A row that is struck out is
    rejected, and stands nowhere twice.

    Args:
        register: The register the work lists were written from, read again or kept.
        corrections: What :func:`read_corrections` gave.
        on: As :func:`check_register`.
        region: As :func:`check_register`.
        regions: The region table, if the register was read with one.
        words: The words of the office, if the register was read with them.
        limits: How long a cell may be.

    Raises:
        InputError: for a register that was not read by :func:`read_registers`, or another type.

    """
    reading = checked_reading(on, regions, words)
    bounds = checked_limits(limits)
    before = of_files(register)
    step = "read them with read_corrections(...)"
    returned = checked_kind(Corrections, corrections, "corrections", step)
    rows = before.rows
    columns = [name for name in rows.columns if name not in WHERE]
    todo = decided(placed_lines(returned.lines, before), columns)
    cells = read_cells(rows, todo.corrections, bounds, reading)
    changed = _changed(before, rows, todo, cells)
    checked = check_register(changed, on=on, region=region)
    record = _record(before, rows, todo, cells, checked)
    return AppliedCorrections(register=checked, record=record, refused=returned.refused)


def _changed(
    before: Register, rows: pl.DataFrame, todo: Decided, cells: CorrectedCells
) -> Register:
    """The register with the new cells."""
    frame = rows
    for values in cells.values.values():
        frame = frame.update(values, on=ROW, how="left", include_nulls=True)
    new_cells = cells.cells
    corrected = pl.DataFrame(list(todo.corrections), schema=new_cells.schema, orient="row")
    cleared = before.recorded.join(new_cells, on=_CELL, how="anti", maintain_order="left")
    # What the heading of a part says of its people is said of no cell, and stays.
    of_whole_list = pl.col("problem").is_in(_OF_THE_WHOLE_LIST) & (pl.col("column") != "")
    log = Log(before.repairs, cleared.filter(~of_whole_list))
    log.add(cells.repairs, cells.problems, new_cells)
    done = new_cells.join(corrected, on=_CELL, how="semi")
    for key, cells_of_column in done.group_by("column", maintain_order=True):
        log.repair(cells_of_column[ROW], str(key[0]), Repair.CORRECTED)
    check_identities(frame, log)
    struck_before = set(log.rows("", Problem.ROW_STRUCK))
    struck = [row for row in todo.struck if row not in struck_before]
    log.problem(pl.Series(struck, dtype=pl.Int64), "", Problem.ROW_STRUCK)
    said = pl.DataFrame(todo.confirmed, schema=CONFIRMED, orient="row")
    # What was confirmed was the value before: of another one nobody said anything.
    still_said = before.confirmed.join(new_cells, on=_CELL, how="anti")
    return Register.of(
        "read",
        frame,
        log,
        before.report.metadata,
        before.report.headings,
        before.not_people,
        untaken=before.report.untaken,
        files=before.files,
        confirmed=pl.concat([still_said, said]).unique(maintain_order=True),
    )


def _record(
    before: Register, rows: pl.DataFrame, todo: Decided, cells: CorrectedCells, checked: Register
) -> pl.DataFrame:
    """What became of each line, with the values masked as reports mask them."""
    written = _written(before, rows, todo.lines)
    left = _first_problems(checked.recorded)
    records: list[tuple[object, ...]] = []
    for line in todo.lines:
        outcome = line.outcome
        problem = ""
        if outcome is None:
            problem = cells.refused.get(line.cell, left.get(line.cell, ""))
            outcome = LineOutcome.STILL_WRONG if problem else LineOutcome.ACCEPTED
        is_identity = line.column in _IDENTITIES
        after = shown(line.correction or "", identity=is_identity)
        places = line.list, line.line, line.file, line.file_row, line.column
        values = written.get(line.cell, ""), after
        records.append((*places, *values, outcome, problem or None))
    return pl.DataFrame(records, schema=RECORD, orient="row")


def _written(before: Register, rows: pl.DataFrame, lines: list[Line]) -> dict[Cell, str]:
    """What stood in the cells that lines are about, as a report may show it."""
    wanted = [line.row for line in lines]
    is_wanted = pl.col(ROW).is_in(wanted)
    written: dict[Cell, str] = {}
    for row in rows.filter(is_wanted).iter_rows(named=True):
        for column, value in row.items():
            text = as_text(value) or ""
            written[row[ROW], column] = shown(text, identity=column in _IDENTITIES)
    # A cell that could not be read is empty in the register: its problem shows what stood there.
    problems = before.recorded.filter(is_wanted & (pl.col("value") != ""))
    for row, column, value in problems.select(*_CELL, "value").iter_rows():
        written[row, column] = value
    return written


def _first_problems(problems: pl.DataFrame) -> dict[Cell, str]:
    """The cells that are not cleared, each with its first problem."""
    blocking = problems.filter(pl.col("reaction").is_in(BLOCKING))
    first: dict[Cell, str] = {}
    for row, column, problem in blocking.select(*_CELL, "problem").iter_rows():
        first.setdefault((row, column), problem)
    return first
