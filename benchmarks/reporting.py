"""The lines of the benchmark of registers, printed and as a table in docs/benchmarks.md."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from measuring import Measured, installed, machine

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- registers: begin -->", "<!-- registers: end -->"
HEADINGS = ("What", "People", "Million rows a second", "CPU ns a person-month", "Peak memory", "Beside", "Target")
PACKAGES = ("polars", "narwhals", "duckdb", "pyspark")


class Line(NamedTuple):
    """One row of the table."""

    what: str
    people: str = ""
    rate: str = ""
    cost: str = ""
    held: str = ""
    beside: str = ""
    target: str = ""

    def text(self) -> str:
        return " | ".join(cell for cell in self if cell)


def alone(what: str, people: int, found: Measured, months: int | None = None) -> Line:
    """A measurement by itself."""
    rate = people / found.wall / 1e6
    told = f"{rate:.1f}" if rate >= 1 else f"{rate:.2g}"
    cost = found.cpu / (months or people) * 1e9
    return Line(what, f"{people:,}", told, f"{cost:,.1f}", f"{found.peak / 10**6:,.0f} MB")


def beside(what: str, people: int, own: Measured, hand: Measured, limit: float | None, held: int | None) -> Line:
    """A measurement beside the same job written by hand in polars."""
    ratio = own.cpu / hand.cpu
    within = "" if held is None else f", under {held / 10**9:.0f} GB"
    met = limit is not None and ratio <= limit and (held is None or own.peak < held)
    told = _told(f"at most {limit} times{within}", met=met) if limit else ""
    said = f"{ratio:.2f} times polars by hand ({hand.cpu / people * 1e9:.1f} ns, {hand.peak / 10**6:,.0f} MB)"
    return alone(f"premium and reason, {what}", people, own)._replace(beside=said, target=told)


def slower(
    what: str, people: int, theirs: Measured, own: Measured, months: int, target: int | None, wrong: int
) -> Line:
    """Another engine beside jamsos."""
    times = theirs.cpu / own.cpu
    said = f"{times:.1f} times the CPU of jamsos; {wrong:,} people with a wrong amount"
    told = _told(f"at least {target} times", met=times >= target) if target else ""
    return alone(what, people, theirs, months)._replace(beside=said, target=told)


def prepared(found: Measured) -> Line:
    return Line("the columns of a month, prepared once", cost=f"{found.cpu * 1e3:.0f} ms in all")


def within(what: str, people: int, found: Measured, seconds: int) -> Line:
    """A job that has a time."""
    told = _told(f"{found.wall:.1f} of at most {seconds} seconds", met=found.wall <= seconds)
    return alone(what, people, found)._replace(target=told)


def absent(what: str, package: str) -> Line:
    return Line(what, beside=f"not run: {package} absent")


def write(lines: list[Line]) -> None:
    """Put the table between its markers."""
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    rows = [HEADINGS, ["---"] * len(HEADINGS), *lines]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    PAGE.write_text(f"{before}{BEGIN}\n{_conditions()}\n\n{table}\n{END}{after}", "utf-8")


def _conditions() -> str:
    versions = [f"{name} {installed(name)}" for name in PACKAGES if installed(name)]
    day = datetime.now(tz=UTC).date()
    return (f"Measured on {day.day} {day:%B %Y} on {machine()}, load {os.getloadavg()[1]:.1f}; "
            f"Python {platform.python_version()}, {', '.join(versions)}.")  # fmt: skip


def _told(target: str, *, met: bool) -> str:
    return f"{target}: {'met' if met else 'missed'}"
