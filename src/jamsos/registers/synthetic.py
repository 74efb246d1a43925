"""Registers of invented people, of any size: for examples, tests and benchmarks.

Nobody in them exists: every NIK and every number of a family card begins with 99.99.99, which is no
region, every name with *Rekaan* (invented), and a file says so in its metadata.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
from polars.io.plugins import register_io_source

from jamsos.errors import InputError
from jamsos.registers.assumed import Assumed
from jamsos.registers.dirt import DirtyPeople, as_cells
from jamsos.registers.layout import NAMED
from jamsos.registers.people import WHO, People
from jamsos.registers.places import villages
from jamsos.registers.workbooks import checked_output, write_sheet

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

    The same seed always gives the same people, and the first thousand of a million are those of a thousand.
    Codes are Enum, days Date, flags Boolean; the place columns hold Kemendagri codes. The make-up, with what is
    published about it and its grade, stands in :class:`~jamsos.registers.assumed.Assumed`.

    >>> register = synthetic_register(1000, seed=1)
    >>> register.height, register["nik"].n_unique(), register["nik"].str.head(6).unique().to_list()
    (1000, 1000, ['999999'])

    Args:
        people: How many rows.
        seed: Any whole number.
        regions: A region table (``code_kemendagri``, ``name``, ``level``); without it the kecamatan of Kutai Timur
            with as many invented villages as each has.
        dirt: True, or a share of rows from 0 to 1: what people type. All columns are text then, and two more tell
            what was done: ``dirt`` and ``dirt_was``; every form is in ``jamsos.registers.dirt``.
        assumed: The make-up.

    Raises:
        InputError: for a number of people that cannot be, or shares and weights that cannot.

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
    """Write a synthetic register to a Parquet file, chunk by chunk, in little memory whatever its size.

    Args:
        path: The file to write; its metadata say that the people are invented.
        people: As :func:`synthetic_register`.
        seed: As :func:`synthetic_register`.
        regions: As :func:`synthetic_register`.
        dirt: As :func:`synthetic_register`.
        assumed: As :func:`synthetic_register`.

    Raises:
        InputError: as :func:`synthetic_register`, and for a file that is no .parquet or in no folder.

    """
    file = checked_output(path, ".parquet")
    maker = _Maker(people, seed, regions, dirt, assumed)

    def source(*_asked: object) -> Iterator[pl.DataFrame]:
        return maker.chunks(CHUNK)

    lazy = register_io_source(source, schema=maker.chunk(0, 0).schema)
    lazy.sink_parquet(file, metadata={INVENTED: f"rekaan: no person of this file exists; seed {seed}"})


def write_synthetic_workbook(
    path: str | Path,
    people: int,
    *,
    seed: int,
    regions: str | Path | pl.DataFrame | None = None,
    dirt: bool | float = True,
    assumed: Assumed | None = None,
) -> None:
    """Write a synthetic register with dirt to an Excel workbook, headed as offices head their columns.

    Incomes stand in numeric cells where they are clean, and so do the numbers that dirt makes of a NIK or a day;
    the last two columns hold the truth.

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
    names = maker.chunk(0, 0).columns
    headings = [NAMED[name].headings[0].upper() if name in NAMED else name for name in names]
    rows = (row for chunk in maker.chunks(CHUNK) for row in as_cells(chunk))
    write_sheet(path, headings, rows, title=f"REKAAN: no person of this file exists (seed {seed})")


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
        made = People.of(_whole(seed, "seed"), assumed or Assumed(), villages(regions))
        if not 1 <= _whole(people, "people") <= made.most:
            raise InputError("people", people, f"1 to {made.most:,}", "widen the ages, or make fewer people")
        self.people = people
        share = _SHARE_OF_DIRT if dirt is True else dirt
        if not 0 <= share <= 1:
            raise InputError("dirt", dirt, "True, False or a share from 0 to 1", "correct the share")
        self.make = DirtyPeople(made, share).columns if share else made.columns

    def chunk(self, first: int, end: int) -> pl.DataFrame:
        """The rows from ``first`` to before ``end``."""
        numbers = pl.int_range(first, end, dtype=pl.UInt64, eager=True)
        return self.make(pl.DataFrame({"id": (numbers + 1).cast(pl.String), WHO: numbers}))

    def chunks(self, size: int) -> Iterator[pl.DataFrame]:
        """All rows in their order."""
        for first in range(0, self.people, size):
            yield self.chunk(first, min(first + size, self.people))


def _whole(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InputError(name, value, "a whole number", "correct the number")
    return value
