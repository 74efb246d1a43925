"""The reduced job against other rule engines: premiums and death benefits from the income alone."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import reporting
from measuring import Measured, best, in_process, installed
from reporting import Line

from jamsos import current
from jamsos.premiums.income_table import rows

PEOPLE = 5_000_000
HIGHEST = 25_000_000
EDGES = 10
"""One income of so many stands at an end of a row of Lampiran II."""
OUTPUTS = ("premium", "death_at_work", "death_other")
AMOUNTS = {"jkm": 6_800, "times": 48, "lump": 22_000_000, "other": 42_000_000}
"""JKM of a month; after a death at work 48 times the base and a lump (funeral and periodic aid); after another death
the sum of its parts."""
PERIODS = {
    "one month": {"period": "2026-12", "first": "2026-12", "last": "2026-12", "died": "2026-12-15", "months": 1},
    "the months of a year": {"period": "2026", "first": "2026-01", "last": "2026-12", "died": "2026-12-15",
                             "months": 12},
}  # fmt: skip
TARGETS = {("float", 12): 25, ("integer", 12): 7}
NAMES = {"float": "OpenFisca-Core {}, float form", "integer": "OpenFisca-Core {}, integer form", "ttsim": "ttsim {}"}


def others(folder: Path, openfisca: str, ttsim: str, times: int) -> Iterator[Line]:
    """Jamsos, and each engine that is there, for one month and for a year."""
    versions = {
        "openfisca-core": installed("openfisca-core", openfisca),
        "ttsim-backend": installed("ttsim-backend", ttsim),
    }
    for package, found in versions.items():
        if found is None:
            yield reporting.absent(package.partition("-")[0], package)
    scripts = {}
    if versions["openfisca-core"]:
        scripts |= dict.fromkeys(("float", "integer"), ("openfisca_job.py", openfisca, versions["openfisca-core"]))
    if versions["ttsim-backend"]:
        scripts["ttsim"] = ("ttsim_job.py", ttsim, versions["ttsim-backend"])
    for words, period in PERIODS.items() if scripts else ():
        _state(folder, period)
        found = _rounds(folder, scripts, times)
        own, months = found.pop("jamsos"), PEOPLE * period["months"]
        yield reporting.alone(f"premiums and death benefits, {words}: jamsos", PEOPLE, own, months)
        for who, measured in found.items():
            words_of = f"premiums and death benefits, {words}: {NAMES[who].format(scripts[who][2])}"
            target = TARGETS.get((who, period["months"]))
            yield reporting.slower(words_of, PEOPLE, measured, own, months, target, _wrong(folder, who))


def _state(folder: Path, period: dict) -> None:
    """The law and the incomes for all who do the job."""
    table = rows(current().get("bpu.income_table", date.fromisoformat(period["died"])))
    columns = {"from": "income_from", "base": "base_income", "jkk": "jkk_month"}
    law = {"table": {name: [getattr(row, field) for row in table] for name, field in columns.items()}}
    (folder / "law.json").write_text(json.dumps({**period, **law, "amounts": AMOUNTS}), "utf-8")
    drawn = np.random.default_rng(1)
    income = drawn.integers(0, HIGHEST, PEOPLE)
    edges = np.array([row.income_from for row in table[1:]])
    at_edge = drawn.choice(edges, PEOPLE) + drawn.integers(-1, 2, PEOPLE)
    np.save(folder / "income.npy", np.where(drawn.integers(0, EDGES, PEOPLE) == 0, at_edge, income))


def _rounds(folder: Path, scripts: dict, times: int) -> dict[str, Measured]:
    found: dict[str, list[Measured]] = {who: [] for who in ("jamsos", *scripts)}
    for _ in range(times):
        found["jamsos"].append(in_process("jobs.py", "reduced", "jamsos", folder, 3))
        for who, (script, python, _) in scripts.items():
            found[who].append(in_process(script, who, folder, 3, python=python))
    return {who: best(measured) for who, measured in found.items()}


def _wrong(folder: Path, who: str) -> int:
    """How many persons have an amount that is not that of jamsos."""
    differs = np.zeros(PEOPLE, dtype=bool)
    for name in OUTPUTS:
        own, theirs = (np.load(folder / f"{one}-{name}.npy") for one in ("jamsos", who))
        differs |= own != theirs.astype(np.int64)
    return int(differs.sum())
