"""The employment of a wage earner (PU): how the wage is stated, the risk group, and what the reliefs ask for."""

from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.money import checked_rupiah, is_rupiah
from jamsos.values.months import Month, as_month
from jamsos.workers.codes import Code, Position
from jamsos.workers.worker import is_flag

if TYPE_CHECKING:
    from attrs import Attribute


class PayForm(Code):
    """How the wage is agreed (Pasal 19): it decides what the monthly wage is."""

    MONTHLY = "monthly"
    DAILY = "daily"
    PIECE = "piece"
    """*borongan* or *satuan hasil*."""
    WEATHER_PIECE = "weather_piece"
    """Piece work that depends on the weather."""


class RiskGroup(Code):
    """The risk group of the firm's work (*kelompok tingkat risiko lingkungan kerja*), as BPJS assigned it."""

    VERY_LOW = "I"
    LOW = "II"
    MEDIUM = "III"
    HIGH = "IV"
    VERY_HIGH = "V"

    @property
    def number(self) -> int:
        """The group as a number, from 1 for very low."""
        return tuple(RiskGroup).index(self) + 1


class Industry(Code):
    """The industries PP 7/2025 names, and all others."""

    FOOD_BEVERAGE_TOBACCO = "food_beverage_tobacco"
    TEXTILE_APPAREL = "textile_apparel"
    LEATHER = "leather"
    FOOTWEAR = "footwear"
    TOYS = "toys"
    FURNITURE = "furniture"
    OTHER = "other"


def as_risk_group(value: object) -> RiskGroup:
    """Read a group written I to V or 1 to 5; anything else is refused, never taken for group I.

    >>> as_risk_group(3), as_risk_group("IV")
    (<RiskGroup.MEDIUM: 'III'>, <RiskGroup.HIGH: 'IV'>)
    """
    by_number = {group.number: group for group in RiskGroup}
    if isinstance(value, int) and not isinstance(value, bool) and value in by_number:
        return by_number[value]
    return RiskGroup(value)


_MOST_WORKERS = 10**7
"""Above the workers of any employer."""


def is_count_of_workers(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a number of workers; ``None`` stands for a missing fact."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_WORKERS):
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, value, "a whole number from 0 up", "correct the number of workers")


_FACTS = {
    PayForm.MONTHLY: ("basic_wage", "fixed_allowances"),
    PayForm.DAILY: ("day_wage",),
    PayForm.PIECE: ("earnings",),
    PayForm.WEATHER_PIECE: ("earnings",),
}


@frozen(kw_only=True)
class Employment:
    """One employment of a wage earner. Every field may be None: not known.

    >>> Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000, risk_group="III").risk_group
    <RiskGroup.MEDIUM: 'III'>

    Raises:
        InputError: for a fact that cannot be.

    """

    pay_form: PayForm | None = field(default=None, converter=optional(PayForm))
    basic_wage: int | None = field(default=None, validator=is_rupiah)
    """*upah pokok*, of a month."""
    fixed_allowances: int | None = field(default=None, validator=is_rupiah)
    """*tunjangan tetap*, of a month; 0 for none."""
    day_wage: int | None = field(default=None, validator=is_rupiah)
    earnings: tuple[int, ...] | None = None
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
    """Whether the worker takes part in job-loss insurance (JKP)."""

    def __attrs_post_init__(self) -> None:
        earnings: object = self.earnings
        if earnings is not None and not isinstance(earnings, tuple):
            allowed = "a tuple of whole rupiah, one a month"
            raise InputError("Employment.earnings", type(earnings).__name__, allowed, "use None where it is not known")
        for amount in self.earnings or ():
            checked_rupiah(amount, "Employment.earnings")
        for name in {name for names in _FACTS.values() for name in names} - set(self.wage_facts):
            if self.pay_form is not None and getattr(self, name) is not None:
                allowed = f"{' and '.join(self.wage_facts)} where the wage is {self.pay_form}"
                raise InputError(f"Employment.{name}", getattr(self, name), allowed, "correct the form or the wage")

    @property
    def wage_facts(self) -> tuple[str, ...]:
        """The facts that state the wage in this form."""
        return () if self.pay_form is None else _FACTS[self.pay_form]


def checked_employment(employment: object) -> Employment:
    """Return an employment.

    Raises:
        InputError: for what is none.

    """
    if not isinstance(employment, Employment):
        allowed = "an Employment"
        raise InputError("employment", type(employment).__name__, allowed, "build it with jamsos.Employment(...)")
    return employment
