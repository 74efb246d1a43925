"""What happened between two registers, and what it costs in a month."""

from typing import NamedTuple

import polars as pl
from attrs import field, frozen

from jamsos.answers.hypothetical import mark_of
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.days import judged_month
from jamsos.law.law import Law, applied
from jamsos.registers.columns.columns import Columns
from jamsos.registers.columns.premiums import premium_columns
from jamsos.registers.deaths import dead, tells
from jamsos.registers.frames import PRIVATE
from jamsos.registers.handover.pairing import (
    STANDING,
    Frames,
    Sides,
    Why,
    checked_frame,
    paired,
    proves,
    summed,
)
from jamsos.registers.intake.register import Register
from jamsos.registers.layout import ROW, WHERE
from jamsos.registers.polars_frames import as_text, refuse_taken, with_mark
from jamsos.registers.problems import Problem
from jamsos.workers.codes import Payer

_SIDES = ("before", "after")
_UNCOMPARED = frozenset({"id", "nik", *WHERE, "enrol_reason", "exposure_reason"})
"""A person is found by NIK; record and row numbers are the list's own, codes those of columns."""


@frozen(kw_only=True, eq=False)
class Difference:
    """The groups of two registers: every row of either stands in exactly one, with its premium."""

    joined: pl.DataFrame = field(repr=False)
    """Only in the later register."""
    left: pl.DataFrame = field(repr=False)
    """Only in the earlier register."""
    died: pl.DataFrame = field(repr=False)
    """In both, and the later one says so for the first time; as the later one has them."""
    changed: pl.DataFrame = field(repr=False)
    """In both with other facts, named in ``changed``; as the later one has them."""
    same: pl.DataFrame = field(repr=False)
    unclear: Sides = field(repr=False)
    """Rows before and after that cannot be compared yet, and ``why``: ``no_nik``; ``twice``;
    ``to_check``, ``rejected`` or ``repeated``, as its register says; ``other_to_check``,
    ``other_rejected`` or ``other_no_nik``, where the other register may have the person in such a
    row. Nobody in them is said to have joined or left."""
    columns_gone: tuple[str, ...]
    """Columns only the earlier register has: not compared."""
    columns_new: tuple[str, ...]
    costs: pl.DataFrame
    """Of each group before and after: people, premium, people whose premium is not decided."""

    @property
    def proved(self) -> bool:
        """Whether the groups add up to both registers, in people and in rupiah."""
        return proves(self.costs)


