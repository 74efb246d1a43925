"""What is told about a register while it is read and checked: each repair and each problem of each cell."""

from typing import Any

import polars as pl

from jamsos.registers.cells import Problem, Reaction, Repair
from jamsos.registers.sources import ROW

PROBLEMS: dict[str, Any] = {
    ROW: pl.Int64,
    "column": pl.String,
    "value": pl.String,
    "problem": pl.Enum([str(problem) for problem in Problem]),
    "reaction": pl.Enum([str(reaction) for reaction in Reaction]),
    "hint": pl.String,
}
"""What is told about each problem."""
REPAIRS: dict[str, Any] = {ROW: pl.Int64, "column": pl.String, "repair": pl.Enum([str(repair) for repair in Repair])}
"""What is told about each repair."""


class Log:
    """The repairs and problems of a register, while it is read or checked."""

    def __init__(self, repairs: pl.DataFrame | None = None, problems: pl.DataFrame | None = None) -> None:
        self._repairs = [pl.DataFrame(schema=REPAIRS) if repairs is None else repairs]
        self._problems = [pl.DataFrame(schema=PROBLEMS) if problems is None else problems.select(list(PROBLEMS))]

    def repair(self, rows: pl.Series, column: str, repairs: pl.Series) -> None:
        """Record what was repaired in these rows."""
        found = pl.DataFrame({ROW: rows, "column": [column] * len(rows), "repair": repairs}, schema=REPAIRS)
        self._repairs.append(found.drop_nulls("repair"))

    def problem(self, rows: pl.Series, column: str, problem: Problem, values: pl.Series | None = None) -> None:
        """Record one problem of these rows, with what a report may show of the cells."""
        none = pl.repeat("", len(rows), dtype=pl.String, eager=True)
        given = pl.repeat(str(problem), len(rows), dtype=pl.String, eager=True)
        self.problems(rows, column, none if values is None else values, given, none)

    def problems(self, rows: pl.Series, column: str, values: pl.Series, problems: pl.Series, hints: pl.Series) -> None:
        """Record the problems of these rows, where there are any."""
        softer = {Reaction.REJECT: Reaction.CHECK} if column == "kk" else {}
        reactions = {str(problem): str(softer.get(problem.reaction, problem.reaction)) for problem in Problem}
        kinds = problems.cast(PROBLEMS["problem"])
        found = pl.DataFrame({ROW: rows, "value": values, "problem": kinds, "hint": hints}).drop_nulls("problem")
        reaction = pl.col("problem").replace_strict(reactions, return_dtype=PROBLEMS["reaction"])
        self._problems.append(
            found.select(ROW, pl.lit(column).alias("column"), "value", "problem", reaction.alias("reaction"), "hint")
        )

    def rows(self, column: str, problem: Problem | None = None) -> pl.Series:
        """The rows with a problem, or with this one, in a column."""
        wanted = pl.lit(value=True) if problem is None else pl.col("problem") == str(problem)
        return pl.concat(part.filter(wanted & (pl.col("column") == column))[ROW] for part in self._problems)

    def all_repairs(self) -> pl.DataFrame:
        """Every repair, in the order of the rows."""
        return pl.concat(self._repairs).sort(ROW, "column", maintain_order=True)

    def all_problems(self) -> pl.DataFrame:
        """Every problem, in the order of the rows."""
        return pl.concat(self._problems).sort(ROW, "column", maintain_order=True)
