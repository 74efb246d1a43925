"""Registers of invented people, of any size: for examples, tests and benchmarks.

Nobody in them exists: every NIK and every number of a family card begins with 99.99.99, which is no
region, every name with *Rekaan* (invented), and a file says so in its metadata.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
from polars.io.plugins import register_io_source

from jamsos.errors import InputError
from jamsos.registers.invented.assumed import Assumed
from jamsos.registers.invented.dirt import DirtyPeople, as_cells
from jamsos.registers.invented.people import WHO, People
from jamsos.registers.invented.places import villages
from jamsos.registers.layout import NAMED
from jamsos.registers.outputs import checked_output, written
from jamsos.registers.workbooks import write_sheet
from jamsos.values.plain import advice, as_flag, as_whole, checked_kind

CHUNK = 2**17
"""People made at a time; the result does not depend on it."""

INVENTED = "jamsos.invented"
"""The entry of a Parquet file's metadata that says that its people are invented."""

_SHARE_OF_DIRT = 0.1


def synthetic_register(
    people: int,
    *,
    seed: int,
    regions: str | Path | pl.DataFrame | None = None,
    dirt: bool | float = False,
    assumed: Assumed | None = None,
) -> pl.DataFrame:
    """A register of invented people in the layout of a register, ``jamsos.registers.layout``.

    The same seed always gives the same people, and the first thousand of a million are those of a
    thousand. Codes are Enum, days Date, flags Boolean; the place columns hold Kemendagri codes.
    The make-up, with what is published about it and its grade, stands in
    :class:`~jamsos.registers.invented.assumed.Assumed`.

    >>> register = synthetic_register(1000, seed=1)
    >>> register.height, register["nik"].n_unique(), register["nik"].str.head(6).unique().to_list()
    (1000, 1000, ['999999'])

    Args:
        people: How many rows.
        seed: Any whole number.
        regions: A region table (``code_kemendagri``, ``name``, ``level``); without it the kecamatan
            of Kutai Timur with as many invented villages as each has.
        dirt: True, or a share of rows from 0 to 1: what people type. All columns are text then, and
            two more tell what was done: ``dirt`` and ``dirt_was``; every form is in
            ``jamsos.registers.invented.forms``.
        assumed: The make-up.

    Raises:
        InputError: for fewer people than one or more than can have a NIK of their own, or for
            shares and weights out of their bounds.

    """
    return pl.concat(_Maker(people, seed, regions, dirt, assumed).chunks(CHUNK))


def write_synthetic(
    path: str | Path,
    people: int,
    *,
    seed: int,
    regions: str | Path | pl.DataFrame | None = None,
    dirt: bool | float = False,
    assumed: Assumed | None = None,
) -> None:
    """Write a synthetic register to a Parquet file, chunk by chunk.

    It takes little memory, whatever the size of the register.

    Args:
        path: The file to write; its metadata says that the people are invented.
        people: As :func:`synthetic_register`.
        seed: As :func:`synthetic_register`.
        regions: As :func:`synthetic_register`.
        dirt: As :func:`synthetic_register`.
        assumed: As :func:`synthetic_register`.

    Raises:
        InputError: as :func:`synthetic_register`, and for a file that does not end in ``.parquet``
            or whose folder does not exist.

    """
    file = checked_output(path, ".parquet")
    maker = _Maker(people, seed, regions, dirt, assumed)

    # The columns and rows polars asks for are ignored: a sink wants them all.
    def source(*_request: object) -> Iterator[pl.DataFrame]:
        return maker.chunks(CHUNK)

    no_rows = maker.chunk(0, 0)
    lazy = register_io_source(source, schema=no_rows.schema)
    remark = f"rekaan: no person of this file exists; seed {seed}"
    metadata = {INVENTED: remark}
    failures = (OSError, pl.exceptions.ComputeError)
    written(file, lambda target: lazy.sink_parquet(target, metadata=metadata), failures)


