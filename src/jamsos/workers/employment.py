"""The employment of a wage earner (PU): the wage, the risk group, what the reliefs ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError, kind_of
from jamsos.forms.fact import Fact
from jamsos.values.money import checked_rupiah, is_rupiah
from jamsos.values.months import Month, as_month
from jamsos.values.plain import as_tuple, as_whole, checked_kind, keep
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import Position
from jamsos.workers.naming import naming_fields
from jamsos.workers.worker import YEARS_A_LIFE, checked_count, is_flag

if TYPE_CHECKING:
    from attrs import Attribute


class PayForm(Code, family="pay_form"):
    """How the wage is agreed (Pasal 19): it decides what the monthly wage is."""

    MONTHLY = "monthly"
    DAILY = "daily"
    PIECE = "piece"
    """*borongan* or *satuan hasil*."""
    WEATHER_PIECE = "weather_piece"
    """Piece work that depends on the weather."""


class RiskGroup(Code, family="risk_group"):
    """The risk group of the firm's work, as BPJS assigned it.

    *Kelompok tingkat risiko lingkungan kerja*.
    """

    VERY_LOW = "I"
    LOW = "II"
    MEDIUM = "III"
    HIGH = "IV"
    VERY_HIGH = "V"

    @property
    def number(self) -> int:
        """The group as a number, from 1 for very low."""
        return tuple(RiskGroup).index(self) + 1


class Industry(Code, family="industry"):
    """The industries PP 7/2025 names, and all others."""

    FOOD_BEVERAGE_TOBACCO = "food_beverage_tobacco"
    TEXTILE_APPAREL = "textile_apparel"
    LEATHER = "leather"
    FOOTWEAR = "footwear"
    TOYS = "toys"
    FURNITURE = "furniture"
    OTHER = "other"


def as_risk_group(value: Any) -> RiskGroup:
    """Read a group written I to V or 1 to 5; anything else is refused, never taken for group I.

    >>> as_risk_group(3), as_risk_group("IV")
    (<RiskGroup.MEDIUM: 'III'>, <RiskGroup.HIGH: 'IV'>)
    """
    # True equals 1 in Python, and would silently mean the cheapest group.
    number = as_whole(value)
    if number is not None:
        for group in RiskGroup:
            if group.number == number:
                return group
    return RiskGroup(value)


MOST_WORKERS = 10**7
"""Above the workers of any employer."""


def is_count_of_workers(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a number of workers; ``None`` stands for a missing fact."""
    if value is not None:
        name = f"{type(instance).__name__}.{attribute.name}"
        keep(instance, attribute, checked_count(value, name, MOST_WORKERS))


def as_earnings(earnings: Sequence[int] | None) -> tuple[int, ...] | None:
    """Read the earnings of several months; None where they are not known."""
    if earnings is None:
        return None
    # What each of them is, the validator of the field checks.
    amounts: Any = as_tuple(earnings)
    if amounts is None:
        allowed = "a tuple or list of whole rupiah, one amount a month"
        step = "write [2_500_000, 2_700_000], and None where it is not known"
        raise InputError("earnings", kind_of(earnings), allowed, step)
    read: tuple[int, ...] = amounts
    return read


def _are_amounts(
    instance: object, attribute: "Attribute[Any]", value: tuple[int, ...] | None
) -> None:
    """Validate amounts of money, one a month; ``None`` stands for a missing fact."""
    if value is None:
        return
    name = f"{type(instance).__name__}.{attribute.name}"
    numbered = enumerate(value)
    amounts = tuple(checked_rupiah(amount, f"{name}[{number}]") for number, amount in numbered)
    keep(instance, attribute, amounts)


