"""The hours of a sudden death at work (*meninggal mendadak*; Permenaker 5/2021 Pasal 85)."""

from datetime import datetime

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.days import check_order
from jamsos.values.moments import is_moment
from jamsos.workers.worker import is_flag


@frozen(kw_only=True)
class SuddenDeath(Fact):
    """A sudden death at work, as found by others (decision D59); a BPU's at the registered work.

    Only how long it took is judged: at once, or not more than some hours after an attack. Each
    hour carries its time zone; None: not known.

    >>> SuddenDeath(attack_at=datetime.fromisoformat("2026-06-01T10:00+08:00")).died_at is None
    True

    Raises:
        InputError: for an hour without a time zone, or hours in an impossible order.

    """

    at_once: bool | None = field(default=None, validator=is_flag)
    """Whether the person died there at work, whatever the illness; then no hours count."""
    attack_at: datetime | None = field(default=None, validator=is_moment)
    """When the attack came; the person was then brought to a doctor or a health facility."""
    doctor_at: datetime | None = field(default=None, validator=is_moment)
    """When the person reached the doctor or facility; matters only under an alternative of D85."""
    died_at: datetime | None = field(default=None, validator=is_moment)

    def __attrs_post_init__(self) -> None:
        names = ("attack_at", "doctor_at", "died_at")
        check_order({f"SuddenDeath.{name}": getattr(self, name) for name in names})
        if self.at_once and self.doctor_at is not None:
            stated = self.doctor_at.isoformat()
            allowed = "None where at_once is True"
            raise InputError("SuddenDeath.doctor_at", stated, allowed, "correct one of the two")
