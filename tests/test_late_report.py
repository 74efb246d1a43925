"""A death from work whose report nobody described (Permenaker 1/2025 Pasal 8 ayat (2a))."""

from datetime import date

import pytest
from untyped import untyped

from jamsos.benefits.death.benefit import death_benefit
from jamsos.benefits.results.death import DeathBenefit
from jamsos.errors import InputError
from jamsos.workers.employment import Employment
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments
from jamsos.workers.worker import Worker

CLERK = Participation(
    segment="PU",
    number_issued=date(2015, 7, 6),
    payments=payments("2015-07", "2026-08"),
    employment=Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000),
)
FISHER = Participation(number_issued=date(2024, 1, 10), payments=payments("2024-01", "2026-08"))
FIRST_DAY = date(2025, 2, 24)
WITH_TOTAL = [({"reported_late": "True"}, 238_000_000), ({"reported_late": "False"}, 238_000_000)]


def dead(day: date = FIRST_DAY, **facts: object) -> DeathBenefit:
    stated: dict[str, object] = {"accident_on": day, "cause": "work_accident", **facts}
    answer: DeathBenefit = untyped(death_benefit)(Worker(), CLERK, died_on=day, **stated)
    return answer


def test_whether_it_was_late_is_asked_for_from_24_february_2025() -> None:
    """The amount is the same either way: only who pays it is open."""
    answer = dead(reported_late=None)
    assert [need.id for need in answer.needs] == ["reported_late"]
    possible = [(dict(one.facts), one.total) for one in answer.possibilities]
    assert possible == WITH_TOTAL


def test_a_day_earlier_it_changes_nothing() -> None:
    assert {line.payer for line in dead(date(2025, 2, 23), reported_late=None).lines} == {None}


def test_whether_it_was_a_suspicion_is_asked_for_before_whether_it_was_late() -> None:
    """A report of a suspicion burdens nobody, late or not (D86)."""
    answer = dead(reported_late=None, reported_as_suspected=None)
    assert [need.id for need in answer.needs] == ["reported_as_suspected"]
    # Had it been one of an accident, its lateness would still be open.
    possible = [(dict(one.facts), one.total) for one in answer.possibilities]
    assert possible == [({"reported_as_suspected": "True"}, 238_000_000)]


@pytest.mark.parametrize(
    ("member", "facts"),
    [
        (CLERK, {"reported_late": 1}),
        (CLERK, {"reported_as_suspected": "yes"}),
        (CLERK, {"cause": "other", "accident_on": None, "reported_late": None}),
        (FISHER, {"reported_late": None}),
    ],
    ids=["late is no number", "suspected is no text", "another cause", "a BPU"],
)
def test_a_report_nobody_makes_is_refused(member: Participation, facts: dict[str, object]) -> None:
    stated: dict[str, object] = {"accident_on": FIRST_DAY, "cause": "work_accident", **facts}
    with pytest.raises(InputError):
        untyped(death_benefit)(Worker(), member, died_on=FIRST_DAY, **stated)


def test_of_several_registrations_the_employer_of_the_accident_reports() -> None:
    """A PU who also insures himself as BPU: only the employer can be late."""
    both = (CLERK, FISHER)
    worker = Worker(kind="independent", income=900_000)
    stated: dict[str, object] = {"accident_on": FIRST_DAY, "cause": "work_accident"}
    ask = untyped(death_benefit)
    at_work = ask(worker, both, died_on=FIRST_DAY, accident_at=0, reported_late=True, **stated)
    assert {line.payer for line in at_work.lines} == {"employer_first"}
    own_work = ask(worker, both, died_on=FIRST_DAY, accident_at=1, reported_late=True, **stated)
    assert {line.payer for line in own_work.lines} == {None}
