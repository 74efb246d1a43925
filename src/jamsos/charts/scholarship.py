"""The path of a scholarship: what one child would receive year by year, by level."""

import altair as alt

from jamsos.answers.texts import Text, rupiah
from jamsos.benefits.results.scholarship import ScholarshipProjection
from jamsos.charts.colours import SERIES
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import money_unit, rows_of
from jamsos.errors import InputError
from jamsos.values.plain import checked_kind
from jamsos.workers.codes import Level

_HEIGHT = 300
_ABOVE = 1.1
"""How much higher than the highest bar the axis is: the class stands above it."""
_MOST_LETTERS = 10
"""With more years their names stand upright."""


def scholarship_path(answer: ScholarshipProjection, *, lang: str = "id") -> Picture:
    """What one child would receive in each school year: a projection, not a promise.

    Args:
        answer: What :func:`jamsos.scholarship_projection` returned.
        lang: ``"id"`` or ``"en"``.

    Raises:
        InputError: for a child who receives no scholarship.
        UndecidedError: where a missing fact decides about the right.

    """
    step = "ask jamsos.scholarship_projection"
    path = checked_kind(ScholarshipProjection, answer, "answer", step)
    if not path.years:
        raise InputError("answer", "no school year", "a child with a right to it", "see its notes")
    return picture(
        _bars(path, lang),
        title=path.title.say(lang),
        below_title=path.brief(lang).partition(": ")[2] if path.law.what_ifs else path.brief(lang),
        description=path.brief(lang),
        lang=lang,
        height=_HEIGHT,
    )


def _bars(path: ScholarshipProjection, lang: str) -> list[alt.Chart]:
    bars: list[dict[str, object]] = []
    for year in path.years:
        bars.append(
            {
                "year": year.name.say(lang),
                "level": Text(f"level.{year.level}").say(lang),
                "class": str(year.school_class),
                "amount": year.amount,
                "text": rupiah(year.amount, lang).removeprefix("Rp"),
            }
        )
    # Each level has its colour in every chart.
    order = {level: place for place, level in enumerate(one for one in Level if one != "none")}
    levels = list(dict.fromkeys(year.level for year in path.years))
    names = [Text(f"level.{level}").say(lang) for level in levels]
    colours = alt.Scale(domain=names, range=[SERIES[order[level]] for level in levels])
    most = max(int(year.amount) for year in path.years)
    axis = money_unit(most).axis(Text("chart.scholarship.amount"), lang)
    title = Text("chart.scholarship.year").say(lang)
    angle = 270 if len(bars) > _MOST_LETTERS else 0
    base = alt.Chart(rows_of(bars)).encode(
        x=alt.X("year:O", sort=None, axis=alt.Axis(title=title, labelAngle=angle)),
        y=alt.Y("amount:Q", axis=axis, scale=alt.Scale(domain=[0, most * _ABOVE], nice=False)),
    )
    filled = base.mark_bar().encode(
        color=alt.Color("level:N", scale=colours, sort=names, title=None)
    )
    classes = base.mark_text(baseline="bottom", dy=-3).encode(text="class:N")
    return [filled, classes]
