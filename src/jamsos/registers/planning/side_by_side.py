"""Several plans of one register side by side: who is covered in which, and where they live."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, cast

import polars as pl
from attrs import frozen

from jamsos.answers.hypothetical import mark_of
from jamsos.errors import InputError, kind_of, name_meant
from jamsos.law.law import Law
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page
from jamsos.pages.text_form import as_text
from jamsos.registers.planning.result import Plan
from jamsos.registers.planning.side_by_side_shown import plans_page
from jamsos.registers.polars_frames import MARK, refuse_identities, with_mark
from jamsos.registers.summing.sums import UNKNOWN, group_key
from jamsos.values.plain import checked_kind

WHERE = ("both", "only_first", "only_second", "neither")
"""In which of two plans a person is covered."""
_AREAS = ("kecamatan", "village")
_IN = "covered_in"


@frozen(kw_only=True, eq=False, repr=False)
class PlansCompared:
    """Plans of one register, by their names."""

    plans: Mapping[str, Plan]
    table: pl.DataFrame
    """One row a plan: its ``budget``, what is ``spent`` and ``left``, how many are ``covered`` and
    ``waiting``, the ``next_step`` of its order in which somebody waits, how much more money covers
    all of that step (``next_step_needed``), and everybody (``needed``)."""
    pairs: pl.DataFrame
    """One row a pair of plans: how many people are covered in ``both``, ``only_first``,
    ``only_second`` and in ``neither``."""

    def people(self, first: str, second: str) -> pl.DataFrame:
        """Everybody who is covered in at least one of two plans, in the order of the register.

        The record's ``id``, kecamatan and village where the register has them, and ``covered_in``:
        ``both``, ``only_first`` or ``only_second``.

        Raises:
            InputError: for a name that no plan has.

        """
        marked = self._covered_in(first, second)
        chosen = marked.filter(pl.col(_IN) != "neither")
        return with_mark(chosen, self._mark(first, second))

    def villages(self, first: str, second: str) -> pl.DataFrame:
        """How many people of each village are covered in both, or in only one of two plans.

        Raises:
            InputError: for a name that no plan has.

        """
        marked = self._covered_in(first, second)
        names = {name: group_key(name) for name in _AREAS if name in marked.columns}
        if not names:
            names = {"village": pl.lit(UNKNOWN)}
        refuse_identities(marked.select(**names))
        counts = {one: (pl.col(_IN) == one).sum().cast(pl.Int64) for one in WHERE[:-1]}
        named = [key.alias(name) for name, key in names.items()]
        groups = marked.group_by(named).agg(**counts).sort(list(names))
        somebody = pl.sum_horizontal(list(counts)) > 0
        return with_mark(groups.filter(somebody), self._mark(first, second))

    def text(self, lang: str = "id") -> str:
        """The plans in words, in ``"id"`` or ``"en"``; no person is named."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The same as HTML, every value escaped."""
        return as_html(self._page(lang))

    def _page(self, lang: str) -> Page:
        return plans_page(self.plans, self.table, self.pairs, lang)

    def _covered_in(self, first: str, second: str) -> pl.DataFrame:
        return _covered_in(self._plan(first, "first"), self._plan(second, "second"))

    def _plan(self, name: str, argument: str) -> Plan:
        if name not in self.plans:
            known = list(self.plans)
            raise InputError(argument, name, f"one of {known}", name_meant(str(name), known))
        return self.plans[name]

    def _mark(self, first: str, second: str) -> str:
        return _mark_of_all([self.plans[first].law, self.plans[second].law])

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        names = ", ".join(repr(name) for name in self.plans)
        mark = _mark_of_all([plan.law for plan in self.plans.values()])
        return f"<PlansCompared {names}{f', {mark}' if mark else ''}>"


def compare_plans(plans: Mapping[str, Plan]) -> PlansCompared:
    """Several plans of one register side by side: other orders, other budgets, other months.

    >>> from jamsos.registers.planning.plan import plan
    >>> facts = {"works": True, "foreign": False, "income": 900_000, "kind": "independent"}
    >>> register = pl.DataFrame({"id": ["1", "2"], "age_group": ["old", "young"], **facts})
    >>> register = register.with_columns(birth=pl.date(1990, 1, 1))
    >>> asked = {"first": "2026-10", "last": "2026-10", "payer": "APBD", "budget": 20_000}
    >>> old = plan(register, order=["age_group"], **asked)
    >>> last = plan(register, order=["id"], **{**asked, "budget": 40_000})
    >>> compared = compare_plans({"oldest": old, "everybody": last})
    >>> compared.pairs.select("both", "only_first", "only_second", "neither").row(0)
    (1, 0, 1, 0)

    Args:
        plans: What :func:`plan` returned for the same rows, by names of your own.

    Raises:
        InputError: for fewer than two plans, or plans of other registers.

    """
    named = _checked(plans)
    rows = [_row(name, made) for name, made in named.items()]
    return PlansCompared(
        plans=named,
        table=_unmarked(pl.DataFrame(rows, schema=_TABLE)),
        pairs=_pairs(named),
    )


