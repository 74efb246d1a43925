"""The facts of a work accident or disease the participant survives.

Its costs, the days of incapacity, and the disabilities that remain.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.days import is_day, is_known_day
from jamsos.values.money import is_rupiah
from jamsos.values.plain import advice, as_whole, keep, tuple_or_none
from jamsos.workers.codes import Cause
from jamsos.workers.naming import naming_fields
from jamsos.workers.worker import is_count, is_flag

if TYPE_CHECKING:
    from attrs import Attribute

WHOLE_PERCENT = 100
"""The whole, in percent."""


def _is_percent(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate whole percent; ``None`` stands for a missing fact."""
    if value is None:
        return
    percent = as_whole(value)
    if percent is None or not 0 <= percent <= WHOLE_PERCENT:
        raise _no_percent(instance, attribute, value, "give whole percent as an int")
    keep(instance, attribute, percent)


def _as_decibels(value: int | Fraction) -> Fraction:
    """Read decibels, whole or an exact fraction."""
    if isinstance(value, Fraction):
        return value
    decibels = as_whole(value)
    if decibels is None:
        allowed = "decibels as an int or a Fraction, 0 or more"
        step = advice(value, "write 42.5 decibels as Fraction(85, 2)")
        raise InputError("decibels", value, allowed, step)
    return Fraction(decibels)


def _is_threshold(instance: object, attribute: "Attribute[Any]", value: Fraction | None) -> None:
    """Validate the threshold of an ear; ``None`` stands for a missing fact."""
    if value is not None and value < 0:
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, str(value), "decibels, 0 or more", "check the threshold")


def _as_fraction(value: int | Fraction) -> Fraction:
    """Read percent, whole or an exact fraction."""
    if isinstance(value, Fraction):
        return value
    percent = as_whole(value)
    if percent is None:
        allowed = f"percent as an int or a Fraction, 0 to {WHOLE_PERCENT}"
        step = advice(value, "write 12.5 percent as Fraction(25, 2)")
        raise InputError("percent", value, allowed, step)
    return Fraction(percent)


def _is_exact_percent(
    instance: object, attribute: "Attribute[Any]", value: Fraction | None
) -> None:
    """Validate percent to a fraction; ``None`` stands for a missing fact."""
    if value is not None and not 0 <= value <= WHOLE_PERCENT:
        raise _no_percent(instance, attribute, str(value), "check the percentage")


def _no_percent(
    instance: object, attribute: "Attribute[Any]", value: object, step: str
) -> InputError:
    name = f"{type(instance).__name__}.{attribute.name}"
    return InputError(name, value, f"percent, 0 to {WHOLE_PERCENT}", advice(value, step))


@frozen(kw_only=True)
class Incapacity(Fact):
    """One spell of temporary incapacity for work (*sementara tidak mampu bekerja*)."""

    first: date = field(validator=is_known_day)
    """The first day of incapacity, which counts (decision D36)."""
    last: date | None = field(default=None, validator=is_day)
    """The last day, as the doctor states it; None: not known."""

    def __attrs_post_init__(self) -> None:
        last = self.last
        if last is not None and last < self.first:
            stated = last.isoformat()
            allowed = f"first ({self.first}) or later"
            raise InputError("Incapacity.last", stated, allowed, "check both dates")


@frozen(kw_only=True, field_transformer=naming_fields)
class Loss(Fact):
    """One disability as a doctor determined it, by its row of the disability table.

    ``disability_search`` finds the row.

    >>> Loss(code="A10").function_lost is None
    True
    """

    code: str
    """The row of the table; ``B03`` and ``B11`` choose theirs by the measure."""
    function_lost: Fraction | None = field(
        default=None, converter=optional(_as_fraction), validator=_is_exact_percent
    )
    """Percent of the function lost where the limb is still there (*cacat sebagian fungsi*).

    Stated as an ``int``, or as an exact ``Fraction`` where it is not whole.

    None: the limb is lost."""
    measure: int | None = field(default=None, validator=is_count)
    """What the row asks for.

    Decibels lost, percent, the doctor's value (B01), or millimetres of a shorter leg (B03)."""
    better_eye: int | None = field(default=None, validator=_is_percent)
    """Visual efficiency left, in percent, for the row of both eyes (B13)."""
    worse_eye: int | None = field(default=None, validator=_is_percent)
    better_ear: Fraction | None = field(
        default=None, converter=optional(_as_decibels), validator=_is_threshold
    )
    """Mean threshold of the ear that hears more, in decibels, for the row of both ears (B04).

    The mean at 500, 1000, 2000 and 4000 hertz, as an ``int`` or an exact ``Fraction``."""
    worse_ear: Fraction | None = field(
        default=None, converter=optional(_as_decibels), validator=_is_threshold
    )
    """That of the other ear, or of the one ear of B05; in the place of ``measure``."""

    def __attrs_post_init__(self) -> None:
        # The formulas weigh the better side more, so an exchange would change the percentage.
        if self.better_eye is not None and self.worse_eye is not None:
            worse = self.worse_eye
            if worse > self.better_eye:
                allowed = f"0 to better_eye ({self.better_eye})"
                raise InputError("Loss.worse_eye", worse, allowed, "exchange the two")
        worse_ear = self.worse_ear
        if self.better_ear is None or worse_ear is None:
            return
        # An ear that hears less has the higher threshold.
        if worse_ear < self.better_ear:
            allowed = f"better_ear ({self.better_ear}) or more"
            raise InputError("Loss.worse_ear", str(worse_ear), allowed, "exchange the two")


