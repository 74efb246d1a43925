"""The errors of jamsos: each names the thing, the value, what is allowed and the next step."""


class JamsosError(Exception):
    """Base of every error jamsos raises.

    Args:
        thing: What was wrong, as the caller knows it (``"Worker.income"``).
        value: What was given, already safe to show (identity numbers are masked).
        allowed: What would have been right.
        next_step: What to do now.

    >>> print(InputError("Month", "2026-13", "YYYY-MM with a month from 01 to 12", "correct the month"))
    Month: got '2026-13'; allowed: YYYY-MM with a month from 01 to 12. Next step: correct the month.

    """

    def __init__(self, thing: str, value: object, allowed: str, next_step: str) -> None:
        # All four are positional so that pickle and copy rebuild the error from ``args``.
        super().__init__(thing, value, allowed, next_step)
        self.thing = thing
        self.value = value
        self.allowed = allowed
        self.next_step = next_step

    def __str__(self) -> str:
        shown = repr(self.value)
        shown = shown if len(shown) <= _LONGEST_VALUE else shown[:_LONGEST_VALUE] + "..."
        return f"{self.thing}: got {shown}; allowed: {self.allowed}. Next step: {self.next_step}."


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


_LONGEST_VALUE = 80
