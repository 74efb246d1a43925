"""A register against a bill: who is in both, and whether the amounts agree."""

import polars as pl
from attrs import field, frozen

from jamsos.errors import InputError, name_meant
from jamsos.registers.handover.pairing import Frames, Sides, checked_frame, paired, proves, summed
from jamsos.registers.polars_frames import refuse_taken, refuse_what_if

_SIDES = ("register", "bill")
_LARGEST_SUM = 2**63 - 1


@frozen(kw_only=True, eq=False)
class Reconciliation:
    """The groups of a register and a bill: every row of either stands in exactly one."""

    agree: pl.DataFrame = field(repr=False)
    """In both with the same amount; the register's rows, with the billed amount in ``billed``."""
    differ: pl.DataFrame = field(repr=False)
    """In both with other amounts; ``difference`` is the bill's amount less the register's."""
    undecided: pl.DataFrame = field(repr=False)
    """In both, but one of the two has no amount."""
    only_register: pl.DataFrame = field(repr=False)
    only_bill: pl.DataFrame = field(repr=False)
    unclear: Sides = field(repr=False)
    """Rows of register and bill that could be anybody: ``why`` is ``no_nik`` or ``twice``."""
    sums: pl.DataFrame
    """People, rupiah and people without an amount, of each group on both sides."""

    @property
    def proved(self) -> bool:
        """Whether the groups add up to the register and to the bill, in people and in rupiah."""
        return proves(self.sums)


def reconcile(
    register: pl.DataFrame, bill: pl.DataFrame, *, amount: str = "premium", billed: str = "premium"
) -> Reconciliation:
    """Compare a register with a bill, person by person.

    People are found by NIK. A row without one, or whose NIK stands twice on either side, is joined
    with nobody and reported in ``unclear``: a person billed twice stands there with both rows. No
    amount is not zero: where one side has none, the pair is ``undecided``.

    >>> people = ["9999992905120001", "9999996905120001"]
    >>> register = pl.DataFrame({"nik": people, "premium": [16_800, 16_800]})
    >>> reconciliation = reconcile(register, register.head(1))
    >>> reconciliation.agree.height, reconciliation.only_register.height, reconciliation.proved
    (1, 1, True)

    Args:
        register: The register with its amounts, as ``premium_columns`` adds them.
        bill: The bill, one row a person.
        amount: The column of the register that holds the amount, in whole rupiah.
        billed: The column of the bill that holds it.

    Raises:
        InputError: for a side without NIK, or without whole amounts.

    """
    register_name, bill_name = _SIDES
    _check_amounts(register, amount, register_name, "amount")
    _check_amounts(bill, billed, bill_name, "billed")
    refuse_what_if(register, register_name)
    refuse_what_if(bill, bill_name)
    refuse_taken(register, ("billed", "difference"), register_name)
    pairs = paired(register, bill, _SIDES)
    only_register, only_bill = pairs.only
    both = _with_difference(pairs.both, amount, billed)
    difference = pl.col("difference")
    agree = both.filter(difference == 0)
    differ = both.filter(difference != 0)
    undecided = both.filter(difference.is_null())
    groups: dict[str, Frames] = {
        "agree": _sides(agree, billed),
        "differ": _sides(differ, billed),
        "undecided": _sides(undecided, billed),
        "only_register": (only_register, None),
        "only_bill": (None, only_bill),
        "unclear": pairs.unclear,
    }
    return Reconciliation(
        agree=agree,
        differ=differ,
        undecided=undecided,
        only_register=only_register,
        only_bill=only_bill,
        unclear=pairs.unclear,
        sums=summed(groups, (register, bill), (amount, billed), _SIDES),
    )


def _with_difference(both: Sides, amount: str, billed: str) -> pl.DataFrame:
    """People in both, as the register has them, with what the bill says."""
    of_register, of_bill = both
    amounts = of_register[amount].cast(pl.Int64)
    billed_amounts = of_bill[billed].cast(pl.Int64)
    # Unsigned amounts would wrap round where the bill is the lower one.
    difference = billed_amounts - amounts
    return of_register.with_columns(billed=billed_amounts, difference=difference)


def _sides(both: pl.DataFrame, billed: str) -> Sides:
    """People in both, as the register and as the bill has them."""
    amounts = pl.col("billed").alias(billed)
    return both, both.select(amounts)


def _check_amounts(side: object, column: str, name: str, argument: str) -> None:
    """Refuse amounts that are not whole rupiah, or whose sum a column cannot hold."""
    frame = checked_frame(side, name)
    if column not in frame.columns:
        step = name_meant(column, frame.columns)
        raise InputError(argument, column, f"a column of the {name}: {frame.columns}", step)
    column_type = frame.schema[column]
    if not column_type.is_integer():
        value = f"{column}: {column_type}"
        step = "name the column of the amounts, or cast it where no rupiah is lost"
        raise InputError(argument, value, f"a column of whole rupiah in the {name}", step)
    # In 64 bits the smallest amount would have no absolute value.
    amounts = pl.col(column).cast(pl.Int128).abs()
    largest_or_0 = amounts.max().fill_null(0)
    largest = frame.select(largest_or_0).item()
    if largest * frame.height > _LARGEST_SUM:
        allowed = "amounts whose sum fits into 64 bits"
        raise InputError(argument, f"{column}: {largest}", allowed, "correct the amounts")
