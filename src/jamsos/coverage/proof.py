"""What proves an accident away from the workplace (Permenaker 5/2021, 1/2025 Pasal 7)."""

from jamsos.answers.parts import Notes, remark
from jamsos.law.law import Law
from jamsos.workers.codes import Segment
from jamsos.workers.event import Event, EventKind, EventPlace

OF_WITNESSES = {
    "accident.proof_two_witnesses": "note.proof_two_witnesses",
    "accident.proof_witnesses": "note.proof_witnesses",
}
OF_DUTY = {"accident.proof_duty_letter": "note.proof_duty_letter"}
"""The provisions with the sentence of each; those of witnesses follow each other in time."""


def proof_notes(event: Event, law: Law) -> Notes:
    """The letter of the police or the witnesses; of a duty trip also the order.

    Legal source: Permenaker 5/2021 Pasal 7 ayat (4), (5), 74; Permenaker 1/2025 Pasal 7 ayat (5),
    (7). Pasal 47, on a BPU, names no proof.
    """
    away = event.place in {EventPlace.ON_THE_WAY, EventPlace.ELSEWHERE}
    with_employer = event.segment in {Segment.PU, Segment.CONSTRUCTION}
    if event.kind is not EventKind.ACCIDENT or not away or not with_employer:
        return ()
    asked = dict(OF_WITNESSES)
    # Elsewhere may be a duty trip; the way between home and work is none.
    if event.place is EventPlace.ELSEWHERE:
        asked |= OF_DUTY
    found = [(law.find(name, event.on), note) for name, note in asked.items()]
    return tuple(remark(note, law.cite(rule)) for rule, note in found if rule is not None)
