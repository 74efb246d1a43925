"""Every argument of every public function refuses what it cannot take, by its own name."""

import inspect
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import numpy as np
import polars as pl
import pytest
from calls import CALLS, functions
from polars.testing import assert_frame_equal

from jamsos import Answer, InputError
from jamsos.registers import Summary
from jamsos.registers.columns.columns import Columns

FUNCTIONS = functions()
UNASKED = {
    ("monday_to_friday", "day"),  # called by the library, with a date
    ("read_register", "separator"),  # of CSV alone
    ("read_registers", "separator"),  # here a file that does not fit is listed
}
"""The arguments nobody looks at in these calls."""
PLACES = {("answer_from_dict", "form"): "answer", ("law_article", "cited"): "article"}
"""The arguments whose errors are about what is looked up or read from them."""
ANY_TEXT = {"words", "sheet", "name", "reason"}
"""The arguments that are any text."""
ANY_CALL = {"calendar"}
"""The arguments that are anything that can be called, as a class can."""


class Stranger:
    """What no argument takes."""


class Stamp(datetime):
    """A timestamp of pandas: a datetime that can turn itself into one of NumPy."""

    def to_datetime64(self) -> Any:
        return np.datetime64(self.replace(tzinfo=None))


def arguments() -> list[tuple[str, str]]:
    """Every argument of every public function."""
    return [
        (name, argument)
        for name, function in FUNCTIONS.items()
        for argument in inspect.signature(function).parameters
        if (name, argument) not in UNASKED
    ]


def test_every_public_function_is_called() -> None:
    assert CALLS.keys() == FUNCTIONS.keys()
    assert len(arguments()) > 150


@pytest.mark.parametrize("name", CALLS)
def test_the_calls_are_answered(name: str) -> None:
    FUNCTIONS[name](**CALLS[name])


@pytest.mark.parametrize("wrong", [Stranger(), "no such thing", Stranger], ids=["a", "b", "c"])
@pytest.mark.parametrize(("name", "argument"), arguments())
def test_an_argument_refuses_by_its_name(name: str, argument: str, wrong: object) -> None:
    if argument in ANY_TEXT and isinstance(wrong, str):
        return
    if argument in ANY_CALL and callable(wrong):
        return
    with pytest.raises(InputError) as caught:
        FUNCTIONS[name](**{**CALLS[name], argument: wrong})
    error = caught.value
    thing = PLACES.get((name, argument), argument)
    assert re.fullmatch(rf"{thing}(\[\d+\])?", error.thing)
    assert error.allowed
    assert error.next_step
    assert "object at 0x" not in str(error)


def numbers_and_days() -> list[tuple[str, str]]:
    """The arguments of the calls that are whole numbers, truth values or days."""
    return [
        (name, argument)
        for name, call in CALLS.items()
        for argument, value in call.items()
        if isinstance(value, int | date) and (name, argument) not in UNASKED
    ]


def test_numbers_and_days_are_found() -> None:
    found = set(numbers_and_days())
    assert {("premium", "row"), ("plan", "budget"), ("pause_effects", "restart")} <= found
    assert {("read_register", "heading_row"), ("summary", "months")} <= found


def of_numpy(value: object) -> list[Any]:
    """The same number or day as other libraries hold it."""
    if isinstance(value, bool):
        return [np.bool_(value)]
    if isinstance(value, int):
        return [np.int64(value), np.int32(value)]
    assert isinstance(value, date)
    midnight = datetime.combine(value, datetime.min.time())
    return [np.datetime64(value), np.datetime64(midnight), Stamp.fromisoformat(str(midnight))]


def assert_same(found: Any, plain: Any) -> None:
    """Two answers say the same, and nothing of NumPy is left in them."""
    assert type(found) is type(plain)
    if isinstance(plain, pl.DataFrame):
        assert_frame_equal(found, plain)
    elif isinstance(plain, Summary):
        assert_frame_equal(found.table, plain.table)
    elif isinstance(plain, Columns):
        assert (found.outputs, found.reasons) == (plain.outputs, plain.reasons)
    elif isinstance(plain, Answer):
        assert "np." not in repr(found.facts)
        assert found == plain
    else:
        assert str(found) == str(plain)


@pytest.mark.parametrize(("name", "argument"), numbers_and_days())
def test_a_number_or_a_day_of_numpy_is_the_same(name: str, argument: str) -> None:
    plain = CALLS[name][argument]
    ask: Callable[..., Any] = FUNCTIONS[name]
    for theirs in of_numpy(plain):
        assert_same(ask(**{**CALLS[name], argument: theirs}), ask(**CALLS[name]))


@pytest.mark.parametrize(("name", "argument"), numbers_and_days())
@pytest.mark.parametrize("gap", [float("nan"), np.datetime64("NaT", "D")], ids=["NaN", "NaT"])
def test_a_mark_of_no_value_is_refused_with_advice(name: str, argument: str, gap: object) -> None:
    with pytest.raises(InputError) as caught:
        FUNCTIONS[name](**{**CALLS[name], argument: gap})
    assert caught.value.thing == argument
