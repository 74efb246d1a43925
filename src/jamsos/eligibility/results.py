"""The answers of this room: who may join, in which segment, and in which programmes."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import needs_among
from jamsos.answers.hypothetical import unmarked
from jamsos.answers.parts import Condition, Conditions, Outcome, Status
from jamsos.answers.texts import Text, listed
from jamsos.eligibility.belonging import WageEarnerGroup
from jamsos.eligibility.enterprise_size import CLASS_OF_SIZE, SizeClass
from jamsos.eligibility.programme_duties import PROGRAMMES, Duty
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.enterprise import Enterprise
from jamsos.workers.job import Job
from jamsos.workers.worker import Worker

EnrolmentFinding: TypeAlias = Literal["scheme_months",]

EnrolmentCondition: TypeAlias = Literal[
    "age",
    "citizen",
    "foreigner",
    "migrant",
    "nik",
    "project_worker",
    "scheme_runs",
    "segment",
    "wage_earner",
    "works",
    "works_for_reward",
    "{id}",
]

RequiredProgrammesFinding: TypeAlias = Literal[
    "enterprise_size",
    "programme_jht",
    "programme_jkk",
    "programme_jkm",
    "programme_jkp",
    "programme_jp",
]

SegmentAdviceFinding: TypeAlias = Literal[
    "deemed_worker",
    "group",
    "kind",
    "segment",
]

SegmentAdviceCondition: TypeAlias = Literal["foreigner",]

SeveralJobsFinding: TypeAlias = Literal[
    "answering_segment",
    "incomes_counted",
    "jkm_registrations",
]

SeveralJobsCondition: TypeAlias = Literal["job_{number}",]


@frozen(kw_only=True, repr=False)
class Enrolment(Answer):
    """Whether somebody may be enrolled: every condition, met, failed or unknown."""

    question: ClassVar = "may_enrol"
    fact_types: ClassVar = {"worker": Worker, "on": date, "scheme": str}
    finding_codes: ClassVar = frozenset(get_args(EnrolmentFinding))
    condition_codes: ClassVar = frozenset(get_args(EnrolmentCondition))

    @property
    def allowed(self) -> bool:
        """Whether the person may be enrolled (PP 44/2015 Pasal 4, 5, 11; the scheme's criteria)."""
        self._check_decided("allowed")
        return self.outcome is Outcome.YES

    @property
    def failed(self) -> Conditions:
        """The conditions that are not met (*syarat yang tidak terpenuhi*).

        :attr:`~jamsos.answers.parts.Condition.meaning` says what is so instead. Empty: none
        failed; while others are unknown that decides nothing.
        """
        return _standing(self.conditions, Status.FAILED)

    @property
    def unknown(self) -> Conditions:
        """The conditions a missing fact leaves open (*syarat yang belum diketahui*).

        :attr:`~jamsos.answers.parts.Condition.needs` says which fact.
        """
        return _standing(self.conditions, Status.UNKNOWN)

    @property
    def scheme_months(self) -> int | None:
        """How many months of cover the programme buys at once.

        None: no programme was asked about, or it buys nothing on the day.
        """
        if self.facts["scheme"] is None:
            return None
        return self._found("scheme_months", int)

    def _plain_sentences(self) -> list[Text]:
        # What is asked is said in the words of the title: the day, the segment or the programme.
        asked = unmarked(self.title).args
        if self.outcome is Outcome.NO:
            reasons = listed([condition.meaning for condition in self.failed])
            return [Text(_REFUSALS[unmarked(self.title).code], {**asked, "reasons": reasons})]
        return [Text(_ADMISSIONS[unmarked(self.title).code], asked), self._what_to_do()]

    def _what_to_do(self) -> Text:
        months = self.get("scheme_months")
        if months is not None:
            return Text("brief.may_enrol.scheme_pays", {"months": months})
        if unmarked(self.title).code == "eligibility.segment_title":
            return Text("brief.may_enrol.registered_by_others")
        return Text("brief.may_enrol.register")


_ADMISSIONS: Mapping[str, str] = {
    "eligibility.title": "brief.may_enrol.yes",
    "eligibility.segment_title": "brief.may_enrol.yes_in_segment",
    "eligibility.scheme_title": "brief.may_enrol.yes_by_scheme",
}
_REFUSALS: Mapping[str, str] = {
    "eligibility.title": "brief.may_enrol.no",
    "eligibility.segment_title": "brief.may_enrol.no_in_segment",
    "eligibility.scheme_title": "brief.may_enrol.no_by_scheme",
}


def _standing(conditions: Conditions, status: Status) -> tuple[Condition, ...]:
    return tuple(condition for condition in conditions if condition.status is status)


@frozen(kw_only=True, repr=False)
class RequiredProgrammes(Answer):
    """Which programmes are compulsory, optional or closed; no: none of BPJS Ketenagakerjaan.

    A duty is None for a civil servant, soldier or official, whose programmes have regulations of
    their own. One the library has no text on raises :class:`~jamsos.UndecidedError`, as does one a
    missing fact decides.
    """

    question: ClassVar = "required_programmes"
    fact_types: ClassVar = {"worker": Worker, "on": date, "enterprise": Enterprise, "trainee": bool}
    finding_codes: ClassVar = frozenset(get_args(RequiredProgrammesFinding))

    @property
    def jkk(self) -> Duty | None:
        """Work accident insurance (*jaminan kecelakaan kerja*; PP 44/2015 Pasal 4, 28, 53)."""
        return self._found_code("programme_jkk", Duty)

    @property
    def jkm(self) -> Duty | None:
        """Death insurance (*jaminan kematian*; PP 44/2015 Pasal 4, 28, 53)."""
        return self._found_code("programme_jkm", Duty)

    @property
    def jht(self) -> Duty | None:
        """Old-age savings (*jaminan hari tua*; Perpres 109/2013 Pasal 6; Permenaker 5/2021)."""
        return self._found_code("programme_jht", Duty)

    @property
    def jp(self) -> Duty | None:
        """Pension insurance (*jaminan pensiun*; Perpres 109/2013 Pasal 6)."""
        return self._found_code("programme_jp", Duty)

    @property
    def jkp(self) -> Duty | None:
        """Job-loss insurance (*jaminan kehilangan pekerjaan*; PP 37/2021)."""
        return self._found_code("programme_jkp", Duty)

    @property
    def enterprise_size(self) -> SizeClass | None:
        """The size of the employer, stated or found by its figures (*skala usaha*; PP 7/2021).

        None: the person is no wage earner of a firm, and the size decides nothing.
        """
        if self._fact("worker", Worker).segment not in {Segment.PU, None}:
            return None
        stated = self._fact("enterprise", Enterprise).size
        if stated is not None:
            return CLASS_OF_SIZE.get(stated)
        return self._found_code("enterprise_size", SizeClass)

    def _plain_sentences(self) -> list[Text]:
        if self.outcome is Outcome.NO:
            return [Text("brief.required_programmes.outside")]
        return self._sentences_of_duties()

    def _missing_sentences(self) -> list[Text]:
        return [*self._sentences_of_duties(), *super()._missing_sentences()]

    def _sentences_of_duties(self) -> list[Text]:
        """The programmes of each duty, and those of which no text was read."""
        programmes: dict[str, list[Text]] = {}
        for programme in PROGRAMMES:
            code = self._sentence_of(programme)
            if code is not None:
                programmes.setdefault(code, []).append(Text(f"brief.programme.{programme}"))
        return [
            Text(code, {"programmes": listed(programmes[code])})
            for code in (*_DUTIES.values(), _UNREAD)
            if code in programmes
        ]

    def _sentence_of(self, programme: str) -> str | None:
        """The sentence a programme stands in; None for one that waits for a missing fact."""
        duty = self.get(programme.lower())
        if duty is not None:
            return _DUTIES[duty]
        code = f"programme_{programme.lower()}"
        open_findings = [finding for finding in self.findings if finding.code == code]
        if open_findings and not needs_among(open_findings[0].grounds):
            return _UNREAD
        return None


_DUTIES: Mapping[Duty, str] = {
    Duty.COMPULSORY: "brief.required_programmes.compulsory",
    Duty.OPTIONAL: "brief.required_programmes.optional",
    Duty.NOT_POSSIBLE: "brief.required_programmes.not_possible",
}
_UNREAD = "brief.required_programmes.unread"


@frozen(kw_only=True, repr=False)
class SegmentAdvice(Answer):
    """Which segment a job belongs to.

    Yes: one of BPJS Ketenagakerjaan; no: outside it, or a foreigner who works too short a time.
    """

    question: ClassVar = "segment_advice"
    fact_types: ClassVar = {"job": Job, "on": date, "foreign": bool, "months_in_indonesia": int}
    finding_codes: ClassVar = frozenset(get_args(SegmentAdviceFinding))
    condition_codes: ClassVar = frozenset(get_args(SegmentAdviceCondition))

    @property
    def segment(self) -> Segment:
        """The segment (*segmen kepesertaan*; PP 44/2015 Pasal 2, 5, 53)."""
        return self._sure(self._found_code("segment", Segment), "segment")

    @property
    def kind(self) -> BpuKind | None:
        """The kind of non-wage earner (PP 44/2015 Pasal 5); None: the segment is another."""
        return self._found_code("kind", BpuKind)

    @property
    def group(self) -> WageEarnerGroup | None:
        """The group of wage earners (Pasal 5 as changed by PP 49/2023).

        None: the person is no wage earner, or the day is before 6 October 2023.
        """
        return self._found_code("group", WageEarnerGroup)

    @property
    def deemed_worker(self) -> bool:
        """Whether the person is deemed a worker when a work accident happens (Pasal 28).

        False as well where no such position is stated.
        """
        return bool(self._found("deemed_worker", bool))

    def _plain_sentences(self) -> list[Text]:
        if self.outcome is Outcome.NO:
            return [self._refusal()]
        return [self._place(), Text(_HOW_TO_REGISTER[self.segment])]

    def _refusal(self) -> Text:
        failed = _standing(self.conditions, Status.FAILED)
        if failed:
            reasons = listed([condition.meaning for condition in failed])
            return Text("brief.segment_advice.refused", {"reasons": reasons})
        return Text("brief.segment_advice.outside")

    def _place(self) -> Text:
        segment = Text(f"segment.{self.segment}")
        if self.kind is None:
            return Text("brief.segment_advice.segment", {"segment": segment})
        kind = Text(f"kind.{self.kind}")
        return Text("brief.segment_advice.kind", {"segment": segment, "kind": kind})


_HOW_TO_REGISTER: Mapping[Segment, str] = {
    Segment.BPU: "brief.segment_advice.of_bpu",
    Segment.PU: "brief.segment_advice.of_pu",
    Segment.CONSTRUCTION: "brief.segment_advice.of_construction",
    Segment.MIGRANT: "brief.segment_advice.of_migrant",
}


@frozen(kw_only=True, repr=False)
class SeveralJobs(Answer):
    """What several jobs of one person come to.

    Yes: the registration of the job where the accident happened answers; no: that job has none.
    """

    question: ClassVar = "several_jobs"
    fact_types: ClassVar = {"jobs": tuple[Job, ...], "on": date, "accident_at": int}
    finding_codes: ClassVar = frozenset(get_args(SeveralJobsFinding))
    condition_codes: ClassVar = frozenset(get_args(SeveralJobsCondition))

    @property
    def answering_segment(self) -> Segment | None:
        """The segment whose registration answers for the accident (PP 44/2015 Pasal 11, 15).

        None: BPJS Ketenagakerjaan does not have the job in which it happened.
        """
        return self._found_code("answering_segment", Segment)

    @property
    def jkm_registrations(self) -> int | None:
        """How many registrations insure against a death of another cause (Pasal 15).

        None: one of the jobs is neither of a wage earner nor of a non-wage earner, or it is not
        known whether it is registered. Of a wage earner who is a BPU as well the library has no
        text: that raises :class:`~jamsos.UndecidedError`.
        """
        return self._found("jkm_registrations", int)

    @property
    def incomes_counted(self) -> int | None:
        """How many incomes of a BPU count (Pasal 11 ayat (2), decision D09).

        None: the person has no more than one kind of work as a BPU.
        """
        return self._found("incomes_counted", int)

    def _plain_sentences(self) -> list[Text]:
        segment = self.get("answering_segment")
        if segment is None:
            return [
                Text("brief.several_jobs.not_registered"),
                Text("brief.several_jobs.register_each"),
            ]
        answering = Text("brief.several_jobs.answering", {"segment": Text(f"segment.{segment}")})
        registrations = self.get("jkm_registrations")
        if registrations is None or registrations == 1:
            return [answering, Text("brief.several_jobs.register_each")]
        return [answering, Text("brief.several_jobs.several_jkm", {"count": registrations})]
