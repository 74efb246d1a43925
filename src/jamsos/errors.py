"""The errors of jamsos: each names the thing, the value, what is allowed and the next step."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar, cast

T = TypeVar("T")

_LONGEST_VALUE = 80
_MOST_BITS = 128
_LIKE_A_NIK = re.compile(r"\d(?:\D?\d){15,}")
"""Sixteen digits or more of any script, single separators between them included."""
_SPACED_NIK = re.compile(r"\d(?:\D{0,3}\d){15,}")


def masked(digits: str) -> str:
    """Hide an identity number but for its last two digits.

    >>> masked("9999992905120001")
    '**************01'
    """
    return "*" * max(len(digits) - 2, 0) + digits[-2:]


def masked_in(text: str) -> str:
    """Hide whatever looks like an identity number inside a text.

    >>> masked_in("NIK 9999992905120001, one line")
    'NIK **************01, one line'
    """
    return _LIKE_A_NIK.sub(lambda found: masked(found[0]), text)


def looks_like_nik(text: str) -> bool:
    """Whether a record id holds what looks like an identity number, however it is spaced."""
    return _SPACED_NIK.search(text) is not None


def _safe(value: object) -> object:
    """What an error may keep and show of a value: plain data, masked and cut; objects by their type."""
    if not _plain(value):
        return f"a {type(value).__name__}"
    text = str(value)
    shown = masked_in(text)[:_LONGEST_VALUE]
    return value if shown == text else shown


def _plain(value: object) -> bool:
    """Whether a value is what TOML or JSON could hold, with numbers short enough to write."""
    if isinstance(value, list | tuple | dict):
        return all(_plain(item) for item in cast("Iterable[object]", value))
    if isinstance(value, int):
        return value.bit_length() <= _MOST_BITS
    return value is None or isinstance(value, str | float | date)


class JamsosError(Exception):
    """Base of every error jamsos raises.

    Args:
        thing: What was wrong, as the caller knows it (``"Worker.income"``).
        value: What was given. Identity numbers are masked, long values cut, objects named by their type.
        allowed: What would have been right.
        next_step: What to do now.

    >>> print(InputError("Month", "2026-13", "YYYY-MM with a month from 01 to 12", "correct the month"))
    Month: got '2026-13'; allowed: YYYY-MM with a month from 01 to 12. Next step: correct the month.

    """

    def __init__(self, thing: str, value: object, allowed: str, next_step: str) -> None:
        self.thing = masked_in(thing)
        self.value = _safe(value)
        self.allowed = masked_in(allowed)
        self.next_step = masked_in(next_step)
        # All four are positional so that pickle and copy rebuild the error from ``args``.
        super().__init__(self.thing, self.value, self.allowed, self.next_step)

    def __str__(self) -> str:
        return f"{self.thing}: got {self.value!r}; allowed: {self.allowed}. Next step: {self.next_step}."


class InputError(JamsosError, ValueError):
    """A fact that cannot be: a wrong type, form, range or an impossible order of events."""


class OutsideLawError(JamsosError, ValueError):
    """A priced month or event outside the law the library holds (before 1 July 2015)."""


class UndecidedError(JamsosError):
    """An amount was asked of an answer that says 'cannot decide'."""


class LawDataError(JamsosError):
    """Law or scheme data that does not hold together; ``thing`` names the place."""


class MissingExtraError(JamsosError, ImportError):
    """An optional part was used without its packages; ``next_step`` is the install command."""


class ReceiptError(JamsosError, ValueError):
    """A receipt that is malformed or was altered."""


def instead(
    work: Callable[[], T], failures: tuple[type[Exception], ...], error: Callable[[Exception], JamsosError]
) -> T:
    """Do some work; where it fails, raise an error of jamsos alone.

    The failures of other libraries hold what they worked on, identity numbers among it, and would stay the context of
    an error that is raised inside ``except``.
    """
    try:
        return work()
    except JamsosError:
        raise
    except failures as failed:
        ours = error(failed)
    raise ours
