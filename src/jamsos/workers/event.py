"""The facts of an accident, a disease or a sudden death, before it is judged (decision D59)."""

from datetime import date

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.days import is_day, is_known_plausible_day
from jamsos.values.plain import checked_kind
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.naming import naming_fields
from jamsos.workers.worker import is_count, is_flag


class EventKind(Code, family="event"):
    """What happened."""

    ACCIDENT = "accident"
    DISEASE = "disease"
    SUDDEN_DEATH = "sudden_death"
    """*meninggal mendadak*."""
    VIOLENCE = "violence"
    """*kekerasan fisik*."""
    RAPE = "rape"
    """*pemerkosaan*."""


class EventPlace(Code, family="place"):
    """Where it happened."""

    WORKPLACE = "workplace"
    ON_THE_WAY = "on_the_way"
    """On the trip from home to work or back."""
    ELSEWHERE = "elsewhere"


@frozen(kw_only=True, field_transformer=naming_fields)
class Event(Fact):
    """What is known of one event. Every field but the day may be None: not known.

    >>> Event(on=date(2026, 3, 2), kind="accident", place="on_the_way", usual_route=True).place
    <EventPlace.ON_THE_WAY: 'on_the_way'>

    Raises:
        InputError: for facts that contradict each other.

    """

    on: date = field(validator=is_known_plausible_day)
    """The day of the accident, of the attack, or of the diagnosis."""
    kind: EventKind | None = field(default=None, converter=optional(EventKind))
    segment: Segment | None = field(default=Segment.BPU, converter=optional(Segment))
    place: EventPlace | None = field(default=None, converter=optional(EventPlace))
    usual_route: bool | None = field(default=None, validator=is_flag)
    """Whether the trip kept to the usual way between home and work."""
    own_work: bool | None = field(default=None, validator=is_flag)
    """Whether the person was doing their own work; of a BPU: the work declared on registration."""
    working_hours: bool | None = field(default=None, validator=is_flag)
    attack_while_working: bool | None = field(default=None, validator=is_flag)
    """Sudden death: whether the attack came while working."""
    died_at_work: bool | None = field(default=None, validator=is_flag)
    """Sudden death: whether the person died at once, there at work."""
    taken_to_doctor: bool | None = field(default=None, validator=is_flag)
    """Sudden death: whether the person was brought to a doctor or a health facility."""
    within_24_hours: bool | None = field(default=None, validator=is_flag)
    """Whether the person died not more than 24 hours after the attack."""
    paid_months: int | None = field(default=None, validator=is_count)
    """Sudden death of a BPU: how many contribution months were paid at death."""
    bpu_kind: BpuKind | None = field(default=None, converter=optional(BpuKind))
    """Sudden death of a BPU: which kind, as ``Worker.kind``; matters only below 12 months."""
    in_work_relation: bool | None = field(default=None, validator=is_flag)
    """Violence and rape of others than a BPU: whether it happened in the work relation."""
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
    """The first day without the employment.

    Of a BPU, under an alternative of decision D58, the first day without cover, as ``left_on``.
    """

    def __attrs_post_init__(self) -> None:
        if self.died is False and self._is_death():
            allowed = "True or None where another fact says that the person died"
            raise InputError("Event.died", self.died, allowed, "correct died, or the other fact")
        if self.ended_on is not None:
            self._check_ended_on(self.ended_on)

    def _check_ended_on(self, ended_on: date) -> None:
        """Refuse an end of work that comes after the event, or that is denied elsewhere."""
        if self.work_ended is False or ended_on > self.on:
            allowed = f"a day up to the diagnosis (on={self.on}), and only where work had ended"
            step = "leave ended_on out where the work went on, with work_ended=False"
            raise InputError("Event.ended_on", ended_on.isoformat(), allowed, step)

    def _is_death(self) -> bool:
        """Whether another fact than ``died`` says that the person died."""
        of_death = self.kind is EventKind.SUDDEN_DEATH
        return of_death or bool(self.within_24_hours) or bool(self.died_at_work)

    @property
    def deadly(self) -> bool | None:
        """Whether the person died; None: not known."""
        if self._is_death():
            return True
        return self.died


def checked_event(event: object) -> Event:
    """Return an event of a segment under the definitions of PP 44/2015.

    Raises:
        InputError: for another segment, or for anything but an Event.

    """
    facts = checked_kind(Event, event, "event")
    # PP 44/2015 defines accident and disease for these segments alone.
    if facts.segment in {Segment.MIGRANT, Segment.OUTSIDE}:
        others = "migrant workers and state officers have regulations of their own"
        step = f"ask BPJS: {others} on this, which are not in the library"
        allowed = "'BPU', 'PU' or 'CONSTRUCTION'"
        raise InputError("Event.segment", str(facts.segment), allowed, step)
    return facts
