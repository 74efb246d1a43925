"""One job on a register, by jamsos or by hand, in a process of its own; ``registers.py`` starts it.

python benchmarks/jobs.py JOB WHO FILE RUNS
"""

import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import by_hand
import narwhals.stable.v2 as nw
import numpy as np
import polars as pl
from measuring import law_of, measure, say

from jamsos.registers import (
    check_register,
    enrolment_columns,
    exposure_columns,
    premium_columns,
    read_register,
    summary,
)

AMOUNTS = ("premium_jkk", "premium_jkm", "premium_jht", "premium", "premium_relieved")
REASON = "premium_reason"


def adding(who: str) -> Callable[[pl.LazyFrame], pl.LazyFrame]:
    """What adds premium and reason of the month, by jamsos or by hand; prepared before the clock runs."""
    return by_hand.priced if who == "hand" else premium_columns(by_hand.MONTH).added_to


def prepared(_who: str, _file: Path, runs: int) -> None:
    """The columns of a month, which are prepared once for all registers."""
    say(measure(lambda: premium_columns(by_hand.MONTH), runs), [])


def memory(who: str, file: Path, runs: int) -> None:
    """Premium and reason beside a register in memory."""
    register, added = pl.read_parquet(file), adding(who)
    done = measure(lambda: added(register.lazy()).collect(), runs)
    amounts = done["done"].select(pl.col(AMOUNTS).sum()).rows()
    cases = done["done"].group_by(REASON).agg(pl.len(), pl.col("premium").sum()).drop(REASON)
    say(done, [*amounts, *sorted(cases.rows())])


def workbook(_who: str, file: Path, runs: int) -> None:
    """A dirty workbook read, checked, decided, priced and reported; every row stands in one of three places."""
    on = date.fromisoformat(f"{by_hand.MONTH}-01")

    def whole_path() -> list[int]:
        checked = check_register(read_register(file, on=on), on=on)
        decided = premium_columns(by_hand.MONTH).added_to(enrolment_columns(on).added_to(checked.accepted))
        report, sums = checked.report.text(), summary(decided, ("kecamatan", "village")).table
        return [checked.accepted.height, checked.to_check.height, checked.rejected.height, len(report), sums.height]

    done = measure(whole_path, runs)
    say(done, done["done"])


def summed(who: str, file: Path, runs: int) -> None:
    """A Parquet file summed by kecamatan."""
    added = adding(who)
    sums = [pl.col(AMOUNTS).sum(), pl.len(), pl.col("premium").null_count().alias("undecided")]

    def by_kecamatan() -> pl.DataFrame:
        return added(pl.scan_parquet(file)).group_by("kecamatan").agg(sums).collect(engine="streaming")

    done = measure(by_kecamatan, runs)
    say(done, done["done"].sort("kecamatan").rows())


def to_file(who: str, file: Path, runs: int) -> None:
    """A Parquet file priced to another."""
    priced, added = file.with_name(f"priced-{who}.parquet"), adding(who)
    done = measure(lambda: added(pl.scan_parquet(file)).sink_parquet(priced), runs)
    sums = pl.scan_parquet(priced).select(pl.col(AMOUNTS).sum(), pl.col(REASON).n_unique()).collect(engine="streaming")
    priced.unlink()
    say(done, sums.rows())


def engine(who: str, file: Path, runs: int) -> None:
    """The register summed by kecamatan on another engine, which reads the file itself."""
    opened, close = OPENED[who](file)
    columns = premium_columns(by_hand.MONTH)

    def by_kecamatan() -> list[Any]:
        priced = nw.from_native(columns.added_to(opened)).lazy()
        return priced.group_by("kecamatan").agg(nw.col(*AMOUNTS).sum()).sort("kecamatan").collect().rows()

    done = measure(by_kecamatan, runs)
    say(done, [[str(name), *map(int, sums)] for name, *sums in done["done"]])
    close()


def reduced(_who: str, folder: Path, runs: int) -> None:
    """Premiums and death benefits from the income alone, as the other rule engines do them."""
    law = law_of(folder)
    income = np.load(folder / "income.npy")
    people = pl.DataFrame({"income": income}).with_columns(
        kind=pl.lit("b", pl.Enum(["a", "b", "c"])), sector=pl.lit("other", pl.Enum(["transport", "other"]))
    )
    due = premium_columns(law["first"], law["last"], payer="APBD")
    deaths = exposure_columns(date.fromisoformat(law["died"]))

    def asked() -> pl.DataFrame:
        priced = deaths.added_to(due.added_to(people.lazy()))
        return priced.select("premium", "exposure_work_death", "exposure_other_death").collect(engine="streaming")

    done = measure(asked, runs)
    for name, place in zip(("premium", "death_at_work", "death_other"), done["done"].columns, strict=True):
        np.save(folder / f"jamsos-{name}.npy", done["done"][place].to_numpy())
    say(done, done["done"].sum().rows())


def _polars(file: Path) -> tuple[Any, Any]:
    return pl.scan_parquet(file), lambda: None


def _duckdb(file: Path) -> tuple[Any, Any]:
    connection = import_module("duckdb").connect()
    return connection.read_parquet(str(file)), connection.close


def _pyspark(file: Path) -> tuple[Any, Any]:
    session = (
        import_module("pyspark.sql")
        .SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    return session.read.parquet(str(file)), session.stop


OPENED = {"polars": _polars, "duckdb": _duckdb, "pyspark": _pyspark}
JOBS = {
    "prepared": prepared,
    "workbook": workbook,
    "memory": memory,
    "summed": summed,
    "to_file": to_file,
    "engine": engine,
    "reduced": reduced,
}

if __name__ == "__main__":
    job, who, file, runs = sys.argv[1:]
    JOBS[job](who, Path(file), int(runs))
