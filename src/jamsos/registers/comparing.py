"""What happened between two registers, and what it costs in a month."""

import polars as pl
from attrs import field, frozen

from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.registers.checking import FILE_ROW
from jamsos.registers.deaths import dead, tells
from jamsos.registers.frames import PRIVATE
from jamsos.registers.pairing import checked_frame, paired, proves, refuse_taken, summed
from jamsos.registers.pricing import premium_columns
from jamsos.registers.sources import ROW
from jamsos.workers.codes import Payer

_SIDES = ("before", "after")
_UNCOMPARED = frozenset({"id", "nik", ROW, FILE_ROW, "enrol_reason", "exposure_reason"})
"""A person is found by NIK; the numbers of record and row are the list's own, codes those of the columns added."""


@frozen(kw_only=True, eq=False)
class Difference:
    """The groups of two registers: every row of either stands in exactly one, with its premium of the month."""

    joined: pl.DataFrame = field(repr=False)
    """Only in the later register."""
    left: pl.DataFrame = field(repr=False)
    """Only in the earlier register."""
    died: pl.DataFrame = field(repr=False)
    """In both, and the later one says so for the first time; as the later one has them."""
    changed: pl.DataFrame = field(repr=False)
    """In both with other facts; as the later one has them, and the names of the facts in ``changed``."""
    same: pl.DataFrame = field(repr=False)
    unclear: tuple[pl.DataFrame, pl.DataFrame] = field(repr=False)
    """Rows before and after that could be anybody: ``why`` is ``no_nik`` or ``twice``."""
    columns_gone: tuple[str, ...]
    """Columns only the earlier register has: not compared."""
    columns_new: tuple[str, ...]
    costs: pl.DataFrame
    """People, premium of the month and people whose premium is not decided, of each group before and after."""

    @property
    def proved(self) -> bool:
        """Whether the groups add up to both registers, in people and in rupiah."""
        return proves(self.costs)


def difference(
    before: pl.DataFrame,
    after: pl.DataFrame,
    *,
    month: object,
    died: str | None = None,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> Difference:
    """Who joined, left, died or changed between two registers, and what each group costs in a month.

    People are found by NIK. A row without one, or whose NIK stands twice in either register, is compared with nobody
    and reported in ``unclear``. Numbers of records and rows and reason codes are not compared. Both registers are
    priced for the same month, so that a difference of cost comes from the people and not from the law.

    Legal source: as :func:`jamsos.premium`.

    Args:
        before: The earlier register, in the layout.
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
    columns = premium_columns(month, payer=payer, scheme=scheme, law=law)
    frames = [checked_frame(frame, name) for frame, name in zip((before, after), _SIDES, strict=True)]
    if died is not None and not tells(after, died):
        raise InputError("died", died, "a column of the later register, of yes and no or of days", "correct the name")
    refuse_taken(after, ("changed",), _SIDES[1])
    priced = (columns.added_to(frames[0]), columns.added_to(frames[1]))
    pairs = paired(*priced, _SIDES)
    earlier, later = pairs.both
    compared = [name for name in before.columns if name in after.columns and name not in _UNCOMPARED]
    _check_plain(compared, *frames)
    changed = _changed(earlier, later, compared)
    gone = dead(later, died) & ~dead(earlier, died)
    moved = (changed.list.len() > 0) & ~gone
    same = ~moved & ~gone
    return Difference(
        joined=pairs.only[1],
        left=pairs.only[0],
        died=later.filter(gone),
        changed=later.with_columns(changed).filter(moved),
        same=later.filter(same),
        unclear=pairs.unclear,
        columns_gone=tuple(name for name in before.columns if name not in after.columns),
        columns_new=tuple(name for name in after.columns if name not in before.columns),
        costs=summed(
            {
                "joined": (None, pairs.only[1]),
                "left": (pairs.only[0], None),
                "died": (earlier.filter(gone), later.filter(gone)),
                "changed": (earlier.filter(moved), later.filter(moved)),
                "same": (earlier.filter(same), later.filter(same)),
                "unclear": pairs.unclear,
            },
            priced,
            ("premium", "premium"),
            _SIDES,
        ),
    )


def _check_plain(names: list[str], *frames: pl.DataFrame) -> None:
    """Refuse columns whose values are not written in one way."""
    for name in names:
        for kind in (frame.schema[name] for frame in frames):
            if kind.is_nested() or kind.is_object() or kind.base_type() in (pl.Binary, pl.Duration):
                raise InputError(f"column {name}", str(kind), "plain values", "drop it, or write it as text")


def _changed(earlier: pl.DataFrame, later: pl.DataFrame, names: list[str]) -> pl.Series:
    """The names of the facts that differ, of each row; codes are compared as they are written."""
    beside = later.with_columns(earlier[name].alias(f"{PRIVATE}{name}") for name in names)
    marks = [pl.when(_other(name)).then(pl.lit(name)) for name in names]
    listed = pl.concat_list([pl.lit(None, pl.String), *marks]).list.drop_nulls()
    return beside.with_columns(changed=listed)["changed"]


def _other(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).ne_missing(pl.col(f"{PRIVATE}{name}").cast(pl.String))
