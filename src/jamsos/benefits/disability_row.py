"""A row of the disability table (*persentase cacat*, Lampiran III), and what it asks for."""

from enum import StrEnum

from attrs import frozen

from jamsos.law.provisions import Bilingual


class Measurement(StrEnum):
    """What a row asks for besides its code."""

    WHOLE = "whole"
    """Nothing: the part is lost, or works less by a percentage."""
    RANGE = "range"
    """The percentage the doctor sets within the limits of the row."""
    DECIBELS = "decibels"
    PERCENT = "percent"
    EYES = "eyes"
    """The efficiency left of both eyes."""


class LeftHanded(StrEnum):
    """What the table prints for a left-handed person at a row with a right and a left side."""

    SWAP = "swap"
    """The reverse holds: the percentage of the other side."""
    AS_PRINTED = "as_printed"
    """Nothing is said: the percentage of the row itself."""


@frozen(kw_only=True)
class DisabilityRow:
    """One row of the table."""

    code: str
    share: int | None
    """Parts per million of the base months of wages; None: the doctor sets it."""
    alternative: int | None
    """Another share, of a row whose text was not read (decision D71)."""
    step: int | None
    """How many decibels or percent make one step."""
    most: str
    """The row of the total loss, which a row by steps never exceeds (decision D41)."""
    measured: Measurement
    """``whole``, ``range``, ``decibels``, ``percent`` or ``eyes``."""
    mirror: str
    """The row of the other side, where the sides differ."""
    left_handed: LeftHanded | None
    """What holds for a left-handed person; None: the row has no side."""
    name: Bilingual

    @property
    def anatomical(self) -> bool:
        """Whether the row is about a part of the body, lost whole or in part of its function."""
        # The codes of the table: A for a part of the body, B for any other loss.
        return self.code.startswith("A")
