"""A construction project (*proyek jasa konstruksi*) as seen from one of its workers."""

from datetime import date

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.days import is_day
from jamsos.values.money import is_rupiah
from jamsos.workers.worker import is_flag


@frozen(kw_only=True)
class Project(Fact):
    """The project a construction worker is insured by. Every field may be None: not known.

    >>> Project(paid_on=date(2026, 3, 2), listed=True).listed
    True

    Raises:
        InputError: for an impossible order of events.

    """

    paid_on: date | None = field(default=None, validator=is_day)
    """The day the contribution was paid, in full or its first instalment.

    From that day on the workers are participants.
    """
    listed: bool | None = field(default=None, validator=is_flag)
    """Whether the contractor named this worker to BPJS.

    At the start or, with ``reported_on``, as a replacement.
    """
    joined_on: date | None = field(default=None, validator=is_day)
    """The day this worker took another's place; needed where the contractor did not name them."""
    reported_on: date | None = field(default=None, validator=is_day)
    """The day the change of workers was reported."""
    instalment_due_on: date | None = field(default=None, validator=is_day)
    """The due day of an instalment that was not paid in time, the oldest one if several.

    No text fixes the due days after the first: the plan of the project does. None: nothing of the
    kind is known."""
    instalment_paid_on: date | None = field(default=None, validator=is_day)
    """The day that instalment and all others due were paid; None: not yet."""

    unit_wage: int | None = field(default=None, validator=is_rupiah)
    """Where nobody knows the wage: the unit wage (*harga satuan upah*) of a day of this work.

    Set by the local public-works office; 0: it has none. (Permenaker 5/2021 Pasal 90)"""
    district_minimum_wage: int | None = field(default=None, validator=is_rupiah)
    """The minimum wage of the district in a month; 0: the district has none."""
    provincial_minimum_wage: int | None = field(default=None, validator=is_rupiah)
    """The minimum wage of the province in a month."""

    @property
    def states_substitute(self) -> bool:
        """Whether any amount is stated that takes the place of a wage nobody knows."""
        amounts = (self.unit_wage, self.district_minimum_wage, self.provincial_minimum_wage)
        return any(amount is not None for amount in amounts)

    def __attrs_post_init__(self) -> None:
        # A report of a change says whom it brought and since when; without both it says nothing.
        is_replacement = self.listed and self.joined_on is not None
        if self.reported_on is not None and not is_replacement:
            allowed = "None, or a day together with listed=True and joined_on"
            step = "state since when this worker takes part (joined_on), or leave reported_on out"
            raise InputError("Project.reported_on", self.reported_on.isoformat(), allowed, step)
        if self.instalment_paid_on is not None and self.instalment_due_on is None:
            stated = self.instalment_paid_on.isoformat()
            allowed = "None, or a day together with instalment_due_on"
            step = "state when the instalment was due, or leave instalment_paid_on out"
            raise InputError("Project.instalment_paid_on", stated, allowed, step)
