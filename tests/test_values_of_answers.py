"""Answers, laws and facts are values: equal by what they say, read only, light to send."""

import pickle
import re
from collections.abc import Callable, Mapping, MutableMapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from multiprocessing import get_context
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from case_runner import ask, load_cases

from jamsos import (
    Answer,
    Law,
    LawDataError,
    MisuseError,
    Participation,
    Payment,
    Worker,
    cover_on,
    current,
    death_benefit,
    payments,
    premium,
)
from jamsos.answers.parts import Possibility
from jamsos.answers.texts import Text
from jamsos.law import pickling
from jamsos.law.provisions import Provision
from jamsos.values.frozen_mapping import FrozenMapping

LAW = current()
DAY = date(2026, 8, 3)
FISHER = Worker(kind="b", income=900_000, sector="other")
FUNERAL = LAW.get("jkm.funeral", DAY)
AMENDED = LAW.amended(evolve(FUNERAL, value=11_000_000, since=date(2026, 7, 1)))
CHOSEN = LAW.with_decisions(D33="unbroken").strictly()
UNUSED = "no_age_limit_before_2021"
WITHOUT = evolve(
    LAW, absences={name: rule for name, rule in LAW.absences.items() if name != UNUSED}
)
LAWS = {"shipped": LAW, "amended": AMENDED, "chosen": CHOSEN, "without": WITHOUT}
LIMIT = 5_000
LIST_OF_CHANGES = "changes_between"
"""The one question whose answer quotes the law at length, more of it the further two days lie."""


def member() -> Participation:
    return Participation(
        number_issued=date(2024, 1, 8), payments=payments("2024-01", "2026-12"), payer="self"
    )


def one_premium(law: Law | None = None) -> Answer:
    return premium(FISHER, "2026-11", payer="APBD", law=law)


def one_death(law: Law | None = None) -> Answer:
    return death_benefit(FISHER, member(), died_on=DAY, cause="other", law=law)


