"""The answers of this room: one class for each question, with its results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.deadlines import Deadline, deadlines_of, timeline_sentences
from jamsos.answers.texts import Text
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import Segment

RegistrationTimelineFinding: TypeAlias = Literal[
    "card_by",
    "card_handover_by",
    "change_by",
    "event_paid_by",
    "form_by",
    "number_by",
    "proof_by",
    "proof_handover_by",
    "register_project_by",
    "register_worker_by",
    "verify_by",
]


class EventPayer(Code):
    """Who pays for an event on a project before a change of workers was reported."""

    BPJS = "bpjs"
    """BPJS Ketenagakerjaan: the time to report had not passed."""
    CONTRACTOR = "contractor"
    """The contractor: it had."""


@frozen(kw_only=True, repr=False)
class RegistrationTimeline(Answer):
    """By when who has to do what at a registration or a change.

    A day is None where the day that starts its limit was not stated, or where the segment has no
    such step. One that a missing fact decides, or on which the library has no text, raises
    :class:`~jamsos.UndecidedError`.
    """

    question: ClassVar = "registration_timeline"
    fact_types: ClassVar = {
        "segment": Segment,
        "form_received_on": date,
        "complete_on": date,
        "card_on": date,
        "hired_on": date,
        "self_registered_on": date,
        "changed_on": date,
        "ordered_on": date,
        "proof_on": date,
        "event_on": date,
    }
    finding_codes: ClassVar = frozenset(get_args(RegistrationTimelineFinding))

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines with who has to act, in the order of their days.

        One that is not decided is left out: ask for it by name to learn what is missing.
        """
        return deadlines_of(self.findings)

    @property
    def form_by(self) -> date | None:
        """The employer returns the form (*formulir pendaftaran*; PP 44/2015 Pasal 6 ayat (1))."""
        return self._found("form_by", date)

    @property
    def register_worker_by(self) -> date | None:
        """The employer registers a worker; after it *nyata-nyata lalai* (Pasal 10 ayat (1))."""
        return self._found("register_worker_by", date)

    @property
    def verify_by(self) -> date | None:
        """BPJS verifies a registration workers made themselves (Pasal 10 ayat (3))."""
        return self._found("verify_by", date)

    @property
    def number_by(self) -> date | None:
        """BPJS issues the number (*nomor kepesertaan*; Pasal 6 ayat (2), 10 ayat (5), 11 ayat (4)).

        Of a *non-ASN* worker from 24 February 2025 on the day itself (Permenaker 1/2025 Pasal 3A).
        """
        return self._found("number_by", date)

    @property
    def card_by(self) -> date | None:
        """BPJS issues the card (*kartu peserta*; Pasal 7 ayat (1), 12 ayat (1))."""
        return self._found("card_by", date)

    @property
    def card_handover_by(self) -> date | None:
        """The card reaches the participant, of a PU from the employer (Pasal 7, 12 ayat (2))."""
        return self._found("card_handover_by", date)

    @property
    def change_by(self) -> date | None:
        """A change of the data is reported (Pasal 9 ayat (2), (3), 13 ayat (1); Permenaker)."""
        return self._found("change_by", date)

    @property
    def register_project_by(self) -> date | None:
        """The contractor registers a project (Permenaker 44/2015; unknown from April 2021)."""
        return self._found("register_project_by", date)

    @property
    def proof_by(self) -> date | None:
        """BPJS issues certificate and number of a project (Permenaker 44/2015, 5/2021)."""
        return self._found("proof_by", date)

    @property
    def proof_handover_by(self) -> date | None:
        """BPJS hands over the proof of participation of a project (Permenaker 44/2015, 5/2021)."""
        return self._found("proof_handover_by", date)

    @property
    def event_paid_by(self) -> EventPayer | None:
        """Who pays for an event before a change of workers was reported (Permenaker 44/2015).

        None: no event was stated.
        """
        return self._found_code("event_paid_by", EventPayer)

    def _plain_sentences(self) -> list[Text]:
        sentences = timeline_sentences(self.deadlines, self.findings)
        payer = self.get("event_paid_by")
        if payer is EventPayer.BPJS:
            sentences.append(Text("brief.registration_timeline.bpjs_pays"))
        elif payer is EventPayer.CONTRACTOR:
            sentences.append(Text("brief.registration_timeline.contractor_pays"))
        return sentences
