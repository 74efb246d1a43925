"""The record kept of a register while it is read and checked: each repair and each problem."""

from functools import cache
from typing import Any

import polars as pl

from jamsos.errors import masked
from jamsos.registers.layout import NAMED, ROW
from jamsos.registers.problems import Problem, Reaction, Repair

PROBLEMS: dict[str, Any] = {
    ROW: pl.Int64,
    "column": pl.String,
    "value": pl.String,
    "problem": pl.Enum(Problem),
    "reaction": pl.Enum(Reaction),
    "hint": pl.String,
}
"""What is recorded of each problem."""
REPAIRS: dict[str, Any] = {
    ROW: pl.Int64,
    "column": pl.String,
    "repair": pl.Enum(Repair),
}
"""What is recorded of each repair."""
CONFIRMED: dict[str, Any] = {
    ROW: pl.Int64,
    "column": pl.String,
    "problem": pl.Enum(Problem),
}
"""What is recorded of each problem that somebody looked at and found right."""


_OF_FORMULAS = (Problem.CELL_ERROR, Problem.CELL_FORMULA)


class Log:
    """The repairs and problems of a register, while it is read or checked."""

    def __init__(
        self, repairs: pl.DataFrame | None = None, problems: pl.DataFrame | None = None
    ) -> None:
        """Begin with what an earlier reading recorded, if anything."""
        self._repairs = [pl.DataFrame(schema=REPAIRS)]
        self._problems = [pl.DataFrame(schema=PROBLEMS)]
        if repairs is not None:
            self._repairs.append(repairs)
        if problems is not None:
            self._problems.append(problems.select(list(PROBLEMS)))

    def repair(self, rows: pl.Series, column: str, repair: Repair) -> None:
        """Record one repair of these rows."""
        if rows.is_empty():
            return
        repairs = repeated(str(repair), len(rows))
        self.repairs(rows, column, repairs)

    def repairs(self, rows: pl.Series, column: str, repairs: pl.Series) -> None:
        """Record the repairs of these rows, where there are any."""
        if rows.is_empty():
            return
        columns = {
            ROW: rows,
            "column": repeated(column, len(rows)),
            "repair": repairs,
        }
        frame = pl.DataFrame(columns, schema=REPAIRS)
        self._repairs.append(frame.drop_nulls("repair"))

    def problem(
        self, rows: pl.Series, column: str, problem: Problem, values: pl.Series | None = None
    ) -> None:
        """Record one problem of these rows, with what a report may show of the cells."""
        # Most problems stand in no row of a small list, and every column asks for each.
        if rows.is_empty():
            return
        height = len(rows)
        none = repeated("", height)
        columns = {
            ROW: rows,
            "column": repeated(column, height),
            "value": none if values is None else values,
            "problem": repeated(str(problem), height),
            "reaction": repeated(_reactions_in(column)[str(problem)], height),
            "hint": none,
        }
        self._problems.append(pl.DataFrame(columns, schema=PROBLEMS))

    def problems(
        self, rows: pl.Series, column: str, values: pl.Series, problems: pl.Series, hints: pl.Series
    ) -> None:
        """Record a problem of each of these rows."""
        if rows.is_empty():
            return
        columns = {
            ROW: rows,
            "column": repeated(column, len(rows)),
            "value": values,
            "problem": problems.cast(PROBLEMS["problem"]),
            "hint": hints,
        }
        frame = pl.DataFrame(columns)
        kind = PROBLEMS["reaction"]
        reaction = pl.col("problem").replace_strict(_reactions_in(column), return_dtype=kind)
        in_order = frame.select(
            ROW, "column", "value", "problem", reaction.alias("reaction"), "hint"
        )
        self._problems.append(in_order)

    def add(self, repairs: pl.DataFrame, problems: pl.DataFrame, cells: pl.DataFrame) -> None:
        """Take over what another record holds of these cells."""
        keys = [ROW, "column"]
        self._repairs.append(repairs.join(cells, on=keys, how="semi", maintain_order="left"))
        self._problems.append(problems.join(cells, on=keys, how="semi", maintain_order="left"))

    def rows(self, column: str, problem: Problem | None = None) -> pl.Series:
        """The rows with a problem, or with this one, in a column."""
        wanted = pl.col("column") == column
        if problem is not None:
            wanted &= pl.col("problem") == str(problem)
        rows: list[pl.Series] = []
        for part in self._problems:
            lines = part.filter(wanted)
            rows.append(lines[ROW])
        return pl.concat(rows)

    def all_repairs(self) -> pl.DataFrame:
        """Every repair, in the order of the rows."""
        # Within a cell they stay in the order in which they were made.
        repairs = pl.concat(self._repairs)
        return repairs.sort(ROW, "column", maintain_order=True)

    def all_problems(self) -> pl.DataFrame:
        """Every problem, in the order of the rows."""
        problems = pl.concat(self._problems)
        return problems.sort(ROW, "column", maintain_order=True)


def _reactions_in(column: str) -> dict[str, str]:
    """What each problem does to its row when it stands in this column."""
    return _reactions(of_card=column == "kk", of_layout=column in NAMED)


@cache
def _reactions(*, of_card: bool, of_layout: bool) -> dict[str, str]:
    """What each problem does to its row, by what the column is in which it stands."""
    reactions: dict[str, str] = {}
    for problem in Problem:
        reaction = problem.reaction
        # A family card that is wrong takes cover from nobody: its row is only to be checked (K6).
        if of_card and reaction is Reaction.REJECT:
            reaction = Reaction.CHECK
        # Nothing is decided by a column the layout does not know.
        if not of_layout and problem in _OF_FORMULAS:
            reaction = Reaction.WARN
        reactions[str(problem)] = str(reaction)
    return reactions


def repeated(text: str, height: int) -> pl.Series:
    """One text in every row."""
    return pl.Series([text], dtype=pl.String).new_from_index(0, height)


def masked_all(niks: pl.Series) -> pl.Series:
    """The numbers of a column as a report may show them."""
    texts = niks.cast(pl.String)
    hidden = [masked(nik) for nik in texts]
    return pl.Series(hidden, dtype=pl.String)


def confirmed_as_information(problems: pl.DataFrame, confirmed: pl.DataFrame) -> pl.DataFrame:
    """The problems; what somebody confirmed remains as an information."""
    if confirmed.is_empty():
        return problems
    keys = list(CONFIRMED)
    said = confirmed.unique().with_columns(_said=pl.lit(value=True))
    joined = problems.join(said, on=keys, how="left", maintain_order="left")
    is_confirmed = pl.col("_said").is_not_null()
    information = pl.lit(str(Reaction.INFORM), PROBLEMS["reaction"])
    reaction = pl.when(is_confirmed).then(information).otherwise(pl.col("reaction"))
    return joined.with_columns(reaction=reaction).drop("_said")
