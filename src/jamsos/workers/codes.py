"""The closed lists a fact is chosen from; the codes are versioned API."""

from enum import Enum

from jamsos.errors import InputError


class Code(Enum):
    """A closed list; anything that is not on it is refused with the list, members of another list too.

    >>> Category("boatman")
    Traceback (most recent call last):
    ...
    jamsos.errors.InputError: Category: got 'boatman'; allowed: one of ['trader', ...
    """

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise InputError(cls.__name__, value, f"one of {[str(member) for member in cls]}", "choose a code of the list")


class Segment(Code):
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
"""The members by themselves: to look one up in its list takes longer than most rules."""


class BpuKind(Code):
    """The kind of BPU (Pasal 5): a stated fact that no category or occupation implies."""

    OWNER = "a"
    """*pemberi kerja*: employers who draw no wage."""
    INDEPENDENT = "b"
    """*pekerja di luar hubungan kerja atau mandiri*."""
    OTHER = "c"
    """*pekerja lain yang bukan menerima upah*."""


class Category(Code):
    """Worker categories: the programme's six groups first, then the others; one main category a person."""

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


class Sector(Code):
    """The sector PP 50/2025 distinguishes; stated, never inferred (decision D22)."""

    TRANSPORT = "transport"
    OTHER = "other"


class Programme(Code):
    """The programmes a BPU can take."""

    JKK = "JKK"
    JKM = "JKM"
    JHT = "JHT"


class Payer(Code):
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
        """The budget the money runs through: palm-oil, tobacco and village money spent through APBD is APBD."""
        return "APBD" if self in _THROUGH_APBD else str(self)

    @property
    def third_party(self) -> bool:
        """Whether somebody other than the participant, alone or in a group, pays."""
        return self not in {Payer.SELF, Payer.COLLECTIVE}


_THROUGH_APBD = frozenset({Payer.DBH_SAWIT, Payer.DBHCHT, Payer.VILLAGE_VIA_APBD})


class Failing(Code):
    """What an employer failed to do for a wage earner, so that he owes the benefits himself."""

    NOT_REGISTERED = "not_registered"
    """The worker was never registered (PP 44/2015 Pasal 27 ayat (1), 35 ayat (1))."""
    WRONG_DATA = "wrong_data"
    """Wrong data left the worker without registration (Pasal 32 ayat (3))."""
    NEW_EMPLOYER = "new_employer"
    """The new employer neither reported nor paid for a worker who changed employer (Pasal 8)."""
    FIRST_CONTRIBUTION = "first_contribution"
    """The first contribution of a worker who registered himself was not paid in full (Pasal 10)."""


class Position(Code):
    """What a person is at an employer: a worker, or one who is deemed a worker in an accident (Pasal 28)."""

    WORKER = "worker"
    APPRENTICE = "apprentice"
    """*magang*."""
    STUDENT = "student"
    """*siswa kerja praktek*."""
    HONORARY = "honorary"
    """*tenaga honorer*."""
    CONVICT = "convict"
    """*narapidana* in assimilation."""


class Level(Code):
    """School levels of the scholarship; ``NONE`` is a child not yet at school age."""

    NONE = "none"
    TK = "TK"
    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    PT = "PT"
    """Higher education up to S1, or training (*pelatihan*)."""


class Will(Code):
    """A will of the participant."""

    NONE = "none"
    NOTARIAL = "notarial"
    OTHER = "other"


class Cause(Code):
    """What a death came from, as stated: the library never finds this itself (decision D59)."""

    WORK_ACCIDENT = "work_accident"
    OCCUPATIONAL_DISEASE = "occupational_disease"
    OTHER = "other"


class WorkingAs(Code):
    """In which form a studying child works (Pasal 103 ayat (3a))."""

    PU = "PU"
    BPU = "BPU"
    INTERN = "intern"
    """*magang*."""
