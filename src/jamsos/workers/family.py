"""The family: who may take a benefit, and the children with their schooling."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import Attribute, field, frozen
from attrs.converters import optional

from jamsos.errors import InputError, kind_of
from jamsos.forms.fact import Fact
from jamsos.values.days import checked_year, is_day
from jamsos.values.plain import as_tuple, keep, tuple_or_none
from jamsos.workers.codes import ChildTie, Level, Will, WorkingAs
from jamsos.workers.naming import naming_fields
from jamsos.workers.worker import is_count, is_flag, is_known_count


def _is_school_year(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a school year; ``None``: not stated, or there is none."""
    if value is not None:
        name = f"{type(instance).__name__}.{attribute.name}"
        keep(instance, attribute, checked_year(value, name))


def as_school_years(years: Sequence[int] | None) -> tuple[int, ...] | None:
    """Read several school years; None where they are not known."""
    if years is None:
        return None
    # What each of them is, the validator of the field checks.
    listed: Any = as_tuple(years)
    if listed is None:
        allowed = "a tuple or list of the calendar years in which the school years begin"
        step = "write (2024, 2025), () for none, and None where they are not known"
        raise InputError("claimed_years", kind_of(years), allowed, step)
    read: tuple[int, ...] = listed
    return read


def _are_school_years(
    instance: object, attribute: "Attribute[Any]", value: tuple[int, ...] | None
) -> None:
    """Validate school years, and keep them in order, each once."""
    if value is None:
        return
    name = f"{type(instance).__name__}.{attribute.name}"
    numbered = enumerate(value)
    years = {checked_year(year, f"{name}[{number}]") for number, year in numbered}
    keep(instance, attribute, tuple(sorted(years)))


@frozen(kw_only=True, field_transformer=naming_fields)
class Child(Fact):
    """A child of the participant. Every field may be None: not known.

    >>> Child(birth=date(2017, 3, 2), level="SD", year=3, lawful=True, married=False).level
    <Level.SD: 'SD'>
    """

    birth: date | None = field(default=None, validator=is_day)
    tie: ChildTie = field(default=ChildTie.OWN, converter=ChildTie)
    """How the child belongs to the participant; it decides who is an heir."""
    level: Level | None = field(default=None, converter=optional(Level))
    """The present school level; ``none`` for a child not yet at school."""
    year: int | None = field(default=None, validator=is_count)
    """The present class within the level, from 1; 7 to 12 of SMP and SMA as the school counts."""
    studying: bool | None = field(default=None, validator=is_flag)
    """Whether the child is at school, college or training now."""
    lawful: bool | None = field(default=None, validator=is_flag)
    """*anak sah*."""
    married: bool | None = field(default=None, validator=is_flag)
    working: bool | None = field(default=None, validator=is_flag)
    working_pu_months: int | None = field(default=None, validator=is_count)
    """Consecutive months registered as a wage earner, where the child works as one."""
    working_as: WorkingAs | None = field(default=None, converter=optional(WorkingAs))
    """In which form, where the child works."""
    barred_since: date | None = field(default=None, validator=is_day)
    """The day the child married or began to work, where it did; for a claim made later."""
    accepted: bool | None = field(default=None, validator=is_flag)
    """Whether BPJS takes a child born after the event as a child of the participant before it."""
    claimed_years: tuple[int, ...] | None = field(
        default=None, converter=as_school_years, validator=_are_school_years
    )
    """The school years the scholarship was paid for, each by the calendar year it begins in."""
    last_school_year: int | None = field(default=None, validator=_is_school_year)
    """The last school year of a child that has finished or left, by the year it begins in."""
    graduated: bool = field(default=False, validator=is_flag)
    """Whether the child has finished a first degree (*S1*): no other, and no training, is paid."""
    course_changes: int = field(default=0, validator=is_known_count)
    """How often it left a study or training unfinished for another."""
    higher_since: int | None = field(default=None, validator=_is_school_year)
    """The school year of the first claim for higher education or training; after a change."""
    takes_over: int | None = field(default=None, validator=is_count)
    """The position, among the children, of one that died while it received the scholarship."""

    def __attrs_post_init__(self) -> None:
        # Before school age there is a level of its own, so no class is numbered 0.
        if self.year is not None and self.year < 1:
            step = "use level='none' for a child not yet at school"
            raise InputError("Child.year", self.year, "a class from 1 up", step)
        # Which of the two is the slip only the caller can tell.
        if self.working is False and self.working_as is not None:
            allowed = f"True or None with working_as={str(self.working_as)!r}"
            step = "leave working_as out, or correct working"
            raise InputError("Child.working", self.working, allowed, step)


def as_children(children: Sequence[Child] | None) -> tuple[Child, ...] | None:
    """Read the children of a family."""
    return tuple_or_none(Child, children, "children")


@frozen(kw_only=True, field_transformer=naming_fields)
class Family(Fact):
    """The people who may take a benefit, in the order of the law.

    None is unknown; ``False`` and the empty tuple are known to be nobody.

    >>> Family(spouse=True, children=()).children
    ()
    """

    spouse: bool | None = field(default=None, validator=is_flag)
    """Whether there is a widow or widower of a recorded marriage."""
    spouses: int | None = field(default=None, validator=is_count)
    """How many lawful widows, where there is more than one; None: not more than one."""
    unrecorded_spouse: bool = field(default=False, validator=is_flag)
    """Whether somebody claims as widow or widower of a marriage that is not recorded (*siri*)."""
    children: tuple[Child, ...] | None = field(default=None, converter=as_children)
    blood_line: bool | None = field(default=None, validator=is_flag)
    """Parents, grandparents or grandchildren alive: straight line to the second degree."""
    siblings: bool | None = field(default=None, validator=is_flag)
    parents_in_law: bool | None = field(default=None, validator=is_flag)
    will: Will | None = field(default=None, converter=optional(Will))
    outside_list: bool = field(default=False, validator=is_flag)
    """Whether a person outside the list of heirs claims, for example a nephew."""

    def __attrs_post_init__(self) -> None:
        if self.spouses is not None and (self.spouses < 1 or not self.spouse):
            raise InputError(
                "Family.spouses",
                self.spouses,
                "1 or more, where spouse is True",
                "state spouse=True, or leave spouses out",
            )
