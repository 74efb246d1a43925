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
    table = files("jamsos.registers.invented").joinpath("kutim_kecamatan.csv")
    places: list[Kecamatan] = []
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            desa = int(row["desa"])
            kelurahan = int(row["kelurahan"])
            place = Kecamatan(row["code"], row["name"], desa, kelurahan)
            places.append(place)
    return tuple(places)


def villages(regions: str | Path | pl.DataFrame | None = None) -> pl.DataFrame:
    """The villages (*desa* and *kelurahan*) of a region table.

    Their columns are ``village``, ``name`` and ``kecamatan``.

    >>> villages().row(0)
    ('64.08.01.9001', 'Rekaan 1 Muara Ancalong', '64.08.01')

    Args:
        regions: A CSV file or polars frame with the columns ``code_kemendagri``, ``name`` and
            ``level``; without it the villages of Kutai Timur with invented codes and names, as
            many as there are.

    Raises:
        InputError: for a table that cannot be read, lacks one of these columns, or has no village.

    """
    if regions is None:
        return _invented()
    # The code of a village begins with that of its kecamatan.
    first = kutim_kecamatan()[0]
    is_village = pl.col("level").is_in(_VILLAGES)
    of_villages = region_table(regions).filter(is_village)
    if of_villages.is_empty():
        levels = " or ".join(_VILLAGES)
        allowed = f"rows with the level {levels}"
        raise InputError("regions", "no village", allowed, "complete the table")
    code = pl.col("code_kemendagri")
    kecamatan = code.str.head(len(first.code))
    return of_villages.select(village=code, name=pl.col("name"), kecamatan=kecamatan)


def _invented() -> pl.DataFrame:
    """As many villages in each kecamatan as there are, with codes and names of nowhere."""
    rows: list[tuple[str, str, str]] = []
    for place in kutim_kecamatan():
        for number in range(1, place.villages + 1):
            village = _INVENTED + number
            code = f"{place.code}.{village}"
            name = f"Rekaan {number} {place.name}"
            rows.append((code, name, place.code))
    columns = ["village", "name", "kecamatan"]
    return pl.DataFrame(rows, schema=columns, orient="row")