def sent(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own bytes


@cache
def answers() -> Mapping[str, Answer]:
    """An answer to every case of the tests that has one."""
    asked = {case.id: ask(case, LAW) for case in load_cases()}
    return {name: answer for name, answer in asked.items() if isinstance(answer, Answer)}


@cache
def sample() -> Mapping[str, tuple[Answer, ...]]:
    """The first four answers to each question."""
    by_question: dict[str, list[Answer]] = {}
    for answer in answers().values():
        by_question.setdefault(answer.question, []).append(answer)
    return {question: tuple(found[:4]) for question, found in by_question.items()}


# Nothing can be edited ----------------------------------------------------------------------


def edit(mapping: Any, key: object, value: object) -> None:
    mapping[key] = value


EDITS: Mapping[str, Callable[[Any], object]] = {
    "set": lambda mapping: edit(mapping, "a", 2),
    "delete": lambda mapping: mapping.__delitem__("a"),
    "add": lambda mapping: mapping.__ior__({"b": 2}),
    "clear": lambda mapping: mapping.clear(),
    "pop": lambda mapping: mapping.pop("a"),
    "pop the last": lambda mapping: mapping.popitem(),
    "set a default": lambda mapping: mapping.setdefault("b", 2),
    "update": lambda mapping: mapping.update(b=2),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_read_only_mapping_refuses_every_edit(name: str) -> None:
    mapping = FrozenMapping({"a": 1})
    with pytest.raises(TypeError, match=r"edit a copy made with dict\(\.\.\.\)") as caught:
        EDITS[name](mapping)
    assert isinstance(caught.value, MisuseError)
    assert mapping == {"a": 1}


def test_the_edits_above_are_all_a_dictionary_has() -> None:
    """A new Python may give dictionaries a new way; so far these are all beside reading."""
    of_mutable = set(dir(MutableMapping)) - set(dir(Mapping))
    editing = {name for name in of_mutable if hasattr(dict, name)} | {"__ior__"}
    assert {name for name in editing if name in vars(FrozenMapping)} == editing
    assert len(editing) == len(EDITS)


@pytest.mark.parametrize("name", ["timelines", "absences", "decisions"])
@pytest.mark.parametrize("law", LAWS)
def test_a_law_cannot_be_edited(law: str, name: str) -> None:
    rules = getattr(LAWS[law], name)
    with pytest.raises(MisuseError):
        edit(rules, next(iter(rules)), ())


def test_a_law_does_not_change_with_the_mapping_it_was_made_of() -> None:
    timelines = dict(LAW.timelines)
    law = evolve(LAW, timelines=timelines)
    timelines["jkm.funeral"] = ()
    assert law.get("jkm.funeral", DAY) is FUNERAL
    assert law == LAW


def test_an_answer_and_its_texts_cannot_be_edited() -> None:
    answer = one_death()
    facts = {"day": DAY}
    text = Text("note.due", {"due": DAY})
    with pytest.raises(MisuseError):
        edit(answer.facts, "worker", None)
    with pytest.raises(MisuseError):
        edit(text.args, "due", None)
    with pytest.raises(MisuseError):
        edit(Possibility(facts={}, total=0, grounds=(FUNERAL,)).facts, "cause", "other")
    with pytest.raises(FrozenInstanceError):
        setattr(answer, "facts", {})  # noqa: B010 - a type checker refuses it as well
    copied = evolve(answer, facts=facts)
    facts["day"] = date(2020, 1, 1)
    assert copied.facts == {"day": DAY}


# Equal by value -----------------------------------------------------------------------------


def test_two_answers_to_one_question_are_equal() -> None:
    for asked in (one_premium, one_death, lambda: cover_on(member(), DAY)):
        first, second = asked(), asked()
        assert first == second
        assert hash(first) == hash(second)
        assert len({first, second}) == 1


@pytest.mark.parametrize("part", ["outcome", "law", "facts", "lines", "notes"])
def test_answers_that_differ_in_one_part_are_not_equal(part: str) -> None:
    others: dict[str, Any] = {
        "outcome": "no",
        "law": CHOSEN,
        "facts": {},
        "lines": (),
        "notes": (),
    }
    answer = one_death()
    assert evolve(answer, **{part: others[part]}) != answer


def test_laws_are_equal_by_what_they_hold() -> None:
    assert LAW.with_decisions() is LAW
    again = LAW.with_decisions(D33="unbroken").strictly()
    assert (again, hash(again), again.fingerprint) == (CHOSEN, hash(CHOSEN), CHOSEN.fingerprint)
    back = again.with_decisions(D33=LAW.decisions["D33"].chosen)
    assert (evolve(back, strict=False), hash(evolve(back, strict=False))) == (LAW, hash(LAW))
    assert len(set(LAWS.values())) == len(LAWS)
    by_value = LAW.amended(evolve(FUNERAL, value=11_000_000, since=date(2026, 7, 1)))
    assert (by_value, hash(by_value)) == (AMENDED, hash(AMENDED))
    other = LAW.amended(evolve(FUNERAL, value=12_000_000, since=date(2026, 7, 1)))
    assert other != AMENDED
    assert hash(other) != hash(AMENDED)


@pytest.mark.parametrize(
    "rule", [FUNERAL, LAW.absences["no_third_payer"], LAW.decisions["D33"]], ids=["p", "a", "d"]
)
def test_rules_are_equal_by_value(rule: Any) -> None:
    again = evolve(rule)
    assert again is not rule
    assert (again, hash(again)) == (rule, hash(rule))
    assert evolve(rule, id="other") != rule


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(MisuseError, match=r"answer to premium: .* compare answer\.outcome"):
        bool(one_premium())
    with pytest.raises(TypeError):
        bool(cover_on(member(), DAY))


# To another process and back ----------------------------------------------------------------


@pytest.mark.parametrize("question", sorted(sample()))
def test_every_answer_is_light_and_comes_back_equal(question: str) -> None:
    for answer in sample()[question]:
        pickled = pickle.dumps(answer)
        again = pickle.loads(pickled)  # noqa: S301 - our own bytes
        assert (again, hash(again), type(again)) == (answer, hash(answer), type(answer))
        assert again.text("en") == answer.text("en")
        assert (again.law is LAW) == (answer.law == LAW)
        assert question == LIST_OF_CHANGES or len(pickled) < LIMIT


def asked_elsewhere() -> list[Answer]:
    """What another process answers."""
    return [one_premium(), one_death(), one_death(AMENDED), one_death(CHOSEN)]


def compared_elsewhere(answers: list[Answer]) -> bool:
    """Whether another process finds the answers equal to its own."""
    return answers == asked_elsewhere()


def test_answers_of_another_process_are_equal() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(asked_elsewhere).result() == asked_elsewhere()
        assert pool.submit(compared_elsewhere, asked_elsewhere()).result()


@pytest.mark.parametrize("name", LAWS)
def test_a_law_comes_back_equal_and_light(name: str) -> None:
    law = LAWS[name]
    again = sent(law)
    assert (again, hash(again), again.fingerprint) == (law, hash(law), law.fingerprint)
    assert len(pickle.dumps(law)) < LIMIT
    assert one_premium(again) == one_premium(law)


def test_an_amended_law_comes_back_with_its_amendments() -> None:
    again = sent(AMENDED)
    assert again.get("jkm.funeral", date(2026, 6, 30)).number == 10_000_000
    assert again.get("jkm.funeral", date(2026, 7, 1)).number == 11_000_000
    assert again.get("jkm.lump_sum", DAY) is LAW.get("jkm.lump_sum", DAY)
    assert len(pickle.dumps(one_death(AMENDED))) < LIMIT


def test_rules_of_the_shipped_law_come_back_as_themselves() -> None:
    rules: list[Any] = [*LAW.in_force(), *LAW.absences.values(), *LAW.decisions.values()]
    for rule in rules:
        assert sent(rule) is rule
        assert len(pickle.dumps(rule)) < 150


def test_other_rules_come_back_equal() -> None:
    decision = LAW.decisions["D33"]
    others: list[Any] = [
        evolve(FUNERAL, value=1),
        evolve(LAW.absences["no_third_payer"], sources=()),
        evolve(decision, chosen="unbroken"),
        evolve(decision, default="of another law"),
        evolve(decision, id="D999"),
    ]
    for rule in others:
        again = sent(rule)
        assert again == rule
        assert type(again) is type(rule)


@pytest.mark.parametrize(
    "thing", [FUNERAL, LAW.decisions["D33"], CHOSEN.decisions["D33"], LAW, AMENDED, CHOSEN],
    ids=["provision", "decision", "chosen", "law", "amended law", "law of choices"],
)  # fmt: skip
def test_a_pickle_of_another_edition_of_the_law_is_refused(
    thing: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    pickled = pickle.dumps(thing)
    monkeypatch.setattr(pickling, "_edition", lambda: "2031.1.0 (facefacefaceface)")
    ours = re.escape(f"got '{LAW.version} ({LAW.fingerprint})'")
    with pytest.raises(LawDataError, match=ours) as caught:
        pickle.loads(pickled)  # noqa: S301 - our own bytes
    assert "2031.1.0 (facefacefaceface)" in caught.value.allowed
    assert "ask the question again" in caught.value.next_step


@pytest.mark.parametrize(
    "paid",
    [
        None,
        (),
        payments("2024-01", "2024-12"),
        payments("2024-01", "2024-06", date(2023, 12, 20), 16_800),
        (
            Payment(month="2024-01", on=date(2024, 1, 5), amount=16_800),
            Payment(month="2024-02", on=date(2024, 4, 30), amount=8_400),
            Payment(month="2024-05", on=date(2024, 4, 30), amount=8_400),
            Payment(month="2024-04", on=date(2024, 5, 2)),
        ),
    ],
    ids=["not known", "none", "a year", "ahead", "gaps and orders"],
)
def test_payments_come_back_as_they_were(paid: tuple[Payment, ...] | None) -> None:
    one = Participation(number_issued=date(2024, 1, 8), payments=paid)
    again = sent(one)
    assert (again, again.payments, hash(again)) == (one, paid, hash(one))
    assert again.paid == one.paid


def test_ten_years_of_payments_weigh_little() -> None:
    one = Participation(number_issued=date(2016, 1, 8), payments=payments("2016-01", "2025-12"))
    assert len(pickle.dumps(one)) < 1_000


def test_provisions_are_keys_by_value() -> None:
    found: dict[Provision, str] = {FUNERAL: "shipped"}
    assert found[evolve(FUNERAL)] == "shipped"
    assert evolve(FUNERAL, value=1) not in found


def test_the_sample_has_every_question() -> None:
    assert len(sample()) == 37
