"""The closed lists of what an event comes to: which programme answers, who bears the care."""

from jamsos.workers.closed_list import Code


class EventProgramme(Code):
    """Which programme answers for an event (PP 44/2015 Pasal 25, 34)."""

    JKK = "JKK"
    """*jaminan kecelakaan kerja*: a work accident or an occupational disease."""
    JKM = "JKM"
    """*jaminan kematian*: a death of another cause."""
    NEITHER = "neither"
    """Nothing from the work, and nobody died."""


class CareBearer(Code):
    """Who bears the care of a suspected work accident (PP 49/2023 Pasal 25A)."""

    BPJS = "bpjs_ketenagakerjaan"
    """BPJS Ketenagakerjaan guarantees it until the conclusion (ayat (1), (2))."""
    JKK = "JKK"
    """Concluded a work accident: the care is a benefit of JKK (ayat (5))."""
    OTHERS = "participant_or_other_insurer"
    """Concluded none: the participant, or another insurer (ayat (6))."""
    BPJS_KESEHATAN = "bpjs_kesehatan"
    """The same, the participant in the national health insurance (1/2025 Pasal 8F, 48F)."""
    OUTSIDE_JKN = "participant_outside_jkn"
    """The same, the participant not in it: he himself, or another insurer (ayat (5))."""


class Concluder(Code):
    """Who concludes a suspected case (Permenaker 1/2025 Pasal 8C, 8D, 48C, 48D)."""

    BPJS = "bpjs_ketenagakerjaan"
    """BPJS Ketenagakerjaan, of an accident."""
    TREATING_DOCTOR = "treating_doctor"
    """The treating or examining doctor, of a disease."""
