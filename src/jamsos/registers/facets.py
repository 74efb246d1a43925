"""The facts of a register as columns: which values a fact may have, and how a column tells them apart."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw
from attrs import frozen

from jamsos.answers.grounds import MissingFact
from jamsos.errors import InputError
from jamsos.values.days import ONE_DAY
from jamsos.workers.codes import BpuKind, Category, Code, Payer, Sector, Segment


def within(name: str, codes: Sequence[int]) -> nw.Expr:
    """Whether a column that is never empty holds one of these codes; neighbours are compared as a range."""
    column, least, most = nw.col(name), min(codes), max(codes)
    if most - least + 1 != len(set(codes)):
        return column.is_in(list(codes))
    return column == least if least == most else (column >= least) & (column <= most)


@frozen(eq=False)
class Facet:
    """One fact with one value for each class of values that the rules could treat differently.

    ``tests`` gives for each value (None: not known) the column expression that tells whether a row is of its class.
    """

    name: str
    values: tuple[Any, ...]
    tests: Mapping[Any, Callable[[], nw.Expr]] | None = None
    unstated: Any = None
    """What holds for everybody in a register without the column."""

    def among(self, values: Sequence[Any]) -> nw.Expr:
        """Whether a row is of one of these classes; empty, which is no, where nothing is stated and None not among."""
        column, named = nw.col(self.name), [value for value in values if value is not None]
        if self.tests is not None:
            known = [self.tests[value]() for value in named]
        else:
            raw = [str(value) if isinstance(value, Code) else value for value in named]
            known = [column.is_in(raw) if len(raw) > 1 else column == raw[0]] if raw else []
        tests = [*([column.is_null()] if None in values else []), *known]
        found = tests[0]
        for test in tests[1:]:
            found = found | test
        return found


CODES: Mapping[str, type[Code]] = {
    "segment": Segment,
    "kind": BpuKind,
    "category": Category,
    "sector": Sector,
    "payer": Payer,
}
"""The columns that hold a code."""

FLAGS = ("works", "foreign", "wage_earner", "other_payer", "letter", "registry_match", "poor")
"""The columns that hold yes or no."""

WHOLE = ("income", "row", "months_in_indonesia", "occupation", "children")
"""The columns that hold whole numbers."""

DAYS = ("birth", "number_issued")
"""The columns that hold a day."""

TEXTS = ("resident_of",)

FACTS = (*CODES, *FLAGS, *WHOLE, *DAYS, *TEXTS)
"""Every column a rule reads. A column that is not there is a fact nobody stated."""

_ELSEWHERE = {
    "payer": "payer",
    "row": "row",
    "children": "family.children",
    "number_issued": "participation.number_issued",
    "occupation": "worker.occupation",
}


def fact_of(name: str) -> MissingFact:
    """The fact a column states, as answers name it."""
    return MissingFact(_ELSEWHERE.get(name, f"worker.{name}"))


class _Kind(NamedTuple):
    """What the columns of some facts hold: in words, what to do with others, as a type, and which types fit."""

    allowed: str
    step: str
    type: Any
    fits: Callable[[nw.dtypes.DType], bool]


_LABELS = (nw.String, nw.Categorical, nw.Enum)
_TOO_WIDE = (nw.UInt64, nw.Int128, nw.UInt128)

_KINDS: Mapping[str, _Kind] = {
    **dict.fromkeys(CODES, _Kind("text", "write codes as text", nw.String, lambda kind: isinstance(kind, _LABELS))),
    **dict.fromkeys(TEXTS, _Kind("text", "cast the column to text", nw.String, lambda kind: kind == nw.String)),
    **dict.fromkeys(FLAGS, _Kind("booleans", "write true or false", nw.Boolean, lambda kind: kind == nw.Boolean)),
    **dict.fromkeys(
        WHOLE,
        _Kind("whole numbers of 64 bits", "convert without a fraction", nw.Int64,
              lambda kind: kind.is_integer() and not isinstance(kind, _TOO_WIDE)),
    ),
    **dict.fromkeys(DAYS, _Kind("days (Date)", "cast a time to its day", nw.Date, lambda kind: kind == nw.Date)),
}  # fmt: skip


def checked_schema(schema: Mapping[str, nw.dtypes.DType]) -> frozenset[str]:
    """Return the facts a frame states.

    Raises:
        InputError: for a column of another type than its fact.

    """
    for name, kind in schema.items():
        wanted = _KINDS.get(name)
        if wanted is not None and not wanted.fits(kind) and not isinstance(kind, nw.Unknown):
            raise InputError(f"column {name}", str(kind), wanted.allowed, wanted.step)
    return frozenset(schema) & frozenset(FACTS)


def typed(schema: Mapping[str, nw.dtypes.DType]) -> dict[str, nw.Expr]:
    """The columns that are empty throughout and so have no type yet, with the type of their fact."""
    return {
        name: nw.col(name).cast(_KINDS[name].type)
        for name, kind in schema.items()
        if name in _KINDS and isinstance(kind, nw.Unknown)
    }


def code_facet(name: str) -> Facet:
    """A fact of a closed list; without the column of segments everybody is BPU."""
    return Facet(name, (None, *CODES[name]), unstated=Segment.BPU if name == "segment" else None)


def flag_facet(name: str) -> Facet:
    """A fact that is yes or no."""
    return Facet(name, (None, True, False), {True: lambda: nw.col(name), False: lambda: ~nw.col(name)})


def day_facet(name: str, last_days: Sequence[date]) -> Facet:
    """A day, told apart by cut-off days: on or before each of them, or after all."""
    cuts = sorted(set(last_days))
    bands = {cut: between(name, before, cut) for before, cut in zip([None, *cuts], cuts, strict=False)}
    after = cuts[-1] + ONE_DAY if cuts else date.min
    return Facet(name, (None, *bands, after), {**bands, after: between(name, cuts[-1] if cuts else None, None)})


def between(name: str, after: date | None, last: date | None) -> Callable[[], nw.Expr]:
    """The test whether a day lies after one day and up to another, where they are given."""

    def test() -> nw.Expr:
        column = nw.col(name)
        tests = [*([column > after] if after is not None else []), *([column <= last] if last is not None else [])]
        return nw.all_horizontal(*tests or [~column.is_null()], ignore_nulls=False)

    return test


def threshold_facet(name: str, limit: int) -> Facet:
    """A count that is below a threshold or reaches it."""
    tests: dict[int, Callable[[], nw.Expr]] = {limit: lambda: nw.col(name) >= limit}
    if limit > 0:
        tests[limit - 1] = lambda: nw.col(name) < limit
    return Facet(name, (None, *tests), tests)


def count_facet(name: str, most: int) -> Facet:
    """A count of which more than ``most`` are as many as ``most``."""

    def exactly(number: int) -> Callable[[], nw.Expr]:
        return lambda: nw.col(name) == number

    tests: dict[int, Callable[[], nw.Expr]] = {number: exactly(number) for number in range(most)}
    tests[most] = lambda: nw.col(name) >= most
    return Facet(name, (None, *tests), tests)


def region_facet(region: str) -> Facet:
    """The district on the identity card: in the region, in a wider one of which the region is a part, or elsewhere."""
    if not region:
        return Facet("resident_of", (None,))
    digits = region.replace(".", "")
    wider = [digits[:end] for end in range(2, len(digits), 2)]
    elsewhere = "99" if digits[:2] != "99" else "98"

    def written() -> nw.Expr:
        return nw.col("resident_of").str.replace_all(".", "", literal=True)

    def is_code(code: str) -> Callable[[], nw.Expr]:
        return lambda: written() == code

    tests: dict[str, Callable[[], nw.Expr]] = {digits: lambda: written().str.starts_with(digits)}
    tests |= {code: is_code(code) for code in wider}
    tests[elsewhere] = lambda: (
        ~written().str.starts_with(digits) & ~written().is_in(wider) if digits else ~written().is_null()
    )
    return Facet("resident_of", (None, *tests), tests)


def absent(facet: Facet, stated: frozenset[str]) -> Facet:
    """The facet as the register knows it: without its column everybody is of one class."""
    return facet if facet.name in stated else Facet(facet.name, (facet.unstated,))


def unknown_code(name: str, schema: Mapping[str, nw.dtypes.DType]) -> nw.Expr | None:
    """Whether a row holds a code not on the list, empty where it holds none; None where the type rules it out."""
    codes = [str(code) for code in CODES[name]]
    kind = schema[name]
    if isinstance(kind, nw.Enum) and set(kind.categories) <= set(codes):
        return None
    return ~nw.col(name).is_in(codes)


def outside(name: str, least: Any, most: Any) -> Any:
    """Whether a row states a value that lies outside these two; empty where it states none."""
    column = nw.col(name)
    return (column < least) | (column > most)


def total(name: str) -> Any:
    """A whole number as the rules take it: 64 bits, and 0 where nothing was stated."""
    return nw.col(name).cast(nw.Int64).fill_null(0)
