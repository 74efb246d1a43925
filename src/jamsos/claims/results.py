"""The answers of this room: one class for each question, with its results."""

from datetime import date, datetime
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.deadlines import Deadline, deadlines_of, timeline_sentences
from jamsos.answers.grounds import awaited
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Text, listed
from jamsos.claims.codes import (
    Examination,
    ReportAddressee,
    Timeliness,
)
from jamsos.values.money import Rupiah
from jamsos.workers.codes import Cause, Segment

ClaimTimelineLine: TypeAlias = Literal["late_payment",]
ClaimTimelineFinding: TypeAlias = Literal[
    "advance_refund_by",
    "claim_until",
    "claim_was",
    "conclusion_by",
    "conclusion_by_working_days",
    "conclusion_told_by",
    "days_late",
    "facility_pay_by",
    "field_check_by",
    "incomplete_notice_by",
    "jkk_borne_by",
    "late_payment",
    "pay_by",
    "progress_answer_by",
    "progress_ask_by",
    "refund_ask_by",
    "refund_pay_by",
    "refusal_examined",
    "report_stage1_by",
    "report_stage1_was",
    "report_stage2_by",
    "report_to",
    "result_told_by",
]


_DAYS = frozenset(
    {
        "advance_refund_by",
        "claim_until",
        "conclusion_by",
        "conclusion_told_by",
        "facility_pay_by",
        "field_check_by",
        "incomplete_notice_by",
        "pay_by",
        "progress_answer_by",
        "progress_ask_by",
        "refund_ask_by",
        "refund_pay_by",
        "report_stage1_by",
        "report_stage2_by",
        "result_told_by",
    }
)
"""The findings that are deadlines."""


