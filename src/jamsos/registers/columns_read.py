"""Columns of text to typed columns: only the different cells that are not clean go through Python."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import polars as pl

from jamsos.registers.cell_amounts import read_amount, whole_reader
from jamsos.registers.cell_days import day_reader
from jamsos.registers.cell_identities import CLEAN, CLEAN_KK, read_kk, read_nik
from jamsos.registers.cell_words import code_reader, flag_reader, read_text
from jamsos.registers.cells import Cell, Problem, Reader, Repair, neutral, shown, words
from jamsos.registers.facets import CODES
from jamsos.registers.layout import NAMED, SEX, Holds
from jamsos.registers.limits import Limits
from jamsos.registers.log import PROBLEMS, REPAIRS, Log
from jamsos.registers.regions import Regions
from jamsos.registers.sources import ROW
from jamsos.workers.occupations import occupations
from jamsos.workers.worker import MOST_COUNTED, REGION

_DOUBTFUL = r"[\p{Cc}\p{Cf}]|^\s|\s$|\s\s|[^\S ]"
"""What a text without anything to take out never has."""
_UNREADABLE = "\ufffd"
_IDENTITIES = ("nik", "kk")


def tidied(name: str, rows: pl.Series, texts: pl.Series, limits: Limits, log: Log) -> pl.Series:
    """The texts of a column, cut to a bearable length and without what could act; empty texts are none."""
    long = texts.str.len_bytes() > limits.letters
    if long.any():
        long = long & (texts.str.len_chars() > limits.letters)
        cut = texts.str.slice(0, limits.letters)
        seen = [shown(neutral(text).text, identity=name in _IDENTITIES) for text in cut.filter(long)]
        log.problem(rows.filter(long), name, Problem.CELL_LONG, pl.Series(seen, dtype=pl.String))
        texts = pl.select(pl.when(long).then(cut).otherwise(texts)).to_series()
    odd = texts.filter(texts.str.contains(_DOUBTFUL)).unique()
    if len(odd):
        tidy = [neutral(text) for text in odd]
        frame = pl.DataFrame({ROW: rows, "text": texts})
        for repair in (Repair.CONTROL, Repair.MARKS, Repair.BLANKS):
            had = pl.Series(
                [text for text, one in zip(odd, tidy, strict=True) if repair in one.repairs], dtype=pl.String
            )
            found = frame.filter(pl.col("text").is_in(had.implode()))[ROW]
            log.repair(found, name, pl.repeat(str(repair), len(found), dtype=pl.String, eager=True))
        texts = texts.replace(odd, pl.Series([one.text for one in tidy], dtype=pl.String))
    garbled = texts.str.contains(_UNREADABLE, literal=True).fill_null(value=False)
    seen = [shown(text, identity=name in _IDENTITIES) for text in texts.filter(garbled)]
    log.problem(rows.filter(garbled), name, Problem.TEXT_UNREADABLE, pl.Series(seen, dtype=pl.String))
    return texts.set(texts == "", None)


def _reader(name: str, texts: pl.Series, on: date, regions: Regions | None) -> Reader:
    """How a column of the layout is read."""
    holds = NAMED[name].holds
    if name == "resident_of":
        return regions.district if regions else _region
    if holds is Holds.CODE:
        return code_reader(name, codes_of(name))
    if name == "occupation":
        listed = occupations()
        return whole_reader(min(listed), max(listed), {one.name.casefold(): code for code, one in listed.items()})
    makers: dict[Holds, Callable[[], Reader]] = {
        Holds.TEXT: lambda: read_text,
        Holds.NIK: lambda: read_kk if name == "kk" else read_nik,
        Holds.FLAG: lambda: flag_reader(texts.drop_nulls().unique()),
        Holds.WHOLE: lambda: whole_reader(0, MOST_COUNTED),
        Holds.RUPIAH: lambda: read_amount,
        Holds.DAY: lambda: day_reader(on, birth=name == "birth"),
    }
    return makers[holds]()


def _region(text: str, _numeric: bool) -> Cell:
    """A district by its code, where no table gives its name."""
    return Cell(text) if re.fullmatch(REGION, text) else Cell(problem=Problem.REGION_UNKNOWN)


def codes_of(name: str) -> list[str]:
    """The codes of a column."""
    return [str(code) for code in CODES.get(name, SEX)]


def type_of(name: str) -> Any:
    """The type of a column of the layout."""
    holds = NAMED[name].holds
    if holds is Holds.CODE:
        return pl.Enum(codes_of(name))
    types: dict[Holds, Any] = {
        Holds.FLAG: pl.Boolean,
        Holds.WHOLE: pl.Int64,
        Holds.RUPIAH: pl.Int64,
        Holds.DAY: pl.Date,
    }
    return types.get(holds, pl.String)


def _clean(name: str) -> pl.Expr:
    """Which texts are taken as they are, without a look at each."""
    text = pl.col("text")
    if NAMED[name].holds is Holds.NIK:
        return ~pl.col("numeric") & text.str.contains(CLEAN_KK if name == "kk" else CLEAN)
    if NAMED[name].holds is Holds.TEXT and name != "resident_of":
        return text.str.contains(r"^[^'=+\-@＝＋－＠]") & ~text.str.to_lowercase().is_in(list(words("nothing")))
    return pl.lit(value=False)


def read_column(name: str, raw: pl.DataFrame, on: date, regions: Regions | None, log: Log) -> pl.Series:
    """Read one column of the layout."""
    kind = pl.col(f"?{name}") if f"?{name}" in raw.columns else pl.lit(value=False)
    cells = raw.select(ROW, pl.col(name).alias("text"), kind.alias("numeric"))
    clean = _clean(name).fill_null(value=False)
    odd = cells.filter(~clean & pl.col("text").is_not_null()).select("text", "numeric").unique(maintain_order=True)
    read = _reader(name, raw[name], on, regions)
    table = _table(odd, [read(text, numeric) for text, numeric in odd.iter_rows()], type_of(name))
    joined = cells.join(table, on=["text", "numeric"], how="left", maintain_order="left")
    _log(name, joined, log)
    taken = (
        pl.when(clean).then(pl.col("text")).otherwise(pl.col("value"))
        if type_of(name) == pl.String
        else pl.col("value")
    )
    return joined.select(taken.alias(name)).to_series()


def read_places(raw: pl.DataFrame, regions: Regions, log: Log) -> dict[str, pl.Series]:
    """Read kecamatan and village together: the name of a village counts within its kecamatan."""
    names = ("kecamatan", "village")
    texts = [pl.col(name) if name in raw.columns else pl.lit(None, pl.String).alias(name) for name in names]
    cells = raw.select(ROW, *texts)
    odd = cells.select(names).unique(maintain_order=True)
    places = [regions.place(kecamatan or "", village or "") for kecamatan, village in odd.iter_rows()]
    found: dict[str, pl.Series] = {}
    for name in (name for name in names if name in raw.columns):
        table = _table(odd, [getattr(place, name) for place in places], pl.String)
        joined = cells.join(table, on=names, how="left", maintain_order="left", nulls_equal=True)
        _log(name, joined.with_columns(text=pl.col(name)), log)
        found[name] = joined["value"].alias(name)
    return found


def _table(odd: pl.DataFrame, cells: Sequence[Cell], kind: Any) -> pl.DataFrame:
    """What each different cell was read as."""
    return odd.with_columns(
        value=pl.Series([cell.value for cell in cells], dtype=kind),
        repair=pl.Series([cell.repair and str(cell.repair) for cell in cells], dtype=REPAIRS["repair"]),
        problem=pl.Series([cell.problem and str(cell.problem) for cell in cells], dtype=PROBLEMS["problem"]),
        hint=pl.Series([cell.hint for cell in cells], dtype=pl.String),
    )


def _log(name: str, joined: pl.DataFrame, log: Log) -> None:
    repaired = joined.filter(pl.col("repair").is_not_null())
    log.repair(repaired[ROW], name, repaired["repair"])
    wrong = joined.filter(pl.col("problem").is_not_null())
    seen = {text: shown(text, identity=name in _IDENTITIES) for text in wrong["text"].unique()}
    log.problems(
        wrong[ROW], name, wrong["text"].replace_strict(seen, return_dtype=pl.String), wrong["problem"], wrong["hint"]
    )
