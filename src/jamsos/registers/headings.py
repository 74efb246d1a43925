"""Which column of the layout each heading stands for."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jamsos.errors import InputError
from jamsos.registers.cell_words import plain
from jamsos.registers.cells import neutral, shown
from jamsos.registers.layout import COLUMNS, NAMED

_KNOWN = {plain(heading): column.name for column in COLUMNS for heading in (column.name, *column.headings)}
_REMARK = re.compile(r"\s*\(.*\)\s*$")


class Recognised(NamedTuple):
    """The columns of a sheet, by their number."""

    layout: dict[str, str]
    """Number to layout name."""
    kept: dict[str, str]
    """Number to heading, for headings the layout does not know."""


def recognised(headings: Sequence[str], filled: Sequence[bool], mapping: Mapping[str, str] | None) -> Recognised:
    """Match headings with the layout: as mapped, else by its Indonesian names.

    Raises:
        InputError: for two headings of one column, a mapping that cannot be, or no heading known at all.

    """
    mapped = {plain(heading): name for heading, name in (mapping or {}).items()}
    cleaned = [neutral(heading).text for heading in headings]
    _check_mapping(mapped, [plain(heading) for heading in cleaned])
    found = {str(n): mapped.get(plain(heading)) or _by_name(heading) for n, heading in enumerate(cleaned)}
    layout = {number: name for number, name in found.items() if name}
    twice = [name for name, count in Counter(layout.values()).items() if count > 1]
    if twice:
        both = [shown(cleaned[int(number)]) for number, name in layout.items() if name == twice[0]]
        raise InputError(f"headings of {twice[0]}", both, "one heading", "delete or rename one, or give a mapping")
    if not layout:
        seen = [shown(heading) for heading in cleaned[: len(COLUMNS)]]
        raise InputError("headings", seen, "a heading of the layout", "give heading_row, or a mapping")
    return Recognised(layout, _kept(cleaned, filled, layout))


def _by_name(heading: str) -> str | None:
    return _KNOWN.get(plain(heading)) or _KNOWN.get(plain(_REMARK.sub("", heading)))


def _check_mapping(mapped: Mapping[str, str], headings: Sequence[str]) -> None:
    unknown = sorted(set(mapped.values()) - set(NAMED))
    if unknown:
        raise InputError("mapping", unknown, f"names of the layout: {sorted(NAMED)}", "correct the mapping")
    absent = sorted(set(mapped) - set(headings))
    if absent:
        raise InputError("mapping", absent, f"headings that are there: {list(map(shown, headings))}", "correct it")


def _kept(headings: Sequence[str], filled: Sequence[bool], layout: Mapping[str, str]) -> dict[str, str]:
    """Names for the columns the layout does not know: their headings, made different from all others."""
    kept: dict[str, str] = {}
    for n, heading in enumerate(headings):
        if str(n) not in layout and (heading or filled[n]):
            name = shown(heading) or f"kolom {n + 1}"
            while name in NAMED or name == "source_row" or name in kept.values():
                name += "_"
            kept[str(n)] = name
    return kept
