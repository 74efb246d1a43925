"""Every answer of the cases keeps to what its class publishes: its codes, its typed results."""

from collections.abc import Mapping
from functools import cache

import pytest
from attrs import evolve
from case_runner import load_cases, schemes
from narrowed import of_type

import jamsos
from jamsos import (
    Answer,
    DeathBenefit,
    JamsosError,
    JkkBenefit,
    LawDataError,
    MoneyAnswer,
    Scholarship,
    UndecidedError,
    current,
)
from jamsos._public import homes
from jamsos.answers.parts import Finding


@cache
def answers() -> Mapping[str, tuple[Answer, ...]]:
    """The answers of all cases, by the name of their class."""
    found: dict[str, list[Answer]] = {}
    for case in load_cases():
        if isinstance(case.asked, JamsosError):
            continue
        try:
            answer = case.asked.ask(schemes())
        except JamsosError:
            continue
        found.setdefault(type(answer).__name__, []).append(answer)
    return {name: tuple(of_class) for name, of_class in found.items()}


def _classes() -> dict[str, type[Answer]]:
    """The public classes of answers, one for each question."""
    things = {name: getattr(jamsos, name) for name in homes("jamsos")}
    return {
        name: thing
        for name, thing in things.items()
        if isinstance(thing, type) and issubclass(thing, Answer)
        if thing not in {Answer, MoneyAnswer}
    }


CLASSES = _classes()
BARE: Mapping[str, str] = {}
"""Classes that have no result of their own, and why."""


@pytest.fixture(params=sorted(CLASSES), name="of_class")
def _of_class(request: pytest.FixtureRequest) -> tuple[type[Answer], tuple[Answer, ...]]:
    return CLASSES[request.param], answers()[request.param]


def test_every_class_is_met_in_the_cases() -> None:
    assert answers().keys() == CLASSES.keys()


def test_every_class_has_a_result_of_its_own() -> None:
    shared = set(MoneyAnswer.results())
    bare = {name for name, cls in CLASSES.items() if not set(cls.results()) - shared}
    assert bare == set(BARE)
    assert all(BARE.values())


def test_an_answer_has_no_code_its_class_does_not_publish(
    of_class: tuple[type[Answer], tuple[Answer, ...]],
) -> None:
    cls, given = of_class
    lines = {line.code for answer in given for line in answer.lines}
    findings = {finding.code for answer in given for finding in answer.findings}
    assert lines <= cls.line_codes
    assert findings <= cls.finding_codes


def test_every_published_code_is_met_in_the_cases(
    of_class: tuple[type[Answer], tuple[Answer, ...]],
) -> None:
    """A code no case gives is proved by nothing, or can never be."""
    cls, given = of_class
    assert cls.line_codes - {line.code for answer in given for line in answer.lines} == set()
    findings = {finding.code for answer in given for finding in answer.findings}
    assert cls.finding_codes - findings == set()


def _read(thing: object, name: str) -> object:
    """A result by the name of its attribute; where it is undecided, the error that says so."""
    try:
        return getattr(thing, name)
    except UndecidedError as error:
        return error


def test_every_result_of_every_answer_can_be_read(
    of_class: tuple[type[Answer], tuple[Answer, ...]],
) -> None:
    """A value, or an error that says what to give; read by its name as by the attribute."""
    cls, given = of_class
    for answer in given:
        for name in cls.results():
            value = _read(answer, name)
            if isinstance(value, UndecidedError):
                assert value.next_step
                assert answer.get(name, "open") == "open"
                continue
            assert answer.get(name, "open") == value
            if isinstance(value, Scholarship):
                parts = [_read(value, part) for part in PARTS]
                is_open = [isinstance(part, UndecidedError) for part in parts]
                # The amounts of a right that is open are open too, and the step is named.
                assert all(is_open) or not is_open[0]
                assert any(is_open) == bool(value.next_step)


PARTS = (
    "right",
    "statutory_maximum",
    "remaining_maximum",
    "remaining_to_age_limit",
    "first_instalment",
)
"""The results of a scholarship, the right first."""


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_short_form_of_every_answer_is_a_few_plain_sentences(
    of_class: tuple[type[Answer], tuple[Answer, ...]], lang: str
) -> None:
    _, given = of_class
    for answer in given:
        brief = answer.brief(lang)
        # A number begins a sentence as well as a capital does.
        assert brief[0].isupper() or brief[0].isdigit()
        assert brief.endswith(".")
        # A stop before a stop, or a space too many, shows a sentence put together badly.
        assert ".." not in brief
        assert "  " not in brief
        assert "[" not in brief


def _after_death(finding: Finding) -> DeathBenefit:
    """An answer whose findings are this one alone."""
    answer = next(one for one in answers()["DeathBenefit"] if one.decided and one.findings)
    return of_type(DeathBenefit, evolve(answer, findings=(finding,)))


@pytest.mark.parametrize(
    ("code", "value", "result"),
    [("paid_months", "many", "paid_months"), ("disability_paid", "much", "disability_paid")],
)
def test_a_finding_of_another_type_is_a_fault_of_the_library(
    code: str, value: str, result: str
) -> None:
    answer = _after_death(Finding(code=code, value=value, grounds=current().cite("D01")))
    with pytest.raises(LawDataError, match=f"{code} of death_benefit.*fault of jamsos"):
        getattr(answer, result)


def test_a_result_every_decided_answer_has_is_a_fault_where_it_is_not_there() -> None:
    answer = next(one for one in answers()["JkkBenefit"] if one.decided)
    bare = of_type(JkkBenefit, evolve(answer, findings=()))
    with pytest.raises(LawDataError, match="care of jkk_benefit"):
        _ = bare.care
