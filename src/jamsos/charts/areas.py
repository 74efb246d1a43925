"""The kecamatan of a plan, a summary or a frame, with how many people of each are covered."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import polars as pl
from attrs import frozen

from jamsos.answers.hypothetical import mark_of
from jamsos.errors import InputError, kind_of
from jamsos.registers.invented.places import kutim_kecamatan
from jamsos.registers.planning.result import Plan
from jamsos.registers.polars_frames import MARK, refuse_identities
from jamsos.registers.summing.summary import Summary
from jamsos.registers.summing.sums import group_key
from jamsos.values.money import MILLION

_COUNTS = (("covered", "people"), ("enrolled", "target"))
"""The columns a frame may have: how many are covered, and of how many."""
_PERCENT = MILLION // 100
_ALLOWED = "a Plan, a Summary by kecamatan, or a frame with kecamatan, covered and people"


@frozen
class Area:
    """A kecamatan: how many are covered, of how many."""

    key: str
    covered: int
    people: int

    @property
    def ppm(self) -> int:
        """The share of the covered in whole parts per million, rounded down."""
        return self.covered * MILLION // self.people

    @property
    def whole_percent(self) -> int:
        """The same in parts per million, rounded down to whole per cent."""
        return self.ppm // _PERCENT * _PERCENT


@frozen
class Areas:
    """The kecamatan of a source, and the mark of what is supposed in it."""

    areas: list[Area]
    mark: str

    @property
    def by_key(self) -> dict[str, Area]:
        """Each kecamatan by its code, or by its name where it has none."""
        return {area.key: area for area in self.areas}


class Tile(NamedTuple):
    """Where a kecamatan lies: columns from the west, rows from the north."""

    code: str
    name: str
    column: int
    row: int


@cache
def tiles() -> tuple[Tile, ...]:
    """The 18 kecamatan of Kutai Timur, laid out roughly as they lie.

    >>> len(tiles()), len({(tile.column, tile.row) for tile in tiles()})
    (18, 18)
    """
    names = {place.code: place.name for place in kutim_kecamatan()}
    with files("jamsos.charts").joinpath("tiles.csv").open(encoding="utf-8") as lines:
        return tuple(
            Tile(line["code"], names[line["code"]], int(line["column"]), int(line["row"]))
            for line in csv.DictReader(lines)
        )


def area_key(place: str) -> str:
    """The code of a kecamatan of Kutai Timur by its code or name; another name as it is.

    >>> area_key("kaubun"), area_key("640815"), area_key("Tenggarong")
    ('64.08.15', '64.08.15', 'tenggarong')
    """
    written = place.strip().casefold()
    return _codes().get(written, written)


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for place in kutim_kecamatan():
        for written in (place.code, place.code.replace(".", ""), place.name.casefold()):
            codes[written] = place.code
    return codes


def areas_of(source: object) -> Areas:
    """The kecamatan of a source.

    Raises:
        InputError: for a source that has none, or does not count the covered.

    """
    if isinstance(source, Plan):
        return Areas(_areas(_of_plan(source)), mark_of(source.law))
    if isinstance(source, Summary):
        frame = source.rolled("kecamatan").table
        counted = frame.select("kecamatan", covered="enrolled", people="people")
        return Areas(_areas(counted), source.mark)
    if isinstance(source, pl.DataFrame):
        return Areas(_areas(_of_frame(source)), _mark_in(source))
    raise InputError("source", kind_of(source), _ALLOWED, "give what plan(...) returned")


def _mark_in(frame: pl.DataFrame) -> str:
    """What is supposed in any row of a table."""
    if MARK not in frame.columns:
        return ""
    marks = frame[MARK].drop_nulls().unique(maintain_order=True)
    return ", ".join(marks)


def _of_plan(made: Plan) -> pl.DataFrame:
    people = made.people
    if "kecamatan" not in people.columns:
        raise _refused(people)
    taking_part = people.filter(pl.col("plan").is_in(["covered", "waiting"]))
    covered = (pl.col("plan") == "covered").sum()
    groups = taking_part.group_by(kecamatan=group_key("kecamatan"))
    return groups.agg(covered=covered, people=pl.len())


def _of_frame(frame: pl.DataFrame) -> pl.DataFrame:
    for covered, people in _COUNTS:
        if {"kecamatan", covered, people} <= set(frame.columns):
            return frame.select(kecamatan=group_key("kecamatan"), covered=covered, people=people)
    raise _refused(frame)


def _refused(frame: pl.DataFrame) -> InputError:
    return InputError("source", frame.columns, _ALLOWED, "name its columns so")


def _areas(counted: pl.DataFrame) -> list[Area]:
    """Each kecamatan once; one without a number of covered or of people is not known."""
    refuse_identities(counted.select("kecamatan"))
    known = counted.drop_nulls(["covered", "people"])
    sums: dict[str, Area] = {}
    for place, covered, people in known.sort("kecamatan").iter_rows():
        key = area_key(place)
        before = sums.get(key, Area(key, 0, 0))
        sums[key] = Area(key, before.covered + int(covered), before.people + int(people))
    return list(sums.values())
