"""From which month each person of a plan can be enrolled, and their cost from there to the end."""

from functools import cache
from typing import NamedTuple

import polars as pl

from jamsos.answers.parts import Outcome
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.registers.columns.columns import Columns
from jamsos.registers.columns.enrolment import enrolment_columns
from jamsos.registers.columns.premiums import premium_columns
from jamsos.registers.frames import PRIVATE
from jamsos.values.months import Month
from jamsos.workers.codes import Payer

STATES = ("covered", "waiting", "not_eligible", "undecided", "unpriced")
"""Paid for; taking part, to be covered later; and those who do not take part, for a reason in
``enrol_reason`` or ``premium_reason``."""

ROW = f"{PRIVATE}row"
"""The place of a row in the register."""
BEGIN = f"{PRIVATE}begin"
"""The day on which cover begins."""
COST = "premium"
_REASON = "premium_reason"


class PlanQuestion(NamedTuple):
    """What is paid for: the months, and by whose rules."""

    months: tuple[Month, ...]
    payer: Payer | str | None
    scheme: Scheme | None
    law: Law

    def enrolment(self, month: Month) -> Columns:
        """Whether each may be enrolled in a month: on its first day."""
        return enrolment_columns(month.first_day, scheme=self.scheme, law=self.law)

    def premiums(self, place: int) -> Columns:
        """The premiums from a month of the plan to the end."""
        first = self.months[place]
        last = self.months[-1]
        return premium_columns(first, last, payer=self.payer, scheme=self.scheme, law=self.law)


class Candidates(NamedTuple):
    """A register, decided and priced, with a month in which all begin who can."""

    first: Month
    people: pl.DataFrame
    enrolment: Columns
    premiums: Columns
    """These two explain the reason codes, whichever the month in which a person begins."""

    @property
    def taking_part(self) -> pl.DataFrame:
        """Those who may be enrolled and have a price."""
        return self.people.filter(pl.col("plan") == "waiting")


class StartMonths:
    """A register over the months of a plan: who may be enrolled in which."""

    def __init__(self, register: pl.DataFrame, question: PlanQuestion) -> None:
        self.months = question.months
        self.premiums = cache(question.premiums)
        # First of all, because it refuses months that cannot be planned.
        self.whole_plan = self.premiums(0)
        self.enrolment = question.enrolment(self.months[0])
        in_first = self.enrolment.added_to(register)
        may_enrol = {"0": in_first["enrol"]}
        later_months = self.months[1:]
        for place, month in enumerate(later_months, start=1):
            columns = question.enrolment(month)
            in_month = columns.added_to(register)
            may_enrol[str(place)] = in_month["enrol"]
        self.may_enrol = pl.DataFrame(may_enrol)
        """One column a month of the plan, by its place."""
        self.decided = self._decided_over_all(in_first)

    @property
    def possible(self) -> list[int]:
        """The months of the plan in which somebody may be enrolled; the first if there is none."""
        places: list[int] = []
        for place, enrol in enumerate(self.may_enrol):
            if enrol.any():
                places.append(place)
        return places or [0]

    def beginning_in(self, place: int) -> Candidates:
        """All begin in this month of the plan, or in the nearest month in which they can."""
        nearest = self._nearest(place)
        # Those who can never be enrolled are priced all the same.
        begins = nearest.fill_null(place)
        # With nobody in the register the month of the plan still gives the columns.
        months = sorted({place, *begins.unique()})
        parts: list[pl.DataFrame] = []
        for month in months:
            chosen = begins == month
            priced = self._priced(nearest, chosen, month)
            parts.append(priced)
        people = pl.concat(parts).sort(ROW)
        with_state = people.with_columns(plan=_state())
        first = self.months[place]
        return Candidates(first, with_state, self.enrolment, self.whole_plan)

    def _days(self, places: pl.Series) -> pl.Series:
        """The first days of months of the plan."""
        first_days = [month.first_day for month in self.months]
        return pl.Series(first_days).gather(places)

    def _nearest(self, place: int) -> pl.Series:
        """The first month from this one on in which each may be enrolled, else the last before.

        It is empty for those who may not be enrolled in any month.
        """
        later = range(place, len(self.months))
        earlier = reversed(range(place))
        months: list[pl.Expr] = []
        for month in (*later, *earlier):
            may_enrol = pl.col(str(month))
            number = pl.lit(month, pl.Int64)
            months.append(pl.when(may_enrol).then(number))
        nearest = self.may_enrol.select(pl.coalesce(months))
        return nearest.to_series()

    def _decided_over_all(self, in_first: pl.DataFrame) -> pl.DataFrame:
        """The register as decided in the first month; a later month may only add enrolments."""
        since = self._nearest(0)
        code_type = in_first.schema["enrol_reason"]
        eligible = pl.lit(self._eligible_code(), code_type)
        may_enrol = pl.when(since.is_not_null())
        yes = pl.lit(value=True)
        return in_first.with_columns(
            enrol=may_enrol.then(yes).otherwise("enrol"),
            enrol_reason=may_enrol.then(eligible).otherwise("enrol_reason"),
            enrol_from=self._days(since),
        )

    # There is one reason to be eligible, and many not to be.
    def _eligible_code(self) -> int:
        reasons = self.enrolment.reasons
        return next(reason.code for reason in reasons if reason.outcome is Outcome.YES)

    def _priced(self, nearest: pl.Series, chosen: pl.Series, month: int) -> pl.DataFrame:
        """The chosen people, priced from a month to the end."""
        columns = self.premiums(month)
        people = self.decided.filter(chosen)
        priced: pl.DataFrame = columns.added_to(people)
        codes = self._codes_of_whole_plan(columns)
        code_type = priced.schema[_REASON]
        reason = pl.col(_REASON).replace_strict(codes, return_dtype=code_type)
        months = nearest.filter(chosen)
        begin = self._days(months)
        rows = pl.int_range(nearest.len(), eager=True)
        row = rows.filter(chosen)
        return priced.with_columns(reason, begin.alias(BEGIN), row.alias(ROW))

    def _codes_of_whole_plan(self, columns: Columns) -> dict[int, int]:
        # The columns of every run of months number their reasons for themselves.
        codes = {reason.key: reason.code for reason in self.whole_plan.reasons}
        return {reason.code: codes[reason.key] for reason in columns.reasons}


def _state() -> pl.Expr:
    """Where a person stands before the budget is shared out."""
    enrol = pl.col("enrol")
    is_undecided = enrol.is_null()
    is_unpriced = pl.col(COST).is_null()
    state = (
        pl.when(is_undecided).then(pl.lit("undecided"))
        .when(~enrol).then(pl.lit("not_eligible"))
        .when(is_unpriced).then(pl.lit("unpriced"))
        .otherwise(pl.lit("waiting"))
    )  # fmt: skip
    return state.cast(pl.Enum(STATES))
