"""Times five scenarios over sixty months for registers of invented people.

    python benchmarks/scenarios.py [--people 100000 1000000] [--rounds 3]

Every measurement runs in a process of its own. In three of the months the contributions of each
scenario must be those that the columns of the month give.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import reporting
from measuring import best, in_process, measure, say

from jamsos import what_if
from jamsos.registers import premium_columns, write_synthetic
from jamsos.scenarios import Scenario, compare

FIRST, LAST, MONTHS = "2025-01", "2029-12", 60
CHECKED = ("2025-01", "2026-10", "2027-06")
"""Without a relief, with those of PP 50/2025, and with what the what-ifs suppose."""
SECONDS, MOST_BYTES = 20, 1_500_000_000
JUDGED = 100_000
"""The people for whom the target is."""
SEED = 1
OTHER = "relief.pp50_2025.other"


def scenarios(register: pl.LazyFrame) -> list[Scenario]:
    """A base and four alternatives: another payer, another row, and two what-ifs."""
    longer = what_if("diperpanjang", reason="tolok ukur").prolong(OTHER, last="2027-12")
    dearer = what_if("lebih mahal", reason="tolok ukur").change(
        "jkm.contribution_bpu_month", rupiah=7_000, first="2027-01"
    )
    own = Scenario("sendiri", register, first=FIRST, last=LAST, payer="self")
    return [
        own,
        own.but("APBD", payer="APBD"),
        own.but("baris 1", row=1),
        own.but("diperpanjang", law=longer.law),
        own.but("lebih mahal", law=dearer.law),
    ]


def compared(register: pl.LazyFrame) -> list[Any]:
    """The contributions of each scenario in the months checked, from the whole table."""
    base, *others = scenarios(register)
    table = compare(base, *others, by=["month", "kecamatan"]).table
    months = pl.col("month").dt.strftime("%Y-%m")
    checked = table.filter(months.is_in(CHECKED)).group_by("scenario", "month", maintain_order=True)
    return checked.agg(pl.col("premium").sum())["premium"].to_list()


def by_columns(register: pl.LazyFrame) -> list[Any]:
    """The same from the columns of each month."""
    sums: list[Any] = []
    for one in scenarios(register):
        frame = register
        if one.row is not None:
            frame = frame.with_columns(row=pl.lit(one.row, pl.Int64))
        for month in CHECKED:
            columns = premium_columns(month, payer=one.payer, law=one.law)
            priced: pl.LazyFrame = columns.added_to(frame)
            total = priced.select(pl.col("premium").sum()).collect(engine="streaming")
            sums.append(total.item())
    return sums


JOBS = {"compared": compared, "by_columns": by_columns}


def job(name: str, file: Path) -> None:
    """One job on a register in its file, in a process of its own."""
    timed = measure(lambda: JOBS[name](pl.scan_parquet(file)))
    say(timed, timed.result)


def measured(people: int, folder: Path, rounds: int) -> reporting.Line:
    """The best round of the comparison; the sums are checked once against the columns."""
    file = folder / "register.parquet"
    write_synthetic(file, people, seed=SEED)
    results = [in_process("scenarios.py", "compared", file) for _ in range(rounds)]
    own = best(results)
    check = in_process("scenarios.py", "by_columns", file)
    if own.sums != check.sums:
        raise SystemExit("the table and the columns do not give the same contributions")
    count = len(own.sums) // len(CHECKED)
    person_months = people * MONTHS * count
    line = reporting.alone(f"{count} scenarios of {MONTHS} months", people, own, person_months)
    if people > JUDGED:
        return line
    met = own.wall <= SECONDS and own.peak <= MOST_BYTES
    seconds = f"{own.wall:.1f} of {SECONDS} seconds ({own.cpu:.1f} of CPU)"
    target = f"{seconds}, {own.peak / 10**9:.2f} of 1.5 GB"
    return line._replace(target=f"{target}: {'met' if met else 'missed'}")


def main() -> None:
    """Measure and print."""
    if len(sys.argv) == 3 and sys.argv[1] in JOBS:
        job(sys.argv[1], Path(sys.argv[2]))
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for people in options.people:
            print(measured(people, Path(folder), options.rounds).text(), flush=True)


if __name__ == "__main__":
    main()
