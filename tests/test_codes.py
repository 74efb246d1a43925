"""Every code of a closed list is a text, and no list takes what belongs to another."""

import json
import pickle
import pkgutil
from enum import Enum, StrEnum
from importlib import import_module
from typing import Any

import polars as pl
import pytest
from untyped import untyped

import jamsos
from jamsos import BpuKind, Category, Cause, InputError, Level, Sector, Will, Worker
from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines
from jamsos.premiums.relief_outcome import Relief
from jamsos.registers import Rank, premium_columns
from jamsos.registers.planning.order import in_order
from jamsos.workers.closed_list import Code


def lists() -> list[type[Enum]]:
    """Every closed list the library defines."""
    found: set[type[Enum]] = set()
    for module in pkgutil.walk_packages(jamsos.__path__, "jamsos."):
        if module.name.endswith("__main__"):
            continue
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Enum) and list(thing):
                found.add(thing)
    return sorted(
        (one for one in found if one.__module__.startswith("jamsos.")), key=lambda one: one.__name__
    )


LISTS = lists()


def test_the_lists_are_found() -> None:
    assert {Category, BpuKind, Relief, jamsos.Outcome} <= set(LISTS)


@pytest.mark.parametrize("codes", LISTS)
def test_a_code_is_its_text(codes: type[Enum]) -> None:
    assert issubclass(codes, StrEnum)
    for code in codes:
        assert json.loads(json.dumps({code: code})) == {code.value: code.value}
        assert code == code.value
        assert str(code) == f"{code}" == code.value
        by_text: dict[str, int] = {code: 1}
        assert by_text[code.value] == 1
        assert codes(code.value) is code
        assert codes(code) is code
        assert pickle.loads(pickle.dumps(code)) is code  # noqa: S301


@pytest.mark.parametrize("codes", [one for one in LISTS if issubclass(one, Code)])
def test_a_list_refuses_what_it_does_not_hold(codes: type[Code]) -> None:
    refused_values: list[object] = ["no such code", "", 1, None, [], {}]
    for wrong in refused_values:
        with pytest.raises(InputError) as refused:
            untyped(codes)(wrong)
        assert all(str(code) in refused.value.allowed for code in codes)


@pytest.mark.parametrize(
    ("codes", "stranger"),
    [(Category, Sector.OTHER), (Sector, Cause.OTHER), (Will, Level.NONE), (Cause, Will.OTHER)],
)
def test_a_list_refuses_members_of_another(codes: type[Code], stranger: Code) -> None:
    assert codes(str(stranger)) == stranger
    with pytest.raises(InputError):
        codes(stranger)


@pytest.mark.parametrize("kind", BpuKind)
def test_the_letters_of_the_article_are_read_and_words_are_written(kind: BpuKind) -> None:
    letter = {"owner": "a", "independent": "b", "other": "c"}[kind.value]
    assert BpuKind(letter) is Worker(kind=letter).kind is kind
    assert kind.spellings == (str(kind), letter)
    with pytest.raises(InputError):
        BpuKind(letter.upper())
    question: dict[str, Any] = {"question": "premium", "month": "2026-06", "payer": "self"}
    facts = {"income": 900_000, "sector": "other"}
    lines = [
        json.dumps({**question, "worker": {**facts, "kind": one}}).encode()
        for one in (letter, str(kind))
    ]
    by_letter, by_word = map(json.loads, answer_lines(lines, open_desk([])))
    assert by_letter["total"] == by_word["total"] > 0


def test_a_register_may_hold_words_and_letters() -> None:
    kinds = ["a", "owner", "b", "independent", "c", "other"]
    people = pl.DataFrame({"kind": kinds, "income": 900_000, "sector": "other"})
    priced = premium_columns("2026-06", payer="self").added_to(people)
    assert priced["kind"].to_list() == kinds
    by_kind = priced["premium"].to_list()
    assert None not in by_kind
    assert by_kind[::2] == by_kind[1::2]
    capital = people.with_columns(kind=pl.lit("A"))
    refused = premium_columns("2026-06", payer="self").added_to(capital)
    assert refused["premium"].to_list() == [None] * len(kinds)


def test_an_order_of_priority_takes_words_and_letters() -> None:
    people = pl.DataFrame({"kind": ["a", "independent", "b", "other"], "id": ["1", "2", "3", "4"]})
    for first in ("b", "independent", BpuKind.INDEPENDENT):
        ordered = in_order(people, [Rank("kind", first=[first])])
        assert ordered["id"].to_list() == ["2", "3", "1", "4"]
    with pytest.raises(InputError, match="each value once"):
        Rank("kind", first=["b", "independent"])
