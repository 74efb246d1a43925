"""One order over several years: from when on a growing budget covers all; and what a pause does."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

import polars as pl
from attrs import evolve, field, frozen

from jamsos.answers.headings import amounts, names
from jamsos.answers.hypothetical import mark_of, marked, supposed_in
from jamsos.answers.sections import law_section
from jamsos.answers.texts import Arg, Text, number, rupiah
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError, kind_of
from jamsos.law.law import Law, applied
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page, Row, table
from jamsos.pages.text_form import as_text
from jamsos.registers.planning.plan import plan
from jamsos.registers.planning.ranks import Rank
from jamsos.registers.planning.result import Plan
from jamsos.registers.planning.side_by_side_shown import with_backing
from jamsos.registers.polars_frames import with_mark
from jamsos.registers.summing.pause import Pause, pause_effects
from jamsos.values.days import MONTHS_A_YEAR
from jamsos.values.months import Month
from jamsos.values.plain import checked_kind, checked_whole
from jamsos.workers.codes import Payer

_SCHEMA: dict[str, Any] = {
    "year": pl.Int64,
    "budget": pl.Int64,
    "taking_part": pl.Int64,
    "covered": pl.Int64,
    "waiting": pl.Int64,
    "spent": pl.Int64,
    "left": pl.Int64,
    "needed": pl.Int64,
}
_FIRST_YEAR, _LAST_YEAR = 2016, 2200


@frozen(kw_only=True, eq=False, repr=False)
class PlanYears:
    """The plans of several years, each for its twelve months."""

    plans: Mapping[int, Plan]
    """The plan of each year."""
    table: pl.DataFrame
    """One row a year: its ``budget``, how many are ``taking_part``, ``covered`` and ``waiting``,
    what is ``spent`` and ``left``, and how much more money covers everybody (``needed``)."""
    everybody_from: int | None
    """The year from which on everybody who takes part is covered to the last; None: never."""
    law: Law = field(repr=False)

    def brief(self, lang: str = "id") -> str:
        """From which year on everybody is covered, in one sentence."""
        return marked(self._outcome(), self.law).say(lang)

    def text(self, lang: str = "id") -> str:
        """The years in words, in ``"id"`` or ``"en"``."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The same as HTML, every value escaped."""
        return as_html(self._page(lang))

    def _outcome(self) -> Text:
        if self.everybody_from is not None:
            return Text("register.plans.years_from", {"year": str(self.everybody_from)})
        last = max(self.plans)
        args: dict[str, Arg] = {"year": str(last), "needed": self.plans[last].needed}
        return Text("register.plans.years_never", args)

    def _page(self, lang: str) -> Page:
        columns = (
            names(Text("register.plans.year"), lang),
            amounts(Text("register.plan_budget"), lang),
            amounts(Text("register.plan_covered"), lang),
            amounts(Text("register.plan_waiting"), lang),
            amounts(Text("register.plan_left"), lang),
            amounts(Text("register.plans.needed"), lang),
        )
        rows: list[Row] = []
        for year in self.table.iter_rows(named=True):
            counts = [number(year[name], lang) for name in ("covered", "waiting")]
            money = [rupiah(year[name], lang) for name in ("budget", "left", "needed")]
            rows.append((str(year["year"]), money[0], *counts, *money[1:]))
        first, last = min(self.plans), max(self.plans)
        title = Text("register.plans.years_title", {"first": str(first), "last": str(last)})
        heading = Text("register.plans.years").say(lang)
        by_year = table(heading, columns, rows, names_columns=True)
        return Page(
            lang=lang,
            title=marked(title, self.law).say(lang),
            sentences=(self._outcome().say(lang),),
            sections=(
                *with_backing([by_year], self.plans.values(), lang),
                law_section(self.law, lang),
            ),
        )

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        years = f"{min(self.plans)} to {max(self.plans)}"
        return f"<PlanYears {years}, everybody from {self.everybody_from}{supposed_in(self.law)}>"


