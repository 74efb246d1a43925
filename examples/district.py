"""A whole district at once: 98,000 invented people, from a workbook as typed to a budget's plan.

    python examples/district.py [--people 98000] [--lang en] [--folder out]

Needs the extra ``examples`` (``pip install 'jamsos[examples]'``); without rich the steps are plain
lines, without matplotlib there is no chart.
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
from typing import Any, NamedTuple

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
MONTHS = 12
SEED, DIRT = 7, 0.05
BUDGET_A_PERSON = 100_000
NARROWEST = 10
"""The least width of a column, in characters."""
ORDER: list[Rank | str] = [
    Rank("category", first=("fisher", "farmer")),
    "kecamatan",
    "village",
    Rank("age", descending=True),
]


class State(NamedTuple):
    """Where a row of the list may end: in words, and its colour."""

    id: str
    en: str
    colour: str


# Colour-blind people can tell these colours apart too.
STATES = {
    "covered": State("terlindungi", "covered", "#0072B2"),
    "waiting": State("menunggu anggaran", "waiting for money", "#56B4E9"),
    "not_eligible": State("tidak memenuhi syarat", "not eligible", "#999999"),
    "undecided": State("belum dapat diputuskan", "cannot be decided yet", "#E69F00"),
    "problem": State("perlu diperiksa atau ditolak", "to be checked, or rejected", "#D55E00"),
}
WORDS = {
    "id": {
        "make": "membuat daftar rekaan",
        "read": "membaca",
        "check": "memeriksa",
        "decide": "memutuskan dan menghitung",
        "sum": "menjumlahkan",
        "plan": "merencanakan",
        "files": "menulis daftar kerja dan grafik",
        "title": (
            "Program pekerja rentan: {people} orang rekaan, anggaran {budget}, "
            "Januari-Desember 2025"
        ),
        "total": "Seluruhnya",
        "rows": "baris",
        "jkk": "iuran JKK",
        "jkm": "iuran JKM",
        "unknown": "tidak diketahui",
        "time": (
            "Dari berkas sampai rencana: {path:.1f} detik (membuat daftar rekaan: {make:.1f} detik)"
        ),
    },
    "en": {
        "make": "making an invented register",
        "read": "reading",
        "check": "checking",
        "decide": "deciding and pricing",
        "sum": "summing",
        "plan": "planning",
        "files": "writing work list and chart",
        "title": (
            "Programme for vulnerable workers: {people} invented people, budget {budget}, "
            "January-December 2025"
        ),
        "total": "Total",
        "rows": "rows",
        "jkk": "JKK premium",
        "jkm": "JKM premium",
        "unknown": "not known",
        "time": (
            "From the file to the plan: {path:.1f} seconds "
            "(making the invented register: {make:.1f} seconds)"
        ),
    },
}


class Steps:
    """The steps as they go: a bar of rich, else a line each."""

    def __init__(self, lang: str) -> None:
        self.words = WORDS[lang]
        self.seconds: dict[str, float] = {}
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
        start = time.perf_counter()
        result = work()
        self.seconds[name] = time.perf_counter() - start
        if self.bar:
            self.bar.advance(self.task)
        else:
            print(f"{self.words[name]}: {self.seconds[name]:.1f} s")
        return result

    def end(self) -> None:
        """Close the bar and print the times."""
        if self.bar:
            self.bar.stop()
        path = sum(self.seconds[name] for name in ("read", "check", "decide", "sum", "plan"))
        print(self.words["time"].format(path=path, make=self.seconds["make"]))


def ends_by_kecamatan(checked: Register, planned: Plan) -> pl.DataFrame:
    """How many rows of each kecamatan end where, and what the covered cost.

    Every row of the list is counted in one place.
    """
    premiums = pl.col("premium_jkk", "premium_jkm")
    of_covered = pl.when(pl.col("plan") == "covered").then(premiums)
    accepted = planned.people.select("kecamatan", pl.col("plan").cast(pl.String), of_covered)
    # The plan knows the accepted rows only.
    refused = pl.concat([checked.to_check, checked.rejected])
    problems = refused.select("kecamatan", plan=pl.lit("problem"))
    rows = pl.concat([accepted, problems], how="diagonal")
    counts = [(pl.col("plan") == state).sum().alias(state) for state in STATES]
    return rows.group_by("kecamatan").agg(
        pl.len().alias("rows"), *counts, jkk=pl.sum("premium_jkk"), jkm=pl.sum("premium_jkm")
    )


def with_names(table: pl.DataFrame, unknown: str) -> pl.DataFrame:
    """The table with the names of the kecamatan, in their order."""
    names = {place.code: place.name for place in kutim_kecamatan()}
    name = pl.col("kecamatan").replace_strict(names, default=None).fill_null(unknown)
    return table.sort("kecamatan", nulls_last=True).with_columns(name)


def number(whole: int, lang: str) -> str:
    """A whole number as it is written in a language."""
    english = f"{whole:,}"
    return english.replace(",", ".") if lang == "id" else english


def headings(lang: str) -> list[str]:
    """The headings of the table; the kecamatan need none."""
    words = WORDS[lang]
    states = [state.id if lang == "id" else state.en for state in STATES.values()]
    return ["", words["rows"], *states, words["jkk"], words["jkm"]]


def line_of(row: tuple[Any, ...], lang: str) -> list[str]:
    """One row of the table as text."""
    name, *counts, jkk, jkm = row
    cells = [name]
    cells.extend(number(count, lang) for count in counts)
    cells.append(rupiah(jkk, lang))
    cells.append(rupiah(jkm, lang))
    return cells


def show(table: pl.DataFrame, lang: str) -> None:
    """Print the table, one line a kecamatan, and the total."""
    sums = table.drop("kecamatan").sum().row(0)
    total = (WORDS[lang]["total"], *sums)
    lines = [line_of(row, lang) for row in [*table.rows(), total]]
    widths = [max(NARROWEST, *map(len, column)) for column in zip(*lines, strict=True)]
    # Headings are longer than the cells below them: they take as many lines as they need.
    heads = [wrap(head, width) for head, width in zip(headings(lang), widths, strict=True)]
    for line in [*zip_longest(*heads, fillvalue=""), *lines]:
        first, *others = line
        cells = [first.ljust(widths[0])]
        for cell, width in zip(others, widths[1:], strict=True):
            cells.append(cell.rjust(width))
        print("  ".join(cells))


def draw(table: pl.DataFrame, title: dict[str, str], path: Path) -> None:
    """A bar for each kecamatan, parted by where its rows end."""
    import matplotlib as mpl

    # Writes a file and needs no screen.
    mpl.use("agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(11, 8), layout="constrained")
    names = table["kecamatan"].to_list()
    left = pl.zeros(table.height, dtype=pl.Int64, eager=True)
    for name, state in STATES.items():
        label = f"{state.id}\n{state.en}"
        axes.barh(
            names, table[name].to_list(), left=left.to_list(), color=state.colour, label=label
        )
        left += table[name]
    axes.invert_yaxis()
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_xlabel("orang / people")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    figure.suptitle(f"{title['id']}\n{title['en']}")
    figure.legend(loc="outside lower center", ncols=len(STATES), frameon=False, fontsize="small")
    figure.savefig(path, dpi=120)


def options_given() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=98_000)
    parser.add_argument("--lang", choices=["id", "en"], default="id")
    parser.add_argument(
        "--folder", type=Path, help="where the files go; by default a temporary folder"
    )
    return parser.parse_args()


def titles(people: int, budget: int) -> dict[str, str]:
    """The title in both languages."""
    texts: dict[str, str] = {}
    for lang, words in WORDS.items():
        amount = rupiah(budget, lang)
        texts[lang] = words["title"].format(people=number(people, lang), budget=amount)
    return texts


def main() -> None:
    """From the workbook to the plan, the table, the work list and the chart."""
    options = options_given()
    lang, people = options.lang, options.people
    folder = options.folder or Path(mkdtemp(prefix="jamsos-"))
    folder.mkdir(parents=True, exist_ok=True)
    workbook = folder / "daftar-rekaan.xlsx"
    work_list, chart = folder / "daftar-kerja.xlsx", folder / "kecamatan.png"
    budget = people * BUDGET_A_PERSON
    kutim = load_scheme("kutim")
    entry = enrolment_columns(ON, scheme=kutim)
    due = premium_columns(FIRST, LAST, scheme=kutim)
    title = titles(people, budget)

    def make() -> None:
        write_synthetic_workbook(workbook, people, seed=SEED, dirt=DIRT, assumed=Assumed(on=ON))

    def write_files() -> list[Path]:
        write_work_list(checked, work_list, lang=lang)
        if not find_spec("matplotlib"):
            return [work_list]
        draw(table, title, chart)
        return [work_list, chart]

    steps = Steps(lang)
    steps.do("make", make)
    register = steps.do("read", lambda: read_register(workbook, on=ON))
    checked = steps.do("check", lambda: check_register(register, on=ON))
    accepted = checked.accepted
    priced = steps.do("decide", lambda: due.added_to(entry.added_to(accepted)))
    places, columns = ("kecamatan", "village"), [entry, due]
    sums = steps.do("sum", lambda: summary(priced, places, months=MONTHS, columns=columns))
    planned = steps.do(
        "plan",
        lambda: plan(accepted, budget=budget, first=FIRST, last=LAST, order=ORDER, scheme=kutim),
    )
    table = with_names(ends_by_kecamatan(checked, planned), WORDS[lang]["unknown"])
    files = steps.do("files", write_files)
    # To hand the covered over to BPJS Ketenagakerjaan, with every NIK in full, one would now call
    # jamsos.registers.export_rows(covered, folder / "serah-terima.xlsx", unmasked=True).
    steps.end()
    print(f"\n{title[lang]}\n{planned.brief(lang)}\n")
    show(table, lang)
    # A total that lacks somebody is worse than none.
    if table["rows"].sum() != people or sums.total["people"] != accepted.height:
        raise SystemExit("a row was lost")
    print("", *files, sep="\n")


if __name__ == "__main__":
    main()
