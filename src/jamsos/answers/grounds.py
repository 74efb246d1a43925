"""What an amount or a refusal may rest on."""

from typing import TypeAlias

from attrs import frozen

from jamsos.answers.texts import Text
from jamsos.law.provisions import Absence, Bilingual, Grade, Provision, Reading, Source


@frozen
class MissingFact:
    """A fact nobody stated and whose possible values would change the answer."""

    id: str

    kind = "missing_fact"
    grade = None
    sources: tuple[Source, ...] = ()

    @property
    def name(self) -> Text:
        """The fact in words."""
        return Text(f"fact.{self.id}")


@frozen
class Criterion:
    """A criterion of a local programme, as its scheme file states it."""

    id: str
    name: Bilingual
    sources: tuple[Source, ...]
    grade: Grade

    kind = "criterion"


Ground: TypeAlias = Provision | Absence | Reading | Criterion | MissingFact
"""A provision, a recorded absence, a numbered decision, a scheme's criterion, a missing fact.

A rule about input is an error (``jamsos.errors``), not an answer.
"""
