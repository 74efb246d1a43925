"""What the facts of a sudden death refuse (Permenaker 5/2021 Pasal 85)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from untyped import untyped

from jamsos import InputError, Participation, SuddenDeath, Worker, death_benefit, payments

DAY = date(2026, 6, 2)
HOUR = datetime.fromisoformat("2026-06-02T10:00+08:00")
BEFORE = HOUR - timedelta(hours=24)
FISHER = Worker(kind="b", income=900_000)
MEMBER = Participation(number_issued=date(2025, 1, 6), payments=payments("2025-01", "2026-06"))


def dead(sudden_death: object, **facts: object) -> object:
    """The benefit after a death on ``DAY``."""
    stated: dict[str, object] = {"cause": "work_accident", "died_on": DAY, **facts}
    return untyped(death_benefit)(FISHER, MEMBER, sudden_death=sudden_death, **stated)


WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: untyped(SuddenDeath)(at_once="yes"), "SuddenDeath.at_once"),
    (lambda: untyped(SuddenDeath)(attack_at=DAY), "SuddenDeath.attack_at"),
    (lambda: untyped(SuddenDeath)(died_at="noon"), "SuddenDeath.died_at"),
    (
        lambda: SuddenDeath(died_at=datetime.fromisoformat("2026-06-02T10:00")),
        "SuddenDeath.died_at",
    ),
    (lambda: SuddenDeath(attack_at=HOUR, died_at=BEFORE), "SuddenDeath.died_at"),
    (lambda: SuddenDeath(attack_at=HOUR, doctor_at=BEFORE), "SuddenDeath.doctor_at"),
    (lambda: SuddenDeath(at_once=True, doctor_at=HOUR), "SuddenDeath.doctor_at"),
    (lambda: dead("at once"), "sudden_death"),
    (lambda: dead(SuddenDeath(at_once=True), cause="other"), "cause"),
    (lambda: dead(SuddenDeath(at_once=True), cause="occupational_disease"), "cause"),
    (lambda: dead(SuddenDeath(died_at=BEFORE)), "SuddenDeath.died_at"),
    (lambda: dead(SuddenDeath(attack_at=BEFORE), accident_on=DAY), "SuddenDeath.attack_at"),
    (lambda: dead(SuddenDeath(attack_at=HOUR + timedelta(1))), "SuddenDeath.attack_at"),
]


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_impossible_facts_are_refused(number: int) -> None:
    make, thing = WRONG[number]
    with pytest.raises(InputError) as caught:
        make()
    assert caught.value.thing == thing


def test_the_stated_hours_are_among_the_facts() -> None:
    sudden = SuddenDeath(at_once=True)
    told = death_benefit(FISHER, MEMBER, died_on=DAY, cause="work_accident", sudden_death=sudden)
    assert told.facts["sudden_death"] == sudden
    plain = death_benefit(FISHER, MEMBER, died_on=DAY, accident_on=DAY, cause="work_accident")
    assert "sudden_death" not in plain.facts
    assert told.total == plain.total == 70_000_000
