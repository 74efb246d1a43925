"""A grid becomes a sheet: its heading is found, and what stands below it are the rows."""

from collections.abc import Mapping

import polars as pl

from jamsos.registers.intake.grid import Grid, tall_cells, wide_rows
from jamsos.registers.intake.heading_search import Heading, HeadingSearch
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.layout import ROW


def sheet_of_grid(grid: Grid, search: HeadingSearch, metadata: Mapping[str, str]) -> Sheet:
    """The sheet of a grid.

    Args:
        grid: All cells.
        search: How the heading is found.
        metadata: What the file was.

    """
    top = grid.top(search.rows_to_look_at)
    heading = search.found(top, grid.merged)
    cells, numeric = grid.below(heading.last)
    bad = grid.bad.filter(pl.col(ROW) > heading.last)
    columns = cells.width - 1
    return Sheet(
        heading.texts,
        cells,
        numeric,
        bad=bad,
        above=heading.above,
        titles=heading.titles,
        wide=wide_rows(grid.merged, columns),
        tall=tall_cells(grid.merged, heading.last),
        first_column=grid.first_column,
        from_1904=grid.from_1904,
        metadata={**metadata, **heading_place(heading)},
    )


def heading_place(heading: Heading) -> dict[str, str]:
    """Where the heading stands, unless it is the first row."""
    if heading.last < heading.first:
        return {"heading": "-"}
    if heading.last == 1:
        return {}
    if heading.first == heading.last:
        return {"heading": str(heading.first)}
    return {"heading": f"{heading.first}-{heading.last}"}
