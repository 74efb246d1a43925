"""An answer about benefits that lacks a fact or rests on an open decision."""

from attrs import evolve

from jamsos.answers.answer import Answer, Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.law.provisions import Reading


def undecided(frame: Answer, needs: tuple[MissingFact | Reading, ...], grounds: tuple[Ground, ...] = ()) -> Answer:
    """The frame of an answer with what is needed to decide it."""
    note = Note(text=Text("note.undecided"), grounds=(*needs, *grounds))
    return evolve(frame, needs=needs, notes=(*frame.notes, note))
