"""What every question of the door may carry, and how it names a scheme."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import msgspec

from jamsos.answers.answer import Answer
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, current
from jamsos.values.days import WorkingDay, monday_to_friday

Schemes: TypeAlias = Mapping[str, Scheme]


class Question(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="question"):
    """What every question may carry."""

    id: str | None = None
    """The caller's own record id; never an identity number."""
    lang: str | None = None
    """``id`` or ``en`` to get the answer as text as well."""
    readings: dict[str, str] = {}
    """Decisions read otherwise, as ``{"D33": "unbroken"}``."""
    strict: bool = False
    """Answer 'cannot decide' where an open decision was used."""
    holidays: tuple[date, ...] = ()
    """Days that are no working days beside Saturdays and Sundays."""

    @property
    def law(self) -> Law:
        """The law as the question wants it read."""
        law = current().reading(**self.readings)
        return law.strictly() if self.strict else law

    @property
    def calendar(self) -> WorkingDay:
        """Monday to Friday without the holidays given."""
        off = frozenset(self.holidays)
        return lambda day: monday_to_friday(day) and day not in off

    @abstractmethod
    def ask(self, schemes: Schemes) -> Answer:
        """Answer the question with the library."""


def scheme_named(name: str | None, schemes: Schemes) -> Scheme | None:
    """The scheme of that id among those the door was opened with."""
    if name is not None and name not in schemes:
        raise InputError("scheme", name, f"one of {sorted(schemes)}", "load its file with --scheme FILE")
    return None if name is None else schemes[name]
