"""The closed lists of a claim: its kind, who claims, what is disputed."""

from jamsos.workers.codes import Code


class ClaimKind(Code):
    """What is claimed."""

    JKK = "jkk"
    """Work accident or occupational disease."""
    STMB = "stmb"
    """*santunan sementara tidak mampu bekerja*, temporary incapacity."""
    JKM = "jkm"
    """A death of another cause."""
    SCHOLARSHIP = "scholarship"
    """*beasiswa pendidikan anak*."""


class Claimant(Code):
    """Who claims after a death."""

    SPOUSE = "spouse"
    OTHER_HEIR = "other_heir"
    """Another heir of the statutory list."""
    BY_WILL = "by_will"
    """Somebody named in the will (*wasiat*)."""
    OUTSIDE_LIST = "outside_list"
    """Somebody outside the statutory list, without a will."""


class DisputeAbout(Code):
    """What somebody does not agree with."""

    WORK_ACCIDENT = "work_accident"
    OCCUPATIONAL_DISEASE = "occupational_disease"
    OUTCOME = "outcome"
    """The outcome the doctor declared."""
    DISABILITY = "disability"
    """The percentage of disability."""
    AMOUNT = "amount"
    CARE = "care"
    """*pelayanan*."""
    BPJS = "bpjs"
    """The work of BPJS Ketenagakerjaan."""
    CIVIL = "civil"
    """A civil dispute (*sengketa perdata*) that is not about normative rights of workers."""
