"""The facts of a work accident or disease the participant lives through: costs, days unable to work, what was lost."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.values.days import is_day
from jamsos.values.money import is_rupiah
from jamsos.values.plain import as_tuple
from jamsos.workers.codes import Cause
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
class HomeCare:
    """A stretch of care at home (*perawatan di rumah*) of somebody who cannot go on in hospital.

    >>> HomeCare(first=date(2026, 4, 1), last=date(2026, 5, 31), cost=3_000_000, with_facility=True).cost
    3000000
    """

    first: date = field(validator=_is_stated_day)
    last: date = field(validator=_is_stated_day)
    cost: int | None = field(default=None, validator=is_rupiah)
    """What the stretch cost, in whole rupiah; None: not known."""
    with_facility: bool | None = field(default=None, validator=is_flag)
    """Whether a health facility gives it, as the law asks."""

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise InputError("HomeCare.last", self.last.isoformat(), "not before first", "check both dates")


def _is_from_work(_instance: object, _attribute: "Attribute[Any]", value: Cause) -> None:
    if value is Cause.OTHER:
        allowed = "work_accident or occupational_disease"
        raise InputError("WorkAccident.cause", str(value), allowed, "JKK pays for nothing else")


@frozen(kw_only=True)
class WorkAccident:
    """A work accident or an occupational disease, as found by others (decision D59).

    Every cost is that of the whole case. None: not known; 0 and (): none, which is what is not stated. The wage
    the employer paid on is not known unless it is stated.

    >>> WorkAccident(on=date(2026, 3, 2), land=750_000).sea
    0
    """

    on: date = field(validator=_is_stated_day)
    """The day of the accident, or of the diagnosis of the disease."""
    cause: Cause = field(default=Cause.WORK_ACCIDENT, converter=Cause, validator=_is_from_work)
    """``work_accident`` or ``occupational_disease`` (PAK)."""
    land: int | None = field(default=0, validator=is_rupiah)
    """Cost of transport by land, river or lake: to hospital and home; from 2 December 2019 also a referral, and the
    trips of the return-to-work programme."""
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
    prosthesis: int | None = field(default=0, validator=is_rupiah)
    """Cost of aid and prosthesis (*orthose / prothese*), paid once per case."""
    prosthesis_price: int | None = field(default=None, validator=is_rupiah)
    """What the rehabilitation centre of a government hospital asks for the same; needed with a prosthesis."""
    dentures: int | None = field(default=0, validator=is_rupiah)
    hearing_aid: int | None = field(default=0, validator=is_rupiah)
    glasses: int | None = field(default=0, validator=is_rupiah)
    home_care: tuple[HomeCare, ...] | None = ()
    """The stretches of care at home, in the order of their days."""
    care_paid: int | None = field(default=0, validator=is_rupiah)
    """What the participant, of a wage earner the employer, paid for care where no facility is contracted (Pasal 33)."""
    care_standard: int | None = field(default=None, validator=is_rupiah)
    """The highest local standard of facilities under contract for that care; needed with ``care_paid``."""
    return_to_work: bool | None = field(default=False, validator=is_flag)
    """Whether the advisory doctor recommends the return-to-work programme (Pasal 49)."""
    wage_paid: int | None = field(default=None, validator=is_rupiah)
    """Of a wage earner: what the employer paid as wage for all the spells of incapacity together (Pasal 51)."""
    reported_late: bool | None = field(default=False, validator=is_flag)
    """Whether the employer's stage I report was late; ``claim_timeline`` tells from its day and hour."""

    def __attrs_post_init__(self) -> None:
        for name, kind in (("unable", Incapacity), ("losses", Loss), ("home_care", HomeCare)):
            given: object = getattr(self, name)
            listed = as_tuple(given)
            if given is not None and (listed is None or not all(isinstance(item, kind) for item in listed)):
                allowed = f"a tuple of {kind.__name__}"
                raise InputError(f"WorkAccident.{name}", type(given).__name__, allowed, "use () for none")
        self._check_days("unable", "Incapacity.first", self.unable or ())
        self._check_days("home_care", "HomeCare.first", self.home_care or ())

    def _check_days(self, name: str, first: str, spells: "tuple[Incapacity | HomeCare, ...]") -> None:
        """A disease may keep somebody from work before it is diagnosed; an accident may not."""
        if self.cause is Cause.WORK_ACCIDENT and any(spell.first < self.on for spell in spells):
            raise InputError(first, "before the accident", "on or after its day", "check the dates")
        for earlier, later in pairwise(spells):
            if later.first <= (earlier.last or later.first):
                allowed = "spells one after the other, each ended but the last"
                step = "check the days of the spells"
                raise InputError(f"WorkAccident.{name}", later.first.isoformat(), allowed, step)
