"""Facts in and out: what is written is read again, and what is wrong is refused by its place."""

import inspect
import json
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any, NamedTuple

import attrs
import pytest
from case_runner import load_cases
from hypothesis import given
from hypothesis import strategies as st

import jamsos
from jamsos import (
    Child,
    Employment,
    Enterprise,
    Event,
    Family,
    HomeCare,
    Incapacity,
    InputError,
    JamsosError,
    Job,
    Leave,
    Loss,
    MisuseError,
    Month,
    Nik,
    Participation,
    Payment,
    Placement,
    Programme,
    Project,
    SuddenDeath,
    WorkAccident,
    Worker,
    payments,
)
from jamsos._public import homes
from jamsos.door.reading import AnyQuestion, read_question
from jamsos.forms.fact import Fact
from jamsos.forms.kinds import members
from jamsos.forms.reading import FACTS, read
from jamsos.forms.tagged import TYPE_NAMES, tagged, untagged
from jamsos.forms.writing import plain
from jamsos.testing import (
    employments,
    families,
    participations,
    placements,
    work_accidents,
    workers,
)

DAY = date(2026, 3, 2)
HOUR = datetime.fromisoformat("2026-03-02T09:00+08:00")
DIGITS = "9999992905120001"

FACTS_IN_FULL: list[Fact] = [
    Worker(kind="b", category="fisher", occupation=11, birth=date(1984, 5, 17), income=900_000,
           sector="other", works=True, jobs=2, resident_of="64.08", poor=False),
    Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-03", DAY, 9),
                  payer="APBD", programmes=tuple(Programme), first_month="2026-01",
                  earlier_paid_months=3, record="row 7", row=2),
    Participation(segment="PU", employment=Employment(pay_form="piece", earnings=(1, 2)),
                  failing="new_employer", number_issued=DAY, months_in_arrears=2),
    Participation(segment="CONSTRUCTION", project=Project(paid_on=DAY, listed=True)),
    Payment(month="2026-08", on=DAY),
    Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group=3,
               paid_up_to="2026-01", position="worker", industry="toys"),
    Project(paid_on=DAY, listed=True, joined_on=DAY, reported_on=DAY, instalment_due_on=DAY,
            instalment_paid_on=DAY),
    Enterprise(size="micro"),
    Event(on=DAY, kind="disease", segment=None, work_ended=True, ended_on=DAY),
    Job(wage=False, own_account=True, position="honorary"),
    Child(birth=date(2017, 3, 2), level="SD", year=3, working=True, working_as="intern"),
    Family(spouse=True, children=(Child(), Child(level="none")), will="none"),
    Family(children=()),
    Leave(first=DAY),
    Placement(agency=None, leave=(Leave(first=DAY, last=DAY),), stage="abroad"),
    Placement(leave=None),
    Incapacity(first=DAY, last=DAY),
    Loss(code="A25", function_lost=Fraction(25, 2)),
    Loss(code="A25", function_lost=25),
    HomeCare(first=DAY, last=DAY, cost=0),
    SuddenDeath(at_once=False, attack_at=HOUR, doctor_at=HOUR, died_at=HOUR),
    WorkAccident(on=DAY, land=None, unable=(Incapacity(first=DAY),), losses=None,
                 home_care=(HomeCare(first=DAY, last=DAY),), total_permanent=None),
]  # fmt: skip


def through_json(fact: Fact) -> Fact:
    return type(fact).from_dict(json.loads(fact.to_json()))


@pytest.mark.parametrize("number", range(len(FACTS_IN_FULL)))
def test_facts_come_back_equal_and_as_json_has_them(number: int) -> None:
    fact = FACTS_IN_FULL[number]
    form = fact.to_dict()
    assert json.loads(json.dumps(form)) == form
    assert type(fact).from_dict(form) == fact
    assert through_json(fact) == fact


@given(st.one_of(workers(), participations(), families(), employments(), placements(),
                 work_accidents()))  # fmt: skip
def test_all_facts_that_can_be_drawn_come_back_equal(fact: Fact) -> None:
    assert through_json(fact) == fact


def test_every_class_a_question_takes_is_among_the_facts() -> None:
    public = [getattr(jamsos, name) for name in homes("jamsos")]
    facts = {kind for kind in public if inspect.isclass(kind) and issubclass(kind, Fact)}
    assert {type(fact) for fact in FACTS_IN_FULL} == facts
    asked: set[Any] = set()
    for question in members(AnyQuestion):
        for hint in inspect.get_annotations(question).values():
            asked |= {kind for kind in members(hint) if attrs.has(kind)}
    assert asked <= facts