@frozen(kw_only=True, repr=False)
class ClaimTimeline(MoneyAnswer):
    """By when who has to do what in a claim; the total is the compensation for late payment.

    A day is None where the claim has no such step, or the day that starts it was not stated. One
    that a missing fact decides, or on which the library has no text, raises
    :class:`~jamsos.UndecidedError`. 'Cannot decide' is only what late payment costs.
    """

    question: ClassVar = "claim_timeline"
    fact_types: ClassVar = {
        "cause": Cause,
        "segment": Segment,
        "event_on": date | datetime,
        "stage1_on": date | datetime,
        "letter_on": date | datetime,
        "received_on": date,
        "complete_on": date,
        "facility_complete_on": date,
        "paid_on": date,
        "stage1_received_on": date,
        "concluded_on": date,
        "accepted": bool,
        "suspected": bool,
        "papers_differ": bool,
        "check_ended_on": date,
        "employer_paid_on": date,
        "refund_asked_on": date,
        "progress_asked_on": date,
        "registered": bool,
        "amount": int,
    }
    findings_stand: ClassVar = True
    line_codes: ClassVar = frozenset(get_args(ClaimTimelineLine))
    finding_codes: ClassVar = frozenset(get_args(ClaimTimelineFinding))

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines with who has to act, in the order of their days.

        One that is not decided is left out: ask for it by name to learn what is missing.
        """
        return deadlines_of(self.findings)

    @property
    def report_stage1_by(self) -> date | datetime | None:
        """The stage I report (*laporan tahap I*; PP 44/2015 Pasal 43, 44), in hours: 2 x 24.

        A ``datetime`` where the hour of the event is stated. None: JKM asks for no report.
        """
        return self._found("report_stage1_by", date)

    @property
    def report_stage2_by(self) -> date | datetime | None:
        """The stage II report after the doctor's letter (*laporan tahap II*; Pasal 43, 44).

        A ``datetime`` where the hour of the letter is stated. None: no letter is stated.
        """
        return self._found("report_stage2_by", date)

    @property
    def report_to(self) -> ReportAddressee | None:
        """To whom the reports go (PP 44/2015 Pasal 43, 44; Permenaker 1/2025 Pasal 8).

        None: JKM asks for no report, and of a migrant worker the text was not read.
        """
        return self._found_code("report_to", ReportAddressee)

    @property
    def report_stage1_was(self) -> Timeliness | None:
        """Whether the stage I report was in time (Pasal 43, 44); None: no report is stated."""
        return self._found_code("report_stage1_was", Timeliness)

    @property
    def employer_bears_jkk(self) -> bool:
        """Whether the employer bears JKK after a late report, and may claim it back.

        Legal source: Permenaker 1/2025 Pasal 8 ayat (2a) to (2c).
        """
        return self._found("jkk_borne_by", str) is not None

    @property
    def incomplete_notice_by(self) -> date | None:
        """BPJS says which papers are missing (Permenaker 1/2025 Pasal 19, 79).

        None: the receipt of the stage II report is not stated.
        """
        return self._found("incomplete_notice_by", date)

    @property
    def pay_by(self) -> date | None:
        """BPJS pays the participant or heirs (PP 44/2015 Pasal 37, 40; UU 40/2004 Pasal 45).

        None: the day the papers were complete is not stated, or the employer pays first.
        """
        return self._found("pay_by", date)

    @property
    def facility_pay_by(self) -> date | None:
        """BPJS pays the health facility (PP 44/2015 Pasal 46 ayat (1)).

        None: the day its papers were complete is not stated, or the employer pays first.
        """
        return self._found("facility_pay_by", date)

    @property
    def conclusion_by(self) -> date | None:
        """BPJS concludes on the stage I report (Permenaker 5/2021 Pasal 10, 50; decision D54).

        None: its receipt is not stated, or came before 1 April 2021.
        """
        return self._found("conclusion_by", date)

    @property
    def conclusion_by_working_days(self) -> date | None:
        """The same of a wage earner's suspected disease by Pasal 8D ayat (2) (decision D55).

        None: another case, or the receipt of the report is not stated.
        """
        return self._found("conclusion_by_working_days", date)

    @property
    def result_told_by(self) -> date | None:
        """BPJS tells BPJS Kesehatan that a suspected case was none (1/2025 Pasal 8F, 48F).

        None: no such conclusion is stated, or it was made before 24 February 2025.
        """
        return self._found("result_told_by", date)

    @property
    def conclusion_told_by(self) -> date | None:
        """BPJS tells the labour office its conclusion (Permenaker 5/2021 Pasal 10, 11, 50, 51).

        None: no conclusion is stated, or it was made before 1 April 2021.
        """
        return self._found("conclusion_told_by", date)

    @property
    def refusal_examined(self) -> Examination | None:
        """How a conclusion that it was no accident is examined (Pasal 11, 51; 1/2025 Pasal 11A).

        None: no such conclusion is stated.
        """
        return self._found_code("refusal_examined", Examination)

    @property
    def field_check_by(self) -> date | None:
        """BPJS checks a death on the spot (Permenaker 5/2021, 1/2025 Pasal 24, 64).

        None: papers and verification agree, or there was no such rule before 1 April 2021.
        """
        return self._found("field_check_by", date)

    @property
    def refund_ask_by(self) -> date | None:
        """The employer claims back what he paid first (Permenaker 5/2021 Pasal 91, 94, 97, 100).

        None: no such payment is stated, or it was made before 2 December 2019.
        """
        return self._found("refund_ask_by", date)

    @property
    def refund_pay_by(self) -> date | None:
        """BPJS pays the employer's refund (Permenaker 5/2021 Pasal 91, 94, 97, 100).

        None: no request is stated, or it was made before 2 December 2019.
        """
        return self._found("refund_pay_by", date)

    @property
    def advance_refund_by(self) -> date | None:
        """BPJS refunds the transport and STMB the employer advanced (Permenaker 5/2021 Pasal 114).

        None: a BPU, or the receipt of stage II is not stated or came before 2 December 2019.
        """
        return self._found("advance_refund_by", date)

    @property
    def progress_ask_by(self) -> date | None:
        """BPJS asks how the participant is (Permenaker 5/2021 Pasal 18, 57).

        None: no conclusion is stated, it was none, or it was made before 1 April 2021.
        """
        return self._found("progress_ask_by", date)

    @property
    def progress_answer_by(self) -> date | None:
        """The employer, or the BPU or the family, answers (Permenaker 5/2021 Pasal 18, 57).

        None: no request is stated, or it was made before 1 April 2021.
        """
        return self._found("progress_answer_by", date)

    @property
    def days_late(self) -> int:
        """The days the payment came late (decision D56); 0: in time, or no payment is stated."""
        return self._found("days_late", int) or 0

    @property
    def compensation(self) -> Rupiah:
        """What late payment costs BPJS, in rupiah (*kompensasi*; PP 44/2015 Pasal 37, 40); or 0."""
        return self.line("late_payment")

    @property
    def lapses(self) -> bool:
        """Whether the right can lapse at all (*gugur*); JKM knows no such time (decision D60)."""
        return self.claim_until is not None

    @property
    def claim_until(self) -> date | None:
        """The last day of the claim (*daluwarsa*; PP 44/2015, PP 82/2019 Pasal 26).

        None: the right does not lapse (JKM, decision D60).
        """
        last_day = self.finding("claim_until")
        if isinstance(last_day, date):
            return last_day
        return None

    @property
    def lapsed(self) -> bool:
        """Whether the claim was made after its last day (*gugur*): nothing is due any more.

        Legal source: PP 44/2015, PP 82/2019 Pasal 26. False: in time, or not yet made.
        """
        return self._found_code("claim_was", Timeliness) is not None

    def _plain_sentences(self) -> list[Text]:
        return [
            *self._report_sentences(),
            *self._timeline_sentences(),
            *self._lapse_and_delay(),
        ]

    def _missing_sentences(self) -> list[Text]:
        if not self.findings:
            return super()._missing_sentences()
        # Only what late payment costs is missing: the days are known.
        needs = listed([awaited(need) for need in self.needs])
        missing = Text(
            "brief.claim_timeline.paid_late_by", {"days": self.days_late, "needs": needs}
        )
        return [*self._report_sentences(), *self._timeline_sentences(), missing]

    def _timeline_sentences(self) -> list[Text]:
        days = tuple(finding for finding in self.findings if finding.code in _DAYS)
        return timeline_sentences(self.deadlines, days)

    def _report_sentences(self) -> list[Text]:
        """That the report came late, and who pays first because of it."""
        if self.get("employer_bears_jkk"):
            return [Text("brief.claim_timeline.employer_first")]
        if self.get("report_stage1_was") is Timeliness.LATE:
            return [Text("brief.claim_timeline.reported_late")]
        return []

    def _lapse_and_delay(self) -> list[Text]:
        last_day = self.claim_until
        if last_day is not None and self.get("lapsed"):
            return [Text("brief.claim_timeline.lapsed", {"day": last_day})]
        sentences: list[Text] = []
        if not self.lapses:
            sentences.append(Text("brief.claim_timeline.no_lapse"))
        if self.days_late:
            args = {"days": self.days_late, "amount": self.compensation}
            sentences.append(Text("brief.claim_timeline.paid_late", args))
        return sentences
