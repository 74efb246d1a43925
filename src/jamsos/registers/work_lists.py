"""The work list for the field team: what to clear up, village by village."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl

from jamsos.answers.texts import Text
from jamsos.errors import InputError, instead
from jamsos.registers.cells import Problem, Reaction, shown
from jamsos.registers.regions import Regions
from jamsos.registers.register import Register
from jamsos.registers.sources import ROW
from jamsos.registers.workbooks import write_sheets

COLUMNS = (
    "row",
    "id",
    "nik",
    "name",
    "kecamatan",
    "village",
    "reaction",
    "column",
    "value",
    "problem",
    "advice",
    "hint",
)
"""The columns of a work list."""

_PLACES = ("kecamatan", "village")
_REACTIONS = (Reaction.REJECT, Reaction.CHECK, Reaction.WARN)
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_MOST_SHEETS = 300
_DIGITS_OF_A_PERSON = len("PPKKCCDDMMYY")


def work_list(
    register: Register,
    *,
    regions: Any = None,
    reactions: Iterable[Reaction | str] = _REACTIONS,
    lang: str = "id",
) -> pl.DataFrame:
    """What is to be cleared up, sorted by kecamatan, village and row; a NIK is masked.

    Args:
        register: What :func:`read_register` or :func:`check_register` gave.
        regions: The region table, whose names are shown in place of codes.
        reactions: Which problems: ``rejected``, ``to_check``, ``warning``, ``information``.
        lang: ``id`` or ``en``.

    Raises:
        InputError: for what is no Register, and for another reaction or language.

    """
    if not isinstance(register, Register):
        step = "check the frame with jamsos.registers.check_register"
        raise InputError("register", type(register).__name__, "a Register", step)
    wanted = [str(_reaction(one)) for one in reactions]
    people = _people(register.rows, None if regions is None else Regions.of(regions))
    found = register.problems.filter(pl.col("reaction").is_in(wanted)).join(people, on=ROW, how="left")
    said = {
        name: pl.col(source).replace_strict(
            {str(code): Text(f"register.{name}.{code}").say(lang) for code in codes}, return_dtype=pl.String
        )
        for name, source, codes in (
            ("reaction", "reaction", Reaction),
            ("problem", "problem", Problem),
            ("advice", "problem", Problem),
        )
    }
    ordered = found.sort("kecamatan", "village", ROW, nulls_last=True, maintain_order=True)
    return ordered.with_columns(**said).rename({ROW: "row"}).select(COLUMNS)


def _reaction(one: Reaction | str) -> Reaction:
    refused = InputError("reactions", one, f"among {[str(known) for known in Reaction]}", "correct the reaction")
    return instead(lambda: Reaction(one), (ValueError,), lambda _: refused)


def _people(rows: pl.DataFrame, regions: Regions | None) -> pl.DataFrame:
    """Who stands in each row, without a number in full."""
    nik = pl.col("nik").cast(pl.String)
    hidden = nik.str.head(-2).str.replace_all(".", "*") + nik.str.tail(2)
    columns = {name: _harmless(rows[name]) for name in ("id", "name", *_PLACES) if name in rows.columns}
    if regions:
        columns |= {name: columns[name].replace(regions.names) for name in _PLACES if name in columns}
    absent = [
        pl.lit(None, pl.String).alias(name) for name in ("id", "nik", "name", *_PLACES) if name not in rows.columns
    ]
    known = rows.select(ROW, *([hidden.alias("nik")] if "nik" in rows.columns else []), *absent)
    return known.with_columns(**columns)


def _harmless(texts: pl.Series) -> pl.Series:
    """Texts in which no number of a person can stand."""
    known = texts.cast(pl.String)
    odd = known.filter(known.str.count_matches(r"\d") >= _DIGITS_OF_A_PERSON).unique()
    return known.replace(odd, pl.Series([shown(text) for text in odd], dtype=pl.String)) if len(odd) else known


def write_work_list(
    register: Register,
    path: str | Path,
    *,
    by: str = "kecamatan",
    regions: Any = None,
    reactions: Iterable[Reaction | str] = _REACTIONS,
    lang: str = "id",
) -> int:
    """Write the work list to a workbook with one sheet for each kecamatan or village, and tell how many lines it has.

    All cells are text or numbers, never a formula; the last column is free for what was found in the field.

    Args:
        register: As :func:`work_list`.
        path: The workbook to write (.xlsx).
        by: ``kecamatan`` or ``village``.
        regions: As :func:`work_list`.
        reactions: As :func:`work_list`.
        lang: As :func:`work_list`.

    Raises:
        InputError: for another division, a file that is no .xlsx or in no folder, or more places than a workbook should
            have sheets.
        MissingExtraError: without XlsxWriter.

    """
    if by not in _PLACES:
        raise InputError("by", by, f"one of {list(_PLACES)}", "choose how the list is divided")
    lines = work_list(register, regions=regions, reactions=reactions, lang=lang)
    parts = lines.partition_by(_PLACES[: _PLACES.index(by) + 1], maintain_order=True)
    if len(parts) > _MOST_SHEETS:
        raise InputError("sheets", len(parts), f"at most {_MOST_SHEETS}", "divide by kecamatan, or give regions")
    headings = [Text(f"register.work.{name}").say(lang) for name in (*COLUMNS, "done")]
    names: list[str] = []
    for part in parts:
        names.append(_sheet_name(part[by][0] or Text("register.work.nowhere").say(lang), names))
    title = Text("register.work.title").say(lang)
    sheets = ((name, headings, part.iter_rows()) for name, part in zip(names, parts, strict=True))
    return write_sheets(path, sheets, title=title)


def _sheet_name(place: str, taken: list[str]) -> str:
    """A name a sheet may have, different from the others."""
    plain = _NOT_IN_A_NAME.sub(" ", place).strip()[:_LONGEST_NAME] or "-"
    name, number = plain, 1
    while name.casefold() in {other.casefold() for other in taken}:
        number += 1
        end = f" ({number})"
        name = plain[: _LONGEST_NAME - len(end)] + end
    return name
