"""The worker: the facts the rules ask for. A fact nobody stated is None and never guessed."""

import re
from datetime import date
from typing import Any

from attrs import Attribute, field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.days import is_day
from jamsos.values.money import is_rupiah
from jamsos.workers.codes import BpuKind, Category, Sector, Segment
from jamsos.workers.nik import Nik
from jamsos.workers.occupations import occupation

YEARS_A_LIFE = 150


def is_flag(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a yes/no field; ``None`` stands for a missing fact."""
    if value is not None and not isinstance(value, bool):
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, value, "True, False or None", "state the fact as True or False")


def not_none(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a field that always has a value."""
    if value is None:
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, value, "a value", "state the fact; use 0 for none")


def is_count(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a number of things; ``None`` stands for a missing fact."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_COUNTED):
        name = f"{type(instance).__name__}.{attribute.name}"
        raise InputError(name, value, "a whole number from 0 up", "correct the number")


MOST_COUNTED = 12 * YEARS_A_LIFE
"""The largest number of months, jobs or children a fact may state."""


REGION = r"[0-9]{2}(\.?[0-9]{2}(\.?[0-9]{2}(\.?[0-9]{4})?)?)?"
"""The form of a Kemendagri region code."""


def checked_region(code: object, name: str) -> str:
    """Return a Kemendagri region code: province, district, kecamatan or village, with or without dots.

    Raises:
        InputError: for anything else, a district's name included.

    """
    if not isinstance(code, str) or not re.fullmatch(REGION, code):
        raise InputError(name, code, "a Kemendagri code such as '64.08'", "write the region code as text")
    return code


@frozen(kw_only=True)
class Worker:
    """A person who works. Every field may be None: not known.

    >>> fisher = Worker(kind="b", category="fisher", birth=date(1984, 5, 17), income=900_000, sector="other")
    >>> fisher.kind
    <BpuKind.INDEPENDENT: 'b'>

    Raises:
        InputError: for a fact that cannot be.

    """

    segment: Segment | None = field(default=Segment.BPU, converter=optional(Segment))
    """Where cover or benefits are asked, the segment of each registration decides instead."""
    kind: BpuKind | None = field(default=None, converter=optional(BpuKind))
    """Owner (a), independent (b) or other (c); a stated fact."""
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
    """Kemendagri code of the district on the identity card (Kutai Timur: 64.08); not the NIK's region."""
    letter: bool | None = field(default=None, validator=is_flag)
    """Whether the village's *surat keterangan* about the present work is there."""
    registry_match: bool | None = field(default=None, validator=is_flag)
    """Whether the civil registry (*Disdukcapil*) confirmed the identity."""
    poor: bool | None = field(default=None, validator=is_flag)
    """Whether the person stands in the poverty data a scheme asks for."""
    nik: Nik | None = None

    def __attrs_post_init__(self) -> None:
        if self.occupation is not None:
            occupation(self.occupation)
        if self.nik is not None and not isinstance(self.nik, Nik):
            raise InputError("Worker.nik", type(self.nik).__name__, "a Nik", "wrap the digits: Nik('...')")
        if self.resident_of is not None:
            checked_region(self.resident_of, "Worker.resident_of")


def any_worker(worker: object) -> Worker:
    """Return a worker of any segment.

    Raises:
        InputError: for what is no Worker.

    """
    if not isinstance(worker, Worker):
        raise InputError("worker", type(worker).__name__, "a Worker", "build the facts with jamsos.Worker(...)")
    return worker


def checked_worker(given: object) -> Worker:
    """Return a worker of the segment this version answers for.

    Raises:
        InputError: for another segment, or for what is no Worker.

    """
    worker = any_worker(given)
    if worker.segment not in {Segment.BPU, None}:
        step = "this question is answered for BPU only; see wage_premium, construction_premium, migrant_premium"
        raise InputError("Worker.segment", str(worker.segment), "BPU", step)
    return worker


def checked_life(birth: date | None, day: date, name: str) -> None:
    """Refuse a birth after the day, or longer before it than a life lasts.

    Raises:
        InputError: naming the birth date.

    """
    if birth is not None and not (birth <= day and day.year - birth.year <= YEARS_A_LIFE):
        allowed = f"not after {name} ({day.isoformat()}) and at most {YEARS_A_LIFE} years before it"
        raise InputError("Worker.birth", birth.isoformat(), allowed, "check the birth date")
