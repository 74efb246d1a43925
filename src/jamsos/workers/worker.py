"""The worker: the facts the rules ask for. A fact that nobody stated is None, never guessed."""

import re
from datetime import date
from typing import Any

from attrs import Attribute, field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.days import is_day
from jamsos.values.money import is_rupiah
from jamsos.values.plain import advice, as_flag, checked_kind, checked_whole, keep
from jamsos.workers.codes import BpuKind, Category, Sector, Segment
from jamsos.workers.naming import naming_fields
from jamsos.workers.nik import Nik
from jamsos.workers.occupations import occupation_named

YEARS_A_LIFE = 150


def is_flag(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a yes/no field; ``None`` stands for a missing fact."""
    # A truth value of Python is kept as it came.
    if value is None or isinstance(value, bool):
        return
    flag = flag_or_none(value, f"{type(instance).__name__}.{attribute.name}")
    keep(instance, attribute, flag)


def flag_or_none(value: object, name: str) -> bool | None:
    """Return True or False as :func:`checked_flag`, or None for a fact that is not known.

    Raises:
        InputError: for anything else.

    """
    if value is None:
        return None
    flag = as_flag(value)
    if flag is None:
        step = advice(value, "write True or False, or leave it out where it is not known")
        raise InputError(name, value, "True, False or None", step)
    return flag


def checked_flag(value: object, name: str) -> bool:
    """Return True or False; a truth value of NumPy or pandas is one, a number is none.

    Raises:
        InputError: for anything else.

    """
    flag = as_flag(value)
    if flag is None:
        step = advice(value, "write True or False")
        raise InputError(name, value, "True or False", step)
    return flag


def is_count(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a number of things; ``None`` stands for a missing fact."""
    if value is not None:
        is_known_count(instance, attribute, value)


def is_known_count(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a number of things that has to be stated, 0 for none."""
    # A number of Python within the bounds is kept as it came.
    if type(value) is int and 0 <= value <= MOST_COUNTED:
        return
    name = f"{type(instance).__name__}.{attribute.name}"
    keep(instance, attribute, checked_count(value, name, MOST_COUNTED))


POOREST_DECILE, WEALTHIEST_DECILE = 1, 10
"""The first and the last tenth of all families, by their welfare."""


def checked_decile(value: object, name: str) -> int:
    """Return a decile: 1, the poorest tenth of all families, to 10.

    Raises:
        InputError: for anything else.

    """
    return checked_whole(value, name, POOREST_DECILE, WEALTHIEST_DECILE)


def is_decile(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a decile; ``None`` stands for a missing fact."""
    if value is not None:
        name = f"{type(instance).__name__}.{attribute.name}"
        keep(instance, attribute, checked_decile(value, name))


MOST_COUNTED = 12 * YEARS_A_LIFE
"""The largest number of months, jobs or children a fact may state."""


def checked_count(value: object, name: str, most: int) -> int:
    """Return a whole number from 0 to ``most``; one of NumPy is taken exactly.

    Raises:
        InputError: for anything else.

    """
    return checked_whole(value, name, 0, most)


REGION = r"[0-9]{2}(\.?[0-9]{2}(\.?[0-9]{2}(\.?[0-9]{4})?)?)?"
"""The form of a Kemendagri region code."""


def checked_region(code: object, name: str) -> str:
    """Return a Kemendagri region code, with or without dots.

    The region is a province, a district, a kecamatan or a village.

    Raises:
        InputError: for anything else, a district's name included.

    """
    # A number such as 64.10 would lose its last digit.
    if not isinstance(code, str) or not re.fullmatch(REGION, code):
        raise InputError(
            name,
            code,
            "a Kemendagri code as text, such as '64.08' or '64.08.15'",
            "write the code of the region, not its name and not a number",
        )
    return code


@frozen(kw_only=True, field_transformer=naming_fields)
class Worker(Fact):
    """A person who works. Every field may be None: not known.

    >>> fisher = Worker(kind="independent", category="fisher", income=900_000, sector="other")
    >>> fisher.kind
    <BpuKind.INDEPENDENT: 'independent'>

    Raises:
        InputError: for an invalid fact.

    """

    segment: Segment | None = field(default=Segment.BPU, converter=optional(Segment))
    """Where cover or benefits are asked, the segment of each registration decides instead."""
    kind: BpuKind | None = field(default=None, converter=optional(BpuKind))
    """Owner, independent or other; a stated fact. The letters a, b, c of Pasal 5 are read too."""
    category: Category | None = field(default=None, converter=optional(Category))
    """The one main category of the present work."""
    occupation: int | None = None
    """The code on the identity card, 1 to 89; often stale."""
    birth: date | None = field(default=None, validator=is_day)
    income: int | None = field(default=None, validator=is_rupiah)
    """Declared monthly income (*penghasilan*) in whole rupiah."""
    second_income: int | None = field(default=None, validator=is_rupiah)
    """Declared monthly income of a second registered job (decision D09)."""
    sector: Sector | None = field(default=None, converter=optional(Sector))
    works: bool | None = field(default=None, validator=is_flag)
    """Whether the person works at present."""
    wage_earner: bool | None = field(default=None, validator=is_flag)
    """Whether the person is covered as a wage earner (PU) at present."""
    other_payer: bool | None = field(default=None, validator=is_flag)
    """Whether another budget or employer already pays for the person."""
    foreign: bool | None = field(default=None, validator=is_flag)
    months_in_indonesia: int | None = field(default=None, validator=is_count)
    """A foreigner's months of work in Indonesia."""
    jobs: int | None = field(default=None, validator=is_count)
    """How many kinds of work the person has."""
    resident_of: str | None = None
    """Kemendagri code of the district on the identity card (Kutai Timur: 64.08).

    It is not the region inside the NIK.
    """
    letter: bool | None = field(default=None, validator=is_flag)
    """Whether the village's *surat keterangan* about the present work is there."""
    registry_match: bool | None = field(default=None, validator=is_flag)
    """Whether the civil registry (*Disdukcapil*) confirmed the identity."""
    poor: bool | None = field(default=None, validator=is_flag)
    """Whether the person stands in the poverty data a scheme asks for."""
    decile: int | None = field(default=None, validator=is_decile)
    """The decile of the family in DTSEN, 1 (the poorest) to 10; a scheme says which are poor."""
    nik: Nik | None = None
    has_nik: bool | None = field(default=None, validator=is_flag)
    """Whether the person has a NIK or an identity card (KTP); a stated ``nik`` says it as well."""

    def __attrs_post_init__(self) -> None:
        if self.occupation is not None:
            # Looked up to refuse a code outside the list, and kept as a plain int.
            listed = occupation_named(self.occupation, "Worker.occupation")
            object.__setattr__(self, "occupation", listed.code)
        # Plain text would show the digits wherever the worker is printed.
        if self.nik is not None:
            checked_kind(Nik, self.nik, "Worker.nik", "wrap the digits: Nik('...')")
            self._check_has_nik()
            # The digits are never written out; that there is a number is.
            object.__setattr__(self, "has_nik", True)
        if self.resident_of is not None:
            checked_region(self.resident_of, "Worker.resident_of")

    def _check_has_nik(self) -> None:
        if self.has_nik is False:
            step = "leave nik out, or state has_nik=True"
            raise InputError("Worker.has_nik", self.has_nik, "True or None beside a NIK", step)


def any_worker(worker: object) -> Worker:
    """Return a worker of any segment.

    Raises:
        InputError: for anything but a Worker.

    """
    return checked_kind(Worker, worker, "worker")


def checked_worker(value: object) -> Worker:
    """Return a worker of the one segment the question is about: a non-wage earner (BPU).

    Raises:
        InputError: for another segment, or for anything but a Worker.

    """
    worker = any_worker(value)
    if worker.segment is not None and worker.segment is not Segment.BPU:
        others = "wage_premium, construction_premium, migrant_premium"
        step = f"this question is answered for BPU only; see {others}"
        raise InputError("Worker.segment", str(worker.segment), "BPU", step)
    return worker


def checked_life(birth: date | None, day: date, name: str) -> None:
    """Refuse a birth after the day, or longer before it than a life lasts.

    Raises:
        InputError: naming the birth date.

    """
    if birth is None:
        return
    too_long_ago = day.year - birth.year > YEARS_A_LIFE
    if birth > day or too_long_ago:
        allowed = f"not after {name} ({day.isoformat()}) and at most {YEARS_A_LIFE} years before it"
        raise InputError("Worker.birth", birth.isoformat(), allowed, "check the birth date")
