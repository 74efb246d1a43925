"""Times registers of invented people, against polars by hand and against other rule engines.

    python benchmarks/registers.py [--people 100000 1000000] [--engines polars duckdb pyspark]

Every measurement runs in a process of its own, contestants in turn; the best of the rounds counts,
in CPU time. Those who do the same job must give the same sums. The table goes into
docs/look-up/benchmarks.md, unless ``--print-only`` is given. The other rule engines are looked for
in this environment, or in those of ``--openfisca`` and ``--ttsim``.
"""

import argparse
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import reporting
from measuring import Measured, best, in_process, installed
from others import others
from reporting import Line

from jamsos.registers import write_synthetic, write_synthetic_workbook

FACTS = ("kecamatan", "segment", "kind", "sector", "payer", "income")
STREAMED = 20_000_000
"""From so many people on a register stays in its file."""
JUDGED = 1_000_000
"""From so many people on the target holds; below, adding columns takes longer than their values."""
IN_MEMORY_LIMIT = 1.3
"""The most times the CPU of polars by hand, for a register in memory."""
STREAMED_LIMIT = 1.5
MOST_BYTES = 10**9
WORKBOOK, SECONDS = 100_000, 15
EXPORT_SECONDS = 12
SEED = 1


def register(people: int, folder: Path) -> Path:
    """A file of invented people: a number, the kecamatan and the facts a premium depends on."""
    whole = folder / "whole.parquet"
    write_synthetic(whole, people, seed=SEED)
    file = folder / f"register-{people}.parquet"
    columns = [pl.col("id").cast(pl.UInt32), *FACTS]
    pl.scan_parquet(whole).select(columns).sink_parquet(file)
    whole.unlink()
    return file


def rounds(
    job: str, contestants: tuple[str, ...], file: Path, times: int, runs: int
) -> dict[str, Measured]:
    """The best round of each contestant; they take turns and must give the same sums."""
    measured: dict[str, list[Measured]] = {who: [] for who in contestants}
    for _ in range(times):
        for who in contestants:
            measured[who].append(in_process("jobs.py", job, who, file, runs))
    sums: list[list[Any]] = []
    for results in measured.values():
        sums.extend(result.sums for result in results)
    check_same(sums, f"{job}: {', '.join(contestants)} do not give the same sums")
    return {who: best(results) for who, results in measured.items()}


def check_same(sums: list[list[Any]], complaint: str) -> None:
    """Stop where one of the sums is not that of the others: a wrong result is no contest."""
    if any(other != sums[0] for other in sums):
        raise SystemExit(complaint)


