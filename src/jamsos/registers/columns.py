"""What every question about a register gives back: columns to add, and what their reason codes mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import narwhals.stable.v2 as nw
from attrs import evolve, field, frozen

from jamsos.answers.answer import Outcome, grounded
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.errors import InputError, LawDataError
from jamsos.law.law import Law
from jamsos.law.provisions import Reading
from jamsos.registers.facets import CODES, FACTS, checked_schema, fact_of, outside, typed, unknown_code
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
    meaning: Text
    grounds: tuple[Ground, ...] = field(validator=grounded)
    code: int = 0
    """The number in the column; it holds for these columns only."""

    def text(self, lang: str = "id") -> str:
        """The reason in words, with the names of the facts and decisions that are missing."""
        said = self.meaning.say(lang)
        if self.outcome is not Outcome.CANNOT_DECIDE:
            return said
        missing = [ground.name.say(lang) for ground in self.grounds if isinstance(ground, MissingFact | Reading)]
        return f"{said} ({', '.join(missing)})" if missing else said


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
        self._check_names(known.names)
        schema = known.frame.collect_schema()
        stated = checked_schema(schema)
        done = known.frame
        for step in (typed(schema), {f"{PRIVATE}bad": bad_row(schema, self.on, self.rows)}, *self.steps(stated)):
            done = done.with_columns(**{name: column(value) for name, value in step.items()}) if step else done
        return known.back(done.select(*schema, *self.outputs), self.outputs)

    def _check_names(self, names: Iterable[str]) -> None:
        """Refuse names that are needed, in small or capital letters as some engines see no difference."""
        small = {name: str(name).lower() for name in names}
        taken = [name for name, said in small.items() if said in self.outputs or said.startswith(PRIVATE)]
        if taken:
            raise InputError(f"frame of {self.question}", taken, "names that are free", "rename or drop these columns")
        if "second_income" in names:
            step = "ask jamsos for each person with two jobs"
            raise InputError("second_income", "a column", "registers without a second job (decision D09)", step)

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
    return [
        Reason(
            key=f"bad.{name}",
            outcome=Outcome.CANNOT_DECIDE,
            meaning=Text("register.bad", {"column": name}),
            grounds=(fact_of(name),),
            code=code,
        )
        for code, name in enumerate(FACTS, start=1)
    ]


def undecided(needs: Sequence[MissingFact | Reading]) -> Reason:
    """What cannot be decided without facts or decisions."""
    key = ".".join(("needs", *(need.id for need in needs)))
    return Reason(key=key, outcome=Outcome.CANNOT_DECIDE, meaning=Text("register.undecided"), grounds=tuple(needs))


def other_segment(law: Law, day: date) -> Reason:
    """A person of another segment, whom these questions do not know."""
    who = law.cite(law.get("bpu.who", day))
    meaning = Text("register.other_segment")
    return Reason(key="other_segment", outcome=Outcome.CANNOT_DECIDE, meaning=meaning, grounds=who)


def numbered(reasons: Iterable[Reason]) -> list[Reason]:
    """Number reasons in their order, each key once."""
    once = {reason.key: reason for reason in reasons}
    return [evolve(reason, code=code) for code, reason in enumerate(once.values(), start=FIRST_REASON)]


def tell(told: dict[str, Reason], reason: Reason) -> str:
    """Keep a reason, with the grounds of every class of persons it is said to; return its key."""
    known = told.setdefault(reason.key, reason)
    more = tuple(ground for ground in reason.grounds if ground not in known.grounds)
    if more:
        told[reason.key] = evolve(known, grounds=(*known.grounds, *more))
    return reason.key


def undecided_first(told: Mapping[str, Reason]) -> list[Reason]:
    """Reasons in the order in which they are numbered."""
    return sorted(told.values(), key=lambda reason: reason.outcome is not Outcome.CANNOT_DECIDE)


def whole(amount: object, thing: str) -> int:
    """Return an amount in whole rupiah.

    Raises:
        LawDataError: for a fraction of a rupiah, which a register has no column for.

    """
    if not isinstance(amount, int):
        step = "ask for these persons one by one"
        raise LawDataError(thing, str(amount), "whole rupiah for registers", step)
    return amount


def never(kind: Any) -> nw.Expr:
    """An empty value of a type."""
    return nw.lit(None, kind)


def small(number: int) -> nw.Expr:
    """A reason code as a column: there are few, so that small numbers will do."""
    return nw.lit(number, nw.Int16)


_WHOLE_REGION = rf"\A(?:{REGION})\z"


def bad_row(schema: Mapping[str, Any], on: date | None, rows: int) -> Any:
    """The number of the first fact whose value cannot be, as ``FACTS`` counts; 0 where every fact can be."""
    tests: dict[str, nw.Expr | None] = {name: unknown_code(name, schema) for name in CODES if name in schema}
    ranges = {"income": (0, LARGEST), "row": (1, rows), "occupation": (1, len(occupations())),
              "months_in_indonesia": (0, MOST_COUNTED), "children": (0, MOST_COUNTED)}  # fmt: skip
    tests |= {name: outside(name, least, most) for name, (least, most) in ranges.items()}
    if on is not None:
        tests["birth"] = outside("birth", date(on.year - YEARS_A_LIFE, 1, 1), on)
    tests["resident_of"] = ~nw.col("resident_of").str.contains(_WHOLE_REGION)
    if "birth" in schema:
        tests["number_issued"] = nw.col("number_issued") <= nw.col("birth")
    found: Any = small(0)
    for number, name in reversed(list(enumerate(FACTS, start=1))):
        test = tests.get(name)
        if name in schema and test is not None:
            found = where(test, small(number), found)
    return found
