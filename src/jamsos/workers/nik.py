"""The identity number NIK: opaque, checked in form only, masked wherever it is shown."""

import re
from datetime import date

from jamsos.errors import InputError, masked

_FORM = re.compile(r"\d{6}(\d{2})(\d{2})(\d{2})(\d{4})", re.ASCII)
WOMEN = 40
_CENTURIES = (1900, 2000)
_ALLOWED = "16 digits PPKKCC DDMMYY NNNN as text; day 01-31 or 41-71, a real date, serial not 0000"


class Nik:
    """An identity number (*nomor induk kependudukan*). It never fills a fact: not age, sex or region.

    >>> Nik("9999992905120001")
    Nik('**************01')

    Raises:
        InputError: if the form is wrong; the message shows it masked.

    """

    __slots__ = ("_digits",)

    def __init__(self, digits: object) -> None:
        if not isinstance(digits, str):
            raise InputError("NIK", type(digits).__name__, _ALLOWED, "read the NIK as text; numbers lose digits")
        found = _FORM.fullmatch(digits)
        if not found or found[4] == "0000" or not _real_date(*(int(part) for part in found.groups()[:3])):
            raise InputError("NIK", masked(digits), _ALLOWED, "check the number on the identity card")
        self._digits = digits

    def __reduce__(self) -> tuple[type["Nik"], tuple[str]]:
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

    __str__ = __repr__


def _real_date(day: int, month: int, year: int) -> bool:
    """Tell whether the date exists in some century; women's days are written plus 40."""
    day -= WOMEN if day > WOMEN else 0
    for century in _CENTURIES:
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
