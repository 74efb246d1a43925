"""The papers of a JKK claim that depend on the kind of accident (Permenaker 5/2021 Pasal 7)."""

from jamsos.answers.parts import Notes, remark
from jamsos.claims.codes import ClaimKind
from jamsos.claims.paper_lists import Request
from jamsos.coverage.proof import OF_DUTY, OF_WITNESSES
from jamsos.workers.codes import Segment

_PROOF = {**OF_WITNESSES, **OF_DUTY, "accident.violence_proof": "note.violence_proof"}
"""The provisions with the sentence of each."""
_HAVE_EMPLOYER = frozenset({Segment.PU, Segment.CONSTRUCTION})


def proof_notes(request: Request) -> Notes:
    """What proves an accident away from the workplace, a duty trip, violence or rape.

    These are the "other papers according to the kind of event". Pasal 47, on a BPU, names none.

    Legal source: Permenaker 5/2021 Pasal 7 ayat (4), (5), 74; Permenaker 1/2025 Pasal 7 ayat (5),
    (6), (7). The day of the claim counts (D74).
    """
    if request.kind is not ClaimKind.JKK or request.segment not in _HAVE_EMPLOYER:
        return ()
    found = [(request.find(name), note) for name, note in _PROOF.items()]
    return tuple(remark(note, rule.grounds) for rule, note in found if rule is not None)
