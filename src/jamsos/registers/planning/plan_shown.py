"""A plan in words: the money, the people, the order, who comes next and at what cost."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import polars as pl

from jamsos.answers.headings import amounts, names, words
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Arg, Text, calendar_month, listed, number, rupiah, say
from jamsos.errors import masked_in
from jamsos.pages.page import Column, Figure, Form, Row, Section, table
from jamsos.registers.planning.ranks import Rank
from jamsos.registers.summing.labels import value_label
from jamsos.values.months import Month

_MOST_ROWS = 6
_AREAS = ("kecamatan", "village")

_ACCOUNTS = {
    "jkk": Text("line.premium.jkk"),
    "jkm": Text("line.premium.jkm"),
    "jht": Text("line.premium.jht"),
}
_STATES = {
    "covered": Text("register.plan_covered"),
    "waiting": Text("register.plan_waiting"),
    "not_eligible": Text("register.plan_not_eligible"),
    "undecided": Text("register.plan_undecided"),
    "unpriced": Text("register.plan_unpriced"),
}

Rows: TypeAlias = list[Row]
"""The rows of one section."""
Group: TypeAlias = Mapping[str, Any]
"""A row of a table of the plan, by the names of its columns."""
Counts: TypeAlias = Mapping[str, int]
"""Numbers of people, or rupiah, by name."""


def result_in_words(counts: Counts, needed: int, lang: str) -> str:
    """How far the budget goes, in one sentence."""
    covered = {"covered": counts["covered"]}
    if not counts["waiting"]:
        return Text("register.plan_all", covered).say(lang)
    waiting = {"waiting": counts["waiting"], "needed": needed}
    return Text("register.plan_some", covered | waiting).say(lang)


def plan_figures(covered: int, spent: int, lang: str) -> tuple[Figure, ...]:
    """What is shown large: the people covered, and what they cost."""
    return (
        Figure(_STATES["covered"].say(lang), number(covered, lang)),
        Figure(Text("register.plan_spent").say(lang), rupiah(spent, lang)),
    )


def money_section(budget: int, accounts: Counts, lang: str) -> Section:
    """The budget, what each programme takes of it, and what remains."""
    heading = Text("register.plan_money").say(lang)
    columns = names(Text("heading.item"), lang), amounts(Text("heading.amount"), lang)
    return table(heading, columns, _money_rows(budget, accounts, lang))


def _money_rows(budget: int, accounts: Counts, lang: str) -> Rows:
    spent = sum(accounts.values())
    left = budget - spent
    rows = [_money_row(Text("register.plan_budget"), budget, lang)]
    for account, amount in accounts.items():
        # A programme that costs nothing is not part of this plan.
        if amount:
            name = _ACCOUNTS[account]
            rows.append(_money_row(name, amount, lang))
    rows.append(_money_row(Text("register.plan_spent"), spent, lang))
    rows.append(_money_row(Text("register.plan_left"), left, lang))
    return rows


def _money_row(name: Text, amount: int, lang: str) -> Row:
    return name.say(lang), rupiah(amount, lang)


def people_section(counts: Counts, lang: str) -> Section:
    """How many people stand where."""
    heading = Text("register.plan_people").say(lang)
    columns = names(Text("heading.status"), lang), amounts(Text("heading.people"), lang)
    rows: Rows = []
    for state, count in counts.items():
        name = _STATES[state].say(lang)
        people = number(count, lang)
        rows.append((name, people))
    return table(heading, columns, rows)


def order_section(ranks: Iterable[Rank], rules: Iterable[Text], lang: str) -> Section:
    """The steps of the order, numbered, and the rules beside them."""
    rows: Rows = []
    for place, rank in enumerate(ranks, 1):
        rows.append((f"{place}.", rank.text.say(lang)))
    for rule in rules:
        rows.append(("-", rule.say(lang)))
    heading = Text("register.plan_order").say(lang)
    return Section(heading, tuple(rows), form=Form.POINTS)


def tie_text(*, has_ids: bool) -> Text:
    """How ties of the order go."""
    if has_ids:
        return Text("register.tie_id")
    return Text("register.tie_row")


def end_text(*, skip: bool) -> Text:
    """Where covering ends."""
    if skip:
        return Text("register.plan_skips")
    return Text("register.plan_stops")


def start_text(first: Month, *, later: bool) -> Text:
    """When cover begins."""
    if later:
        return Text("register.starts_later", {"month": first})
    return Text("register.starts_first", {"month": first})


def beginnings_section(begins: pl.DataFrame, first: Month, lang: str) -> Section:
    """How many begin in which month, where it is not the same for all."""
    heading = Text("register.plan_begins").say(lang)
    columns = names(Text("heading.month"), lang), words(Text("heading.covered"), lang)
    return table(heading, columns, _beginning_rows(begins, first, lang))


def _beginning_rows(begins: pl.DataFrame, first: Month, lang: str) -> Rows:
    # The rule of the order names the month in which all begin already.
    days = set(begins["month"])
    if days <= {first.first_day}:
        return []
    rows: Rows = []
    for group in begins.iter_rows(named=True):
        month = Month.of(group["month"])
        name = calendar_month(month, lang)
        covered = _covered_of(group, lang)
        rows.append((name, covered))
    return rows


def _covered_of(group: Group, lang: str) -> str:
    counts = {"covered": group["covered"], "people": group["people"]}
    text = Text("register.plan_step", counts)
    return text.say(lang)


def next_section(people: pl.DataFrame, villages: pl.DataFrame, lang: str) -> Section:
    """The next person, by the place in the order, and the next villages."""
    heading = Text("register.plan_next").say(lang)
    columns = names(Text("heading.next"), lang), *_cost_columns(lang)
    return table(heading, columns, _next_rows(people, villages, lang))


def _cost_columns(lang: str) -> tuple[Column, Column]:
    return amounts(Text("heading.cost"), lang), words(Text("heading.more_money"), lang)


def _next_rows(people: pl.DataFrame, villages: pl.DataFrame, lang: str) -> Rows:
    if people.is_empty():
        return []
    person = people.row(0, named=True)
    place = {"place": person["plan_place"]}
    name = Text("register.plan_next_person", place).say(lang)
    costs = _cost_cells(person, lang)
    rows: Rows = [(name, *costs)]
    shown = villages.head(_MOST_ROWS)
    for village in shown.iter_rows(named=True):
        rows.append(_village_row(village, lang))
    rows.extend(_more_rows(villages, rows, lang))
    return rows


def _village_row(village: Group, lang: str) -> Row:
    name = _full_name(village)
    args: dict[str, Arg] = {"name": name, "people": village["people"]}
    text = Text("register.plan_next_village", args)
    return text.say(lang), *_cost_cells(village, lang)


def _full_name(village: Group) -> Arg:
    parts: list[Arg] = []
    for area in _AREAS:
        if area in village:
            # Any column may be called village: what looks like an identity number is masked.
            name = masked_in(village[area])
            parts.append(value_label(area, name))
    return listed(parts)


def _cost_cells(group: Group, lang: str) -> Row:
    cost = rupiah(group["cost"], lang)
    needed = {"needed": group["needed"]}
    text = Text("register.plan_needs", needed)
    return cost, text.say(lang)


def steps_section(steps: pl.DataFrame, rank: Rank, lang: str) -> Section:
    """How far each value of the first rank is covered, of those where somebody waits."""
    heading = Text("register.plan_steps").say(lang)
    columns = (
        names(Text("heading.step"), lang),
        words(Text("heading.covered"), lang),
        *_cost_columns(lang),
    )
    return table(heading, columns, _step_rows(steps, rank, lang))


def _step_rows(steps: pl.DataFrame, rank: Rank, lang: str) -> Rows:
    somebody_waits = pl.col("waiting") > 0
    unfinished = steps.filter(somebody_waits)
    rows: Rows = []
    shown = unfinished.head(_MOST_ROWS)
    for step in shown.iter_rows(named=True):
        # The first rank may be any column of the register.
        value = masked_in(step["step"])
        label = value_label(rank.name, value)
        name = say(label, lang)
        covered = _covered_of(step, lang)
        costs = _cost_cells(step, lang)
        rows.append((name, covered, *costs))
    rows.extend(_more_rows(unfinished, rows, lang))
    return rows


def _more_rows(table: pl.DataFrame, shown: Sequence[Row], lang: str) -> Rows:
    """How many rows of a table are not shown, in as many cells as those that are."""
    rest = table.height - _MOST_ROWS
    if rest <= 0:
        return []
    more = Text("register.plan_more", {"rows": rest})
    # Every row of a section has as many cells as the first.
    other_cells = len(shown[0]) - 1
    empty_cells = [""] * other_cells
    return [(more.say(lang), *empty_cells)]


def others_section(others: pl.DataFrame, lang: str) -> Section:
    """The reasons of those who do not take part."""
    heading = Text("register.plan_others").say(lang)
    columns = (
        amounts(Text("heading.people"), lang),
        words(Text("heading.status"), lang),
        names(Text("heading.reason"), lang),
    )
    rows: Rows = []
    for reason in others.iter_rows(named=True):
        rows.append(_other_row(reason, lang))
    return table(heading, columns, rows)


def _other_row(reason: Group, lang: str) -> Row:
    state = _state_of(reason)
    state_text = _STATES[state].say(lang)
    people = number(reason["people"], lang)
    return people, state_text, reason[f"text_{lang}"]


def _state_of(reason: Group) -> str:
    if reason["question"] != "may_enrol":
        return "unpriced"
    if reason["outcome"] == Outcome.NO:
        return "not_eligible"
    return "undecided"
