"""A page as plain text."""

from jamsos.pages.page import Page, Row, Section


def as_text(page: Page) -> str:
    """Lay out a page as text, the cells of each section in columns.

    >>> from jamsos.pages.page import Column, Kind, table
    >>> columns = Column("Programme", Kind.NAME), Column("Amount", Kind.AMOUNT)
    >>> dues = table("Dues", columns, [("JKK", "Rp10,000"), ("JKM", "Rp6,800")])
    >>> print(as_text(Page("en", "Premium", (dues,), sentences=("It is due.",))))
    Premium
    =======
    It is due.
    <BLANKLINE>
    Dues
      JKK  Rp10,000
      JKM  Rp6,800
    <BLANKLINE>
    """
    lines = [page.title, "=" * len(page.title)]
    if page.outcome:
        needs = "; ".join(page.needs)
        lines.append(f"{page.outcome} {needs}".rstrip())
    lines.extend(page.sentences)
    for section in page.sections:
        lines += ["", _heading(section)]
        lines += _in_columns(section)
    return "\n".join(lines) + "\n"


def _heading(section: Section) -> str:
    if not section.names_columns:
        return section.heading
    names = ", ".join(column.heading.lower() for column in section.columns)
    return f"{section.heading}: {names}"


def _in_columns(section: Section) -> list[str]:
    """Each row on one line; every cell but the last as wide as the widest of its column."""
    rows = [*section.rows, *section.totals]
    *padded_columns, _ = zip(*rows, strict=True)
    widths = [max(map(len, cells)) for cells in padded_columns]
    return [_line(row, widths) for row in rows]


def _line(row: Row, widths: list[int]) -> str:
    *cells, last = row
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
    return "  " + "  ".join([*padded, last]).rstrip()
