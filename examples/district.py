"""A whole district at once: 98,000 invented people from a workbook as typed to the plan of a budget.

    python examples/district.py [--people 98000] [--lang en] [--folder out]

Needs the extra ``examples`` (``pip install 'jamsos[examples]'``); without rich the steps are plain lines, without
matplotlib there is no chart.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from tempfile import mkdtemp
from textwrap import wrap
from typing import Any

import polars as pl

from jamsos import load_scheme
from jamsos.answers.texts import rupiah
from jamsos.registers import (
    Assumed,
    Plan,
    Rank,
    Register,
    check_register,
    enrolment_columns,
    kutim_kecamatan,
    plan,
    premium_columns,
    read_register,
    summary,
    write_synthetic_workbook,
    write_work_list,
)

FIRST, LAST, ON = "2025-01", "2025-12", date(2025, 1, 1)
SEED, DIRT = 7, 0.05
BUDGET_A_PERSON = 100_000
NARROWEST = 10
ORDER = [Rank("category", first=("fisher", "farmer")), "kecamatan", "village", Rank("age", descending=True)]
STATES = {
    "covered": ("terlindungi", "covered", "#0072B2"),
    "waiting": ("menunggu anggaran", "waiting for money", "#56B4E9"),
    "not_eligible": ("tidak memenuhi syarat", "not eligible", "#999999"),
    "undecided": ("belum dapat diputuskan", "cannot be decided yet", "#E69F00"),
    "problem": ("perlu diperiksa atau ditolak", "to be checked, or rejected", "#D55E00"),
}
"""Where every row of the list ends: in words, and its colour, which colour-blind people can tell apart too."""
WORDS = {
    "id": {
        "make": "membuat daftar rekaan", "read": "membaca", "check": "memeriksa", "decide": "memutuskan dan menghitung",
        "sum": "menjumlahkan", "plan": "merencanakan", "files": "menulis daftar kerja dan grafik",
        "title": "Program pekerja rentan: {people} orang rekaan, anggaran {budget}, Januari-Desember 2025",
        "total": "Seluruhnya",
        "rows": "baris", "jkk": "iuran JKK", "jkm": "iuran JKM", "unknown": "tidak diketahui",
        "time": "Dari berkas sampai rencana: {path:.1f} detik (membuat daftar rekaan: {make:.1f} detik)",
    },
    "en": {
        "make": "making an invented register", "read": "reading", "check": "checking", "decide": "deciding and pricing",
        "sum": "summing", "plan": "planning", "files": "writing work list and chart",
        "title": "Programme for vulnerable workers: {people} invented people, budget {budget}, "
                 "January-December 2025", "total": "Total",
        "rows": "rows", "jkk": "JKK premium", "jkm": "JKM premium", "unknown": "not known",
        "time": "From the file to the plan: {path:.1f} seconds (making the invented register: {make:.1f} seconds)",
    },
}  # fmt: skip


class Steps:
    """The steps as they go: a bar of rich, else a line each."""

    def __init__(self, lang: str) -> None:
        self.words, self.seconds = WORDS[lang], dict[str, float]()
        self.bar: Any = None
        if find_spec("rich"):
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            self.bar = Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
            self.bar.start()
            self.task = self.bar.add_task("", total=7)

    def do(self, name: str, work: Callable[[], Any]) -> Any:
        """Do one step and keep its time."""
        if self.bar:
            self.bar.update(self.task, description=self.words[name])
        begun = time.perf_counter()
        done = work()
        self.seconds[name] = time.perf_counter() - begun
        if self.bar:
            self.bar.advance(self.task)
        else:
            print(f"{self.words[name]}: {self.seconds[name]:.1f} s")
        return done

    def end(self) -> None:
        """Close the bar and tell the times."""
        if self.bar:
            self.bar.stop()
        path = sum(self.seconds[name] for name in ("read", "check", "decide", "sum", "plan"))
        print(self.words["time"].format(path=path, make=self.seconds["make"]))


def ended(checked: Register, planned: Plan) -> pl.DataFrame:
    """How many rows of each kecamatan end where, and what the covered cost; every row of the list stands in one."""
    paid = pl.when(pl.col("plan") == "covered").then(pl.col("premium_jkk", "premium_jkm"))
    accepted = planned.people.select("kecamatan", pl.col("plan").cast(pl.String), paid)
    others = pl.concat([checked.to_check, checked.rejected]).select("kecamatan", plan=pl.lit("problem"))
    counts = [(pl.col("plan") == state).sum().alias(state) for state in STATES]
    rows = pl.concat([accepted, others], how="diagonal")
    return rows.group_by("kecamatan").agg(
        pl.len().alias("rows"), *counts, jkk=pl.sum("premium_jkk"), jkm=pl.sum("premium_jkm")
    )


def named(table: pl.DataFrame, unknown: str) -> pl.DataFrame:
    """The table with the names of the kecamatan, in their order."""
    names = {place.code: place.name for place in kutim_kecamatan()}
    return table.sort("kecamatan", nulls_last=True).with_columns(
        pl.col("kecamatan").replace_strict(names, default=None).fill_null(unknown)
    )


def number(whole: int, lang: str) -> str:
    """A whole number as it is written in a language."""
    return f"{whole:,}".replace(",", ".") if lang == "id" else f"{whole:,}"


def show(table: pl.DataFrame, lang: str) -> None:
    """Print the table, one line a kecamatan, and the total."""
    words, place = WORDS[lang], tuple(WORDS).index(lang)
    heads = ["", words["rows"], *(said[place] for said in STATES.values()), words["jkk"], words["jkm"]]
    total = (words["total"], *table.drop("kecamatan").sum().row(0))
    lines = [
        [name, *(number(count, lang) for count in counts), *(rupiah(amount, lang) for amount in (jkk, jkm))]
        for name, *counts, jkk, jkm in [*table.rows(), total]
    ]
    widths = [max(NARROWEST, *(len(line[n]) for line in lines)) for n in range(len(heads))]
    wrapped = [wrap(head, width) for head, width in zip(heads, widths, strict=True)]
    for line in [*zip_longest(*wrapped, fillvalue=""), *lines]:
        first, *others = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join([first.strip().ljust(widths[0]), *others]))


def draw(table: pl.DataFrame, title: dict[str, str], path: Path) -> None:
    """A bar for each kecamatan, parted by where its rows end."""
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(11, 8), layout="constrained")
    names, left = table["kecamatan"].to_list(), [0] * table.height
    for state, (indonesian, english, colour) in STATES.items():
        axes.barh(names, table[state].to_list(), left=left, color=colour, label=f"{indonesian}\n{english}")
        left = [start + more for start, more in zip(left, table[state].to_list(), strict=True)]
    axes.invert_yaxis()
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_xlabel("orang / people")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    figure.suptitle(f"{title['id']}\n{title['en']}")
    figure.legend(loc="outside lower center", ncols=len(STATES), frameon=False, fontsize="small")
    figure.savefig(path, dpi=120)


def main() -> None:
    """From the workbook to the plan, the table, the work list and the chart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=98_000)
    parser.add_argument("--lang", choices=["id", "en"], default="id")
    parser.add_argument("--folder", type=Path, help="where the files go; by default a temporary folder")
    options = parser.parse_args()
    lang, people = options.lang, options.people
    folder = options.folder or Path(mkdtemp(prefix="jamsos-"))
    folder.mkdir(parents=True, exist_ok=True)
    file, budget, kutim = folder / "daftar-rekaan.xlsx", people * BUDGET_A_PERSON, load_scheme("kutim")
    entry, due = enrolment_columns(ON, scheme=kutim), premium_columns(FIRST, LAST, scheme=kutim)
    steps = Steps(lang)
    steps.do("make", lambda: write_synthetic_workbook(file, people, seed=SEED, dirt=DIRT, assumed=Assumed(on=ON)))
    read = steps.do("read", lambda: read_register(file, on=ON))
    checked = steps.do("check", lambda: check_register(read, on=ON))
    decided = steps.do("decide", lambda: due.added_to(entry.added_to(checked.accepted)))
    summed = steps.do("sum", lambda: summary(decided, ("kecamatan", "village"), months=12, columns=[entry, due]))
    planned = steps.do(
        "plan", lambda: plan(checked.accepted, budget=budget, first=FIRST, last=LAST, order=ORDER, scheme=kutim)
    )
    table = named(ended(checked, planned), WORDS[lang]["unknown"])
    title = {
        each: words["title"].format(people=number(people, each), budget=rupiah(budget, each))
        for each, words in WORDS.items()
    }

    def files() -> list[Path]:
        written = [folder / "daftar-kerja.xlsx", folder / "kecamatan.png"]
        write_work_list(checked, written[0], lang=lang)
        if not find_spec("matplotlib"):
            return written[:1]
        draw(table, title, written[1])
        return written

    written = steps.do("files", files)
    # To hand the covered over to BPJS Ketenagakerjaan, with every NIK in full, one would now call
    # jamsos.registers.export_rows(covered, folder / "serah-terima.xlsx", unmasked=True).
    steps.end()
    print(f"\n{title[lang]}\n")
    show(table, lang)
    if table["rows"].sum() != people or summed.total["people"] != checked.accepted.height:
        raise SystemExit("a row was lost")
    print("", *written, sep="\n")


if __name__ == "__main__":
    main()
