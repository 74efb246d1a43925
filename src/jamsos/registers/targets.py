"""Cover against a target, and a register beside what was published about the programme."""

from importlib.resources import files

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.summing import UNKNOWN, Summary
from jamsos.values.money import MILLION

_COUNTED = ("people", "eligible", "enrolled")
_TARGET = "target"


def cover_against(found: Summary, target: int | pl.DataFrame) -> pl.DataFrame:
    """People known, eligible and enrolled beside a target, for the whole or by area.

    Beside each count stands its share of the target in whole parts per million, rounded down, so that a target not
    reached never shows as 1,000,000; ``short`` is what the enrolled lack, below 0 where there are more. A count the
    register does not state stays empty, and so does a share of no target.

    >>> from jamsos.registers.summing import summary
    >>> register = pl.DataFrame({"village": ["A", "A", "B"]})
    >>> targets = pl.DataFrame({"village": ["A", "C"], "target": [3, 5]})
    >>> cover_against(summary(register, "village"), targets).select("village", "people", "target", "people_ppm").rows()
    [('A', 2, 3, 666666), ('B', 1, None, None), ('C', 0, 5, 0)]

    Args:
        found: The sums, by at least the areas of the target.
        target: One number for the whole, or a frame of areas with a column ``target``.

    Raises:
        InputError: for a target that is no count, areas named twice, or areas the sums do not have.

    """
    if not isinstance(found, Summary):
        raise InputError("found", type(found).__name__, "a Summary", "sum the register with jamsos.registers.summary")
    if isinstance(target, pl.DataFrame):
        beside = _beside(found, target, [name for name in target.columns if name != _TARGET])
    else:
        _check_count(target)
        beside = found.rolled().table.select(*_COUNTED, pl.lit(target, pl.Int64).alias(_TARGET))
    shares = [_share(name).alias(f"{name}_ppm") for name in _COUNTED]
    return beside.with_columns(*shares, (pl.col(_TARGET) - pl.col("enrolled")).alias("short"))


def _check_count(target: object) -> None:
    if isinstance(target, bool) or not isinstance(target, int) or target < 0:
        raise InputError(_TARGET, target, "a whole number of people, or a frame of areas", "correct the target")


def _beside(found: Summary, target: pl.DataFrame, areas: list[str]) -> pl.DataFrame:
    """The sums of each area beside its target; an area of either side is never lost."""
    kind = target.schema.get(_TARGET)
    if not areas or kind is None or not kind.is_integer() or target.select((pl.col(_TARGET) < 0).any()).item():
        allowed = "columns of areas, and target with whole numbers of people"
        raise InputError(_TARGET, target.columns, allowed, "correct the columns")
    named = target.select(*(pl.col(name).cast(pl.String).fill_null(UNKNOWN) for name in areas), pl.col(_TARGET))
    if named.select(areas).is_duplicated().any():
        raise InputError(_TARGET, "an area twice", "one target for each area", "add them up")
    table = found.rolled(*areas).table.select(*areas, *_COUNTED)
    stated = [name for name in _COUNTED if table.is_empty() or table[name].null_count() < table.height]
    joined = table.join(named.with_columns(pl.col(_TARGET).cast(pl.Int64)), on=areas, how="full", coalesce=True)
    return joined.with_columns(pl.col(*stated).fill_null(0)).sort(areas)


def _share(name: str) -> pl.Expr:
    target = pl.col(_TARGET)
    return pl.when(target > 0).then(pl.col(name) * MILLION // target)


def published_figures() -> pl.DataFrame:
    """The headcounts published about the programme of Kutai Timur.

    The columns: date (a month or a day), people covered, target, grade, remark. They are news and contradict each
    other: something to hold a register against, never law.

    >>> published_figures().select("date", "covered", "target", "grade").row(-1)
    ('2025-12', 98000, 150000, 'secondary')
    """
    with files("jamsos.registers").joinpath("kutim_published.csv").open("rb") as lines:
        return pl.read_csv(lines.read(), schema_overrides={"date": pl.String, "target": pl.Int64})


def against_published(found: Summary, count: str = "enrolled") -> pl.DataFrame:
    """Our headcount beside every published one: ``ours``, the ``difference`` and its share in parts per million.

    Args:
        found: The sums of the register.
        count: Which of its counts: people, eligible or enrolled.

    Raises:
        InputError: for another count.

    """
    if count not in _COUNTED:
        raise InputError("count", count, f"one of {_COUNTED}", "choose one of these")
    ours = pl.lit(found.total[count], pl.Int64).alias("ours")
    beside = published_figures().with_columns(ours)
    apart = (pl.col("ours") - pl.col("covered")).alias("difference")
    return beside.with_columns(apart, (pl.col("ours") * MILLION // pl.col("covered")).alias("ours_ppm"))
