"""Events, suspected cases and jobs: impossible facts are refused; what TOML cannot state."""

from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from untyped import untyped

from jamsos import (
    BpuKind,
    Event,
    EventKind,
    EventPlace,
    InputError,
    Job,
    Outcome,
    Segment,
    Status,
    current,
    event_advice,
    segment_advice,
    several_jobs,
    suspected_case,
)

DAY = date(2026, 3, 2)
NOON: Any = datetime.fromisoformat("2026-03-02T12:00")
ACCIDENT = Event(on=DAY, kind="accident")
FARMER = Job(
    state_office=False, abroad=False, wage=False, owner=False, own_account=True, registered=True
)


BEFORE = DAY - timedelta(1)
WRONG: list[tuple[Any, str]] = [
    (lambda: Event(on=NOON), "Event.on"),
    (lambda: untyped(Event)(on=None), "Event.on"),
    (lambda: Event(on=date(2222, 1, 1)), "Event.on"),
    (lambda: Event(on=DAY, kind="illness"), "Event.kind"),
    (lambda: Event(on=DAY, place="road"), "Event.place"),
    (lambda: untyped(Event)(on=DAY, own_work=1), "Event.own_work"),
    (lambda: untyped(Event)(on=DAY, ended_on="2025-01-01"), "Event.ended_on"),
    (lambda: Event(on=DAY, kind="sudden_death", died=False), "Event.died"),
    (lambda: Event(on=DAY, within_24_hours=True, died=False), "Event.died"),
    (lambda: Event(on=DAY, died_at_work=True, died=False), "Event.died"),
    (lambda: Event(on=DAY, paid_months=-1), "Event.paid_months"),
    (lambda: Event(on=DAY, ended_on=DAY + timedelta(1)), "Event.ended_on"),
    (lambda: Event(on=DAY, work_ended=False, ended_on=DAY), "Event.ended_on"),
    (lambda: untyped(event_advice)(DAY), "event"),
    (lambda: event_advice(Event(on=DAY, segment="OUTSIDE")), "Event.segment"),
    (lambda: event_advice(ACCIDENT, found="accident"), "found"),
    (lambda: event_advice(ACCIDENT, found="occupational_disease"), "found"),
    (lambda: untyped(event_advice)(ACCIDENT, law=DAY), "law"),
    (lambda: untyped(suspected_case)(DAY), "event"),
    (lambda: suspected_case(ACCIDENT, received_on=NOON), "received_on"),
    (
        lambda: suspected_case(ACCIDENT, received_on=DAY, concluded="other", concluded_on=BEFORE),
        "received_on",
    ),
    (lambda: suspected_case(ACCIDENT, concluded="other", concluded_on=BEFORE), "Event.on"),
    (lambda: suspected_case(Event(on=DAY, kind="disease"), concluded="work_accident"), "concluded"),
    (lambda: untyped(Job)(wage="yes"), "Job.wage"),
    (lambda: Job(position="pupil"), "Job.position"),
    (lambda: untyped(segment_advice)(DAY, DAY), "job"),
    (lambda: segment_advice(FARMER, NOON), "on"),
    (lambda: untyped(segment_advice)(FARMER, DAY, foreign=1), "foreign"),
    (lambda: segment_advice(FARMER, DAY, months_in_indonesia=-1), "months_in_indonesia"),
    (lambda: several_jobs((), DAY), "jobs"),
    (lambda: untyped(several_jobs)({FARMER}, DAY), "jobs"),
    (lambda: untyped(several_jobs)((DAY,), DAY), "job"),
    (lambda: several_jobs((FARMER,), DAY, accident_at=True), "accident_at"),
    (lambda: several_jobs((FARMER,), DAY, accident_at=-1), "accident_at"),
]


@pytest.mark.parametrize(
    ("ask", "word"), WRONG, ids=[f"{n} {word}" for n, (_, word) in enumerate(WRONG)]
)
def test_what_cannot_be_is_refused_by_name(ask: Any, word: str) -> None:
    with pytest.raises(InputError, match=word):
        ask()


