"""Which column of the layout each heading stands for."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from jamsos.errors import InputError
from jamsos.registers.cell_words import plain
from jamsos.registers.cells import neutral, shown
from jamsos.registers.layout import COLUMNS, NAMED

_REMARK = re.compile(r"\s*\(.*\)\s*$")
_SLASH = re.compile(r" ?/ ?")
_NUMBER = re.compile(r"\bnomor\b")


def _key(heading: str) -> str:
    """What tells headings apart."""
    return _NUMBER.sub("no", _SLASH.sub("/", plain(heading)))


_KNOWN = {_key(heading): column.name for column in COLUMNS for heading in (column.name, *column.headings)}


class Recognised(NamedTuple):
    """The columns of a sheet, by their number."""

    layout: dict[str, str]
    """Number to layout name."""
    kept: dict[str, str]
    """Number to heading, for headings the layout does not know."""


def recognised(headings: Sequence[str], filled: Sequence[bool], mapping: Mapping[str, str] | None) -> Recognised:
    """Match headings with the layout: as mapped, else by its Indonesian names.

    Raises:
        InputError: for two headings of one column, a mapping that cannot be, no heading known, or none of the NIK.

    """
    mapped = {_key(heading): name for heading, name in _texts(mapping).items()}
    cleaned = [neutral(heading).text for heading in headings]
    _check_mapping(mapped, [_key(heading) for heading in cleaned])
    found = {str(n): mapped.get(_key(heading)) or _by_name(heading, mapped) for n, heading in enumerate(cleaned)}
    layout = {number: name for number, name in found.items() if name}
    twice = [name for name, count in Counter(layout.values()).items() if count > 1]
    if twice:
        both = [shown(cleaned[int(number)]) for number, name in layout.items() if name == twice[0]]
        raise InputError(f"headings of {twice[0]}", both, "one heading", "delete or rename one, or give a mapping")
    if not layout:
        seen = [shown(heading) for heading in cleaned[: len(COLUMNS)]]
        raise InputError("headings", seen, "a heading of the layout", "give heading_row, or a mapping")
    if "nik" not in layout.values():
        unknown = [shown(heading) for n, heading in enumerate(cleaned) if heading and str(n) not in layout]
        step = "name it: mapping={'...': 'nik'}; where nobody has a NIK yet, add an empty column NIK"
        raise InputError("headings not known", unknown, "one of the NIK, such as NIK or No KTP", step)
    return Recognised(layout, _kept(cleaned, filled, layout))


def _texts(mapping: object) -> dict[str, str]:
    """A mapping as it was given, once found to be one of texts."""
    allowed, step = "headings and the layout's names for them, as texts", "write it as {'Pekerjaan': 'category'}"
    if mapping is None:
        return {}
    if not isinstance(mapping, Mapping):
        raise InputError("mapping", type(mapping).__name__, allowed, step)
    pairs = cast("Mapping[object, object]", mapping).items()
    found = {heading: name for heading, name in pairs if isinstance(heading, str) and isinstance(name, str)}
    if len(found) < len(pairs):
        odd = next(pair for pair in pairs if pair[0] not in found)
        raise InputError("mapping", odd, allowed, step)
    return found


def _by_name(heading: str, mapped: Mapping[str, str]) -> str | None:
    """The column a heading names, unless the mapping says which one it is."""
    name = _KNOWN.get(_key(heading)) or _KNOWN.get(_key(_REMARK.sub("", heading)))
    return None if name in mapped.values() else name


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
