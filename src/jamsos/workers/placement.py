"""One placement of a migrant worker (*pekerja migran Indonesia*): its days and its stage."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve, field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.days import ONE_DAY, check_order, is_known_plausible_day, is_plausible_day
from jamsos.values.plain import checked_kind, tuple_or_none
from jamsos.workers.closed_list import Code
from jamsos.workers.naming import naming_fields
from jamsos.workers.worker import is_flag


class Stage(Code, family="value"):
    """How far a placement has come on a day."""

    WAITING = "waiting"
    """Not yet embarked."""
    ABROAD = "abroad"
    """Embarked and not yet back for good; on leave in Indonesia too."""
    RETURNED = "returned"
    """Debarked, on the way to the home area."""
    HOME = "home"
    """Back in the home area."""


@frozen(kw_only=True)
class Leave(Fact):
    """A leave in Indonesia (*cuti*) during the contract, both days included.

    >>> Leave(first=date(2026, 6, 1), last=date(2026, 6, 14)).last
    datetime.date(2026, 6, 14)
    """

    first: date = field(validator=is_known_plausible_day)
    last: date | None = field(default=None, validator=is_plausible_day)
    """None: not known."""

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            allowed = f"first ({self.first}) or later"
            raise InputError("Leave.last", self.last.isoformat(), allowed, "check both dates")


def as_leave(leave: Sequence[Leave] | None) -> tuple[Leave, ...] | None:
    """Read the leave of a placement."""
    return tuple_or_none(Leave, leave, "leave")


@frozen(kw_only=True, field_transformer=naming_fields)
class Placement(Fact):
    """One placement, as registered and paid once; planned days serve too. None: not known.

    >>> trip = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2))
    >>> trip.stages_on(date(2026, 3, 1)), trip.stages_on(date(2026, 3, 2))[0]
    ((<Stage.WAITING: 'waiting'>,), <Stage.ABROAD: 'abroad'>)

    Raises:
        InputError: for an invalid fact.

    """

    agency: bool | None = field(default=None, validator=is_flag)
    """Whether placed through an agency (*pelaksana penempatan*); False: on their own account.

    The law calls the second *perseorangan*.
    """
    paid_on: date | None = field(default=None, validator=is_plausible_day)
    """The day of registration and payment."""
    embarked_on: date | None = field(default=None, validator=is_plausible_day)
    contract_ends: date | None = field(default=None, validator=is_plausible_day)
    """The last day of the work contract, as it was first made."""
    prolonged_to: date | None = field(default=None, validator=is_plausible_day)
    """The last day of the contract where it was prolonged (*perpanjangan*); None: it was not."""
    prolonged_paid_on: date | None = field(default=None, validator=is_plausible_day)
    """The day the further months were paid for; None: not known."""
    leave: tuple[Leave, ...] | None = field(default=(), converter=as_leave)
    """Leave in Indonesia during the contract; () for none."""
    debarked_on: date | None = field(default=None, validator=is_plausible_day)
    """The day of the return to Indonesia for good."""
    home_on: date | None = field(default=None, validator=is_plausible_day)
    """The day of arrival in the home area."""
    ended_early_on: date | None = field(default=None, validator=is_plausible_day)
    """The day before embarkation on which the placement ended; None: nothing of the kind.

    The departure failed, or total permanent disability or death came.
    """
    stage: Stage | None = field(default=None, converter=optional(Stage))
    """The stage on the day asked about, where the days leave it open."""

    def __attrs_post_init__(self) -> None:
        self._check_order("paid_on", "embarked_on", "debarked_on", "home_on")
        # A contract may end before the return or after it, so it has an order of its own.
        self._check_order("paid_on", "embarked_on", "contract_ends")
        self._check_order("paid_on", "ended_early_on")
        self._check_order("contract_ends", "prolonged_to")
        self._check_order("paid_on", "prolonged_paid_on")
        if self.prolonged_paid_on is not None and self.prolonged_to is None:
            paid_on = self.prolonged_paid_on.isoformat()
            step = "state the last day of the prolonged contract too"
            raise InputError("Placement.prolonged_paid_on", paid_on, "prolonged_to as well", step)
        # What ended before the departure covers no later one.
        has_left = bool(self._left) or self.stage not in {None, Stage.WAITING}
        if self.ended_early_on is not None and has_left:
            allowed = "None for a placement that embarked"
            step = "state a departure that took place after all as a Placement of its own"
            raise InputError("Placement.ended_early_on", str(self.ended_early_on), allowed, step)
        self._check_leave()

    @property
    def _left(self) -> tuple[date, ...]:
        """The days known of those that lie between the stages, in their order."""
        return tuple(day for day in self._turns if day is not None)

    @property
    def _turns(self) -> tuple[date | None, ...]:
        """The first day of each stage after the first."""
        home_from = self.home_on
        # The day of arrival still belongs to the way home.
        if home_from is not None:
            home_from += ONE_DAY
        return self.embarked_on, self.debarked_on, home_from

    def _check_order(self, *names: str) -> None:
        """Refuse days that do not follow each other; days not known are passed over."""
        check_order({f"Placement.{name}": getattr(self, name) for name in names})

    def _check_leave(self) -> None:
        if self.leave is None:
            return
        for leave in self.leave:
            if self._is_outside_stay(leave):
                allowed = f"days from embarked_on ({self.embarked_on}) to debarked_on"
                if self.debarked_on is not None:
                    allowed = f"{allowed} ({self.debarked_on})"
                days = f"{leave.first} to {leave.last or 'a day not known'}"
                raise InputError("Placement.leave", days, allowed, "check the days of the leave")

    def _is_outside_stay(self, leave: Leave) -> bool:
        """Whether a leave begins before the stay abroad, or ends after it."""
        if self.embarked_on is not None and leave.first < self.embarked_on:
            return True
        # A leave whose last day is not known lasts at least its first day.
        last = leave.first if leave.last is None else leave.last
        return self.debarked_on is not None and last > self.debarked_on

    def stages_on(self, day: date) -> tuple[Stage, ...]:
        """The stages the placement may be in on a day, by what is known.

        Raises:
            InputError: if the stage stated contradicts the days.

        """
        possible = tuple(stage for number, stage in enumerate(Stage) if self._may_be(number, day))
        if self.stage is None:
            return possible
        # Cover would be judged by the stage or by the days, whichever a rule happens to ask for.
        if self.stage not in possible:
            codes = [str(stage) for stage in possible]
            allowed = f"one of {codes} on {day}, by the days stated"
            raise InputError(
                "Placement.stage", str(self.stage), allowed, "check the stage and the days"
            )
        return (self.stage,)

    def _may_be(self, number: int, day: date) -> bool:
        """Whether no known day contradicts the stage of this number, from 0 for waiting."""
        if number > 0 and self._is_still_waiting(day):
            return False
        for position, turn in enumerate(self._turns):
            # The turns before a stage must have come by the day, those after it must not.
            must_have_come = position < number
            if turn is not None and (turn <= day) != must_have_come:
                return False
        return True

    def _is_still_waiting(self, day: date) -> bool:
        """Whether the worker cannot have left: not registered yet, or the placement ended early."""
        unregistered = self.paid_on is not None and day < self.paid_on
        return unregistered or self.ended_early_on is not None

    @property
    def prolongation_open(self) -> bool:
        """Whether the contract was prolonged and nobody stated if the further months were paid."""
        return self.prolonged_to is not None and self.prolonged_paid_on is None

    def as_prolonged(self) -> "Placement":
        """The placement with the prolonged contract, its further months being paid."""
        return evolve(
            self, contract_ends=self.prolonged_to, prolonged_to=None, prolonged_paid_on=None
        )

    def as_first_made(self) -> "Placement":
        """The placement without the further months, which were not paid."""
        return evolve(self, prolonged_to=None, prolonged_paid_on=None)

    def on_leave(self, day: date) -> bool | None:
        """Whether the worker is on leave in Indonesia; None: not known."""
        if self.leave is None:
            return None
        begun = [leave for leave in self.leave if leave.first <= day]
        last_days = [leave.last for leave in begun]
        if any(last is not None and day <= last for last in last_days):
            return True
        # A leave that began and whose last day is not known may still go on.
        if None in last_days:
            return None
        return False


def checked_placement(placement: object) -> Placement:
    """Return a placement.

    Raises:
        InputError: for anything but a Placement.

    """
    return checked_kind(Placement, placement, "placement")
