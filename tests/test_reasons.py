"""Every reason reads right beside its outcome, in both languages.

The sentences of ``tests/data/reasons.toml`` are written by hand: a reason that turns into its
opposite is noticed there, and none is said that nobody has read.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_texts import NEVER_FAIL, conditions

from jamsos import (
    Answer,
    Event,
    Job,
    Law,
    Outcome,
    Participation,
    Placement,
    Status,
    Worker,
    cover_on,
    current,
    event_advice,
    load_scheme,
    may_enrol,
    migrant_cover,
    several_jobs,
)
from jamsos.registers import enrolment_columns, exposure_columns, plan, premium_columns
from jamsos.registers.columns.columns import Columns

READ = tomllib.loads((Path(__file__).parent / "data" / "reasons.toml").read_text("utf-8"))
DAYS = (date(2015, 8, 1), date(2020, 9, 1), date(2022, 1, 1), date(2024, 1, 1), date(2026, 9, 1))
"""One in each stretch of the law of enrolment and benefits."""

MONTHS = ("2015-08", "2020-09", "2022-01", "2026-02", "2026-09", "2027-02", "2027-05")
"""Without relief, and under each of them."""

DAY = date(2026, 9, 1)
KUTIM = load_scheme("kutim")


def laws() -> tuple[Law, ...]:
    return current(), current().strictly(), current().with_decisions(D08="refuse")


def all_columns() -> Iterator[Columns]:
    for law in laws():
        for day in DAYS:
            yield enrolment_columns(day, law=law)
            yield exposure_columns(day, law=law)
            if KUTIM.terms_on(day) is not None:
                yield enrolment_columns(day, law=law, scheme=KUTIM)
        yield enrolment_columns(date(2022, 12, 1), law=law, scheme=KUTIM)
        for month in MONTHS:
            for payer in (None, "self", "APBD", "CSR"):
                yield premium_columns(month, payer=payer, law=law)
        yield premium_columns("2026-09", scheme=KUTIM, law=law)


@cache
def said_of_columns() -> set[tuple[str, str, str]]:
    """The outcome and the sentences of every reason."""
    return {
        (str(reason.outcome), reason.text("id"), reason.text("en"))
        for columns in all_columns()
        for reason in columns.reasons
    }


def refused() -> Iterator[Answer]:
    """Questions whose conditions fail, each in at least one of them."""
    facts: dict[str, Any] = {
        "works": False,
        "birth": date(1950, 1, 1),
        "foreign": True,
        "months_in_indonesia": 2,
    }
    yield may_enrol(Worker(segment="OUTSIDE", **facts), DAY)
    yield may_enrol(Worker(segment="PU", **facts), DAY)
    yield may_enrol(Worker(segment="MIGRANT", **facts), DAY)
    unfit: dict[str, Any] = {"letter": False, "registry_match": False, "resident_of": "64.01"}
    unfit |= {"wage_earner": True, "other_payer": True}
    yield may_enrol(Worker(segment="BPU", **facts, **unfit), date(2025, 9, 1), scheme=KUTIM)
    yield may_enrol(Worker(has_nik=False), DAY)
    yield may_enrol(Worker(wage_earner=True), date(2022, 12, 1), scheme=KUTIM)
    elsewhere: dict[str, Any] = {"on": DAY, "segment": "PU", "place": "elsewhere"}
    yield event_advice(Event(kind="accident", own_work=False, **elsewhere))
    outside: dict[str, Any] = {"own_work": False, "in_work_relation": False}
    yield event_advice(Event(kind="violence", **outside, **elsewhere))
    unlike: dict[str, Any] = {"attack_while_working": False, "taken_to_doctor": False}
    of_bpu: dict[str, Any] = {**elsewhere, "segment": "BPU", "paid_months": 11, "bpu_kind": "b"}
    yield event_advice(Event(kind="sudden_death", died_at_work=False, **unlike, **of_bpu))
    found: dict[str, Any] = {"diagnosed": False, "listed": False, "proven": False}
    ended: dict[str, Any] = {"work_ended": True, "ended_on": date(2020, 1, 1)}
    yield event_advice(Event(kind="disease", on=DAY, segment="PU", **found, **ended))
    yield migrant_cover(Placement(agency=True, paid_on=date(2026, 10, 1)), DAY)
    yield several_jobs((Job(own_account=True, registered=False),) * 2, DAY, accident_at=0)
    left: dict[str, Any] = {"left_on": date(2025, 1, 1), "payments": ()}
    both = [Participation(number_issued=date(year, 1, 1), **left) for year in (2023, 2024)]
    yield cover_on((both[0], both[1]), DAY)


def one_space(text: str) -> str:
    """A table with one space between its columns."""
    return re.sub(r" +", " ", text)


def failed() -> dict[str, set[tuple[str, str]]]:
    """What each condition that failed says, by its code; in an answer the status stands beside."""
    said: dict[str, set[tuple[str, str]]] = {}
    for answer in refused():
        for condition in answer.conditions:
            if condition.status is Status.FAILED:
                name = condition.text.code.removeprefix("condition.")
                sentences = (condition.meaning.say("id"), condition.meaning.say("en"))
                said.setdefault(name, set()).add(sentences)
                assert f"tidak terpenuhi {sentences[0]}" in one_space(answer.text("id"))
                assert f"not met {sentences[1]}" in one_space(answer.text("en"))
    return said


def test_every_reason_of_a_column_was_read() -> None:
    read = {(one["outcome"], one["id"], one["en"]) for one in READ["reason"]}
    assert said_of_columns() - read == set()
    assert read - said_of_columns() == set()


def test_a_reason_has_one_outcome() -> None:
    said = [sentence for _, sentence, _ in said_of_columns()]
    assert len(said) == len(set(said))


def test_every_condition_that_failed_was_read() -> None:
    said = failed()
    assert said.keys() == conditions() - NEVER_FAIL
    read = {(one["code"], one["id"], one["en"]) for one in READ["failed"]}
    assert read == {(code, *both) for code, sentences in said.items() for both in sentences}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_condition_says_another_thing_when_it_failed(lang: str) -> None:
    for answer in refused():
        for condition in answer.conditions:
            same = condition.meaning.say(lang) == condition.text.say(lang)
            assert same == (condition.status is not Status.FAILED)


def test_nobody_of_68_is_said_to_be_within_the_age_limit() -> None:
    worker = Worker(segment="BPU", works=True, foreign=False, birth=date(1958, 1, 1))
    answer = may_enrol(worker, DAY)
    assert answer.outcome is Outcome.NO
    assert "tidak terpenuhi sudah melewati batas usia" in one_space(answer.text("id"))
    assert "masih dalam batas usia" not in answer.text("id")


def test_a_plan_says_why_somebody_does_not_take_part() -> None:
    import polars as pl  # noqa: PLC0415 - only this test needs frames

    facts = {"segment": ["PU", "BPU"], "works": [True, False], "foreign": [False, False]}
    born = {"birth": [date(1990, 1, 1), date(1990, 1, 1)], "income": [900_000, 900_000]}
    found = plan(
        pl.DataFrame(facts | born),
        budget=0,
        first="2026-09",
        last="2026-09",
        order=["income"],
        scheme=None,
        payer="APBD",
    )
    rows = [" ".join(line.split()) for line in found.text("id").splitlines()]
    assert "1 tidak memenuhi syarat tidak bekerja" in rows
    assert not any(row.endswith("tidak memenuhi syarat bekerja") for row in rows)
