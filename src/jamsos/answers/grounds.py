"""What an amount or a refusal may rest on."""

from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter
from typing import TypeAlias

from attrs import frozen

from jamsos.answers.texts import Arg, Text
from jamsos.law.provisions import Absence, Bilingual, Decision, Grade, Provision, Source, WhatIf

_CLASSES = {
    "accident": "WorkAccident",
    "child": "Child",
    "employment": "Employment",
    "enterprise": "Enterprise",
    "event": "Event",
    "family": "Family",
    "home_care": "HomeCare",
    "incapacity": "Incapacity",
    "job": "Job",
    "loss": "Loss",
    "participation": "Participation",
    "payment": "Payment",
    "placement": "Placement",
    "project": "Project",
    "sudden_death": "SuddenDeath",
    "worker": "Worker",
}
"""The classes of facts, by the first word of the ids of their facts."""
_ARGUMENTS = {
    "changes.row": "scheme=... with the row it buys, or a law that chooses the row by the income",
    "event.finding": "found=...",
    "event.received_on": "received_on=...",
    "event.reported_on": "reported_on=...",
    "event.concluded_on": "concluded_on=...",
    "dispute.segment": "segment=...",
    "claim.event_hour": "event_on=... as a datetime with its time zone",
    "claim.stage1_hour": "stage1_on=... as a datetime with its time zone",
    "scheme.age": "scheme=... with the official age limits, from the office's own file",
    "scheme.poorest_deciles": "scheme=... with poorest_deciles, from the office's own file",
    "scheme.criteria": "scheme=... with the criteria of the year, from the office's own file",
}
"""What to give for the facts whose id is not the name of what states them."""
_NOBODY_KNOWS = frozenset(
    {
        "base.piece_work",
        "base.two_jobs",
        "migrant.delay",
        "migrant.jkk_on_leave",
        "migrant.last_day",
        "migrant.late_departure",
        "migrant.late_prolongation",
        "migrant.late_return",
        "migrant.short_contract",
    }
)
"""What no argument can settle: the regulation was not read, or does not say it."""


@frozen
class MissingFact:
    """A fact nobody stated and whose possible values would change the answer."""

    id: str

    kind = "missing_fact"
    since = None
    grade = None
    sources: tuple[Source, ...] = ()

    @property
    def name(self) -> Text:
        """The fact in words."""
        return Text(f"fact.{self.id}")

    @property
    def argument(self) -> str | None:
        """What states the fact: the field of a class, or the argument of the question.

        None: nothing does, since the law in the library does not say it.

        >>> MissingFact("worker.sector").argument, MissingFact("for_children").argument
        ('Worker(sector=...)', 'for_children=...')
        """
        room, _, name = self.id.rpartition(".")
        if self.id in _NOBODY_KNOWS:
            return None
        if self.id in _ARGUMENTS:
            return _ARGUMENTS[self.id]
        if room in _CLASSES:
            return f"{_CLASSES[room]}({name}=...)"
        # Every other id names an argument, behind the subject of its question.
        return f"{name}=..."

    @property
    def ask(self) -> str:
        """What to give, or whom to ask.

        >>> MissingFact("worker.sector").ask
        'give Worker(sector=...)'
        """
        if self.argument is None:
            return "ask BPJS Ketenagakerjaan: the law in the library does not say"
        return f"give {self.argument}"


@frozen
class Criterion:
    """A criterion of a local programme, as its scheme file states it."""

    id: str
    name: Bilingual
    sources: tuple[Source, ...]
    grade: Grade

    kind = "criterion"
    since = None


@frozen(kw_only=True)
class Stated:
    """An amount that the caller states in the place of a text nobody has read: it is no law."""

    id: str
    value: int
    """In whole rupiah."""

    kind = "stated"
    since = None
    grade = None
    sources: tuple[Source, ...] = ()

    @property
    def name(self) -> Text:
        """What was stated, with the amount, in words."""
        return Text(f"stated.{self.id}", {"amount": self.value})


Ground: TypeAlias = Provision | Absence | Decision | Criterion | MissingFact | Stated | WhatIf
"""A provision, a recorded absence, a numbered decision, a scheme's criterion, a missing fact, an
amount the caller stated where no text was read, or a what-if the law was asked under.

A rule about input is an error (``jamsos.errors``), not an answer.
"""
Grounds: TypeAlias = tuple[Ground, ...]
Needs: TypeAlias = tuple[MissingFact | Decision, ...]
"""What has to be stated or chosen before the question can be answered."""


identity: Callable[[Ground], tuple[str, str, date | None]] = attrgetter("kind", "id", "since")
"""What makes two grounds the same: the kind, the id, and of a provision its period.

Every period of a rule has its id; only the first day tells them apart.

>>> identity(MissingFact("worker.income"))
('missing_fact', 'worker.income', None)
"""


def distinct(grounds: Iterable[Ground]) -> Grounds:
    """Each ground once, in the order of first use."""
    # Parts share most of their grounds: each object is looked at once.
    objects = {id(ground): ground for ground in grounds}
    by_identity: dict[tuple[str, str, date | None], Ground] = {}
    for ground in objects.values():
        by_identity.setdefault(identity(ground), ground)
    return tuple(by_identity.values())


def awaited(ground: Ground) -> Arg:
    """A ground in words as what an answer still waits for: a fact, or a decision.

    >>> awaited(MissingFact("worker.income")).say("en")
    'the monthly income'
    """
    if isinstance(ground, Decision):
        return Text("ground.awaited_decision", {"name": ground.name})
    return ground.name


def needs_among(grounds: Grounds) -> Needs:
    """The missing facts and the open decisions among grounds: what a value waits for."""
    needs: list[MissingFact | Decision] = []
    for ground in grounds:
        if isinstance(ground, MissingFact) or (isinstance(ground, Decision) and ground.open):
            needs.append(ground)
    return tuple(needs)


def hypothetical_among(grounds: Iterable[Ground]) -> Grounds:
    """The grounds that are supposed in a what-if, and the what-if itself."""
    return tuple(ground for ground in grounds if ground.grade is Grade.HYPOTHETICAL)


def is_open(ground: Ground) -> bool:
    """Whether a ground is a decision about a question the law leaves open."""
    return isinstance(ground, Decision) and ground.open


def next_step(needs: Needs, *, strict: bool) -> str:
    """What to give or to choose so that a question can be answered, under a strict law or another.

    >>> next_step((MissingFact("worker.income"),), strict=False)
    'give Worker(income=...)'
    """
    steps = [_step(need, strict=strict) for need in needs]
    return "; ".join(steps) or "read the notes of the answer, and ask BPJS Ketenagakerjaan"


def _step(need: MissingFact | Decision, *, strict: bool) -> str:
    # Under a strict law an open decision stays open, whatever was chosen.
    if strict and is_open(need):
        return f"ask under a law without strictly(), which leaves {need.id} open"
    return need.ask
