"""The staircase of a plan: what each step of its order costs, after all the steps before it."""

from typing import Any

import altair as alt
import polars as pl

from jamsos.answers.hypothetical import supposed_by
from jamsos.answers.texts import Arg, Text, say
from jamsos.charts.colours import BLUE, INK, ORANGE
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import money_unit, rows_of
from jamsos.errors import InputError, masked_in
from jamsos.registers.planning.plan_shown import result_in_words
from jamsos.registers.planning.ranks import Rank
from jamsos.registers.planning.result import Plan
from jamsos.registers.summing.labels import value_label
from jamsos.registers.summing.sums import group_key
from jamsos.values.plain import checked_kind

_STEP = 24
"""The height of a step, in pixels."""
_MOST_STEPS = 40
"""More steps are drawn as one, the last."""
_ABOVE = 1.12
"""How much longer than the whole money the axis is: the people stand behind the last step."""
_FURTHER = "_further_"


def plan_staircase(plan: Plan, *, lang: str = "id") -> Picture:
    """The steps of a plan from above to below: the money each needs after those before it.

    A step is a value of the first rank of the order, with its people behind it. Where the rank
    puts some values first, all others are one step, for they go as equals. What the budget pays for
    is blue, who waits is orange. A line shows where the budget ends, unless the plan passes over
    people the budget cannot pay for.

    Args:
        plan: What :func:`jamsos.registers.plan` returned.
        lang: ``"id"`` or ``"en"``.

    Raises:
        InputError: for a plan in which nobody takes part.

    """
    made = checked_kind(Plan, plan, "plan", "plan with jamsos.registers.plan(...)")
    steps = _steps(made, lang)
    if not steps:
        raise InputError("plan", "nobody", "a plan in which somebody takes part", "see plan.others")
    title = Text("register.plan_title", {"first": made.since, "last": made.last})
    layers = [_stairs(steps, made, lang), _people(steps, lang)]
    if not made.skip:
        layers += _budget_line(made, lang)
    names = {step["step"] for step in steps}
    return picture(
        layers,
        title=supposed_by([made.law], title).say(lang),
        below_title=result_in_words(made.counts, made.needed, lang),
        description=_description(steps, made, lang),
        lang=lang,
        height=_STEP * (len(names) + 1),
    )


def _steps(made: Plan, lang: str) -> list[dict[str, Any]]:
    """The covered and the waiting of each step, with the money from the first person on."""
    rank = made.order[0]
    queue = made.people.filter(pl.col("plan_place").is_not_null()).sort("plan_place")
    state = pl.col("plan").cast(pl.String)
    groups = queue.group_by(step=_step_of(rank), state=state, maintain_order=True)
    counts = groups.agg(people=pl.len(), cost=pl.col("premium").cast(pl.Int64).sum())
    shown = counts["step"].unique(maintain_order=True)[:_MOST_STEPS].to_list()
    further = Text("chart.plan.further").say(lang)
    money = 0
    steps: list[dict[str, Any]] = []
    for group in counts.iter_rows(named=True):
        is_further = group["step"] == _FURTHER or group["step"] not in shown
        name = further if is_further else _name(rank, group["step"], lang)
        steps.append(
            {
                "step": name,
                "state": Text(f"register.plan_{group['state']}").say(lang),
                "from": money,
                "to": money + group["cost"],
                "people": group["people"],
            }
        )
        money += group["cost"]
    return steps


def _step_of(rank: Rank) -> pl.Expr:
    """The step of a person: a value of the rank, or all values that do not go first."""
    value = group_key(rank.name)
    if not rank.first:
        return value
    # The place of a value that goes first lies before that of all the others.
    is_first = rank.key() < len(rank.first)
    return pl.when(is_first).then(value).otherwise(pl.lit(_FURTHER))


def _name(rank: Rank, value: str, lang: str) -> str:
    # Any column may be a rank: what looks like an identity number is masked.
    return say(value_label(rank.name, masked_in(value)), lang)


def _money_axis(most: int, lang: str) -> alt.X:
    axis = money_unit(most).axis(Text("chart.plan.money"), lang)
    return alt.X("from:Q", axis=axis, scale=alt.Scale(domain=[0, int(most * _ABOVE)], nice=False))


def _stairs(steps: list[dict[str, Any]], made: Plan, lang: str) -> alt.Chart:
    states = [Text(f"register.plan_{state}").say(lang) for state in ("covered", "waiting")]
    colours = alt.Scale(domain=states, range=[BLUE, ORANGE])
    drawn: alt.Chart = (
        alt.Chart(rows_of(steps))
        .mark_bar()
        .encode(
            x=_money_axis(max(steps[-1]["to"], made.budget), lang),
            x2="to:Q",
            y=alt.Y("step:N", sort=None, title=None),
            color=alt.Color("state:N", scale=colours, title=None),
        )
    )
    return drawn


def _people(steps: list[dict[str, Any]], lang: str) -> alt.Chart:
    """How many people each step has, behind it."""
    ends: dict[str, dict[str, Any]] = {}
    for step in steps:
        before = ends.get(step["step"], {"people": 0})
        ends[step["step"]] = {**step, "people": before["people"] + step["people"]}
    for end in ends.values():
        end["text"] = Text("chart.plan.people", {"people": end["people"]}).say(lang)
    chart = alt.Chart(rows_of(list(ends.values()))).mark_text(align="left", dx=5)
    drawn: alt.Chart = chart.encode(
        x="to:Q", y=alt.Y("step:N", sort=None, title=None), text="text:N"
    )
    return drawn


def _budget_line(made: Plan, lang: str) -> list[alt.Chart]:
    text = Text("chart.plan.budget", {"amount": made.budget}).say(lang)
    base = alt.Chart(rows_of([{"from": made.budget, "text": text}]))
    rule = base.mark_rule(color=INK, strokeWidth=2, strokeDash=[6, 3]).encode(x="from:Q")
    words = base.mark_text(dy=-6, baseline="bottom", fontWeight="bold")
    return [rule, words.encode(x="from:Q", y=alt.value(0), text="text:N")]


def _description(steps: list[dict[str, Any]], made: Plan, lang: str) -> str:
    said: list[str] = [result_in_words(made.counts, made.needed, lang)]
    for step in steps:
        args: dict[str, Arg] = {
            "step": step["step"],
            "state": step["state"],
            "people": step["people"],
            "money": step["to"],
        }
        said.append(Text("chart.plan.step", args).say(lang))
    return " ".join(said)