def runs_of(people: int) -> int:
    """How often a process does its job: small registers are over too quickly to time once."""
    return max(1, min(20, 5_000_000 // people))


def in_memory(people: int, file: Path, times: int) -> Iterator[Line]:
    """Premium and reason of one month added to a frame, beside polars by hand."""
    measured = rounds("memory", ("jamsos", "hand"), file, times, runs_of(people))
    own, hand = measured["jamsos"], measured["hand"]
    line = reporting.alone("premium and reason, in memory", people, own)
    line = reporting.beside(line, people, own, hand)
    if people >= JUDGED:
        line = reporting.with_limit(line, own, hand, IN_MEMORY_LIMIT)
    yield line


def streamed(people: int, file: Path, times: int) -> Iterator[Line]:
    """Premium and reason of one month added to a file, beside polars by hand."""
    jobs = {"summed": "summed by kecamatan", "to_file": "priced to a file"}
    for job, words in jobs.items():
        measured = rounds(job, ("jamsos", "hand"), file, times, runs_of(people))
        own, hand = measured["jamsos"], measured["hand"]
        line = reporting.alone(f"premium and reason, {words}", people, own)
        line = reporting.beside(line, people, own, hand)
        yield reporting.with_limits(line, own, hand, STREAMED_LIMIT, MOST_BYTES)


def from_excel(folder: Path) -> Iterator[Line]:
    """A workbook as it is typed, the whole path."""
    file = folder / "dirty.xlsx"
    write_synthetic_workbook(file, WORKBOOK, seed=SEED)
    measured = in_process("jobs.py", "workbook", "jamsos", file, 1)
    accepted, to_check, rejected = measured.sums[:3]
    if accepted + to_check + rejected != WORKBOOK:
        raise SystemExit("rows of the workbook were lost")
    job = "a dirty workbook read, checked, decided, priced, reported"
    yield reporting.within(job, WORKBOOK, measured, SECONDS)


def to_excel(folder: Path, times: int) -> Iterator[Line]:
    """A register with all its facts and contributions to a workbook, beside cell by cell."""
    file = folder / "whole.parquet"
    write_synthetic(file, WORKBOOK, seed=SEED)
    measured = rounds("export", ("jamsos", "cells"), file, min(2, times), 1)
    own, cells = measured["jamsos"], measured["cells"]
    # Only partly typed, as other libraries of the extras are.
    calamine: Any = import_module("python_calamine")
    paths = [folder / f"export-{who}.xlsx" for who in measured]
    books = [calamine.CalamineWorkbook.from_path(path) for path in paths]
    sheets = [book.get_sheet_by_index(0).to_python() for book in books]
    check_same(sheets, "the workbooks do not hold the same cells")
    line = reporting.within("a register exported to a workbook", WORKBOOK, own, EXPORT_SECONDS)
    yield reporting.beside(line, WORKBOOK, own, cells, "XlsxWriter cell by cell")


def engines(names: list[str], file: Path, people: int) -> Iterator[Line]:
    """The register on each engine, from its file and summed by kecamatan.

    The best of three runs counts, when all is warm.
    """
    sums: list[list[Any]] = []
    for name in names:
        version = installed(name)
        if version is None:
            yield reporting.absent(f"engine {name}", name)
            continue
        measured = in_process("jobs.py", "engine", name, file, 3)
        sums.append(measured.sums)
        yield reporting.alone(f"on {name} {version}, summed by kecamatan", people, measured)
    check_same(sums, "the engines do not give the same sums")


def options_given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    people = [100_000, 1_000_000, 10_000_000, 50_000_000]
    parser.add_argument("--people", type=int, nargs="+", default=people)
    parser.add_argument("--engines", nargs="*", default=["polars", "duckdb", "pyspark"])
    parser.add_argument("--engine-people", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--openfisca", default=sys.executable, help="a Python that has openfisca-core"
    )
    parser.add_argument("--ttsim", default=sys.executable, help="a Python that has ttsim-backend")
    parser.add_argument(
        "--folder", help="where the registers are made; by default a temporary folder"
    )
    parser.add_argument(
        "--print-only", action="store_true", help="leave docs/look-up/benchmarks.md as it is"
    )
    return parser.parse_args()


def measurements(options: argparse.Namespace, folder: Path) -> Iterator[Line]:
    """All lines, one after the other."""
    for people in options.people:
        file = register(people, folder)
        if people < STREAMED:
            yield from in_memory(people, file, options.rounds)
        else:
            # A round of so many people takes minutes.
            yield from streamed(people, file, min(2, options.rounds))
        file.unlink()
    yield reporting.prepared(in_process("jobs.py", "prepared", "jamsos", folder, 1))
    yield from from_excel(folder)
    yield from to_excel(folder, options.rounds)
    if options.engines:
        file = register(options.engine_people, folder)
        yield from engines(options.engines, file, options.engine_people)
    yield from others(folder, options.openfisca, options.ttsim, options.rounds)


def main() -> None:
    """Measure, print, and write the table."""
    options = options_given()
    lines: list[Line] = []
    with TemporaryDirectory(dir=options.folder) as folder:
        for line in measurements(options, Path(folder)):
            lines.append(line)
            print(line.text(), flush=True)
    if not options.print_only:
        reporting.write(lines)


if __name__ == "__main__":
    main()
