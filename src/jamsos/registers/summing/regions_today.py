"""A register of an earlier day by the region codes of today: it still sums after a split."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import polars as pl
from attrs import field, frozen

from jamsos.answers.texts import Text
from jamsos.errors import InputError, kind_of
from jamsos.registers.frames import PRIVATE
from jamsos.registers.region_table import region_changes
from jamsos.values.days import plausible_day

_PLACES = ("kecamatan", "village", "resident_of")
_NOTE_TYPES = {
    "column": pl.String,
    "code": pl.String,
    "successors": pl.String,
    "people": pl.Int64,
    "note_id": pl.String,
    "note_en": pl.String,
}
_TODAY = f"{PRIVATE}today_"
_OPEN = f"{PRIVATE}open_"
"""What the columns of the codes of today, and of undecided ones, are called."""
_KECAMATAN = len("PPKKCC")
"""The digits of the code of a kecamatan, with which those of its villages begin."""

Successors: TypeAlias = "dict[str, Codes]"
"""The digits of an old code, and the codes that stand in its place today."""

Codes: TypeAlias = tuple[str, ...]
"""Codes that may be meant."""

Place: TypeAlias = dict[str, str | None]
"""The codes of a row by their columns."""


@frozen(kw_only=True, eq=False)
class RegionsToday:
    """A register by the codes of today, as far as they can be decided."""

    frame: pl.DataFrame = field(repr=False)
    """The register: every row, in its order, with the codes of today in its places."""
    notes: pl.DataFrame
    """The codes that have several successors and nothing to choose by: ``column``, ``code``,
    ``successors``, ``people``, and the note in both languages. These people stand under the old
    code."""


def regions_today(
    frame: pl.DataFrame,
    changes: str | Path | pl.DataFrame,
    *,
    of: date,
    on: date,
) -> RegionsToday:
    """Bring the region codes of a register from its own day to another.

    A code with one successor becomes that one. Of a kecamatan with several, the village of the row
    decides, whose code begins with that of its kecamatan. Where nothing decides, the old code
    stays, and a note says so: nobody is given to a region by guess.

    >>> villages = ["99.99.01.2001", None, None]
    >>> old = pl.DataFrame({"kecamatan": ["99.99.01"] * 3, "village": villages})
    >>> changes = pl.DataFrame({
    ...     "old": ["99.99.01.2001", "99.99.01", "99.99.01"],
    ...     "new": ["99.99.02.2001", "99.99.01", "99.99.02"],
    ...     "since": [date(2026, 7, 1)] * 3,
    ... })
    >>> today = regions_today(old, changes, of=date(2025, 11, 1), on=date(2026, 11, 1))
    >>> today.frame["kecamatan"].to_list(), today.notes["people"].to_list()
    (['99.99.02', '99.99.01', '99.99.01'], [2])

    Args:
        frame: The register, with its codes in ``kecamatan``, ``village`` and ``resident_of``.
        changes: A CSV file or a frame with the columns ``old``, ``new`` and ``since``, one row for
            each successor of a code.
        of: The day whose codes the register has.
        on: The day whose codes are wanted.

    Raises:
        InputError: for another kind of frame, a table that is none, or a day before that of the
            register.

    """
    if not isinstance(frame, pl.DataFrame):
        step = "collect it, or take the rows of the register"
        raise InputError("frame", kind_of(frame), "a polars DataFrame", step)
    first = plausible_day(of, "of")
    last = plausible_day(on, "on")
    if last < first:
        step = "give the day of the register as of, and the later day as on"
        raise InputError("on", str(last), f"a day from {first} on", step)
    successors = _successors(region_changes(changes), first, last)
    columns = [name for name in _PLACES if name in frame.columns]
    texts = frame.with_columns(pl.col(columns).cast(pl.String))
    places = texts.select(columns).unique(maintain_order=True)
    today: list[Place] = []
    for place in places.iter_rows(named=True):
        today.append(place | _today(place, successors))
    table = pl.DataFrame(today, schema=dict.fromkeys(_columns_of(columns), pl.String))
    # Without any column of places there is one place, and it is everybody's.
    rows = texts
    if columns:
        rows = texts.join(table, on=columns, how="left", nulls_equal=True, maintain_order="left")
    codes = [pl.col(f"{_TODAY}{name}").alias(name) for name in columns]
    brought = rows.with_columns(codes).select(frame.columns)
    return RegionsToday(frame=brought, notes=_notes(rows, columns))


def _columns_of(columns: Sequence[str]) -> list[str]:
    """The columns of the table of places: the codes, those of today, what each may have become."""
    return [f"{kind}{name}" for kind in ("", _TODAY, _OPEN) for name in columns]


def _digits(code: str) -> str:
    return code.replace(".", "")


def _successors(changes: pl.DataFrame, first: date, last: date) -> Successors:
    """What became of every code that changed after the first day and up to the last."""
    since = pl.col("since")
    in_time = changes.filter(since > first, since <= last)
    # The codes of today, by the code of the first day; each change goes on from the one before.
    current: dict[str, list[str]] = {}
    for _, rows in in_time.sort("since", maintain_order=True).group_by(
        "since", maintain_order=True
    ):
        of_day: dict[str, list[str]] = {}
        for old, new in rows.select("old", "new").iter_rows():
            of_day.setdefault(_digits(old), []).append(new)
        for code in of_day:
            current.setdefault(code, [code])
        for code, codes in current.items():
            current[code] = _changed(codes, of_day)
    return {code: tuple(dict.fromkeys(codes)) for code, codes in current.items()}


def _changed(codes: Iterable[str], of_day: dict[str, list[str]]) -> list[str]:
    """What became of some codes on a day."""
    changed: list[str] = []
    for code in codes:
        changed.extend(of_day.get(_digits(code), [code]))
    return changed


def _today(place: Place, successors: Successors) -> Place:
    """The codes of a row today, and of those that cannot be decided what they may be."""
    today: Place = {}
    for column, code in place.items():
        possible = _possible(code, successors)
        if column == "kecamatan" and code is not None:
            possible = _of_village(possible, place.get("village"), successors)
        is_open = len(possible) > 1
        # What cannot be decided stays as it was.
        today[f"{_TODAY}{column}"] = code if is_open or code is None else possible[0]
        today[f"{_OPEN}{column}"] = ", ".join(possible) if is_open else None
    return today


def _possible(code: str | None, successors: Successors) -> Codes:
    if code is None:
        return ()
    return successors.get(_digits(code), (code,))


def _of_village(kecamatan: Codes, village: str | None, successors: Successors) -> Codes:
    """The kecamatan in which a village lies today, among several or after it was moved."""
    villages = _possible(village, successors)
    lies_in = [_outer(code) for code in villages if len(_digits(code)) > _KECAMATAN]
    if villages != (village,) and lies_in:
        return tuple(dict.fromkeys(lies_in))
    # A village that kept its code lies in the successor that its code begins with.
    digits = {_digits(code) for code in lies_in}
    chosen = tuple(code for code in kecamatan if _digits(code) in digits)
    return chosen or kecamatan


def _outer(village: str) -> str:
    """The code of the kecamatan with which that of a village begins."""
    return village.rpartition(".")[0] or village[:_KECAMATAN]


def _notes(rows: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    """The codes that could not be decided, with the people who stand under them."""
    notes: list[dict[str, object]] = []
    for column in columns:
        undecided = rows.filter(pl.col(f"{_OPEN}{column}").is_not_null())
        groups = undecided.group_by(column, f"{_OPEN}{column}").len().sort(column)
        for code, successors, people in groups.iter_rows():
            text = Text("register.region.several", {"code": code, "successors": successors})
            note: dict[str, object] = {
                "column": column,
                "code": code,
                "successors": successors,
                "people": people,
                "note_id": text.say("id"),
                "note_en": text.say("en"),
            }
            notes.append(note)
    return pl.DataFrame(notes, schema=_NOTE_TYPES)
