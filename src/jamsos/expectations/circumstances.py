"""Whom an event meets: the families, and how long was paid before."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen
from dateutil.relativedelta import relativedelta

from jamsos.answers.texts import Arg, Text, listed
from jamsos.errors import InputError
from jamsos.expectations.shares import checked_share, whole_half_up
from jamsos.values.days import is_known_plausible_day
from jamsos.values.money import MILLION
from jamsos.values.plain import as_tuple, checked_kind, checked_tuple
from jamsos.workers.codes import Level
from jamsos.workers.family import Child, Family
from jamsos.workers.work_accident import WorkAccident
from jamsos.workers.worker import MOST_COUNTED, checked_count

_OF_ONE_YEAR = ("barred_since", "claimed_years", "last_school_year", "higher_since", "takes_over")
"""Facts of a child that belong to one year, or to another child: no typical family has them."""


def _share(value: object) -> Fraction:
    return checked_share(value, "Household.share")


@frozen(kw_only=True)
class Household:
    """A kind of family, and the share of people who have it.

    The children are those who take the scholarship, in the class and of the age they have on the
    day of :attr:`Circumstances.as_of`. They are as old, and in the same class, whenever the event
    happens: the families stay as they are while single children grow up.
    """

    share: Fraction = field(converter=_share)
    """The share of people with such a family; those of all households make up 1."""
    family: Family

    def __attrs_post_init__(self) -> None:
        family = checked_kind(Family, self.family, "Household.family")
        if family.children is None:
            step = "state the children, and () for none"
            raise InputError("Family.children", None, "known children", step)
        for child in family.children:
            _check_child(child)

    def on(self, day: date, as_of: date) -> Family:
        """The family on the day of an event."""
        moved = [_born_earlier(child, day - as_of) for child in self.family.children or ()]
        return evolve(self.family, children=tuple(moved))


def _check_child(child: Child) -> None:
    if child.level in {None, Level.NONE} or child.year is None or child.birth is None:
        step = "state birth, level and year, and leave out children who are not yet at school"
        raise InputError("Family.children", child, "children at school", step)
    for name in _OF_ONE_YEAR:
        if getattr(child, name) is not None:
            value = getattr(child, name)
            step = "leave it out: it belongs to one year, and the event may be in any"
            raise InputError(f"Child.{name}", value, "None", step)


def _born_earlier(child: Child, later: timedelta) -> Child:
    # Never missing here: a household is refused without it.
    birth = child.birth or date.min
    return evolve(child, birth=birth + later)


def _prior(value: object) -> int:
    return checked_count(value, "prior_months", MOST_COUNTED)


def _households(value: object) -> tuple[Household, ...]:
    step = "build it with jamsos.expectations.Household(...)"
    several = as_tuple(value)
    if several is None:
        return (checked_kind(Household, value, "households", step),)
    return checked_tuple(Household, several, "households", step)


@frozen(kw_only=True)
class Circumstances:
    """What has to be supposed of the people beside the rates; nothing of it is guessed.

    Raises:
        InputError: for households whose shares do not make up 1.

    """

    prior_months: int = field(converter=_prior)
    """The months paid before the first month of the scenario, without a gap, by those who are there
    then. Whoever joins later has paid for no month before."""
    households: tuple[Household, ...] = field(converter=_households)
    as_of: date = field(validator=is_known_plausible_day)
    """The day on which the children are as old as stated."""

    def __attrs_post_init__(self) -> None:
        whole = sum((one.share for one in self.households), Fraction(0))
        if whole != 1:
            step = "state a household without children for the others"
            raise InputError("households", str(whole), "shares that make up 1", step)

    @property
    def stated(self) -> tuple[Text, ...]:
        """The circumstances in words, as assumptions."""
        texts = [Text("expectation.prior", {"months": self.prior_months})]
        for household in self.households:
            children = [
                _child_in_words(child, self.as_of) for child in household.family.children or ()
            ]
            args: dict[str, Arg] = {
                "share": whole_half_up(household.share * MILLION),
                "children": listed(children) if children else Text("expectation.no_children"),
            }
            texts.append(Text("expectation.household", args))
        return tuple(texts)


def _child_in_words(child: Child, day: date) -> Text:
    args: dict[str, Arg] = {
        "level": Text(f"level.{child.level}"),
        "year": child.year or 0,
        "age": relativedelta(day, child.birth).years,
    }
    return Text("expectation.child", args)


def accident_on(accident: WorkAccident, day: date) -> WorkAccident:
    """An accident with its spells, moved to another day.

    >>> from jamsos.workers.work_accident import Incapacity
    >>> spell = Incapacity(first=date(2026, 1, 5), last=date(2026, 1, 9))
    >>> fall = WorkAccident(on=date(2026, 1, 5), unable=(spell,))
    >>> accident_on(fall, date(2026, 3, 15)).unable
    (Incapacity(first=datetime.date(2026, 3, 15), last=datetime.date(2026, 3, 19)),)
    """
    later = day - accident.on
    recommended = accident.home_care_recommended_on
    return evolve(
        accident,
        on=day,
        unable=_moved(accident.unable, later),
        home_care=_moved(accident.home_care, later),
        home_care_recommended_on=None if recommended is None else recommended + later,
    )


def _moved(spells: Sequence[Any] | None, later: timedelta) -> tuple[Any, ...] | None:
    if spells is None:
        return None
    return tuple(
        evolve(one, first=one.first + later, last=None if one.last is None else one.last + later)
        for one in spells
    )
