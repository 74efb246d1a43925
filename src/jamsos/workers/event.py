"""The facts of an accident, a disease or a sudden death, before anyone has found what it is (decision D59)."""

from datetime import date

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.days import checked_asked_day, is_day
from jamsos.workers.codes import Code, Segment
from jamsos.workers.worker import is_flag


class EventKind(Code):
    """What happened."""

    ACCIDENT = "accident"
    DISEASE = "disease"
    SUDDEN_DEATH = "sudden_death"
    """*meninggal mendadak*."""
    VIOLENCE = "violence"
    """*kekerasan fisik*."""
    RAPE = "rape"
    """*pemerkosaan*."""


class Place(Code):
    """Where it happened."""

    WORKPLACE = "workplace"
    ON_THE_WAY = "on_the_way"
    """On the trip from home to work or back."""
    ELSEWHERE = "elsewhere"


@frozen(kw_only=True)
class Event:
    """What is known of one event. Every field but the day may be None: not known.

    >>> Event(on=date(2026, 3, 2), kind="accident", place="on_the_way", usual_route=True).place
    <Place.ON_THE_WAY: 'on_the_way'>

    Raises:
        InputError: for facts that contradict each other.

    """

    on: date
    """The day of the accident, of the attack, or of the diagnosis."""
    kind: EventKind | None = field(default=None, converter=optional(EventKind))
    segment: Segment | None = field(default=Segment.BPU, converter=optional(Segment))
    place: Place | None = field(default=None, converter=optional(Place))
    usual_route: bool | None = field(default=None, validator=is_flag)
    """Whether the trip kept to the usual way between home and work."""
    own_work: bool | None = field(default=None, validator=is_flag)
    """Whether the person was doing the own work; of a BPU: the work declared on registration."""
    working_hours: bool | None = field(default=None, validator=is_flag)
    attack_while_working: bool | None = field(default=None, validator=is_flag)
    """Sudden death: whether the attack came while working."""
    hospital_at_once: bool | None = field(default=None, validator=is_flag)
    within_24_hours: bool | None = field(default=None, validator=is_flag)
    """Whether the person died within 24 hours."""
    died: bool | None = field(default=None, validator=is_flag)
    diagnosed: bool | None = field(default=None, validator=is_flag)
    """Disease: whether a doctor or specialist diagnosed it as an occupational disease."""
    listed: bool | None = field(default=None, validator=is_flag)
    """Disease: whether it is on the list of Perpres 7/2019."""
    proven: bool | None = field(default=None, validator=is_flag)
    """Disease: whether its direct link with the worker's exposure is proved scientifically."""
    work_ended: bool | None = field(default=None, validator=is_flag)
    """Disease: whether the work had ended by the day of the diagnosis."""
    ended_on: date | None = field(default=None, validator=is_day)
    """The first day without the employment; of a BPU, under that reading of D58, without cover, as ``left_on``."""

    def __attrs_post_init__(self) -> None:
        checked_asked_day(self.on, "Event.on")
        dies = self.kind is EventKind.SUDDEN_DEATH or self.within_24_hours
        if self.died is False and dies:
            raise InputError("Event.died", self.died, "True or None for a death", "correct died, or the other fact")
        if self.ended_on is not None and (self.work_ended is False or self.ended_on > self.on):
            allowed = "not after on, and only where work_ended is not False"
            raise InputError("Event.ended_on", self.ended_on.isoformat(), allowed, "state work_ended=False alone")

    @property
    def deadly(self) -> bool | None:
        """Whether the person died."""
        return True if self.kind is EventKind.SUDDEN_DEATH or self.within_24_hours else self.died


def checked_event(event: object) -> Event:
    """Return an event of a segment under the definitions of PP 44/2015.

    Raises:
        InputError: for what is no Event, or for another segment.

    """
    if not isinstance(event, Event):
        raise InputError("event", type(event).__name__, "an Event", "build the facts with jamsos.Event(...)")
    if event.segment in {Segment.MIGRANT, Segment.OUTSIDE}:
        step = "migrant workers and state officers have regulations of their own, which are not in the library"
        raise InputError("Event.segment", str(event.segment), "BPU, PU or CONSTRUCTION", step)
    return event
