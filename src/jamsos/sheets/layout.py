"""A sheet as an HTML document for print: no script, no outside request, every value escaped."""

from functools import cache
from html import escape
from importlib.resources import files

from jamsos.sheets.parts import Content, Part, Points
from jamsos.sheets.plain_text import as_plain_text

_CARDS_ON_A_PAGE = 10
_MOST_IN_LARGE_PRINT = {"sheet": 4940, "card": 640}
"""A sheet with more characters is set in smaller print, to stay one page."""
_LONG_LIST = 12
"""A list with more points is set in two columns."""


def as_document(content: Content, kind: str) -> str:
    """Lay out a sheet as a document; ``kind`` is ``sheet``, ``poster`` or ``card``."""
    body = _body(content)
    if kind == "card":
        body = f'<div class="cards">{_card(body) * _CARDS_ON_A_PAGE}</div>'
    paper = content.paper.value
    size = "small" if _is_long(content, kind) else "large"
    return "".join(
        [
            f'<!DOCTYPE html><html lang="{escape(content.lang)}" class="{paper} {size}"><head>',
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(content.title)}</title>",
            f"<style>{_style()} @page {{ size: {paper}{_PAGE.get(kind, '')} }}</style></head>",
            f'<body class="{kind}">{body}</body></html>',
        ]
    )


_PAGE = {
    "poster": " landscape",
    # As high as the cards, so that none grows unnoticed.
    "card": "; margin: 13.2mm 10mm",
}
"""What a kind of sheet says of its page, behind the paper."""


def _is_long(content: Content, kind: str) -> bool:
    most = _MOST_IN_LARGE_PRINT.get(kind)
    return most is not None and len(as_plain_text(content)) > most


def _card(body: str) -> str:
    return f'<div class="one">{body}</div>'


@cache
def _style() -> str:
    style = files("jamsos.sheets").joinpath("sheet.css").read_text("utf-8")
    return " ".join(style.split())


@cache
def _picture(name: str) -> str:
    """A pictogram, drawn in the colour of the text around it; it says nothing the words do not."""
    drawing = files("jamsos.sheets").joinpath(f"pictograms/{name}.svg").read_text("utf-8")
    return " ".join(drawing.split()).replace("<svg ", '<svg aria-hidden="true" ', 1)


def _body(content: Content) -> str:
    mark = ""
    if content.mark:
        mark = f'<p class="mark">{escape(content.mark)}</p>'
    about = f"<h1>{escape(content.title)}</h1><p>{escape(content.about)}</p>"
    rows = "".join(_row(row) for row in content.rows)
    foot = f"<p>{escape(' '.join(content.foot))}</p>"
    head = f"<header>{_picture(content.picture)}<div>{about}</div></header>"
    return f"{mark}{head}<main>{rows}</main><footer>{foot}</footer>"


def _row(row: tuple[Part, ...]) -> str:
    parts = "".join(_part(part) for part in row)
    return f'<div class="parts">{parts}</div>'


def _part(part: Part) -> str:
    pieces = [f"<h2>{_picture(part.picture)}<span>{escape(part.heading)}</span></h2>"]
    if part.figure:
        is_amount = any(sign.isdigit() for sign in part.figure)
        kind = "figure" if is_amount else "open"
        pieces.append(f'<p class="{kind}">{escape(part.figure)}</p>')
    pieces += [f"<p>{escape(sentence)}</p>" for sentence in part.sentences]
    if part.rows:
        pieces.append(_table(part))
    if part.lists:
        lists = "".join(_list(points) for points in part.lists)
        pieces.append(f'<div class="parts">{lists}</div>')
    pieces += [f'<p class="remark">{escape(remark)}</p>' for remark in part.remarks]
    return f'<section class="{part.picture}">{"".join(pieces)}</section>'


def _table(part: Part) -> str:
    cells = "".join(f'<th scope="col">{escape(column)}</th>' for column in part.columns)
    head = f"<thead><tr>{cells}</tr></thead>"
    rows = "".join(_table_row(row) for row in part.rows)
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _table_row(row: tuple[str, ...]) -> str:
    name, *cells = row
    words = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(name)}</th>{words}</tr>'


def _list(points: Points) -> str:
    heading = f"<h3>{escape(points.heading)}</h3>" if points.heading else ""
    kind = "ol" if points.numbered else "ul"
    items = "".join(f"<li>{escape(point)}</li>" for point in points.points)
    length = ' class="long"' if len(points.points) > _LONG_LIST else ""
    return f"<div{length}>{heading}<{kind}>{items}</{kind}></div>"