@frozen(kw_only=True)
class HomeCare(Fact):
    """A stretch of care at home (*perawatan di rumah*) of somebody who cannot go on in hospital.

    >>> spring = HomeCare(first=date(2026, 4, 1), last=date(2026, 5, 31), cost=3_000_000)
    >>> spring.cost
    3000000
    """

    first: date = field(validator=is_known_day)
    last: date = field(validator=is_known_day)
    cost: int | None = field(default=None, validator=is_rupiah)
    """What the stretch cost, in whole rupiah; None: not known."""
    with_facility: bool | None = field(default=None, validator=is_flag)
    """Whether a health facility gives it, as the law asks."""

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            stated = self.last.isoformat()
            allowed = f"first ({self.first}) or later"
            raise InputError("HomeCare.last", stated, allowed, "check both dates")


def as_spells(spells: Sequence[Incapacity] | None) -> tuple[Incapacity, ...] | None:
    """Read the spells of incapacity."""
    return tuple_or_none(Incapacity, spells, "unable")


def as_losses(losses: Sequence[Loss] | None) -> tuple[Loss, ...] | None:
    """Read the disabilities that remain."""
    return tuple_or_none(Loss, losses, "losses")


def as_home_care(stretches: Sequence[HomeCare] | None) -> tuple[HomeCare, ...] | None:
    """Read the stretches of care at home."""
    return tuple_or_none(HomeCare, stretches, "home_care")


def _is_from_work(_instance: object, _attribute: "Attribute[Any]", value: Cause) -> None:
    if value is Cause.OTHER:
        allowed = "'work_accident' or 'occupational_disease'"
        step = "JKK pays for nothing else; a death from another cause is death_benefit's"
        raise InputError("WorkAccident.cause", str(value), allowed, step)


