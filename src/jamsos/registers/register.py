"""A register that was read or checked: its rows in three frames, and the proof that none was lost."""

from collections.abc import Mapping

import polars as pl
from attrs import frozen

from jamsos.errors import JamsosError
from jamsos.registers.cells import Reaction
from jamsos.registers.log import Log
from jamsos.registers.report import Report, advice
from jamsos.registers.sources import ROW


@frozen(kw_only=True, eq=False, repr=False)
class Register:
    """A register in the types of the layout; the column ``source_row`` tells where each row stands in the file.

    The frames hold the NIK; ``problems``, ``repairs`` and the report only show it masked.
    """

    accepted: pl.DataFrame
    """Rows without a problem that has to be cleared first."""
    to_check: pl.DataFrame
    """Rows somebody must look at; what is doubtful is empty in them."""
    rejected: pl.DataFrame
    """Rows with something that cannot be."""
    repairs: pl.DataFrame
    """``source_row``, ``column``, ``repair``: every cell that was read though it was written otherwise."""
    problems: pl.DataFrame
    """``source_row``, ``column``, ``value``, ``problem``, ``reaction``, ``hint``, ``advice_id``, ``advice_en``."""
    report: Report

    @classmethod
    def of(
        cls, title: str, frame: pl.DataFrame, log: Log, told: Mapping[str, str], headings: Mapping[str, str]
    ) -> "Register":
        """Part the rows by their worst problem."""
        problems = log.all_problems()
        rejected = _rows_of(problems, Reaction.REJECT)
        doubtful = _rows_of(problems, Reaction.CHECK)
        row = pl.col(ROW)
        is_rejected, is_doubtful = row.is_in(rejected.implode()), row.is_in(doubtful.implode())
        parts = {
            "accepted": frame.filter(~is_rejected & ~is_doubtful),
            "to_check": frame.filter(~is_rejected & is_doubtful),
            "rejected": frame.filter(is_rejected),
        }
        proved(frame, *parts.values())
        counts = {"rows": frame.height, **{name: part.height for name, part in parts.items()}}
        repairs = log.all_repairs()
        report = Report.of(title, counts, problems, repairs, told, headings)
        return cls(**parts, repairs=repairs, problems=advice(problems), report=report)

    @property
    def rows(self) -> pl.DataFrame:
        """All rows, in the order of the file."""
        return pl.concat((self.accepted, self.to_check, self.rejected)).sort(ROW)

    def __repr__(self) -> str:
        return f"Register({', '.join(f'{name}={count}' for name, count in self.report.counts.items())})"

    def __str__(self) -> str:
        return str(self.report)

    def _repr_html_(self) -> str:
        return self.report.html()


def _rows_of(problems: pl.DataFrame, reaction: Reaction) -> pl.Series:
    return problems.filter(pl.col("reaction") == str(reaction))[ROW].unique()


def proved(frame: pl.DataFrame, *parts: pl.DataFrame) -> None:
    """Prove that every row stands in exactly one part.

    Raises:
        JamsosError: where it does not, which is a fault of jamsos.

    """
    rows = pl.concat(part[ROW] for part in parts).sort()
    if not rows.equals(frame[ROW].sort()):
        counted = f"{len(rows)} of {frame.height}"
        raise JamsosError("rows of the register", counted, "each row once", "this is a fault of jamsos; report it")
