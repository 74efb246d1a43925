"""Reading a register: every row is accepted, rejected or to be checked, and every repair named."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import polars as pl
from attrs import evolve

from jamsos.registers.intake.above import filled_from_above
from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.cells.regions import Regions
from jamsos.registers.intake.cells_against import said_against
from jamsos.registers.intake.column_readers import Reading
from jamsos.registers.intake.heading_terms import Term, Untaken
from jamsos.registers.intake.headings import Recognised, recognised
from jamsos.registers.intake.left_people import check_left_people, check_left_sections
from jamsos.registers.intake.legends import legends_of
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.log import Log
from jamsos.registers.intake.merged_down import filled_down
from jamsos.registers.intake.nik_checks import holding_their_birth
from jamsos.registers.intake.not_people import parted, said_apart
from jamsos.registers.intake.own_words import checked_words
from jamsos.registers.intake.places import Named, by_heading
from jamsos.registers.intake.profiles import Profile, profile_of
from jamsos.registers.intake.second_headings import check_none_beside
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.intake.tidying import tidied
from jamsos.registers.intake.typed_columns import read_columns
from jamsos.registers.intake.wrong_cells import (
    days_from_1900,
    record_wrong_cells,
    without_wrong_cells,
)
from jamsos.registers.layout import NAMED, ROW
from jamsos.registers.problems import Problem
from jamsos.values.days import plausible_day


def checked_reading(on: date, regions: Any, words: Any = None) -> Reading:
    """How columns are read on a day, by which places, and by which words of the office.

    Raises:
        InputError: for what is no day, no region table, or no words.

    """
    on = plausible_day(on, "on")
    table: Regions | None = None
    if regions is not None:
        table = Regions.of(regions)
    return Reading(on, table, checked_words(words))


class ReadRows(NamedTuple):
    """The rows of a sheet as they were read."""

    frame: pl.DataFrame
    """In the types of the layout."""
    seals: pl.DataFrame
    """What tells each row, made of the cells as they were written."""
    log: Log
    metadata: dict[str, str]
    headings: dict[str, str]
    not_people: pl.DataFrame
    """``source_row``, ``kind``, ``text``: the rows that are nobody."""
    untaken: tuple[Untaken, ...]
    """The headings that seem to name a column and do not, and why."""

    @property
    def height(self) -> int:
        """How many rows there are, those that are nobody among them."""
        return self.frame.height + self.not_people.height


_SAYS_WHAT = r"^[^=]{0,20}[0-9A-Za-z]\s*=\s*\pL"
"""How a line of a legend begins that stands beside the people."""


Sealing: TypeAlias = Callable[[pl.DataFrame], pl.DataFrame]
"""Makes what tells each row, of the cells as they were written."""


def read_rows(
    sheet: Sheet,
    mapping: Mapping[str | int, str] | None,
    limits: Limits,
    reading: Reading,
    seal: Sealing = pl.DataFrame.clear,
) -> ReadRows:
    """Read every column of a sheet; without a seal nothing is kept of what was written."""
    named = by_heading(mapping, sheet.headings, sheet.first_column)
    profile = profile_of(sheet.headings)
    named, reading = _of_system(profile, named, reading)
    layout = recognised(named.headings, _filled(sheet), named.mapping, sheet.titles).layout
    sheet, not_people = parted(without_wrong_cells(sheet), layout)
    # A total or a signature may have filled a column that has nothing else.
    apart = said_apart(not_people)
    legends = legends_of([*apart, *_kept_texts(sheet, layout)], layout, sheet.cells, reading)
    against = said_against(named.headings, layout, sheet.cells, named.mapping)
    against |= legends.against
    columns = recognised(
        named.headings, _filled(sheet), named.mapping, sheet.titles, apart, against
    )
    check_none_beside(sheet, columns.kept)
    reading = reading._replace(terms=columns.terms, own_words=legends.words)
    log = Log()
    record_wrong_cells(sheet, columns.names, log)
    sheet = filled_down(sheet, columns.layout, columns.kept, log)
    tidy = tidied(sheet, columns.names, limits, log)
    # Cells that had to be tidied are held no second time while they are read.
    sheet = evolve(sheet, cells=sheet.cells.clear())
    if sheet.from_1904:
        tidy = tidy._replace(texts=days_from_1900(tidy.texts, tidy.numeric))
    tidy = filled_from_above(tidy, log)
    values = read_columns(tidy, reading, log)
    names = [ROW]
    for name in NAMED:
        if name in values:
            names.append(name)
    names.extend(columns.kept.values())
    texts = tidy.texts.select(names)
    places = _birth_places(tidy.texts, columns)
    frame = texts.with_columns(**values, **places)
    seals = seal(texts)
    empty_rows = tidy.empty_rows
    # What was written is let go before the rows are judged and parted: it is as large again.
    del texts, tidy
    _record_broken(sheet, log)
    check_identities(frame, log)
    check_left_sections(frame[ROW], not_people, log)
    metadata = dict(sheet.metadata)
    metadata["empty"] = str(empty_rows)
    if profile is not None:
        metadata["profile"] = profile.name
    if sheet.bad.height:
        metadata["errors"] = str(sheet.bad.height)
    headings = _written_headings(sheet, columns)
    return ReadRows(frame, seals, log, metadata, headings, not_people, columns.untaken)


def _of_system(profile: Profile | None, named: Named, reading: Reading) -> tuple[Named, Reading]:
    """How the export of a system is read: what the caller said goes before what is known of it."""
    if profile is None:
        return named, reading
    mapping = profile.mapping(named.mapping, named.headings)
    words = profile.words_with(reading.own_words)
    return Named(named.headings, mapping), reading._replace(own_words=words)


def _kept_texts(sheet: Sheet, layout: Mapping[str, str]) -> list[str]:
    """What is written in columns that no rule asks for, where it may be a legend."""
    texts: list[str] = []
    for number in sheet.cells.drop(ROW, *layout):
        explaining = number.filter(number.str.contains(_SAYS_WHAT))
        texts.extend(explaining.unique(maintain_order=True))
    return texts


def _filled(sheet: Sheet) -> list[bool]:
    """For each column, whether any of its cells holds something."""
    height = sheet.cells.height
    counts = [column.null_count() for column in sheet.cells if column.name != ROW]
    return [empty < height for empty in counts]


def _birth_places(texts: pl.DataFrame, columns: Recognised) -> dict[str, pl.Series]:
    """The cells with a place of birth before the day as they were written, for no rule asks it."""
    if Term.PLACE not in columns.terms.get("birth", frozenset()):
        return {}
    return {columns.place_name: texts["birth"]}


def _record_broken(sheet: Sheet, log: Log) -> None:
    """Record rows that could not be divided into cells."""
    # Of most files no row is.
    if sheet.broken.is_empty():
        return
    by_problem = sheet.broken.group_by("problem", maintain_order=True)
    for key, rows in by_problem:
        problem = Problem(key[0])
        log.problem(rows[ROW], "", problem)


def check_identities(frame: pl.DataFrame, log: Log) -> None:
    """Record who has no NIK, the number of the card in its place, or is said to be gone."""
    nik = pl.col("nik")
    nik_problems = log.rows("nik").implode()
    # A NIK that could not be read is a problem already, and not missing.
    has_problem = pl.col(ROW).is_in(nik_problems)
    missing = frame.filter(nik.is_null() & ~has_problem)
    log.problem(missing[ROW], "nik", Problem.IDENTITY_MISSING)
    if {"birth", "died_on"} <= set(frame.columns):
        is_before = pl.col("died_on") < pl.col("birth")
        log.problem(frame.filter(is_before)[ROW], "died_on", Problem.DIED_BEFORE_BIRTH)
    if "kk" in frame.columns:
        _check_cards(frame, log)
    check_left_people(frame, log)


def _check_cards(frame: pl.DataFrame, log: Log) -> None:
    """Record one number in the places of the NIK and of the card; the birth shows whose it is."""
    rows = frame[ROW]
    is_card = frame["nik"] == frame["kk"]
    is_persons = holding_their_birth(frame, "nik")
    # The number of the card names a household, and nobody in it.
    log.problem(rows.filter(is_card & ~is_persons), "nik", Problem.IDENTITY_IS_KK)
    log.problem(rows.filter(is_card & is_persons), "kk", Problem.IDENTITY_IS_NIK)
    # The NIK and the number of the card may also stand in each other's place.
    others = frame.filter(~is_card & ~is_persons)
    if others.is_empty():
        return
    exchanged = others[ROW].filter(holding_their_birth(others, "kk"))
    log.problem(exchanged, "nik", Problem.IDENTITY_IS_KK)
    log.problem(exchanged, "kk", Problem.IDENTITY_IS_NIK)


def _written_headings(sheet: Sheet, columns: Recognised) -> dict[str, str]:
    """How the file headed each column, as a report may show it."""
    headings: dict[str, str] = {}
    for number, name in columns.names.items():
        written = sheet.headings[int(number)]
        plain = neutral(written).text
        headings[name] = shown(plain)
    return headings
