"""What every question of the door may carry, and how it names a scheme."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TypeAlias

import msgspec

from jamsos.answers.answer import Answer
from jamsos.door.detail import Detail
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError, looks_like_nik, name_meant
from jamsos.law.law import Law, current
from jamsos.values.days import WorkingDay, monday_to_friday

Schemes: TypeAlias = Mapping[str, Scheme]


class Question(
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="question",
):
    """What every question may carry."""

    id: str | None = None
    """The caller's own record id; never an identity number."""
    lang: str | None = None
    """``id`` or ``en`` to get the answer as text as well."""
    decisions: dict[str, str] = {}
    """Other answers to decisions, as ``{"D33": "unbroken"}``."""
    detail: Detail = Detail.FULL
    """How much the reply says."""
    strict: bool = False
    """Answer 'cannot decide' where an open decision was used."""
    holidays: tuple[date, ...] = ()
    """Days that are no working days besides Saturdays and Sundays."""

    @property
    def law(self) -> Law:
        """The law with the decisions of the question."""
        law = current()
        if not self.decisions and not self.strict:
            return law
        # A law for this line alone: the next one begins with the defaults again.
        return _law(law, tuple(self.decisions.items()), strict=self.strict)

    @property
    def calendar(self) -> WorkingDay:
        """Monday to Friday without the holidays given."""
        if not self.holidays:
            return monday_to_friday
        return _calendar(self.holidays)

    @abstractmethod
    def ask(self, schemes: Schemes) -> Answer:
        """Answer the question with the library."""


@lru_cache(maxsize=64)
def _law(law: Law, decisions: tuple[tuple[str, str], ...], *, strict: bool) -> Law:
    """A law with those decisions; kept, since many lines choose the same."""
    law = law.with_decisions(**dict(decisions))
    if strict:
        return law.strictly()
    return law


@lru_cache(maxsize=64)
def _calendar(holidays: tuple[date, ...]) -> WorkingDay:
    """A calendar with those holidays; kept, since what is known of a calendar is kept as well."""
    off = frozenset(holidays)
    return lambda day: monday_to_friday(day) and day not in off


def checked_record(record: str | None) -> str | None:
    """Return the caller's record id, which is repeated in replies that people keep and pass on.

    Raises:
        InputError: for what looks like an identity number.

    """
    if record is not None and looks_like_nik(record):
        step = "never use a NIK as a record id"
        raise InputError("id", record, "the caller's own record id", step)
    return record


def scheme_named(name: str | None, schemes: Schemes) -> Scheme | None:
    """The scheme of that id among those the door was opened with."""
    if name is None:
        return None
    if name not in schemes:
        step = f"{name_meant(name, schemes)}; load another with --scheme FILE"
        raise InputError("scheme", name, f"one of {sorted(schemes)}", step)
    return schemes[name]
