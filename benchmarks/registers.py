"""Times registers of invented people, against polars by hand and against other rule engines.

    python benchmarks/registers.py [--people 100000 1000000 10000000 50000000] [--engines polars duckdb pyspark]

Every measurement runs in a process of its own, contestants in turn; the best of the rounds counts, in CPU time. Those
who do the same job must give the same sums. The table goes into docs/benchmarks.md, unless ``--print-only`` is given.
The other rule engines are looked for in this environment, or in those of ``--openfisca`` and ``--ttsim``.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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
"""From so many people on the target holds; below, adding the columns takes longer than computing them."""
IN_ONE = 1.3
STREAMING = 1.5
LIMIT = 10**9
WORKBOOK, SECONDS = 100_000, 15
SEED = 1


def register(people: int, folder: Path) -> Path:
    """A file of invented people: a number, the kecamatan and the facts a premium depends on."""
    whole, file = folder / "whole.parquet", folder / f"register-{people}.parquet"
    write_synthetic(whole, people, seed=SEED)
    pl.scan_parquet(whole).select(pl.col("id").cast(pl.UInt32), *FACTS).sink_parquet(file)
    whole.unlink()
    return file


def rounds(job: str, contestants: tuple[str, ...], file: Path, times: int, runs: int) -> dict[str, Measured]:
    """The best round of each contestant; they take turns and must give the same sums."""
    found: dict[str, list[Measured]] = {who: [] for who in contestants}
    for _ in range(times):
        for who, measured in found.items():
            measured.append(in_process("jobs.py", job, who, file, runs))
    sums = [measured.sums for done in found.values() for measured in done]
    if any(other != sums[0] for other in sums):
        raise SystemExit(f"{job}: {', '.join(contestants)} do not give the same sums")
    return {who: best(measured) for who, measured in found.items()}


def beside_hand(people: int, file: Path, times: int) -> Iterator[Line]:
    """Premium and reason of one month, beside polars by hand."""
    inside = people < STREAMED
    jobs = {"memory": "in memory"} if inside else {"summed": "summed by kecamatan", "to_file": "priced to a file"}
    for job, words in jobs.items():
        runs = max(1, min(20, 5_000_000 // people))
        found = rounds(job, ("jamsos", "hand"), file, times, runs)
        limit = (IN_ONE if people >= JUDGED else None) if inside else STREAMING
        yield reporting.beside(words, people, found["jamsos"], found["hand"], limit, None if inside else LIMIT)


def from_excel(folder: Path) -> Iterator[Line]:
    """A workbook as it is typed, the whole path."""
    file = folder / "dirty.xlsx"
    write_synthetic_workbook(file, WORKBOOK, seed=SEED)
    found = in_process("jobs.py", "workbook", "jamsos", file, 1)
    if sum(found.sums[:3]) != WORKBOOK:
        raise SystemExit("rows of the workbook were lost")
    yield reporting.within("a dirty workbook read, checked, decided, priced, reported", WORKBOOK, found, SECONDS)


def engines(names: list[str], file: Path, people: int) -> Iterator[Line]:
    """The register on each engine, from its file and summed by kecamatan; the second run, when all is warm."""
    sums = []
    for name in names:
        if installed(name) is None:
            yield reporting.absent(f"engine {name}", name)
            continue
        found = in_process("jobs.py", "engine", name, file, 3)
        sums.append(found.sums)
        yield reporting.alone(f"on {name} {installed(name)}, summed by kecamatan", people, found)
    if any(other != sums[0] for other in sums):
        raise SystemExit("the engines do not give the same sums")


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000, 50_000_000])
    parser.add_argument("--engines", nargs="*", default=["polars", "duckdb", "pyspark"])
    parser.add_argument("--engine-people", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--openfisca", default=sys.executable, help="a Python that has openfisca-core")
    parser.add_argument("--ttsim", default=sys.executable, help="a Python that has ttsim-backend")
    parser.add_argument("--folder", help="where the registers are made; by default a temporary folder")
    parser.add_argument("--print-only", action="store_true", help="leave docs/benchmarks.md as it is")
    return parser.parse_args()


def main() -> None:
    """Measure, print, and write the table."""
    options, lines = asked(), []

    def tell(found: Iterator[Line]) -> None:
        for line in found:
            lines.append(line)
            print(line.text(), flush=True)

    with TemporaryDirectory(dir=options.folder) as place:
        folder = Path(place)
        for people in options.people:
            file = register(people, folder)
            tell(beside_hand(people, file, options.rounds if people < STREAMED else min(2, options.rounds)))
            file.unlink()
        tell(iter([reporting.prepared(in_process("jobs.py", "prepared", "jamsos", folder, 1))]))
        tell(from_excel(folder))
        if options.engines:
            tell(engines(options.engines, register(options.engine_people, folder), options.engine_people))
        tell(others(folder, options.openfisca, options.ttsim, options.rounds))
    if not options.print_only:
        reporting.write(lines)


if __name__ == "__main__":
    main()
