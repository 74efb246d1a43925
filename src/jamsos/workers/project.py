"""A construction project (*proyek jasa konstruksi*) as seen from one of its workers."""

from datetime import date

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.values.days import is_day
from jamsos.workers.worker import is_flag


@frozen(kw_only=True)
class Project:
    """The project a construction worker is insured by. Every field may be None: not known.

    >>> Project(paid_on=date(2026, 3, 2), listed=True).listed
    True

    Raises:
        InputError: for an impossible order of events.

    """

    paid_on: date | None = field(default=None, validator=is_day)
    """The day the contribution was paid in full, or its first instalment: the workers are participants."""
    listed: bool | None = field(default=None, validator=is_flag)
    """Whether the contractor named this worker to BPJS: at the start or, with ``reported_on``, as a replacement."""
    joined_on: date | None = field(default=None, validator=is_day)
    """The day this worker took another's place; needed where the contractor did not name him."""
    reported_on: date | None = field(default=None, validator=is_day)
    """The day the change of workers was reported."""

    def __attrs_post_init__(self) -> None:
        if self.reported_on is not None and (not self.listed or self.joined_on is None):
            allowed = "with listed=True and joined_on"
            raise InputError("Project.reported_on", self.reported_on, allowed, "state who was reported and since when")
