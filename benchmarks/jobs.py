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
import polars.selectors as cs
from measuring import law_of, measure, say

from jamsos.registers import (
    HEADINGS,
    check_register,
    enrolment_columns,
    export_rows,
    exposure_columns,
    premium_columns,
    read_register,
    summary,
)
from jamsos.registers.workbooks import write_sheet

AMOUNTS = ("premium_jkk", "premium_jkm", "premium_jht", "premium", "premium_relieved")
REASON = "premium_reason"
REDUCED = {
    "premium": "premium",
    "death_at_work": "exposure_work_death",
    "death_other": "exposure_other_death",
}
"""The columns of the reduced job, by the names all engines give its amounts."""


def adding(who: str) -> Callable[[pl.LazyFrame], pl.LazyFrame]:
    """What adds premium and reason of the month, by jamsos or by hand.

    It is prepared before the clock runs.
    """
    if who == "hand":
        return by_hand.priced
    return premium_columns(by_hand.MONTH).added_to


def prepared(_who: str, _file: Path, runs: int) -> None:
    """The columns of a month, which are prepared once for all registers."""
    say(measure(lambda: premium_columns(by_hand.MONTH), runs), [])


def memory(who: str, file: Path, runs: int) -> None:
    """Premium and reason beside a register in memory."""
    register = pl.read_parquet(file)
    add = adding(who)
    timed = measure(lambda: add(register.lazy()).collect(), runs)
    priced = timed.result
    amounts = priced.select(pl.col(AMOUNTS).sum()).rows()
    # By hand the cases have other numbers, so that only their sizes and sums are compared.
    cases = priced.group_by(REASON).agg(pl.len(), pl.col("premium").sum()).drop(REASON)
    say(timed, [*amounts, *sorted(cases.rows())])


def workbook(_who: str, file: Path, runs: int) -> None:
    """A dirty workbook read, checked, decided, priced and reported.

    Every row is accepted, to be checked or rejected.
    """
    on = date.fromisoformat(f"{by_hand.MONTH}-01")

    def whole_path() -> list[int]:
        checked = check_register(read_register(file, on=on), on=on)
        decided = enrolment_columns(on).added_to(checked.accepted)
        priced = premium_columns(by_hand.MONTH).added_to(decided)
        report = checked.report.text()
        sums = summary(priced, ("kecamatan", "village")).table
        return [
            checked.accepted.height,
            checked.to_check.height,
            checked.rejected.height,
            len(report),
            sums.height,
        ]

    timed = measure(whole_path, runs)
    say(timed, timed.result)


def export(who: str, file: Path, runs: int) -> None:
    """A register with its contributions to a workbook: by columns, or cell by cell.

    The workbooks stay there, to be compared.
    """
    output = file.with_name(f"export-{who}.xlsx")
    priced = premium_columns(by_hand.MONTH).added_to(pl.read_parquet(file))
    register = priced.select(name for name in HEADINGS if name in priced.columns)
    headings = [HEADINGS[name] for name in register.columns]

    def by_cells() -> None:
        texts = register.with_columns(cs.enum().cast(pl.String))
        write_sheet(output, headings, texts.iter_rows(), title="")

    def by_columns() -> None:
        export_rows(register, output, unmasked=True)

    timed = measure(by_columns if who == "jamsos" else by_cells, runs)
    say(timed, [register.height])


def summed(who: str, file: Path, runs: int) -> None:
    """A Parquet file summed by kecamatan."""
    add = adding(who)
    sums = [pl.col(AMOUNTS).sum(), pl.len(), pl.col("premium").null_count().alias("undecided")]

    def by_kecamatan() -> pl.DataFrame:
        priced = add(pl.scan_parquet(file))
        return priced.group_by("kecamatan").agg(sums).collect(engine="streaming")

    timed = measure(by_kecamatan, runs)
    say(timed, timed.result.sort("kecamatan").rows())


def to_file(who: str, file: Path, runs: int) -> None:
    """A Parquet file priced to another."""
    output = file.with_name(f"priced-{who}.parquet")
    add = adding(who)
    timed = measure(lambda: add(pl.scan_parquet(file)).sink_parquet(output), runs)
    priced = pl.scan_parquet(output)
    sums = priced.select(pl.col(AMOUNTS).sum(), pl.col(REASON).n_unique())
    rows = sums.collect(engine="streaming").rows()
    output.unlink()
    say(timed, rows)


def engine(who: str, file: Path, runs: int) -> None:
    """The register summed by kecamatan on another engine, which reads the file itself."""
    opened, close = OPENED[who](file)
    columns = premium_columns(by_hand.MONTH)

    def by_kecamatan() -> list[Any]:
        priced = nw.from_native(columns.added_to(opened)).lazy()
        sums = priced.group_by("kecamatan").agg(nw.col(*AMOUNTS).sum())
        return sums.sort("kecamatan").collect().rows()

    timed = measure(by_kecamatan, runs)
    # Engines have number types of their own, which JSON does not write alike.
    rows = [[str(name), *map(int, sums)] for name, *sums in timed.result]
    say(timed, rows)
    close()


def reduced(_who: str, folder: Path, runs: int) -> None:
    """Premiums and death benefits from the income alone, as the other rule engines do them."""
    law = law_of(folder)
    income = np.load(folder / "income.npy")
    people = pl.DataFrame({"income": income}).with_columns(
        kind=pl.lit("independent", pl.Enum(["owner", "independent", "other"])),
        sector=pl.lit("other", pl.Enum(["transport", "other"])),
    )
    due = premium_columns(law["first"], law["last"], payer="APBD")
    deaths = exposure_columns(date.fromisoformat(law["died"]))

    def amounts() -> pl.DataFrame:
        priced = deaths.added_to(due.added_to(people.lazy()))
        return priced.select(REDUCED.values()).collect(engine="streaming")

    timed = measure(amounts, runs)
    for name, column in REDUCED.items():
        np.save(folder / f"jamsos-{name}.npy", timed.result[column].to_numpy())
    say(timed, timed.result.sum().rows())


def _polars(file: Path) -> tuple[Any, Any]:
    return pl.scan_parquet(file), lambda: None


def _duckdb(file: Path) -> tuple[Any, Any]:
    connection = import_module("duckdb").connect()
    return connection.read_parquet(str(file)), connection.close


def _pyspark(file: Path) -> tuple[Any, Any]:
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    return session.read.parquet(str(file)), session.stop


OPENED = {"polars": _polars, "duckdb": _duckdb, "pyspark": _pyspark}
JOBS = {
    "prepared": prepared,
    "workbook": workbook,
    "export": export,
    "memory": memory,
    "summed": summed,
    "to_file": to_file,
    "engine": engine,
    "reduced": reduced,
}

if __name__ == "__main__":
    job, who, file, runs = sys.argv[1:]
    JOBS[job](who, Path(file), int(runs))
