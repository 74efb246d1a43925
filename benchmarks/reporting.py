"""The lines of the benchmark of registers, printed and as a table in docs/look-up/benchmarks.md."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from measuring import Measured, installed, machine

PAGE = Path(__file__).parents[1] / "docs" / "look-up" / "benchmarks.md"
BEGIN, END = "<!-- registers: begin -->", "<!-- registers: end -->"
HEADINGS = (
    "What",
    "People",
    "Million rows a second",
    "CPU ns a person-month",
    "Peak memory",
    "Beside",
    "Target",
)
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


def alone(what: str, people: int, measured: Measured, person_months: int | None = None) -> Line:
    """A measurement by itself; without a number of person-months each person has one."""
    if person_months is None:
        person_months = people
    rate = people / measured.wall / 1e6
    # Slow engines would all be 0.0.
    rate_text = f"{rate:.1f}" if rate >= 1 else f"{rate:.2g}"
    nanoseconds = measured.cpu / person_months * 1e9
    megabytes = measured.peak / 10**6
    return Line(what, f"{people:,}", rate_text, f"{nanoseconds:,.1f}", f"{megabytes:,.0f} MB")


def beside(
    line: Line, people: int, own: Measured, hand: Measured, other: str = "polars by hand"
) -> Line:
    """A measurement beside the same job done in another way, such as by hand in polars."""
    ratio = own.cpu / hand.cpu
    nanoseconds, megabytes = hand.cpu / people * 1e9, hand.peak / 10**6
    text = f"{ratio:.2f} times {other} ({nanoseconds:.1f} ns, {megabytes:,.0f} MB)"
    return line._replace(beside=text)


def with_limit(line: Line, own: Measured, hand: Measured, limit: float) -> Line:
    """The same, with the most times the CPU of polars by hand it may need."""
    return line._replace(target=_verdict(f"at most {limit} times", met=own.cpu / hand.cpu <= limit))


def with_limits(line: Line, own: Measured, hand: Measured, limit: float, most_bytes: int) -> Line:
    """The same, with the most memory it may hold besides."""
    met = own.cpu / hand.cpu <= limit and own.peak < most_bytes
    target = f"at most {limit} times, under {most_bytes / 10**9:.0f} GB"
    return line._replace(target=_verdict(target, met=met))


def slower(line: Line, theirs: Measured, own: Measured, target: int | None, wrong: int) -> Line:
    """Another engine beside jamsos."""
    times = theirs.cpu / own.cpu
    text = f"{times:.1f} times the CPU of jamsos; {wrong:,} people with a wrong amount"
    line = line._replace(beside=text)
    if target is None:
        return line
    return line._replace(target=_verdict(f"at least {target} times", met=times >= target))


def prepared(measured: Measured) -> Line:
    milliseconds = measured.cpu * 1e3
    return Line("the columns of a month, prepared once", cost=f"{milliseconds:.0f} ms in all")


def within(what: str, people: int, measured: Measured, seconds: int) -> Line:
    """A job that has a time."""
    target = f"{measured.wall:.1f} of at most {seconds} seconds"
    verdict = _verdict(target, met=measured.wall <= seconds)
    return alone(what, people, measured)._replace(target=verdict)


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
    """When and where was measured, and with which packages."""
    day = datetime.now(tz=UTC).date()
    load = os.getloadavg()[1]
    parts = [f"Python {platform.python_version()}"]
    for name in PACKAGES:
        version = installed(name)
        if version is not None:
            parts.append(f"{name} {version}")
    when = f"{day.day} {day:%B %Y}"
    return f"Measured on {when} on {machine()}, load {load:.1f}; {', '.join(parts)}."


def _verdict(target: str, *, met: bool) -> str:
    return f"{target}: {'met' if met else 'missed'}"
