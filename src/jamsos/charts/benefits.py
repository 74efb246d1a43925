"""Two answers side by side: what a benefit came to before a change, and after it."""

from fractions import Fraction

import altair as alt

from jamsos.answers.hypothetical import supposed_by, unmarked
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Text, rupiah
from jamsos.charts.colours import BLUE, ORANGE
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import money_unit, rows_of
from jamsos.errors import InputError, kind_of
from jamsos.values.plain import checked_tuple

_BAR = 19
"""The height of a bar, in pixels."""
_BETWEEN = 16
"""What is free between two pairs of bars."""
_ABOVE = 1.25
"""How much longer than the longest bar the axis is: its amount stands behind it."""
_PAIR = 2


def benefits_compared(
    before: MoneyAnswer,
    after: MoneyAnswer,
    *,
    names: tuple[str, str] | None = None,
    lang: str = "id",
) -> Picture:
    """What each line of an answer was before a change and is after it, and their totals.

    Args:
        before: The answer under one law, or on one day.
        after: The answer to the same question under another.
        names: How the two are called; by default before and after.
        lang: ``"id"`` or ``"en"``.

    Raises:
        InputError: for answers to two different questions.
        UndecidedError: where one of them is not decided.

    """
    first = _checked(before, "before")
    second = _checked(after, "after")
    if first.question != second.question:
        asked = f"{first.question} and {second.question}"
        raise InputError("after", asked, "answers to one question", "ask the same question twice")
    series = _checked_names(names, lang)
    lines = _lines(first, second, lang)
    title = supposed_by([first.law, second.law], unmarked(second.title))
    totals = {"before": first.total, "after": second.total}
    return picture(
        _bars(lines, series, lang),
        title=title.say(lang),
        description=Text("chart.benefits.description", totals).say(lang),
        lang=lang,
        height=len(lines) * (_PAIR * _BAR + _BETWEEN),
    )


def _checked(answer: object, name: str) -> MoneyAnswer:
    if not isinstance(answer, MoneyAnswer):
        step = "give what death_benefit(...), or another question about money, returned"
        raise InputError(name, kind_of(answer), "an answer with amounts of money", step)
    return answer


def _checked_names(names: object, lang: str) -> list[str]:
    if names is None:
        return [Text("chart.benefits.before").say(lang), Text("chart.benefits.after").say(lang)]
    given = checked_tuple(str, names, "names", "name the two answers")
    if len(set(given)) != _PAIR:
        raise InputError("names", list(given), "two different names", "name both answers")
    return list(given)


Amounts = tuple[Fraction | int, Fraction | int]


def _lines(before: MoneyAnswer, after: MoneyAnswer, lang: str) -> dict[str, Amounts]:
    """The amounts of both answers by the name of the line, and the totals at the end."""
    lines: dict[str, Amounts] = {}
    for line in (*before.lines, *after.lines):
        lines[line.name.say(lang)] = before.line(line.code), after.line(line.code)
    lines[Text("section.total").say(lang)] = before.total, after.total
    return lines


def _bars(lines: dict[str, Amounts], series: list[str], lang: str) -> list[alt.Chart]:
    bars: list[dict[str, object]] = []
    for name, amounts in lines.items():
        for one, amount in zip(series, amounts, strict=True):
            text = rupiah(amount, lang)
            bars.append({"line": name, "series": one, "amount": amount, "text": text})
    most = max(int(amount) for amounts in lines.values() for amount in amounts)
    axis = money_unit(most).axis(Text("heading.amount"), lang)
    colours = alt.Scale(domain=series, range=[BLUE, ORANGE])
    base = alt.Chart(rows_of(bars)).encode(
        x=alt.X("amount:Q", axis=axis, scale=alt.Scale(domain=[0, most * _ABOVE], nice=False)),
        y=alt.Y("line:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.3)),
        yOffset=alt.YOffset("series:N", sort=series),
    )
    filled = base.mark_bar().encode(
        color=alt.Color("series:N", scale=colours, sort=series, title=None)
    )
    written = base.mark_text(align="left", dx=4).encode(text="text:N")
    return [filled, written]
