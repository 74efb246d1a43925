"""The deadlines of a claim on a line of days: what has to be done by when, and by whom."""

from typing import Any

import altair as alt

from jamsos.answers.deadlines import Deadline
from jamsos.answers.texts import Arg, Text, calendar_day
from jamsos.charts.colours import GRID, SERIES
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import rows_of
from jamsos.claims.results import ClaimTimeline
from jamsos.errors import InputError
from jamsos.values.moments import day_of
from jamsos.values.plain import checked_kind

_LINE = 34
"""The height of a line, in pixels."""
_MARKED_DAYS = (0, 2, 7, 30, 90, 365, 1825)
"""The days after the event that the axis names."""
_SHAPES = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "cross",
    "triangle-down",
    "stroke",
    "wedge",
)
"""One form a party, for those who see no colours."""
_BEHIND = 4
"""How many times as far as the last day the axis goes: the day in words stands behind it."""


def claim_deadlines(answer: ClaimTimeline, *, lang: str = "id") -> Picture:
    """The deadlines of one claim, by the days after the event, and who has to act.

    The first days are drawn wider than the later ones: hours and years stand in one chart. A
    deadline that is not decided is not drawn, as it is not among the deadlines of the answer.

    Args:
        answer: What :func:`jamsos.claim_timeline` returned.
        lang: ``"id"`` or ``"en"``.

    Raises:
        InputError: for an answer without a deadline.

    """
    case = checked_kind(ClaimTimeline, answer, "answer", "ask jamsos.claim_timeline")
    if not case.deadlines:
        raise InputError("answer", "no deadline", "a claim with deadlines", "state its days")
    rows = _rows(case, lang)
    return picture(
        [_lines(rows, lang), _points(rows, case.deadlines, lang), _days(rows)],
        title=case.title.say(lang),
        description=_description(case.deadlines, lang),
        lang=lang,
        height=_LINE * len(rows),
    )


def _rows(case: ClaimTimeline, lang: str) -> list[dict[str, object]]:
    """Each deadline with its distance from the event."""
    event_on: Any = case.facts["event_on"]
    event = day_of(event_on)
    rows: list[dict[str, object]] = []
    for deadline in case.deadlines:
        day = day_of(deadline.by)
        rows.append(
            {
                "duty": deadline.name.say(lang),
                "party": Text(f"party.{deadline.party}").say(lang),
                "days": (day - event).days,
                "by": calendar_day(day, lang),
            }
        )
    return rows


def _axis(rows: list[dict[str, object]], lang: str) -> alt.X:
    last = max(int(str(row["days"])) for row in rows)
    title = Text("chart.claim.days").say(lang)
    marks = [day for day in _MARKED_DAYS if day <= last]
    scale = alt.Scale(type="symlog", domain=[0, last * _BEHIND], nice=False)
    return alt.X("days:Q", scale=scale, axis=alt.Axis(title=title, values=marks, format=",d"))


def _duties() -> alt.Y:
    return alt.Y("duty:N", sort=None, title=None)


def _lines(rows: list[dict[str, object]], lang: str) -> alt.Chart:
    """From the event to each deadline."""
    chart = alt.Chart(rows_of(rows)).mark_rule(color=GRID, strokeWidth=3)
    drawn: alt.Chart = chart.encode(x=_axis(rows, lang), x2=alt.datum(0), y=_duties())
    return drawn


def _points(rows: list[dict[str, object]], deadlines: tuple[Deadline, ...], lang: str) -> alt.Chart:
    parties = [Text(f"party.{one.party}").say(lang) for one in deadlines]
    names = list(dict.fromkeys(parties))
    colours = alt.Scale(domain=names, range=list(SERIES[: len(names)]))
    shapes = alt.Scale(domain=names, range=list(_SHAPES[: len(names)]))
    drawn: alt.Chart = (
        alt.Chart(rows_of(rows))
        .mark_point(filled=True, opacity=1, size=110)
        .encode(
            x=_axis(rows, lang),
            y=_duties(),
            color=alt.Color("party:N", scale=colours, title=None),
            shape=alt.Shape("party:N", scale=shapes, title=None),
        )
    )
    return drawn


def _days(rows: list[dict[str, object]]) -> alt.Chart:
    chart = alt.Chart(rows_of(rows)).mark_text(align="left", dx=10)
    drawn: alt.Chart = chart.encode(x="days:Q", y=_duties(), text="by:N")
    return drawn


def _description(deadlines: tuple[Deadline, ...], lang: str) -> str:
    sentences: list[str] = []
    for one in deadlines:
        party = Text(f"party.{one.party}")
        args: dict[str, Arg] = {"duty": one.name, "day": day_of(one.by), "party": party}
        sentences.append(Text("brief.deadline", args).say(lang))
    return " ".join(sentences)
