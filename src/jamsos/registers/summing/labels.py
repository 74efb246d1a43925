"""The values of a column in words: codes by their names, days and money in the language."""

import re
from datetime import date

from jamsos.answers.texts import Arg, Text
from jamsos.registers.facts import DAYS, FLAGS, codes_by_spelling, own_spelling
from jamsos.registers.invented.places import kutim_kecamatan
from jamsos.registers.summing.sums import UNKNOWN

_FAMILIES = {
    "segment": "value",
    "kind": "kind",
    "category": "category",
    "sector": "sector",
    "payer": "party",
}
"""Where the catalogue has the codes of a column."""
_FLAG_WORDS = {"true": Text("value.yes"), "false": Text("value.none")}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def value_label(column: str, value: str) -> Arg:
    """A value of a column, as polars writes it, in words; what no list has goes by itself.

    >>> from jamsos.answers.texts import say
    >>> say(value_label("category", "fisher"), "id"), say(value_label("poor", "true"), "id")
    ('nelayan', 'ya')
    >>> value_label("kecamatan", "64.08.15")
    'Kaubun'
    """
    if value == UNKNOWN:
        return Text("register.plan_unknown")
    if column in _FAMILIES:
        return _code_label(column, value)
    if column in FLAGS and value in _FLAG_WORDS:
        return _FLAG_WORDS[value]
    if column in DAYS and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    if column == "income" and value.isdecimal():
        amount = {"amount": int(value)}
        return Text("register.amount", amount)
    names = {place.code: place.name for place in kutim_kecamatan()}
    return names.get(value, value)


def _code_label(column: str, value: str) -> Arg:
    code = own_spelling(column, value)
    if code not in codes_by_spelling(column).values():
        return value
    return Text(f"{_FAMILIES[column]}.{code}")
