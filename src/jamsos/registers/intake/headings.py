"""Which column of the layout each heading stands for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from jamsos.errors import InputError, kind_of
from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.layout import COLUMNS, NAMED, WHERE

_REMARK = re.compile(r"\s*\(.*\)\s*$")
_SLASH = re.compile(r" ?/ ?")
_NUMBER = re.compile(r"\bnomor\b")


def _key(heading: str) -> str:
    """What tells headings apart."""
    word = _SLASH.sub("/", plain(heading))
    return _NUMBER.sub("no", word)


def _spellings() -> Iterator[tuple[str, str]]:
    for column in COLUMNS:
        name = column.name
        yield _key(name), name
        for heading in column.headings:
            yield _key(heading), name


_KNOWN = dict(_spellings())
"""The headings of the layout, and the column each stands for."""


class Recognised(NamedTuple):
    """The columns of a sheet, by their number."""

    layout: dict[str, str]
    """Number to layout name."""
    kept: dict[str, str]
    """Number to heading, for headings the layout does not know."""

    @property
    def names(self) -> dict[str, str]:
        """Number to name, of all columns."""
        return self.layout | self.kept


def recognised(
    headings: Sequence[str], filled: Sequence[bool], mapping: Mapping[str, str] | None
) -> Recognised:
    """Match headings with the layout: as mapped, else by its Indonesian names.

    Args:
        headings: The headings as they were written.
        filled: For each column, whether any of its cells holds something.
        mapping: The headings the caller knows, and the layout's names for them.

    Raises:
        InputError: for two headings of one column, a mapping that does not fit, no heading of the
            layout, or none of the NIK.

    """
    cleaned = [neutral(heading).text for heading in headings]
    mapped: dict[str, str] = {}
    for heading, name in checked_mapping(mapping).items():
        key = _key(heading)
        mapped[key] = name
    _check_all_there(mapped, cleaned)
    layout: dict[str, str] = {}
    # Numbers tell columns apart even where headings are empty or repeat.
    for number, heading in enumerate(cleaned):
        column = _column_of(heading, mapped)
        if column is not None:
            layout[str(number)] = column
    _check_each_once(layout, cleaned)
    _check_with_nik(layout, cleaned)
    return Recognised(layout, _kept(cleaned, filled, layout))


def _checked_texts(mapping: object) -> dict[str, str]:
    """A mapping of texts to texts."""
    allowed = "headings and the layout's names for them, as texts"
    step = "write it as {'Pekerjaan': 'category'}"
    if mapping is None:
        return {}
    if not isinstance(mapping, Mapping):
        kind = kind_of(mapping)
        raise InputError("mapping", kind, allowed, step)
    texts: dict[str, str] = {}
    pairs = cast("Mapping[object, object]", mapping)
    for heading, name in pairs.items():
        if not isinstance(heading, str) or not isinstance(name, str):
            raise InputError("mapping", (heading, name), allowed, step)
        texts[heading] = name
    return texts


def checked_mapping(mapping: object) -> dict[str, str]:
    """Return a mapping of headings to names of the layout; None is an empty one.

    Raises:
        InputError: for anything else.

    """
    texts = _checked_texts(mapping)
    unknown = set(texts.values()).difference(NAMED)
    if unknown:
        allowed = f"names of the layout: {sorted(NAMED)}"
        step = "map each heading to one of these"
        raise InputError("mapping", sorted(unknown), allowed, step)
    return texts


def mapping_here(mapping: Mapping[str, str], headings: Sequence[str]) -> dict[str, str]:
    """The part of a mapping whose headings a sheet has: every village has its own."""
    keys = {_key(neutral(heading).text) for heading in headings}
    return {heading: name for heading, name in mapping.items() if _key(heading) in keys}


def _check_all_there(mapped: Mapping[str, str], headings: Sequence[str]) -> None:
    keys = map(_key, headings)
    absent = set(mapped).difference(keys)
    if absent:
        allowed = f"headings that are there: {_all_shown(headings)}"
        step = "write the headings as the file does"
        raise InputError("mapping", sorted(absent), allowed, step)


def _column_of(heading: str, mapped: Mapping[str, str]) -> str | None:
    """The column of the layout a heading stands for."""
    key = _key(heading)
    if key in mapped:
        return mapped[key]
    name = _KNOWN.get(key)
    # Forms explain their headings in brackets: Jenis Kelamin (L/P).
    if name is None:
        without_remark = _REMARK.sub("", heading)
        name = _KNOWN.get(_key(without_remark))
    # Of two headings for one column, the one in the mapping counts; the other is kept as it is.
    if name in mapped.values():
        return None
    return name


def _check_each_once(layout: Mapping[str, str], headings: Sequence[str]) -> None:
    """Two headings of one column would leave it open which cells count."""
    headings_of: dict[str, list[str]] = {}
    for number, name in layout.items():
        rivals = headings_of.setdefault(name, [])
        rivals.append(headings[int(number)])
    for name, rivals in headings_of.items():
        if len(rivals) > 1:
            step = "delete or rename one, or give a mapping"
            raise InputError(f"headings of {name}", _all_shown(rivals), "one heading", step)


def _check_with_nik(layout: Mapping[str, str], headings: Sequence[str]) -> None:
    """Without the NIK nobody can be told apart, and without any heading this is not the list."""
    if not layout:
        first = _all_shown(headings[: len(COLUMNS)])
        step = "give heading_row, or a mapping"
        raise InputError("headings", first, "a heading of the layout", step)
    if "nik" in layout.values():
        return
    unknown = _all_shown(_unknown(layout, headings))
    allowed = "one of the NIK, such as NIK or No KTP"
    step = "name it: mapping={'...': 'nik'}; where nobody has a NIK yet, add an empty column NIK"
    raise InputError("headings not known", unknown, allowed, step)


def _unknown(layout: Mapping[str, str], headings: Sequence[str]) -> list[str]:
    """The headings that stand for no column of the layout."""
    unknown: list[str] = []
    for number, heading in enumerate(headings):
        if heading and str(number) not in layout:
            unknown.append(heading)
    return unknown


def _all_shown(headings: Sequence[str]) -> list[str]:
    """Headings as an error may show them: a number of a person may stand among them."""
    return [shown(heading) for heading in headings]


def _kept(
    headings: Sequence[str], filled: Sequence[bool], layout: Mapping[str, str]
) -> dict[str, str]:
    """Names for the columns the layout does not know: their headings, each different."""
    kept: dict[str, str] = {}
    for number, heading in enumerate(headings):
        # Spreadsheets pad a list with columns that have neither heading nor cells.
        is_padding = not heading and not filled[number]
        if str(number) in layout or is_padding:
            continue
        taken = {*WHERE, *NAMED, *kept.values()}
        name = shown(heading)
        if not name:
            name = f"kolom {number + 1}"
        kept[str(number)] = _free_name(name, taken)
    return kept


def _free_name(name: str, taken: set[str]) -> str:
    # Polars takes a name between these two for a pattern of names.
    is_pattern = name.startswith("^") and name.endswith("$")
    while name in taken or is_pattern:
        name += "_"
        is_pattern = False
    return name
