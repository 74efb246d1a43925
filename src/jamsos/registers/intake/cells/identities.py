"""NIK and KK as people type them. An identity is never repaired by a guess (rules K4, K5)."""

import re
from unicodedata import decimal

from jamsos.errors import InputError
from jamsos.registers.intake.cells.cell import Cell, nothing, words
from jamsos.registers.intake.cells.words import plain as plain_word
from jamsos.registers.layout import NIK_DIGITS
from jamsos.registers.problems import Problem, Repair
from jamsos.workers.nik import Nik

_SEPARATORS = re.compile(r"[ .\-_/,]")
_APOSTROPHES = re.compile("['\u2018\u2019\u201b`\u00b4]")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE | re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_POINT_ZERO = re.compile(r"(\d{16})[.,]0+", re.ASCII)
_TEXT_FORMULA = re.compile(r"=?[\"\u201c\u201d]+([^\"]+)[\"\u201c\u201d]+")
"""How files keep a number as text for a spreadsheet: ="6408..."."""
_EXACT = 2**53
"""Up to here programs keep every whole number exactly, digit by digit."""
_ALIKE = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}
"""Letters that look like digits; only the person who typed them can say which were meant."""

CLEAN = (
    r"^[0-9]{6}(?:"
    r"(?:0[1-9]|1[0-9]|2[0-8]|4[1-9]|5[0-9]|6[0-8])(?:0[1-9]|1[0-2])|"
    r"(?:29|30|69|70)(?:0[13-9]|1[0-2])|"
    r"(?:31|71)(?:0[13578]|1[02])"
    r")[0-9]{2}(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)$"
)
"""A number that needs no second look, in digits of ASCII only; 29 February needs one."""
CLEAN_KK = (
    CLEAN.replace("|4[1-9]|5[0-9]|6[0-8]", "")
    .replace("29|30|69|70", "29|30")
    .replace("31|71", "31")
)
"""The number of a family card: the day of its recording never has 40 added."""
_CLEAN = re.compile(CLEAN, re.ASCII)
_LAST_OF_MONTH = "31"
_DAY = re.compile(r"\d{6}(\d\d)", re.ASCII)


def read_nik(text: str, numeric: bool) -> Cell:
    """Read a NIK.

    Separators are dropped, letters and numeric cells are to be checked, other lengths refused.

    >>> read_nik("999999 290512 0001", False).value
    '9999992905120001'
    >>> read_nik("9,99999E+15", False).problem
    <Problem.IDENTITY_SCIENTIFIC: 'identity.scientific'>
    """
    bare = _SEPARATORS.sub("", text)
    digits = _APOSTROPHES.sub("", bare)
    # Of thousands that are written with signs most need no look at anything else.
    if _CLEAN.match(digits) and not numeric:
        return Cell(digits, _repair(text, bare, digits))
    if plain_word(text) in words("no_nik_yet"):
        return Cell(problem=Problem.IDENTITY_MISSING, hint=text)
    point_zero = _POINT_ZERO.fullmatch(text)
    if point_zero:
        return _of_number(point_zero[1])
    as_text = _TEXT_FORMULA.fullmatch(text)
    if as_text:
        return _of_formula(as_text[1], numeric)
    return _in_digits(text, numeric)


def _of_formula(inside: str, numeric: bool) -> Cell:
    """A number that a file keeps as text by way of a formula."""
    cell = _in_digits(inside, numeric)
    if cell.value is None:
        return cell
    return Cell(cell.value, Repair.AS_TEXT)


def _in_digits(text: str, numeric: bool) -> Cell:
    """Sixteen digits, perhaps with separators or an apostrophe."""
    bare = _SEPARATORS.sub("", text)
    plain = _APOSTROPHES.sub("", bare)
    only_zeros = set(plain) <= {"0"}
    if only_zeros and plain:
        return Cell(repair=Repair.ZERO)
    if only_zeros or nothing(text):
        return Cell(repair=Repair.MISSING)
    if _SCIENTIFIC.fullmatch(_APOSTROPHES.sub("", text)):
        return Cell(problem=Problem.IDENTITY_SCIENTIFIC)
    # A spreadsheet keeps fifteen digits of a number: the sixteenth is lost, whatever it shows.
    if numeric:
        return Cell(problem=Problem.IDENTITY_NUMBER)
    if not _DIGITS.fullmatch(plain):
        return _with_letters(plain)
    problem = _of_form(plain)
    if problem:
        return Cell(problem=problem)
    return Cell(plain, _repair(text, bare, plain))


def _of_number(digits: str) -> Cell:
    """A number that a program wrote with a decimal point.

    A spreadsheet would have made its last digit 0; where it is another, and the number small
    enough to be kept exactly, no digit was lost.
    """
    if digits.endswith("0") or int(digits) > _EXACT:
        return Cell(problem=Problem.IDENTITY_NUMBER)
    problem = _of_form(digits)
    if problem:
        return Cell(problem=problem)
    return Cell(digits, Repair.POINT_ZERO)


def _repair(text: str, bare: str, plain: str) -> Repair | None:
    """What had to be taken out of the digits."""
    if plain != bare:
        return Repair.APOSTROPHE
    if plain != text:
        return Repair.SEPARATORS
    return None


def read_kk(text: str, numeric: bool) -> Cell:
    """Read the number of a family card; an impossible one is to be checked, its row stands (K6)."""
    cell = read_nik(text, numeric)
    # A household without a card yet lacks nothing that its people need.
    if cell.problem is Problem.IDENTITY_MISSING:
        return Cell(repair=Repair.MISSING)
    if cell.value is None:
        return cell
    day = _DAY.match(cell.value)
    if day and day[1] > _LAST_OF_MONTH:
        return Cell(problem=Problem.IDENTITY_DATE)
    return cell


def _of_form(digits: str) -> Problem | None:
    if len(digits) != NIK_DIGITS:
        return Problem.IDENTITY_LENGTH
    # The serial number at the end of a NIK begins at 0001.
    if digits.endswith("0000"):
        return Problem.IDENTITY_SERIAL
    try:
        Nik(digits)
    except InputError:
        return Problem.IDENTITY_DATE
    return None


def _with_letters(plain: str) -> Cell:
    """Letters like digits, or digits of another script: say which letters, show no number."""
    meant = "".join(_digit_of(letter) for letter in plain)
    if not _DIGITS.fullmatch(meant) or _of_form(meant):
        return Cell(problem=Problem.IDENTITY_CHARACTERS)
    hints: list[str] = []
    for letter in sorted(_ALIKE):
        if letter in plain:
            hints.append(f"{letter} = {_ALIKE[letter]}")
    return Cell(problem=Problem.IDENTITY_LETTERS, hint=", ".join(hints))


def _digit_of(letter: str) -> str:
    """The digit a letter looks like or is in another script; else the letter itself."""
    if letter in _ALIKE:
        return _ALIKE[letter]
    return str(decimal(letter, letter))
