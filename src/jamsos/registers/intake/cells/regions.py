"""Places of a register by code or by name, from the caller's region table."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import polars as pl
from attrs import field, frozen

from jamsos.registers.intake.cells.cell import Cell, nothing
from jamsos.registers.problems import Problem, Repair
from jamsos.registers.region_table import region_table
from jamsos.workers.worker import REGION

_DISTRICT = "district"
_KECAMATAN = "kecamatan"
_VILLAGE = "village"
_LEVELS = {
    "kabupaten": _DISTRICT,
    "kota": _DISTRICT,
    "kecamatan": _KECAMATAN,
    "desa": _VILLAGE,
    "kelurahan": _VILLAGE,
}
_PREFIX = re.compile(
    r"^(?:desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota)[. ]+", re.IGNORECASE
)
_SIGNS = re.compile(r"[\W_]+")
_CODE = re.compile(REGION, re.ASCII)

Named = dict[str, list[str]]


class RegionMatch(NamedTuple):
    """The kecamatan and the village of a row, once read."""

    kecamatan: Cell
    village: Cell


def _key(name: str) -> str:
    """A name as it is compared: without *Desa* or *Kec.* before it, without signs and blanks."""
    bare = _PREFIX.sub("", name.strip())
    return _SIGNS.sub("", bare.casefold())


def _keys(spellings: Iterable[str]) -> set[str]:
    """The keys of all spellings of one place, each once."""
    keys = {_key(name) for name in spellings}
    keys.discard("")
    return keys


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
        """Read a CSV file or a frame: ``code_kemendagri``, ``name``, ``level``, ``also_spelt``.

        The last column may be absent.

        Raises:
            InputError: for a table that cannot be read, or lacks one of the others.

        """
        levels: dict[str, Named] = {level: {} for level in _LEVELS.values()}
        regions = cls({}, {}, levels)
        level = pl.col("level")
        has_level = level.is_in(list(_LEVELS))
        rows = region_table(table).filter(has_level)
        for row in rows.iter_rows(named=True):
            regions._add(row)
        return regions

    def _add(self, row: dict[str, str]) -> None:
        """Take in one place of the table."""
        code = row["code_kemendagri"]
        level = _LEVELS[row["level"]]
        digits = _digits(code)
        self.codes[level, digits] = code
        name = row["name"]
        self.names[code] = name
        named = self.levels[level]
        spellings = row["also_spelt"].split(";")
        spellings.append(name)
        for key in _keys(spellings):
            codes = named.setdefault(key, [])
            codes.append(code)

    def district(self, text: str, _numeric: bool) -> Cell:
        """The code of a district, by code or by name.

        A code the table lacks is another district's. Without dots it may as well be one of the
        statistics office (BPS), which counts districts in another way, and is to be checked.
        """
        if _CODE.fullmatch(text) and not self._has(text):
            if "." in text:
                return Cell(text)
            return Cell(problem=Problem.REGION_UNKNOWN)
        return self._read(text, _DISTRICT, Problem.REGION_UNKNOWN)

    def _has(self, code: str) -> bool:
        """Whether the table has a code, of whatever level."""
        digits = _digits(code)
        return any((level, digits) in self.codes for level in self.levels)

    def place(self, kecamatan: str, village: str) -> RegionMatch:
        """The codes of a kecamatan and a village.

        Where a kecamatan is stated, the name of the village counts within it only.
        """
        outer = self._read(kecamatan, _KECAMATAN, Problem.KECAMATAN_UNKNOWN)
        within = outer.value or ""
        inner = self._read(village, _VILLAGE, Problem.VILLAGE_UNKNOWN, within)
        if inner.value is None or inner.value.startswith(within):
            return RegionMatch(outer, inner)
        # A village by its code may lie elsewhere: one of the two cells is wrong.
        name = self.names[inner.value]
        elsewhere = Cell(problem=Problem.VILLAGE_ELSEWHERE, hint=name)
        return RegionMatch(outer, elsewhere)

    def _read(self, text: str, level: str, unknown: Problem, within: str = "") -> Cell:
        code = self._code(text, level)
        if code is None:
            return self._by_name(text, level, unknown, within)
        if code == text:
            return Cell(code)
        return Cell(code, Repair.PLACE)

    def _code(self, text: str, level: str) -> str | None:
        """The code of the table that a cell holds, with or without dots."""
        if not _CODE.fullmatch(text):
            return None
        digits = _digits(text)
        return self.codes.get((level, digits))

    def _by_name(self, text: str, level: str, unknown: Problem, within: str) -> Cell:
        if not text:
            return Cell()
        if nothing(text):
            return Cell(repair=Repair.MISSING)
        named = self.levels[level]
        everywhere = named.get(_key(text), [])
        # Many kecamatan have a village of the same name.
        codes = [code for code in everywhere if code.startswith(within)]
        if len(codes) == 1:
            return Cell(codes[0], Repair.PLACE)
        if codes:
            hint = ", ".join(codes)
            return Cell(problem=Problem.VILLAGE_SEVERAL, hint=hint)
        nearest = self._nearest(text, named, within)
        return Cell(problem=unknown, hint=nearest)

    def _nearest(self, text: str, named: Named, within: str) -> str:
        """The name that may have been meant, for whoever looks at the row."""
        here: list[str] = []
        for name, codes in named.items():
            if any(code.startswith(within) for code in codes):
                here.append(name)
        near = get_close_matches(_key(text), here, n=1)
        if not near:
            return ""
        codes = named[near[0]]
        return self.names[codes[0]]
