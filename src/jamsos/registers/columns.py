"""What every question about a register gives back: columns to add, and what their reason codes mean."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from jamsos.answers.answer import Outcome
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.registers.facets import CODES, FACTS, checked_schema, outside, unknown_code
from jamsos.registers.folding import column
from jamsos.registers.frames import PRIVATE, opened
from jamsos.values.money import LARGEST
from jamsos.values.words import where
from jamsos.workers.occupations import occupations
from jamsos.workers.worker import MOST_COUNTED, REGION, YEARS_A_LIFE

Exprs = Mapping[str, Any]


@frozen(kw_only=True)
class Reason:
    """What one reason code means."""

    key: str
    """Its name, which stays the same whatever the number."""
    outcome: Outcome
    code: int = 0
    texts: tuple[Text, ...] = ()
    grounds: tuple[Ground, ...] = ()

    def text(self, lang: str = "id") -> str:
        """The reason in words."""
        return "; ".join(text.say(lang) for text in self.texts)


@frozen(kw_only=True, eq=False)
class Columns:
    """Columns for a register under one law; prepared once, added to any frame that states the same facts or fewer."""

    question: str
    reasons: tuple[Reason, ...]
    outputs: tuple[str, ...]
    on: date | None
    """The day on which a birth is judged, where one is."""
    rows: int
    """The rows of the income table."""
    steps: "Callable[[frozenset[str]], tuple[Exprs, ...]]"
    """For the facts a register states: the columns to add, step by step."""

    def added_to(self, frame: Any) -> Any:
        """Add the columns to a frame of any engine.

        Raises:
            InputError: for a column of the wrong type, or a name that is taken.

        """
        known = opened(frame)
        schema = known.frame.collect_schema()
        stated = checked_schema(schema)
        taken = sorted({*self.outputs} & {*schema})
        if taken:
            raise InputError(f"frame of {self.question}", taken, "names that are free", "rename or drop these columns")
        before = list(schema)
        done = known.frame
        for step in ({f"{PRIVATE}bad": bad_row(schema, self.on, self.rows)}, *self.steps(stated)):
            done = done.with_columns(**{name: column(value) for name, value in step.items()})
        return known.back(done.select(*before, *self.outputs), self.outputs)

    def reason(self, code: int) -> Reason:
        """What a reason code means.

        Raises:
            InputError: for a code these columns never give.

        """
        found = {reason.code: reason for reason in self.reasons}
        if code not in found:
            raise InputError(
                f"reason of {self.question}", code, f"one of {sorted(found)}", "use the columns' own codes"
            )
        return found[code]


FIRST_REASON = len(FACTS) + 1
"""Codes up to here say which fact cannot be."""


def bad_reasons() -> list[Reason]:
    """The codes of rows with a fact that cannot be; such rows get no answer."""
    undecided = Outcome.CANNOT_DECIDE
    return [
        Reason(code=code, key=f"bad.{name}", outcome=undecided, texts=(Text("register.bad", {"column": name}),))
        for code, name in enumerate(FACTS, start=1)
    ]


def numbered(reasons: Iterable[Reason]) -> list[Reason]:
    """Number reasons in their order, each key once."""
    once = {reason.key: reason for reason in reasons}
    return [evolve(reason, code=code) for code, reason in enumerate(once.values(), start=FIRST_REASON)]


def never(kind: Any) -> nw.Expr:
    """An empty value of a type."""
    return nw.lit(None, kind)


def bad_row(schema: Mapping[str, Any], on: date | None, rows: int) -> Any:
    """The number of the first fact whose value cannot be, as ``FACTS`` counts; 0 where every fact can be."""
    tests: dict[str, nw.Expr | None] = {name: unknown_code(name, schema) for name in CODES if name in schema}
    ranges = {"income": (0, LARGEST), "row": (1, rows), "occupation": (1, len(occupations())),
              "months_in_indonesia": (0, MOST_COUNTED), "children": (0, MOST_COUNTED)}  # fmt: skip
    tests |= {name: outside(name, least, most) for name, (least, most) in ranges.items()}
    if on is not None:
        tests["birth"] = outside("birth", date(on.year - YEARS_A_LIFE, 1, 1), on)
    tests["resident_of"] = ~nw.col("resident_of").is_null() & ~nw.col("resident_of").str.contains(f"^(?:{REGION})$")
    found: Any = 0
    for number, name in reversed(list(enumerate(FACTS, start=1))):
        test = tests.get(name)
        if name in schema and test is not None:
            found = where(test, number, found)
    return found
