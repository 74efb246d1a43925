"""Loss of hearing and of sight: what one number of both ears or both eyes is (decision D41)."""

from fractions import Fraction

from jamsos.benefits.disability_row import DisabilityRow, Measurement
from jamsos.law.provisions import Provision
from jamsos.workers.work_accident import WHOLE_PERCENT, Loss


def states_eyes(loss: Loss) -> bool:
    """Whether the efficiency of an eye is stated."""
    return loss.better_eye is not None or loss.worse_eye is not None


def states_ears(loss: Loss) -> bool:
    """Whether the threshold of an ear is stated."""
    return loss.better_ear is not None or loss.worse_ear is not None


def decibels_lost(loss: Loss, row: DisabilityRow, hearing: Provision, both: str) -> Fraction | None:
    """The decibels of hearing lost; None: a threshold is missing.

    Args:
        loss: The loss, with the decibels lost or the thresholds of the ears.
        row: The row of the loss.
        hearing: How the decibels are taken of the thresholds.
        both: The code of the row of both ears.

    """
    if loss.measure is not None:
        return Fraction(loss.measure)
    if loss.worse_ear is None:
        return None
    parts, threshold = _of_guide(hearing)
    worse = hearing_loss(loss.worse_ear, threshold)
    if row.code != both:
        return worse
    if loss.better_ear is None:
        return None
    better = hearing_loss(loss.better_ear, threshold)
    return binaural_loss(better, worse, parts)


def _of_guide(hearing: Provision) -> tuple[int, int]:
    """The parts of both ears, and the threshold that is still whole hearing."""
    [(parts, threshold)] = hearing.rows
    return int(str(parts)), int(str(threshold))


def hearing_loss(threshold: Fraction, whole: int) -> Fraction:
    """The decibels an ear has lost: its mean threshold less that of whole hearing.

    >>> hearing_loss(Fraction(45), whole=25)
    Fraction(20, 1)
    """
    return max(threshold - whole, Fraction(0))


def binaural_loss(better: Fraction, worse: Fraction, parts: int) -> Fraction:
    """The decibels both ears have lost; the better ear counts for all parts but one.

    >>> binaural_loss(Fraction(20), Fraction(25), parts=6)
    Fraction(125, 6)
    """
    return ((parts - 1) * better + worse) / parts


def sight_lost(loss: Loss, parts: int) -> Fraction | None:
    """The percent of binocular efficiency lost; None: that of an eye is missing."""
    if loss.better_eye is None or loss.worse_eye is None:
        return None
    return binocular_loss(loss.better_eye, loss.worse_eye, parts)


def binocular_loss(better: int, worse: int, parts: int) -> Fraction:
    """The percent of binocular efficiency lost; the better eye counts for all parts but one.

    Args:
        better: The efficiency left of the better eye, in percent.
        worse: That of the worse eye, in percent.
        parts: The parts both eyes are counted in.

    >>> binocular_loss(100, 60, parts=4)
    Fraction(10, 1)

    """
    left = Fraction((parts - 1) * better + worse, parts)
    return WHOLE_PERCENT - left


def is_one_eye_lost(loss: Loss, row: DisabilityRow) -> bool:
    """Whether an eye sees nothing any more, the other something (decision D81)."""
    return row.measured is Measurement.EYES and loss.worse_eye == 0 and loss.better_eye != 0