def difference(
    before: pl.DataFrame | Register,
    after: pl.DataFrame | Register,
    *,
    month: object,
    died: str | None = None,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> Difference:
    """Who joined, left, died or changed between two registers, and what each group costs.

    People are found by NIK. A row without one, or whose NIK stands twice in either register, is
    compared with nobody and reported in ``unclear``. Of a :class:`Register` the rows that are to be
    checked or were rejected stand there too, and with them whoever the other register has: they
    have not left. Record and row numbers and reason codes are not compared. Both registers are
    priced for the same month, so that a difference of cost comes from the people and not from the
    law.

    Legal source: as :func:`jamsos.premium`.

    Args:
        before: The earlier register: what :func:`check_register` gave, or a frame in the layout.
        after: The later one.
        month: The contribution month of the costs.
        died: A column of the later register that says who died: yes, or the day.
        payer: Who pays, as ``premium_columns`` takes it.
        scheme: The programme that pays.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for a register without NIK, or a column that cannot say who died.
        OutsideLawError: for a month before July 2015.

    """
    priced_month = judged_month(month, applied(law))
    columns = premium_columns(priced_month, payer=payer, scheme=scheme, law=law)
    earlier_name, later_name = _SIDES
    earlier = _frame_of(before, earlier_name, columns)
    later = _frame_of(after, later_name, columns)
    _check_died(died, later)
    # Our column must not overwrite one of the list's own.
    refuse_taken(later, ("changed",), later_name)
    priced = (columns.added_to(earlier), columns.added_to(later))
    priced_earlier, priced_later = priced
    of_earlier = _judged(priced_earlier, before)
    of_later = _judged(priced_later, after)
    pairs = paired(of_earlier, of_later, _SIDES)
    compared = _compared_columns(earlier, later)
    _check_plain(compared, earlier, later)
    groups = _groups_of_both(pairs.both, compared, died)
    left, joined = pairs.only
    frames_by_group: dict[str, Frames] = {
        "joined": (None, joined),
        "left": (left, None),
        "died": groups.died,
        "changed": groups.changed,
        "same": groups.same,
        "unclear": pairs.unclear,
    }
    _, died_later = groups.died
    _, changed_later = groups.changed
    _, same_later = groups.same
    costs = summed(frames_by_group, priced, ("premium", "premium"), _SIDES)
    return Difference(
        joined=joined,
        left=left,
        died=died_later,
        changed=changed_later,
        same=same_later,
        unclear=pairs.unclear,
        columns_gone=_columns_only_in(earlier, later),
        columns_new=_columns_only_in(later, earlier),
        costs=with_mark(costs, mark_of(columns.law)),
    )


def _frame_of(register: object, name: str, columns: Columns) -> pl.DataFrame:
    """All rows of a register, whatever was said of them."""
    if not isinstance(register, Register):
        return checked_frame(register, name)
    rows = checked_frame(register.rows, name)
    # The contributions that its file states are those of another month, or of a bill.
    return rows.drop(columns.outputs, strict=False)


def _judged(frame: pl.DataFrame, register: object) -> pl.DataFrame:
    """The rows with what a register says of each; a frame says nothing."""
    if not isinstance(register, Register):
        return frame
    row = pl.col(ROW)
    is_repeat = pl.col("problem").cast(pl.String) == str(Problem.NIK_REPEATED)
    repeats = register.recorded.filter(is_repeat)[ROW]
    standing = (
        pl.when(row.is_in(repeats.implode()))
        .then(pl.lit(str(Why.REPEATED)))
        .when(row.is_in(register.to_check[ROW].implode()))
        .then(pl.lit(str(Why.TO_CHECK)))
        .when(row.is_in(register.rejected[ROW].implode()))
        .then(pl.lit(str(Why.REJECTED)))
    )
    return frame.with_columns(standing.alias(STANDING))


def _check_died(died: str | None, after: pl.DataFrame) -> None:
    if died is not None and not tells(after, died):
        allowed = f"a column of yes and no or of days in the later register: {after.columns}"
        step = "name another column, or cast it"
        raise InputError("died", died, allowed, step)


def _compared_columns(before: pl.DataFrame, after: pl.DataFrame) -> list[str]:
    """The facts that both registers have."""
    names: list[str] = []
    for name in before.columns:
        if name in after.columns and name not in _UNCOMPARED:
            names.append(name)
    return names


def _columns_only_in(frame: pl.DataFrame, other: pl.DataFrame) -> tuple[str, ...]:
    own_names = [name for name in frame.columns if name not in other.columns]
    return tuple(own_names)


class _GroupsOfBoth(NamedTuple):
    """The people in both registers by what happened to them, as each register has them."""

    died: Sides
    changed: Sides
    """The later side names the facts that differ in ``changed``."""
    same: Sides


def _groups_of_both(both: Sides, compared: list[str], died: str | None) -> _GroupsOfBoth:
    earlier, later = both
    changed_facts = _changed_facts(earlier, later, compared)
    dead_before = dead(earlier, died)
    # Whoever was dead in the earlier register did not die in between.
    has_died = dead(later, died) & ~dead_before
    differs = changed_facts.list.len() > 0
    # A death is a group of its own, whatever else has changed.
    has_changed = differs & ~has_died
    is_same = ~(has_changed | has_died)
    with_changes = later.with_columns(changed_facts)
    return _GroupsOfBoth(
        died=_chosen(earlier, later, has_died),
        changed=_chosen(earlier, with_changes, has_changed),
        same=_chosen(earlier, later, is_same),
    )


def _chosen(earlier: pl.DataFrame, later: pl.DataFrame, chosen: pl.Series) -> Sides:
    return earlier.filter(chosen), later.filter(chosen)


def _check_plain(names: list[str], *frames: pl.DataFrame) -> None:
    """Refuse columns whose values are not written in one way."""
    for name in names:
        for frame in frames:
            column_type = frame.schema[name]
            if not _is_plain(column_type):
                thing = f"column {name}"
                step = "drop it, or write it as text"
                raise InputError(thing, str(column_type), "plain values", step)


def _is_plain(column_type: pl.DataType) -> bool:
    if column_type.is_nested() or column_type.is_object():
        return False
    return column_type.base_type() not in (pl.Binary, pl.Duration)


def _changed_facts(earlier: pl.DataFrame, later: pl.DataFrame, names: list[str]) -> pl.Series:
    """The names of the facts that differ, row by row; a letter for a code is no other code."""
    no_name = pl.lit(None, pl.String)
    # An empty text keeps the list a list of texts where no column is compared.
    name_if_changed: list[pl.Expr] = [no_name]
    earlier_values: list[pl.Series] = []
    for name in names:
        earlier_value = earlier[name].alias(f"{PRIVATE}{name}")
        earlier_values.append(earlier_value)
        differs = pl.when(_differs(name))
        name_if_changed.append(differs.then(pl.lit(name)))
    both = later.with_columns(earlier_values)
    names_of_row = pl.concat_list(name_if_changed)
    with_changes = both.with_columns(changed=names_of_row.list.drop_nulls())
    return with_changes["changed"]


def _differs(name: str) -> pl.Expr:
    earlier = as_text(name, f"{PRIVATE}{name}")
    later = as_text(name)
    return later.ne_missing(earlier)