@frozen(kw_only=True, field_transformer=naming_fields)
class WorkAccident(Fact):
    """A work accident or an occupational disease, as found by others (decision D59).

    Every cost is that of the whole case. None: not known; 0 and (): none, which is the default.
    Only the wage the employer paid on is unknown by default.

    >>> WorkAccident(on=date(2026, 3, 2), land=750_000).sea
    0
    """

    on: date = field(validator=is_known_day)
    """The day of the accident, or of the diagnosis of the disease."""
    cause: Cause = field(default=Cause.WORK_ACCIDENT, converter=Cause, validator=_is_from_work)
    """``work_accident`` or ``occupational_disease`` (PAK)."""
    land: int | None = field(default=0, validator=is_rupiah)
    """Cost of transport by land, river or lake: to hospital and home.

    From 2 December 2019 also a referral, and the trips of the return-to-work programme."""
    sea: int | None = field(default=0, validator=is_rupiah)
    air: int | None = field(default=0, validator=is_rupiah)
    unable: tuple[Incapacity, ...] | None = field(default=(), converter=as_spells)
    """The spells of incapacity, in the order of their days."""
    losses: tuple[Loss, ...] | None = field(default=(), converter=as_losses)
    """The disabilities that remain."""
    total_permanent: bool | None = field(default=False, validator=is_flag)
    """Whether the doctor found a total permanent disability (*cacat total tetap*)."""
    left_handed: bool | None = field(default=None, validator=is_flag)
    """Whether the participant is left-handed: arm, forearm and hand are then reversed (D40).

    None: not known; the rows are taken as printed, and a note says so where it matters."""
    percent_before: Fraction | None = field(
        default=None, converter=optional(_as_fraction), validator=_is_exact_percent
    )
    """Percent paid for partial disabilities of earlier accidents.

    Matters only under an alternative of D82."""
    prosthesis: int | None = field(default=0, validator=is_rupiah)
    """Cost of aid and prosthesis (*orthose / prothese*), paid once per case."""
    prosthesis_price: int | None = field(default=None, validator=is_rupiah)
    """What the rehabilitation centre of a government hospital charges for the same.

    Needed with a prosthesis."""
    dentures: int | None = field(default=0, validator=is_rupiah)
    hearing_aid: int | None = field(default=0, validator=is_rupiah)
    glasses: int | None = field(default=0, validator=is_rupiah)
    home_care: tuple[HomeCare, ...] | None = field(default=(), converter=as_home_care)
    """The stretches of care at home, in the order of their days."""
    home_care_recommended: bool | None = field(default=None, validator=is_flag)
    """Whether the examining or advisory doctor recommended care at home; without it none is paid.

    ``home_care_recommended_on`` says so as well."""
    home_care_recommended_on: date | None = field(default=None, validator=is_day)
    """The day of that recommendation, from which the year of care at home runs."""
    care_paid: int | None = field(default=0, validator=is_rupiah)
    """What was paid first for care where no facility is under contract (Pasal 33).

    The participant pays it, for a wage earner the employer."""
    care_standard: int | None = field(default=None, validator=is_rupiah)
    """The highest local standard of facilities under contract for that care.

    Needed with ``care_paid``; after a posting abroad the highest in Indonesia."""
    examinations_paid: int | None = field(default=0, validator=is_rupiah)
    """What the employer paid for examinations before the disease was found to be one of the work.

    Not for measuring the working environment (Permenaker 5/2021 Pasal 112)."""
    posted_abroad: bool | None = field(default=False, validator=is_flag)
    """Whether the employer had posted the worker abroad (Permenaker 5/2021 Pasal 86).

    None: not known; ``care_standard`` limits the refund either way."""
    return_to_work: bool | None = field(default=False, validator=is_flag)
    """Whether the advisory doctor recommends the return-to-work programme (Pasal 49)."""
    wage_paid: int | None = field(default=None, validator=is_rupiah)
    """What the employer of a wage earner paid as wage for all spells of incapacity (Pasal 51)."""
    reported_late: bool | None = field(default=False, validator=is_flag)
    """Whether the employer's stage I report was late.

    ``claim_timeline`` gives the day and hour by which it is due."""
    reported_as_suspected: bool | None = field(default=False, validator=is_flag)
    """Whether that report was one of a suspicion only (Permenaker 1/2025 Pasal 8B, 48B)."""

    def __attrs_post_init__(self) -> None:
        if self.home_care_recommended is False and self.home_care_recommended_on is not None:
            stated = self.home_care_recommended_on.isoformat()
            allowed = "None where none was recommended"
            name = "WorkAccident.home_care_recommended_on"
            raise InputError(name, stated, allowed, "correct one of the two")
        if self.cause is Cause.WORK_ACCIDENT and self.examinations_paid:
            allowed = "0 for a work accident"
            step = "state only examinations before a disease was found (Pasal 112)"
            name = "WorkAccident.examinations_paid"
            raise InputError(name, self.examinations_paid, allowed, step)
        self._check_days("unable", "Incapacity.first", self.unable or ())
        self._check_days("home_care", "HomeCare.first", self.home_care or ())

    def _check_days(
        self, name: str, first: str, spells: "tuple[Incapacity | HomeCare, ...]"
    ) -> None:
        # A disease may keep a worker from work before it is diagnosed; an accident does not.
        if self.cause is Cause.WORK_ACCIDENT:
            self._check_after_accident(first, spells)
        for earlier, later in pairwise(spells):
            # Only the last spell may go on; an earlier one without a last day overlaps the next.
            if earlier.last is None or later.first <= earlier.last:
                allowed = "spells one after the other, each but the last with its last day"
                step = f"check the spells that begin on {earlier.first} and {later.first}"
                raise InputError(f"WorkAccident.{name}", later.first.isoformat(), allowed, step)

    def _check_after_accident(
        self, first: str, spells: "tuple[Incapacity | HomeCare, ...]"
    ) -> None:
        for spell in spells:
            if spell.first < self.on:
                allowed = f"WorkAccident.on ({self.on}) or later"
                raise InputError(first, spell.first.isoformat(), allowed, "check both dates")
