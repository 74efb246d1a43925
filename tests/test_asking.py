"""What an answer still needs names an argument that exists, or the call that chooses a decision."""

import inspect
import re
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from case_runner import Case, ask, load_cases

import jamsos
from jamsos import (
    Answer,
    InputError,
    Law,
    UndecidedError,
    Worker,
    current,
    load_scheme,
    premium,
)
from jamsos.answers.grounds import MissingFact

DAY = date(2026, 10, 5)


def _ids() -> list[str]:
    """Every fact an answer can ask for, as the catalogue of words lists them."""
    catalogue = files("jamsos.answers").joinpath("locale/en.po").read_text("utf-8")
    return re.findall(r'^msgid "fact\.(.*)"$', catalogue, re.MULTILINE)


def _arguments() -> set[str]:
    """The arguments of every public question."""
    names: set[str] = set()
    for name in dir(jamsos):
        thing = getattr(jamsos, name)
        if inspect.isfunction(thing):
            names |= set(inspect.signature(thing).parameters)
    return names


def test_the_catalogue_is_read() -> None:
    assert len(_ids()) > 100
    assert {"scheme", "for_children", "event_on"} <= _arguments()


@pytest.mark.parametrize("fact", _ids())
def test_every_fact_can_be_given_as_it_is_asked_for(fact: str) -> None:
    ask = MissingFact(fact).ask
    if ask.startswith("ask BPJS"):
        assert fact.startswith(("migrant.", "base.")), "of these a text was not read, or is silent"
        return
    field = re.fullmatch(r"give (\w+)\((\w+)=\.\.\.\)", ask)
    if field:
        kind = getattr(jamsos, field[1])
        assert field[2] in attrs.fields_dict(kind)
        return
    argument = re.match(r"give (\w+)=\.\.\.", ask)
    assert argument is not None
    assert argument[1] in _arguments()


def _classes(hint: Any) -> set[str]:
    """The classes of facts an argument takes, with those they are made of."""
    found: set[str] = set()
    for part in get_args(hint):
        found |= _classes(part)
    if isinstance(hint, type) and attrs.has(hint):
        found.add(hint.__name__)
        for field in get_type_hints(hint).values():
            found |= _classes(field)
    return found


@cache
def _taken(question: str) -> tuple[frozenset[str], frozenset[str]]:
    """The arguments of a question, and the classes of facts that can be given to it."""
    hints = get_type_hints(getattr(jamsos, question))
    del hints["return"]
    classes = {name for hint in hints.values() for name in _classes(hint)}
    return frozenset(hints), frozenset(classes)


def _missing(answer: Answer) -> list[MissingFact]:
    """What an answer needs, or one of its parts waits for."""
    return [ground for ground in answer.grounds if isinstance(ground, MissingFact)]


def _answers(law: Law) -> list[tuple[Case, Answer]]:
    asked = [(case, ask(case, law)) for case in load_cases()]
    return [(case, answer) for case, answer in asked if isinstance(answer, Answer)]


@pytest.mark.parametrize(
    ("row_chosen", "needed"),
    [
        ("computed", {"participation.payer", "person.foreign", "trainee", "worker.income"}),
        ("only_explicit", {"row", "participation.row", "changes.row"}),
    ],
)
def test_what_a_question_needs_can_be_given_to_that_question(
    row_chosen: str, needed: set[str]
) -> None:
    """Not only to some question: ``premium`` takes a payer, ``keeping_cover`` does not."""
    law = current().with_decisions(D17=row_chosen)
    seen: set[str] = set()
    for case, answer in _answers(law):
        arguments, classes = _taken(answer.question)
        for need in _missing(answer):
            argument, bracket, _ = need.ask.removeprefix("give ").replace("=", "(").partition("(")
            place = f"{case.id}: {need.id}"
            if need.ask.startswith("ask BPJS"):
                continue
            assert bracket, place
            assert argument in arguments | classes, place
            seen.add(need.id)
    assert needed <= seen


def test_the_calls_that_choose_a_decision_settle_it() -> None:
    """Of a decision no call settles the answer names what the law does not say instead."""
    seen: set[str] = set()
    for case, answer in _answers(current()):
        # Under a strict law a decision stays open whatever was chosen, and the step says so.
        if answer.law.strict:
            continue
        for need in answer.needs:
            for name, choice in re.findall(r"with_decisions\((\w+)='(\w+)'\)", need.ask):
                decisions = {**case.question.get("decisions", {}), name: choice}
                chosen = replace(case, question={**case.question, "decisions": decisions})
                settled = ask(chosen, current())
                assert isinstance(settled, Answer), case.id
                assert name not in {other.id for other in settled.needs}, f"{case.id}: {choice}"
                seen.add(name)
    assert {"D09", "D16", "D19", "D38", "D53", "D58"} <= seen


def test_a_decision_names_the_calls_that_choose_another_answer() -> None:
    decisions = current().decisions
    for decision in decisions.values():
        for name, choice in re.findall(r"with_decisions\((\w+)='(\w+)'\)", decision.ask):
            chosen = current().with_decisions(**{name: choice}).decisions[name]
            assert chosen.chosen == choice != decision.chosen
        assert bool(decision.alternatives) == ("with_decisions" in decision.ask)
    chosen = current().with_decisions(D44="lump_sum").decisions["D44"]
    assert chosen.ask == "choose law.with_decisions(D44='whole_jkm')"


def test_the_error_of_an_undecided_amount_says_what_to_give() -> None:
    with pytest.raises(UndecidedError) as caught:
        _ = premium(Worker(kind="b", income=900_000), "2026-02", payer="self").total
    assert caught.value.next_step == "give Worker(sector=...)"


def test_under_a_strict_law_it_says_that_the_law_is_strict() -> None:
    worker = Worker(kind="b", income=900_000, sector="other")
    answer = premium(worker, "2026-10", payer="CSR", law=current().strictly())
    assert not answer.decided
    with pytest.raises(UndecidedError, match=r"without strictly\(\), which leaves D2\d open"):
        _ = answer.total


def test_a_scheme_that_is_not_shipped_is_answered_with_those_that_are() -> None:
    with pytest.raises(InputError) as caught:
        load_scheme("kukar")
    assert caught.value.allowed == "one of ['kutim'], or the path of a scheme file"
    assert caught.value.next_step.startswith("choose one of these; a scheme of your own")
    with pytest.raises(InputError, match="write 'kutim' if that is meant"):
        load_scheme("kutm")
    with pytest.raises(InputError, match="No such file"):
        load_scheme("schemes/kukar.toml")


def test_laws_and_rules_show_themselves_in_a_line() -> None:
    law = current()
    shown = f"<Law {law.version}, known until 2026-10-10"
    assert repr(law) == f"{shown}>"
    assert (
        repr(law.with_decisions(D33="unbroken").strictly()) == f"{shown}, D33='unbroken', strict>"
    )
    assert repr(law.get("jkm.lump_sum", DAY)) == (
        "<Provision jkm.lump_sum: 20000000 rupiah, since 2019-12-02>"
    )
    assert repr(law.get("jkm.lump_sum", date(2019, 1, 1))) == (
        "<Provision jkm.lump_sum: 16200000 rupiah, since 2015-07-01 until 2019-12-02>"
    )
    table = repr(law.get("scholarship.levels", DAY))
    assert table == "<Provision scholarship.levels: table of 5 rows, since 2021-04-01>"
    assert ": in force, since" in repr(law.get("wage.payer", DAY))
    assert repr(law.decisions["D33"]) == "<Decision D33: cumulative>"
