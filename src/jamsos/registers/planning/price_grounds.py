"""What the price of a plan rests on, in every month and for every class of people."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import polars as pl

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import Ground, Grounds, distinct
from jamsos.premiums.bpu.premium import premium
from jamsos.registers.frames import PRIVATE
from jamsos.registers.planning.start_months import BEGIN, PlanQuestion
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.worker import Worker

_WORKER = ("segment", "kind", "sector", "income")
_CLASSES = ("segment", "kind", "sector", "payer")
"""The columns whose values decide which rules a premium rests on."""
_AMOUNTS = ("income", "row")
"""The columns of which it only matters whether they are stated."""


_Person: TypeAlias = Mapping[str, Any]
"""The row of one person, by the names of the columns."""


def price_grounds(taking_part: pl.DataFrame, question: PlanQuestion) -> Grounds:
    """The grounds of the premiums of those who take part."""
    if taking_part.is_empty():
        return ()
    first_day = taking_part[BEGIN].min()
    begin = Month.of(first_day)
    months = months_between(begin, question.months[-1])
    grounds: list[Ground] = []
    # The premiums of a class rest on the same grounds: one person stands for all.
    for person in _one_of_each_class(taking_part):
        for month in months:
            answer = _premium(person, month, question)
            for line in answer.lines:
                grounds.extend(line.grounds)
    return distinct(grounds)


def _one_of_each_class(taking_part: pl.DataFrame) -> list[dict[str, Any]]:
    keys = _class_keys(taking_part)
    if not keys:
        return taking_part.head(1).to_dicts()
    classes = taking_part.group_by(keys, maintain_order=True)
    return classes.first().to_dicts()


def _class_keys(taking_part: pl.DataFrame) -> list[pl.Expr]:
    keys: list[pl.Expr] = []
    for name in taking_part.columns:
        column = pl.col(name)
        if name in _CLASSES:
            keys.append(column)
        # Every income rests on the same provisions; a missing one leaves the premium open.
        if name in _AMOUNTS:
            stated = column.is_not_null()
            keys.append(stated.alias(f"{PRIVATE}{name}"))
    return keys


def _premium(person: _Person, month: Month, question: PlanQuestion) -> Answer:
    return premium(
        _worker(person),
        month,
        row=person.get("row"),
        payer=_payer(person, question),
        scheme=question.scheme,
        law=question.law,
    )


def _worker(person: _Person) -> Worker:
    facts: dict[str, Any] = {"segment": Segment.BPU}
    for name in _WORKER:
        if name in person:
            facts[name] = person[name]
    return Worker(**facts)


def _payer(person: _Person, question: PlanQuestion) -> Payer | str | None:
    # A scheme fixes its payer (D65).
    if question.scheme is not None:
        return None
    return question.payer or person.get("payer")
