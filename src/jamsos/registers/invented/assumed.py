"""What a synthetic register assumes of its invented people."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attrs import field, frozen

from jamsos.errors import InputError, kind_of
from jamsos.registers.invented.draws import PER_MILLE
from jamsos.values.days import is_known_day
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.plain import as_tuple, checked_whole, keep
from jamsos.workers.closed_list import checked_code
from jamsos.workers.codes import BpuKind, Category, Payer, Segment
from jamsos.workers.worker import YEARS_A_LIFE

if TYPE_CHECKING:
    from attrs import Attribute

_FROM_AND_TO = 2
CheckedKey: TypeAlias = Callable[[object, str], Any]
"""Reads what a weight stands beside; refuses it by the name it is given."""


def _is_share(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a share in per mille."""
    name = f"Assumed.{attribute.name}"
    keep(instance, attribute, checked_whole(value, name, 0, PER_MILLE))


def _is_number(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a whole number from 1 up."""
    keep(instance, attribute, checked_whole(value, f"Assumed.{attribute.name}", 1))


def _weighs(checked_key: CheckedKey) -> "Callable[[object, Attribute[Any], object], None]":
    """Validate weights, each beside what it is the weight of."""

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        name = f"Assumed.{attribute.name}"
        if not isinstance(value, Mapping):
            step = "write {what: its weight, ...}"
            raise InputError(name, kind_of(value), "a mapping to whole numbers", step)
        weights: dict[Any, int] = {}
        for key, weight in cast("Mapping[object, object]", value).items():
            weights[checked_key(key, name)] = checked_whole(weight, f"{name}[{key!r}]", 0)
        if not any(weights.values()):
            step = "give a weight to what shall occur"
            raise InputError(name, str(weights), "at least one weight above 0", step)
        keep(instance, attribute, FrozenMapping(weights))

    return validate


def _ages(ages: object, name: str) -> tuple[int, int]:
    """Ages from and to."""
    allowed = "ages from and to, as (15, 17)"
    step = "write both, the lower first"
    bounds = as_tuple(ages)
    if bounds is None or len(bounds) != _FROM_AND_TO:
        raise InputError(name, ages, allowed, step)
    youngest, oldest = (checked_whole(age, name, 0, YEARS_A_LIFE) for age in bounds)
    if youngest > oldest:
        raise InputError(name, ages, allowed, step)
    return youngest, oldest


def _whole_from(least: int) -> CheckedKey:
    """Read a whole number from a least one up."""
    return partial(checked_whole, least=least)


def _code(codes: Any) -> CheckedKey:
    """Read a code of a list."""
    return partial(checked_code, codes)


@frozen(kw_only=True)
class Assumed:
    """The make-up of a synthetic register. Shares are per mille, weights are whole numbers.

    Few proportions are published; the rest are plain assumptions, to be replaced by those of the
    district.

    Published, grade secondary: how many villages each kecamatan has (copy of Kepmendagri
    300.2.2-2430/2025); ``women`` (208,582 of 448,850 inhabitants of Kutai Timur); traders against
    farmers and fishers in ``categories`` (19.05 % against 17.92 % of all employed in Kalimantan
    Timur, August 2025); ``idle`` (open unemployment of 5.93 % in Kutai Timur, August 2023). Each
    describes another group than the programme's workers.
    No figure was found for the people of each kecamatan: every village is drawn alike.
    """

    on: date = field(factory=lambda: date.fromisoformat("2026-10-01"), validator=is_known_day)
    """The day on which ages are counted and up to which numbers are issued."""
    unknown: int = field(default=20, validator=_is_share)
    """How often a fact is not stated."""
    ages: Mapping[tuple[int, int], int] = field(
        validator=_weighs(_ages),
        factory=lambda: {
            (15, 17): 1,
            (18, 24): 5,
            (25, 44): 8,
            (45, 59): 6,
            (60, 64): 4,
            (65, 74): 1,
        },
    )
    """Ages from and to, with the weight of a day of birth among them."""
    women: int = field(default=465, validator=_is_share)
    categories: Mapping[Category, int] = field(
        validator=_weighs(_code(Category)),
        factory=lambda: {
            Category.TRADER: 1905,
            Category.FARMER: 1292,
            Category.FISHER: 500,
            Category.CASUAL_LABOUR: 600,
            Category.CRAFT: 200,
            Category.VILLAGE_MSME: 400,
            Category.TRANSPORT: 300,
            Category.HOUSEHOLD: 150,
            Category.RELIGIOUS: 250,
            Category.OTHER: 100,
        },
    )
    stale: int = field(default=150, validator=_is_share)
    """How often the occupation on the identity card is another one, or none."""
    segments: Mapping[Segment, int] = field(
        validator=_weighs(_code(Segment)),
        factory=lambda: {Segment.BPU: 97, Segment.PU: 2, Segment.OUTSIDE: 1},
    )
    kinds: Mapping[BpuKind, int] = field(
        validator=_weighs(_code(BpuKind)),
        factory=lambda: {BpuKind.INDEPENDENT: 90, BpuKind.OWNER: 5, BpuKind.OTHER: 5},
    )
    """Mostly independent workers."""
    payers: Mapping[Payer, int] = field(
        validator=_weighs(_code(Payer)),
        factory=lambda: {
            Payer.APBD: 80,
            Payer.SELF: 12,
            Payer.DBH_SAWIT: 4,
            Payer.VILLAGE_VIA_APBD: 2,
            Payer.CSR: 2,
        },
    )
    income_rows: Mapping[int, int] = field(
        validator=_weighs(_whole_from(1)),
        factory=lambda: {1: 50, 2: 15, 3: 10, 4: 8, 5: 5, 6: 4, 7: 3, 8: 2, 9: 1, 10: 1, 11: 1},
    )
    """Rows of Lampiran II by weight; the income is drawn inside the row."""
    income_step: int = field(default=10_000, validator=_is_number)
    """Incomes are stated in steps of so many rupiah from the start of their row."""
    states_row: int = field(default=0, validator=_is_share)
    """How often the row is stated too; at 0 there is no such column.

    A scheme that fixes the row wants a register without one.
    """
    idle: int = field(default=59, validator=_is_share)
    """How often a person does not work at present."""
    foreign: int = field(default=2, validator=_is_share)
    wage_earner: int = field(default=30, validator=_is_share)
    other_payer: int = field(default=20, validator=_is_share)
    letter: int = field(default=900, validator=_is_share)
    registry_match: int = field(default=950, validator=_is_share)
    poor: int = field(default=350, validator=_is_share)
    elsewhere: int = field(default=20, validator=_is_share)
    """How often the identity card is of another district (written 99.99, no region)."""
    children: Mapping[int, int] = field(
        validator=_weighs(_whole_from(0)), factory=lambda: {0: 25, 1: 25, 2: 30, 3: 12, 4: 5, 5: 3}
    )
    enrolled: int = field(default=500, validator=_is_share)
    """How often a number was issued already, within the last two years."""
    people_a_card: int = field(default=2, validator=_is_number)
    """How many neighbours in the register share a family card and a village."""
