"""Read law and scheme files strictly: every key known, every value of its kind, every error with its place."""

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
_SOURCE_KEYS = frozenset(
    {"instrument", "pasal", "ayat", "huruf", "angka", "lampiran", "penjelasan", "article_known", "statement"}
)
WHOLE_UNITS = frozenset(
    {"rupiah", "months", "years", "days", "hours", "children", "day of month", "kinds of work", "workers"}
)


def parse(content: str, place: str) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        LawDataError: with the file's name, when it is not TOML.

    """
    import tomllib  # noqa: PLC0415 - not needed by import jamsos

    try:
        return tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LawDataError(place, str(error), "a valid TOML file", "correct the file at that line") from None


def checked_keys(value: object, required: Iterable[str], optional: Iterable[str], place: str) -> Mapping[str, Any]:
    """Return the table if it has all required keys and no unknown one."""
    table = as_table(value)
    if table is None:
        raise LawDataError(place, value, "a table of keys and values", "write it as a TOML table")
    needed, known = set(required), {*required, *optional}
    missing, unknown = sorted(needed - set(table)), sorted(set(table) - known)
    if missing or unknown:
        problem = f"missing {missing}" if missing else f"unknown {unknown}"
        raise LawDataError(place, problem, f"the keys {sorted(known)}", "add or correct the key")
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


def whole(value: object, place: str, least: int) -> int:
    """Read a whole number not below ``least``."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise LawDataError(place, value, f"a whole number from {least} up", "correct the number")
    return value


def bilingual(value: object, place: str) -> Bilingual:
    """Read ``{ id = "...", en = "..." }``."""
    table = checked_keys(value, ("id", "en"), (), place)
    if not all(isinstance(text, str) and text for text in table.values()):
        raise LawDataError(place, dict(table), "a text in both languages", "write the missing text")
    return Bilingual(table["id"], table["en"])


def grade(value: object, place: str) -> Grade:
    """Read one of the five grades."""
    known = [str(member) for member in Grade]
    if not isinstance(value, str) or value not in known:
        raise LawDataError(place, value, f"one of {known}", "grade the source")
    return Grade(value)


def sources(value: object, place: str) -> tuple[Source, ...]:
    """Read a list of sources; at least one is required."""
    listed = as_list(value)
    if not listed:
        raise LawDataError(place, value, "a list of at least one source", "name the instrument and article")
    return tuple(_source(item, place) for item in listed)


def _source(item: object, place: str) -> Source:
    table = checked_keys(item, ("instrument",), _SOURCE_KEYS - {"instrument"}, place)
    if not any(key in table for key in ("pasal", "lampiran", "article_known", "statement")):
        raise LawDataError(place, dict(table), "pasal or lampiran", "write article_known = false if it is unknown")
    for key, part in table.items():
        expected = bool if key in {"penjelasan", "article_known", "statement"} else str
        if not isinstance(part, expected) or (isinstance(part, str) and not part.strip()):
            raise LawDataError(f"{place}.{key}", part, expected.__name__, "correct the value")
    if ("ayat" in table or "huruf" in table) and "pasal" not in table:
        raise LawDataError(place, dict(table), "a pasal for the ayat or huruf", "name the article")
    if table.get("article_known") is True and not {"pasal", "lampiran"} & set(table):
        raise LawDataError(place, dict(table), "the article that is known", "name it, or write article_known = false")
    return Source(**table)


def day(value: object, place: str) -> date:
    """Read a date without a time."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise LawDataError(place, value, "a date such as 2019-12-02", "write the date without quotes")
    return value


def value_of(value: object, unit: object, place: str) -> Value:
    """Read a value by its unit: shares become parts per million, lists become tuples."""
    if not isinstance(unit, str):
        raise LawDataError(place, unit, "a unit as text", "correct the unit")
    if unit in WHOLE_UNITS and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if unit == "share" and isinstance(value, str):
        return _parts_per_million(value, place)
    if unit == "date" and isinstance(value, date):
        return day(value, place)
    listed = as_list(value)
    if (
        unit == "codes"
        and listed
        and all(isinstance(item, str | int) and not isinstance(item, bool) for item in listed)
    ):
        return tuple(listed)
    if unit == "table" and listed and all(isinstance(row, list) for row in listed):
        return tuple(tuple(row) for row in listed)
    if unit == "rule" and value is True:
        return True
    raise LawDataError(place, value, f"a value of the unit {unit!r}", "correct the value or the unit")


def _parts_per_million(text: str, place: str) -> int:
    parts = Fraction(text) * MILLION if _SHARE.fullmatch(text) else None
    if parts is None or parts.denominator != 1:
        raise LawDataError(place, text, "a decimal share with at most six places", 'write it as "0.0024"')
    return int(parts)
