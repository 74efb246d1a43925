"""What the death of each person of a register would cost, as ``death_benefit`` answers it."""

from datetime import date
from functools import cache
from typing import Any

import narwhals.stable.v2 as nw
from attrs import evolve

from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.registers.columns.bad_facts import BAD
from jamsos.registers.columns.classes import (
    Facet,
    Facts,
    Stated,
    code_facet,
    count_facet,
    day_facet,
    in_register,
)
from jamsos.registers.columns.columns import Columns, Steps, outputs_under
from jamsos.registers.columns.death_cost import DeathCosts
from jamsos.registers.columns.folding import Facets, expression, folded
from jamsos.registers.columns.income_rows import Rows, row_facets
from jamsos.registers.columns.literals import Amounts, as_column, int16, null_of
from jamsos.registers.columns.reasons import Reasons, codes_by_key, numbered, undecided_first
from jamsos.values.words import where

EXPOSURES = (
    "exposure_work_death",
    "exposure_other_death",
    "exposure_scholarship_work_death",
    "exposure_scholarship_other_death",
)
"""Cash after a death at work and from another cause, and the most the scholarship may come to."""

_REASON = "exposure_reason"


def exposure_columns(on: date, *, scheme: Scheme | None = None, law: Law | None = None) -> Columns:
    """What each person's death on a day would cost, with every contribution since issue paid.

    The columns, in whole rupiah: ``exposure_work_death`` and ``exposure_other_death``, the cash
    before scholarship; ``exposure_scholarship_work_death`` and
    ``exposure_scholarship_other_death``, the statutory maximum for the children counted in the
    column ``children``, all of whom are taken to be entitled. A column is empty where its facts
    are missing; ``exposure_reason`` names them, else says how the cover stands. Without a column
    ``number_issued`` everybody is a member of long standing.

    Legal source: as :func:`jamsos.death_benefit`, which is asked for every class of people.

    Args:
        on: The day of the deaths, accidents included.
        scheme: The programme that pays; it fixes the income row (D65).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    law = applied(law)
    on = judged_day(on, law, "on")
    checked_scheme(scheme)
    costs = DeathCosts(on, scheme, law)
    facets = _facets(costs)
    folded(facets, costs.reason_key)
    reasons = numbered(undecided_first(costs.reasons), law)

    @cache
    def steps(stated: Stated) -> Steps:
        stated_facets = [in_register(facet, stated) for facet in facets]
        return _steps(stated_facets, costs, reasons, stated)

    return Columns(
        question="exposure",
        reasons=reasons,
        outputs=outputs_under(law, *EXPOSURES, _REASON),
        on=on,
        rows=len(costs.table.rows),
        steps=steps,
        law=law,
    )


def _facets(costs: DeathCosts) -> list[Facet]:
    """The facts the cost of a death depends on."""
    income, row = row_facets(costs.table, costs.law)
    issued = day_facet("number_issued", costs.last_days())
    _, long_ago, *_ = issued.values
    # A register without the column is one of members of long standing.
    member = evolve(issued, unstated=long_ago)
    children = count_facet("children", costs.most_children)
    segment = code_facet("segment")
    return [segment, income, row, member, children]


def _steps(facets: Facets, costs: DeathCosts, reasons: Reasons, stated: Stated) -> Steps:
    """The columns to add for the facts a register states."""
    people = Rows(stated, costs.table)
    codes = codes_by_key(reasons)

    def code_of(key: str) -> nw.Expr:
        return int16(codes[key])

    bad = nw.col(BAD)
    is_valid = bad == 0
    no_amount = null_of(nw.Int64)
    columns: dict[str, Any] = {}
    for part, name in enumerate(EXPOSURES):
        amount = _amount(facets, costs, people, part)
        columns[name] = nw.when(is_valid).then(amount).otherwise(no_amount)
    keys = folded(facets, costs.reason_key)
    reason = expression(keys, code_of)
    columns[_REASON] = where(is_valid, reason, bad)
    return people.columns, columns


def _amount(facets: Facets, costs: DeathCosts, people: Rows, part: int) -> nw.Expr:
    """One amount for each class of people; empty where it cannot be decided."""

    def amounts_of(facts: Facts) -> Amounts | None:
        cost = costs.parts(facts)[part]
        return cost.amounts

    def amount(values: Amounts | None) -> Any:
        if values is None:
            return null_of(nw.Int64)
        return people.value(values)

    node = folded(facets, amounts_of)
    return as_column(expression(node, amount))
