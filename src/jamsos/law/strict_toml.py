"""Read law and scheme files strictly.

Every key is known, every value of its kind, and every error names its place.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from jamsos.errors import LawDataError
from jamsos.law.provisions import Bilingual, Grade, Source, Value
from jamsos.values.money import MILLION
from jamsos.values.plain import as_list, as_table

_SHARE = re.compile(r"\d{1,3}(\.\d{1,6})?", re.ASCII)
"""A share as it is printed; six decimals are whole parts per million."""

_SOURCE_TEXTS = ("instrument", "pasal", "ayat", "huruf", "angka", "lampiran")
_SOURCE_FLAGS = ("penjelasan", "article_known", "statement")
_PLACES_OF_SOURCE = frozenset({"pasal", "lampiran", "article_known", "statement"})
"""A source needs one of these, so that no article is left out in silence."""

WHOLE_UNITS = frozenset(
    {
        "rupiah",
        "months",
        "years",
        "days",
        "hours",
        "changes",
        "children",
        "day of month",
        "kinds of work",
        "workers",
    }
)
"""The units whose values are whole numbers from 0 up."""


def parse(content: str, place: str) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        LawDataError: with the file's name, when it is not TOML.

    """
    import tomllib  # noqa: PLC0415 - not needed by import jamsos

    try:
        return tomllib.loads(content)
    # Brackets nested without end exhaust the parser before it finds a fault.
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LawDataError(
            place, str(error), "a valid TOML file", "correct the file at that line"
        ) from None


def checked_keys(
    value: object, required: Iterable[str], optional: Iterable[str], place: str
) -> Mapping[str, Any]:
    """Return the table if it has all required keys and no unknown one."""
    table = as_table(value)
    if table is None:
        raise LawDataError(place, value, "a table of keys and values", "write it as a TOML table")
    allowed = sorted({*required, *optional})
    missing = sorted(set(required) - set(table))
    unknown = sorted(set(table) - set(allowed))
    # Missing before unknown: a mistyped key is both, and the first names what was meant.
    if missing:
        raise LawDataError(
            place, f"missing {missing}", f"the keys {allowed}", "add or correct the key"
        )
    if unknown:
        raise LawDataError(
            place, f"unknown {unknown}", f"the keys {allowed}", "add or correct the key"
        )
    return table


def text(value: object, place: str) -> str:
    """Read a text that is not empty."""
    if not isinstance(value, str) or not value:
        raise LawDataError(place, value, "a text", "write it in quotes")
    return value


def texts(value: object, place: str) -> tuple[str, ...]:
    """Read a list of at least one text."""
    listed = as_list(value)
    if not listed:
        raise LawDataError(place, value, "a list of texts", "write it in brackets")
    return tuple(text(item, place) for item in listed)


def flag(value: object, place: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise LawDataError(place, value, "true or false", "write it without quotes")
    return value


def whole(value: object, place: str, least: int, most: int | None = None) -> int:
    """Read a whole number not below ``least``, and not above ``most`` where that is given."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise LawDataError(place, value, f"a whole number from {least} up", "correct the number")
    if most is not None and value > most:
        allowed = f"a whole number from {least} to {most}"
        raise LawDataError(place, value, allowed, "correct the number")
    return value


def bilingual(value: object, place: str) -> Bilingual:
    """Read ``{ id = "...", en = "..." }``."""
    table = checked_keys(value, ("id", "en"), (), place)
    if not all(isinstance(text, str) and text for text in table.values()):
        raise LawDataError(place, dict(table), "a text in both languages", "write the missing text")
    return Bilingual(table["id"], table["en"])


def grade(value: object, place: str) -> Grade:
    """Read one of the five grades; what is supposed stands in no file."""
    allowed = [str(member) for member in Grade if member is not Grade.HYPOTHETICAL]
    if not isinstance(value, str) or value not in allowed:
        raise LawDataError(place, value, f"one of {allowed}", "grade the source")
    return Grade(value)


def sources(value: object, place: str) -> tuple[Source, ...]:
    """Read a list of sources; at least one is required."""
    listed = as_list(value)
    if not listed:
        raise LawDataError(
            place, value, "a list of at least one source", "name the instrument and article"
        )
    return tuple(_source(item, place) for item in listed)


def _source(item: object, place: str) -> Source:
    optional = (*_SOURCE_TEXTS[1:], *_SOURCE_FLAGS)
    table = checked_keys(item, ("instrument",), optional, place)
    if _PLACES_OF_SOURCE.isdisjoint(table):
        raise LawDataError(
            place, dict(table), "pasal or lampiran", "write article_known = false if it is unknown"
        )
    for key, part in table.items():
        _check_part(key, part, f"{place}.{key}")
    # A paragraph without its article cannot be looked up.
    if {"ayat", "huruf"} & set(table) and "pasal" not in table:
        raise LawDataError(place, dict(table), "a pasal for the ayat or huruf", "name the article")
    # To call an article known and not name it would hide that nobody read it.
    if table.get("article_known") is True and {"pasal", "lampiran"}.isdisjoint(table):
        raise LawDataError(
            place,
            dict(table),
            "the article that is known",
            "name it, or write article_known = false",
        )
    return Source(**table)


def _check_part(key: str, part: object, place: str) -> None:
    """Refuse a part of a source that is no text, or no flag where one is due."""
    if key in _SOURCE_FLAGS:
        if not isinstance(part, bool):
            raise LawDataError(place, part, "bool", "correct the value")
    elif not isinstance(part, str) or not part.strip():
        raise LawDataError(place, part, "str", "correct the value")


def day(value: object, place: str) -> date:
    """Read a date without a time."""
    # A datetime is a date to Python, but law begins on days.
    if isinstance(value, datetime) or not isinstance(value, date):
        raise LawDataError(
            place, value, "a date such as 2019-12-02", "write the date without quotes"
        )
    return value


def value_of(value: object, unit: object, place: str) -> Value:
    """Read a value by its unit: shares become parts per million, lists become tuples."""
    if not isinstance(unit, str):
        raise LawDataError(place, unit, "a unit as text", "correct the unit")
    typed = _typed(value, unit, place)
    if typed is None:
        raise LawDataError(
            place, value, f"a value of the unit {unit!r}", "correct the value or the unit"
        )
    return typed


def _typed(value: object, unit: str, place: str) -> Value | None:
    """The value in the type of its unit, or None where it is of another type."""
    if unit in WHOLE_UNITS:
        return _whole_value(value)
    if unit in {"codes", "table"}:
        return _listed_value(value, unit)
    if unit == "share" and isinstance(value, str):
        return _parts_per_million(value, place)
    if unit == "date" and isinstance(value, date):
        return day(value, place)
    # A rule that is not in force has no period: false would say so a second time.
    if unit == "rule" and value is True:
        return True
    return None


def _listed_value(value: object, unit: str) -> Value | None:
    """A list of codes, or of rows; an empty one states nothing."""
    items = as_list(value)
    if not items:
        return None
    if unit == "codes" and all(map(_is_code, items)):
        return tuple(items)
    if unit == "table" and all(isinstance(row, list) for row in items):
        return tuple(tuple(row) for row in items)
    return None


def _whole_value(value: object) -> int | None:
    # In Python True is the int 1, but true is no amount.
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        return None
    return value


def _is_code(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _parts_per_million(written: str, place: str) -> int:
    # Read from text: a float of the file would already have lost exactness.
    if _SHARE.fullmatch(written) is None:
        raise LawDataError(
            place, written, "a decimal share with at most six places", 'write it as "0.0024"'
        )
    return int(Fraction(written) * MILLION)
