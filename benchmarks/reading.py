"""Times lists read from files: text and workbooks, large ones and a folder of small ones.

    python benchmarks/reading.py [--beside ../older/src] [--rounds 3] [--folder FOLDER]

The lists are invented, with dirt in their cells. Every measurement runs in a process of its own;
the quickest round counts. With ``--beside`` the same files are read by another state of jamsos,
in turn with this one: give the folder ``src`` of its checkout.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from measuring import Measured, measure, say

from jamsos import registers

ON = date(2026, 11, 1)
PEOPLE, TIMES = 100_000, 10
VILLAGES, VILLAGERS = 141, 80
SEED = 1
HERE = Path(__file__).resolve()
OWN = HERE.parents[1] / "src"
COLUMNS = (
    *("NIK", "KK", "NAMA", "JENIS KELAMIN", "TANGGAL LAHIR", "KECAMATAN", "DESA"),
    *("KODE PEKERJAAN", "PENGHASILAN", "BEKERJA", "SURAT KETERANGAN", "JUMLAH ANAK"),
)
"""The columns of the long list."""
WORDS = ("", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sepuluh")
"""Each part of the long list has people of other names."""
JOBS = {
    "text": "100,000 dirty rows of CSV",
    "workbook": "100,000 dirty rows of a workbook",
    "long": "1,000,000 dirty rows of CSV",
    "folder": "141 workbooks of 80 people",
}


def make(folder: Path) -> None:
    """Write the files."""
    # Only partly typed, as other libraries of the extras are.
    calamine: Any = import_module("python_calamine")
    book = folder / "workbook.xlsx"
    registers.write_synthetic_workbook(book, PEOPLE, seed=SEED)
    cells = calamine.CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
    rows = [list(map(_text, row)) for row in cells]
    _write_text(folder / "text.csv", rows)
    _write_text(folder / "long.csv", _long(rows))
    villages = folder / "folder"
    villages.mkdir()
    for number in range(VILLAGES):
        path = villages / f"desa {number + 1:03}.xlsx"
        registers.write_synthetic_workbook(path, VILLAGERS, seed=SEED + number)


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _long(rows: list[list[str]]) -> Iterator[list[str]]:
    """The rows ten times, each time with other people."""
    places = [rows[0].index(column) for column in COLUMNS]
    yield list(COLUMNS)
    for part in range(TIMES):
        for row in rows[1:]:
            nik, card, name, *others = [row[place] for place in places]
            numbers = [_numbered(number, part) for number in (nik, card)]
            yield [*numbers, name + WORDS[part], *others]


def _numbered(number: str, part: int) -> str:
    """The number of another person: invented numbers begin with nines."""
    return number.replace("9999", f"999{part}", 1) if number.startswith("9999") else number


def _write_text(path: Path, rows: Any) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def job(name: str, folder: Path) -> None:
    """Read and check the files of a job, and say how long it took."""
    say(measure(_work(name, folder)), [])


def _work(name: str, folder: Path) -> Callable[[], Any]:
    def read(path: Path) -> Any:
        return registers.check_register(registers.read_register(path, on=ON), on=ON)

    def read_all() -> Any:
        together: Any = getattr(registers, "read_registers", None)
        if together is None:
            return [read(path) for path in sorted((folder / "folder").iterdir())]
        return registers.check_register(together(folder / "folder", on=ON), on=ON)

    if name == "folder":
        return read_all
    [path] = folder.glob(f"{name}.*")
    return lambda: read(path)


def measured(name: str, folder: Path, source: Path) -> Measured:
    """One job in a process of its own, by the jamsos of a folder of sources."""
    command = [sys.executable, str(HERE), "--job", name, "--folder", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    process = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if process.returncode:
        raise SystemExit(process.stderr)
    return Measured(**json.loads(process.stdout.splitlines()[-1]))


def shown(result: Measured) -> str:
    """The figures of a measurement."""
    megabytes = result.peak / 10**6
    return f"{result.wall:.1f} s ({result.cpu:.1f} s of CPU), {megabytes:,.0f} MB"


def compare(folder: Path, sources: list[Path], rounds: int) -> None:
    """Print each job by each of the sources, in turn."""
    for name, words in JOBS.items():
        results: dict[Path, list[Measured]] = {source: [] for source in sources}
        for _ in range(rounds):
            for source in sources:
                results[source].append(measured(name, folder, source))
        quickest = [min(of, key=lambda one: one.wall) for of in results.values()]
        print(words, *map(shown, quickest), sep=" | ", flush=True)


def main() -> None:
    """Make the files, read them, and print how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", type=Path, help="the folder src of another state of jamsos")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--folder", type=Path, help="where the files are; made there if it is empty"
    )
    parser.add_argument("--job", choices=JOBS, help="only this one, in this process")
    options = parser.parse_args()
    if options.job:
        job(options.job, options.folder)
        return
    sources = [OWN] if options.beside is None else [OWN, options.beside.resolve()]
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        if not any(folder.iterdir()):
            make(folder)
        compare(folder, sources, options.rounds)


if __name__ == "__main__":
    main()
