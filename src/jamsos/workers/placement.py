"""One placement of a migrant worker (*pekerja migran Indonesia*): its days and how far it has come."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.days import ONE_DAY, checked_asked_day
from jamsos.values.plain import as_tuple
from jamsos.workers.codes import Code
from jamsos.workers.worker import is_flag, not_none

if TYPE_CHECKING:
    from attrs import Attribute


def _is_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is not None:
        checked_asked_day(value, f"{type(instance).__name__}.{attribute.name}")


class Stage(Code):
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
class Leave:
    """A leave in Indonesia (*cuti*) during the contract, both days included.

    >>> Leave(first=date(2026, 6, 1), last=date(2026, 6, 14)).last
    datetime.date(2026, 6, 14)
    """

    first: date = field(validator=[not_none, _is_day])
    last: date | None = field(default=None, validator=_is_day)
    """None: not known."""

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InputError("Leave.last", self.last.isoformat(), "not before first", "check both dates")


@frozen(kw_only=True)
class Placement:
    """One placement, as registered and paid once. Every field may be None: not known; planned days serve too.

    >>> trip = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2))
    >>> trip.stages_on(date(2026, 3, 1)), trip.stages_on(date(2026, 3, 2))[0]
    ((<Stage.WAITING: 'waiting'>,), <Stage.ABROAD: 'abroad'>)

    Raises:
        InputError: for a fact that cannot be.

    """

    agency: bool | None = field(default=None, validator=is_flag)
    """Whether placed through an agency (*pelaksana penempatan*); False: an individual (*perseorangan*)."""
    paid_on: date | None = field(default=None, validator=_is_day)
    """The day of registration and payment."""
    embarked_on: date | None = field(default=None, validator=_is_day)
    contract_ends: date | None = field(default=None, validator=_is_day)
    """The last day of the work contract."""
    leave: tuple[Leave, ...] | None = ()
    """Leave in Indonesia during the contract; () for none."""
    debarked_on: date | None = field(default=None, validator=_is_day)
    """The day of the return to Indonesia for good."""
    home_on: date | None = field(default=None, validator=_is_day)
    """The day of arrival in the home area."""
    ended_early_on: date | None = field(default=None, validator=_is_day)
    """The day before embarkation on which the departure failed, or total permanent disability or death came;
    None: nothing of the kind."""
    stage: Stage | None = field(default=None, converter=optional(Stage))
    """How far the placement had come on the day asked, where the days do not tell."""

    def __attrs_post_init__(self) -> None:
        self._check_order("paid_on", "embarked_on", "debarked_on", "home_on")
        self._check_order("paid_on", "embarked_on", "contract_ends")
        self._check_order("paid_on", "ended_early_on")
        if self.ended_early_on is not None and (self._left or self.stage not in {None, Stage.WAITING}):
            allowed = "no embarkation under a registration that ended early"
            raise InputError("Placement.ended_early_on", str(self.ended_early_on), allowed, "register a new placement")
        self._check_leave()

    @property
    def _left(self) -> tuple[date, ...]:
        """The days known of those that lie between the stages, in their order."""
        return tuple(day for day in self._turns if day is not None)

    @property
    def _turns(self) -> tuple[date | None, ...]:
        """The first day of each stage after the first; the day of arrival still belongs to the way home."""
        return self.embarked_on, self.debarked_on, self.home_on and self.home_on + ONE_DAY

    def _check_order(self, *names: str) -> None:
        stated = [(name, getattr(self, name)) for name in names if getattr(self, name) is not None]
        for (before, earlier), (name, later) in pairwise(stated):
            if later < earlier:
                allowed = f"not before {before} ({earlier})"
                raise InputError(f"Placement.{name}", later.isoformat(), allowed, "check both days")

    def _check_leave(self) -> None:
        given: object = self.leave
        listed = as_tuple(given)
        if given is not None and (listed is None or not all(isinstance(item, Leave) for item in listed)):
            raise InputError("Placement.leave", type(given).__name__, "a tuple of Leave", "use () for none")
        for leave in self.leave or ():
            early = self.embarked_on is not None and leave.first < self.embarked_on
            if early or (self.debarked_on is not None and (leave.last or leave.first) > self.debarked_on):
                allowed = "between embarked_on and debarked_on"
                raise InputError("Placement.leave", leave.first.isoformat(), allowed, "check the days of the leave")

    def stages_on(self, day: date) -> tuple[Stage, ...]:
        """The stages the placement may be in on a day, by what is known.

        Raises:
            InputError: if the stage stated cannot be that of the day.

        """
        possible = tuple(stage for number, stage in enumerate(Stage) if self._may_be(number, day))
        if self.stage is not None and self.stage not in possible:
            allowed = f"one of {[str(stage) for stage in possible]} on {day}, by the days stated"
            raise InputError("Placement.stage", str(self.stage), allowed, "check the stage and the days")
        return possible if self.stage is None else (self.stage,)

    def _may_be(self, number: int, day: date) -> bool:
        """Whether no known day contradicts a stage: those before it have come, those after it have not."""
        unregistered = self.paid_on is not None and day < self.paid_on
        if number and (unregistered or self.ended_early_on is not None):
            return False
        come = all(turn is None or turn <= day for turn in self._turns[:number])
        return come and all(turn is None or day < turn for turn in self._turns[number:])

    def on_leave(self, day: date) -> bool | None:
        """Whether the worker is on leave in Indonesia; None: not known."""
        if self.leave is None:
            return None
        begun = [leave for leave in self.leave if leave.first <= day]
        if any(leave.last is not None and day <= leave.last for leave in begun):
            return True
        return None if any(leave.last is None for leave in begun) else False


def checked_placement(placement: object) -> Placement:
    """Return a placement.

    Raises:
        InputError: for what is none.

    """
    if not isinstance(placement, Placement):
        allowed = "a Placement"
        raise InputError("placement", type(placement).__name__, allowed, "build it with jamsos.Placement(...)")
    return placement
