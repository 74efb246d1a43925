"""Who has to act: the parties of a duty, as codes of the catalogue."""

from enum import StrEnum


class Party(StrEnum):
    """Who has to report, answer or pay."""

    BPJS = "bpjs"
    """*BPJS Ketenagakerjaan*."""
    EMPLOYER = "employer"
    """*pemberi kerja*, also of a construction project."""
    FAMILY_TOO = "participant_and_or_family"
    FAMILY_INSTEAD = "participant_or_family"
    CLAIMANT_OF_WAGE = "participant_and_or_employer"
    PARTICIPANT = "participant"
    HEIRS = "heirs"
