"""What a measured workbook is, and how one is refused."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from jamsos.errors import T
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.long_sheets import LongSheet
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.problems import Problem

_WORKBOOK = "an Excel workbook (.xlsx, .xlsm, .xlsb, .xls) or an OpenDocument one (.ods)"
_STEP = "open it in a spreadsheet, copy the list into a new workbook and save that"


_PANIC = "PanicException"
"""How a library in Rust fails that did not foresee something; no kind of Exception."""


class ReaderFailedError(Exception):
    """A reader met what it did not foresee."""


class BadCell(NamedTuple):
    """A cell without a value that could be trusted."""

    row: int
    """The first row is 1."""
    column: int
    """The first column is 0."""
    problem: Problem


class MeasuredPackage(NamedTuple):
    """A workbook that is safe to open."""

    content: io.BytesIO
    """The parts that cells need, in a zip that packs nothing; without the long sheets."""
    bad: Mapping[int, Sequence[BadCell]]
    """The cells whose value cannot be trusted, by the place of their sheet; the first is 0."""
    from_1904: bool
    """Whether its days are numbered from 1904."""
    long_sheets: Mapping[int, LongSheet] = {}
    """The sheets that are read in pieces, by their place."""


def no_workbook(name: str) -> Callable[[Exception], RefusedFileError]:
    """The error of a file that cannot be read: the kind of the failure, nothing of the file."""

    def error(failure: Exception) -> RefusedFileError:
        # A reader that asks for the password knows best that there is one.
        if type(failure).__name__ == "PasswordError":
            return locked(name)
        return refused(Refusal.DAMAGED, name, type(failure).__name__)

    return error


def foreseen(work: Callable[[], T]) -> T:
    """Do some work of a reader; what it did not foresee becomes an error like any other.

    Raises:
        ReaderFailedError: where it panics.

    """
    try:
        return work()
    except BaseException as failed:
        if type(failed).__name__ != _PANIC:
            raise
    # Raised out here, because the panic may tell of what is in the file.
    raise ReaderFailedError


def locked(name: str) -> RefusedFileError:
    """The error of a workbook that only opens with its password."""
    step = "open it with its password, save a copy without one, and read that"
    allowed = "a workbook without a password"
    return refusal(Refusal.LOCKED, name, "a locked workbook", allowed, step)


def refused(
    why: Refusal, name: str, value: object, allowed: str = _WORKBOOK, step: str = _STEP
) -> RefusedFileError:
    """The error of a workbook that cannot be taken."""
    return refusal(why, name, value, allowed, step)


def check_letters(name: str, letters: int, limits: Limits) -> None:
    """Refuse more text than fits into memory."""
    if letters > limits.text:
        allowed = f"at most {limits.text}"
        value = f"{letters} letters"
        raise refused(Refusal.LETTERS, name, value, allowed, "shorten the long texts")
