"""What a work accident has to show, and which kinds there are (Permenaker 5/2021 Pasal 7, 47)."""

from jamsos.answers.parts import Notes, remark
from jamsos.law.law import Law
from jamsos.workers.codes import Segment
from jamsos.workers.event import Event, EventKind, EventPlace

_OF_BPU = {"accident.of_bpu": "note.injury_of_bpu"}
_WITH_EMPLOYER = {
    "accident.injury_with_employer": "note.injury",
    "accident.injury_or_evidence": "note.injury_or_evidence",
}
_AWAY = {"accident.kinds_with_employer": "note.kinds_with_employer"}
"""The provisions with the sentence of each; those of an injury follow each other in time."""
_HAVE_EMPLOYER = frozenset({Segment.PU, Segment.CONSTRUCTION})


def element_notes(event: Event, law: Law) -> Notes:
    """The injury an accident must have left; away from the workplace also what else counts.

    Whether it is a work accident is found by others (D59): this is what they will look for.

    Legal source: Permenaker 5/2021 Pasal 7 ayat (1), (2), (3), (7), 47, 74; Permenaker 1/2025
    Pasal 7 ayat (2), (3), (4), (9).
    """
    if event.kind is not EventKind.ACCIDENT:
        return ()
    asked: dict[str, str] = {}
    if event.segment is Segment.BPU:
        asked |= _OF_BPU
    if event.segment in _HAVE_EMPLOYER:
        asked |= _WITH_EMPLOYER
        if event.place is not EventPlace.WORKPLACE:
            asked |= _AWAY
    found = [(law.find(name, event.on), note) for name, note in asked.items()]
    return tuple(remark(note, law.cite(rule)) for rule, note in found if rule is not None)
