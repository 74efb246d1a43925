"""The errors of jamsos: each names the thing, the value, what is allowed and the next step."""

import builtins
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Self, TypeVar, cast

T = TypeVar("T")

_LONGEST_VALUE = 80
_MOST_BITS = 128
_NEAR = 7 / 10
"""How much of two names is the same; two letters of three are not near: JKX may be JKK or JKM."""
_LIKE_A_NIK = re.compile(r"\d(?:\D?\d){15,}")
"""Sixteen digits or more of any script, single separators between them included."""
_NEARLY_A_NIK = re.compile(r"\d{12,}")
"""What is left of a NIK that was mistyped, a letter among its digits or one lost."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d")
"""An hour with its time zone: as many digits as an identity number, and none of one."""
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
    return _LIKE_A_NIK.sub(_masked_match, text)


def _masked_match(found: re.Match[str]) -> str:
    digits = found[0]
    if _MOMENT.fullmatch(digits):
        return digits
    return masked(digits)


def _masked_text(text: str) -> str:
    """Hide in a text of an error also what is left of an identity number that was mistyped."""
    return _NEARLY_A_NIK.sub(_masked_match, masked_in(text))


def looks_like_nik(text: str) -> bool:
    """Whether a record id holds what looks like an identity number, however it is spaced."""
    return _SPACED_NIK.search(text) is not None


class _Kind(str):
    """What a value is, in its place; no quotes make it a text that was given."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def kind_of(value: object) -> object:
    """What a value is, for an error that is about its kind.

    >>> kind_of({"income": 900_000}), kind_of(900_000), kind_of(date), kind_of(None)
    (a dict, an int, the class date, None)
    """
    if value is None:
        return None
    if isinstance(value, type):
        return _Kind(f"the class {_class_name(cast('type[object]', value))}")
    return _Kind(with_article(_class_name(type(value))))


def with_article(name: str) -> str:
    """A class, as one of its kind.

    >>> with_article("Event"), with_article("Worker")
    ('an Event', 'a Worker')
    """
    article = "an" if name[0] in "AEIOUaeiou" else "a"
    return f"{article} {name}"


def _safe(value: object) -> object:
    """What an error may keep of a value: plain data, masked and cut; of objects their kind."""
    # Their own form tells the kind and the number.
    if isinstance(value, Fraction | Decimal):
        return _Kind(masked_in(repr(value))[:_LONGEST_VALUE])
    if not _plain(value):
        return kind_of(value)
    text = str(value)
    # An amount is a number and may be as long; a number of a person is kept as text.
    hidden = masked_in(text) if isinstance(value, int | float) else _masked_text(text)
    shown = hidden[:_LONGEST_VALUE]
    if shown == text:
        return value
    return shown


def _class_name(kind: type[object]) -> str:
    """The name of a class; with its library where Python has one of the same name."""
    if kind.__module__ != "builtins" and kind.__name__ in vars(builtins):
        return f"{kind.__module__}.{kind.__name__}"
    return kind.__name__


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
        value: What was given. Identity numbers are masked, long values cut, objects named by
            their type.
        allowed: What would have been right.
        next_step: What to do now.

    >>> print(InputError("Month", "2026-13", "YYYY-MM, month 01 to 12", "correct the month"))
    Month: got '2026-13'; allowed: YYYY-MM, month 01 to 12. Next step: correct the month.

    """

    def __init__(self, thing: str, value: object, allowed: str, next_step: str) -> None:
        self.thing = _masked_text(thing)
        self.value = _safe(value)
        self.allowed = masked_in(allowed)
        self.next_step = _masked_text(next_step)
        # All four are positional so that pickle and copy rebuild the error from ``args``.
        super().__init__(self.thing, self.value, self.allowed, self.next_step)

    def about(self, thing: str) -> Self:
        """The same error by the name of the field or the argument; a place inside it stays.

        >>> InputError("children[1]", "Ani", "a Child", "build it").about("Family.children").thing
        'Family.children[1]'
        """
        _, bracket, inside = self.thing.partition("[")
        place = f"{thing}{bracket}{inside}"
        _, *others = self.args
        return type(self)(place, *others)

    def __str__(self) -> str:
        problem = f"{self.thing}: got {self.value!r}; allowed: {self.allowed}."
        return f"{problem} Next step: {self.next_step}."


class InputError(JamsosError, ValueError):
    """An invalid fact: wrong type, format or range, or events in an impossible order."""


def refuse_identity_numbers(words: str, thing: str) -> None:
    """Refuse words with an identity number: they stand in titles, receipts and files passed on.

    Raises:
        InputError: with the number masked.

    """
    if looks_like_nik(words):
        raise InputError(thing, words, "words without identity numbers", "leave the number out")


class OutsideLawError(JamsosError, ValueError):
    """A priced month or event outside the law the library holds (before 1 July 2015)."""


class UndecidedError(JamsosError):
    """An amount was asked of an answer that says 'cannot decide'."""


class MisuseError(JamsosError, TypeError):
    """A use the object does not allow: editing what is read only, an answer as a condition."""


class LawDataError(JamsosError):
    """Law or scheme data that does not hold together; ``thing`` names the place."""


class MissingExtraError(JamsosError, ImportError):
    """An optional part was used without its packages; ``next_step`` is the install command."""


class ReceiptError(JamsosError, ValueError):
    """A receipt that is malformed or was altered."""


def nearest(written: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, capital letters aside; None where none is near.

    >>> nearest("KUTM", ["kutim", "kukar"]), nearest("xyz", ["kutim"])
    ('kutim', None)
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only where an error is made

    folded = {name.casefold(): name for name in names}
    near = get_close_matches(written.casefold(), folded, n=1, cutoff=_NEAR)
    return folded[near[0]] if near else None


def name_meant(written: object, names: Iterable[str]) -> str:
    """The next step for a name that is not among those there are.

    >>> name_meant("kutm", ["kutim"]), name_meant(5, ["kutim"])
    ("write 'kutim' if that is meant", 'choose one of these')
    """
    near = nearest(written, names) if isinstance(written, str) else None
    if near is None:
        return "choose one of these"
    return f"write {near!r} if that is meant"


def instead(
    work: Callable[[], T],
    failures: tuple[type[Exception], ...],
    error: Callable[[Exception], JamsosError],
) -> T:
    """Do some work; where it fails, raise an error of jamsos alone.

    The failures of other libraries hold what they worked on, identity numbers included, and would
    stay the context of an error raised inside ``except``.
    """
    try:
        return work()
    except JamsosError:
        raise
    except failures as failed:
        ours = error(failed)
    raise ours
