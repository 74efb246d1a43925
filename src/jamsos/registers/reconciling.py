"""A register against a bill: who stands in both, and whether the amounts agree."""

import polars as pl
from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.registers.pairing import checked_frame, paired, proves, refuse_taken, summed

_SIDES = ("register", "bill")
_LARGEST_SUM = 2**63 - 1


@frozen(kw_only=True, eq=False)
class Reconciliation:
    """The groups of a register and a bill: every row of either stands in exactly one."""

    agree: pl.DataFrame = field(repr=False)
    """In both with the same amount; the register's rows, with the amount of the bill in ``billed``."""
    differ: pl.DataFrame = field(repr=False)
    """In both with other amounts; ``difference`` is the bill's amount less the register's."""
    undecided: pl.DataFrame = field(repr=False)
    """In both, but one of the two has no amount."""
    only_register: pl.DataFrame = field(repr=False)
    only_bill: pl.DataFrame = field(repr=False)
    unclear: tuple[pl.DataFrame, pl.DataFrame] = field(repr=False)
    """Rows of the register and of the bill that could be anybody: ``why`` is ``no_nik`` or ``twice``."""
    sums: pl.DataFrame
    """People, rupiah and people without an amount, of each group on both sides."""

    @property
    def proved(self) -> bool:
        """Whether the groups add up to the register and to the bill, in people and in rupiah."""
        return proves(self.sums)


def reconcile(
    register: pl.DataFrame, bill: pl.DataFrame, *, amount: str = "premium", billed: str = "premium"
) -> Reconciliation:
    """Lay a register beside a bill, person by person.

    People are found by NIK. A row without one, or whose NIK stands twice on either side, is joined with nobody and
    reported in ``unclear``: a person billed twice stands there with both rows. No amount is no zero: where one side
    has none, the pair is ``undecided``.

    >>> register = pl.DataFrame({"nik": ["9999992905120001", "9999996905120001"], "premium": [16_800, 16_800]})
    >>> found = reconcile(register, register.with_columns(premium=pl.lit(16_800)).head(1))
    >>> found.agree.height, found.only_register.height, found.proved
    (1, 1, True)

    Args:
        register: The register with its amounts, as ``premium_columns`` adds them.
        bill: The bill, one row a person.
        amount: The column of the register that holds the amount, in whole rupiah.
        billed: The column of the bill that holds it.

    Raises:
        InputError: for a side without NIK, or without whole amounts.

    """
    for frame, name, side in ((register, amount, _SIDES[0]), (bill, billed, _SIDES[1])):
        _checked_amounts(checked_frame(frame, side), name, side)
    refuse_taken(register, ("billed", "difference"), _SIDES[0])
    pairs = paired(register, bill, _SIDES)
    beside = pairs.both[1][billed].cast(pl.Int64).alias("billed")
    both = pairs.both[0].with_columns(beside, (beside - pairs.both[0][amount].cast(pl.Int64)).alias("difference"))
    apart = pl.col("difference")
    agree, differ, undecided = both.filter(apart == 0), both.filter(apart != 0), both.filter(apart.is_null())
    sums = summed(
        {
            "agree": _sides(agree, billed),
            "differ": _sides(differ, billed),
            "undecided": _sides(undecided, billed),
            "only_register": (pairs.only[0], None),
            "only_bill": (None, pairs.only[1]),
            "unclear": pairs.unclear,
        },
        (register, bill),
        (amount, billed),
        _SIDES,
    )
    return Reconciliation(
        agree=agree,
        differ=differ,
        undecided=undecided,
        only_register=pairs.only[0],
        only_bill=pairs.only[1],
        unclear=pairs.unclear,
        sums=sums,
    )


def _sides(both: pl.DataFrame, billed: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """People in both, as the register and as the bill has them."""
    return both, both.select(pl.col("billed").alias(billed))


def _checked_amounts(frame: pl.DataFrame, name: str, side: str) -> None:
    """Refuse amounts that are not whole rupiah."""
    kind = frame.schema.get(name)
    if kind is None or not kind.is_integer():
        raise InputError(f"{side}, column {name}", str(kind), "whole numbers", "name the column of the amounts")
    largest = max(
        (abs(int(str(edge))) for edge in (frame[name].min(), frame[name].max()) if edge is not None), default=0
    )
    if largest * frame.height > _LARGEST_SUM:
        allowed = "amounts whose sum fits into 64 bits"
        raise InputError(f"{side}, column {name}", largest, allowed, "correct the amounts")
