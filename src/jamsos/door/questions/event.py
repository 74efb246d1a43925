"""Questions about an event or a job: what the facts speak for, and which programme answers."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.coverage.advice import event_advice
from jamsos.coverage.suspected import suspected_case
from jamsos.door.question import Question, Schemes
from jamsos.eligibility.segments import segment_advice
from jamsos.eligibility.several_jobs import several_jobs
from jamsos.workers.codes import Cause
from jamsos.workers.event import Event
from jamsos.workers.job import Job


class EventQuestion(Question, kw_only=True, tag="event_advice"):
    """What do the facts of an event speak for, and which programme would answer?"""

    event: Event
    found: Cause | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - an event does not depend on a scheme
        return event_advice(self.event, found=self.found, law=self.law)


class SuspectedQuestion(Question, kw_only=True, tag="suspected_case"):
    """Who pays the care of a suspected case, and by when is it concluded?"""

    event: Event
    reported_on: date | None = None
    received_on: date | None = None
    concluded: Cause | None = None
    concluded_on: date | None = None
    in_jkn: bool | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002
        return suspected_case(
            self.event,
            reported_on=self.reported_on,
            received_on=self.received_on,
            concluded=self.concluded,
            concluded_on=self.concluded_on,
            in_jkn=self.in_jkn,
            calendar=self.calendar,
            law=self.law,
        )


class SegmentQuestion(Question, kw_only=True, tag="segment_advice"):
    """In which segment does a person belong by one job?"""

    job: Job
    on: date
    foreign: bool | None = None
    months_in_indonesia: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - segments are national law
        return segment_advice(
            self.job,
            self.on,
            foreign=self.foreign,
            months_in_indonesia=self.months_in_indonesia,
            law=self.law,
        )


class SeveralJobsQuestion(Question, kw_only=True, tag="several_jobs"):
    """Which registration answers for an accident in one of several jobs?"""

    jobs: tuple[Job, ...]
    on: date
    accident_at: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002
        return several_jobs(self.jobs, self.on, accident_at=self.accident_at, law=self.law)


AdviceQuestion: TypeAlias = (
    EventQuestion | SuspectedQuestion | SegmentQuestion | SeveralJobsQuestion
)
