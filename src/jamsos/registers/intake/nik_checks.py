"""A NIK against the other facts of its person (rules K1, K2 and K3).

A NIK keeps the region, the birth and the sex it was issued with. Each difference may have a good
reason, so none of them rejects anybody.
"""

from datetime import date

import polars as pl

from jamsos.registers.intake.birth_in_nik import (
    DAY_IN_NIK,
    MONTH_IN_NIK,
    YEAR_IN_NIK,
    with_birth_in_nik,
)
from jamsos.registers.intake.cells.days import CENTURIES, LIVES, WORKS
from jamsos.registers.intake.log import Log, masked_all
from jamsos.registers.layout import ROW, SEX
from jamsos.registers.problems import Problem
from jamsos.workers.nik import WOMEN

_HUNDRED = 100
_OTHERS = {Problem.NIK_BIRTH: "birth", Problem.NIK_SEX: "sex"}
"""What else of the row may be wrong where a NIK holds something else."""
_NIK = pl.col("nik")
_BIRTH = pl.col("birth")


def check_against_nik(frame: pl.DataFrame, on: date, region: str, log: Log) -> None:
    """Record where a NIK was issued with another region, birth or sex than the row states.

    Args:
        frame: The rows, with their NIK.
        on: The day on which the list is judged.
        region: The digits of the district; empty: no region is compared.
        log: Takes what was found.

    """
    columns = frame.columns
    tests: dict[Problem, pl.Expr] = {}
    if region:
        tests[Problem.NIK_REGION] = _region_differs(region)
    too_young_or_old = ~_may_be_a_worker(on)
    if "birth" in columns:
        tests[Problem.NIK_BIRTH] = _birth_differs()
        # A stated birth is judged by itself; the NIK speaks only where none is.
        tests[Problem.NIK_AGE] = _BIRTH.is_null() & too_young_or_old
    else:
        tests[Problem.NIK_AGE] = too_young_or_old
    if "sex" in columns:
        tests[Problem.NIK_SEX] = _sex_differs()
    if "kk" in columns:
        tests[Problem.NIK_IS_A_KK] = _is_a_kk(frame, log)
    needed = [name for name in (ROW, "nik", "birth", "sex") if name in columns]
    with_nik = frame.select(needed).filter(_NIK.is_not_null())
    people = with_birth_in_nik(with_nik)
    for problem, test in tests.items():
        rows = people.filter(test)
        niks = masked_all(rows["nik"])
        log.problem(rows[ROW], "nik", problem, niks)
        # Either may be wrong, and a work list has a place for each.
        other = _OTHERS.get(problem)
        if other is not None:
            log.problem(rows[ROW], other, problem, rows[other].cast(pl.String))


def holding_their_birth(frame: pl.DataFrame, number: str) -> pl.Series:
    """For each row whether the number in this column, as a NIK, holds the birth of the row."""
    if "birth" not in frame.columns:
        return pl.Series([False]).new_from_index(0, frame.height)
    holds = ~_birth_differs()
    people = frame.select("birth", nik=pl.col(number))
    with_birth = with_birth_in_nik(people)
    return with_birth.select(holds.fill_null(value=False)).to_series()


def _region_differs(region: str) -> pl.Expr:
    """Rule K1: the NIK was issued in another district."""
    digits = _NIK.cast(pl.String)
    return ~digits.str.starts_with(region)


def _sex_differs() -> pl.Expr:
    """The row states another sex than the NIK holds."""
    sex = pl.col("sex").cast(pl.String)
    states_woman = sex.eq(SEX[-1])
    return states_woman != _is_woman()


def _is_woman() -> pl.Expr:
    """Whether a NIK was issued to a woman, whose day of birth it holds plus 40."""
    return DAY_IN_NIK > WOMEN


def _birth_differs() -> pl.Expr:
    """Rule K2: the birth of the row is another one than that of the NIK."""
    birth = _BIRTH.dt
    woman_adds = _is_woman().cast(pl.Int64) * WOMEN
    day = DAY_IN_NIK - woman_adds
    day_differs = birth.day() != day
    month_differs = birth.month() != MONTH_IN_NIK
    year = YEAR_IN_NIK.cast(pl.Int32)
    years_apart = birth.year() - year
    # The NIK leaves the century open, so years that are a hundred apart do not differ.
    year_differs = years_apart % _HUNDRED != 0
    return day_differs | month_differs | year_differs


def _may_be_a_worker(on: date) -> pl.Expr:
    """Rule K3: in one century or the other the NIK gives the age of a worker."""
    fitting: list[pl.Expr] = []
    for century in CENTURIES:
        begin = int(century) * _HUNDRED
        age = on.year - begin - YEAR_IN_NIK
        fitting.append(age.is_between(WORKS, LIVES))
    return pl.any_horizontal(fitting)


def _is_a_kk(frame: pl.DataFrame, log: Log) -> pl.Expr:
    """Whether a NIK is the number of a family card in this or another row."""
    cards = frame["kk"].drop_nulls()
    is_any_card = _NIK.is_in(cards.implode())
    copied = log.rows("nik", Problem.IDENTITY_IS_KK)
    recorded = copied.append(log.rows("kk", Problem.IDENTITY_IS_NIK))
    # Where it is the card of the same row, the reading of the list recorded that already.
    row = pl.col(ROW)
    is_recorded = row.is_in(recorded.implode())
    return is_any_card & ~is_recorded
