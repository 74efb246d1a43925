"""Places of a register: villages by code or by name within their kecamatan, from the caller's region table."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import polars as pl
from attrs import field, frozen

from jamsos.registers.cells import Cell, Problem, Repair, nothing
from jamsos.registers.region_table import region_table
from jamsos.workers.worker import REGION

_DISTRICT, _KECAMATAN, _VILLAGE = "district", "kecamatan", "village"
_LEVELS = {
    "kabupaten": _DISTRICT,
    "kota": _DISTRICT,
    "kecamatan": _KECAMATAN,
    "desa": _VILLAGE,
    "kelurahan": _VILLAGE,
}
_PREFIX = re.compile(r"^(?:desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota)[. ]+", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
_CODE = re.compile(REGION, re.ASCII)

Named = dict[str, list[str]]


class Place(NamedTuple):
    """The kecamatan and the village of a row, once read."""

    kecamatan: Cell
    village: Cell


def _key(name: str) -> str:
    return _SIGNS.sub("", _PREFIX.sub("", name.strip()).casefold())


def _digits(code: str) -> str:
    return code.replace(".", "")


@frozen(eq=False)
class Regions:
    """A region table: codes of Kemendagri with their names."""

    codes: dict[tuple[str, str], str]
    """Level and digits to the code as it is written."""
    names: dict[str, str]
    """Code to name."""
    levels: dict[str, Named] = field(repr=False)
    """For each level its names, in small letters without signs, and the codes each may mean."""

    @classmethod
    def of(cls, table: str | Path | pl.DataFrame) -> "Regions":
        """Read a CSV file or a frame with ``code_kemendagri``, ``name``, ``level`` and perhaps ``also_spelt``.

        Raises:
            InputError: for a table that cannot be read, or lacks one of these.

        """
        known = region_table(table)
        found = cls({}, {}, {level: {} for level in _LEVELS.values()})
        for row in known.filter(pl.col("level").is_in(list(_LEVELS))).iter_rows(named=True):
            code, level = row["code_kemendagri"], _LEVELS[row["level"]]
            found.codes[level, _digits(code)] = code
            found.names[code] = row["name"]
            for name in {_key(name) for name in (row["name"], *row["also_spelt"].split(";"))} - {""}:
                found.levels[level].setdefault(name, []).append(code)
        return found

    def district(self, text: str, _numeric: bool) -> Cell:
        """The code of a district, by code or by name; a code the table does not have is another district's.

        Without dots such a code may be one of the statistics office (BPS), which counts districts in another way.
        """
        if _CODE.fullmatch(text) and _digits(text) not in {digits for _, digits in self.codes}:
            return Cell(text) if "." in text else Cell(problem=Problem.REGION_UNKNOWN)
        return self._read(text, _DISTRICT, Problem.REGION_UNKNOWN)

    def place(self, kecamatan: str, village: str) -> Place:
        """The codes of a kecamatan and a village; a name counts within the kecamatan, where one is stated."""
        outer = self._read(kecamatan, _KECAMATAN, Problem.KECAMATAN_UNKNOWN)
        inner = self._read(village, _VILLAGE, Problem.VILLAGE_UNKNOWN, outer.value or "")
        if inner.value and outer.value and not inner.value.startswith(outer.value):
            inner = Cell(problem=Problem.VILLAGE_ELSEWHERE, hint=self.names[inner.value])
        return Place(outer, inner)

    def _read(self, text: str, level: str, unknown: Problem, within: str = "") -> Cell:
        return self._coded(text, level) or self._by_name(text, level, unknown, within)

    def _coded(self, text: str, level: str) -> Cell | None:
        """A cell that holds a code of the table."""
        code = self.codes.get((level, _digits(text))) if _CODE.fullmatch(text) else None
        if code is None:
            return None
        return Cell(code, None if text == code else Repair.PLACE)

    def _by_name(self, text: str, level: str, unknown: Problem, within: str) -> Cell:
        if not text:
            return Cell()
        if nothing(text):
            return Cell(repair=Repair.MISSING)
        named = self.levels[level]
        codes = [code for code in named.get(_key(text), []) if code.startswith(within)]
        if len(codes) == 1:
            return Cell(codes[0], Repair.PLACE)
        if codes:
            return Cell(problem=Problem.VILLAGE_SEVERAL, hint=", ".join(codes))
        here = [name for name, known in named.items() if any(code.startswith(within) for code in known)]
        near = get_close_matches(_key(text), here, n=1)
        return Cell(problem=unknown, hint=self.names[named[near[0]][0]] if near else "")
