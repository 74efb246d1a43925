"""The percentage of a disability (*persentase cacat*): what one loss is worth by its row."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.benefits.disability_row import DisabilityRow, LeftHanded, Measurement
from jamsos.benefits.work_accident.body_parts import check_lost_once
from jamsos.benefits.work_accident.disability_table import disability_bands, rows_of
from jamsos.benefits.work_accident.senses import (
    decibels_lost,
    is_one_eye_lost,
    sight_lost,
    states_ears,
    states_eyes,
)
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Grade, Provision
from jamsos.values.money import MILLION, Rupiah, exact
from jamsos.workers.work_accident import WHOLE_PERCENT, Loss, WorkAccident

_BOTH_EARS = "B04"
_ONE_EYE = "A12"
_WORK_CAPACITY = "B11"


class Assessed(NamedTuple):
    """One loss: its row and its share of the base months of wages."""

    row: DisabilityRow
    share: Fraction
    grounds: Grounds
    functional: bool
    """Whether a part of the body that is still there lost part of its function."""


def assess_all(accident: WorkAccident, law: Law) -> list[Assessed | MissingFact]:
    """The percentage of each loss, or the fact that is missing for it.

    Raises:
        InputError: for a row or a measure the table does not have, and for a loss stated twice.

    """
    losses = accident.losses or ()
    assessed = [
        assess(loss, accident.on, left_handed=accident.left_handed, law=law) for loss in losses
    ]
    # After the rows: a code the table does not have is told first.
    check_lost_once(losses)
    return assessed


def assess(loss: Loss, on: date, *, left_handed: bool | None, law: Law) -> Assessed | MissingFact:
    """The percentage of one loss, or the fact that is missing.

    Raises:
        InputError: for a row or a measure the table does not have.

    """
    table = law.get("jkk.disability_table", on)
    bands = law.get("jkk.disability_bands", on)
    rows = rows_of(table)
    code = _row_code(loss, rows, bands)
    if code is None:
        return MissingFact("loss.measure")
    printed = rows[code]
    banded = code != loss.code
    _check_fits(loss, printed, rows, banded=banded)
    row = _row_in_force(printed, rows, table, law, left_handed=left_handed)
    share = _share(loss, row, rows, on, law)
    if share is None:
        fact = _measure_fact(row)
        return MissingFact(fact)
    cited: list[Provision | str] = [table]
    if loss.code in disability_bands(bands):
        cited.append(bands)
    # The rows of work capacity also hold for an organ the table does not name (Pasal 84 ayat (2)).
    unlisted = law.find("jkk.unlisted_loss", on)
    if loss.code.startswith(_WORK_CAPACITY) and unlisted is not None:
        cited.append(unlisted)
    cited += _decisions(loss, printed, table, left_handed=left_handed)
    if row.measured is Measurement.DECIBELS and states_ears(loss):
        hearing = law.get("jkk.hearing_loss", on)
        cited.append(hearing)
    grounds = law.cite(*cited)
    functional = loss.function_lost is not None
    return Assessed(row, share, grounds, functional)


def _was_read(table: Provision) -> bool:
    """Whether the text of the table was read; else its open rows rest on a decision."""
    # A supposed table is known word for word by whoever supposes it.
    return table.grade in {Grade.VERBATIM, Grade.HYPOTHETICAL}


def _row_in_force(
    printed: DisabilityRow,
    rows: dict[str, DisabilityRow],
    table: Provision,
    law: Law,
    *,
    left_handed: bool | None,
) -> DisabilityRow:
    """The row of a loss: reversed for the left-handed (D40), impotence by the day (D71)."""
    if left_handed and _is_reversed(printed, table, law):
        return rows[printed.mirror]
    other = printed.alternative
    if other is not None and not _was_read(table) and law.chose("D71", "thirty_percent"):
        return evolve(printed, share=other)
    return printed


def _is_reversed(row: DisabilityRow, table: Provision, law: Law) -> bool:
    """Whether the reverse holds for the left-handed at a row (decision D40)."""
    if row.left_handed is LeftHanded.SWAP:
        return _was_read(table) or not law.chose("D40", "no_swap_from_2019")
    if row.left_handed is LeftHanded.AS_PRINTED:
        return law.chose("D40", "fingers_too")
    return False


def hand_matters(accident: WorkAccident, law: Law) -> bool:
    """Whether a row of the losses is another one for the left-handed (decision D40)."""
    table = law.get("jkk.disability_table", accident.on)
    rows = rows_of(table)
    losses = accident.losses or ()
    return any(_is_reversed(rows[loss.code], table, law) for loss in losses if loss.code in rows)


def _decisions(
    loss: Loss, row: DisabilityRow, table: Provision, *, left_handed: bool | None
) -> list[str]:
    """The decisions the percentage rests on."""
    decisions: list[str] = []
    # Nobody who is stated to be right-handed is affected by how D40 is decided.
    sided = row.left_handed is not None and left_handed is not False
    # The table of 2015 prints the reverse for arm, forearm and hand, so nothing is open there.
    printed = row.left_handed is LeftHanded.SWAP and _was_read(table)
    if sided and not printed:
        decisions.append("D40")
    if row.step is not None:
        decisions.append("D41")
    if row.alternative is not None and not _was_read(table):
        decisions.append("D71")
    if is_one_eye_lost(loss, row):
        decisions.append("D81")
    return decisions


def _measure_fact(row: DisabilityRow) -> str:
    """The fact a row asks for."""
    if row.measured is Measurement.EYES:
        return "loss.better_eye"
    return "loss.measure"


def _row_code(loss: Loss, rows: dict[str, DisabilityRow], bands: Provision) -> str | None:
    """The row of a loss; of a group the one its measure leads to; None: no measure is stated."""
    bands_by_group = disability_bands(bands)
    codes = {*rows, *bands_by_group}
    if loss.code not in codes:
        allowed = f"one of {sorted(codes)}"
        raise InputError("Loss.code", loss.code, allowed, "find the row with disability_search")
    # B01 is both a row and a group: its limits bind the doctor's percentage.
    group = bands_by_group.get(loss.code)
    if group is None:
        return loss.code
    if loss.measure is None:
        return None
    for band in group:
        if band.covers(loss.measure):
            return band.code
    allowed = ", ".join(str(band) for band in group)
    step = "the table has no other values; ask the doctor"
    raise InputError("Loss.measure", loss.measure, allowed, step)


def _check_fits(
    loss: Loss, row: DisabilityRow, rows: dict[str, DisabilityRow], *, banded: bool
) -> None:
    """Refuse what the row does not ask for."""
    if loss.function_lost is not None and not _is_limb(row, rows):
        raise _unfit("Loss.function_lost", loss.function_lost, row)
    if loss.measure is not None and not banded:
        _check_measure_asked(loss.measure, row)
    if row.measured is not Measurement.EYES and states_eyes(loss):
        raise _unfit("Loss.better_eye", loss.better_eye, row)
    if states_ears(loss):
        _check_ears(loss, row)
    measure = loss.measure or 0
    if row.measured is Measurement.PERCENT and measure > WHOLE_PERCENT:
        raise _unfit("Loss.measure", measure, row)


def _is_limb(row: DisabilityRow, rows: dict[str, DisabilityRow]) -> bool:
    """Whether a row is a limb; part of hearing or sight has rows of its own, by measure."""
    measured = {other.most for other in rows.values()}
    return row.anatomical and row.code not in {_ONE_EYE, *measured}


def _check_measure_asked(measure: int, row: DisabilityRow) -> None:
    if row.measured in {Measurement.WHOLE, Measurement.EYES}:
        raise _unfit("Loss.measure", measure, row)


def _check_ears(loss: Loss, row: DisabilityRow) -> None:
    """Refuse thresholds where the row asks for none, or beside the decibels taken of them."""
    if row.measured is not Measurement.DECIBELS:
        raise _unfit("Loss.worse_ear", loss.worse_ear, row)
    if loss.measure is not None:
        step = "state the thresholds or the decibels lost, not both"
        raise InputError("Loss.measure", loss.measure, "None beside the thresholds", step)
    if row.code != _BOTH_EARS and loss.better_ear is not None:
        raise _unfit("Loss.better_ear", loss.better_ear, row)


def _unfit(name: str, value: Rupiah | None, row: DisabilityRow) -> InputError:
    allowed = f"what row {row.code} asks for: {row.measured}"
    shown: object = value
    if isinstance(value, Fraction):
        shown = int(value) if value.denominator == 1 else str(value)
    return InputError(name, shown, allowed, "correct the row or the fact")


def _share(
    loss: Loss, row: DisabilityRow, rows: dict[str, DisabilityRow], on: date, law: Law
) -> Fraction | None:
    """The share of one loss; None: its measure is missing."""
    if row.share is None:
        # The doctor's own percentage, which the limits of the row have passed already.
        return Fraction(loss.measure or 0, WHOLE_PERCENT)
    full = Fraction(row.share, MILLION)
    if row.step is None:
        if loss.function_lost is None:
            return full
        return full * loss.function_lost / WHOLE_PERCENT
    lost = _lost(loss, row, on, law)
    if lost is None:
        return None
    share = full * _steps(lost, row.step, law)
    # A measure that would pay more than the whole wage is a slip of the pen.
    if share > 1:
        allowed = f"{row.measured} of at most the whole wage"
        raise InputError("Loss.measure", loss.measure, allowed, "check the measure")
    if is_one_eye_lost(loss, row) and not law.chose("D81", "formula"):
        one_eye = _whole_share(rows[_ONE_EYE])
        share = max(share, one_eye)
    total_loss = _whole_share(rows[row.most])
    return min(share, total_loss)


def _whole_share(row: DisabilityRow) -> Fraction:
    """The share of a row that asks for nothing but its code."""
    return Fraction(row.share or 0, MILLION)


def _lost(loss: Loss, row: DisabilityRow, on: date, law: Law) -> Fraction | None:
    """The decibels or percent lost; None: the measure is missing."""
    if row.measured is Measurement.EYES:
        parts = law.number_of("D41")
        return sight_lost(loss, parts)
    if row.measured is Measurement.DECIBELS:
        hearing = law.get("jkk.hearing_loss", on)
        return decibels_lost(loss, row, hearing, _BOTH_EARS)
    if loss.measure is None:
        return None
    return Fraction(loss.measure)


def _steps(lost: Fraction, step: int, law: Law) -> Fraction:
    """The steps and the part of one; under an alternative of D41 full steps only."""
    if law.chose("D41", "full_steps"):
        return Fraction(lost // step)
    return lost / step


def disability_money(share: Fraction, months: int, wage: Rupiah) -> Rupiah:
    """The money of a disability, in rupiah: a share of so many months' wages (Lampiran III).

    >>> disability_money(Fraction(5, 100), months=80, wage=1_000_000)
    4000000
    """
    return exact(share * months * wage)
