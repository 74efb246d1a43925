"""The identity number NIK: opaque, checked in form only, masked wherever it is shown."""

import re
from datetime import date

from jamsos.errors import InputError, masked
from jamsos.forms.kinds import NeverWritten

_FORM = re.compile(r"\d{6}(\d{2})(\d{2})(\d{2})(\d{4})", re.ASCII)
WOMEN = 40
_CENTURIES = (1900, 2000)
_NO_SERIAL = "0000"
_ALLOWED = "16 digits PPKKCC DDMMYY NNNN as text; day 01-31 or 41-71, a real date, serial not 0000"


class Nik(NeverWritten):
    """An identity number (*nomor induk kependudukan*); it never stands for age, sex or region.

    >>> Nik("9999992905120001")
    Nik('**************01')

    Raises:
        InputError: if the form is wrong; the message shows it masked.

    """

    __slots__ = ("_digits",)

    def __init__(self, digits: object) -> None:
        # A spreadsheet cuts a number after 15 digits, so only text is sure to be whole.
        if not isinstance(digits, str):
            raise InputError(
                "NIK", type(digits).__name__, _ALLOWED, "read the NIK as text; numbers lose digits"
            )
        if not _is_possible(digits):
            raise InputError(
                "NIK", masked(digits), _ALLOWED, "check the number on the identity card"
            )
        self._digits = digits

    def __reduce__(self) -> tuple[type["Nik"], tuple[str]]:
        # Rebuilt by the constructor, a number from a pickle is checked again.
        return Nik, (self._digits,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nik) and self._digits == other._digits

    def __hash__(self) -> int:
        return hash(self._digits)

    def reveal(self) -> str:
        """Give the digits; the one place where they leave the object."""
        return self._digits

    def __repr__(self) -> str:
        return f"Nik({masked(self._digits)!r})"

    # Printed or put into a message the number stays masked as well.
    __str__ = __repr__


def _is_possible(digits: str) -> bool:
    """Whether the digits have the form of a number that can have been issued."""
    match = _FORM.fullmatch(digits)
    if match is None:
        return False
    day, month, year, serial = match.groups()
    return serial != _NO_SERIAL and _is_real_date(int(day), int(month), int(year))


def _is_real_date(day: int, month: int, year: int) -> bool:
    """Whether the date exists in some century; the year is written with two digits."""
    # Women's days are written plus 40.
    if day > WOMEN:
        day -= WOMEN
    for century in _CENTURIES:
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
