"""Work lists that go out: one workbook for each village, with a place for every correction."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.fieldwork.list_form import WIDTHS, ListForm, work_text
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.seals import line_key
from jamsos.registers.intake.work_lists import (
    REACTIONS,
    checked_reactions,
    people_shown,
    said,
    sheet_name,
)
from jamsos.registers.layout import FILE, FILE_ROW, ROW, SHEET
from jamsos.registers.outputs import checked_folder, checked_output
from jamsos.registers.problems import Problem, Reaction
from jamsos.registers.workbooks import write_sheets
from jamsos.values.plain import checked_kind, checked_word

_PLACES = ["kecamatan", "village"]
_DIVISIONS = {"village": _PLACES, "kecamatan": ["kecamatan"], "file": [FILE]}
"""How the lists may be divided, and what tells their parts from each other."""
_NOT_IN_A_NAME = re.compile(r"[^\w.,'()-]+")
_LONGEST_NAME = 80
_MOST_WORKBOOKS = 2_000
_STEP = "read the folder, or the file, with read_registers(...)"


def write_work_lists(
    register: Register,
    folder: str | Path,
    *,
    by: str = "village",
    regions: Any = None,
    reactions: Iterable[Reaction | str] = REACTIONS,
    lang: str = "id",
) -> pl.DataFrame:
    """Write the work lists of a register, a workbook for each village, and list them.

    Each list prints on A4, can be filtered, and has beside every problem a place for the
    correction; it comes back by :func:`read_corrections` and :func:`apply_corrections`. A NIK is
    masked; the key of a line holds nothing of it. Rows whose village is not known stand in the
    list of the one village their file or sheet names, else in a list of their own.

    Args:
        register: What :func:`read_registers` gave, checked or not.
        folder: The folder to write to; none of the files may be there, because somebody may have
            filled it in.
        by: ``village``, ``kecamatan`` or ``file``.
        regions: As :func:`work_list`.
        reactions: As :func:`work_list`.
        lang: As :func:`work_list`.

    Returns:
        ``workbook`` and ``lines``.

    Raises:
        InputError: for a register of another kind, a folder that is not there, a list that is
            there already, or more places than anybody would send lists to.
        MissingExtraError: without XlsxWriter.

    """
    by = checked_word(list(_DIVISIONS), by, "by")
    place = checked_folder(folder)
    checked = of_files(register)
    lines = _lines(checked, regions, checked_reactions(reactions))
    # A list of a file follows the file, the others go village by village.
    order = [ROW] if by == "file" else [*_PLACES, ROW]
    ordered = lines.sort(order, nulls_last=True, maintain_order=True)
    parts = ordered.partition_by(_DIVISIONS[by], maintain_order=True)
    if len(parts) > _MOST_WORKBOOKS:
        step = "divide by kecamatan or file, or give regions"
        raise InputError("workbooks", len(parts), f"at most {_MOST_WORKBOOKS}", step)
    # Where the list is one of a village, its name stands at the head of every page.
    columns = list(WIDTHS)
    if by == "village":
        columns.remove("village")
    if not checked.files.has_several_sheets:
        columns.remove("sheet")
    said_lines = [_in_words(part, columns, lang) for part in parts]
    titles = [_title(part, by, lang) for part in parts]
    files = _files(place, titles)
    counts: list[tuple[str, int]] = []
    for title, file, part in zip(titles, files, said_lines, strict=True):
        counts.append((file.name, _write(file, title, part, lang)))
    schema = {"workbook": pl.String, "lines": pl.Int64}
    return pl.DataFrame(counts, schema=schema, orient="row")


def of_files(register: object) -> Register:
    """Return a register whose rows name the files they were read from.

    Raises:
        InputError: for anything else.

    """
    checked = checked_kind(Register, register, "register", _STEP)
    if checked.files.read.is_empty():
        allowed = "a register of files"
        raise InputError("register", "a register that names no files", allowed, _STEP)
    return checked


def _lines(register: Register, regions: Any, reactions: list[str]) -> pl.DataFrame:
    """A line for each problem, in codes, with its key."""
    rows = register.rows
    is_struck = pl.col("problem") == str(Problem.ROW_STRUCK)
    struck = register.recorded.filter(is_struck).select(ROW)
    # Who was struck out needs no more work.
    open_problems = register.recorded.join(struck, on=ROW, how="anti", maintain_order="left")
    wanted = open_problems.filter(pl.col("reaction").is_in(reactions))
    places = rows.select(ROW, FILE, SHEET, FILE_ROW)
    people = _with_known_place(people_shown(rows, regions), places)
    with_people = wanted.join(people, on=ROW, how="left", maintain_order="left")
    sealed = with_people.join(register.files.seals, on=ROW, how="left", maintain_order="left")
    keys: list[str] = []
    for seal, column, problem in sealed.select("seal", "column", "problem").iter_rows():
        keys.append(line_key(seal, column, problem))
    return sealed.with_columns(key=pl.Series(keys, dtype=pl.String))


def _with_known_place(people: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """The people with their files; without a known village, where all others of the list live."""
    with_file = people.join(places, on=ROW, how="left", maintain_order="left")
    village = pl.col("village")
    list_of = [FILE, SHEET]
    placed = with_file.filter(village.is_not_null()).select(*list_of, *_PLACES).unique()
    of_one_place = placed.filter(pl.len().over(list_of) == 1)
    renamed = of_one_place.rename({name: f"_{name}" for name in _PLACES})
    joined = with_file.join(renamed, on=list_of, how="left", maintain_order="left")
    filled: list[pl.Expr] = []
    for name in _PLACES:
        known = pl.when(village.is_null()).then(pl.col(f"_{name}")).otherwise(pl.col(name))
        filled.append(known.alias(name))
    return joined.with_columns(filled).drop("_kecamatan", "_village")


def _in_words(part: pl.DataFrame, columns: list[str], lang: str) -> pl.DataFrame:
    """The lines of one list as they are written."""
    nothing_yet = pl.lit(None, pl.String)
    worded = part.with_columns(said(lang))
    problem = pl.concat_str("problem", "advice", separator=": ")
    filled = worded.with_columns(
        problem,
        pl.col(FILE_ROW).alias("row"),
        nothing_yet.alias("correction"),
        nothing_yet.alias("checked"),
    )
    return filled.select(columns)


def _title(part: pl.DataFrame, by: str, lang: str) -> str:
    """Whose list it is."""
    first = part.row(0, named=True)
    if by == "file":
        return Path(first[FILE]).with_suffix("").as_posix()
    names = [first[name] for name in _DIVISIONS[by] if first[name]]
    if not names:
        return work_text("nowhere", lang)
    return " - ".join(names)


def _files(folder: Path, titles: list[str]) -> list[Path]:
    """The files of the lists, each of another name, in every system."""
    taken: set[str] = set()
    files: list[Path] = []
    for title in titles:
        plain = _NOT_IN_A_NAME.sub(" ", title).strip(" .")[:_LONGEST_NAME].strip(" .")
        name = plain
        number = 1
        # Some systems take Sungai and SUNGAI for one name.
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        # The word before it keeps clear of the names Windows has for itself, such as CON.
        file = checked_output(folder / f"kerja {name}.xlsx", ".xlsx")
        if file.exists():
            step = "choose an empty folder: the list may have been filled in"
            raise InputError("folder", file.name, "lists that are not there yet", step)
        files.append(file)
    return files


def _write(file: Path, title: str, lines: pl.DataFrame, lang: str) -> int:
    columns = lines.columns
    headings = [work_text(name, lang) for name in columns]
    rows = lines.rows()
    form = ListForm(title, columns, rows, lang).form
    sheet = (sheet_name(title, []), headings, rows)
    return write_sheets(file, [sheet], title=work_text("title", lang), form=form)
