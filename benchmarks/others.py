"""The reduced job against other rule engines: premiums and death benefits from the income alone."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import reporting
from measuring import Measured, best, in_process, installed
from reporting import Line

from jamsos import current
from jamsos.premiums.bpu.income_table import rows

PEOPLE = 5_000_000
HIGHEST = 25_000_000
EDGES = 10
"""One income of so many stands at an end of a row of Lampiran II."""
OUTPUTS = ("premium", "death_at_work", "death_other")
AMOUNTS = {"jkm": 6_800, "times": 48, "lump": 22_000_000, "other": 42_000_000}
"""JKM of a month; after a death at work 48 times the base and a lump (funeral and periodic aid);
after another death the sum of its parts."""
PERIODS = {
    "one month": {
        "period": "2026-12",
        "first": "2026-12",
        "last": "2026-12",
        "died": "2026-12-15",
        "months": 1,
    },
    "the months of a year": {
        "period": "2026",
        "first": "2026-01",
        "last": "2026-12",
        "died": "2026-12-15",
        "months": 12,
    },
}
TARGETS = {("float", 12): 25, ("integer", 12): 7}
"""How many times the CPU of jamsos an engine needs at least, by its form and the months."""
NAMES = {
    "float": "OpenFisca-Core {}, float form",
    "integer": "OpenFisca-Core {}, integer form",
    "ttsim": "ttsim {}",
}


class Script(NamedTuple):
    """How an engine does the job."""

    file: str
    python: str
    version: str


def others(folder: Path, openfisca: str, ttsim: str, times: int) -> Iterator[Line]:
    """Jamsos, and each engine that is there, for one month and for a year."""
    scripts: dict[str, Script] = {}
    version = installed("openfisca-core", openfisca)
    if version is None:
        yield reporting.absent("openfisca", "openfisca-core")
    else:
        scripts["float"] = Script("openfisca_job.py", openfisca, version)
        scripts["integer"] = Script("openfisca_job.py", openfisca, version)
    version = installed("ttsim-backend", ttsim)
    if version is None:
        yield reporting.absent("ttsim", "ttsim-backend")
    else:
        scripts["ttsim"] = Script("ttsim_job.py", ttsim, version)
    if not scripts:
        return
    for words, period in PERIODS.items():
        yield from _of_period(
            folder, f"premiums and death benefits, {words}", period, scripts, times
        )


def _of_period(
    folder: Path, job: str, period: dict, scripts: dict[str, Script], times: int
) -> Iterator[Line]:
    """Jamsos and the engines on one period."""
    _state(folder, period)
    measured = _rounds(folder, scripts, times)
    months = period["months"]
    person_months = PEOPLE * months
    own = measured["jamsos"]
    yield reporting.alone(f"{job}: jamsos", PEOPLE, own, person_months)
    for who, script in scripts.items():
        name = NAMES[who].format(script.version)
        line = reporting.alone(f"{job}: {name}", PEOPLE, measured[who], person_months)
        target = TARGETS.get((who, months))
        yield reporting.slower(line, measured[who], own, target, _wrong(folder, who))


def _state(folder: Path, period: dict) -> None:
    """The law and the incomes for all who do the job."""
    table = rows(current().get("bpu.income_table", date.fromisoformat(period["died"])))
    columns = {"from": "income_from", "base": "base_income", "jkk": "jkk_month"}
    lists: dict[str, list[int]] = {}
    for name, field in columns.items():
        lists[name] = [getattr(row, field) for row in table]
    law = {**period, "table": lists, "amounts": AMOUNTS}
    (folder / "law.json").write_text(json.dumps(law), "utf-8")
    draws = np.random.default_rng(1)
    anywhere = draws.integers(0, HIGHEST, PEOPLE)
    # At the ends of rows floats go wrong: the rupiah below, the start, and the rupiah above.
    edges = np.array([row.income_from for row in table[1:]])
    at_edge = draws.choice(edges, PEOPLE) + draws.integers(-1, 2, PEOPLE)
    is_at_edge = draws.integers(0, EDGES, PEOPLE) == 0
    np.save(folder / "income.npy", np.where(is_at_edge, at_edge, anywhere))


def _rounds(folder: Path, scripts: dict[str, Script], times: int) -> dict[str, Measured]:
    """The best round of each; they take turns."""
    measured: dict[str, list[Measured]] = {who: [] for who in ("jamsos", *scripts)}
    for _ in range(times):
        measured["jamsos"].append(in_process("jobs.py", "reduced", "jamsos", folder, 3))
        for who, script in scripts.items():
            measured[who].append(in_process(script.file, who, folder, 3, python=script.python))
    return {who: best(rounds) for who, rounds in measured.items()}


def _wrong(folder: Path, who: str) -> int:
    """How many persons have an amount that is not that of jamsos."""
    differs = np.zeros(PEOPLE, dtype=bool)
    for name in OUTPUTS:
        own = np.load(folder / f"jamsos-{name}.npy")
        theirs = np.load(folder / f"{who}-{name}.npy")
        differs |= own != theirs.astype(np.int64)
    return int(differs.sum())
