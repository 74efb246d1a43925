"""How often something happens to people in a year, as the caller supposes it."""

from datetime import date
from fractions import Fraction
from typing import Any, cast

from attrs import field, frozen

from jamsos.answers.texts import Arg, Text, number
from jamsos.errors import InputError, kind_of
from jamsos.expectations.accident_words import accident_in_words
from jamsos.expectations.shares import checked_share
from jamsos.values.plain import as_tuple, checked_kind
from jamsos.values.words import reached
from jamsos.workers.closed_list import checked_code, code_or_none
from jamsos.workers.codes import Category, Cause
from jamsos.workers.work_accident import WorkAccident
from jamsos.workers.worker import YEARS_A_LIFE, Worker, checked_count

_THOUSAND = 1000
_PAIR = 2


def _yearly(value: object) -> Fraction:
    return checked_share(value, "yearly")


def _category(value: object) -> Category | None:
    return code_or_none(Category, value, "category")


def _ages(value: object) -> tuple[int, int] | None:
    """The youngest and the oldest, both included; None: everybody."""
    if value is None:
        return None
    pair = as_tuple(value)
    if pair is None or len(pair) != _PAIR:
        raise InputError("ages", value, "the youngest and the oldest", "write ages=(15, 44)")
    youngest, oldest = (checked_count(age, "ages", YEARS_A_LIFE) for age in pair)
    if oldest < youngest:
        raise InputError("ages", value, "the youngest first", "exchange the two")
    return youngest, oldest


@frozen(kw_only=True, repr=False)
class Rate:
    """How often one kind of event happens to a person in a year, as somebody supposes it.

    :meth:`of_death` and :meth:`of_accident` make one. A rate may hold for one category, or for some
    ages; together the rates of one name have to hold for everybody, each person once.

    >>> Rate.of_death("3 per 1000", ages=(15, 44))
    <Rate 'other': 3 per 1,000>
    """

    name: str
    """What happens; rates of one name are of one kind of event."""
    yearly: Fraction = field(converter=_yearly)
    """The share of people to whom it happens in a year; a twelfth of it in each month."""
    cause: Cause
    accident: WorkAccident | None = None
    """What the accident costs and leaves, as of its own day; None: the person dies."""
    category: Category | None = field(default=None, converter=_category)
    ages: tuple[int, int] | None = field(default=None, converter=_ages)
    """The youngest and the oldest for whom it holds, in years that are completed."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(cast("object", self.name), str) or not self.name:
            raise InputError("name", kind_of(self.name), "a text", "name what happens")

    @classmethod
    def of_death(
        cls,
        yearly: object,
        *,
        cause: Cause | str = Cause.OTHER,
        category: Category | str | None = None,
        ages: tuple[int, int] | None = None,
    ) -> "Rate":
        """The rate of deaths of a cause.

        Args:
            yearly: The share of people who die of it in a year, as ``"3 per 1000"``.
            cause: ``other``, ``work_accident`` or ``occupational_disease``.
            category: Whom it holds for; None: everybody.
            ages: The youngest and the oldest, both included.

        Raises:
            InputError: for a float, and whatever is no share, cause, category or age.

        """
        stated: Any = yearly
        of = checked_code(Cause, cause, "cause")
        return cls(name=str(of), yearly=stated, cause=of, category=category, ages=ages)

    @classmethod
    def of_accident(
        cls,
        name: str,
        yearly: object,
        accident: WorkAccident,
        *,
        category: Category | str | None = None,
        ages: tuple[int, int] | None = None,
    ) -> "Rate":
        """The rate of accidents, or of diseases of the work, that are survived.

        Args:
            name: What it is called in the tables.
            yearly: How many there are for each person in a year, as ``"2 per 1000"``.
            accident: What one of them costs and leaves; its days are moved to those of the event.
                A cost that is not stated there is not counted.
            category: Whom it holds for; None: everybody.
            ages: The youngest and the oldest, both included.

        Raises:
            InputError: for a float, and whatever is no share, accident, category or age.

        """
        stated: Any = yearly
        facts = checked_kind(WorkAccident, accident, "accident")
        if name in set(Cause):
            raise InputError("name", name, "a name no cause of death has", "name the accident")
        return cls(
            name=name,
            yearly=stated,
            cause=facts.cause,
            accident=facts,
            category=category,
            ages=ages,
        )

    @property
    def monthly(self) -> Fraction:
        """The share of people to whom it happens in a month: a twelfth of the yearly one."""
        return self.yearly / MONTHS

    @property
    def depends_on_family(self) -> bool:
        """Whether a scholarship may follow: after a death, and a total permanent disability."""
        return self.accident is None or self.accident.total_permanent is not False

    def holds_for(self, worker: Worker, day: date) -> bool:
        """Whether it is the rate of a worker on a day.

        Raises:
            InputError: for a rate by age where the birth date is not known.

        """
        if self.category is not None and worker.category is not self.category:
            return False
        if self.ages is None:
            return True
        if worker.birth is None:
            step = f"state Worker.birth, or a rate {self.name!r} for all ages"
            raise InputError("Worker.birth", None, "a birth date for a rate by age", step)
        return self.holds_at_age(worker.birth, day)

    def holds_at_age(self, birth: date, day: date) -> bool:
        """Whether somebody born on a day is of the ages of the rate on another."""
        youngest, oldest = self.ages or (0, YEARS_A_LIFE)
        return reached(birth, day, youngest) and not reached(birth, day, oldest + 1)

    @property
    def event(self) -> Text | str:
        """What happens, in words."""
        if self.accident is None:
            return Text("expectation.death", {"cause": Text(f"cause.{self.cause}")})
        return self.name

    @property
    def stated(self) -> Text:
        """The rate in words, as an assumption."""
        args: dict[str, Arg] = {
            "event": self.event,
            "count": self.yearly * _THOUSAND,
            "whom": self._whom(),
        }
        rate = Text("expectation.rate", args)
        if self.accident is None:
            return rate
        facts = accident_in_words(self.accident)
        return Text("expectation.accident", {"rate": rate, "facts": facts})

    def _whom(self) -> Text:
        whom = Text("expectation.everybody")
        if self.category is not None:
            whom = Text(f"category.{self.category}")
        if self.ages is None:
            return whom
        youngest, oldest = self.ages
        return Text("expectation.ages", {"whom": whom, "youngest": youngest, "oldest": oldest})

    def __repr__(self) -> str:
        return f"<Rate {self.name!r}: {number(self.yearly * _THOUSAND, 'en')} per 1,000>"


MONTHS = 12
"""The months of a year."""
