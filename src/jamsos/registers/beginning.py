"""From which month each person of a plan can be enrolled, and what he costs from there to the end."""

from functools import cache
from typing import NamedTuple

import polars as pl

from jamsos.answers.answer import Outcome
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.registers.columns import Columns
from jamsos.registers.deciding import enrolment_columns
from jamsos.registers.frames import PRIVATE
from jamsos.registers.plans import STATES
from jamsos.registers.pricing import premium_columns
from jamsos.values.months import Month
from jamsos.workers.codes import Payer

ROW, BEGIN = f"{PRIVATE}row", f"{PRIVATE}begin"
"""The place of a row in the register, and the day on which cover begins."""
COST = "premium"
_REASON = "premium_reason"


class Asked(NamedTuple):
    """What is paid for: the months, and by whose rules."""

    months: tuple[Month, ...]
    payer: Payer | str | None
    scheme: Scheme | None
    law: Law

    def enrolment(self, month: Month) -> Columns:
        """Who may be enrolled in a month: on its first day."""
        return enrolment_columns(month.first_day, scheme=self.scheme, law=self.law)

    def premiums(self, first: int) -> Columns:
        """The premiums from a month to the end."""
        return premium_columns(self.months[first], self.months[-1], payer=self.payer, scheme=self.scheme, law=self.law)


class Judged(NamedTuple):
    """A register, decided and priced, with a month in which all begin who can."""

    first: Month
    people: pl.DataFrame
    enrolment: Columns
    premiums: Columns
    """These decode the reasons, whichever the month in which a person begins."""

    @property
    def taking(self) -> pl.DataFrame:
        """Those who take part."""
        return self.people.filter(pl.col("plan") == "waiting")


class Beginnings:
    """A register over the months of a plan: who may be enrolled in which."""

    def __init__(self, register: pl.DataFrame, asked: Asked) -> None:
        self.months = asked.months
        self.premiums = cache(asked.premiums)
        self.whole = self.premiums(0)  # refuses months that cannot be, before each is asked about
        self.enrolment, *later = [asked.enrolment(month) for month in asked.months]
        first = self.enrolment.added_to(register)
        may = [first["enrol"], *(columns.added_to(register)["enrol"] for columns in later)]
        self.may = pl.DataFrame({str(place): enrol for place, enrol in enumerate(may)})
        self.decided = self._once_at_least(first)

    @property
    def common(self) -> list[int]:
        """The months of the plan in which somebody may be enrolled; the first where nobody ever may."""
        return [place for place, enrol in enumerate(self.may) if enrol.any()] or [0]

    def in_month(self, place: int) -> Judged:
        """All begin in this month of the plan; who cannot be enrolled in it, in the month nearest to it."""
        begins = self._nearest(place)
        known = begins.fill_null(place)
        parts = [self._priced(begins, known == month, month) for month in sorted({place, *known.unique()})]
        enrol, paid = pl.col("enrol"), pl.col(COST)
        state = (
            pl.when(enrol.is_null()).then(pl.lit("undecided"))
            .when(~enrol).then(pl.lit("not_eligible"))
            .when(paid.is_null()).then(pl.lit("unpriced"))
            .otherwise(pl.lit("waiting"))
        )  # fmt: skip
        people = pl.concat(parts).sort(ROW).with_columns(state.cast(pl.Enum(STATES)).alias("plan"))
        return Judged(self.months[place], people, self.enrolment, self.whole)

    def _days(self, places: pl.Series) -> pl.Series:
        """The first days of months of the plan."""
        return pl.Series([month.first_day for month in self.months]).gather(places)

    def _nearest(self, place: int) -> pl.Series:
        """The first month from this one on in which each may be enrolled, else the last before it; empty if none."""
        nearest = (*range(place, len(self.months)), *reversed(range(place)))
        found = [pl.when(pl.col(str(month))).then(pl.lit(month, pl.Int64)) for month in nearest]
        return self.may.select(pl.coalesce(found)).to_series()

    def _once_at_least(self, first: pl.DataFrame) -> pl.DataFrame:
        """The register as decided in the first month; who may be enrolled in a later one may be enrolled."""
        since = self._nearest(0)
        eligible = next(reason.code for reason in self.enrolment.reasons if reason.outcome is Outcome.YES)
        code = pl.when(since.is_not_null()).then(pl.lit(eligible, first.schema["enrol_reason"]))
        return first.with_columns(
            enrol=pl.when(since.is_not_null()).then(pl.lit(value=True)).otherwise("enrol"),
            enrol_reason=code.otherwise("enrol_reason"),
            enrol_from=self._days(since),
        )

    def _priced(self, begins: pl.Series, chosen: pl.Series, month: int) -> pl.DataFrame:
        """Some of the people, priced from a month to the end; their reasons in the codes of the whole plan."""
        columns, codes = self.premiums(month), {reason.key: reason.code for reason in self.whole.reasons}
        done: pl.DataFrame = columns.added_to(self.decided.filter(chosen))
        same = {reason.code: codes[reason.key] for reason in columns.reasons}
        return done.with_columns(
            pl.col(_REASON).replace_strict(same, return_dtype=done.schema[_REASON]),
            self._days(begins.filter(chosen)).alias(BEGIN),
            pl.int_range(begins.len(), eager=True).filter(chosen).alias(ROW),
        )
