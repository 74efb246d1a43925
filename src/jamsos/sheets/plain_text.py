"""A sheet as plain text."""

from jamsos.sheets.parts import Content, Part, Points


def as_plain_text(content: Content) -> str:
    """Lay out a sheet as lines of text, part by part.

    >>> part = Part(picture="money", heading="Cost", figure="Rp16,800", sentences=("A month.",))
    >>> print(as_plain_text(Content(
    ...     lang="en", title="Sheet", about="", picture="money", rows=((part,),), foot=("Done.",)
    ... )))
    Sheet
    <BLANKLINE>
    COST
    Rp16,800
    A month.
    <BLANKLINE>
    Done.
    <BLANKLINE>
    """
    lines = [line for line in (content.title, content.mark, content.about) if line]
    for row in content.rows:
        for part in row:
            lines += ["", *_part(part)]
    lines += ["", *content.foot]
    return "\n".join(lines) + "\n"


def _part(part: Part) -> list[str]:
    lines = [part.heading.upper()]
    if part.figure:
        lines.append(part.figure)
    lines += part.sentences
    if part.columns:
        lines.append(" | ".join(part.columns))
    lines += [" | ".join(row) for row in part.rows]
    for points in part.lists:
        lines += _points(points)
    lines += part.remarks
    return lines


def _points(points: Points) -> list[str]:
    lines: list[str] = []
    if points.heading:
        lines.append(f"{points.heading}:")
    for number, point in enumerate(points.points, 1):
        sign = f"{number}." if points.numbered else "-"
        lines.append(f"{sign} {point}")
    return lines
