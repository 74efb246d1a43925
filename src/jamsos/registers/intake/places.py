"""Columns that a mapping names by their place: the letter a spreadsheet shows, or the number."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from jamsos.errors import InputError
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.excel_cells import column_number

_LETTERS = re.compile(r"[A-Za-z]{1,3}")


class Named(NamedTuple):
    """Headings and a mapping that names each of its columns by its heading."""

    headings: Sequence[str]
    mapping: Mapping[str, str] | None


def by_heading(
    mapping: Mapping[str | int, str] | None, headings: Sequence[str], first_column: int
) -> Named:
    """A mapping by headings alone; a column named by its place is headed by that place.

    Args:
        mapping: The columns the caller knows, by heading, letter or number.
        headings: The headings as they were written.
        first_column: How many columns of the file stand before the first of them.

    Raises:
        InputError: for a place where no column is.

    """
    if not isinstance(cast("object", mapping), Mapping) or mapping is None:
        return Named(headings, cast("Mapping[str, str] | None", mapping))
    written = {plain(line) for heading in headings for line in heading.split("\n")}
    named = list(headings)
    names: dict[str, str] = {}
    for key, name in mapping.items():
        place = _place_of(key, written)
        if place is None:
            names[cast("str", key)] = name
            continue
        number = place - first_column
        if not 0 < number <= len(headings):
            allowed = f"a column from {first_column + 1} to {first_column + len(headings)}"
            raise InputError("mapping", key, allowed, "give the letter or the number of a column")
        heading = f"kolom ke-{place}"
        named[number - 1] = heading
        names[heading] = name
    return Named(named, names)


def texts_only(mapping: Mapping[str | int, str] | None) -> Mapping[str, str] | None:
    """The part of a mapping that may name headings; what is no mapping is left as it is."""
    if not isinstance(cast("object", mapping), Mapping) or mapping is None:
        return cast("Mapping[str, str] | None", mapping)
    texts: dict[str, str] = {}
    for key, name in mapping.items():
        # What is neither is refused where the headings are matched.
        if not _is_number(key):
            texts[cast("str", key)] = name
    return texts


def _place_of(key: object, written: set[str]) -> int | None:
    """The number of a column that is named by its place, the first of the file 1."""
    if _is_number(key):
        return cast("int", key)
    # A letter that is a heading names that heading.
    if isinstance(key, str) and _LETTERS.fullmatch(key) and plain(key) not in written:
        return column_number(key)
    return None


def _is_number(key: object) -> bool:
    return isinstance(key, int) and not isinstance(key, bool)