def plan_by_year(
    frame: pl.DataFrame | pl.LazyFrame,
    budgets: Mapping[int, int],
    *,
    order: Sequence[Rank | str],
    skip: bool = False,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> PlanYears:
    """The same order with the budget of each year, and the year from which on all are covered.

    Every year is planned by itself, from January to December: who reaches the age limit leaves,
    who comes of age enters. The register is the same in all years; nobody keeps a place because
    they were covered the year before, unless the order says so.

    Legal source: as :func:`plan`.

    >>> facts = {"works": True, "foreign": False, "income": 900_000, "kind": "independent"}
    >>> register = pl.DataFrame({"id": ["1", "2"], **facts})
    >>> register = register.with_columns(birth=pl.date(1990, 1, 1))
    >>> years = plan_by_year(register, {2026: 300_000, 2027: 450_000}, order=["id"], payer="APBD")
    >>> years.table.select("year", "covered", "waiting", "needed").rows()
    [(2026, 1, 1, 103200), (2027, 2, 0, 0)]
    >>> years.everybody_from
    2027

    Args:
        frame: The register.
        budgets: Whole rupiah by year.
        order: As :func:`plan`.
        skip: As :func:`plan`.
        payer: As :func:`plan`.
        scheme: As :func:`plan`.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for anything but budgets by year, and as :func:`plan`.

    """
    applied_law = applied(law)
    plans: dict[int, Plan] = {}
    for year, budget in _checked(budgets).items():
        january = Month.of(f"{year}-01")
        plans[year] = plan(
            frame,
            budget=budget,
            first=january,
            last=january + (MONTHS_A_YEAR - 1),
            order=order,
            skip=skip,
            payer=payer,
            scheme=scheme,
            law=applied_law,
        )
    rows = [_row(year, made) for year, made in plans.items()]
    return PlanYears(
        plans=plans,
        table=with_mark(pl.DataFrame(rows, schema=_SCHEMA), mark_of(applied_law)),
        everybody_from=_everybody_from(plans),
        law=applied_law,
    )


def plan_pause(made: Plan, restart: date) -> Pause:
    """What it does to the covered of a plan if payment stops after it and begins again on a day.

    The table is that of :func:`pause_effects`, with ``people``, who began on the same day: the day
    their number was issued, else the first day of their month in the plan.

    Legal source: as :func:`pause_effects`.

    Args:
        made: What :func:`plan` returned.
        restart: The day payment begins again.

    Raises:
        InputError: for a plan that covers nobody, or a restart not after its last month.

    """
    covered = checked_kind(Plan, made, "made", "plan with jamsos.registers.plan(...)").people
    covered = covered.filter(pl.col("plan") == "covered")
    if covered.is_empty():
        raise InputError("made", "nobody is covered", "a plan that covers somebody", "see its text")
    start = pl.col("plan_from")
    if "number_issued" in covered.columns:
        start = pl.min_horizontal(pl.col("number_issued").cast(pl.Date), start)
    cohorts = covered.group_by(start=start).agg(people=pl.len().cast(pl.Int64))
    pause = pause_effects(
        cohorts["start"].to_list(), last_paid=made.last, restart=restart, law=made.law
    )
    counted = pause.table.join(cohorts, on="start", maintain_order="left")
    others = [name for name in counted.columns if name not in {"start", "people"}]
    return evolve(pause, table=counted.select("start", "people", *others))


def _checked(budgets: object) -> dict[int, int]:
    if not isinstance(budgets, Mapping) or not budgets:
        step = "write {2026: 5_000_000_000, 2027: 6_000_000_000}"
        raise InputError("budgets", kind_of(budgets), "rupiah by year", step)
    given = cast("Mapping[object, Any]", budgets)
    by_year: dict[int, int] = {}
    for year, budget in given.items():
        by_year[checked_whole(year, "budgets", _FIRST_YEAR, _LAST_YEAR)] = budget
    return dict(sorted(by_year.items()))


def _row(year: int, made: Plan) -> dict[str, int]:
    covered, waiting = made.counts["covered"], made.counts["waiting"]
    return {
        "year": year,
        "budget": made.budget,
        "taking_part": covered + waiting,
        "covered": covered,
        "waiting": waiting,
        "spent": made.spent,
        "left": made.left,
        "needed": made.needed,
    }


def _everybody_from(plans: Mapping[int, Plan]) -> int | None:
    """The first of the last years in which nobody waits."""
    first: int | None = None
    for year, made in plans.items():
        if made.counts["waiting"]:
            first = None
        elif first is None:
            first = year
    return first
