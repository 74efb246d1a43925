"""Hours, zones and orders of a claim's days, refused facts, the words of a duty, and holidays."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from untyped import untyped

from jamsos import (
    ClaimTimeline,
    InputError,
    OutsideLawError,
    claim_papers,
    claim_timeline,
    current,
    dispute_steps,
    registration_timeline,
)
from jamsos.law.steps import rule_of_step
from jamsos.values.moments import hours_after, is_after

DAY = date(2026, 6, 10)
WITA = timezone(timedelta(hours=8))
NOON = datetime(2026, 6, 10, 12, 0, tzinfo=WITA)
NAIVE = datetime(2026, 6, 10, 12, 0)  # noqa: DTZ001 - what must be refused


class NoZone(tzinfo):
    """A time zone that does not know its distance from UTC."""

    def utcoffset(self, _moment: datetime | None, /) -> None:
        return None

    dst = tzname = utcoffset


def accident(event: date = DAY, **facts: Any) -> ClaimTimeline:
    return claim_timeline("work_accident", event, **facts)


def test_forty_eight_hours_run_on_the_clock_where_clocks_are_changed() -> None:
    # Berlin, 28 March 2026, 12:00 (UTC+1): clocks go forward in the night; 48 hours later it
    # is 13:00 (UTC+2).
    berlin = ZoneInfo("Europe/Berlin")
    later = hours_after(datetime(2026, 3, 28, 12, 0, tzinfo=berlin), 48)
    assert later.isoformat() == "2026-03-30T13:00:00+02:00"


def test_a_no_of_numpy_is_a_no() -> None:
    """Permenaker 1/2025 Pasal 11: told within two working days, not by the 15th of next month."""
    concluded = date(2026, 9, 10)
    answer = accident(segment="PU", concluded_on=concluded, accepted=np.bool_(0))
    assert answer == accident(segment="PU", concluded_on=concluded, accepted=False)
    assert answer.finding("conclusion_told_by") == date(2026, 9, 14)


def test_a_step_that_began_before_there_was_a_rule_for_it_is_outside_the_law() -> None:
    """The 30 days of a suspected accident or disease: Permenaker 1/2025, from 24 February 2025."""
    day = date(2025, 2, 23)
    with pytest.raises(OutsideLawError, match=r"2025-02-23.*choose another day"):
        rule_of_step("report.late_employer_bears", day, day, current())


@pytest.mark.parametrize(
    ("moment", "limit", "after"),
    [
        (DAY, DAY, None),
        (date(2026, 6, 11), DAY, True),
        (NOON, DAY, None),
        (datetime(2026, 6, 11, 0, 0, tzinfo=WITA), DAY, True),
        (NOON, NOON, False),
        (NOON + timedelta(seconds=1), NOON, True),
        (datetime(2026, 6, 10, 4, 0, tzinfo=UTC), NOON, False),
        (datetime(2026, 6, 10, 4, 1, tzinfo=UTC), NOON, True),
        (DAY, NOON, None),
        (date(2026, 6, 9), NOON, False),
        (date(2026, 6, 11), NOON, True),
    ],
)
def test_after_a_limit(moment: date, limit: date, after: bool | None) -> None:
    assert is_after(moment, limit) is after


def test_findings_stand_in_the_order_of_their_days() -> None:
    answer = accident(
        NOON,
        stage1_on=datetime(2026, 6, 11, 9, 0, tzinfo=WITA),
        letter_on=date(2026, 7, 1),
        received_on=date(2026, 7, 2),
        facility_complete_on=date(2026, 6, 15),
        complete_on=date(2026, 7, 6),
        paid_on=date(2026, 7, 17),
        amount=1_000_000,
    )
    assert [found.code for found in answer.findings] == [
        "report_stage1_by",  # 12 June, noon
        "report_to",
        "report_stage1_was",
        "facility_pay_by",  # 24 June
        "report_stage2_by",  # 3 July
        "incomplete_notice_by",  # 7 July
        "pay_by",  # 15 July
        "days_late",  # two days
        "claim_until",  # 10 June 2031
    ]
    assert answer.finding("report_stage1_by") == datetime(2026, 6, 12, 12, 0, tzinfo=WITA)
    assert answer.total == 20_000


def test_a_duty_says_who_has_to_act_and_an_hour_is_shown() -> None:
    told = accident(NOON).text("en")
    assert "12 June 2026 12:00 (UTC+0800) (participant and/or family)" in told
    assert "12 Juni 2026 12:00 (UTC+0800) (peserta dan/atau keluarga)" in accident(NOON).text("id")
    assert "(only if the benefit is above Rp50,000,000)" not in told
    assert "only if the benefit is above Rp50,000,000" in claim_papers("jkk", "BPU", DAY).text("en")


def test_the_law_of_the_event_s_own_day_counts() -> None:
    # 1 April 2021, 00:30 in WITA is still 31 March in UTC;
    # the day is the one of the given zone.
    there = accident(datetime(2021, 4, 1, 0, 30, tzinfo=WITA), segment="PU")
    assert there.finding("report_to") == "bpjs_and_provincial_office"


@pytest.mark.parametrize("segment", ["BPU", "PU", "CONSTRUCTION", "MIGRANT"])
def test_a_late_day_of_knowledge_is_marked(segment: str) -> None:
    answer = claim_timeline("other", date(2026, 10, 11), segment=segment)
    assert [note.code for note in answer.notes] == ["note.beyond_knowledge"]


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: accident(NAIVE), "time zone"),
    (lambda: accident(NOON.replace(tzinfo=NoZone())), "time zone"),
    (lambda: untyped(accident)("2026-06-10"), "event_on"),
    (lambda: accident(datetime(2201, 1, 1, tzinfo=UTC)), "2200"),
    (lambda: accident(stage1_on=NAIVE), "stage1_on"),
    (lambda: accident(letter_on=NAIVE), "letter_on"),
    (lambda: accident(received_on=NOON), "received_on"),
    (lambda: accident(complete_on=NOON), "complete_on"),
    (lambda: accident(paid_on=NOON), "paid_on"),
    (lambda: accident(facility_complete_on=NOON), "facility_complete_on"),
    (lambda: accident(stage1_on=date(2026, 6, 9)), "stage1_on"),
    (lambda: accident(NOON, stage1_on=NOON - timedelta(minutes=1)), "stage1_on"),
    (lambda: accident(letter_on=date(2026, 6, 9)), "letter_on"),
    (lambda: accident(letter_on=date(2026, 7, 1), received_on=date(2026, 6, 30)), "received_on"),
    (lambda: accident(facility_complete_on=date(2026, 6, 9)), "facility_complete_on"),
    (lambda: accident(amount=1.5), "amount"),
    (lambda: accident(amount=-1), "amount"),
    (lambda: accident(segment="PNS"), "segment: got"),
    (lambda: claim_timeline("other", DAY, stage1_on=DAY), "stage1_on"),
    (lambda: claim_timeline("other", DAY, received_on=DAY), "received_on"),
    (lambda: claim_timeline("other", DAY, facility_complete_on=DAY), "facility_complete_on"),
    (lambda: accident(segment="MIGRANT", letter_on=DAY), "letter_on"),
    (lambda: claim_papers("jkk", "BPU", NOON), "on"),
    (lambda: claim_papers("jht", "BPU", DAY), "kind: got"),
    (
        lambda: untyped(claim_papers)("jkk", "BPU", DAY, contracted_facility=0),
        "contracted_facility",
    ),
    (lambda: untyped(claim_papers)("jkk", "BPU", DAY, traffic_accident="yes"), "traffic_accident"),
    (lambda: claim_papers("jkk", "BPU", DAY, amount=True), "amount"),
    (lambda: claim_papers("jkk", "BPU", DAY, claimant="spouse"), "claimant"),
    (lambda: claim_papers("jkm", "BPU", DAY, claimant="me"), "claimant: got"),
    (lambda: claim_papers("jkm", "BPU", DAY, lost_at_sea=True), "lost_at_sea"),
    (lambda: claim_papers("scholarship", "BPU", DAY, on_leave=False), "on_leave"),
    (lambda: dispute_steps("weather", DAY), "about: got"),
    (lambda: dispute_steps("civil", NOON), "on"),
    (lambda: registration_timeline("BPU", complete_on=NOON), "complete_on"),
    (lambda: registration_timeline("OUTSIDE", complete_on=DAY), "segment"),
    (
        lambda: registration_timeline("PU", hired_on=DAY, self_registered_on=date(2026, 6, 9)),
        "self_registered_on",
    ),
    (
        lambda: registration_timeline("CONSTRUCTION", ordered_on=DAY, complete_on=date(2026, 6, 9)),
        "complete_on",
    ),
    (
        lambda: registration_timeline("CONSTRUCTION", changed_on=DAY, event_on=date(2026, 6, 9)),
        "event_on",
    ),
]


@pytest.mark.parametrize(
    ("ask", "word"),
    [pytest.param(*case, id=f"{number} {case[1]}") for number, case in enumerate(REFUSED)],
)
def test_facts_that_cannot_be_are_refused_by_name(ask: Callable[..., Any], word: str) -> None:
    with pytest.raises(InputError, match=word):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda: accident(datetime(2015, 6, 30, 23, 0, tzinfo=WITA)), id="an accident"),
        pytest.param(lambda: claim_papers("jkk", "BPU", date(2015, 6, 30)), id="papers"),
        pytest.param(
            lambda: registration_timeline("PU", hired_on=date(2015, 6, 30)), id="a registration"
        ),
    ],
)
def test_days_before_the_law_are_refused(ask: Callable[..., Any]) -> None:
    with pytest.raises(OutsideLawError):
        ask()
