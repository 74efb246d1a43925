"""The groups of a comparison in words: months and codes as they are read."""

from collections.abc import Mapping, Sequence
from typing import Any

from jamsos.answers.texts import Arg, Text, say
from jamsos.registers.layout import column_label
from jamsos.registers.summing.labels import value_label
from jamsos.registers.summing.sums import UNKNOWN
from jamsos.values.months import Month

_LABELS = {"month": Text("scenario.month"), "year": Text("scenario.year")}
"""The columns that no register has."""
_PLAIN = {"month", "category"}
"""The columns whose values say what they are."""


def group_in_words(by: Sequence[str], figures: Mapping[str, Any], lang: str) -> list[str]:
    """The groups of a row, each with the name of its column where it does not speak for itself.

    >>> from datetime import date
    >>> row = {"month": date(2026, 10, 1), "category": "fisher"}
    >>> group_in_words(["month", "category"], row, "id")
    ['Oktober 2026', 'nelayan']
    >>> group_in_words(["year", "payer"], {"year": 2026, "payer": "APBD"}, "id")
    ['tahun 2026', 'pembayar APBD']
    """
    words: list[str] = []
    for name in by:
        said = value(name, figures, lang)
        if name in _PLAIN and figures[name] != UNKNOWN:
            words.append(said)
        else:
            words.append(f"{heading(name, lang)} {said}")
    return words


def heading(name: str, lang: str) -> str:
    """A column that groups, in words."""
    return say(_LABELS.get(name) or column_label(name), lang)


def value(name: str, figures: Mapping[str, Any], lang: str) -> str:
    """What a row has in a column that groups, in words."""
    stated = figures[name]
    words: Arg = value_label(name, str(stated))
    if name == "month":
        words = Month.of(stated)
    return say(words, lang)
