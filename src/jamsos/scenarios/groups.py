"""Groups of people who are alike, with head counts that may grow or be shared out anew."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias, cast

from attrs import evolve, field, frozen

from jamsos.errors import InputError, kind_of, name_meant
from jamsos.values.days import is_day
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.months import Month, checked_month
from jamsos.values.plain import as_table, as_whole, checked_kind, checked_whole
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import Category, Payer
from jamsos.workers.worker import Worker

_HUNDRED = 100
"""Per cent."""

Growth: TypeAlias = Mapping[Month, int]
"""How many people there are from which month on."""

_ALWAYS = Month.of("1900-01")
"""From when on a number of people stands that was stated without a month."""


def _growth(people: object) -> Growth:
    """The numbers of people by month, in the order of the months."""
    if not isinstance(people, Mapping):
        return FrozenMapping({_ALWAYS: checked_whole(people, "people", 0)})
    stated = cast("Mapping[object, object]", people)
    counts: dict[Month, int] = {}
    for month, count in stated.items():
        counts[checked_month(month, "people")] = checked_whole(count, f"people[{month}]", 0)
    if not counts:
        raise InputError("people", {}, "a number, or numbers by month", "state at least one month")
    return FrozenMapping(dict(sorted(counts.items())))


def payer_of(payer: object) -> Payer | None:
    """Who pays, by any spelling of the code; None: not said."""
    return code_or_none(Payer, payer, "payer")


@frozen(repr=False)
class Group:
    """People who are alike: one worker stands for all of them.

    >>> Group(Worker(kind="independent", income=900_000), people={"2026-01": 10, "2026-07": 25})
    <Group of 10 to 25 people>
    """

    worker: Worker
    people: Growth = field(kw_only=True, converter=_growth)
    """A number of people, or by the month from which on there are so many."""
    kecamatan: str | None = field(default=None, kw_only=True)
    village: str | None = field(default=None, kw_only=True)
    payer: Payer | None = field(default=None, kw_only=True, converter=payer_of)
    """Who pays for them where the scenario does not say."""
    number_issued: date | None = field(default=None, kw_only=True, validator=is_day)
    """Since when they are members, for entry and for what a death gives; None: not members yet,
    whose death is asked about as if they had long been."""
    children: int | None = field(default=None, kw_only=True)
    """How many children of each might receive the scholarship; None: not known."""

    def __attrs_post_init__(self) -> None:
        checked_kind(Worker, self.worker, "worker")
        if self.worker.second_income is not None:
            allowed = "groups without a second job (decision D09)"
            step = "ask jamsos for each person with two jobs"
            raise InputError("worker", "second_income", allowed, step)
        if self.children is not None:
            checked_whole(self.children, "children", 0)

    def in_month(self, month: Month) -> int:
        """How many people there are in a month; 0 before the first that was stated."""
        people = 0
        for since, count in self.people.items():
            if since <= month:
                people = count
        return people

    def __repr__(self) -> str:
        counts = sorted({*self.people.values()})
        numbers = " to ".join(str(count) for count in (counts[0], counts[-1])[: len(counts)])
        return f"<Group of {numbers} people>"


def shared_out(groups: tuple[Group, ...], share: object) -> tuple[Group, ...]:
    """The same people in all, with other shares of some categories, month by month.

    Groups of a category, and those of all others, keep their proportions; whole people are given to
    the largest remainders.

    >>> fisher = Group(Worker(category="fisher", income=900_000), people=50)
    >>> others = Group(Worker(category="farmer", income=900_000), people=51)
    >>> shared_out((fisher, others), {"fisher": 20})
    (<Group of 20 people>, <Group of 81 people>)

    Args:
        groups: The groups as they are.
        share: The categories with their per cent of all people.

    Raises:
        InputError: for shares that cannot be, or a category that no group has.

    """
    shares = _checked_share(share)
    rest = 1 - sum(shares.values(), Fraction(0))
    _check_fits(shares, rest, groups)
    changes = sorted({month for group in groups for month in group.people})
    counts: list[dict[Month, int]] = [{} for _ in groups]
    for month in changes:
        divided = _divided(groups, shares, rest, month)
        for own, people in zip(counts, divided, strict=True):
            own[month] = people
    return tuple(evolve(group, people=own) for group, own in zip(groups, counts, strict=True))


def _check_fits(shares: dict[str, Fraction], rest: Fraction, groups: tuple[Group, ...]) -> None:
    """Refuse shares of a category nobody has, and a rest that is left for nobody."""
    known = sorted({str(group.worker.category) for group in groups})
    for category in shares:
        if category not in known:
            step = name_meant(category, known)
            raise InputError("share", category, f"categories of the groups: {known}", step)
    if rest and set(shares) == set(known):
        step = "let the shares make up 100, or leave a category out"
        raise InputError("share", kind_of(shares), "shares that make up the whole", step)


def _checked_share(share: object) -> dict[str, Fraction]:
    """The shares as parts of one."""
    step = "write {'fisher': 20} for 20 per cent of all people"
    stated = as_table(share)
    if not stated:
        raise InputError("share", kind_of(share), "categories with their per cent", step)
    shares = {str(Category(name)): _part(name, percent) for name, percent in stated.items()}
    if sum(shares.values()) > 1:
        raise InputError("share", str(share), "per cent that make up 100 at most", step)
    return shares


def _part(name: object, percent: object) -> Fraction:
    stated = Fraction(percent) if isinstance(percent, Fraction) else as_whole(percent)
    if stated is None or not 0 <= stated <= _HUNDRED:
        allowed = "per cent from 0 to 100, as int or Fraction"
        raise InputError(f"share[{name}]", percent, allowed, "write 20 for 20 per cent")
    return Fraction(stated, _HUNDRED)


def _divided(
    groups: tuple[Group, ...], shares: Mapping[str, Fraction], rest: Fraction, month: Month
) -> list[int]:
    """The people of a month in the order of the groups, none lost by rounding."""
    people = [group.in_month(month) for group in groups]
    whole = sum(people)
    kinds = [str(group.worker.category) for group in groups]
    parts: list[Fraction] = []
    for kind, count in zip(kinds, people, strict=True):
        alike = [i for i, other in enumerate(kinds) if _same_share(kind, other, shares)]
        together = sum(people[i] for i in alike)
        # Where nobody is yet, the groups of a category are alike.
        weight = Fraction(count, together) if together else Fraction(1, len(alike))
        parts.append(whole * shares.get(kind, rest) * weight)
    floors = [int(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda i: floors[i] - parts[i])
    for i in order[: whole - sum(floors)]:
        floors[i] += 1
    return floors


def _same_share(one: str, other: str, shares: Iterable[str]) -> bool:
    """Whether two categories are counted together: the same, or both without a share stated."""
    return one == other or (one not in shares and other not in shares)
