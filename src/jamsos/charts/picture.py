"""A chart of ours: an Altair chart that is static wherever it is shown, and says what it shows."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from html import escape
from io import StringIO
from pathlib import Path
from textwrap import wrap
from typing import Any

import altair as alt
from babel.core import Locale
from babel.dates import get_day_names, get_month_names

from jamsos.answers.texts import LOCALES
from jamsos.charts.colours import GRID, INK

WIDTH = 640
"""How wide a chart is, in pixels."""
_LETTER, _SMALL_LETTER = 8, 6
"""How wide letters are: of the title, and of what stands below it."""
_MONTHS = range(1, 13)
_DAYS = (6, *range(6))
"""The days of a week, Sunday first."""
_LEGEND = 22
"""What is free below the legend."""
_SMALL, _TEXT, _LARGE = 11, 12, 15
"""The sizes of letters."""


class Picture(alt.LayerChart):
    """A chart of Altair that shows itself and is saved without scripts and without requests."""

    def svg(self) -> str:
        """The chart as SVG, with its description for those who cannot see it."""
        written = StringIO()
        super().save(written, format="svg")
        description = escape(self._words)
        opening = f'<svg role="img" aria-label="{description}" '
        return written.getvalue().replace("<svg ", opening, 1)

    def html(self) -> str:
        """The SVG as a picture of a page, whole in itself: several do not get into each other."""
        data = b64encode(self.svg().encode()).decode()
        source = f"data:image/svg+xml;base64,{data}"
        return f'<img alt="{escape(self._words)}" src="{source}" style="max-width: 100%">'

    def to_html(self, *_args: Any, **_options: Any) -> str:
        """The same; the page of Altair would load scripts from another site."""
        return self.html()

    def save(self, fp: Any, format: Any = None, *args: Any, **options: Any) -> None:  # noqa: A002
        """Save the chart as ``.svg``, ``.html`` or whatever else Altair knows, as ``.png``.

        Args:
            fp: The path, or an open file.
            format: The kind of file, where the path does not tell it.
            args: As for Altair.
            options: As for Altair, ``ppi`` for one.

        """
        kind: Any = format or Path(str(fp)).suffix.removeprefix(".")
        texts = {"svg": self.svg, "html": self.html}
        if kind not in texts:
            super().save(fp, kind, *args, **options)
            return
        text = texts[kind]()
        if isinstance(fp, str | Path):
            Path(fp).write_text(text, "utf-8")
        else:
            fp.write(text)

    def _repr_mimebundle_(self, *_args: Any, **_options: Any) -> dict[str, str]:
        return {
            "text/html": self.html(),
            "image/svg+xml": self.svg(),
            "text/plain": self._words,
        }

    @property
    def _words(self) -> str:
        """The alternative text."""
        chart: Any = self
        return str(chart.description)


def picture(
    layers: Sequence[alt.Chart],
    *,
    title: str,
    description: str,
    lang: str,
    height: int,
    below_title: str = "",
    width: int = WIDTH,
) -> Picture:
    """A chart of layers, with its title, its alternative text and the numbers of its language."""
    heading = alt.TitleParams(
        text=_lines(title, width // _LETTER),
        subtitle=_lines(below_title, width // _SMALL_LETTER),
        anchor="start",
    )
    return Picture(
        layer=list(layers),
        title=heading,
        description=f"{title}. {description}",
        width=width,
        height=height,
        config=_config(lang),
    )


def _lines(text: str, most: int) -> list[str]:
    """A text in as few lines as it needs, about equally long."""
    number = len(wrap(text, most))
    lengths = range(1, most + 1)
    shortest = next(length for length in lengths if len(wrap(text, length)) <= number)
    return wrap(text, shortest)


def _config(lang: str) -> dict[str, Any]:
    return {
        "background": "white",
        "locale": _locale(lang),
        "view": {"stroke": None},
        "padding": _TEXT,
        "title": {
            "color": INK,
            "fontSize": _LARGE,
            "offset": _TEXT,
            "subtitleColor": INK,
            "subtitleFontSize": _TEXT,
            "subtitlePadding": _TEXT // 2,
        },
        "axis": {
            "domainColor": INK,
            "gridColor": GRID,
            "labelColor": INK,
            "labelFontSize": _SMALL,
            "labelLimit": 0,
            "tickColor": INK,
            "titleColor": INK,
            "titleFontSize": _TEXT,
            "titleFontWeight": "normal",
        },
        "legend": {
            "labelColor": INK,
            "labelFontSize": _TEXT,
            "labelLimit": 0,
            "offset": _LEGEND,
            "orient": "top",
            "symbolStrokeWidth": 2,
            "titleColor": INK,
            "titleFontWeight": "normal",
        },
        "text": {"color": INK, "fontSize": _SMALL},
    }


@cache
def _locale(lang: str) -> dict[str, Any]:
    """How numbers, months and days are written, as Vega asks for it."""
    known = Locale.parse(LOCALES[lang])
    symbols = known.number_symbols["latn"]
    months, days = {}, {}
    for width in ("wide", "abbreviated"):
        of_year = get_month_names(width, locale=known)
        of_week = get_day_names(width, locale=known)
        months[width] = [of_year[month] for month in _MONTHS]
        days[width] = [of_week[day] for day in _DAYS]
    return {
        "number": {
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
            "grouping": [3],
            "currency": ["Rp", ""],
        },
        "time": {
            "dateTime": "%d %B %Y %H:%M",
            "date": "%d %B %Y",
            "time": "%H:%M",
            "periods": ["AM", "PM"],
            "days": days["wide"],
            "shortDays": days["abbreviated"],
            "months": months["wide"],
            "shortMonths": months["abbreviated"],
        },
    }
