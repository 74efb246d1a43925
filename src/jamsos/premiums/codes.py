"""What a premium rule says beside its amount: how a relief was decided, as a small integer."""

from enum import IntEnum


class Relief(IntEnum):
    """The outcome of the relief rules for one contribution month."""

    NONE_KNOWN = 0
    GIVEN = 1
    PAYER_EXCLUDED = 2
    KIND_NOT_COVERED = 3
    NOT_PAID_UP = 4
    NEW_MEMBER = 5
    LATE = 6
    SECTOR_NOT_COVERED = 7
    INDUSTRY_NOT_COVERED = 8
    TOO_FEW_WORKERS = 9
    TOO_LATE = 10
