"""A plan in words: the money, the people, the rule of the order, who comes next, and what the price rests on."""

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from jamsos.answers.answer import Outcome
from jamsos.answers.shown import Section, describe
from jamsos.answers.texts import Text, calendar_day, calendar_month, rupiah
from jamsos.errors import masked_in
from jamsos.registers.plans import STATES, Plan
from jamsos.values.months import Month

_MOST_ROWS = 6

_ACCOUNTS = {"jkk": Text("line.premium.jkk"), "jkm": Text("line.premium.jkm"), "jht": Text("line.premium.jht")}


def headline(plan: Plan, lang: str) -> list[str]:
    """The title, and what the budget comes to in one sentence."""
    title = Text("register.plan_title", {"first": plan.since, "last": plan.last})
    people = {"covered": plan.counts["covered"], "waiting": plan.counts["waiting"], "needed": plan.needed}
    all_covered = Text("register.plan_all", {"covered": plan.counts["covered"]})
    some = Text("register.plan_some", people)
    return [title.say(lang), (some if plan.counts["waiting"] else all_covered).say(lang)]


def sections(plan: Plan, lang: str) -> Iterator[Section]:
    """The parts of the plan that are not empty, in reading order."""
    found: list[tuple[Text, list[tuple[str, ...]]]] = [
        (Text("register.plan_money"), _money(plan, lang)),
        (Text("register.plan_people"), [(_state(state, lang), str(plan.counts[state])) for state in STATES]),
        (Text("register.plan_order"), _rule(plan, lang)),
        (Text("register.plan_begins"), _begins(plan, lang)),
        (Text("register.plan_next"), _next(plan, lang)),
        (Text("register.plan_steps"), _steps(plan, lang)),
        (Text("register.plan_others"), _others(plan, lang)),
        (Text("section.notes"), [("!", note.text.say(lang)) for note in plan.notes]),
        (Text("section.grounds"), [(f"[{n}]", describe(ground, lang)) for n, ground in enumerate(plan.grounds, 1)]),
        (Text("section.law"), [(plan.law.version, calendar_day(plan.law.known_until, lang))]),
    ]
    for heading, rows in found:
        if rows:
            yield Section(heading.say(lang), tuple(rows))


def _money(plan: Plan, lang: str) -> list[tuple[str, ...]]:
    rows = [
        (Text("register.plan_budget"), plan.budget),
        *((_ACCOUNTS[name], amount) for name, amount in plan.accounts.items() if amount),
        (Text("register.plan_spent"), plan.spent),
        (Text("register.plan_left"), plan.left),
    ]
    return [(name.say(lang), rupiah(amount, lang)) for name, amount in rows]


def _state(state: str, lang: str) -> str:
    names = {
        "covered": Text("register.plan_covered"),
        "waiting": Text("register.plan_waiting"),
        "not_eligible": Text("register.plan_not_eligible"),
        "undecided": Text("register.plan_undecided"),
        "unpriced": Text("register.plan_unpriced"),
    }
    return names[state].say(lang)


def _rule(plan: Plan, lang: str) -> list[tuple[str, ...]]:
    """The order, the ties, where it ends and when cover begins."""
    ties = Text("register.tie_id") if plan.has_ids else Text("register.tie_row")
    end = Text("register.plan_skips") if plan.skip else Text("register.plan_stops")
    month = {"month": plan.first}
    begin = Text("register.starts_later", month) if plan.start == "later" else Text("register.starts_first", month)
    ranks = [(f"{number}.", rank.text.say(lang)) for number, rank in enumerate(plan.order, 1)]
    own = Text("register.starts_own")
    return [*ranks, *(("-", text.say(lang)) for text in (ties, end, begin, own))]


def _begins(plan: Plan, lang: str) -> list[tuple[str, ...]]:
    """How many begin in which month, where it is not the same for all."""
    if {*plan.begins["month"]} <= {plan.first.first_day}:
        return []
    return [
        (
            calendar_month(Month.of(row["month"]), lang),
            Text("register.plan_step", {"covered": row["covered"], "people": row["people"]}).say(lang),
        )
        for row in plan.begins.iter_rows(named=True)
    ]


def _next(plan: Plan, lang: str) -> list[tuple[str, ...]]:
    """The next person, by the place in the order, and the next villages."""
    if plan.next_people.is_empty():
        return []
    person = plan.next_people.row(0, named=True)
    rows = [(Text("register.plan_next_person", {"place": person["plan_place"]}).say(lang), *_cost(person, lang))]
    for village in plan.next_villages.head(_MOST_ROWS).iter_rows(named=True):
        name = " ".join(masked_in(value) for value in (village.get("kecamatan"), village.get("village")) if value)
        args = {"name": name, "people": village["people"]}
        rows.append((Text("register.plan_next_village", args).say(lang), *_cost(village, lang)))
    return [*rows, *_more(plan.next_villages, rows, lang)]


def _cost(row: dict[str, Any], lang: str) -> tuple[str, str]:
    return rupiah(row["cost"], lang), Text("register.plan_needs", {"needed": row["needed"]}).say(lang)


def _steps(plan: Plan, lang: str) -> list[tuple[str, ...]]:
    """How far each value of the first rank is covered: those not covered whole."""
    open_steps = plan.steps.filter(pl.col("waiting") > 0)
    rows: list[tuple[str, ...]] = []
    for step in open_steps.head(_MOST_ROWS).iter_rows(named=True):
        told = Text("register.plan_step", {"covered": step["covered"], "people": step["people"]}).say(lang)
        rows.append((masked_in(str(step["step"])), told, *_cost(step, lang)))
    return [*rows, *_more(open_steps, rows, lang)]


def _more(table: pl.DataFrame, rows: Sequence[tuple[str, ...]], lang: str) -> list[tuple[str, ...]]:
    """How many rows of a table are not shown, as wide as those that are."""
    rest = table.height - _MOST_ROWS
    return [(Text("register.plan_more", {"rows": rest}).say(lang), *("" for _ in rows[0][1:]))] if rest > 0 else []


def _others(plan: Plan, lang: str) -> list[tuple[str, ...]]:
    """The reasons of those who do not take part."""
    rows: list[tuple[str, ...]] = []
    for row in plan.others.iter_rows(named=True):
        decided = "not_eligible" if row["outcome"] == Outcome.NO else "undecided"
        state = decided if row["question"] == "eligibility" else "unpriced"
        rows.append((str(row["people"]), _state(state, lang), row[f"text_{lang}"]))
    return rows
