"""Cover against a target, and a register against what was published about the programme."""

from importlib.resources import files

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.polars_frames import with_mark
from jamsos.registers.summing.summary import Summary
from jamsos.registers.summing.sums import group_key, stated_in
from jamsos.values.money import MILLION
from jamsos.values.plain import as_whole, checked_kind, checked_word

_COUNTED = ("people", "eligible", "enrolled")
_TARGET = "target"


def cover_against(sums: Summary, target: int | pl.DataFrame) -> pl.DataFrame:
    """People known, eligible and enrolled against a target, for the whole or by area.

    Each count has its share of the target in whole parts per million, rounded down, so that a
    target that was missed never shows as 1,000,000; ``short`` is what the enrolled lack, below 0
    where there are more. A count the register does not state stays empty, and so does a share of
    no target.

    >>> from jamsos.registers.summing.summary import summary
    >>> sums = summary(pl.DataFrame({"village": ["A", "A", "B"]}), "village")
    >>> targets = pl.DataFrame({"village": ["A", "C"], "target": [3, 5]})
    >>> cover = cover_against(sums, targets)
    >>> cover.select("village", "people", "target", "people_ppm").rows()
    [('A', 2, 3, 666666), ('B', 1, None, None), ('C', 0, 5, 0)]

    Args:
        sums: The sums, by at least the areas of the target.
        target: One number for the whole, or a frame of areas with a column ``target``.

    Raises:
        InputError: for a target that is no count, areas named twice, or areas the sums do not have.

    """
    _check_summary(sums)
    counts = _against(sums, target)
    shares = [_share(name) for name in _COUNTED]
    short = pl.col(_TARGET) - pl.col("enrolled")
    return with_mark(counts.with_columns(shares, short=short), sums.mark)


def _check_summary(sums: object) -> None:
    checked_kind(Summary, sums, "sums", "sum the register with jamsos.registers.summary(...)")


def _against(sums: Summary, target: int | pl.DataFrame) -> pl.DataFrame:
    if isinstance(target, pl.DataFrame):
        return _by_area(sums, target)
    return _of_whole(sums, target)


def _of_whole(sums: Summary, target: object) -> pl.DataFrame:
    people = as_whole(target)
    if people is None or people < 0:
        allowed = "a whole number of people from 0 up, or a polars frame of areas"
        step = "give the number as an int, or a frame with areas and a column target"
        raise InputError(_TARGET, target, allowed, step)
    whole = sums.rolled().table
    number = pl.lit(people, pl.Int64)
    return whole.select(*_COUNTED, number.alias(_TARGET))


def _by_area(sums: Summary, target: pl.DataFrame) -> pl.DataFrame:
    areas = _areas_of(target)
    targets = _targets_of(areas, target)
    rolled = sums.rolled(*areas)
    counts = rolled.table.select(*areas, *_COUNTED)
    # Only what the register states is 0 in an area of nobody; the rest stays empty.
    stated = stated_in(counts, _COUNTED)
    # An area that only one side names is kept: nobody lives in it yet, or it has no target.
    both = counts.join(targets, on=areas, how="full", coalesce=True)
    zeros = pl.col(stated).fill_null(0)
    return both.with_columns(zeros).sort(areas)


def _areas_of(target: pl.DataFrame) -> list[str]:
    """The columns that name the areas of a target."""
    areas = [name for name in target.columns if name != _TARGET]
    if not areas or not _holds_counts(target):
        allowed = "columns of areas, and a column target with whole numbers from 0 up"
        step = "name the areas as the summary does, and cast target to whole numbers"
        raise InputError(_TARGET, target.columns, allowed, step)
    return areas


def _targets_of(areas: list[str], target: pl.DataFrame) -> pl.DataFrame:
    """The target of each area, named as the groups of a summary are."""
    keys = [group_key(name) for name in areas]
    people = pl.col(_TARGET).cast(pl.Int64)
    targets = target.select(*keys, people)
    twice = targets.select(areas).is_duplicated()
    if twice.any():
        raise InputError(_TARGET, "an area twice", "one target for each area", "add them up")
    return targets


def _holds_counts(target: pl.DataFrame) -> bool:
    if _TARGET not in target.columns:
        return False
    numbers = target[_TARGET]
    if not numbers.dtype.is_integer():
        return False
    negative = numbers < 0
    return not negative.any()


def _share(name: str) -> pl.Expr:
    target = pl.col(_TARGET)
    # Without a target the share is empty, not infinite.
    millions = pl.col(name) * MILLION
    parts = millions // target
    share = pl.when(target > 0).then(parts)
    return share.alias(f"{name}_ppm")


def published_figures() -> pl.DataFrame:
    """The headcounts published about the programme of Kutai Timur.

    The columns: date (a month or a day), people covered, target, grade, remark. They are news and
    contradict each other: something to compare a register with, never law.

    >>> published_figures().select("date", "covered", "target", "grade").row(-1)
    ('2025-12', 98000, 150000, 'secondary')
    """
    folder = files("jamsos.registers.summing")
    table = folder.joinpath("kutim_published.csv").read_bytes()
    # Dates stay text: some name only the month.
    types = {"date": pl.String, "target": pl.Int64}
    return pl.read_csv(table, schema_overrides=types)


def against_published(sums: Summary, count: str = "enrolled") -> pl.DataFrame:
    """Our headcount against every published one: ``ours``, ``difference`` and ``ours_ppm``.

    The last is our share of the published headcount in whole parts per million, rounded down.

    >>> from jamsos.registers.summing.summary import summary
    >>> sums = summary(pl.DataFrame({"village": ["A", "B"]}), "village")
    >>> against_published(sums, "people").select("covered", "ours", "difference").row(-1)
    (98000, 2, -97998)

    Args:
        sums: The sums of the register.
        count: Which of its counts: people, eligible or enrolled.

    Raises:
        InputError: for another count.

    """
    _check_summary(sums)
    count = checked_word(_COUNTED, count, "count")
    ours = pl.lit(sums.total[count], pl.Int64)
    covered = pl.col("covered")
    compared = published_figures().with_columns(
        ours=ours,
        difference=ours - covered,
        ours_ppm=ours * MILLION // covered,
    )
    return with_mark(compared, sums.mark)
