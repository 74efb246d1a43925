"""The occupations of KTP and KK and the categories they hint at; alone they decide nothing."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from attrs import frozen

from jamsos.errors import InputError
from jamsos.values.plain import advice, as_whole
from jamsos.workers.codes import Category


class Screening(StrEnum):
    """What an occupation on the card says about a programme that pays for independent workers."""

    CANDIDATE = "candidate"
    ASK_PROOF = "ask_proof"
    """The register says not working, or the entry is often stale."""
    HARD_STOP = "hard_stop"
    """Another payer is responsible, unless the present work is proved to be another."""
    AMBIGUOUS = "ambiguous"
    UNMAPPED = "unmapped"


@frozen
class Occupation:
    """One occupation of the official list (form F-1.01)."""

    code: int
    name: str
    categories: tuple[Category, ...]
    screening: Screening


@cache
def occupations() -> dict[int, Occupation]:
    """The official list by code.

    >>> occupations()[11].name, occupations()[84].categories
    ('NELAYAN/PERIKANAN', (<Category.TRADER: 'trader'>, <Category.VILLAGE_MSME: 'village_msme'>))
    """
    import csv  # noqa: PLC0415 - not needed by import jamsos
    from importlib.resources import files  # noqa: PLC0415

    with files("jamsos.workers").joinpath("occupations.csv").open(encoding="utf-8") as lines:
        rows = [_occupation(row) for row in csv.DictReader(lines)]
    return {row.code: row for row in rows}


def _occupation(row: Mapping[str, str]) -> Occupation:
    """One row of the list; the groups stand in one cell, which may be empty."""
    groups = row["programme_groups"]
    codes = groups.split(";") if groups else []
    return Occupation(
        code=int(row["code"]),
        name=row["name"],
        categories=tuple(Category(code) for code in codes),
        screening=Screening(row["screening"]),
    )


def occupation(code: object) -> Occupation:
    """Look up one occupation.

    >>> occupation(11).name
    'NELAYAN/PERIKANAN'

    Raises:
        InputError: if the code is not on the list.

    """
    return occupation_named(code, "code")


def occupation_named(code: object, name: str) -> Occupation:
    """Look up the occupation an argument or a field states.

    Raises:
        InputError: naming the argument, if the code is not on the list.

    """
    listed = occupations()
    number = as_whole(code)
    if number is None or number not in listed:
        allowed = f"a code of the official list (form F-1.01), 1 to {len(listed)}"
        step = advice(code, "find the code with jamsos.occupations()")
        raise InputError(name, code, allowed, step)
    return listed[number]
