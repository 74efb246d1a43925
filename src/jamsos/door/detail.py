"""How much a reply says."""

from enum import StrEnum


class Detail(StrEnum):
    """How much a reply says: amounts alone, with their grounds, or everything with its words."""

    AMOUNTS = "amounts"
    GROUNDS = "grounds"
    FULL = "full"
