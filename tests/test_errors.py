"""Errors and public objects travel: pickled in every protocol, copied, and equal afterwards."""

import copy
import importlib.util
import inspect
import pickle
import sys
from collections.abc import Callable
from datetime import date
from importlib.machinery import ModuleSpec
from typing import Any

import pytest

from jamsos import (
    Answer,
    Child,
    Coverage,
    Family,
    JamsosError,
    LawDataError,
    MissingExtraError,
    Month,
    Nik,
    Participation,
    Payment,
    Worker,
    cover_on,
    current,
    death_benefit,
    errors,
    keeping_cover,
    load_scheme,
    may_enrol,
    payments,
    premium,
    scholarship_projection,
)
from jamsos._public import homes
from jamsos.answers.parts import Note
from jamsos.answers.texts import Text

CLASSES = [
    cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, JamsosError)
]
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
DAY = date(2026, 10, 5)
FISHER = Worker(kind="b", category="fisher", birth=date(1984, 5, 17), income=900_000,
                sector="other", works=True, foreign=False, nik=Nik("9999992905120001"))  # fmt: skip
MEMBER = Participation(
    number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-08"), payer="self"
)
PUPIL = Child(
    birth=date(2015, 3, 1),
    level="SD",
    year=3,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
FAMILY = Family(spouse=True, children=(PUPIL,), will="none")


def sent(thing: Any, protocol: int | None = None) -> Any:
    """The thing after a journey to another process."""
    return pickle.loads(pickle.dumps(thing, protocol))  # noqa: S301 - our own bytes


def ways(thing: Any, protocols: range = PROTOCOLS) -> list[tuple[str, Any]]:
    """Every way a thing is copied, with the copy."""
    pickled = [(f"protocol {n}", sent(thing, n)) for n in protocols]
    return [*pickled, ("copy", copy.copy(thing)), ("deepcopy", copy.deepcopy(thing))]


@pytest.mark.parametrize("cls", CLASSES)
@pytest.mark.parametrize("value", ["text", 5, None, ["a", "b"], date(2026, 1, 1)], ids=repr)
def test_an_error_travels_with_its_four_parts(cls: type[JamsosError], value: object) -> None:
    error = cls("a thing", value, "what is right", "what to do")
    for way, again in ways(error):
        assert type(again) is cls, way
        assert (
            str(again)
            == str(error)
            == f"a thing: got {value!r}; allowed: what is right. Next step: what to do."
        )
        parts = (again.thing, again.value, again.allowed, again.next_step)
        assert parts == again.args == ("a thing", value, "what is right", "what to do"), way


def test_there_are_seven_errors_and_a_base_and_all_are_public() -> None:
    assert len(CLASSES) == 8
    assert {cls.__name__ for cls in CLASSES} <= set(homes("jamsos"))
    standard = {cls.__name__: [base.__name__ for base in cls.__bases__[1:]] for cls in CLASSES}
    assert (
        standard["InputError"]
        == standard["OutsideLawError"]
        == standard["ReceiptError"]
        == ["ValueError"]
    )
    assert standard["MissingExtraError"] == ["ImportError"]


@pytest.mark.parametrize(
    "value",
    ["x" * 10_000, "\n" * 50, 10**5000, [10**5000]],
    ids=["long", "lines", "huge", "in a list"],
)
def test_a_message_is_one_short_line_whatever_was_given(value: object) -> None:
    message = str(errors.InputError("thing", value, "allowed", "next"))
    assert len(message) < 200
    assert "\n" not in message
    assert message.startswith("thing: got ")


@pytest.mark.parametrize(
    "hour", ["2026-10-05T23:59+08:00", "2026-10-05T23:59:00+08:00", "2026-10-05 23:59:00-03:30"]
)
def test_an_hour_with_its_time_zone_is_no_identity_number(hour: str) -> None:
    error = errors.InputError(f"hour {hour}", hour, f"after {hour}", f"correct {hour}")
    assert error.args == (f"hour {hour}", hour, f"after {hour}", f"correct {hour}")


@pytest.mark.parametrize("hidden", ["99-99992905120001", "7 2026-10-05T23:59:00+08:00"])
def test_what_only_ends_like_an_hour_is_hidden(hidden: str) -> None:
    assert "*" in str(errors.InputError("thing", hidden, "allowed", "next"))


def test_a_value_that_cannot_be_pickled_does_not_keep_its_error_at_home() -> None:
    def never(_day: date) -> bool:
        return False

    error = errors.InputError("calendar", never, "a callable", "check the calendar")
    assert str(sent(error)) == str(copy.deepcopy(error)) == str(error)


PLAIN: dict[str, Any] = {
    "worker": FISHER,
    "family": FAMILY,
    "child": PUPIL,
    "participation": MEMBER,
    "payment": Payment(month="2026-01", on=DAY, amount=16_800),
    "month": Month.of("2026-10"),
    "nik": Nik("9999992905120001"),
}


@pytest.mark.parametrize("thing", [pytest.param(thing, id=name) for name, thing in PLAIN.items()])
def test_a_fact_travels_and_stays_equal(thing: object) -> None:
    for way, again in ways(thing):
        assert again == thing, way
        assert hash(again) == hash(thing), way
        assert repr(again) == repr(thing), way


@pytest.mark.parametrize("thing", [pytest.param(thing, id=name) for name, thing in PLAIN.items()])
def test_a_fact_cannot_be_changed(thing: Any) -> None:
    public = [name for name in dir(thing) if not name.startswith("_")]
    assert public
    for name in [*public, "something_new"]:
        with pytest.raises(AttributeError):
            setattr(thing, name, 1)


ASKED: dict[str, Callable[[], Answer]] = {
    "premium": lambda: premium(FISHER, "2026-10", payer="self"),
    "undecided": lambda: premium(FISHER, "2026-10"),
    "strict": lambda: premium(FISHER, "2026-10", payer="CSR", law=current().strictly()),
    "coverage": lambda: cover_on(MEMBER, DAY),
    "death": lambda: death_benefit(
        FISHER, MEMBER, FAMILY, died_on=DAY, cause="work_accident", accident_on=DAY
    ),
    "enrolment": lambda: may_enrol(FISHER, date(2025, 5, 5), scheme=load_scheme("kutim")),
    "projection": lambda: scholarship_projection(PUPIL, DAY),
}


@pytest.mark.parametrize("ask", [pytest.param(ask, id=name) for name, ask in ASKED.items()])
def test_an_answer_travels_with_its_law_and_reads_the_same(ask: Callable[[], Answer]) -> None:
    answer = ask()
    for way, again in ways(answer, range(2, pickle.HIGHEST_PROTOCOL + 1)):
        assert type(again) is type(answer), way
        assert [again.text(lang) for lang in ("id", "en")] == [
            answer.text(lang) for lang in ("id", "en")
        ], way
        assert again.html("en") == answer.html("en"), way
        assert again.law.fingerprint == answer.law.fingerprint, way
        assert again.facts == answer.facts, way
        assert again.decided is answer.decided, way
        assert again == answer, way


def test_a_copied_law_answers_the_same_and_a_coverage_keeps_its_state() -> None:
    law = sent(current().with_decisions(D33="unbroken").strictly())
    assert law.strict
    assert law.decisions["D33"].chosen == "unbroken"
    assert (
        law.fingerprint
        == current().with_decisions(D33="unbroken").strictly().fingerprint
        != current().fingerprint
    )
    again = sent(cover_on(MEMBER, DAY))
    assert isinstance(again, Coverage)
    assert again.state is cover_on(MEMBER, DAY).state
    assert premium(FISHER, "2026-10", payer="self", law=copy.deepcopy(current())).total == 8_400


def test_a_scheme_travels() -> None:
    scheme = load_scheme("kutim").switch("letter", on=False)
    for way, again in ways(scheme):
        assert again == scheme, way
        assert repr(again) == "Scheme('kutim')", way


def test_nothing_is_said_without_a_ground() -> None:
    with pytest.raises(LawDataError, match="ground"):
        Note(text=Text("note.undecided"), grounds=())


def test_the_segment_must_be_known() -> None:
    worker = Worker(segment=None, kind="b", income=900_000, sector="other")
    member = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-10"))
    day = date(2026, 10, 1)
    for answer in (
        premium(worker, "2026-10", payer="self"),
        death_benefit(worker, member, died_on=day, cause="other"),
        keeping_cover(worker, member, day),
    ):
        assert [need.id for need in answer.needs] == ["worker.segment"]


@pytest.mark.parametrize(
    ("part", "blocked"),
    [
        ("jamsos.door", "msgspec"),
        ("jamsos.testing", "hypothesis"),
        ("jamsos.working_days", "holidays"),
    ],
)
def test_a_missing_extra_names_its_install_command(
    part: str, blocked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = importlib.util.find_spec

    def without(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == blocked else known(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    monkeypatch.delitem(sys.modules, part, raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'jamsos\["):
        importlib.import_module(part)


def test_a_value_is_read_in_its_own_type() -> None:
    funeral, order = (current().get(name, DAY) for name in ("jkm.funeral", "heirs.order"))
    with pytest.raises(LawDataError, match="a table"):
        _ = funeral.rows
    with pytest.raises(LawDataError, match="a whole number"):
        _ = order.number
    with pytest.raises(LawDataError, match="a day"):
        _ = order.day


def test_equal_identity_numbers_are_one() -> None:
    assert len({Nik("9999992905120001"), Nik("9999992905120001"), Nik("9999996905120001")}) == 2


def test_the_digits_leave_an_identity_number_in_one_place_only() -> None:
    assert Nik("9999992905120001").reveal() == "9999992905120001"
