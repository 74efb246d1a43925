"""A suspected work accident (*dugaan kecelakaan kerja*): who pays the care until it is concluded, and what follows."""

from datetime import date
from itertools import pairwise

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.coverage.cover import priced_day
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.values.days import ONE_DAY, WorkingDay, add_working_days, checked_asked_day, monday_to_friday
from jamsos.workers.codes import Cause, Programme, Segment
from jamsos.workers.event import Event, EventKind, checked_event

BPJS = "bpjs_ketenagakerjaan"
OTHERS = "participant_or_other_insurer"


def suspected_case(
    event: Event,
    *,
    received_on: date | None = None,
    concluded: Cause | str | None = None,
    concluded_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """Who pays the care of a suspected work accident until it is concluded, and by when that must be.

    Findings: ``care_paid_by``, ``conclusion_by`` (the last of the 30 days), and ``cost_if_accident``
    with ``cost_if_not``, or ``cost`` where the conclusion is stated. A suspected occupational disease
    is not answered (decision D55). It holds for a participant covered that day: see ``cover_on``.

    Legal source: PP 49/2023 Pasal 25A, by the day of the event (D01); Permenaker 1/2025 Pasal 8A, 48A.

    Args:
        event: The facts; its day, kind and segment are read.
        received_on: The day BPJS Ketenagakerjaan received the stage I report (*laporan tahap I*).
        concluded: What it was concluded to be: ``work_accident`` or ``other``.
        concluded_on: The day of the conclusion.
        calendar: Which days are working days, for the other reading of D54.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for days in an impossible order, or a conclusion that cannot be.

    >>> answer = suspected_case(Event(on=date(2026, 6, 1), kind="accident"), received_on=date(2026, 6, 2))
    >>> answer.finding("care_paid_by"), answer.finding("conclusion_by")
    ('bpjs_ketenagakerjaan', datetime.date(2026, 7, 2))

    """
    law, event = applied(law), checked_event(event)
    priced_day(event.on, law, "Event.on")
    _check_order(event.on, received_on, concluded_on)
    stated = _checked_conclusion(concluded, concluded_on, event)
    care, day = law.find("suspected.care_first", event.on), event.on
    answer = Answer(
        question="suspected_case",
        title=Text("suspected.title", {"day": day}),
        outcome=Outcome.NO if care is None else Outcome.YES,
        law=law,
        facts={"event": event, "received_on": received_on, "concluded": stated, "concluded_on": concluded_on},
        notes=(*beyond_knowledge(law, day), *_notices(event, law)),
    )
    if care is None:
        note = Note(text=Text("note.no_suspected_case"), grounds=law.cite("no_suspected_case_before_2023"))
        answer = evolve(answer, notes=(*answer.notes, note))
    elif event.kind in {None, EventKind.DISEASE}:
        return settled(_refused(answer, event))
    findings = (*_care(event, law), *_deadline(event, received_on, calendar, law), *_cost(event, stated, law))
    answer = evolve(answer, findings=findings)
    return settled(answer if care is None else _told(answer, concluded_on))


def _check_order(*stated: date | None) -> None:
    """Refuse a receipt before the event, a conclusion before the receipt."""
    names = ("Event.on", "received_on", "concluded_on")
    days = [(name, checked_asked_day(day, name)) for name, day in zip(names, stated, strict=True) if day is not None]
    for (before, earlier), (name, later) in pairwise(days):
        if later < earlier:
            raise InputError(name, later.isoformat(), f"not before {before} ({earlier})", "check both days")


def _checked_conclusion(concluded: Cause | str | None, concluded_on: date | None, event: Event) -> Cause | None:
    stated = None if concluded is None else Cause(concluded)
    if stated is None and concluded_on is not None:
        raise InputError("concluded", None, "the conclusion of that day", "state it, or leave concluded_on out")
    allowed = {Cause.OTHER, Cause.OCCUPATIONAL_DISEASE if event.kind is EventKind.DISEASE else Cause.WORK_ACCIDENT}
    if stated is not None and event.kind is not None and stated not in allowed:
        raise InputError("concluded", str(stated), f"a conclusion about {event.kind}", "correct it, or Event.kind")
    return stated


def _refused(answer: Answer, event: Event) -> Answer:
    """A suspected disease has rules nobody could read (D55); of an unknown kind that must be known first."""
    needs: tuple[MissingFact | Reading, ...] = (MissingFact("event.kind"),)
    if event.kind is not None:
        needs = (answer.law.readings["D55"],)
    note = Note(text=Text("note.undecided"), grounds=needs)
    return evolve(answer, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*answer.notes, note))


