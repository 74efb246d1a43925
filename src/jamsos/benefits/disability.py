"""Disability (*cacat*): the rows of Lampiran III, the percentage of each loss, and a search for the row."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from jamsos.answers.grounds import Ground, MissingFact
from jamsos.benefits import rules
from jamsos.benefits.accident import WHOLE, Loss
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Bilingual, Provision
from jamsos.values.money import MILLION


class DisabilityRow(NamedTuple):
    """One row of the table."""

    code: str
    share: int | None
    """Parts per million of the factor of months on the wage; None: the doctor sets it within the limits."""
    step: int | None
    """How many decibels or percent make one step."""
    measured: str
    """``whole``, ``range``, ``decibels``, ``percent`` or ``eyes``."""
    mirror: str
    """The row of the other side, where the sides differ."""
    name: Bilingual


class Assessed(NamedTuple):
    """One loss: its row and its share of the factor of months on the wage."""

    row: DisabilityRow
    share: Fraction
    grounds: tuple[Ground, ...]
    functional: bool


@cache
def disability_rows(table: Provision) -> dict[str, DisabilityRow]:
    """The rows in force by code."""
    return {
        str(code): DisabilityRow(
            code=str(code),
            share=share if isinstance(share, int) else None,
            step=step if isinstance(step, int) else None,
            measured=str(measured),
            mirror=str(mirror),
            name=Bilingual(str(name_id), str(name_en)),
        )
        for code, share, step, measured, mirror, name_id, name_en in table.rows
    }


def disability_search(words: str, *, law: Law | None = None) -> tuple[DisabilityRow, ...]:
    """The rows of the table whose name, in either language, has all these words; which one fits, a doctor says.

    >>> [row.code for row in disability_search("left thumb")]
    ['A16']
    >>> [row.code for row in disability_search("cuping hidung")]
    ['B08']

    """
    law = applied(law)
    given: object = words
    if not isinstance(given, str) or not given.split():
        raise InputError("words", words, "at least one word", "name the part of the body")
    wanted = words.lower().split()
    rows = disability_rows(law.get("jkk.disability_table", law.known_until)).values()
    names = [(row, f"{row.name.id} {row.name.en} {row.code}".lower()) for row in rows]
    return tuple(row for row, name in names if all(word in name for word in wanted))


def assess(
    loss: Loss, table: Provision, bands: Provision, *, left_handed: bool | None, law: Law
) -> Assessed | MissingFact:
    """The percentage of one loss, or the fact that is missing.

    Raises:
        InputError: for a row or a measure the table does not have.

    """
    rows = disability_rows(table)
    code = _row_code(loss, rows, bands)
    if code is None:
        return MissingFact("loss.measure")
    row = rows[code]
    by_side = bool(row.mirror) and left_handed is not False
    if by_side and law.chose("D40", "swap_sides"):
        if left_handed is None:
            return MissingFact("accident.left_handed")
        row = rows[row.mirror]
    _check_fits(loss, row, grouped=code != loss.code)
    share = _share(loss, row, law)
    if share is None:
        return MissingFact("loss.better_eye" if row.measured == "eyes" else "loss.measure")
    cited: list[Provision | str] = [
        table,
        *([bands] if loss.code in _groups(bands) else []),
        *(["D40"] if by_side else []),
    ]
    cited += ["D41"] if row.step is not None else []
    return Assessed(row=row, share=share, grounds=law.cite(*cited), functional=loss.function_lost is not None)


def _groups(bands: Provision) -> set[str]:
    return {str(group) for group, *_ in bands.rows}


def _row_code(loss: Loss, rows: dict[str, DisabilityRow], bands: Provision) -> str | None:
    """The row of a loss; where its measure chooses the row, by the limits; None: the measure is missing."""
    known = {*rows, *_groups(bands)}
    if loss.code not in known:
        raise InputError("Loss.code", loss.code, f"one of {sorted(known)}", "find the row with disability_search")
    limits = [(str(code), int(str(least)), most) for group, code, least, most in bands.rows if str(group) == loss.code]
    if not limits:
        return loss.code
    if loss.measure is None:
        return None
    for code, least, most in limits:
        if least <= loss.measure and (not isinstance(most, int) or loss.measure <= most):
            return code
    allowed = ", ".join(f"{least} to {most}" if most else f"from {least}" for _, least, most in limits)
    raise InputError("Loss.measure", loss.measure, allowed, "the table has no other values; ask the doctor")


def _check_fits(loss: Loss, row: DisabilityRow, *, grouped: bool) -> None:
    """Refuse what the row does not ask for."""
    eyes = loss.better_eye is not None or loss.worse_eye is not None
    wrong = [
        ("Loss.function_lost", loss.function_lost, loss.function_lost is None or row.code.startswith("A")),
        ("Loss.measure", loss.measure, loss.measure is None or grouped or row.measured not in {"whole", "eyes"}),
        ("Loss.better_eye", loss.better_eye, not eyes or row.measured == "eyes"),
        ("Loss.measure", loss.measure, row.measured != "percent" or (loss.measure or 0) <= WHOLE),
    ]
    for name, value, fits in wrong:
        if not fits:
            raise InputError(
                name, value, f"what row {row.code} asks for: {row.measured}", "correct the row or the fact"
            )


def _share(loss: Loss, row: DisabilityRow, law: Law) -> Fraction | None:
    """The share of one loss; None: its measure is missing."""
    if row.share is None:
        return Fraction(loss.measure or 0, WHOLE)
    full = Fraction(row.share, MILLION)
    if row.step is None:
        return full if loss.function_lost is None else full * Fraction(loss.function_lost, WHOLE)
    lost, unit = loss.measure, 1
    if row.measured == "eyes":
        known, unit = loss.better_eye is not None and loss.worse_eye is not None, law.number_of("D41")
        lost = rules.binocular_loss(loss.better_eye or 0, loss.worse_eye or 0, WHOLE, unit) if known else None
    if lost is None:
        return None
    step = row.step * unit
    share = full * (Fraction(lost, step) if law.chose("D41", "pro_rata") else rules.full_steps(lost, step))
    if share > 1:
        raise InputError("Loss.measure", loss.measure, f"{row.measured} of at most the whole wage", "check the measure")
    return share
