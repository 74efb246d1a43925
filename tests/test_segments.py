"""Registrations of wage earners and project workers: facts that cannot be, no segment stated."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from untyped import untyped

from jamsos import (
    Employment,
    Failing,
    InputError,
    Month,
    Outcome,
    PaidBy,
    Participation,
    Position,
    Programme,
    Project,
    Segment,
    Worker,
    cover_on,
    death_benefit,
    keeping_cover,
    may_enrol,
    payments,
    premium,
    refund_after_claim,
)

DAY = date(2026, 8, 3)
CLERK = Participation(
    segment="PU", number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-08")
)
WAGE = Employment(pay_form="monthly", basic_wage=4_500_000, fixed_allowances=0)
ANY: Any = "something"

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "an unknown segment": (lambda: Participation(segment="PNS"), "Participation.segment"),
    "no segment": (lambda: untyped(Participation)(segment=None), "Participation.segment"),
    "a migrant": (lambda: Participation(segment="MIGRANT"), "Participation.segment"),
    "a civil servant": (lambda: Participation(segment="OUTSIDE"), "Participation.segment"),
    "a BPU with a project": (lambda: Participation(project=Project()), "Participation.project"),
    "a BPU with an employment": (
        lambda: Participation(employment=WAGE),
        "Participation.employment",
    ),
    "a BPU with an employer": (
        lambda: Participation(failing="wrong_data"),
        "Participation.failing",
    ),
    "a wage earner with a payer": (
        lambda: Participation(segment="PU", payer="APBD"),
        "Participation.payer",
    ),
    "a wage earner in no programme": (
        lambda: Participation(segment="PU", programmes=()),
        "Participation.programmes",
    ),
    "a wage earner in JHT alone": (
        lambda: Participation(segment="PU", programmes=(Programme.JHT,)),
        "Participation.programmes",
    ),
    "an unknown programme": (
        lambda: Participation(segment="PU", programmes=["JKX"]),
        "Participation.programmes",
    ),
    "a project in JKK alone": (
        lambda: Participation(segment="CONSTRUCTION", programmes=(Programme.JKK,)),
        "Participation.programmes",
    ),
    "payments of who was never registered": (
        lambda: Participation(segment="PU", failing="not_registered", payments=()),
        "Participation.payments",
    ),
    "a first month of who was never registered": (
        lambda: Participation(segment="PU", failing="wrong_data", first_month="2026-01"),
        "Participation.first_month",
    ),
    "an unknown failing": (
        lambda: Participation(segment="PU", failing="late"),
        "Participation.failing",
    ),
    "an employment that is none": (
        lambda: Participation(segment="PU", employment=ANY),
        "Participation.employment",
    ),
    "a project that is none": (
        lambda: Participation(segment="CONSTRUCTION", project=ANY),
        "Participation.project",
    ),
    "a project paid at an hour": (
        lambda: untyped(Project)(paid_on="2026-01-05"),
        "Project.paid_on",
    ),
    "a list of the project that is a number": (
        lambda: untyped(Project)(listed=1),
        "Project.listed",
    ),
    "a report of nobody": (
        lambda: Project(listed=False, joined_on=DAY, reported_on=DAY),
        "Project.reported_on",
    ),
    "the payment of no instalment": (
        lambda: Project(instalment_paid_on=DAY),
        "Project.instalment_paid_on",
    ),
    "an unknown position": (lambda: Employment(position="boss"), "Employment.position"),
    "no position": (lambda: untyped(Employment)(position=None), "Employment.position"),
    "a negative report": (lambda: Employment(reported_wage=-1), "Employment.reported_wage"),
    "a lowest wage in parts": (
        lambda: untyped(Employment)(lowest_wage=1.5),
        "Employment.lowest_wage",
    ),
    "cover of a worker that is none": (lambda: cover_on(CLERK, DAY, worker=ANY), "worker"),
    "a death of a worker that is none": (
        lambda: death_benefit(ANY, CLERK, died_on=DAY, cause="other"),
        "worker",
    ),
    "a migrant with an employment": (
        lambda: cover_on(CLERK, DAY, worker=Worker(segment="MIGRANT")),
        "Worker.segment",
    ),
    "what keeps a wage earner": (
        lambda: keeping_cover(Worker(), CLERK, DAY),
        "Participation.segment",
    ),
    "a month of a wage earner as BPU": (
        lambda: premium(Worker(), "2026-08", participation=CLERK),
        "Participation.segment",
    ),
    "a wage earner's entry as BPU": (
        lambda: may_enrol(Worker(), DAY, participation=CLERK),
        "Participation.segment",
    ),
    "a wage earner's refund": (lambda: refund_after_claim(CLERK, DAY), "Participation.segment"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_by_name(what: str) -> None:
    build, thing = REFUSED[what]
    with pytest.raises(InputError) as caught:
        build()
    assert caught.value.thing == thing
    assert caught.value.next_step


def test_a_registration_of_an_employer_tells_the_segment() -> None:
    nobody = Worker(segment=None)
    assert death_benefit(nobody, CLERK, died_on=DAY, cause="other").total == 42_000_000
    own = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-08"))
    needs = death_benefit(nobody, (CLERK, own), died_on=DAY, cause="other").needs
    assert [need.id for need in needs] == ["worker.segment"]


def test_codes_may_be_written_as_text() -> None:
    assert Participation(segment="PU", failing="wrong_data").failing is Failing.WRONG_DATA
    assert CLERK.segment is Segment.PU
    assert Employment(position="student").position is Position.STUDENT


def test_an_employer_owes_in_the_place_of_bpjs() -> None:
    unknown = Participation(segment="PU", failing="not_registered", employment=WAGE)
    answer = death_benefit(Worker(), unknown, died_on=DAY, accident_on=DAY, cause="work_accident")
    assert {line.payer for line in answer.lines} == {PaidBy.EMPLOYER}
    assert "paid by the employer" in answer.text("en")
    assert "dibayar pemberi kerja" in answer.html("id")
    insured = death_benefit(Worker(), CLERK, died_on=DAY, cause="other")
    assert {line.payer for line in insured.lines} == {None}
    assert "paid by" not in insured.text("en")


def test_the_payers_in_words() -> None:
    late = Participation(
        segment="PU", number_issued=date(2025, 1, 6), payments=payments("2025-01", "2025-12")
    )
    cover = cover_on(late, DAY)
    assert cover.outcome is Outcome.YES
    assert cover.finding("arrears_first_month") == Month.of("2026-01")
    assert "the employer first" in cover.text("en")
