"""Kecamatan and villages: the 18 kecamatan of Kutai Timur, and a region table of the caller's."""

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.region_table import region_table

_VILLAGES = ("desa", "kelurahan")
_INVENTED = 9000
"""Invented village codes end in 9001 and on: real ones begin with 1 (kelurahan) or 2 (desa)."""


class Kecamatan(NamedTuple):
    """One kecamatan and how many villages it has."""

    code: str
    name: str
    desa: int
    kelurahan: int

    @property
    def villages(self) -> int:
        """*Desa* and *kelurahan* together."""
        return self.desa + self.kelurahan


@cache
def kutim_kecamatan() -> tuple[Kecamatan, ...]:
    """The 18 kecamatan of Kutai Timur with 139 desa and 2 kelurahan.

    Source: codes of Kepmendagri 300.2.2-2430/2025 in a public copy; grade secondary.

    >>> len(kutim_kecamatan()), sum(place.villages for place in kutim_kecamatan())
    (18, 141)
    """
    with files("jamsos.registers").joinpath("kutim_kecamatan.csv").open(encoding="utf-8") as lines:
        return tuple(
            Kecamatan(row["code"], row["name"], int(row["desa"]), int(row["kelurahan"]))
            for row in csv.DictReader(lines)
        )


def villages(regions: str | Path | pl.DataFrame | None = None) -> pl.DataFrame:
    """The villages (*desa* and *kelurahan*) of a region table: ``village``, ``name`` and ``kecamatan``.

    >>> villages().row(0)
    ('64.08.01.9001', 'Rekaan 1 Muara Ancalong', '64.08.01')

    Args:
        regions: A CSV file or polars frame with the columns ``code_kemendagri``, ``name`` and ``level``;
            without it the villages of Kutai Timur with invented codes and names, as many as there are.

    Raises:
        InputError: for a table that cannot be read, lacks one of these, or has no village.

    """
    if regions is None:
        return _invented()
    found = (
        region_table(regions)
        .filter(pl.col("level").is_in(_VILLAGES))
        .select(
            village=pl.col("code_kemendagri"),
            name=pl.col("name"),
            kecamatan=pl.col("code_kemendagri").str.head(len(kutim_kecamatan()[0].code)),
        )
    )
    if found.is_empty():
        raise InputError("regions", "no village", f"rows with the level {' or '.join(_VILLAGES)}", "complete the table")
    return found


def _invented() -> pl.DataFrame:
    rows = [
        (f"{place.code}.{_INVENTED + number}", f"Rekaan {number} {place.name}", place.code)
        for place in kutim_kecamatan()
        for number in range(1, place.villages + 1)
    ]
    return pl.DataFrame(rows, schema=["village", "name", "kecamatan"], orient="row")
