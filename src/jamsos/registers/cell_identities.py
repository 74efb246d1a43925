"""NIK and KK as people type them. An identity is never repaired by guess (rules K4, K5)."""

import re
from unicodedata import decimal

from jamsos.errors import InputError
from jamsos.registers.cells import Cell, Problem, Repair, nothing
from jamsos.registers.layout import NIK_DIGITS
from jamsos.workers.nik import Nik

_SEPARATORS = re.compile(r"[ .\-_/,]")
_APOSTROPHES = re.compile("['\u2018\u2019\u201b`\u00b4]")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE | re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_ALIKE = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}
"""Letters that stand for digits; who typed them must say so."""

CLEAN = (
    r"^[0-9]{6}(?:"
    r"(?:0[1-9]|1[0-9]|2[0-8]|4[1-9]|5[0-9]|6[0-8])(?:0[1-9]|1[0-2])|"
    r"(?:29|30|69|70)(?:0[13-9]|1[0-2])|"
    r"(?:31|71)(?:0[13578]|1[02])"
    r")[0-9]{2}(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)$"
)
"""A number that needs no second look, in digits of ASCII only; 29 February is looked at by itself."""
CLEAN_KK = CLEAN.replace("|4[1-9]|5[0-9]|6[0-8]", "").replace("29|30|69|70", "29|30").replace("31|71", "31")
"""The number of a family card: the day of its recording is never plus 40."""
_LAST_OF_MONTH = "31"
_DAY = re.compile(r"\d{6}(\d\d)", re.ASCII)


def read_nik(text: str, numeric: bool) -> Cell:
    """Read a NIK: separators are dropped, letters and numeric cells are to be checked, other lengths refused.

    >>> read_nik("999999 290512 0001", False).value
    '9999992905120001'
    >>> read_nik("9,99999E+15", False).problem
    <Problem.IDENTITY_SCIENTIFIC: 'identity.scientific'>
    """
    bare = _SEPARATORS.sub("", text)
    plain = _APOSTROPHES.sub("", bare)
    if nothing(text) or set(plain) <= {"0"}:
        return Cell(repair=Repair.ZERO if plain.startswith("0") else Repair.MISSING)
    if _SCIENTIFIC.fullmatch(_APOSTROPHES.sub("", text)):
        return Cell(problem=Problem.IDENTITY_SCIENTIFIC)
    if numeric:
        return Cell(problem=Problem.IDENTITY_NUMBER)
    if not _DIGITS.fullmatch(plain):
        return _with_letters(plain)
    problem = _of_form(plain)
    if problem:
        return Cell(problem=problem)
    return Cell(plain, (Repair.APOSTROPHE if plain != bare else Repair.SEPARATORS) if plain != text else None)


def read_kk(text: str, numeric: bool) -> Cell:
    """Read the number of a family card; one that cannot be is to be checked, and its row stands (K6)."""
    cell = read_nik(text, numeric)
    day = _DAY.match(cell.value or "")
    return Cell(problem=Problem.IDENTITY_DATE) if day and day[1] > _LAST_OF_MONTH else cell


def _of_form(digits: str) -> Problem | None:
    if len(digits) != NIK_DIGITS:
        return Problem.IDENTITY_LENGTH
    if digits.endswith("0000"):
        return Problem.IDENTITY_SERIAL
    try:
        Nik(digits)
    except InputError:
        return Problem.IDENTITY_DATE
    return None


def _with_letters(plain: str) -> Cell:
    """Letters like digits, or digits of another script: say which letters, show no number."""
    meant = "".join(_ALIKE.get(letter, str(decimal(letter, letter))) for letter in plain)
    if not _DIGITS.fullmatch(meant) or _of_form(meant):
        return Cell(problem=Problem.IDENTITY_CHARACTERS)
    typed = sorted({letter for letter in plain if letter in _ALIKE})
    return Cell(problem=Problem.IDENTITY_LETTERS, hint=", ".join(f"{letter} = {_ALIKE[letter]}" for letter in typed))
