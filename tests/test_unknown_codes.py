"""An unknown code is refused by the name of its field or argument, with every code in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from calls import CALLS, DAY, functions, public

import jamsos
from jamsos import Category, InputError, Participation, Programme, Worker
from jamsos.answers.texts import catalogue
from jamsos.workers.closed_list import Code

NEEDED: Mapping[str, Mapping[str, Any]] = {"Event": {"on": DAY}, "WorkAccident": {"on": DAY}}
"""The facts a class cannot do without."""


def codes_in(hint: object) -> Iterator[type[Code]]:
    """The closed lists a type hint names."""
    if isinstance(hint, type) and issubclass(hint, Code):
        yield hint
    for part in get_args(hint):
        yield from codes_in(part)


def fields() -> list[tuple[type, str, type[Code]]]:
    """Every field that holds a code, or several."""
    found: list[tuple[type, str, type[Code]]] = []
    for facts in public().values():
        if isinstance(facts, type) and attrs.has(facts) and not issubclass(facts, jamsos.Answer):
            hints = get_type_hints(facts)
            found += [
                (facts, field.name, codes)
                for field in attrs.fields(facts)
                if field.init and field.converter
                for codes in codes_in(hints[field.name])
            ]
    return found


def arguments() -> list[tuple[str, str, type[Code]]]:
    """Every argument of a function that takes a code."""
    return [
        (name, argument, codes)
        for name, thing in functions().items()
        for argument, hint in get_type_hints(thing).items()
        if argument != "return"
        for codes in codes_in(hint)
    ]


def mistyped(code: Code) -> str:
    """A code with a letter too many."""
    return f"{code}{str(code)[-1]}"


def refused(ask: Callable[[], object], thing: str, codes: type[Code]) -> InputError:
    """The error of an unknown code, which says what every one says."""
    with pytest.raises(InputError) as caught:
        ask()
    error = caught.value
    assert error.thing == thing
    for code in codes:
        assert repr(str(code)) in error.allowed
        assert all(words in error.allowed for words in code.words())
    return error


def test_fields_and_arguments_are_found() -> None:
    assert (Worker, "sector", jamsos.Sector) in fields()
    assert (Participation, "programmes", Programme) in fields()
    assert len(fields()) > 15
    assert len(arguments()) >= 20
    assert ("suspected_case", "concluded", jamsos.Cause) in arguments()


@pytest.mark.parametrize(("facts", "field", "codes"), fields())
def test_a_field_names_itself(facts: type, field: str, codes: type[Code]) -> None:
    needed = NEEDED.get(facts.__name__, {})
    code = list(codes)[-1]
    # Of a list one is enough.
    several = isinstance(attrs.fields_dict(facts)[field].default, tuple)
    wrong = [mistyped(code)] if several else mistyped(code)
    error = refused(lambda: facts(**{**needed, field: wrong}), f"{facts.__name__}.{field}", codes)
    assert error.value == mistyped(code)


@pytest.mark.parametrize(("name", "argument", "codes"), arguments())
def test_an_argument_names_itself(name: str, argument: str, codes: type[Code]) -> None:
    wrong = mistyped(next(iter(codes)))
    call = {**CALLS[name], argument: wrong}
    error = refused(lambda: functions()[name](**call), argument, codes)
    assert error.value == wrong


@pytest.mark.parametrize(
    ("written", "meant"),
    [("fsher", "fisher"), ("Fisher", "fisher"), ("nelayan", "fisher"), ("village msme",
     "village_msme"), ("casual labourer", "casual_labour"), ("angkutan", "transport")],
)  # fmt: skip
def test_the_code_that_was_meant_is_the_next_step(written: str, meant: str) -> None:
    error = refused(lambda: Worker(category=written), "Worker.category", Category)
    assert error.next_step == f"write '{meant}' if that is meant"


@pytest.mark.parametrize("written", ["xyz", "", "pekerja"])
def test_a_code_like_none_or_like_several_is_left_to_the_caller(written: str) -> None:
    error = refused(lambda: Worker(category=written), "Worker.category", Category)
    assert error.next_step == "choose one of these"


def test_a_member_of_another_list_is_shown_as_one() -> None:
    error = refused(lambda: Worker(category=jamsos.Sector.TRANSPORT), "Worker.category", Category)
    assert repr(error.value) == "<Sector.TRANSPORT: 'transport'>"
    assert error.next_step == "give a code of Category"


def test_both_spellings_of_a_kind_are_offered() -> None:
    error = refused(lambda: Worker(kind="d"), "Worker.kind", jamsos.BpuKind)
    assert "'owner' or 'a' (employer / pemberi kerja)" in error.allowed


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_code_has_its_words(lang: str) -> None:
    lists = {codes for _, _, codes in [*fields(), *arguments()]}
    for codes in lists:
        assert {f"{codes.family}.{code}" for code in codes} <= catalogue(lang).keys()
