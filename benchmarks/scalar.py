"""Times the scalar path: import, a cold first answer, one premium, one death benefit.

    python benchmarks/scalar.py

Wall times of this machine; medians of several runs. The targets stand next to them.
"""

import os
import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from jamsos import Child, Family, Participation, Worker, cover_on, death_benefit, payments, premium

ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Compiled modules are kept between runs, as on any user's machine."""
RUNS = 15
LOOPS = 400
FISHER = Worker(kind="independent", income=900_000, sector="other")
MEMBER = Participation(
    number_issued=date(2022, 8, 10), payer="self", payments=payments("2022-08", "2026-12")
)
CHILD = Child(
    birth=date(2015, 1, 1),
    level="SD",
    year=4,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
FAMILY = Family(spouse=True, children=(CHILD,))
DAY = date(2026, 10, 1)
COLD = (
    "from jamsos import Worker, premium; "
    "fisher = Worker(kind='independent', income=900_000, sector='other'); "
    "str(premium(fisher, '2026-11', payer='APBD'))"
)


class Figure(NamedTuple):
    """One line of the benchmark."""

    name: str
    value: float
    unit: str
    target: str


def process(code: str) -> float:
    """Median milliseconds of a fresh interpreter running the code."""
    command = [sys.executable, "-c", code]

    def start() -> None:
        subprocess.run(command, check=True, env=ENVIRONMENT)

    seconds = timeit.repeat(start, number=1, repeat=RUNS)
    return statistics.median(seconds) * 1e3


def call(work: Callable[[], object]) -> float:
    """Median microseconds of one call."""
    return statistics.median(timeit.repeat(work, number=LOOPS, repeat=RUNS)) / LOOPS * 1e6


def paid_by_district() -> object:
    return premium(FISHER, "2026-11", payer="APBD")


def relieved() -> object:
    return premium(FISHER, "2026-06", payer="self")


def other_death() -> object:
    return death_benefit(FISHER, MEMBER, FAMILY, died_on=DAY, cause="other")


def death_from_work() -> object:
    return death_benefit(
        FISHER, MEMBER, FAMILY, died_on=DAY, accident_on=DAY, cause="work_accident"
    )


def cover() -> object:
    return cover_on(MEMBER, DAY)


def figures() -> Iterator[Figure]:
    """What is measured, with its target."""
    # The interpreter starts before jamsos does anything.
    imported = process("import jamsos") - process("pass")
    yield Figure("import jamsos beyond the interpreter", imported, "ms", "about 60")
    yield Figure("first answer of a cold process, as text", process(COLD), "ms", "500")
    calls = (
        ("one premium with its grounds, district pays", paid_by_district, "50"),
        ("one premium with its grounds, with relief", relieved, "50"),
        ("one death benefit, four years of payments", other_death, "200"),
        ("one work death benefit, four years of payments", death_from_work, "200"),
        ("cover on a day, four years of payments", cover, "-"),
    )
    for name, work, target in calls:
        yield Figure(name, call(work), "us", target)


def main() -> None:
    """Print the figures and their targets."""
    for name, value, unit, target in figures():
        print(f"{name:<48} {value:8.1f} {unit}   target {target}")


if __name__ == "__main__":
    main()
