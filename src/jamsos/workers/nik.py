"""The identity number NIK: opaque, checked in form only, masked wherever it is shown."""

import re
from datetime import date

from attrs import field, frozen

from jamsos.errors import InputError

_FORM = re.compile(r"\d{6}(\d{2})(\d{2})(\d{2})(\d{4})", re.ASCII)
_WOMEN = 40
_CENTURIES = (1900, 2000)
_ALLOWED = "16 digits PPKKCC DDMMYY NNNN as text; day 01-31 or 41-71, a real date, serial not 0000"


def masked(digits: str) -> str:
    """Hide an identity number but for its last two digits.

    >>> masked("9999992905120001")
    '**************01'
    """
    return "*" * max(len(digits) - 2, 0) + digits[-2:]


@frozen(repr=False)
class Nik:
    """An identity number (*nomor induk kependudukan*). It never fills a fact: not age, sex or region.

    >>> Nik("9999992905120001")
    Nik('**************01')

    Raises:
        InputError: if the form is wrong; the message shows it masked.
    """

    _digits: str = field()

    @_digits.validator
    def _form(self, _attribute: object, value: object) -> None:
        if not isinstance(value, str):
            raise InputError("NIK", type(value).__name__, _ALLOWED, "read the NIK as text; numbers lose digits")
        found = _FORM.fullmatch(value)
        if not found or found[4] == "0000" or not _real_date(*(int(part) for part in found.groups()[:3])):
            raise InputError("NIK", masked(value), _ALLOWED, "check the number on the identity card")

    def reveal(self) -> str:
        """Give the digits; the one place where they leave the object."""
        return self._digits

    def __repr__(self) -> str:
        return f"Nik({masked(self._digits)!r})"

    __str__ = __repr__


def _real_date(day: int, month: int, year: int) -> bool:
    """Tell whether the date exists in some century; women's days are written plus 40."""
    day -= _WOMEN if day > _WOMEN else 0
    for century in _CENTURIES:
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
