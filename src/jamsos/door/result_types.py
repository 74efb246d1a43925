"""The types of the facts and results of each question as they are written in JSON."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import cache, reduce
from typing import (
    Annotated,
    Any,
    TypedDict,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
import msgspec

from jamsos.answers.answer import Answer
from jamsos.answers.form import TextForm
from jamsos.answers.grounds import Criterion, MissingFact, Stated
from jamsos.answers.texts import Text
from jamsos.forms.fact import Fact
from jamsos.forms.kinds import members
from jamsos.forms.scalars import DAY, FRACTION, MOMENT, MONTH
from jamsos.law.provisions import Absence, Decision, Provision, WhatIf
from jamsos.values.months import Month

_GROUNDS = (Provision, Absence, Decision, Criterion, MissingFact, Stated, WhatIf)
_WRITTEN: Mapping[Any, Any] = {
    date: Annotated[str, msgspec.Meta(extra_json_schema={"format": "date"})],
    Month: Annotated[str, msgspec.Meta(pattern=f"^{MONTH}$")],
    Fraction: Annotated[str, msgspec.Meta(pattern=f"^-?{FRACTION}$")],
    Text: TextForm,
    # Of a ground its key.
    **dict.fromkeys(_GROUNDS, str),
}
"""How values are written that JSON has no type for."""
_LIST: Any = list
_DICT: Any = dict
"""Their items are types that are only known while the program runs."""
_DAY_OR_MOMENT = Annotated[str, msgspec.Meta(pattern=f"^({DAY}|{MOMENT})$")]


def facts_type(kind: type[Answer]) -> Any:
    """What a question was asked with: each fact may be null, and none has to be there."""
    hints = {name: _written(hint | None) for name, hint in kind.fact_types.items()}
    doc = f"What ``{kind.question}`` was asked with."
    return _object(f"{kind.__name__}Facts", hints, doc, total=False)


def results_type(kind: type[Answer]) -> Any:
    """The typed results of a question, null where one is not decided."""
    of_class = get_type_hints(kind)
    hints: dict[str, Any] = {}
    for name in kind.results():
        part = getattr(kind, name)
        hint = get_type_hints(part.fget)["return"] if isinstance(part, property) else of_class[name]
        hints[name] = _written(hint | None)
    doc = f"The results of ``{kind.question}``, null where they are not decided."
    return _object(f"{kind.__name__}Results", hints, doc)


def _object(name: str, hints: dict[str, Any], doc: str | None, *, total: bool = True) -> Any:
    """A type of objects that is declared while the program runs."""
    # Type checkers know only those that are declared word for word.
    declare: Any = TypedDict
    declared = declare(name, hints, total=total)
    declared.__doc__ = doc
    return declared


def _written(hint: Any) -> Any:
    """A declared type as its values are written."""
    kinds = members(hint)
    if datetime in kinds:
        kinds = tuple(one for one in kinds if one is not date)
    written = dict.fromkeys(map(_written_one, kinds))
    return reduce(lambda union, one: union | one, written)


def _written_one(kind: Any) -> Any:
    if kind is datetime:
        return _DAY_OR_MOMENT
    if kind in _WRITTEN:
        return _WRITTEN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _LIST[_written(arguments[0])]
    if origin in {dict, Mapping}:
        return _DICT[str, _written(arguments[1])]
    return _written_class(kind)


@cache
def _written_class(kind: Any) -> Any:
    """A class of values inside a result as an object; facts have a definition of their own."""
    if not attrs.has(kind) or issubclass(kind, Fact):
        return kind
    hints = get_type_hints(kind)
    written: dict[str, Any] = {}
    for one in attrs.fields(kind):
        name = one.alias or one.name
        written[name] = _written(hints[one.name])
    return _object(kind.__name__, written, kind.__doc__)
