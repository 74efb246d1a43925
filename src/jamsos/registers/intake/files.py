"""The files of a folder: what each brought, which were refused, and which are no list at all."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import polars as pl
from attrs import field, frozen

from jamsos.answers.texts import LOCALES
from jamsos.errors import JamsosError
from jamsos.registers.intake.refusals import RefusedFileError
from jamsos.registers.layout import FILE, ROW, SHEET

_PARTS = ("accepted", "to_check", "rejected", "not_people")


class LeftOut(StrEnum):
    """Why an entry of a folder was not read."""

    HIDDEN = "hidden"
    LOCK = "lock"
    """What a spreadsheet leaves beside a file that is open."""
    KIND = "kind"
    FOLDER = "folder"
    LINK = "link"
    SHEET = "sheet"
    """A sheet that was not asked for."""
    HIDDEN_SHEET = "hidden_sheet"
    """One that nobody sees who opens the workbook; it is read where it is named."""


READ: dict[str, Any] = {FILE: pl.String, SHEET: pl.String, "rows": pl.Int64, "empty": pl.Int64}
REFUSED: dict[str, Any] = {FILE: pl.String, SHEET: pl.String, "reason": pl.String} | {
    f"reason_{lang}": pl.String for lang in LOCALES
}
LEFT_OUT: dict[str, Any] = {FILE: pl.String, SHEET: pl.String, "reason": pl.Enum(LeftOut)}
SEALS: dict[str, Any] = {ROW: pl.Int64, "seal": pl.String}


def refused_line(file: str, sheet: str, error: RefusedFileError) -> tuple[str, ...]:
    """What is kept of a file, or a sheet of it, that was refused."""
    said = [error.reason.say(lang) for lang in LOCALES]
    return (file, sheet, str(error), *said)


def _empty(schema: Mapping[str, Any]) -> Callable[[], pl.DataFrame]:
    def frame() -> pl.DataFrame:
        return pl.DataFrame(schema=schema)

    return frame


@frozen(kw_only=True, eq=False, repr=False)
class Files:
    """What became of each file of a folder; for a register of one source all frames are empty."""

    read: pl.DataFrame = field(factory=_empty(READ))
    """``file``, ``sheet``, ``rows`` and the ``empty`` rows that were left out.

    Rows that are nobody are among the rows.
    """
    refused: pl.DataFrame = field(factory=_empty(REFUSED))
    """``file``, ``sheet`` (empty: the whole file) and ``reason``, for whoever calls the library.

    ``reason_id`` and ``reason_en`` are what to tell whoever sent the file.
    """
    left_out: pl.DataFrame = field(factory=_empty(LEFT_OUT))
    """``file``, ``sheet`` and ``reason``.

    Lock files, hidden files, other kinds, folders and links; sheets that were not asked for.
    """
    seals: pl.DataFrame = field(factory=_empty(SEALS))
    """``source_row`` and what tells the row from any other, without its NIK."""

    @property
    def has_several_sheets(self) -> bool:
        """Whether of any file more than one sheet was read."""
        return self.read.height > self.read[FILE].n_unique()

    def counted(self, parts: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
        """The rows of each file and sheet, and how many of them went where.

        Raises:
            JamsosError: where the parts of a file are not all of it, or those of all files not all
                rows, a fault of jamsos.

        """
        keys = [FILE, SHEET]
        counts = self.read
        for name in _PARTS:
            if counts.is_empty():
                counts = counts.with_columns(pl.lit(0, pl.Int64).alias(name))
                continue
            number = pl.len().cast(pl.Int64)
            by_file = parts[name].group_by(keys).agg(number.alias(name))
            joined = counts.join(by_file, on=keys, how="left", maintain_order="left")
            counts = joined.with_columns(pl.col(name).fill_null(0))
        for file, found, expected in _sums(counts):
            _prove(f"rows of {file}", found, expected)
        if not counts.is_empty():
            for name in _PARTS:
                _prove(f"{name} of all files", int(counts[name].sum()), parts[name].height)
        return counts


def _prove(thing: str, found: int, expected: int) -> None:
    if found != expected:
        step = "this is a fault of jamsos; report it"
        raise JamsosError(thing, found, f"all {expected}", step)


def _sums(counts: pl.DataFrame) -> Iterator[tuple[str, int, int]]:
    """Each file, the rows in its parts, and the rows that were read."""
    in_parts = pl.sum_horizontal(_PARTS)
    sums = counts.select(FILE, in_parts.alias("parts"), "rows")
    yield from sums.iter_rows()
