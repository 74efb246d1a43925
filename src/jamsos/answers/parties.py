"""Who has to act: the parties of a duty, as codes of the catalogue."""

from enum import StrEnum


class Party(StrEnum):
    """Who has to report, answer or pay."""

    BPJS = "bpjs"
    """*BPJS Ketenagakerjaan*."""
    EMPLOYER = "employer"
    """*pemberi kerja*, also of a construction project."""
    FAMILY_TOO = "participant_and_or_family"
    """*peserta dan/atau keluarga*, of a BPU or a migrant worker."""
    FAMILY_INSTEAD = "participant_or_family"
    """*peserta atau keluarga*, of a BPU."""
    CLAIMANT_OF_WAGE = "participant_and_or_employer"
    """*peserta dan/atau pemberi kerja*, of a PU or a project worker."""
    PARTICIPANT = "participant"
    """The participant, directly or through a group (*wadah*)."""
    WORKER_TOO = "employer_worker_or_heirs"
    """*pemberi kerja, pekerja, atau ahli waris*, of a worker who was never registered."""
    INSPECTOR = "labour_inspector"
    """*pengawas ketenagakerjaan*."""
    ADVISORY_DOCTOR = "advisory_doctor"
    """*dokter penasihat*."""
    HEIRS = "heirs"
    """*ahli waris*."""
