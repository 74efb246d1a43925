"""What scenarios cost month by month."""

import altair as alt
import polars as pl

from jamsos.answers.hypothetical import supposed_by
from jamsos.answers.texts import Arg, Text
from jamsos.charts.colours import DASHES, SERIES
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import money_unit, rows_of
from jamsos.errors import InputError
from jamsos.scenarios.cells import AMOUNTS
from jamsos.scenarios.comparison import Comparison
from jamsos.values.months import Month
from jamsos.values.plain import checked_kind, checked_word

_HEIGHT = 320
_FEW_MONTHS = 12
"""With more months the axis names every third at most."""
_QUARTER = 3
_THICK, _THIN = 4, 2
"""How thick the line of the base is, so that it is seen below others, and theirs."""


def cost_by_month(result: Comparison, *, amount: str = "premium", lang: str = "id") -> Picture:
    """What each scenario costs in each month.

    Args:
        result: Scenarios compared by month, and by whatever else.
        amount: ``premium``, or one of ``jkk``, ``jkm``, ``jht`` and ``relief``.
        lang: ``"id"`` or ``"en"``.

    Raises:
        InputError: for scenarios that were not compared by month, or more than eight of them.

    """
    step = "compare scenarios with jamsos.scenarios.compare(...)"
    compared = checked_kind(Comparison, result, "result", step)
    asked = checked_word(AMOUNTS, amount, "amount")
    names = _checked(compared)
    sums = compared.table.group_by("scenario", "month", maintain_order=True).agg(
        pl.col(asked).sum()
    )
    what = Text(f"chart.months.{asked}")
    title = supposed_by([one.law for one in compared.scenarios], _title(what, sums))
    return picture(
        [_lines(sums, asked, names, what, lang)],
        title=title.say(lang),
        description=_description(sums, asked, names, lang),
        lang=lang,
        height=_HEIGHT,
    )


def _checked(result: Comparison) -> list[str]:
    if "month" not in result.by:
        raise InputError("result", f"by {list(result.by)}", "by month", 'compare(..., by="month")')
    names = [one.name for one in result.scenarios]
    if len(names) > len(SERIES):
        allowed = f"at most {len(SERIES)} scenarios, to be told apart"
        raise InputError("result", len(names), allowed, "compare fewer of them at a time")
    return names


def _title(what: Text, sums: pl.DataFrame) -> Text:
    days = sums["month"].to_list()
    return Text(
        "chart.months.title",
        {"what": what, "first": Month.of(min(days)), "last": Month.of(max(days))},
    )


def _lines(sums: pl.DataFrame, amount: str, names: list[str], what: Text, lang: str) -> alt.Chart:
    points: list[dict[str, object]] = []
    for name in names:
        own = sums.filter(scenario=name).sort("month").select("month", amount)
        for month, paid in own.iter_rows():
            points.append({"scenario": name, "month": month.isoformat(), "amount": paid})
        # The last month is as wide as the others: its step ends where the next month begins.
        last, paid = own.row(-1)
        end = (Month.of(last) + 1).first_day
        points.append({"scenario": name, "month": end.isoformat(), "amount": paid})
    axis = money_unit(max(map(abs, sums[amount].to_list()))).axis(what, lang)
    step = _QUARTER if sums["month"].n_unique() > _FEW_MONTHS else 1
    months = alt.Axis(
        title=None,
        format="%b %Y",
        grid=False,
        labelAngle=0,
        labelOverlap=True,
        tickCount={"interval": "month", "step": step},
    )
    colours = alt.Scale(domain=names, range=list(SERIES[: len(names)]))
    dashes = alt.Scale(domain=names, range=list(DASHES[: len(names)]))
    widths = alt.Scale(domain=names, range=[_THICK, *[_THIN] * (len(names) - 1)])
    drawn: alt.Chart = (
        alt.Chart(rows_of(points))
        .mark_line(interpolate="step-after")
        .encode(
            x=alt.X("month:T", axis=months, scale=alt.Scale(type="utc")),
            y=alt.Y("amount:Q", axis=axis, scale=alt.Scale(zero=True)),
            color=alt.Color("scenario:N", scale=colours, sort=names, title=None),
            strokeDash=alt.StrokeDash("scenario:N", scale=dashes, sort=names, title=None),
            strokeWidth=alt.StrokeWidth("scenario:N", scale=widths, sort=names, title=None),
        )
    )
    return drawn


def _description(sums: pl.DataFrame, amount: str, names: list[str], lang: str) -> str:
    sentences: list[str] = []
    for name in names:
        own = sums.filter(scenario=name).sort("month")
        first = own.row(0, named=True)
        last = own.row(-1, named=True)
        args: dict[str, Arg] = {
            "name": name,
            "first": Month.of(first["month"]),
            "first_amount": first[amount],
            "last": Month.of(last["month"]),
            "last_amount": last[amount],
            "sum": int(own[amount].sum()),
        }
        sentences.append(Text("chart.months.description", args).say(lang))
    return " ".join(sentences)
