"""Ask the scalar rule for every class of facts, and fold the answers into one column expression.

A fact with few possible values needs no second rule for columns: the one rule answers every
combination once, equal answers are merged, and the choices that remain become the expression.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import narwhals.stable.v2 as nw

from jamsos.registers.columns.classes import Facet, Facts
from jamsos.values.words import where

Classes: TypeAlias = tuple[Any, ...]
"""Values of one fact, each of which stands for a class of values."""


Facets: TypeAlias = Sequence[Facet]
"""Facts that vary, each with its classes of values."""

Values: TypeAlias = Sequence[int]
"""A value for each row of the income table."""


class Choice(NamedTuple):
    """What follows for each group of classes of one fact; the last group takes all other rows."""

    facet: Facet
    branches: "tuple[Branch, ...]"


Node: TypeAlias = Any
"""A choice, or an outcome: anything that can be compared and hashed."""

Branch: TypeAlias = tuple[Classes, Node]
"""Classes of one fact and what follows for them."""


def folded(
    facets: Facets,
    outcome_of: Callable[[Facts], Any],
    fixed: Facts | None = None,
) -> Node:
    """Ask for the outcome of every combination of the facts and merge equal outcomes.

    Args:
        facets: The facts that vary.
        outcome_of: Answers for one combination, by the names of the facts.
        fixed: The facts that no longer vary.

    """
    facts = dict(fixed or {})
    if not facets:
        return outcome_of(facts)
    facet, *others = facets
    classes_by_node: dict[Node, list[Any]] = {}
    for value in facet.values:
        facts[facet.name] = value
        node = folded(others, outcome_of, facts)
        classes = classes_by_node.setdefault(node, [])
        classes.append(value)
    return _merged(facet, classes_by_node)


def _merged(facet: Facet, classes_by_node: Mapping[Node, list[Any]]) -> Node:
    """The choice between some nodes; where there is one only, no choice but the node itself."""
    branches: list[Branch] = []
    for node, classes in classes_by_node.items():
        branches.append((tuple(classes), node))
    if len(branches) == 1:
        _, only_node = branches[0]
        return only_node
    # The largest group stands last: it needs no test of its own.
    branches.sort(key=_size)
    return Choice(facet, tuple(branches))


def _size(branch: Branch) -> int:
    classes, _ = branch
    return len(classes)


def expression(node: Node, leaf: Callable[[Any], Any]) -> Any:
    """Build the column expression; ``leaf`` makes a plain value or an expression of an outcome."""
    if not isinstance(node, Choice):
        return leaf(node)
    *others, (_, all_other) = node.branches
    chosen = expression(all_other, leaf)
    for classes, following in others:
        is_among = node.facet.among(classes)
        outcome = expression(following, leaf)
        chosen = where(is_among, outcome, chosen)
    return chosen


def leaves(node: Node) -> tuple[Any, ...]:
    """Every outcome a node can come to, each once."""
    if not isinstance(node, Choice):
        return (node,)
    # In the order of first use, which a set would lose: every run builds the same expression.
    outcomes: dict[Any, None] = {}
    for _, branch in node.branches:
        outcomes |= dict.fromkeys(leaves(branch))
    return tuple(outcomes)


def lookup(number: Any, values: Values) -> Any:
    """The value of a numbered row, from 1; rows in equal steps are one piece of arithmetic."""
    pieces = _pieces(values)
    first_piece, *later_pieces = pieces
    value = first_piece.at(number)
    for piece in later_pieces:
        before_piece = number < piece.first
        value_in_piece = piece.at(number)
        value = where(before_piece, value, value_in_piece)
    return value


class _Piece(NamedTuple):
    """Consecutive rows in equal steps: the first row, its value, and the step."""

    first: int
    start: int
    step: int

    def at(self, number: Any) -> Any:
        """The value of a row of the piece."""
        if self.step == 0:
            return self.start
        value_of_row_0 = self.start - self.first * self.step
        return value_of_row_0 + number * self.step


def _pieces(values: Values) -> list[_Piece]:
    """The rows as few pieces."""
    pieces: list[_Piece] = []
    # The last value follows itself, so that every row has one after it.
    pairs = pairwise((*values, values[-1]))
    for row, (value, following) in enumerate(pairs, start=1):
        if not pieces or value != pieces[-1].at(row):
            step = following - value
            piece = _Piece(row, value, step)
            pieces.append(piece)
    return pieces


class KnownColumn(NamedTuple):
    """A column whose value for each row of the table is known."""

    column: nw.Expr
    values: tuple[int, ...]


def derived(known: KnownColumn, values: Values, otherwise: Callable[[Values], Any]) -> Any:
    """Values of the rows as a share of a known column plus a constant, which is fast.

    Where they are no such share, ``otherwise`` makes the column.
    """
    first = values[0]
    if len(set(values)) == 1:
        return first
    first_known = known.values[0]
    rise = values[-1] - first
    known_rise = known.values[-1] - first_known
    share = Fraction(rise, known_rise)
    constant = first - share * first_known
    if constant.denominator != 1:
        return otherwise(values)
    # The first and the last row agree by construction; one in between may not.
    for base, value in zip(known.values, values, strict=True):
        if share * base + constant != value:
            return otherwise(values)
    return _share_plus(known.column, share, int(constant))


def _share_plus(column: nw.Expr, share: Fraction, constant: int) -> nw.Expr:
    """A share of a column plus a constant, without arithmetic that changes nothing."""
    if share.numerator != 1:
        column = column * share.numerator
    # No rupiah is lost here: every value was compared with the exact share.
    if share.denominator != 1:
        column = column // share.denominator
    if constant != 0:
        column = column + constant
    return column
