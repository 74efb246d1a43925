"""Times the scalar path: import, a cold first answer, one premium, one death benefit.

    python benchmarks/scalar.py

Wall times of this machine; medians of several runs. The targets stand beside them.
"""

import os
import statistics
import subprocess
import sys
import timeit
from datetime import date

from jamsos import Child, Family, Participation, Worker, cover_on, death_benefit, payments, premium

ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Compiled modules are kept between runs, as on any user's machine."""
RUNS = 15
LOOPS = 400
FISHER = Worker(kind="b", income=900_000, sector="other")
MEMBER = Participation(number_issued=date(2022, 8, 10), payer="self", payments=payments("2022-08", "2026-12"))
CHILD = Child(birth=date(2015, 1, 1), level="SD", year=4, studying=True, lawful=True, married=False, working=False)
FAMILY = Family(spouse=True, children=(CHILD,))
DAY = date(2026, 10, 1)
COLD = (
    "from jamsos import Worker, premium; "
    "str(premium(Worker(kind='b', income=900_000, sector='other'), '2026-11', payer='APBD'))"
)


def process(code: str) -> float:
    """Median milliseconds of a fresh interpreter running the code."""
    command = [sys.executable, "-c", code]
    times = [timeit.timeit(lambda: subprocess.run(command, check=True, env=ENVIRONMENT), number=1) for _ in range(RUNS)]
    return statistics.median(times) * 1e3


def call(work: object) -> float:
    """Median microseconds of one call."""
    return statistics.median(timeit.repeat(work, number=LOOPS, repeat=RUNS)) / LOOPS * 1e6


def main() -> None:
    """Print the figures and their targets."""
    bare = process("pass")
    rows = [
        ("import jamsos beyond the interpreter", process("import jamsos") - bare, "ms", "about 60"),
        ("first answer of a cold process, as text", process(COLD), "ms", "500"),
        ("one premium with its grounds, district pays",
         call(lambda: premium(FISHER, "2026-11", payer="APBD")), "us", "50"),
        ("one premium with its grounds, with relief",
         call(lambda: premium(FISHER, "2026-06", payer="self")), "us", "50"),
        ("one death benefit, four years of payments",
         call(lambda: death_benefit(FISHER, MEMBER, FAMILY, died_on=DAY, cause="other")), "us", "200"),
        ("one work death benefit, four years of payments",
         call(lambda: death_benefit(FISHER, MEMBER, FAMILY, died_on=DAY, accident_on=DAY, cause="work_accident")),
         "us", "200"),
        ("cover on a day, four years of payments", call(lambda: cover_on(MEMBER, DAY)), "us", "-"),
    ]  # fmt: skip
    for name, value, unit, target in rows:
        print(f"{name:<48} {value:8.1f} {unit}   target {target}")


if __name__ == "__main__":
    main()
