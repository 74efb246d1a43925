"""What a whole register owes: the premiums of ``premium`` as columns, for a month or several."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, reduce
from operator import add
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw
from attrs import frozen

from jamsos.answers.parts import Outcome
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.days import judged_month
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.premiums.bpu.income_table import rows
from jamsos.premiums.several_months import checked_run
from jamsos.registers.columns.bad_facts import BAD
from jamsos.registers.columns.classes import Facet, Stated, code_facet, in_register, within
from jamsos.registers.columns.columns import Columns, Steps, outputs_under
from jamsos.registers.columns.folding import (
    Facets,
    KnownColumn,
    Node,
    Values,
    derived,
    expression,
    folded,
    leaves,
)
from jamsos.registers.columns.income_rows import Rows, row_facets
from jamsos.registers.columns.literals import Amounts, Exprs, as_column, int16, null_of
from jamsos.registers.columns.monthly_price import MonthPrices, Price
from jamsos.registers.columns.reasons import (
    Reason,
    Reasons,
    codes_by_key,
    numbered,
    record_reason,
    undecided_first,
)
from jamsos.registers.frames import PRIVATE
from jamsos.values.months import Month, months_between
from jamsos.values.words import where
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import Payer

AMOUNTS = ("premium_jkk", "premium_jkm", "premium_jht", "premium", "premium_relieved")
"""JKK, JKM and JHT to pay, their sum, and what a relief takes off.

Paid and relieved together are the full contribution.
"""

_NORMAL = f"{PRIVATE}normal"
"""The JKK contribution of each person without relief."""
_REASON = "premium_reason"

_Prices: TypeAlias = Sequence[MonthPrices]
"""The prices of each month asked about, in the order of the months."""
_Codes: TypeAlias = Mapping[str, int]
"""The code of each reason, by its key."""
_PartOf: TypeAlias = Callable[[Price], Amounts]
"""One part of a price."""
_AmountOf: TypeAlias = Callable[[Values], Any]
"""The amount of each person, of one amount for each row of the table."""


def premium_columns(
    first: object,
    last: object | None = None,
    *,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> Columns:
    """What each person of a register owes for a month, or for the months ``first`` to ``last``.

    The columns, in whole rupiah: ``premium_jkk``, ``premium_jkm``, ``premium_jht``, ``premium``
    (their sum) and ``premium_relieved``; empty where a month cannot be decided. ``premium_reason``
    is a code that :meth:`Columns.reason` explains, of the first month that cannot be decided, else
    of the first month.

    Legal source: as :func:`jamsos.premium`, which is asked for every class of people.

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
    months = _months(first, last, law)
    payer_of_all = code_or_none(Payer, payer, "payer")
    first_day = months[0].first_day
    table = law.get("bpu.income_table", first_day)
    facets = _facets(table, law)
    # A scheme pays for all its people: the column of payers is not read then.
    if payer_of_all is None and scheme is None:
        facets.append(code_facet("payer"))
    prices: list[MonthPrices] = []
    for month in months:
        prices.append(MonthPrices(month, payer_of_all, scheme, law))
    reasons = _reasons(facets, prices, law)

    @cache
    def steps(stated: Stated) -> Steps:
        return _steps(facets, prices, reasons, table, stated)

    return Columns(
        question="premium",
        reasons=reasons,
        outputs=outputs_under(law, *AMOUNTS, _REASON),
        on=None,
        rows=len(table.rows),
        steps=steps,
        law=law,
    )


def _months(first: object, last: object | None, law: Law) -> Sequence[Month]:
    """The months asked about.

    Raises:
        InputError: for months out of order, or too many.

    """
    if last is None:
        return (judged_month(first, law, "first"),)
    begin, end = checked_run(first, last, law)
    return months_between(begin, end)


def _facets(table: Provision, law: Law) -> list[Facet]:
    """The facts a premium depends on, whoever pays."""
    income, row = row_facets(table, law)
    segment = code_facet("segment")
    kind = code_facet("kind")
    sector = code_facet("sector")
    return [segment, income, row, kind, sector]


def _reasons(facets: Facets, prices: _Prices, law: Law) -> tuple[Reason, ...]:
    """Every reason a class of people can meet in one of the months."""
    by_key: dict[str, Reason] = {}
    for month_prices in prices:
        folded(facets, month_prices.price_of)
        for reason in month_prices.reasons.values():
            record_reason(by_key, reason)
    return numbered(undecided_first(by_key), law)


def _steps(
    facets: Facets,
    prices: _Prices,
    reasons: Reasons,
    table: Provision,
    stated: Stated,
) -> Steps:
    """The columns to add for the facts a register states."""
    _check_row(stated, prices)
    codes = codes_by_key(reasons)
    stated_facets = [in_register(facet, stated) for facet in facets]
    month_groups = _month_groups(stated_facets, prices)
    people = Rows(stated, table)
    normal = _normal_jkk(table)
    before_parts: dict[str, Any] = {}
    for group in month_groups:
        code = _code_column(group.node, codes)
        before_parts[group.name] = code
    before_parts[_NORMAL] = people.value(normal.values)

    # JKK, JKM and what is relieved are shares of the normal JKK in most months.
    def amount_of(values: Values) -> Any:
        return derived(normal, values, people.value)

    parts = _parts(month_groups, codes, amount_of)
    parts[_REASON] = _first_undecided(month_groups, reasons)
    jkk = nw.col("premium_jkk")
    jkm = nw.col("premium_jkm")
    jht = nw.col("premium_jht")
    paid: Exprs = {"premium": jkk + jkm + jht}
    return people.columns, before_parts, parts, paid


