"""The closed lists a fact is chosen from; the codes are versioned API."""

from jamsos.workers.closed_list import Code


class Segment(Code, family="segment"):
    """The segments of participants."""

    BPU = "BPU"
    """*bukan penerima upah*, without wage."""
    PU = "PU"
    """*penerima upah*, wage earners."""
    CONSTRUCTION = "CONSTRUCTION"
    """*jasa konstruksi*, construction projects."""
    MIGRANT = "MIGRANT"
    """*pekerja migran Indonesia*."""
    OUTSIDE = "OUTSIDE"
    """Civil servants, army, police, state officials: their own regulations."""


BPU, PU, CONSTRUCTION = Segment.BPU, Segment.PU, Segment.CONSTRUCTION
"""The members by themselves: looking one up in its list takes longer than most rules."""


_LETTERS = {"owner": "a", "independent": "b", "other": "c"}
"""The letters of Pasal 5 for the kinds of BPU."""


class BpuKind(Code, family="kind"):
    """The kind of BPU (Pasal 5): a stated fact that no category or occupation implies.

    The letters of the article are read too, and give the same members:

    >>> BpuKind("b")
    <BpuKind.INDEPENDENT: 'independent'>
    """

    OWNER = "owner"
    """*pemberi kerja*, letter a: employers who draw no wage."""
    INDEPENDENT = "independent"
    """*pekerja di luar hubungan kerja atau mandiri*, letter b."""
    OTHER = "other"
    """*pekerja lain yang bukan menerima upah*, letter c."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The word, and the letter that stands for it in Pasal 5."""
        return (str(self), _LETTERS[self])


class Category(Code, family="category"):
    """Worker categories, one main category a person; the programme's six groups come first."""

    TRADER = "trader"
    CASUAL_LABOUR = "casual_labour"
    FARMER = "farmer"
    FISHER = "fisher"
    CRAFT = "craft"
    VILLAGE_MSME = "village_msme"
    TRANSPORT = "transport"
    HOUSEHOLD = "household"
    RELIGIOUS = "religious"
    OTHER = "other"


class Sector(Code, family="sector"):
    """The sector PP 50/2025 distinguishes; stated, never inferred (decision D22)."""

    TRANSPORT = "transport"
    OTHER = "other"


class Programme(Code, family="programme"):
    """The programmes a BPU can take."""

    JKK = "JKK"
    JKM = "JKM"
    JHT = "JHT"


class Payer(Code, family="party"):
    """Who pays the contribution."""

    SELF = "self"
    COLLECTIVE = "collective"
    """*wadah*, a group, or an employer of mandate."""
    APBN = "APBN"
    APBD = "APBD"
    DBH_SAWIT = "DBH_SAWIT"
    DBHCHT = "DBHCHT"
    VILLAGE_VIA_APBD = "VILLAGE_VIA_APBD"
    APBDES = "APBDES"
    CSR = "CSR"
    PLATFORM = "platform"
    DONOR = "donor"
    OTHER = "other"

    @property
    def budget(self) -> str:
        """The budget the money runs through."""
        # Palm-oil, tobacco and village money spent through APBD is booked as APBD.
        if self in _THROUGH_APBD:
            return "APBD"
        return str(self)

    @property
    def third_party(self) -> bool:
        """Whether somebody other than the participant, alone or in a group, pays."""
        return self not in {Payer.SELF, Payer.COLLECTIVE}


_THROUGH_APBD = frozenset({Payer.DBH_SAWIT, Payer.DBHCHT, Payer.VILLAGE_VIA_APBD})


class Failing(Code, family="failing"):
    """What an employer failed to do for a wage earner, so that the employer owes the benefits."""

    NOT_REGISTERED = "not_registered"
    """The worker was never registered (PP 44/2015 Pasal 27 ayat (1), 35 ayat (1))."""
    WRONG_DATA = "wrong_data"
    """Wrong data left the worker without registration (Pasal 32 ayat (3))."""
    NEW_EMPLOYER = "new_employer"
    """The new employer neither reported nor paid for a worker who changed employer (Pasal 8)."""
    FIRST_CONTRIBUTION = "first_contribution"
    """The first contribution after self-registration was not paid in full (Pasal 10)."""


class Position(Code, family="position"):
    """What a person is at an employer: a worker, or deemed a worker in an accident (Pasal 28)."""

    WORKER = "worker"
    APPRENTICE = "apprentice"
    """*magang*."""
    STUDENT = "student"
    """*siswa kerja praktek*."""
    HONORARY = "honorary"
    """*tenaga honorer*."""
    CONVICT = "convict"
    """*narapidana* in assimilation."""
    UNIVERSITY_STUDENT = "university_student"
    """*mahasiswa kerja praktek*, from April 2021."""
    TALENT_TRAINEE = "talent_trainee"
    """*peserta pendidikan pengembangan bakat dan minat*, from April 2021."""

    @property
    def deemed(self) -> bool:
        """Whether the person is no worker and only deemed one (Pasal 28)."""
        return self is not Position.WORKER

    @property
    def of_wider_list(self) -> bool:
        """Whether only Permenaker 5/2021 names the position (Pasal 35 ayat (2))."""
        return self in {Position.UNIVERSITY_STUDENT, Position.TALENT_TRAINEE}


class Level(Code, family="level"):
    """School levels of the scholarship; ``NONE`` is a child not yet at school age."""

    NONE = "none"
    TK = "TK"
    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    PT = "PT"
    """Higher education up to S1, or training (*pelatihan*)."""


class ChildTie(Code, family="child_tie"):
    """How a child belongs to the participant (UU 1/1974 Pasal 43; PP 54/2007 Pasal 10, 20)."""

    OWN = "own"
    """*anak kandung*, born in a marriage or of a female participant."""
    ADOPTED = "adopted"
    """*anak angkat* by court determination."""
    RAISED = "raised"
    """Raised in the family without a court determination."""
    STEP = "step"
    """*anak tiri*."""
    ACKNOWLEDGED = "acknowledged"
    """Born outside marriage; the tie with the father was proved in court, or is recorded."""
    UNACKNOWLEDGED = "unacknowledged"
    """Born outside marriage to a male participant, without such a proof."""


class Will(Code, family="will"):
    """A will of the participant."""

    NONE = "none"
    NOTARIAL = "notarial"
    OTHER = "other"


class Heirs(Code):
    """The classes of heirs (*ahli waris*), the first of which takes (PP 44/2015 Pasal 40)."""

    SPOUSE_OR_CHILD = "spouse_or_child"
    """*janda, duda, atau anak*; the law does not divide the money between them (D50)."""
    BLOOD_LINE_2 = "blood_line_2"
    """*keturunan sedarah lurus ke atas dan ke bawah sampai derajat kedua*."""
    SIBLING = "sibling"
    """*saudara kandung*."""
    PARENT_IN_LAW = "parent_in_law"
    """*mertua*."""
    WILL = "will"
    """*pihak yang ditunjuk dalam wasiat*."""
    NOBODY = "nobody"
    """No class is there."""


class Cause(Code, family="cause"):
    """What a death came from, as stated: the library never finds this itself (decision D59)."""

    WORK_ACCIDENT = "work_accident"
    OCCUPATIONAL_DISEASE = "occupational_disease"
    OTHER = "other"


class WorkingAs(Code, family="working_as"):
    """In which form a studying child works (Pasal 103 ayat (3a))."""

    PU = "PU"
    BPU = "BPU"
    INTERN = "intern"
    """*magang*."""