def test_without_a_segment_the_three_years_cannot_be_told() -> None:
    disease = Event(
        on=DAY, segment=None, kind="disease", diagnosed=True, listed=True, ended_on=date(2025, 6, 1)
    )
    answer = event_advice(disease, found="occupational_disease")
    assert [need.id for need in answer.needs] == ["event.segment"]


def test_a_finding_about_an_unknown_kind_is_taken() -> None:
    assert event_advice(Event(on=DAY), found="occupational_disease").outcome is Outcome.YES


def test_without_a_segment_both_notices_are_told() -> None:
    notes = {
        note.code for note in suspected_case(Event(on=DAY, segment=None, kind="accident")).notes
    }
    assert {"note.notice_of_pu", "note.notice_of_bpu", "note.notice_content"} <= notes


def test_of_a_construction_worker_no_notice_is_told() -> None:
    notes = {
        note.code
        for note in suspected_case(Event(on=DAY, segment="CONSTRUCTION", kind="accident")).notes
    }
    assert not any(code.startswith("note.notice") for code in notes)


def test_violence_at_work_waits_for_the_segment() -> None:
    """Permenaker 1/2025 Pasal 7(2)g is not for a BPU (Permenaker 5/2021 Pasal 47)."""
    event = Event(on=DAY, kind="violence", segment=None, place="workplace", own_work=False)
    (condition,) = event_advice(event).conditions
    assert condition.status is Status.UNKNOWN
    assert [need.id for need in condition.needs] == ["event.segment"]
    ids = {ground.id for ground in condition.grounds}
    assert {"accident.violence_at_work", "no_violence_rule_for_bpu"} <= ids


def test_sudden_death_waits_for_the_segment_where_only_a_bpu_fails() -> None:
    """Permenaker 5/2021 Pasal 85(2)-(3): the registered work and the months are of a BPU."""
    event = Event(
        on=DAY, kind="sudden_death", segment=None, place="workplace", attack_while_working=True,
        own_work=False, died_at_work=True, paid_months=11, bpu_kind="independent",
    )  # fmt: skip
    at_work, in_time, months = event_advice(event).conditions
    assert [need.id for need in (*at_work.needs, *months.needs)] == ["event.segment"] * 2
    assert in_time.status is Status.MET
    with_months = event_advice(evolve(event, paid_months=12, own_work=True)).conditions
    assert all(condition.status is Status.MET for condition in with_months)


FLAG = st.none() | st.booleans()
EVENTS = st.builds(
    Event,
    on=st.dates(date(2015, 7, 1), date(2027, 1, 1)),
    kind=st.none() | st.sampled_from(EventKind),
    segment=st.sampled_from([None, Segment.BPU, Segment.PU, Segment.CONSTRUCTION]),
    place=st.none() | st.sampled_from(EventPlace),
    usual_route=FLAG,
    own_work=FLAG,
    working_hours=FLAG,
    attack_while_working=FLAG,
    died_at_work=FLAG,
    taken_to_doctor=FLAG,
    within_24_hours=FLAG,
    in_work_relation=FLAG,
    paid_months=st.none() | st.integers(0, 40),
    bpu_kind=st.none() | st.sampled_from(BpuKind),
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


@given(
    st.builds(
        Job,
        **dict.fromkeys(
            ["state_office", "abroad", "project", "wage", "owner", "own_account"], FLAG
        ),
    )
)
def test_a_missing_fact_is_asked_for_exactly_where_it_matters(job: Job) -> None:
    """Every way to fill the missing facts gives the told segment and kind, or asks for more."""
    names = ("state_office", "abroad", "project", "wage", "owner", "own_account")
    ways = product(
        *([getattr(job, n)] if getattr(job, n) is not None else [True, False] for n in names)
    )
    full = {_told(Job(**dict(zip(names, way, strict=True)))) for way in ways}
    answer = segment_advice(job, DAY, foreign=False)
    assert (len(full) == 1) is not bool(answer.needs)
    assert all(answer.text(lang) for lang in ("id", "en"))
    assert _told(job)[0] == (
        next(iter(full))[0] if len({segment for segment, _ in full}) == 1 else None
    )


def _told(job: Job) -> tuple[object, object]:
    findings = {
        found.code: found.value for found in segment_advice(job, DAY, foreign=False).findings
    }
    return findings["segment"], findings.get("kind")
