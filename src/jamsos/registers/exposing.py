"""What the death of each person of a register would cost: the amounts of ``death_benefit`` as columns."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import narwhals.stable.v2 as nw
from attrs import evolve

from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.registers.columns import Columns, Exprs, bad_reasons, never, numbered, small, undecided_first
from jamsos.registers.costs import Costs
from jamsos.registers.facets import Facet, absent, code_facet, count_facet, day_facet
from jamsos.registers.folding import column, expression, folded
from jamsos.registers.frames import PRIVATE
from jamsos.registers.table import Rows, row_facets
from jamsos.values.words import where

EXPOSURES = (
    "exposure_work_death",
    "exposure_other_death",
    "exposure_scholarship_work_death",
    "exposure_scholarship_other_death",
)
"""Cash after a death at work and from another cause, and what the scholarship of the children may come to at most."""

_REASON = "exposure_reason"


def exposure_columns(on: date, *, scheme: Scheme | None = None, law: Law | None = None) -> Columns:
    """What each person's death on a day would cost, if every contribution since the number was issued is paid.

    The columns, in whole rupiah: ``exposure_work_death`` and ``exposure_other_death``, the cash before scholarship;
    ``exposure_scholarship_work_death`` and ``exposure_scholarship_other_death``, the statutory maximum for the children
    counted in the column ``children``, each taken as one who may receive it. A column is empty where its facts are
    missing; ``exposure_reason`` names them, else says how the cover stands. Without a column ``number_issued``
    everybody is a member of long standing.

    Legal source: as :func:`jamsos.death_benefit`, which is asked for every class of persons.

    Args:
        on: The day of the deaths, accidents included.
        scheme: The programme that pays; it fixes the income row (D65).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    law = applied(law)
    if law.chose("D34", "declared_income"):
        step = "ask jamsos.death_benefit for each person"
        raise InputError("law", "D34 read as declared_income", "benefits by income row", step)
    costs = Costs(day_of_law(on, law, "on"), None if scheme is None else checked_scheme(scheme), law)
    facets = _facets(costs)
    folded(facets, costs.reason)
    reasons = (*bad_reasons(), *numbered(undecided_first(costs.told)))
    codes = {reason.key: reason.code for reason in reasons}

    @cache
    def steps(stated: frozenset[str]) -> tuple[Exprs, ...]:
        known, people = [absent(facet, stated) for facet in facets], Rows(stated, costs.table)
        bad = nw.col(f"{PRIVATE}bad")
        amounts = {
            name: nw.when(bad == 0).then(_amount(known, costs, people, part)).otherwise(never(nw.Int64))
            for part, name in enumerate(EXPOSURES)
        }
        reason = expression(folded(known, costs.reason), lambda key: small(codes[key]))
        return people.columns, {**amounts, _REASON: where(bad == 0, reason, bad)}

    return Columns(
        question="exposure",
        reasons=reasons,
        outputs=(*EXPOSURES, _REASON),
        on=on,
        rows=len(costs.table.rows),
        steps=steps,
    )


def _facets(costs: Costs) -> list[Facet]:
    """The facts the cost of a death depends on; without its day, the number was issued long ago."""
    issued = day_facet("number_issued", costs.last_days())
    long_ago = issued.values[1]
    children = count_facet("children", costs.most_children)
    return [code_facet("segment"), *row_facets(costs.table, costs.law), evolve(issued, unstated=long_ago), children]


def _amount(facets: Sequence[Facet], costs: Costs, people: Rows, part: int) -> nw.Expr:
    """One amount for each class of persons; empty where it cannot be decided."""

    def amount(values: tuple[int, ...] | None) -> Any:
        return never(nw.Int64) if values is None else people.value(values)

    return column(expression(folded(facets, lambda given: costs.parts(given)[part].amounts), amount))
