"""Facts as people have them: what other libraries hold is taken exactly, or refused with advice."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from untyped import untyped

from jamsos import (
    Cause,
    Child,
    Employment,
    Event,
    Family,
    Incapacity,
    InputError,
    Job,
    Loss,
    Month,
    Participation,
    Payment,
    Placement,
    Programme,
    WorkAccident,
    Worker,
    claim_timeline,
    construction_premium,
    cover_on,
    death_benefit,
    jkk_benefit,
    migrant_premium,
    occupation,
    payments,
    premium,
    prepay,
    several_jobs,
)
from jamsos.forms.reading import read
from jamsos.values.plain import is_no_value

DAY = date(2026, 10, 5)
RUN = payments("2026-01", "2026-10")
MEMBER = Participation(number_issued=date(2026, 1, 5), payments=RUN, payer="self")
FISHER = Worker(kind="b", income=900_000, sector="other")
UNKNOWN = [float("nan"), np.float32("nan"), np.datetime64("NaT", "D")]
ADVICE = "a fact that is not known is None"

WHOLE = [np.int64(40), np.int16(40), np.uint8(40), np.array(40)]
MIDNIGHTS = [
    np.datetime64("2026-10-05"),
    np.datetime64("2026-10-05T00:00"),
    np.datetime64("2026-10-05T00:00:00.000000000"),
    np.array("2026-10-05", dtype="datetime64[us]"),
]


@pytest.mark.parametrize("forty", WHOLE, ids=range(len(WHOLE)))
def test_whole_numbers_of_numpy_become_ints(forty: Any) -> None:
    facts: list[object] = [
        Worker(income=forty).income,
        Worker(jobs=forty).jobs,
        Worker(occupation=forty).occupation,
        Child(year=forty).year,
        Payment(month="2026-01", on=DAY, amount=forty).amount,
        Employment(active_workers=forty).active_workers,
        sum(Employment(pay_form="piece", earnings=(forty,)).earnings or ()),
        Loss(code="B13", better_eye=forty).better_eye,
    ]
    assert facts == [40] * len(facts)
    assert {type(fact) for fact in facts} == {int}
    assert type(Loss(code="A10", function_lost=forty).function_lost) is Fraction
    assert occupation(forty).code == 40


def test_truth_values_of_numpy_become_bools() -> None:
    assert untyped(Worker)(works=np.True_).works is True
    assert untyped(Family)(spouse=np.False_).spouse is False


@pytest.mark.parametrize("midnight", MIDNIGHTS, ids=range(len(MIDNIGHTS)))
def test_midnight_timestamps_become_dates(midnight: Any) -> None:
    days: list[object] = [
        Worker(birth=midnight).birth,
        Payment(month="2026-01", on=midnight).on,
        Event(on=midnight).on,
        WorkAccident(on=midnight).on,
        Placement(paid_on=midnight).paid_on,
        Incapacity(first=midnight).first,
    ]
    assert days == [DAY] * len(days)
    assert {type(day) for day in days} == {date}
    assert Month.of(midnight) == Month.of("2026-10")


LOSSY: list[tuple[Callable[[], object], str, str]] = [
    (lambda: untyped(Worker)(income=900_000.0), "900000.0", "int(...)"),
    (lambda: untyped(Worker)(income=np.float64(1.5)), "1.5", "int(...)"),
    (lambda: untyped(Worker)(income=np.True_), "a numpy.bool", "int(...)"),
    (lambda: untyped(Worker)(income=np.datetime64("2026-10-05")), "datetime64", "int(...)"),
    (lambda: untyped(Worker)(income=np.timedelta64(5, "ns")), "timedelta64", "int(...)"),
    (lambda: untyped(Worker)(income=np.array([5])), "ndarray", "int(...)"),
    (lambda: untyped(Worker)(works=np.int64(1)), "int64", "True or False"),
    (lambda: untyped(Worker)(works=np.array([True])), "ndarray", "True or False"),
    (lambda: untyped(Worker)(jobs=2.0), "2.0", "as an int"),
    (lambda: untyped(Worker)(birth=np.datetime64("2026-10-05T12")), "datetime64", "calendar day"),
    (lambda: untyped(Worker)(birth=np.datetime64("2026-10")), "datetime64", "calendar day"),
    (lambda: untyped(Worker)(birth=np.datetime64("12026-10-05")), "datetime64", "calendar day"),
    (lambda: untyped(Worker)(birth=np.int64(20_000)), "int64", "calendar day"),
    (lambda: Worker(birth=datetime.fromisoformat("2026-10-05")), "2026", "calendar day"),
    (lambda: untyped(Loss)(code="A10", function_lost=12.5), "12.5", "Fraction(25, 2)"),
    (lambda: Loss(code="A10", function_lost=Fraction(201, 2)), "201/2", "check the percentage"),
    (lambda: Loss(code="A10", function_lost=Fraction(-1, 2)), "-1/2", "check the percentage"),
    (lambda: untyped(Loss)(code="B13", better_eye=Fraction(1, 2)), "Fraction", "whole percent"),
]


@pytest.mark.parametrize(("call", "value", "step"), LOSSY, ids=range(len(LOSSY)))
def test_what_would_lose_something_is_refused(
    call: Callable[[], object], value: str, step: str
) -> None:
    with pytest.raises(InputError) as caught:
        call()
    assert value in str(caught.value.value)
    assert step in caught.value.next_step


@pytest.mark.parametrize("unknown", UNKNOWN, ids=range(len(UNKNOWN)))
@pytest.mark.parametrize("name", ["income", "works", "birth", "jobs", "occupation"])
def test_what_only_marks_a_gap_is_refused_for_none(name: str, unknown: Any) -> None:
    with pytest.raises(InputError) as caught:
        untyped(Worker)(**{name: unknown})
    assert caught.value.next_step == ADVICE


def test_a_month_that_is_not_known_is_refused_for_none() -> None:
    with pytest.raises(InputError, match=ADVICE):
        premium(FISHER, float("nan"))


def test_a_percentage_is_used_to_the_fraction() -> None:
    """Twice 12.5 % of the function is paid twice as much."""
    accident = WorkAccident(on=DAY, losses=(Loss(code="A25", function_lost=Fraction(25, 2)),))
    whole = WorkAccident(on=DAY, losses=(Loss(code="A25", function_lost=25),))
    halves = [
        jkk_benefit(FISHER, MEMBER, fall).line("jkk.partial_functional")
        for fall in (accident, whole)
    ]
    assert halves[0] * 2 == halves[1] == 1_000_000


def test_lists_are_taken_as_tuples() -> None:
    child = Child(level="none")
    spell = Incapacity(first=DAY)
    assert Family(children=[child]).children == (child,)
    assert Participation(payments=[*RUN]).payments == RUN
    assert Participation(programmes=[*Programme]).programmes == tuple(Programme)
    assert Participation(programmes=["JKK", "JKM"]).programmes == (Programme.JKK, Programme.JKM)
    assert WorkAccident(on=DAY, unable=[spell]).unable == (spell,)
    assert Employment(pay_form="piece", earnings=[1, 2]).earnings == (1, 2)
    assert untyped(cover_on)([MEMBER], DAY).state == cover_on(MEMBER, DAY).state
    dead = untyped(death_benefit)(FISHER, [MEMBER], died_on=DAY, cause="other")
    assert dead.facts["participation"] == (MEMBER,)
    assert untyped(several_jobs)([Job(), Job()], DAY).facts["jobs"] == (Job(), Job())


def test_a_list_edited_later_changes_no_fact() -> None:
    listed = [*RUN]
    member = Participation(payments=listed)
    listed.clear()
    assert member.payments == RUN


NUMPY_DAY: Any = np.datetime64(DAY)
YES: Any = np.True_
THREE: Any = np.int64(3)
MILLION: Any = np.int64(1_000_000)
ARGUMENTS: list[tuple[Callable[[], Any], Callable[[], Any]]] = [
    (lambda: cover_on(MEMBER, NUMPY_DAY), lambda: cover_on(MEMBER, DAY)),
    (lambda: premium(FISHER, NUMPY_DAY, paid_on=NUMPY_DAY, row=THREE),
     lambda: premium(FISHER, DAY, paid_on=DAY, row=3)),
    (lambda: prepay(FISHER, "2026-10", THREE), lambda: prepay(FISHER, "2026-10", 3)),
    (lambda: death_benefit(FISHER, MEMBER, died_on=NUMPY_DAY, accident_on=NUMPY_DAY,
                           cause="work_accident", disability_paid=THREE),
     lambda: death_benefit(FISHER, MEMBER, died_on=DAY, accident_on=DAY,
                           cause=Cause.WORK_ACCIDENT, disability_paid=3)),
    (lambda: construction_premium(NUMPY_DAY, value=MILLION, contains_vat=YES,
                                  vat_rate="0.11"),
     lambda: construction_premium(DAY, value=1_000_000, contains_vat=True, vat_rate="0.11")),
    (lambda: migrant_premium(NUMPY_DAY, contract_months=THREE, agency=YES),
     lambda: migrant_premium(DAY, contract_months=3, agency=True)),
]  # fmt: skip


@pytest.mark.parametrize(("theirs", "plain"), ARGUMENTS, ids=range(len(ARGUMENTS)))
def test_the_arguments_of_questions_are_taken_alike(
    theirs: Callable[[], Any], plain: Callable[[], Any]
) -> None:
    answer, same = theirs(), plain()
    assert answer.text() == same.text()
    assert list(_types(answer.facts)) == list(_types(same.facts))


def _types(facts: Any) -> Iterator[type[object]]:
    for value in facts.values():
        yield type(value)


class Stamp(datetime):
    """A timestamp as pandas has it: a datetime that gives itself away in two other forms."""

    def to_datetime64(self) -> np.datetime64:
        return np.datetime64(self.replace(tzinfo=None), "us")

    def to_pydatetime(self, *, warn: bool) -> datetime:
        assert not warn
        return datetime.fromisoformat(self.isoformat())


def test_a_timestamp_at_midnight_is_a_day_where_no_zone_is_named() -> None:
    assert Worker(birth=Stamp(1984, 5, 17)).birth == date(1984, 5, 17)
    for other in (Stamp(1984, 5, 17, 12), Stamp(1984, 5, 17, tzinfo=UTC)):
        with pytest.raises(InputError, match="give its calendar day"):
            Worker(birth=other)


def test_the_hour_of_a_timestamp_is_kept_as_a_datetime() -> None:
    noon = claim_timeline("work_accident", Stamp(2026, 10, 5, 12, tzinfo=UTC)).facts["event_on"]
    assert noon == datetime(2026, 10, 5, 12, tzinfo=UTC)
    assert type(noon) is datetime


def test_a_claim_takes_a_day_of_numpy_and_an_hour_with_its_zone() -> None:
    noon = datetime(2026, 10, 5, 12, tzinfo=UTC)
    assert claim_timeline("work_accident", NUMPY_DAY).text() == (
        claim_timeline("work_accident", DAY).text()
    )
    assert claim_timeline("work_accident", noon).facts["event_on"] == noon


def test_marks_of_no_value_are_known_without_their_library() -> None:
    """pandas.NA is known by its class; a value that cannot be compared is no such mark."""

    class Refusing:
        def __ne__(self, other: object) -> bool:
            raise TypeError

    mark = type("NAType", (), {})()
    assert is_no_value(mark)
    assert not is_no_value(Refusing())


def test_a_fraction_in_json_is_whole_or_a_text() -> None:
    """Lampiran III: half of 25 % is written 25/2; a number with a point is not exact."""
    assert read(Fraction, "25/2", "share") == Fraction(25, 2)
    assert read(Fraction, 12, "share") == Fraction(12)
    with pytest.raises(InputError, match="25/2"):
        read(Fraction, 12.5, "share")
