"""The facts of a work accident that the participant lives through: costs, days unable to work, what was lost."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.values.days import is_day
from jamsos.values.money import is_rupiah
from jamsos.values.plain import as_tuple
from jamsos.workers.worker import is_count, is_flag

if TYPE_CHECKING:
    from attrs import Attribute

WHOLE = 100  # percent


def _is_percent(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
    is_count(instance, attribute, value)
    if value is not None and value > WHOLE:
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, value, f"percent, 0 to {WHOLE}", "give whole percent")


def _is_stated_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is None:
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, value, "a datetime.date", "give the calendar day")
    is_day(instance, attribute, value)


@frozen(kw_only=True)
class Incapacity:
    """One spell in which the participant cannot work for the time being (*sementara tidak mampu bekerja*)."""

    first: date = field(validator=_is_stated_day)
    """The first day of incapacity, which counts (decision D36)."""
    last: date | None = field(default=None, validator=is_day)
    """The last day, as the doctor states it; None: not known."""

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InputError("Incapacity.last", self.last.isoformat(), "not before first", "check both dates")


@frozen(kw_only=True)
class Loss:
    """One disability as the doctor found it, by the row of the table (``disability_search`` finds it).

    >>> Loss(code="A10").function_lost is None
    True
    """

    code: str
    """The row of the table; ``B03`` and ``B11`` choose theirs by the measure."""
    function_lost: int | None = field(default=None, validator=_is_percent)
    """Percent of the function lost where the limb is still there (*cacat sebagian fungsi*); None: the limb is lost."""
    measure: int | None = field(default=None, validator=is_count)
    """What the row asks for: decibels, percent, the doctor's value (B01), or millimetres of a shorter leg (B03)."""
    better_eye: int | None = field(default=None, validator=_is_percent)
    """Visual efficiency left, in percent, for the row of both eyes (B13)."""
    worse_eye: int | None = field(default=None, validator=_is_percent)

    def __attrs_post_init__(self) -> None:
        if self.better_eye is not None and self.worse_eye is not None and self.worse_eye > self.better_eye:
            raise InputError("Loss.worse_eye", self.worse_eye, "not above better_eye", "exchange the two")


@frozen(kw_only=True)
class WorkAccident:
    """A work accident, as found by others (decision D59). None: not known; 0 and (): none.

    >>> WorkAccident(on=date(2026, 3, 2), land=750_000).sea
    0
    """

    on: date = field(validator=_is_stated_day)
    land: int | None = field(default=0, validator=is_rupiah)
    """Cost of transport by land, river or lake."""
    sea: int | None = field(default=0, validator=is_rupiah)
    air: int | None = field(default=0, validator=is_rupiah)
    unable: tuple[Incapacity, ...] | None = ()
    """The spells of incapacity, in the order of their days."""
    losses: tuple[Loss, ...] | None = ()
    """The disabilities that remain."""
    total_permanent: bool | None = field(default=False, validator=is_flag)
    """Whether the doctor found a total permanent disability (*cacat total tetap*)."""
    left_handed: bool | None = field(default=None, validator=is_flag)
    """Matters only under another reading of D40."""

    def __attrs_post_init__(self) -> None:
        for name, kind in (("unable", Incapacity), ("losses", Loss)):
            given: object = getattr(self, name)
            listed = as_tuple(given)
            if given is not None and (listed is None or not all(isinstance(item, kind) for item in listed)):
                allowed = f"a tuple of {kind.__name__}"
                raise InputError(f"WorkAccident.{name}", type(given).__name__, allowed, "use () for none")
        if any(spell.first < self.on for spell in self.unable or ()):
            raise InputError("Incapacity.first", "before the accident", "on or after its day", "check the dates")
        for earlier, later in pairwise(self.unable or ()):
            if later.first <= (earlier.last or later.first):
                allowed = "spells one after the other, each ended but the last"
                raise InputError(
                    "WorkAccident.unable", later.first.isoformat(), allowed, "check the days of the spells"
                )