def _care(event: Event, law: Law) -> tuple[Finding, ...]:
    """Who guarantees the care meanwhile (Pasal 25A ayat (1) and (2))."""
    rule = law.find("suspected.care_first", event.on)
    return () if rule is None else (_code("care_paid_by", BPJS, law.cite(rule, "D01")),)


def _deadline(event: Event, received: date | None, calendar: WorkingDay, law: Law) -> tuple[Finding, ...]:
    """The last day of the conclusion (Pasal 25A ayat (3); decision D54)."""
    rule = law.find("suspected.days", event.on)
    if rule is None:
        return ()
    if received is None:
        grounds = (MissingFact("event.received_on"), *law.cite(rule))
        return (Finding(code="conclusion_by", value=None, grounds=grounds, note=NOT_TOLD),)
    working = law.chose("D54", "working_days")
    last = add_working_days(received, rule.number, calendar) if working else received + rule.number * ONE_DAY
    return (Finding(code="conclusion_by", value=last, grounds=law.cite(rule)),)


def _cost(event: Event, concluded: Cause | None, law: Law) -> tuple[Finding, ...]:
    """Who bears the cost in the end (Pasal 25A ayat (5) and (6))."""
    accident = law.find("suspected.found_accident", event.on) if concluded is not Cause.OTHER else None
    other = law.find("suspected.found_none", event.on) if concluded is not Cause.WORK_ACCIDENT else None
    names = ("cost_if_accident", "cost_if_not") if concluded is None else ("cost", "cost")
    found = zip(names, (accident, other), (str(Programme.JKK), OTHERS), strict=True)
    return tuple(_code(name, value, law.cite(rule)) for name, rule, value in found if rule is not None)


def _code(name: str, value: str, grounds: tuple[Ground, ...]) -> Finding:
    return Finding(code=name, value=value, unit="code", grounds=grounds)


def _told(answer: Answer, concluded_on: date | None) -> Answer:
    """Remarks on cash, on silence after the 30 days, and on a late conclusion."""
    law, last = answer.law, answer.finding("conclusion_by")
    cash = Note(text=Text("note.no_cash_before_conclusion"), grounds=law.cite("no_cash_before_conclusion"))
    late = isinstance(last, date) and concluded_on is not None and concluded_on > last
    if concluded_on is not None and last is not None and not late:
        return evolve(answer, notes=(*answer.notes, cash))
    silence = Text("note.late_conclusion" if late else "note.no_conclusion")
    told = Note(text=silence, grounds=law.cite("no_rule_without_conclusion"), warning=late)
    return evolve(answer, notes=(*answer.notes, cash, told))


def _notices(event: Event, law: Law) -> tuple[Note, ...]:
    """Who else may notify, and what the notice contains (Permenaker 1/2025 Pasal 8A, 48A)."""
    on, notes = event.on, list[Note]()
    receivers = law.find("suspected.see_to_care", on)
    if receivers is not None:
        notes.append(Note(text=Text("note.see_to_care"), grounds=law.cite(receivers)))
    of_pu, of_bpu = law.find("suspected.notice_of_pu", on), law.find("suspected.notice_of_bpu", on)
    if event.segment in {Segment.PU, None} and of_pu is not None:
        notes.append(Note(text=Text("note.notice_of_pu"), grounds=law.cite(of_pu)))
    if event.segment in {Segment.BPU, None} and of_bpu is not None:
        notes.append(Note(text=Text("note.notice_of_bpu"), grounds=law.cite(of_bpu, "no_deadline_of_notice")))
    return (*notes, *_content(event, law))


def _content(event: Event, law: Law) -> tuple[Note, ...]:
    """What the notice about a BPU contains (Permenaker 1/2025 Pasal 48A ayat (2) and (3))."""
    disease, accident = "suspected.notice_content_disease", "suspected.notice_content_accident"
    rule = law.find(disease if event.kind is EventKind.DISEASE else accident, event.on)
    if event.segment not in {Segment.BPU, None} or event.kind is None or rule is None:
        return ()
    return (Note(text=Text("note.notice_content", {"content": rule.name}), grounds=law.cite(rule)),)
