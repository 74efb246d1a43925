"""The contribution of one month over the income: the rows of Lampiran II, and what reliefs take."""

from itertools import pairwise
from typing import NamedTuple

import altair as alt
from attrs import evolve

from jamsos.answers.hypothetical import supposed_by
from jamsos.answers.texts import Arg, Text
from jamsos.charts.colours import BLUE, DASHES, ORANGE
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import MoneyUnit, money_unit, rows_of
from jamsos.law.law import Law, applied
from jamsos.premiums.bpu.income_table import Row, full_contribution, rows
from jamsos.premiums.bpu.premium import premium
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month, checked_month
from jamsos.values.plain import checked_kind
from jamsos.workers.codes import Payer
from jamsos.workers.worker import Worker

_HEIGHT = 340
_NUMBERED = 5
"""Every how many rows the number of a row is written."""


class _Step(NamedTuple):
    """One row of the table and what is paid in it."""

    row: Row
    full: Rupiah
    """Before reliefs, in rupiah."""
    to_pay: Rupiah
    """After reliefs; half of an odd number of rupiah is a part of one."""


def contribution_by_income(
    worker: Worker,
    month: object,
    *,
    payer: Payer | str | None = None,
    law: Law | None = None,
    lang: str = "id",
) -> Picture:
    """The JKK and JKM contribution of one month over the declared income, with what reliefs take.

    Every row of Lampiran II is asked with the income it begins with.

    Legal source: as :func:`jamsos.premium`.

    Args:
        worker: The worker; any income they have is not looked at.
        month: The contribution month, ``"2026-11"`` or a Month.
        payer: As :func:`jamsos.premium`.
        law: The law to apply; by default the one shipped.
        lang: ``"id"`` or ``"en"``.

    Raises:
        OutsideLawError: for a month before July 2015.
        UndecidedError: where a missing fact, such as the sector, decides about a relief.

    >>> from jamsos.charts import contribution_by_income
    >>> fisher = Worker(kind="independent", sector="other")
    >>> chart = contribution_by_income(fisher, "2026-11", payer="self", lang="en")
    >>> chart.description.partition(". ")[2][:62]
    'From Rp8,400 in row 1 to Rp106,900 in row 33. Reliefs take off'

    """
    applied_law = applied(law)
    asked = checked_month(month, "month")
    steps = _steps(checked_kind(Worker, worker, "worker"), asked, payer, applied_law)
    title = supposed_by([applied_law], Text("chart.contribution.title", {"month": asked}))
    layers = [_lines(steps, lang), _numbers(steps, lang)]
    if _has_relief(steps):
        layers.insert(0, _relief_area(steps))
    return picture(
        layers,
        title=title.say(lang),
        description=_description(steps).say(lang),
        lang=lang,
        height=_HEIGHT,
    )


def _steps(worker: Worker, month: Month, payer: Payer | str | None, law: Law) -> list[_Step]:
    steps: list[_Step] = []
    for row in rows(law.get("bpu.income_table", month.first_day)):
        earning = evolve(worker, income=row.income_from)
        answer = premium(earning, month, payer=payer, law=law)
        full = full_contribution(row, month, law)
        steps.append(_Step(row, full, exact(answer.jkk + answer.jkm)))
    return steps


def _has_relief(steps: list[_Step]) -> bool:
    return any(step.to_pay < step.full for step in steps)


def _ends(steps: list[_Step]) -> list[int]:
    """Where each row ends; the last has no end, and is drawn as wide as the one before."""
    starts = [step.row.income_from for step in steps]
    last_width = starts[-1] - starts[-2]
    return [later for _, later in pairwise(starts)] + [starts[-1] + last_width]


def _unit(steps: list[_Step]) -> MoneyUnit:
    return money_unit(max(step.full for step in steps))


def _income(steps: list[_Step], lang: str) -> alt.X:
    unit = money_unit(steps[-1].row.income_from)
    axis = unit.axis(Text("chart.contribution.income"), lang, grid=False)
    return alt.X("income:Q", axis=axis, scale=alt.Scale(nice=False))


def _lines(steps: list[_Step], lang: str) -> alt.Chart:
    names = [Text("chart.contribution.to_pay").say(lang)]
    if _has_relief(steps):
        names.append(Text("chart.contribution.full").say(lang))
    points: list[dict[str, object]] = []
    for step, end in zip(steps, _ends(steps), strict=True):
        amounts = (step.to_pay, step.full)
        for name, amount in zip(names, amounts, strict=False):
            for income in (step.row.income_from, end):
                points.append({"income": income, "amount": amount, "series": name})
    axis = _unit(steps).axis(Text("chart.contribution.amount"), lang)
    colours = alt.Scale(domain=names, range=[BLUE, ORANGE][: len(names)])
    dashes = alt.Scale(domain=names, range=list(DASHES[: len(names)]))
    drawn: alt.Chart = (
        alt.Chart(rows_of(points))
        .mark_line(strokeWidth=2)
        .encode(
            x=_income(steps, lang),
            y=alt.Y("amount:Q", axis=axis),
            color=alt.Color("series:N", scale=colours, title=None),
            strokeDash=alt.StrokeDash("series:N", scale=dashes, title=None),
        )
    )
    return drawn


def _relief_area(steps: list[_Step]) -> alt.Chart:
    """What reliefs take off, between the two lines."""
    bars: list[dict[str, object]] = []
    for step, end in zip(steps, _ends(steps), strict=True):
        bars.append(
            {"income": step.row.income_from, "end": end, "amount": step.to_pay, "full": step.full}
        )
    drawn: alt.Chart = (
        alt.Chart(rows_of(bars))
        .mark_rect(color=ORANGE, opacity=0.15)
        .encode(x="income:Q", x2="end:Q", y="amount:Q", y2="full:Q")
    )
    return drawn


def _numbers(steps: list[_Step], lang: str) -> alt.Chart:
    """The numbers of some rows, above the end of their step."""
    marks: list[dict[str, object]] = []
    for step, end in zip(steps, _ends(steps), strict=True):
        number = step.row.number
        is_written = number in {1, len(steps)} or number % _NUMBERED == 0
        if is_written:
            text = Text("chart.contribution.row", {"row": str(number)}).say(lang)
            marks.append({"income": end, "amount": step.full, "text": text})
    drawn: alt.Chart = (
        alt.Chart(rows_of(marks))
        .mark_text(dx=-4, dy=-8, align="right")
        .encode(x="income:Q", y="amount:Q", text="text:N")
    )
    return drawn


def _description(steps: list[_Step]) -> Text:
    first, last = steps[0], steps[-1]
    args: dict[str, Arg] = {
        "first": first.to_pay,
        "last": last.to_pay,
        "last_row": str(last.row.number),
        "relief": max(exact(step.full - step.to_pay) for step in steps),
    }
    if _has_relief(steps):
        return Text("chart.contribution.relieved", args)
    return Text("chart.contribution.plain", args)