def write_synthetic_workbook(
    path: str | Path,
    people: int,
    *,
    seed: int,
    regions: str | Path | pl.DataFrame | None = None,
    dirt: bool | float = True,
    assumed: Assumed | None = None,
) -> None:
    """Write a synthetic register with dirt to an Excel workbook.

    Its columns are headed as offices head them. Incomes stand in numeric cells where they are
    clean, and so do the numbers that dirt makes of a NIK or a day; the last two columns hold the
    truth.

    Args:
        path: The workbook to write; its title says that the people are invented.
        people: As :func:`synthetic_register`.
        seed: As :func:`synthetic_register`.
        regions: As :func:`synthetic_register`.
        dirt: As :func:`synthetic_register`.
        assumed: As :func:`synthetic_register`.

    Raises:
        InputError: as :func:`synthetic_register`, and for more rows than a sheet holds.

    """
    maker = _Maker(people, seed, regions, dirt, assumed)
    no_rows = maker.chunk(0, 0)
    headings = [_heading(name) for name in no_rows.columns]
    title = f"REKAAN: no person of this file exists (seed {seed})"
    write_sheet(path, headings, maker.rows_of_cells(), title=title)


def _heading(name: str) -> str:
    """How offices head a column; those that hold the truth keep their names."""
    if name not in NAMED:
        return name
    return NAMED[name].headings[0].upper()


class _Maker:
    """A register that is to be made."""

    def __init__(
        self,
        people: int,
        seed: int,
        regions: str | Path | pl.DataFrame | None,
        dirt: bool | float,
        assumed: Assumed | None,
    ) -> None:
        make_up = Assumed()
        if assumed is not None:
            step = "build it with Assumed(...) of jamsos.registers.invented.assumed"
            make_up = checked_kind(Assumed, assumed, "assumed", step)
        made = People.of(_checked_seed(seed), make_up, villages(regions))
        self.people = _checked_people(people, made.most)
        share = _share_of_dirt(dirt)
        # A register without dirt keeps the types of its columns.
        self.columns = made.columns
        if share:
            dirty = DirtyPeople(made, share)
            self.columns = dirty.columns

    def chunk(self, first: int, end: int) -> pl.DataFrame:
        """The rows from ``first`` to before ``end``."""
        numbers = pl.int_range(first, end, dtype=pl.UInt64, eager=True)
        rows = numbers + 1
        ids = rows.cast(pl.String)
        frame = pl.DataFrame({"id": ids, WHO: numbers})
        return self.columns(frame)

    def chunks(self, size: int) -> Iterator[pl.DataFrame]:
        """All rows in their order."""
        for first in range(0, self.people, size):
            end = min(first + size, self.people)
            yield self.chunk(first, end)

    def rows_of_cells(self) -> Iterator[list[object]]:
        """All rows as a spreadsheet keeps them."""
        for chunk in self.chunks(CHUNK):
            yield from as_cells(chunk)


def _checked_seed(seed: object) -> int:
    """Any whole number, one below 0 too."""
    number = as_whole(seed)
    if number is None:
        raise InputError("seed", seed, "a whole number", advice(seed, "give the seed as an int"))
    return number


def _checked_people(people: object, most: int) -> int:
    """How many people, up to those who can have a NIK of their own."""
    number = as_whole(people)
    if number is None or not 1 <= number <= most:
        step = "give the number as an int; wider ages in assumed make room for more people"
        raise InputError("people", people, f"1 to {most:,}", advice(people, step))
    return number


def _share_of_dirt(dirt: object) -> float:
    """The share of dirty rows; True stands for the usual one."""
    if as_flag(dirt) is True:
        return _SHARE_OF_DIRT
    # A share is drawn, not counted with: here alone a float will do.
    if isinstance(dirt, float | int) and 0 <= dirt <= 1:
        return float(dirt)
    if as_flag(dirt) is False:
        return 0.0
    allowed = "True, False or a share of the rows from 0 to 1"
    raise InputError("dirt", dirt, allowed, advice(dirt, "write a tenth of the rows as 0.1"))
