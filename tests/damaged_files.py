"""Damages lists of every kind and reads them, in a process of its own; prints what came of it.

``python -m damaged_files FOLDER SEED NUMBER``: time and memory are those of this process alone.
"""

import json
import re
import sys
import time
import zipfile
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
from binary_workbooks import number, xlsb
from list_files import written_list
from memory import peak
from village_files import Village, villages

from jamsos import JamsosError
from jamsos.registers import check_register, read_register

ON = date(2026, 11, 1)
_OLD = Path(__file__).parent / "registers" / "files" / "daftar.xls"
_SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".html", ".csv", ".tsv", ".parquet")
_PACKAGES = (".xlsx", ".ods", ".xlsb")
_MOST_ROWS = 25
_NUMBER = re.compile(rb"\d+")
_LARGE = (b"0", b"-1", b"99999", b"1048577", b"4294967296", b"9" * 30)
_LONG_NUMBER = re.compile(r"\d{12}")


def originals(folder: Path) -> dict[str, bytes]:
    """A sound list of each kind."""
    village = villages(1, 3)[0]
    paths: list[Path] = []
    for kind in ("xlsx", "csv", "ods", "html"):
        place = folder / kind
        place.mkdir()
        paths.append(written_list(_short(village, kind), place))
    cells: dict[int, dict[int, Any]] = {0: {0: "NIK", 1: "Nama", 2: "Penghasilan"}}
    for row in range(1, _MOST_ROWS):
        cells[row] = {0: f"99999917058400{row:02}", 1: number(0), 2: 900_000}
    paths.append(xlsb(folder / "daftar.xlsb", cells, "Rekaan"))
    frame = pl.DataFrame({"NIK": ["9999991705840001"] * 9, "Penghasilan": [900_000] * 9})
    parquet = folder / "daftar.parquet"
    frame.write_parquet(parquet)
    paths += [parquet, _OLD]
    made: dict[str, bytes] = {}
    for path in paths:
        # The page is saved under the name of an old workbook.
        suffix = ".html" if path.parent.name == "html" else path.suffix
        made[suffix] = path.read_bytes()
    return made


def _short(village: Village, kind: str) -> dict[str, Any]:
    rows = village.listed["rows"][:_MOST_ROWS]
    return {**village.listed, "kind": kind, "rows": rows, "separator": ";"}


def damaged(data: bytes, random: Random) -> bytes:
    """The same bytes with bits turned, bytes put in, doubled, left out or cut off."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 6)):
        place = random.randrange(len(changed) or 1)
        turn = random.random()
        if turn < 0.35:
            changed[place : place + 1] = bytes([_at(changed, place) ^ 1 << random.randrange(8)])
        elif turn < 0.55:
            changed[place:place] = random.randbytes(random.randint(1, 40))
        elif turn < 0.7:
            changed[place:place] = changed[place : place + 200] * random.randint(1, 50)
        elif turn < 0.85:
            del changed[place : place + random.randint(1, 30)]
        elif turn < 0.93:
            _blow_up(changed, place, random)
        else:
            del changed[place:]
    return bytes(changed)


def _at(data: bytearray, place: int) -> int:
    return data[place] if data else 0


def _blow_up(data: bytearray, place: int, random: Random) -> None:
    """Put another number in the place of the next one that is written in digits."""
    found = _NUMBER.search(data, place)
    if found:
        data[found.start() : found.end()] = random.choice(_LARGE)


def repacked(data: bytes, other: bytes, random: Random, path: Path) -> None:
    """Write a package one part of which is damaged, missing, swapped, or of another package."""
    parts, strange = _parts(data, path), _parts(other, path)
    names = list(parts)
    one, two = random.choice(names), random.choice(names)
    turn = random.random()
    if turn < 0.6:
        parts[one] = damaged(parts[one], random)
    elif turn < 0.75:
        parts[one], parts[two] = parts[two], parts[one]
    elif turn < 0.85:
        del parts[one]
    elif turn < 0.95:
        parts[one] = random.choice(list(strange.values()))
    else:
        parts.update(strange)
    with zipfile.ZipFile(path, "w", random.choice([zipfile.ZIP_DEFLATED, 0])) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def _parts(data: bytes, path: Path) -> dict[str, bytes]:
    path.write_bytes(data)
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write_damaged(made: dict[str, bytes], random: Random, folder: Path) -> Path:
    """Write one damaged file, now and then under the name of another kind."""
    kind = random.choice(list(made))
    data = made[kind]
    suffix = random.choice(_SUFFIXES) if random.random() < 0.15 else kind
    path = folder / f"daftar{suffix}"
    if kind in _PACKAGES and random.random() < 0.6:
        repacked(data, made[random.choice(_PACKAGES)], random, path)
    else:
        path.write_bytes(damaged(data, random))
    return path


def outcome(path: Path) -> str:
    """What came of a file: ``read``, ``refused``, or what must not be."""
    try:
        found = check_register(read_register(path, on=ON), on=ON)
    except JamsosError as refused:
        told = f"{refused} {refused!r}"
        return "a number in an error" if _LONG_NUMBER.search(told) else "refused"
    except BaseException as failed:  # noqa: BLE001 - a panic of a reader is no Exception
        return f"{type(failed).__name__}: {failed}"
    return "a number in a report" if _LONG_NUMBER.search(str(found)) else "read"


def main(folder: Path, seed: int, number_of_files: int) -> dict[str, Any]:
    """Damage and read so many files."""
    made = originals(folder)
    random = Random(seed)  # noqa: S311 - the same damage every time
    counts = {"read": 0, "refused": 0}
    wrong: list[str] = []
    slowest = 0.0
    for count in range(number_of_files):
        path = write_damaged(made, random, folder)
        began = time.process_time()
        came = outcome(path)
        slowest = max(slowest, time.process_time() - began)
        if came in counts:
            counts[came] += 1
        else:
            kept = folder / f"{count}{path.suffix}"
            path.rename(kept)
            wrong.append(f"{kept}: {came}")
    megabytes = peak() // 1024**2
    return {**counts, "wrong": wrong, "slowest": slowest, "megabytes": megabytes}


if __name__ == "__main__":
    place, given, many = sys.argv[1:]
    json.dump(main(Path(place), int(given), int(many)), sys.stdout)
