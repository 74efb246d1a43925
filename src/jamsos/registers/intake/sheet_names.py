"""Which sheets of a workbook the caller asks for."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias, cast

from jamsos.errors import InputError

ALL = "*"
"""Every visible sheet: no sheet can have this name."""
Sheets: TypeAlias = str | int | Sequence[str | int] | None


class Asked(NamedTuple):
    """The sheets that are asked for, by name or place."""

    names: tuple[str | int, ...] = ()
    """None named: the only visible one; where they become one register, all that are visible."""
    together: bool = False
    """Whether the rows of several sheets become one register."""


def checked_sheets(sheet: object) -> Asked:
    """The sheets asked for: one by its name or place, several of them, or all.

    Raises:
        InputError: for anything else.

    """
    if sheet is None:
        return Asked()
    if sheet == ALL:
        return Asked(together=True)
    if isinstance(sheet, str | int):
        return Asked((_checked_name(sheet),))
    if not isinstance(sheet, list | tuple) or not sheet:
        raise _no_sheet(sheet)
    names = tuple(_checked_name(name) for name in cast("Sequence[object]", sheet))
    return Asked(names, together=True)


def _checked_name(name: object) -> str | int:
    is_name = isinstance(name, str) and name != ALL
    is_place = isinstance(name, int) and not isinstance(name, bool)
    if is_name or is_place:
        return cast("str | int", name)
    raise _no_sheet(name)


def _no_sheet(value: object) -> InputError:
    allowed = f"the name of a sheet, its place, a list of them, or {ALL!r} for all visible ones"
    return InputError("sheet", value, allowed, "name the sheet: sheet='...'")
