"""Single formulas where no question shows all of them."""

from datetime import date

from attrs import evolve

from jamsos import (
    Incapacity,
    Participation,
    WorkAccident,
    Worker,
    claim_timeline,
    current,
    disability_search,
    jkk_benefit,
    payments,
)
from jamsos.coverage.contribution_period import right_from

LAW = current()
DAY = date(2026, 5, 4)


def test_without_a_number_no_earlier_month_gives_a_right():
    assert right_from(Participation(payments=(), earlier_paid_months=36), LAW) is None


def test_no_share_of_the_wage_before_the_first_row():
    """Shares that began with the second month would leave the first 30 days without money."""
    late = LAW.amended(evolve(LAW.get("jkk.stmb_shares", DAY), value=((2, 500_000),)))
    member = Participation(number_issued=date(2024, 1, 10), payments=payments("2024-01", "2026-12"))
    for last, paid in ((date(2026, 6, 2), 0), (date(2026, 6, 3), 1_000_000 // 30 // 2)):
        accident = WorkAccident(on=DAY, unable=(Incapacity(first=DAY, last=last),), land=0, sea=0, air=0, losses=())
        answer = jkk_benefit(Worker(income=900_000), member, accident, law=late)
        assert int(answer.line("jkk.stmb")) == paid


def test_the_table_searched_is_that_of_the_law_given():
    table = LAW.get("jkk.disability_table", LAW.known_until)
    fewer = LAW.amended(evolve(table, value=table.value[:-1]))
    word = table.rows[-1][0]
    assert [row.code for row in disability_search(str(word))] == [word]
    assert disability_search(str(word), law=fewer) == ()


def test_a_timeline_keeps_its_facts_and_tells_its_days_in_order():
    answer = claim_timeline("work_accident", DAY, complete_on=date(2026, 5, 20), stage1_on=date(2026, 5, 5))
    assert answer.question == "timeline"
    assert {name: str(fact) for name, fact in answer.facts.items()} == {
        "cause": "work_accident",
        "segment": "BPU",
        "event_on": "2026-05-04",
    }
    days = [finding.value for finding in answer.findings if isinstance(finding.value, date)]
    assert len(days) > 2
    assert days == sorted(days)
