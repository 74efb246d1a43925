"""What a whole register owes: the premiums of ``premium`` as columns, for one month or a run of months."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, reduce
from operator import add
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

from jamsos.answers.answer import Outcome
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.premiums.asked import priced_month
from jamsos.premiums.income_table import rows
from jamsos.premiums.run import LONGEST
from jamsos.registers.columns import Columns, Exprs, Reason, bad_reasons, never, numbered, small, tell, undecided_first
from jamsos.registers.facets import Facet, absent, code_facet, within
from jamsos.registers.folding import Known, Node, column, derived, expression, folded, leaves
from jamsos.registers.frames import PRIVATE
from jamsos.registers.prices import Asking
from jamsos.registers.table import Rows, row_facets
from jamsos.values.months import Month, months_between
from jamsos.values.words import where
from jamsos.workers.codes import Payer

AMOUNTS = ("premium_jkk", "premium_jkm", "premium_jht", "premium", "premium_relieved")
"""JKK, JKM and JHT to pay, their sum, and what a relief takes off: paid + relieved = the full contribution."""

_Worth: TypeAlias = Callable[[Sequence[int]], Any]
"""A value each row of the table has, as a column."""

_PARTS = ("jkk", "jkm", "jht", "relieved")
_NORMAL, _REASON = f"{PRIVATE}normal", "premium_reason"


def premium_columns(
    first: object,
    last: object | None = None,
    *,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> Columns:
    """What each person of a register owes for a month, or for every month from ``first`` to ``last``.

    The columns, in whole rupiah: ``premium_jkk``, ``premium_jkm``, ``premium_jht``, ``premium`` (their sum) and
    ``premium_relieved``; empty where a month cannot be decided. ``premium_reason`` is a code that
    :meth:`Columns.reason` explains, of the first month that cannot be decided, else of the first month.

    Legal source: as :func:`jamsos.premium`, which is asked for every class of persons.

    Args:
        first: The first contribution month.
        last: The last one; without it one month.
        payer: Who pays for all; else the scheme's payer, else the column ``payer``.
        scheme: The programme that pays; it fixes payer, programmes and row (D65).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a month before July 2015.

    """
    law = applied(law)
    begin = priced_month(first, law)
    months = months_between(begin, begin if last is None else Month.of(last))
    if not 0 < len(months) <= LONGEST:
        allowed = f"1 to {LONGEST} months in order"
        raise InputError("premium_columns", f"{begin} to {last}", allowed, "correct the months")
    everybody = None if payer is None else Payer(payer)
    askings = [Asking(month, everybody, scheme, law) for month in months]
    table = law.get("bpu.income_table", begin.first_day)
    facets = _facets(table, law, payer_known=everybody is not None or scheme is not None)
    for asking in askings:
        folded(facets, asking.price)
    told: dict[str, Reason] = {}
    for reason in (reason for asking in askings for reason in asking.told.values()):
        tell(told, reason)
    reasons = (*bad_reasons(), *numbered(undecided_first(told)))

    @cache
    def steps(stated: frozenset[str]) -> tuple[Exprs, ...]:
        if "row" in stated and any(asking.fixed_row for asking in askings):
            raise InputError("column row", "stated", "no column row: the scheme fixes it", "drop the column")
        known = [absent(facet, stated) for facet in facets]
        groups = Counter(folded(known, asking.price) for asking in askings)
        names = [f"{PRIVATE}{n}" for n in range(len(groups))]
        codes = {reason.key: reason.code for reason in reasons}
        bad = nw.col(f"{PRIVATE}bad")
        let: dict[str, Any] = {}
        for name, node in zip(names, groups, strict=True):
            let[name] = where(bad == 0, expression(node, lambda price: small(codes[price.key])), bad)
        people = Rows(stated, table)
        normal = Known(nw.col(_NORMAL), tuple(row.jkk_month for row in rows(table)))

        def worth(values: Sequence[int]) -> Any:
            return derived(normal, values, people.value)

        sums = {f"premium_{part}": _sum(part, names, groups, codes, worth) for part in _PARTS}
        paid = nw.col("premium_jkk") + nw.col("premium_jkm") + nw.col("premium_jht")
        return (
            people.columns,
            {**let, _NORMAL: people.value(normal.values)},
            {**sums, _REASON: _first_undecided(names, reasons)},
            {"premium": paid},
        )

    return Columns(
        question="premium",
        reasons=reasons,
        outputs=(*AMOUNTS, _REASON),
        on=None,
        rows=len(table.rows),
        steps=steps,
    )


def _facets(table: Provision, law: Law, *, payer_known: bool) -> list[Facet]:
    """The facts a premium depends on."""
    facets = [code_facet("segment"), *row_facets(table, law), code_facet("kind"), code_facet("sector")]
    return facets if payer_known else [*facets, code_facet("payer")]


def _sum(part: str, names: Sequence[str], groups: Counter[Node], codes: Mapping[str, int], worth: _Worth) -> nw.Expr:
    """One part of the premium over all months; empty where a month cannot be decided."""
    found: list[nw.Expr] = []
    for name, (node, times) in zip(names, groups.items(), strict=True):
        prices = {codes[price.key]: getattr(price, part) for price in leaves(node)}
        amount = _of_code(name, prices, worth)
        found.append(amount * times if times > 1 else amount)
    return reduce(add, found)


def _of_code(name: str, prices: Mapping[int, tuple[int, ...]], worth: _Worth) -> nw.Expr:
    """The amount that belongs to a code; empty where the code says that it cannot be decided."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for code, values in prices.items():
        if values:
            groups.setdefault(values, []).append(code)
    if not groups:
        return never(nw.Int64)
    *others, (last, _) = sorted(groups.items(), key=lambda group: len(group[1]))
    found = column(worth(last))
    for values, codes in others:
        found = where(within(name, codes), worth(values), found)
    decided = [code for codes in groups.values() for code in codes]
    return nw.when(within(name, decided)).then(found)


def _first_undecided(names: Sequence[str], reasons: Sequence[Reason]) -> Any:
    """The reason of the first month that cannot be decided, else of the first month."""
    found: Any = nw.col(names[0])
    if len(names) == 1:
        return found
    undecided = [reason.code for reason in reasons if reason.outcome is Outcome.CANNOT_DECIDE]
    for name in reversed(names):
        found = where(within(name, undecided), nw.col(name), found)
    return found
