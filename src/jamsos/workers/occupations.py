"""The 89 occupations of KTP and KK and the categories they hint at. An occupation alone decides nothing."""

from enum import StrEnum
from functools import cache

from attrs import frozen

from jamsos.errors import InputError
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
        rows = [
            Occupation(
                int(row["code"]),
                row["name"],
                tuple(Category(group) for group in row["programme_groups"].split(";") if group),
                Screening(row["screening"]),
            )
            for row in csv.DictReader(lines)
        ]
    return {row.code: row for row in rows}


def occupation(code: object) -> Occupation:
    """Look up one occupation.

    Raises:
        InputError: if the code is not on the list.

    """
    if isinstance(code, bool) or not isinstance(code, int) or code not in occupations():
        raise InputError("occupation", code, f"1 to {len(occupations())}", "use the code of the official list")
    return occupations()[code]
