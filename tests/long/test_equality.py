"""Over the law's own edges the columns say what the scalar questions say, reasons included."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import pytest
import register_rows as rows
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos import Scheme, Worker, current, load_scheme
from jamsos import testing as facts
from jamsos.registers import Columns
from jamsos.registers.columns.enrolment import enrolment_columns
from jamsos.registers.columns.exposure import exposure_columns
from jamsos.registers.columns.premiums import premium_columns
from jamsos.values.months import Month, months_between

KUTIM = load_scheme("kutim")
LAW = current()
STRICT = LAW.strictly()
READINGS = {
    "as shipped": LAW,
    "strict": STRICT,
    **{f"{name}={choice}": LAW.with_decisions(**{name: choice}) for name, choice in {
        "D07": "limit_included", "D08": "refuse", "D10": "next_day", "D16": "refuse",
        "D17": "only_explicit", "D46": "three_paid_months", "D06": "new_registrations",
        "D47": "two_youngest", "D33": "unbroken",
    }.items()},
}  # fmt: skip
"""The readings that change who is entitled or an amount a register asks for."""


ON = date(2026, 6, 10)


def check(
    columns: Columns,
    persons: list[rows.Person],
    expect: Callable[[rows.Person], rows.Row],
    *names: str,
) -> None:
    """Compare a register without some of its columns with what the scalar question says."""
    left = [
        {name: fact for name, fact in person.items() if name not in names} for person in persons
    ]
    done = columns.added_to(rows.frame(persons).drop(names))
    rows.assert_equal(left, rows.rows_of(columns, done), [expect(person) for person in left])


def register_without(*names: str) -> pytest.MarkDecorator:
    """Registers that lack one of these columns, or all others."""
    others = tuple(name for name in rows.TYPES if name not in names)
    return pytest.mark.parametrize("missing", [*((name,) for name in names), others], ids="+".join)


class TestEnrolment:
    @pytest.mark.parametrize(
        "reading", ["as shipped", "strict", "D07=limit_included", "D08=refuse"]
    )
    @pytest.mark.parametrize("scheme", [None, KUTIM], ids=["national", "kutim"])
    @pytest.mark.parametrize(
        "on", [date(2021, 3, 31), date(2021, 4, 1), date(2025, 8, 10), date(2028, 2, 29)], ids=str
    )
    def test_is_that_of_may_enrol(self, on: date, scheme: Scheme | None, reading: str) -> None:
        law = READINGS[reading]
        columns = enrolment_columns(on, scheme=scheme, law=law)
        check(
            columns,
            rows.people(250, on),
            lambda person: rows.expected_enrolment(person, on, scheme, law),
        )

    @register_without("segment", "works", "birth", "foreign", "category", "occupation", "letter",
                      "resident_of", "number_issued")  # fmt: skip
    def test_without_a_column(self, missing: tuple[str, ...]) -> None:
        columns = enrolment_columns(ON, scheme=KUTIM)
        check(
            columns,
            rows.people(150, ON),
            lambda person: rows.expected_enrolment(person, ON, KUTIM, LAW),
            *missing,
        )


MEMBERS = {
    "entered at 63": (date(2023, 1, 2), date(1959, 6, 1), True),
    "entered on the last day before 65": (date(2024, 5, 31), date(1959, 6, 1), True),
    "entered at 65": (date(2024, 6, 1), date(1959, 6, 1), False),
    "no number": (None, date(1959, 6, 1), False),
    "a number of tomorrow": (date(2025, 8, 11), date(1959, 6, 1), False),
    "a number of today": (date(2025, 8, 10), date(1959, 6, 1), False),
    "of tomorrow, young": (date(2025, 8, 11), date(1990, 6, 1), True),
    "entered before there was a limit": (date(2021, 3, 31), date(1940, 1, 1), True),
    "entered on the first day of the limit": (date(2021, 4, 1), date(1940, 1, 1), False),
    "entered before the limit, born nobody knows when": (date(2021, 3, 31), None, True),
    "entered under the limit, born nobody knows when": (date(2023, 1, 2), None, None),
    "born on 29 February, 65 tomorrow": (date(2025, 2, 28), date(1960, 2, 29), True),
    "born on 29 February, 65 today": (date(2025, 3, 1), date(1960, 2, 29), False),
}
"""Number issued, birth, and whether the person may go on on 10 August 2025 (P38, P39; D07)."""


class TestMembers:
    """Who entered below the age limit may go on above it."""

    @pytest.mark.parametrize("case", MEMBERS)
    def test_the_age_counts_on_the_day_the_number_was_issued(self, case: str) -> None:
        issued, born, wanted = MEMBERS[case]
        person = {**rows.TYPICAL, "number_issued": issued, "birth": born}
        columns = enrolment_columns(date(2025, 8, 10))
        ((enrol, reason),) = rows.rows_of(columns, columns.added_to(rows.frame([person])))
        key = {True: "eligible", False: "failed.age", None: "unknown.age.worker.birth"}
        assert (enrol, reason) == (wanted, key[wanted])

    def test_the_window_of_kutim_is_asked_on_the_day_d61(self) -> None:
        born = date(1959, 6, 1)
        columns = enrolment_columns(date(2025, 8, 10), scheme=KUTIM)
        persons = [
            {**rows.TYPICAL, "number_issued": issued, "birth": born}
            for issued in (date(2023, 1, 2), None)
        ]
        got = rows.rows_of(columns, columns.added_to(rows.frame(persons)))
        assert got == [(None, "unknown.age.scheme.age"), (False, "failed.age")]

    @pytest.mark.parametrize("reading", ["as shipped", "strict", "D07=limit_included"])
    @pytest.mark.parametrize("scheme", [None, KUTIM], ids=["national", "kutim"])
    def test_is_that_of_may_enrol(self, scheme: Scheme | None, reading: str) -> None:
        law = READINGS[reading]
        on = date(2028, 2, 29)
        edges = [date(2021, 4, 1), date(2024, 2, 29), date(2025, 3, 1), on]
        persons = [
            {**rows.TYPICAL, "number_issued": issued, "birth": born}
            for issued in rows.around(edges)
            for born in (None, date(1990, 1, 1), *rows.at_the_limit(issued))
        ]
        columns = enrolment_columns(on, scheme=scheme, law=law)
        check(columns, persons, lambda person: rows.expected_enrolment(person, on, scheme, law))


class TestPremium:
    @pytest.mark.parametrize(
        ("month", "reading"),
        [
            *((month, "as shipped") for month in (
                "2015-07", "2019-12", "2020-07", "2020-08", "2021-01", "2021-02", "2021-03",
                "2021-04", "2025-12", "2026-01", "2026-04", "2026-12", "2027-01", "2027-04",
            )),
            *((month, law) for month in ("2020-08", "2026-06")
              for law in ("strict", "D16=refuse", "D17=only_explicit")),
        ],
    )  # fmt: skip
    def test_is_that_of_premium(self, month: str, reading: str) -> None:
        law = READINGS[reading]
        check(
            premium_columns(month, law=law),
            rows.people(500, ON),
            lambda person: rows.expected_premium(person, [month], None, None, law),
        )

    @pytest.mark.parametrize("reading", ["as shipped", "strict", "D16=refuse", "D17=only_explicit"])
    @pytest.mark.parametrize("month", ["2024-01", "2026-06", "2027-02"])
    def test_of_a_scheme(self, month: str, reading: str) -> None:
        law = READINGS[reading]
        check(
            premium_columns(month, scheme=KUTIM, law=law),
            rows.people(300, ON),
            lambda person: rows.expected_premium(person, [month], None, KUTIM, law),
            "row",
        )

    @pytest.mark.parametrize("payer", ["self", "APBD", "CSR"])
    def test_with_one_payer_for_all(self, payer: str) -> None:
        check(
            premium_columns("2026-06", payer=payer),
            rows.people(300, ON),
            lambda person: rows.expected_premium(person, ["2026-06"], payer, None, LAW),
        )

    @pytest.mark.parametrize(
        ("first", "last", "reading"),
        [
            ("2025-12", "2026-04", "as shipped"),
            ("2027-03", "2027-04", "D16=refuse"),
            ("2020-07", "2020-09", "strict"),
        ],
    )
    def test_of_a_run_of_months(self, first: str, last: str, reading: str) -> None:
        law = READINGS[reading]
        months = months_between(Month.of(first), Month.of(last))
        check(
            premium_columns(first, last, law=law),
            rows.people(300, ON),
            lambda person: rows.expected_premium(person, months, None, None, law),
        )

    @register_without("segment", "kind", "sector", "payer", "income", "row")
    def test_without_a_column(self, missing: tuple[str, ...]) -> None:
        check(
            premium_columns("2026-02"),
            rows.people(200, ON),
            lambda person: rows.expected_premium(person, ["2026-02"], None, None, LAW),
            *missing,
        )


class TestExposure:
    @pytest.mark.parametrize(
        ("on", "reading"),
        [
            *(
                (date(2025, 3, 1), law)
                for law in READINGS
                if law not in {"D07=limit_included", "D08=refuse"}
            ),
            *(
                (on, "as shipped")
                for on in (
                    date(2015, 7, 1),
                    date(2019, 12, 1),
                    date(2019, 12, 2),
                    date(2026, 11, 30),
                )
            ),
        ],
        ids=str,
    )
    def test_is_that_of_death_benefit(self, on: date, reading: str) -> None:
        law = READINGS[reading]
        check(
            exposure_columns(on, law=law),
            rows.people(120, on),
            lambda person: rows.expected_exposure(person, on, None, law),
        )

    def test_of_a_scheme(self) -> None:
        on = date(2024, 2, 29)
        check(
            exposure_columns(on, scheme=KUTIM),
            rows.people(150, on),
            lambda person: rows.expected_exposure(person, on, KUTIM, LAW),
        )

    @register_without("segment", "income", "row", "birth", "number_issued", "children")
    def test_without_a_column(self, missing: tuple[str, ...]) -> None:
        check(
            exposure_columns(ON),
            rows.people(60, ON),
            lambda person: rows.expected_exposure(person, ON, None, LAW),
            *missing,
        )


ENROLMENT = cache(lambda: enrolment_columns(ON, scheme=KUTIM))
PREMIUM = cache(lambda: premium_columns("2026-06"))
WORKERS = st.lists(facts.workers(), min_size=1, max_size=12)


def persons_of(workers: list[Worker]) -> list[rows.Person]:
    """Workers of hypothesis as people of a register."""
    return [
        {
            **dict.fromkeys(rows.TYPES),
            **{name: plain(getattr(one, name, None)) for name in rows.TYPES},
        }
        for one in workers
    ]


def plain(fact: Any) -> Any:
    return str(fact) if isinstance(fact, Enum) else fact


class TestAnyWorkers:
    """Whatever hypothesis draws, a register of them says what the scalar questions say of each."""

    @given(WORKERS)
    @settings(max_examples=40, deadline=None, derandomize=True)
    def test_enrolment(self, workers: list[Worker]) -> None:
        check(
            ENROLMENT(),
            persons_of(workers),
            lambda person: rows.expected_enrolment(person, ON, KUTIM, LAW),
        )

    @given(WORKERS)
    @settings(max_examples=40, deadline=None, derandomize=True)
    def test_premium(self, workers: list[Worker]) -> None:
        check(
            PREMIUM(),
            persons_of(workers),
            lambda person: rows.expected_premium(person, ["2026-06"], None, None, LAW),
        )
