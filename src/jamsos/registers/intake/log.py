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

_NO_PROBLEMS = pl.DataFrame(schema=PROBLEMS)
_NO_REPAIRS = pl.DataFrame(schema=REPAIRS)
_OF_FORMULAS = (Problem.CELL_ERROR, Problem.CELL_FORMULA)


class Log:
    """The repairs and problems of a register, while it is read or checked."""

    def __init__(
        self, repairs: pl.DataFrame | None = None, problems: pl.DataFrame | None = None
    ) -> None:
        """Begin with what an earlier reading recorded, if anything."""
        self._repairs = [_NO_REPAIRS]
        self._problems = [_NO_PROBLEMS]
        if repairs is not None:
            self._repairs.append(repairs)
        if problems is not None:
            self._problems.append(problems.select(list(PROBLEMS)))

    def repair(self, rows: pl.Series, column: str, repair: Repair) -> None:
        """Record one repair of these rows."""
        if rows.is_empty():
            return
        columns = {
            ROW: rows,
            "column": repeated(column, len(rows)),
            "repair": repeated(str(repair), len(rows)),
        }
        self._repairs.append(pl.DataFrame(columns, schema=REPAIRS))

    def problem(
        self,
        rows: pl.Series,
        column: str,
        problem: Problem,
        values: pl.Series | None = None,
        hints: pl.Series | None = None,
    ) -> None:
        """Record one problem of these rows.

        Args:
            rows: The rows.
            column: The column of the cells.
            problem: What is wrong with them.
            values: What a report may show of each.
            hints: What may have been meant.

        """
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
            "hint": none if hints is None else hints,
        }
        self._problems.append(pl.DataFrame(columns, schema=PROBLEMS))

    def noted(self, cells: pl.DataFrame) -> None:
        """Record what was repaired and what is wrong in cells of the layout.

        Args:
            cells: ``source_row``, ``column``, ``value`` as a report may show it, ``repair``,
                ``problem`` and ``hint`` of each.

        """
        # Most columns of a small list hold nothing of the kind.
        if cells.is_empty():
            return
        repaired = cells.select(list(REPAIRS)).drop_nulls("repair")
        self._repairs.append(repaired)
        is_card = pl.col("column") == "kk"
        of_card = _reaction(of_card=True)
        reaction = pl.when(is_card).then(of_card).otherwise(_reaction(of_card=False))
        wrong = cells.drop_nulls("problem").with_columns(reaction=reaction)
        self._problems.append(wrong.select(list(PROBLEMS)))

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
def _reaction(*, of_card: bool) -> pl.Expr:
    """What the problem of a cell does to its row."""
    reactions = _reactions(of_card=of_card, of_layout=True)
    return pl.col("problem").replace_strict(reactions, return_dtype=PROBLEMS["reaction"])


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
