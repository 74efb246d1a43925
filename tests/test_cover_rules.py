"""The rules of cover over reduced facts, and that the two ways to tell the waiting time agree."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jamsos import Participation, Payment, Worker, cover_on, current, payments
from jamsos.coverage.cover_rules import (
    CoverFacts,
    CoverLimits,
    CoverState,
    Right,
    cover_limits,
    cover_state,
    is_waiting,
    jkk_care,
    jkk_cash,
    jkm_funeral,
    jkm_rest,
)
from jamsos.coverage.full_payment import paid_in_full
from jamsos.coverage.standing import standing_on, waiting_end
from jamsos.values.days import monday_to_friday
from jamsos.workers.codes import BPU, PU

LAW = current()
START = date(2026, 1, 5)
LIMITS = CoverLimits(
    arrears_months=3,
    waiting_months=3,
    waiting_from=date.min,
    cash_in_arrears=True,
    jkm_in_arrears=True,
    set_off=True,
)
NOW, LATER, NONE = Right.NOW, Right.AFTER_SETTLEMENT, Right.NONE
LESS = Right.LESS_ARREARS


def test_the_limits_of_a_day_are_those_of_the_law() -> None:
    """Three months of arrears (Pasal 39, 42) and of waiting (Pasal 97A, 24 February 2025): BPU."""
    assert cover_limits(date(2026, 1, 1), BPU, LAW) == LIMITS
    assert cover_limits(date(2025, 2, 23), BPU, LAW).waiting_months is None
    assert cover_limits(date(2019, 12, 2), BPU, LAW).set_off
    assert not cover_limits(date(2019, 12, 1), BPU, LAW).set_off
    wage = cover_limits(date(2026, 1, 1), PU, LAW)
    assert (wage.arrears_months, wage.waiting_months) == (None, None)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"started": False}, CoverState.NOT_STARTED),
        ({"left": True, "months_in_arrears": 4}, CoverState.LEFT),
        ({"ended": True}, CoverState.LAPSED),
        ({"months_in_arrears": 4}, CoverState.LAPSED),
        ({"months_in_arrears": 3, "settled": True}, CoverState.ARREARS),
        ({"months_in_arrears": 1}, CoverState.ARREARS),
        ({}, CoverState.ACTIVE),
    ],
)
def test_the_state_of_the_facts(facts: dict[str, Any], state: CoverState) -> None:
    """Up to three months in a row are arrears, more end the membership (Pasal 39, 42)."""
    whole: dict[str, Any] = {"start": START, "started": True, **facts}
    assert cover_state(CoverFacts(**whole), LIMITS) is state


@pytest.mark.parametrize(
    ("state", "settled", "waiting", "expected"),
    [
        (CoverState.ACTIVE, False, False, (NOW, NOW, NOW, NOW)),
        (CoverState.ACTIVE, False, True, (NOW, NOW, NOW, NONE)),
        (CoverState.ARREARS, False, False, (NOW, LESS, NOW, LESS)),
        (CoverState.ARREARS, True, False, (NOW, NOW, NOW, NOW)),
        (CoverState.ARREARS, True, True, (NOW, NOW, NOW, NONE)),
        (CoverState.LAPSED, False, False, (NONE, NONE, NONE, NONE)),
        (CoverState.NOT_STARTED, False, False, (NONE, NONE, NONE, NONE)),
        (CoverState.LEFT, False, True, (NONE, NONE, NONE, NONE)),
    ],
)
def test_the_four_rights_of_a_state(
    state: CoverState, settled: bool, waiting: bool, expected: tuple[Right, Right, Right, Right]
) -> None:
    """Pasal 39 and 42 ayat (1), Pasal 97A ayat (2): care and funeral money are paid in arrears."""
    rights = (
        jkk_care(state),
        jkk_cash(state, LIMITS, settled=settled),
        jkm_funeral(state, LIMITS),
        jkm_rest(state, LIMITS, settled=settled, waiting=waiting),
    )
    assert rights == expected


def test_before_2_december_2019_the_cash_waits_for_the_arrears() -> None:
    """PP 44/2015 Pasal 39 ayat (1), 42 ayat (1), without Permenaker 5/2021 Pasal 92 and 98."""
    limits = LIMITS._replace(set_off=False)
    assert jkk_cash(CoverState.ARREARS, limits, settled=False) is LATER
    assert jkm_rest(CoverState.ARREARS, limits, settled=False, waiting=False) is LATER


def test_in_arrears_without_any_right_to_cash_or_to_jkm() -> None:
    """The other readings of D13 and D12."""
    for settled in (False, True):
        strict = LIMITS._replace(cash_in_arrears=False, jkm_in_arrears=False)
        assert jkk_cash(CoverState.ARREARS, strict, settled=settled) is NONE
        assert jkm_funeral(CoverState.ARREARS, strict) is NONE
        assert jkm_rest(CoverState.ARREARS, strict, settled=settled, waiting=False) is NONE


@pytest.mark.parametrize(
    ("limits", "facts", "waiting"),
    [
        ({}, {"months_waited": 2}, True),
        ({}, {"months_waited": 3}, False),
        ({"waiting_months": None}, {"months_waited": 0}, False),
        ({"waiting_from": START + timedelta(1)}, {"months_waited": 0}, False),
        ({"waiting_from": START}, {"months_waited": 0}, True),
    ],
)
def test_who_waits(limits: dict[str, Any], facts: dict[str, Any], waiting: bool) -> None:
    reduced = CoverFacts(start=START, started=True, **facts)
    assert is_waiting(reduced, LIMITS._replace(**limits)) is waiting


@example(
    start=START,
    days=90,
    paid=14,
    boundary="from_the_day",
    early="every_death",
    again="new_membership",
)
@example(
    start=START,
    days=90,
    paid=14,
    boundary="day_after",
    early="every_death",
    again="new_membership",
)
@example(
    start=START,
    days=91,
    paid=14,
    boundary="day_after",
    early="every_death",
    again="new_membership",
)
@given(
    start=st.dates(date(2024, 6, 1), date(2026, 6, 1)),
    days=st.integers(0, 400),
    paid=st.integers(1, 14),
    boundary=st.sampled_from(["from_the_day", "day_after", "three_paid_months"]),
    early=st.sampled_from(["every_death", "new_registrations"]),
    again=st.sampled_from(["new_membership", "never_restarts"]),
)
def test_counting_months_and_naming_the_day_agree(
    start: date, days: int, paid: int, boundary: str, early: str, again: str
) -> None:
    """A BPU waits until the first day with full JKM, and no longer (D06, D14, D46)."""
    law = LAW.with_decisions(D46=boundary, D06=early, D14=again)
    day = start + timedelta(days)
    months = payments(start, start + timedelta(30 * paid), on=start)
    member = Participation(number_issued=start, payments=months)
    found = standing_on(member, day, law, monday_to_friday)
    assert found is not None
    end = waiting_end(found, member, law)
    if end is None or end.day is None:
        # Without a day only paid months can end the wait, and some are still to be paid.
        assert found.waiting is (end is not None and end.months_short > 0)
    else:
        assert end.months_short == 0
        assert found.waiting is (day < end.day)


def test_an_office_with_its_own_holidays_judges_a_month_by_them() -> None:
    """Due on Saturday 15 August 2020, 17 and 18 being holidays: paid on the 19th is in time.

    The membership goes on, so August costs one percent: Rp168 (PP 49/2020 Pasal 13). Where the
    17th is a working day, it ended on the 18th, and the new one pays two months in full.
    """
    paid = [Payment(month=f"2020-{month:02}", on=date(2020, 8, 19)) for month in (5, 6, 7)]
    member = Participation(
        number_issued=date(2020, 1, 6),
        payer="self",
        payments=[
            *payments("2020-01", "2020-04"),
            *paid,
            Payment(month="2020-08", on=date(2020, 8, 19), amount=168),
        ],
    )
    fisher = Worker(kind="independent", income=900_000, sector="other")

    def with_holidays(day: date) -> bool:
        return monday_to_friday(day) and day not in {date(2020, 8, 17), date(2020, 8, 18)}

    notes: list[set[str]] = []
    for calendar in (with_holidays, monday_to_friday):
        found = cover_on(member, date(2020, 8, 20), worker=fisher, calendar=calendar)
        notes.append({note.code for note in found.notes})
    assert "note.paid_in_part" not in notes[0]
    assert "note.paid_in_part" in notes[1]


@pytest.mark.parametrize(
    ("amount", "short", "needs"),
    [(8_399, True, ()), (8_400, False, ("worker.sector",)), (16_799, False, ("worker.sector",)),
     (16_800, False, ())],
)  # fmt: skip
def test_between_half_and_all_of_a_month_the_sector_tells_whether_it_is_paid(
    amount: int, short: bool, needs: tuple[str, ...]
) -> None:
    """February 2026 costs Rp8,400 in transport and Rp16,800 elsewhere (PP 50/2025 Pasal 4(1))."""
    month = Payment(month="2026-02", on=date(2026, 2, 10), amount=amount)
    member = Participation(number_issued=date(2026, 1, 5), payer="self",
                           payments=[*payments("2026-01", "2026-01"), month])  # fmt: skip
    fisher = Worker(kind="independent", income=900_000)
    found = paid_in_full(
        fisher, member, date(2026, 2, 20), scheme=None, calendar=monday_to_friday, law=LAW
    )
    assert tuple(need.id for need in found.needs) == needs
    assert bool(found.notes) is short
    assert (len(found.member.payments or ()) == 1) is short
