"""What the cells of a column say against its heading: *Kel* over L and P, *row* over 1, 2, 3."""

from collections.abc import Collection, Mapping, Sequence

import polars as pl

from jamsos.registers.intake.cells.cell import words
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.heading_terms import Meaning, WhyUntaken
from jamsos.registers.intake.heading_words import key_of

_LEAST_COUNTED = 2
_SEX = "jenis kelamin"


def said_against(
    headings: Sequence[str],
    layout: Mapping[str, str],
    cells: pl.DataFrame,
    mapping: Mapping[str, str] | None,
) -> dict[int, Meaning]:
    """By the number of a column why its cells are not what its heading seems to say.

    Args:
        headings: The headings of all columns.
        layout: The numbers of the columns, and the column of the layout each stands for.
        cells: The cells of the people.
        mapping: The headings the caller knows: of these nothing is doubted.

    """
    mapped = {key_of(heading) for heading in mapping or {}}
    against: dict[int, Meaning] = {}
    for number, column in layout.items():
        key = key_of(headings[int(number)])
        if key in mapped:
            continue
        # Kel is short for kelurahan and for kelamin.
        if key == "kel" and _names_sexes(cells[number].drop_nulls().unique()):
            against[int(number)] = Meaning(column, why=WhyUntaken.SEVERAL, words=_SEX)
        # The name of the layout is an everyday word: other programs number their rows under it.
        elif key == "row" and _counts(cells[number].drop_nulls()):
            first = ", ".join(cells[number].drop_nulls().head(_LEAST_COUNTED))
            against[int(number)] = Meaning(column, why=WhyUntaken.COUNTS, words=first)
    return against


def _names_sexes(texts: Collection[str]) -> bool:
    sexes = words("sex")
    return any(plain(text) in sexes for text in texts)


def _counts(texts: pl.Series) -> bool:
    """Whether every cell is a larger number than the one above it."""
    numbers = texts.str.strip_chars().cast(pl.Float64, strict=False)
    if len(numbers) < _LEAST_COUNTED or numbers.has_nulls():
        return False
    return bool((numbers.diff().drop_nulls() > 0).all())
