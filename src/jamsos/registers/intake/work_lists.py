"""The work list for the field team: what to clear up, village by village."""

import re
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path
from typing import Any, cast

import polars as pl

from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.registers.intake.cells.cell import shown
from jamsos.registers.intake.cells.regions import Regions
from jamsos.registers.intake.register import Register
from jamsos.registers.layout import NAMED, ROW
from jamsos.registers.problems import Problem, Reaction
from jamsos.registers.workbooks import write_sheets
from jamsos.values.plain import checked_kind, checked_word

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
_DIVISIONS = {"kecamatan": ["kecamatan"], "village": ["kecamatan", "village"]}
"""How a list may be divided, and the places that tell its parts from each other."""
_ASKED = ("income",)
"""The columns whose corrections need a unit."""
REACTIONS = (Reaction.REJECT, Reaction.CHECK, Reaction.WARN)
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_MOST_SHEETS = 300
_DIGITS_OF_A_PERSON = len("PPKKCCDDMMYY")


def work_list(
    register: Register,
    *,
    regions: Any = None,
    reactions: Iterable[Reaction | str] = REACTIONS,
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
    step = "read it with read_register(...), or check a frame with check_register(...)"
    checked_kind(Register, register, "register", step)
    wanted = checked_reactions(reactions)
    is_wanted = pl.col("reaction").is_in(wanted)
    # A row with several problems has several lines: each is cleared up by itself.
    problems = register.recorded.filter(is_wanted)
    people = people_shown(register.rows, regions)
    lines = problems.join(people, on=ROW, how="left")
    ordered = lines.sort(*_PLACES, ROW, nulls_last=True, maintain_order=True)
    in_words = ordered.with_columns(said(lang))
    renamed = in_words.rename({ROW: "row"})
    return renamed.select(COLUMNS)


def said(lang: str) -> list[pl.Expr]:
    """The codes of problems in words, with the advice on each."""
    reactions = texts_of("reaction", Reaction, lang)
    problems = texts_of("problem", Problem, lang)
    advice = texts_of("advice", Problem, lang)
    columns = texts_of("column", NAMED, lang)
    # Whatever the unit of its list, a correction is read as rupiah of a month.
    columns |= texts_of("asked", _ASKED, lang)
    return [
        _in_words("reaction", reactions),
        _in_words("problem", problems),
        _in_words("problem", advice).alias("advice"),
        # A column the layout does not have goes by its own heading.
        pl.col("column").replace(columns),
    ]


def texts_of(family: str, codes: Iterable[str], lang: str) -> dict[str, str]:
    """What a family of texts says of its codes."""
    texts: dict[str, str] = {}
    for code in codes:
        text = Text(f"register.{family}.{code}")
        texts[str(code)] = text.say(lang)
    return texts


def _in_words(column: str, texts: dict[str, str]) -> pl.Expr:
    """The codes of a column as the texts that stand for them."""
    return pl.col(column).replace_strict(texts, return_dtype=pl.String)


def checked_reactions(reactions: object) -> list[str]:
    """The codes of the reactions asked for.

    Raises:
        InputError: for what is no list of reactions.

    """
    codes = [str(reaction) for reaction in Reaction]
    # A text is no list of reactions, though Python would read it as one of letters.
    if isinstance(reactions, str) or not isinstance(reactions, Iterable):
        step = "write reactions=['to_check']"
        raise InputError("reactions", reactions, f"a list of {codes}", step)
    listed = cast("Iterable[object]", reactions)
    return [checked_word(codes, reaction, "reactions") for reaction in listed]


def people_shown(rows: pl.DataFrame, regions: Any) -> pl.DataFrame:
    """Who stands in each row, with the NIK masked, and places by their names."""
    table: Regions | None = None
    if regions is not None:
        table = Regions.of(regions)
    columns: list[pl.Series | pl.Expr] = [pl.col(ROW)]
    for name in ("id", "nik", "name", *_PLACES):
        if name not in rows.columns:
            nothing_known = pl.lit(None, pl.String)
            columns.append(nothing_known.alias(name))
            continue
        if name == "nik":
            columns.append(_masked_nik())
            continue
        texts = _harmless(rows[name])
        if name in _PLACES and table is not None:
            texts = texts.replace(table.names)
        columns.append(texts)
    return rows.select(columns)


def _masked_nik() -> pl.Expr:
    """The NIK of a row but for its last two digits hidden."""
    nik = pl.col("nik").cast(pl.String)
    front = nik.str.head(-2)
    stars = front.str.replace_all(".", "*")
    return stars + nik.str.tail(2)


def _harmless(texts: pl.Series) -> pl.Series:
    """Texts in which no number of a person can stand."""
    plain = texts.cast(pl.String)
    # Fields named id or name hold whatever was typed there, a NIK now and then.
    has_number = plain.str.count_matches(r"\d") >= _DIGITS_OF_A_PERSON
    odd = plain.filter(has_number).unique()
    if odd.is_empty():
        return plain
    harmless = [shown(text) for text in odd]
    replacements = pl.Series(harmless, dtype=pl.String)
    return plain.replace(odd, replacements)


def write_work_list(
    register: Register,
    path: str | Path,
    *,
    by: str = "kecamatan",
    regions: Any = None,
    reactions: Iterable[Reaction | str] = REACTIONS,
    lang: str = "id",
) -> int:
    """Write the work list to a workbook, and return how many lines it has.

    Each kecamatan or village has a sheet. All cells are text or numbers, never a formula; the last
    column is free for what the team sees in the field.

    Args:
        register: As :func:`work_list`.
        path: The workbook to write (.xlsx).
        by: ``kecamatan`` or ``village``.
        regions: As :func:`work_list`.
        reactions: As :func:`work_list`.
        lang: As :func:`work_list`.

    Raises:
        InputError: for another division, a file that is no .xlsx or in no folder, or more places
            than a workbook should have sheets.
        MissingExtraError: without XlsxWriter.

    """
    by = checked_word(list(_DIVISIONS), by, "by")
    lines = work_list(register, regions=regions, reactions=reactions, lang=lang)
    parts = lines.partition_by(_DIVISIONS[by], maintain_order=True)
    if len(parts) > _MOST_SHEETS:
        allowed = f"at most {_MOST_SHEETS}"
        step = "divide by kecamatan, or give regions"
        raise InputError("sheets", len(parts), allowed, step)
    names = _sheet_names(parts, by, lang)
    titles = texts_of("work", [*COLUMNS, "done"], lang)
    headings = list(titles.values())
    title = Text("register.work.title").say(lang)
    rows = [part.iter_rows() for part in parts]
    sheets = zip(names, repeat(headings), rows, strict=False)
    return write_sheets(path, sheets, title=title)


def _sheet_names(parts: Iterable[pl.DataFrame], by: str, lang: str) -> list[str]:
    """The names of the sheets: each the place of its rows."""
    nowhere = Text("register.work.nowhere").say(lang)
    names: list[str] = []
    for part in parts:
        place = part[by][0]
        name = sheet_name(place or nowhere, names)
        names.append(name)
    return names


def sheet_name(place: str, taken: list[str]) -> str:
    """A name a sheet may have, different from the others."""
    without_signs = _NOT_IN_A_NAME.sub(" ", place).strip()
    plain = without_signs[:_LONGEST_NAME] or "-"
    # A workbook takes Sungai and SUNGAI for one name.
    others = {name.casefold() for name in taken}
    name = plain
    number = 1
    while name.casefold() in others:
        number += 1
        end = f" ({number})"
        room = _LONGEST_NAME - len(end)
        name = plain[:room] + end
    return name
