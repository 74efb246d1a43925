"""A heading that stands once more within a list, and other tables below it or beside it."""

import re
from collections.abc import Mapping, Sequence

from jamsos.registers.intake.cells.cell import shown
from jamsos.registers.intake.cells.identities import CLEAN
from jamsos.registers.intake.grid import TopRow
from jamsos.registers.intake.heading_words import key_of, meaning_of
from jamsos.registers.intake.refusals import Refusal, refusal
from jamsos.registers.intake.row_kinds import is_heading, one_line
from jamsos.registers.intake.sheet import Sheet

_MAY_NAME_THE_NIK = re.compile(r"n\W?i\W?k|ktp|kependudukan", re.IGNORECASE)
"""What no heading of the NIK is without: few rows hold it, and to read a heading takes long."""
_OF_A_PERSON = re.compile(r"\W?(?:\d[ .\-]?){15,17}")
"""The number of a person, even with a digit too few or too many."""


def heads_again(row: int, cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a row is the heading of its list once more, in these or other words.

    Args:
        row: Its position.
        cells: Its cells, empty where nothing is written.
        headings: The headings of the list; the lines of one are parted by a line feed.

    Raises:
        InputError: for the heading of another table.

    """
    if is_heading(cells, headings):
        return True
    if not _heads_people(cells):
        return False
    check_alike(row, cells, headings)
    return True


def check_alike(row: int, cells: Sequence[str], headings: Sequence[str]) -> None:
    """Refuse a list in which a row heads other columns than the first heading.

    Raises:
        InputError: for another heading: the rows below it would be read under the first.

    """
    for cell, heading in zip(cells, headings, strict=True):
        if cell.strip() and not _are_alike(cell, heading):
            texts = [shown(one_line(cell)) for cell in cells if cell.strip()]
            allowed = "the heading of the list once more"
            step = "put the table that begins there on a sheet or in a file of its own"
            thing = f"heading in row {row}"
            raise refusal(Refusal.OTHER_TABLE, thing, texts, allowed, step, row=row)


def _heads_people(cells: Sequence[str]) -> bool:
    """Whether a row names the NIK and something else of a person, as no person does."""
    if not any(map(_MAY_NAME_THE_NIK.search, cells)):
        return False
    columns = {meaning_of(cell).taken_for for cell in cells} - {None}
    return "nik" in columns and len(columns) > 1


def _are_alike(cell: str, heading: str) -> bool:
    """Whether two headings are of one column, and say the same of its cells."""
    keys = {key_of(line) for line in [heading, *heading.split("\n")]}
    if key_of(cell) in keys:
        return True
    meaning = meaning_of(cell)
    return meaning.taken_for is not None and meaning == meaning_of(heading)


def check_none_above(above: Sequence[TopRow], niks: Sequence[int]) -> None:
    """Refuse a list with people above its heading: sorting a sheet takes its heading along.

    Args:
        above: The rows above the heading.
        niks: The places of the NIK in a row.

    Raises:
        InputError: for a number of a person in one of these places.

    """
    for row in above:
        for place in niks:
            if place < len(row.cells) and _OF_A_PERSON.fullmatch(row.cells[place].strip()):
                allowed = "people below the headings"
                step = "put the headings above all people, or give heading_row"
                thing = f"row {row.row}, above the headings"
                raise refusal(Refusal.PEOPLE_ABOVE, thing, "a NIK", allowed, step, row=row.row)


def check_none_beside(sheet: Sheet, kept: Mapping[str, str]) -> None:
    """Refuse a sheet on which other people stand beside the list, under no heading.

    Args:
        sheet: The rows that are people.
        kept: The numbers of the columns that are none of the layout, and their names.

    Raises:
        InputError: for a NIK in one of several columns without a heading.

    """
    bare = [number for number in kept if not sheet.headings[int(number)]]
    # One such column may be a number of the family card; a list without any heading is mapped.
    if len(bare) == 1 or not any(sheet.headings):
        return
    for number in bare:
        if sheet.cells[number].str.contains(CLEAN).any():
            allowed = "people under the headings of the list"
            step = "put them below the others, or head the column"
            place = sheet.first_column + int(number) + 1
            thing = f"column {place}, without a heading"
            raise refusal(Refusal.BESIDE, thing, "a NIK", allowed, step, column=place)