_TABLE: dict[str, Any] = {
    "plan": pl.String,
    "budget": pl.Int64,
    "spent": pl.Int64,
    "left": pl.Int64,
    "covered": pl.Int64,
    "waiting": pl.Int64,
    "next_step": pl.String,
    "next_step_needed": pl.Int64,
    "needed": pl.Int64,
    MARK: pl.String,
}
_PAIRS: dict[str, Any] = {
    "first": pl.String,
    "second": pl.String,
    **dict.fromkeys(WHERE, pl.Int64),
    MARK: pl.String,
}


def _checked(plans: object) -> dict[str, Plan]:
    if not isinstance(plans, Mapping):
        step = 'write {"poorest first": plan(...), "fishers first": plan(...)}'
        raise InputError("plans", kind_of(plans), "plans by their names", step)
    given = cast("Mapping[object, object]", plans)
    named: dict[str, Plan] = {}
    for name, made in given.items():
        step = "plan with jamsos.registers.plan(...)"
        named[str(name)] = checked_kind(Plan, made, f"plans[{name!r}]", step)
    if len(named) <= 1:
        raise InputError("plans", list(named), "at least two plans", "add a plan to compare with")
    first = next(iter(named.values()))
    for name, other in named.items():
        if not _same_people(first, other):
            step = "plan the same register, with its rows in the same order"
            raise InputError(f"plans[{name!r}]", "other rows", "plans of one register", step)
    return named


def _same_people(first: Plan, second: Plan) -> bool:
    if first.people.height != second.people.height:
        return False
    shared = [name for name in ("id", *_AREAS) if name in first.people.columns]
    if not set(shared) <= set(second.people.columns):
        return False
    return first.people.select(shared).equals(second.people.select(shared))


def _row(name: str, made: Plan) -> dict[str, Any]:
    next_steps = made.steps.filter(pl.col("waiting") > 0)
    step = next_steps.row(0, named=True) if next_steps.height else {}
    return {
        "plan": name,
        "budget": made.budget,
        "spent": made.spent,
        "left": made.left,
        "covered": made.counts["covered"],
        "waiting": made.counts["waiting"],
        "next_step": step.get("step"),
        "next_step_needed": step.get("needed"),
        "needed": made.needed,
        MARK: mark_of(made.law) or None,
    }


def _pairs(named: Mapping[str, Plan]) -> pl.DataFrame:
    rows: list[dict[str, Any]] = []
    for first, second in combinations(named, len(("first", "second"))):
        made, other = named[first], named[second]
        counts = dict(_covered_in(made, other)[_IN].value_counts().iter_rows())
        numbers = {where: counts.get(where, 0) for where in WHERE}
        mark = _mark_of_all([made.law, other.law]) or None
        rows.append({"first": first, "second": second, **numbers, MARK: mark})
    return _unmarked(pl.DataFrame(rows, schema=_PAIRS))


def _covered_in(first: Plan, second: Plan) -> pl.DataFrame:
    """In which of two plans each person of the register is covered."""
    shown = [name for name in ("id", *_AREAS) if name in first.people.columns]
    in_first = first.people["plan"] == "covered"
    in_second = second.people["plan"] == "covered"
    states = pl.DataFrame({"first": in_first, "second": in_second})
    both, only_first, only_second, neither = (pl.lit(where) for where in WHERE)
    covered_in = (
        pl.when(pl.col("first") & pl.col("second")).then(both)
        .when(pl.col("first")).then(only_first)
        .when(pl.col("second")).then(only_second)
        .otherwise(neither)
    )  # fmt: skip
    named = states.select(covered_in.alias(_IN)).to_series()
    return first.people.select(*shown, named)


def _mark_of_all(laws: Sequence[Law]) -> str:
    """The marks of several laws, each once."""
    marks = dict.fromkeys(mark for law in laws if (mark := mark_of(law)))
    return "; ".join(marks)


def _unmarked(table: pl.DataFrame) -> pl.DataFrame:
    """Without the column of marks where nothing is supposed."""
    return table if table[MARK].is_not_null().any() else table.drop(MARK)
