"""The steps of a registration of each segment: what starts a limit, and who has to act."""

from collections.abc import Mapping
from typing import NamedTuple

from jamsos.answers.parties import Party
from jamsos.workers.codes import Segment


class Step(NamedTuple):
    """A limit in working days: what starts it, the finding, the provision, and who has to act."""

    start: str
    code: str
    rule: str
    party: Party


# PP 44/2015 Pasal 6 ayat (1): the employer returns the form.
_FORM = Step("form_received_on", "form_by", "register.form_working_days", Party.EMPLOYER)

# Pasal 10 ayat (1) and its explanation: after this day the employer is manifestly negligent.
_WORKER = Step(
    start="hired_on",
    code="register_worker_by",
    rule="register.negligent_after_working_days",
    party=Party.EMPLOYER,
)

# Pasal 10 ayat (3): BPJS verifies a registration workers made themselves.
_VERIFICATION = Step(
    start="self_registered_on",
    code="verify_by",
    rule="register.verification_working_days",
    party=Party.BPJS,
)

NUMBER = Step("complete_on", "number_by", "register.number_working_days", Party.BPJS)
"""The number is issued (PP 44/2015 Pasal 6 ayat (2), 10 ayat (5), 11 ayat (4))."""

# Pasal 7 ayat (1), 12 ayat (1): the card is issued.
_CARD = Step("complete_on", "card_by", "register.card_working_days", Party.BPJS)

# Pasal 7 ayat (2), 12 ayat (2): the card is handed over, to a wage earner by the employer.
_HANDOVER = "register.card_handover_working_days"
_HANDOVER_BY_EMPLOYER = Step("card_on", "card_handover_by", _HANDOVER, Party.EMPLOYER)
_HANDOVER_BY_BPJS = Step("card_on", "card_handover_by", _HANDOVER, Party.BPJS)

# Pasal 9 ayat (2) and (3), 13 ayat (1): changed data are reported.
_CHANGE = "register.data_change_working_days"
_CHANGE_BY_EMPLOYER = Step("changed_on", "change_by", _CHANGE, Party.EMPLOYER)
_CHANGE_BY_PARTICIPANT = Step("changed_on", "change_by", _CHANGE, Party.PARTICIPANT)

# Permenaker 44/2015, from 1 April 2021 5/2021: construction projects.
_PROJECT = Step(
    start="ordered_on",
    code="register_project_by",
    rule="construction.register_within",
    party=Party.EMPLOYER,
)
_PROOF = Step("complete_on", "proof_by", "construction.proof_working_days", Party.BPJS)
_PROOF_HANDOVER = Step(
    start="proof_on",
    code="proof_handover_by",
    rule="construction.proof_handover_working_days",
    party=Party.BPJS,
)
PROJECT_CHANGE = Step(
    start="changed_on",
    code="change_by",
    rule="construction.report_change_within",
    party=Party.EMPLOYER,
)

STEPS: Mapping[Segment, tuple[Step, ...]] = {
    Segment.PU: (
        _FORM,
        _WORKER,
        _VERIFICATION,
        NUMBER,
        _CARD,
        _HANDOVER_BY_EMPLOYER,
        _CHANGE_BY_EMPLOYER,
    ),
    Segment.BPU: (NUMBER, _CARD, _HANDOVER_BY_BPJS, _CHANGE_BY_PARTICIPANT),
    Segment.CONSTRUCTION: (_PROJECT, _PROOF, _PROOF_HANDOVER, PROJECT_CHANGE),
}
"""The limits of each segment, in the order in which a registration goes through them."""

ORDER_OF_DAYS = (
    ("form_received_on", "complete_on"),
    ("hired_on", "self_registered_on"),
    ("self_registered_on", "complete_on"),
    ("ordered_on", "complete_on"),
    ("complete_on", "card_on"),
    ("complete_on", "proof_on"),
    ("changed_on", "event_on"),
)
"""Two days of which the second is never before the first."""