def test_what_is_not_known_is_left_out_unless_that_would_say_something_else() -> None:
    assert Worker(segment=None).to_dict() == {"segment": None}
    assert Worker().to_dict() == {"segment": "BPU"}
    accident = WorkAccident(on=DAY, land=None).to_dict()
    assert (accident["land"], accident["sea"], "wage_paid" in accident) == (None, 0, False)
    of_family: dict[str, object] = {
        "unrecorded_spouse": False,
        "children": [],
        "outside_list": False,
    }
    assert Family(children=()).to_dict() == of_family


def test_values_have_the_form_json_has() -> None:
    assert Loss(code="A25", function_lost=Fraction(25, 2)).to_dict()["function_lost"] == "25/2"
    assert Loss(code="A25", function_lost=25).to_dict()["function_lost"] == 25
    assert Payment(month="2026-08", on=DAY).to_dict() == {"month": "2026-08", "on": "2026-03-02"}
    kind = Worker(kind="b").to_dict()["kind"]
    assert (kind, type(kind)) == ("independent", str)


def test_a_nik_is_read_and_never_written() -> None:
    worker = Worker.from_dict({"nik": DIGITS, "income": 1})
    assert worker.nik == Nik(DIGITS)
    assert "nik" not in worker.to_dict()
    assert DIGITS[:6] not in worker.to_json()
    assert Worker.from_dict(worker.to_dict()) == attrs.evolve(worker, nik=None)
    with pytest.raises(MisuseError) as caught:
        plain(Nik(DIGITS))
    assert DIGITS[:6] not in str(caught.value)
    masked = {"nik": "**************01"}
    with pytest.raises(InputError, match=r"Worker\.nik: NIK"):
        Worker.from_dict(masked)


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "unknown key": (lambda: Worker.from_dict({"incme": 1}), "Worker.incme: got 'unknown key'"),
    "unknown code": (
        lambda: Participation.from_dict({"payer": "me"}),
        "Participation.payer: got 'me'",
    ),
    "code of another type": (lambda: Worker.from_dict({"kind": 1}), "Worker.kind: got 1"),
    "amount with a point": (
        lambda: Worker.from_dict({"income": 1.5}),
        "Worker.income: got 1.5; allowed: a whole number or null. Next step: a number with a point",
    ),
    "NaN": (lambda: Worker.from_dict({"income": float("nan")}), "a fact that is not known is None"),
    "a truth value for a number": (lambda: Worker.from_dict({"income": True}), "income: got True"),
    "a number for a truth value": (lambda: Worker.from_dict({"works": 1}), "Worker.works: got 1"),
    "what the class refuses": (lambda: Worker.from_dict({"income": -1}), "Worker.income: got -1"),
    "what the class refuses inside": (
        lambda: Participation.from_dict(
            {"payments": [{"month": "2026-01", "on": "2026-01-02", "amount": -1}]}
        ),
        "Participation.payments[0].amount: got -1",
    ),
    "facts that contradict each other": (
        lambda: Family.from_dict({"children": [{}, {"working": False, "working_as": "PU"}]}),
        "Family.children[1].working: got False",
    ),
    "an occupation that is none": (
        lambda: Worker.from_dict({"occupation": 99}),
        "Worker.occupation: got 99",
    ),
    "a list for an object": (
        lambda: Participation.from_dict({"employment": [1]}),
        "Participation.employment: got 'a list'; allowed: an object (Employment) or null",
    ),
    "an object for a list": (
        lambda: Family.from_dict({"children": {"birth": DIGITS}}),
        "Family.children: got 'an object'; allowed: a list or null",
    ),
    "a key that is missing": (
        lambda: Payment.from_dict({"month": "2026-01"}),
        "Payment.on: got 'nothing'; allowed: a day as in",
    ),
    "a short day": (lambda: Leave.from_dict({"first": "20260302"}), "Leave.first: got '20260302'"),
    "no day": (lambda: Leave.from_dict({"first": "2026-02-31"}), "Leave.first: got '2026-02-31'"),
    "a day with its hour": (
        lambda: Leave.from_dict({"first": "2026-03-02T10:00:00+08:00"}),
        "Leave.first: got '2026-03-02T10:00:00+08:00'",
    ),
    "no month": (
        lambda: Payment.from_dict({"month": "2026-13", "on": "2026-01-02"}),
        "Payment.month: got '2026-13'",
    ),
    "no fraction": (
        lambda: Loss.from_dict({"code": "A25", "function_lost": "1/0"}),
        "Loss.function_lost: got '1/0'; allowed: a whole number, or a fraction",
    ),
    "no object at all": (
        lambda: Worker.from_dict([]),  # type: ignore[arg-type] # untyped callers give anything
        "Worker: got 'a list'; allowed: an object (Worker)",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_refused_by_its_place(name: str) -> None:
    call, words = REFUSED[name]
    with pytest.raises(InputError) as caught:
        call()
    assert words in str(caught.value)
    assert (caught.value.__context__, caught.value.__cause__) == (None, None)


def test_a_member_of_a_list_of_codes_is_taken_for_its_text() -> None:
    worker = Worker(kind="b")
    assert Worker.from_dict({"kind": worker.kind}) == worker


@pytest.mark.parametrize("place", ["", "worker"])
def test_the_place_begins_with_the_name_of_the_whole(place: str) -> None:
    with pytest.raises(InputError) as caught:
        read(dict[str, int], {"a": "b"}, place)
    assert caught.value.thing == f"{place}.a".removeprefix(".")


MOMENT = datetime.fromisoformat("2026-06-10T14:30:00+08:00")


def test_a_day_and_a_moment_are_told_apart_by_their_text() -> None:
    either = date | datetime
    assert read(either, plain(MOMENT), "at") == MOMENT
    assert read(either, "2026-06-10", "at") == date(2026, 6, 10)
    assert read(datetime, plain(MOMENT), "at") == MOMENT
    for kind, wrong in (
        (datetime, "2026-06-10"),
        (datetime, "2026-06-10T14:30:00"),
        (datetime, "2026-06-10T25:30:00+08:00"),
        (either, "2026-06-10T14:30:00"),
        (either, "10 June"),
    ):
        with pytest.raises(InputError, match=r"^at: got"):
            read(kind, wrong, "at")


class Pair(NamedTuple):
    """A row of named values."""

    first: Month
    second: int | Fraction = 0


def test_rows_and_mappings_are_read_by_their_types() -> None:
    held = {Month.of("2026-01"): (Pair(Month.of("2026-02"), Fraction(1, 3)),)}
    form = plain(held)
    assert form == {"2026-01": [{"first": "2026-02", "second": "1/3"}]}
    assert read(dict[Month, tuple[Pair, ...]], form, "held") == held
    assert read(Pair, {"first": "2026-02"}, "pair") == Pair(Month.of("2026-02"))
    nothing: Any = {}
    with pytest.raises(InputError, match=r"^held\.2026-01\[0\]\.first: got 'nothing'"):
        read(dict[Month, tuple[Pair, ...]], {"2026-01": [nothing]}, "held")


@pytest.mark.parametrize(
    "kind", [object, str | date, tuple[int, str], list[int], set[int]], ids=str
)
def test_a_type_no_form_can_hold_is_a_fault(kind: Any) -> None:
    with pytest.raises(TypeError):
        FACTS.reader(kind)


def test_an_object_of_another_library_has_no_form() -> None:
    with pytest.raises(MisuseError, match="form: got 'object'"):
        plain({"a": object()})


def test_values_that_name_their_type() -> None:
    held = (DAY, MOMENT, Month.of("2026-11"), Fraction(1, 3), 5, True, "2026-11", None, (1, DAY))
    form = tagged(held)
    assert [next(iter(one)) for one in form[:4]] == list(TYPE_NAMES)
    assert untagged(json.loads(json.dumps(form))) == held
    for wrong in ({"day": "2026-01-01"}, {"date": 5}, {"date": "x"}, {}, {"date": "x", "month": 1}):
        with pytest.raises(JamsosError, match=r"^value: got"):
            read_tagged(wrong)


def read_tagged(form: Any) -> Any:
    from jamsos.forms.reading import ANY, placed  # noqa: PLC0415

    return placed(ANY.read, form, "value")


def test_facts_of_the_door_are_read_as_their_classes_read_them() -> None:
    seen = 0
    for case in load_cases():
        worker: Any = case.question.get("worker")
        if worker is not None:
            try:
                expected: Worker | JamsosError = Worker.from_dict(worker)
            except JamsosError as error:
                expected = error
            try:
                question: Any = read_question(dict(case.question))
            except JamsosError:
                continue
            assert question.worker == expected
            seen += 1
    assert seen > 900
