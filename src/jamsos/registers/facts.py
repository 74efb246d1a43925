"""The facts of a register that the rules read: their columns, and the types these need."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import narwhals.stable.v2 as nw

from jamsos.answers.grounds import MissingFact
from jamsos.errors import InputError
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import BpuKind, Category, Payer, Sector, Segment

CODES: Mapping[str, type[Code]] = {
    "segment": Segment,
    "kind": BpuKind,
    "category": Category,
    "sector": Sector,
    "payer": Payer,
}
"""The columns that hold a code."""


def codes_by_spelling(name: str) -> dict[str, str]:
    """The code that each text of a column of codes stands for; of other columns nothing.

    >>> codes_by_spelling("kind")["b"], codes_by_spelling("kind")["independent"]
    ('independent', 'independent')
    """
    codes: dict[str, str] = {}
    for code in CODES.get(name, ()):
        codes |= dict.fromkeys(code.spellings, str(code))
    return codes


def own_spelling(name: str, written: str) -> str:
    """A code of a column in its own spelling; what is no code of the column, as it is written.

    >>> own_spelling("kind", "b"), own_spelling("kind", "?"), own_spelling("village", "b")
    ('independent', '?', 'b')
    """
    return codes_by_spelling(name).get(written, written)


FLAGS = ("works", "foreign", "wage_earner", "other_payer", "letter", "registry_match", "poor")
"""The columns that hold yes or no."""

WHOLE = ("income", "row", "months_in_indonesia", "occupation", "children", "decile")
"""The columns that hold whole numbers."""

DAYS = ("birth", "number_issued")
"""The columns that hold a day."""

TEXTS = ("resident_of",)
"""The columns that hold text."""

FACTS = (*CODES, *FLAGS, *WHOLE, *DAYS, *TEXTS)
"""Every column the rules read. A missing column is a fact nobody stated."""

_ELSEWHERE = {
    "payer": "payer",
    "row": "row",
    "children": "family.children",
    "number_issued": "participation.number_issued",
}
"""The facts that answers do not name ``worker.`` and the column."""


def fact_of(name: str) -> MissingFact:
    """The fact a column states, as answers name it."""
    fact = _ELSEWHERE.get(name, f"worker.{name}")
    return MissingFact(fact)


ColumnType: TypeAlias = nw.dtypes.DType
"""The type of a column, whatever the engine of its frame."""

Schema: TypeAlias = Mapping[str, ColumnType]
"""The type of each column of a register, by its name."""


class _FactType(NamedTuple):
    """The type that columns of some facts need."""

    allowed: str
    """The type in words."""
    step: str
    """What to do with a column of another type."""
    type: Any
    fits: Callable[[ColumnType], bool]


def _is_label(column_type: ColumnType) -> bool:
    return isinstance(column_type, nw.String | nw.Categorical | nw.Enum)


def _is_text(column_type: ColumnType) -> bool:
    return column_type == nw.String


def _is_boolean(column_type: ColumnType) -> bool:
    return column_type == nw.Boolean


def _is_day(column_type: ColumnType) -> bool:
    return column_type == nw.Date


def _is_whole(column_type: ColumnType) -> bool:
    # Wider numbers would wrap round or lose digits in the 64 bits the rules count in.
    if isinstance(column_type, nw.UInt64 | nw.Int128 | nw.UInt128):
        return False
    return column_type.is_integer()


_CODE = _FactType("text", "write codes as text", nw.String, _is_label)
_TEXT = _FactType("text", "cast the column to text", nw.String, _is_text)
_FLAG = _FactType("booleans", "write true or false", nw.Boolean, _is_boolean)
_WHOLE = _FactType("whole numbers of 64 bits", "convert without a fraction", nw.Int64, _is_whole)
_DAY = _FactType("days (Date)", "cast a time to its day", nw.Date, _is_day)

_TYPES: Mapping[str, _FactType] = {
    **dict.fromkeys(CODES, _CODE),
    **dict.fromkeys(TEXTS, _TEXT),
    **dict.fromkeys(FLAGS, _FLAG),
    **dict.fromkeys(WHOLE, _WHOLE),
    **dict.fromkeys(DAYS, _DAY),
}


def checked_schema(schema: Schema) -> frozenset[str]:
    """Return the facts a frame states.

    Raises:
        InputError: for a column of another type than its fact.

    """
    for name, column_type in schema.items():
        # A column without a type is empty throughout and gets the type of its fact later.
        if name not in _TYPES or _untyped(column_type):
            continue
        needed = _TYPES[name]
        if not needed.fits(column_type):
            raise InputError(f"column {name}", str(column_type), needed.allowed, needed.step)
    return frozenset(schema) & frozenset(FACTS)


def typed(schema: Schema) -> dict[str, nw.Expr]:
    """Columns that are empty throughout and so have no type yet, with the type of their fact."""
    casts: dict[str, nw.Expr] = {}
    for name, column_type in schema.items():
        if name in _TYPES and _untyped(column_type):
            needed = _TYPES[name]
            casts[name] = nw.col(name).cast(needed.type)
    return casts


def _untyped(column_type: ColumnType) -> bool:
    return isinstance(column_type, nw.Unknown)