def _check_row(stated: Stated, prices: _Prices) -> None:
    """Refuse a register that states a row where the scheme fixes it."""
    fixed = any(month_prices.fixed_row for month_prices in prices)
    if fixed and "row" in stated:
        allowed = "a register without it: the scheme buys the same row for all"
        raise InputError("column row", "a column", allowed, "drop the column")


def _normal_jkk(table: Provision) -> KnownColumn:
    """The column with the JKK contribution of each person without relief."""
    column = nw.col(_NORMAL)
    amounts = tuple(row.jkk_month for row in rows(table))
    return KnownColumn(column, amounts)


@frozen
class _MonthGroup:
    """Months in which every class of people has the same price."""

    name: str
    """The column with the codes of these months."""
    node: Node
    times: int
    """How many months they are."""


def _month_groups(facets: Facets, prices: _Prices) -> list[_MonthGroup]:
    """The months grouped by their prices, so that a year costs little more than a month."""
    nodes = [folded(facets, month_prices.price_of) for month_prices in prices]
    times = Counter(nodes)
    groups: list[_MonthGroup] = []
    for node, count in times.items():
        name = f"{PRIVATE}{len(groups)}"
        groups.append(_MonthGroup(name, node, count))
    return groups


def _code_column(node: Node, codes: _Codes) -> Any:
    """The reason code of each person in a month; that of an invalid fact goes first."""

    def code_of(price: Price) -> nw.Expr:
        return int16(codes[price.key])

    bad = nw.col(BAD)
    code = expression(node, code_of)
    return where(bad == 0, code, bad)


def _parts(
    groups: Sequence[_MonthGroup], codes: _Codes, amount_of: _AmountOf
) -> dict[str, nw.Expr]:
    """The parts of the premium over all months."""
    return {
        "premium_jkk": _sum(groups, _jkk, codes, amount_of),
        "premium_jkm": _sum(groups, _jkm, codes, amount_of),
        "premium_jht": _sum(groups, _jht, codes, amount_of),
        "premium_relieved": _sum(groups, _relieved, codes, amount_of),
    }


def _jkk(price: Price) -> Amounts:
    return price.jkk


def _jkm(price: Price) -> Amounts:
    return price.jkm


def _jht(price: Price) -> Amounts:
    return price.jht


def _relieved(price: Price) -> Amounts:
    return price.relieved


def _sum(
    groups: Sequence[_MonthGroup],
    part_of: _PartOf,
    codes: _Codes,
    amount_of: _AmountOf,
) -> nw.Expr:
    """One part of the premium over all months; empty where a month cannot be decided.

    Args:
        groups: The months.
        part_of: The part of a price, for each row of the table.
        codes: The code of each reason.
        amount_of: The amount of each person, of one amount for each row of the table.

    """
    amounts: list[nw.Expr] = []
    for group in groups:
        values_of_code: dict[int, Amounts] = {}
        for price in leaves(group.node):
            code = codes[price.key]
            values_of_code[code] = part_of(price)
        amount = _by_code(group.name, values_of_code, amount_of)
        # Once is the common case: it needs no multiplication.
        if group.times > 1:
            amount = amount * group.times
        amounts.append(amount)
    return reduce(add, amounts)


def _by_code(name: str, values_of_code: Mapping[int, Amounts], amount_of: _AmountOf) -> nw.Expr:
    """The amount of each code; empty where the code says that the month cannot be decided."""
    codes_of_values = _codes_of_values(values_of_code)
    if not codes_of_values:
        return null_of(nw.Int64)

    def size(values: Amounts) -> int:
        return len(codes_of_values[values])

    # The values of most codes stand last: they need no test of their own.
    *others, most_frequent = sorted(codes_of_values, key=size)
    amount = as_column(amount_of(most_frequent))
    for values in others:
        has_values = within(name, codes_of_values[values])
        amount = where(has_values, amount_of(values), amount)
    decided_codes: list[int] = []
    for codes in codes_of_values.values():
        decided_codes += codes
    is_decided = within(name, decided_codes)
    return nw.when(is_decided).then(amount)


def _codes_of_values(values_of_code: Mapping[int, Amounts]) -> dict[Amounts, list[int]]:
    """The codes that stand for the same amounts; a code without amounts is left out."""
    codes_of_values: dict[Amounts, list[int]] = {}
    for code, values in values_of_code.items():
        if values:
            codes = codes_of_values.setdefault(values, [])
            codes.append(code)
    return codes_of_values


def _first_undecided(groups: Sequence[_MonthGroup], reasons: Reasons) -> Any:
    """The reason of the first month that cannot be decided, else of the first month."""
    names = [group.name for group in groups]
    reason: Any = nw.col(names[0])
    if len(names) == 1:
        return reason
    undecided: list[int] = []
    for one in reasons:
        if one.outcome is Outcome.CANNOT_DECIDE:
            undecided.append(one.code)
    # From the last month to the first, so that the first one has the last word.
    for name in reversed(names):
        is_undecided = within(name, undecided)
        reason_of_month = nw.col(name)
        reason = where(is_undecided, reason_of_month, reason)
    return reason
