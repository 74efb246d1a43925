"""Ask the scalar rule for every class of facts, and fold what it says into one column expression.

A fact with few possible values needs no second rule for columns: the one rule answers every
combination once, equal answers are merged, and the choices that remain become the expression.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import narwhals.stable.v2 as nw

from jamsos.registers.facets import Facet
from jamsos.values.words import where


class Choice(NamedTuple):
    """What follows for each group of classes of one fact; the last group is what remains."""

    facet: Facet
    branches: "tuple[tuple[tuple[Any, ...], Node], ...]"


Node: TypeAlias = Any
"""A choice, or an outcome: anything that can be compared and hashed."""


def folded(
    facets: Sequence[Facet],
    outcome: Callable[[Mapping[str, Any]], Any],
    given: Mapping[str, Any] | None = None,
) -> Node:
    """Ask ``outcome`` for every combination of the facts and merge what is equal."""
    given = given or {}
    if not facets:
        return outcome(given)
    facet, *rest = facets
    groups: dict[Any, list[Any]] = {}
    for value in facet.values:
        groups.setdefault(folded(rest, outcome, {**given, facet.name: value}), []).append(value)
    if len(groups) == 1:
        return next(iter(groups))
    by_size = sorted(groups.items(), key=lambda item: len(item[1]))
    return Choice(facet, tuple((tuple(values), node) for node, values in by_size))


def expression(node: Node, leaf: Callable[[Any], Any]) -> Any:
    """Build the column expression; ``leaf`` turns an outcome into a plain value or an expression."""
    if not isinstance(node, Choice):
        return leaf(node)
    *others, (_, last) = node.branches
    found = expression(last, leaf)
    for values, branch in others:
        found = where(node.facet.among(values), expression(branch, leaf), found)
    return found


def leaves(node: Node) -> set[Any]:
    """Every outcome a node can come to."""
    return {leaf for _, branch in node.branches for leaf in leaves(branch)} if isinstance(node, Choice) else {node}


def entry(number: Any, values: Sequence[int]) -> Any:
    """The value of a numbered row, from 1: rows in equal steps become one piece of arithmetic."""
    pieces: list[_Piece] = []
    for row, (value, following) in enumerate(pairwise((*values, values[-1])), start=1):
        if not pieces or value != pieces[-1].at(row):
            pieces.append(_Piece(row, value, following - value))
    found = pieces[0].at(number)
    for piece in pieces[1:]:
        found = where(number < piece.first, found, piece.at(number))
    return found


class _Piece(NamedTuple):
    """Consecutive rows in equal steps: the first row, its value, and the step."""

    first: int
    start: int
    step: int

    def at(self, number: Any) -> Any:
        """The value of a row of the piece."""
        return self.start if self.step == 0 else self.start - self.first * self.step + number * self.step


class Known(NamedTuple):
    """A column whose value for each row of the table is known."""

    column: nw.Expr
    values: tuple[int, ...]


def derived(known: Known, values: Sequence[int], otherwise: Callable[[Sequence[int]], Any]) -> Any:
    """The value of a row: a share of a known column plus a constant, or else as it is looked up."""
    if len(set(values)) == 1:
        return values[0]
    share = Fraction(values[-1] - values[0], known.values[-1] - known.values[0])
    constant = values[0] - share * known.values[0]
    same = all(share * base + constant == value for base, value in zip(known.values, values, strict=True))
    if constant.denominator != 1 or not same:
        return otherwise(values)
    part = known.column if share.numerator == 1 else known.column * share.numerator
    whole = part if share.denominator == 1 else part // share.denominator
    return whole if constant == 0 else whole + int(constant)


def column(value: Any) -> nw.Expr:
    """A plain value as a column of whole numbers."""
    return value if isinstance(value, nw.Expr) else nw.lit(value, nw.Int64)
