"""What was read of the villages, compared with what is so; the lists, filled in by who knows."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
from python_calamine import CalamineWorkbook
from village_cells import State
from village_files import Line, Village
from village_people import DISTRICT, Person, places, region_table

from jamsos.registers import (
    Register,
    apply_corrections,
    read_corrections,
    write_work_lists,
)
from jamsos.registers.layout import NAMED
from jamsos.registers.workbooks import write_sheet
from jamsos.workers.occupations import occupations

SENDS_BACK = ("rejected", "to_check")
_OF_OTHER_ROWS = frozenset({"day.order", "nik.twice", "nik.repeated"})
"""Problems of a cell that is plain by itself: other rows speak against it."""
_NAMES = {place.code: place.name for place in places()}
_KECAMATAN = {place.kecamatan_code: place.kecamatan for place in places()}
_STRUCK = ("nik.twice", "nik.repeated", "nik.two", "nik.two_places")

Places = dict[tuple[str, int], Line]


class Told(NamedTuple):
    """The problems of one row."""

    columns: dict[str, set[str]]
    """For each column the problems that send its row back."""
    warned: set[str]
    """The warnings of the row."""


def lines_of(made: Sequence[Village]) -> Places:
    """Every row with somebody in it, by its file and its row in it."""
    found: Places = {}
    for village in made:
        for row, line in village.lines.items():
            found[village.file, row] = line
    return found


def told_of(found: Register) -> dict[tuple[str, int], Told]:
    """The problems of each row."""
    rows = found.rows.select("source_row", "file", "file_row")
    told: dict[tuple[str, int], Told] = {}
    for file, row in rows.select("file", "file_row").iter_rows():
        told[file, row] = Told({}, set())
    placed = found.problems.join(rows, on="source_row", how="left")
    columns = placed.select("file", "file_row", "column", "problem", "reaction")
    for file, row, column, problem, reaction in columns.iter_rows():
        here = told[file, row]
        if reaction in SENDS_BACK:
            here.columns.setdefault(column, set()).add(problem)
        elif reaction == "warning":
            here.warned.add(problem)
    return told


def sums_proved(made: Sequence[Village], found: Register) -> None:
    """Every row of every file stands where it belongs, and nobody is lost or made up."""
    for one in found.by_file.iter_rows(named=True):
        parts = one["accepted"] + one["to_check"] + one["rejected"] + one["not_people"]
        assert one["rows"] == parts, one
    assert found.by_file["rows"].sum() == found.rows.height + found.not_people.height
    people = set(found.rows.select("file", "file_row").iter_rows())
    nobody = set(found.not_people.select("file", "file_row").iter_rows())
    assert people == set(lines_of(made))
    assert nobody == {(one.file, row) for one in made for row in one.nobody}
    written = {one.file: len(one.lines) + len(one.nobody) for one in made}
    assert dict(found.by_file.select("file", "rows").iter_rows()) == written


def misread(lines: Places, found: Register) -> list[tuple[object, ...]]:
    """The cells that were read as something that is not so, and nothing tells of it."""
    told = told_of(found)
    wrong: list[tuple[object, ...]] = []
    for row in found.rows.iter_rows(named=True):
        key = row["file"], row["file_row"]
        line = lines[key]
        for column in NAMED:
            if column in ("id", *line.states) and column in row:
                fault = _fault(line, column, row[column], told[key])
                if fault:
                    wrong.append((*key, column, row[column], fault, sorted(told[key].warned)))
    return wrong


def _fault(line: Line, column: str, value: object, told: Told) -> str:
    """What is wrong with a value that was read; nothing: it is right, or somebody is told."""
    if column == "id":
        return ""
    state = line.states[column]
    truth = getattr(line.person, column)
    problems = told.columns.get(column, set())
    if state is State.WRONG:
        is_told = bool(told.columns) or bool(told.warned)
        return "" if is_told or value == truth else "wrong and not told"
    if value is not None and value != truth:
        return "misread"
    if value is None and state is State.PLAIN and not problems:
        return "lost"
    if value is None and state is State.BROKEN and not problems:
        return "broken and not told"
    if state is State.PLAIN and not problems <= _OF_OTHER_ROWS and _is_known(line, column):
        return f"doubted: {sorted(problems)}"
    return ""


def _is_known(line: Line, column: str) -> bool:
    """Whether the cell says what lists of words can know."""
    return column != "occupation" or line.is_usual


def fill_in(lists: Path, back: Path, lines: Places) -> int:
    """Fill in each work list as the head of the village would, and return the lines filled in."""
    filled = 0
    for path in sorted(lists.glob("*.xlsx")):
        headings, *rows = _cells_of(path)
        file, number = headings.index("berkas"), headings.index("baris")
        correction, word = headings.index("perbaikan"), headings.index("sudah?")
        for cells in rows:
            line = lines[cells[file], int(cells[number])]
            column, problem, _ = cells[-1].split("|", 2)
            cells[correction], cells[word] = _answer(line, column, problem)
            filled += 1
        write_sheet(back / path.name, headings, rows, title="kembali")
    return filled


def _answer(line: Line, column: str, problem: str) -> tuple[str, str]:
    """The correction, and the word beside it."""
    if line.strike:
        return "", "hapus"
    if problem in _STRUCK:
        return "", "belum"
    state = line.states.get(column, State.BLANK)
    if problem == "nik.birth" and state is State.PLAIN:
        return "", "benar"
    if problem in ("letter.missing", "died"):
        return "", "benar"
    text = _text_of(line.person, column)
    return (text, "sudah") if text else ("", "belum")


def _text_of(person: Person, column: str) -> str:
    """A fact as an office would write it down."""
    if column == "birth":
        return f"{person.birth:%d-%m-%Y}"
    if column == "sex":
        return "L" if person.sex == "m" else "P"
    if column == "occupation":
        return occupations()[person.occupation].name
    if column == "village":
        return _NAMES[person.village]
    if column == "kecamatan":
        return _KECAMATAN[person.kecamatan]
    value: Any = getattr(person, column)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value or "")


def _cells_of(path: Path) -> list[list[str]]:
    """The cells of a work list as they are shown."""
    calamine: Any = CalamineWorkbook
    cells = calamine.from_path(str(path)).get_sheet_by_index(0).to_python()
    return [[str(cell).removesuffix(".0") for cell in row] for row in cells]


def one_reason(found: Register) -> tuple[int, int]:
    """How many rows that were sent back have one reason, and how many have several."""
    back = found.problems.filter(pl.col("reaction").is_in(SENDS_BACK))
    reasons = back.group_by("source_row").agg(pl.struct("column", "problem").n_unique().alias("n"))
    one = reasons.filter(pl.col("n") == 1).height
    return one, reasons.height - one


def sent_round(register: Register, lines: Places, place: Path, *, on: date) -> Register:
    """Lists go out, are filled in, come back and are applied."""
    out, back = place / "out", place / "back"
    out.mkdir(parents=True)
    back.mkdir()
    write_work_lists(register, out, regions=region_table())
    filled = fill_in(out, back, lines)
    corrections = read_corrections(back)
    assert corrections.refused.is_empty()
    regions = region_table()
    applied = apply_corrections(register, corrections, on=on, region=DISTRICT, regions=regions)
    assert applied.record.height == filled
    return applied.register


def check_cleared(lines: Places, register: Register) -> None:
    """Who has a NIK is accepted; who stood there twice is struck out; nobody else is open."""
    accepted = set(register.accepted.select("file", "file_row").iter_rows())
    told = told_of(register)
    struck = {key for key, line in lines.items() if line.strike}
    without = {key for key, line in lines.items() if line.person.nik is None} - struck
    assert accepted == set(lines) - struck - without
    assert {key for key, one in told.items() if "row.struck" in one.columns.get("", ())} == struck
    for key in without:
        assert told[key].columns == {"nik": {"identity.missing"}}
    for row in register.accepted.iter_rows(named=True):
        person = lines[row["file"], row["file_row"]].person
        assert row["nik"] == person.nik
        assert row["name"] == person.name
    assert register.accepted["nik"].is_unique().all()
    assert misread(lines, register) == []
    assert register.rejected.height == len(struck)
