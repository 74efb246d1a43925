"""Events, suspected cases and jobs: facts that cannot be are refused; what TOML cannot state is asked here."""

from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos import (
    Event,
    EventKind,
    InputError,
    Job,
    Outcome,
    Place,
    Segment,
    current,
    event_advice,
    segment_advice,
    several_jobs,
    suspected_case,
)

DAY = date(2026, 3, 2)
NOON: Any = datetime.fromisoformat("2026-03-02T12:00")
ACCIDENT = Event(on=DAY, kind="accident")
FARMER = Job(state_office=False, abroad=False, wage=False, owner=False, own_account=True, registered=True)


BEFORE = DAY - timedelta(1)
WRONG: list[tuple[Any, str]] = [
    (lambda: Event(on=NOON), "Event.on"),
    (lambda: Event(on=None), "Event.on"),
    (lambda: Event(on=date(2222, 1, 1)), "Event.on"),
    (lambda: Event(on=DAY, kind="illness"), "EventKind"),
    (lambda: Event(on=DAY, place="road"), "Place"),
    (lambda: Event(on=DAY, own_work=1), "Event.own_work"),
    (lambda: Event(on=DAY, ended_on="2025-01-01"), "Event.ended_on"),
    (lambda: Event(on=DAY, kind="sudden_death", died=False), "Event.died"),
    (lambda: Event(on=DAY, within_24_hours=True, died=False), "Event.died"),
    (lambda: Event(on=DAY, ended_on=DAY + timedelta(1)), "Event.ended_on"),
    (lambda: Event(on=DAY, work_ended=False, ended_on=DAY), "Event.ended_on"),
    (lambda: event_advice(DAY), "event"),
    (lambda: event_advice(Event(on=DAY, segment="OUTSIDE")), "Event.segment"),
    (lambda: event_advice(ACCIDENT, found="accident"), "Cause"),
    (lambda: event_advice(ACCIDENT, found="occupational_disease"), "found"),
    (lambda: event_advice(ACCIDENT, law=DAY), "law"),
    (lambda: suspected_case(DAY), "event"),
    (lambda: suspected_case(ACCIDENT, received_on=NOON), "received_on"),
    (lambda: suspected_case(ACCIDENT, received_on=DAY, concluded="other", concluded_on=BEFORE), "received_on"),
    (lambda: suspected_case(ACCIDENT, concluded="other", concluded_on=BEFORE), "Event.on"),
    (lambda: suspected_case(Event(on=DAY, kind="disease"), concluded="work_accident"), "concluded"),
    (lambda: Job(wage="yes"), "Job.wage"),
    (lambda: Job(position="pupil"), "Position"),
    (lambda: segment_advice(DAY, DAY), "job"),
    (lambda: segment_advice(FARMER, NOON), "on"),
    (lambda: segment_advice(FARMER, DAY, foreign=1), "Worker.foreign"),
    (lambda: segment_advice(FARMER, DAY, months_in_indonesia=-1), "months_in_indonesia"),
    (lambda: several_jobs((), DAY), "jobs"),
    (lambda: several_jobs([FARMER], DAY), "jobs"),
    (lambda: several_jobs((DAY,), DAY), "job"),
    (lambda: several_jobs((FARMER,), DAY, accident_at=True), "accident_at"),
    (lambda: several_jobs((FARMER,), DAY, accident_at=-1), "accident_at"),
]


@pytest.mark.parametrize(("ask", "word"), WRONG, ids=[f"{n} {word}" for n, (_, word) in enumerate(WRONG)])
def test_what_cannot_be_is_refused_by_name(ask: Any, word: str) -> None:
    with pytest.raises(InputError, match=word):
        ask()


def test_without_a_segment_the_three_years_cannot_be_told() -> None:
    disease = Event(on=DAY, segment=None, kind="disease", diagnosed=True, listed=True, ended_on=date(2025, 6, 1))
    answer = event_advice(disease, found="occupational_disease")
    assert [need.id for need in answer.needs] == ["event.segment"]


def test_a_finding_about_an_unknown_kind_is_taken() -> None:
    assert event_advice(Event(on=DAY), found="occupational_disease").outcome is Outcome.YES


def test_without_a_segment_both_notices_are_told() -> None:
    notes = {note.code for note in suspected_case(Event(on=DAY, segment=None, kind="accident")).notes}
    assert {"note.notice_of_pu", "note.notice_of_bpu", "note.notice_content"} <= notes


def test_of_a_construction_worker_no_notice_is_told() -> None:
    notes = {note.code for note in suspected_case(Event(on=DAY, segment="CONSTRUCTION", kind="accident")).notes}
    assert not any(code.startswith("note.notice") for code in notes)


FLAG = st.none() | st.booleans()
EVENTS = st.builds(
    Event,
    on=st.dates(date(2015, 7, 1), date(2027, 1, 1)),
    kind=st.none() | st.sampled_from(EventKind),
    segment=st.sampled_from([None, Segment.BPU, Segment.PU, Segment.CONSTRUCTION]),
    place=st.none() | st.sampled_from(Place),
    usual_route=FLAG,
    own_work=FLAG,
    working_hours=FLAG,
    attack_while_working=FLAG,
    hospital_at_once=FLAG,
    within_24_hours=FLAG,
    diagnosed=FLAG,
    listed=FLAG,
    proven=FLAG,
    work_ended=FLAG,
)


@given(EVENTS, st.booleans())
def test_no_facts_make_the_finding(event: Event, strict: bool) -> None:
    law = current().strictly() if strict else current()
    answer = event_advice(event, law=law)
    assert answer.outcome is Outcome.CANNOT_DECIDE
    assert "event.finding" in [need.id for need in answer.needs]
    assert all(answer.text(lang) for lang in ("id", "en"))


@given(st.builds(Job, **dict.fromkeys(["state_office", "abroad", "project", "wage", "owner", "own_account"], FLAG)))
def test_a_missing_fact_is_asked_for_exactly_where_it_matters(job: Job) -> None:
    """Every way to fill the missing facts gives the told segment and kind, or something is asked for."""
    names = ("state_office", "abroad", "project", "wage", "owner", "own_account")
    ways = product(*([getattr(job, n)] if getattr(job, n) is not None else [True, False] for n in names))
    full = {_told(Job(**dict(zip(names, way, strict=True)))) for way in ways}
    answer = segment_advice(job, DAY, foreign=False)
    assert (len(full) == 1) is not bool(answer.needs)
    assert all(answer.text(lang) for lang in ("id", "en"))
    assert _told(job)[0] == (next(iter(full))[0] if len({segment for segment, _ in full}) == 1 else None)


def _told(job: Job) -> tuple[object, object]:
    findings = {found.code: found.value for found in segment_advice(job, DAY, foreign=False).findings}
    return findings["segment"], findings.get("kind")
