"""The closed lists of a claim: its kind, its papers, its reports, what is disputed."""

from jamsos.workers.closed_list import Code


class ClaimKind(Code, family="claim"):
    """What is claimed."""

    JKK = "jkk"
    """Work accident or occupational disease."""
    STMB = "stmb"
    """*santunan sementara tidak mampu bekerja*, temporary incapacity."""
    JKM = "jkm"
    """A death of another cause."""
    SCHOLARSHIP = "scholarship"
    """*beasiswa pendidikan anak*."""
    TRAINING = "training"
    """The scholarship for a training (*beasiswa untuk pelatihan*)."""
    EMPLOYER_REFUND = "employer_refund"
    """What the employer paid first for transport and STMB (Permenaker 5/2021 Pasal 114)."""


class Claimant(Code, family="claimant"):
    """Who claims after a death."""

    SPOUSE = "spouse"
    OTHER_HEIR = "other_heir"
    """Another heir of the statutory list."""
    BY_WILL = "by_will"
    """Somebody named in the will (*wasiat*)."""
    OUTSIDE_LIST = "outside_list"
    """Somebody outside the statutory list, without a will."""


class DisputeAbout(Code, family="dispute"):
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


class Requirement(Code):
    """Who asks for a paper."""

    BY_LAW = "required_by_law"
    """A regulation names it."""
    IN_PRACTICE = "asked_in_practice"
    """BPJS Ketenagakerjaan asks for it, without a regulation that was read."""


class ReportAddressee(Code):
    """To whom a work accident is reported (PP 44/2015 Pasal 43, 44; 1/2025 Pasal 8, 48B)."""

    LABOUR_OFFICE = "bpjs_and_labour_office"
    """BPJS Ketenagakerjaan and the local labour office (*dinas setempat*)."""
    PROVINCIAL_OFFICE = "bpjs_and_provincial_office"
    """BPJS Ketenagakerjaan and the provincial office with its labour inspection."""
    DISTRICT_OFFICE_TOO = "bpjs_and_provincial_or_district_office"
    """The same, or the district office (*dinas kabupaten/kota*; Permenaker 1/2025 Pasal 48B)."""
    OFFICE_ALONE = "provincial_office"
    """That office alone, of a worker who was never registered (Permenaker 5/2021 Pasal 27)."""


class Timeliness(Code):
    """Whether a report was made within its hours."""

    IN_TIME = "in_time"
    LATE = "late"


class Disappearance(Code, family="disappearance"):
    """How a person was lost (UU 1/2009 Pasal 178; Staatsblad 1922-455; Civil Code 467)."""

    SHIP = "ship"
    """Crew or passenger of a ship."""
    AIRCRAFT = "aircraft"
    """Passenger of an aircraft."""
    OTHER = "other"


class MissingPaper(Code, family="missing_paper"):
    """The paper about a missing person."""

    COURT = "court_determination"
    """*penetapan pengadilan*."""
    CERTIFICATE = "death_certificate"
    """*akta kematian*."""
    AIRLINE = "airline_statement"
    """*pernyataan maskapai*."""
    SEARCH_AND_RESCUE = "search_and_rescue_letter"
    """*surat Basarnas*; it decides only under the alternative of D75."""


class Examination(Code):
    """How a conclusion that it was no accident is examined (Permenaker 5/2021 Pasal 11, 51)."""

    OWN_MOTION = "office_of_its_own_motion"
    """The labour office examines every such conclusion."""
    ON_REQUEST = "only_if_asked"
    """The inspector only records it; the worker or the employer may ask for an examination."""


class Forum(Code):
    """Where a dispute is taken, step by step (PP 44/2015 Pasal 45, 57, 58)."""

    LABOUR_INSPECTOR = "labour_inspector"
    """*pengawas ketenagakerjaan* (Pasal 45)."""
    INSPECTOR_FINAL = "labour_inspector_final"
    """The same, whose finding is final for a BPU (Permenaker 5/2021 Pasal 118, 119)."""
    MINISTER = "minister_final"
    """The Minister, whose word is final (Pasal 45)."""
    BPJS_QUALITY_UNIT = "bpjs_complaint_unit"
    """The unit of BPJS for quality and complaints (Pasal 57)."""
    LABOUR_OFFICE_OR_DJSN = "labour_office_or_djsn"
    """The labour office, or the national social security council (Pasal 57)."""
    PROVINCIAL_OFFICE_MINISTRY_OR_DJSN = "provincial_office_ministry_or_djsn"
    """The provincial office, the ministry or that council (Permenaker 5/2021 Pasal 127)."""
    TALKS = "talks"
    """*musyawarah* (Pasal 58)."""
    COMPLAINT_UNIT = "complaint_unit"
    """The complaints unit of BPJS (Pasal 58)."""
    MEDIATION = "mediation"
    """*mediasi* (Pasal 58)."""
    DISTRICT_COURT = "district_court"
    """*pengadilan negeri* (Pasal 58)."""