def _is_age(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate an age in whole years; ``None`` stands for a missing fact."""
    if value is not None:
        name = f"{type(instance).__name__}.{attribute.name}"
        keep(instance, attribute, checked_count(value, name, YEARS_A_LIFE))


_WAGE_FACTS = {
    PayForm.MONTHLY: ("basic_wage", "fixed_allowances"),
    PayForm.DAILY: ("day_wage",),
    PayForm.PIECE: ("earnings",),
    PayForm.WEATHER_PIECE: ("earnings",),
}
"""The facts that state the wage in each form."""
_ALL_WAGE_FACTS = ("fixed_allowances", "basic_wage", "day_wage", "earnings")


@frozen(kw_only=True, field_transformer=naming_fields)
class Employment(Fact):
    """One employment of a wage earner. Every field may be None: not known.

    >>> clerk = Employment(pay_form="monthly", basic_wage=4_000_000, risk_group="III")
    >>> clerk.risk_group
    <RiskGroup.MEDIUM: 'III'>

    Raises:
        InputError: for an invalid fact.

    """

    pay_form: PayForm | None = field(default=None, converter=optional(PayForm))
    basic_wage: int | None = field(default=None, validator=is_rupiah)
    """*upah pokok*, of a month."""
    fixed_allowances: int | None = field(default=None, validator=is_rupiah)
    """*tunjangan tetap*, of a month; 0 for none."""
    day_wage: int | None = field(default=None, validator=is_rupiah)
    earnings: tuple[int, ...] | None = field(
        default=None, converter=as_earnings, validator=_are_amounts
    )
    """What a piece worker earned in each of the last months worked, the latest last."""
    reported_wage: int | None = field(default=None, validator=is_rupiah)
    """The monthly wage the employer reported to BPJS; None: taken to be the wage itself."""
    position: Position = field(default=Position.WORKER, converter=Position)
    """A worker, or one who is deemed a worker in an accident."""
    lowest_wage: int | None = field(default=None, validator=is_rupiah)
    """The lowest monthly wage of workers who do the same job at that employer."""
    risk_group: RiskGroup | None = field(default=None, converter=optional(as_risk_group))
    """I to V (or 1 to 5), as BPJS assigned it to the firm; never guessed."""
    industry: Industry | None = field(default=None, converter=optional(Industry))
    active_workers: int | None = field(default=None, validator=is_count_of_workers)
    """How many workers of the employer are active at BPJS Ketenagakerjaan."""
    paid_up_to: Month | None = field(default=None, converter=optional(as_month))
    """The month up to which all contributions were paid; the reliefs ask for it."""
    registered: Month | None = field(default=None, converter=optional(as_month))
    """The first contribution month of the employment at BPJS."""
    jkp: bool | None = field(default=None, validator=is_flag)
    """Whether the worker takes part in job-loss insurance (JKP) with this employer.

    With several employers it is the one the worker chose. Not stated, the next three facts decide.
    """
    foreign: bool | None = field(default=None, validator=is_flag)
    """Whether the worker is a foreigner."""
    age_on_registration: int | None = field(default=None, validator=_is_age)
    """The age in whole years on the day the worker was registered at BPJS."""
    all_programmes: bool | None = field(default=None, validator=is_flag)
    """Whether the worker is in all programmes of the firm's size and in health insurance (JKN)."""
    in_jkm: bool | None = field(default=None, validator=is_flag)
    """Whether the employer enrolled a person who is only deemed a worker in JKM as well."""

    def __attrs_post_init__(self) -> None:
        self._check_position()
        if self.pay_form is not None:
            self._check_facts_of_form(self.pay_form)

    def _check_position(self) -> None:
        """Refuse what this position does not have."""
        if self.in_jkm is False and not self.position.deemed:
            step = "leave in_jkm out: JKM is a choice for those deemed workers only"
            raise InputError("Employment.in_jkm", self.in_jkm, "True or None for a worker", step)
        if self.jkp and self.position.deemed:
            step = "leave jkp out: JKP is for those in an employment relation"
            raise InputError("Employment.jkp", self.jkp, "False or None but for a worker", step)

    def _check_facts_of_form(self, form: PayForm) -> None:
        """Refuse a wage stated in another form: nobody could say which of the two counts."""
        for name in _ALL_WAGE_FACTS:
            value = getattr(self, name)
            if value is not None and name not in _WAGE_FACTS[form]:
                facts = " and ".join(_WAGE_FACTS[form])
                allowed = f"None: with pay_form={str(form)!r} the wage is stated by {facts}"
                step = f"leave {name} out, or correct pay_form"
                raise InputError(f"Employment.{name}", value, allowed, step)

    @property
    def states_wage(self) -> bool:
        """Whether anything of the wage is stated, its form included."""
        stated = [getattr(self, name) is not None for name in _ALL_WAGE_FACTS]
        return self.pay_form is not None or any(stated)

    @property
    def wage_facts(self) -> tuple[str, ...]:
        """The facts that state the wage in this form."""
        if self.pay_form is None:
            return ()
        return _WAGE_FACTS[self.pay_form]


def checked_employment(employment: object) -> Employment:
    """Return an employment.

    Raises:
        InputError: for anything but an Employment.

    """
    return checked_kind(Employment, employment, "employment")
