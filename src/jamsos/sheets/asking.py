"""What is asked for a sheet: of a person as stated, of a group with members that stand for it."""

from datetime import date, timedelta

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.benefits.death.benefit import death_benefit
from jamsos.benefits.family.projection import scholarship_projection
from jamsos.benefits.results.death import DeathBenefit
from jamsos.benefits.results.scholarship import ScholarshipProjection
from jamsos.benefits.results.work_accident import JkkBenefit
from jamsos.benefits.work_accident.benefit import jkk_benefit
from jamsos.claims.codes import Claimant, ClaimKind
from jamsos.claims.paper_results import ClaimPapers
from jamsos.claims.papers import claim_papers
from jamsos.claims.results import ClaimTimeline
from jamsos.claims.timeline import claim_timeline
from jamsos.coverage.keeping import keeping_cover
from jamsos.coverage.keeping_results import KeepingCover
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import OutsideLawError
from jamsos.law.law import Law
from jamsos.premiums.bpu.premium import premium
from jamsos.premiums.bpu.results import Premium
from jamsos.values.days import add_years
from jamsos.values.months import Month, month_index
from jamsos.workers.codes import Cause, Level, Payer, Segment
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments
from jamsos.workers.work_accident import Incapacity, WorkAccident
from jamsos.workers.worker import Worker

EXAMPLE_DAYS = 30
"""So many days the injured worker of the example cannot work."""
_EXAMPLE_AGE = 4
"""The age of the children of the example, who have just begun kindergarten."""


@frozen(kw_only=True)
class Asked:
    """Whom a sheet is for, on which day, and who pays."""

    worker: Worker
    on: date
    law: Law
    participation: Participation | None = None
    family: Family | None = None
    payer: Payer | None = None
    row: int | None = None
    scheme: Scheme | None = None
    is_group: bool = False

    @property
    def month(self) -> Month:
        """The contribution month of the day."""
        return Month(month_index(self.on))


@frozen(kw_only=True)
class Schooling:
    """Everything the scholarship table is made of."""

    projection: ScholarshipProjection
    """The scholarship of a child that has just begun kindergarten, year by year to the end."""
    newcomer: KeepingCover
    """What keeps a member covered who joins in this month."""
    death: DeathBenefit
    """The death, of another cause, of a member with all rights and two small children."""

    @property
    def all(self) -> tuple[Answer, ...]:
        """The answers, each once."""
        return self.projection, self.newcomer, self.death


@frozen(kw_only=True)
class Answers:
    """Everything a benefit sheet is made of."""

    premium: Premium
    accident: JkkBenefit
    work_death: DeathBenefit
    other_death: DeathBenefit
    newcomer_death: DeathBenefit
    """The death, of another cause, of a member who joins in this month."""
    schooling: Schooling
    report: ClaimTimeline
    accident_papers: ClaimPapers
    death_papers: ClaimPapers
    school_papers: ClaimPapers
    keeping: KeepingCover | None = None
    """What keeps this person covered; None: no membership was stated."""

    @property
    def all(self) -> tuple[Answer, ...]:
        """The answers, each once."""
        asked: list[Answer] = [
            self.premium,
            self.accident,
            self.work_death,
            self.other_death,
            self.newcomer_death,
            *self.schooling.all,
            self.report,
            self.accident_papers,
            self.death_papers,
            self.school_papers,
        ]
        if self.keeping is not None:
            asked.append(self.keeping)
        return tuple(asked)


def ask(asked: Asked) -> Answers:
    """Ask everything a benefit sheet says."""
    schooling = ask_scholarship(asked)
    member = asked.participation or _member_with_all_rights(asked, schooling.newcomer)
    family = asked.family
    if asked.is_group:
        family = example_family(asked.on)
    keeping = None
    if asked.participation is not None:
        keeping = _keeping(asked, asked.participation)
    on, law = asked.on, asked.law
    return Answers(
        premium=premium(
            asked.worker,
            asked.month,
            payer=asked.payer,
            row=asked.row,
            scheme=asked.scheme,
            participation=asked.participation,
            law=law,
        ),
        accident=_accident(asked, member),
        work_death=_death(asked, member, family, Cause.WORK_ACCIDENT),
        other_death=_death(asked, member, family, Cause.OTHER),
        newcomer_death=_death(asked, _newcomer(asked), family, Cause.OTHER),
        schooling=schooling,
        report=claim_timeline(Cause.WORK_ACCIDENT, on, segment=Segment.BPU, law=law),
        accident_papers=claim_papers(ClaimKind.JKK, Segment.BPU, on, law=law),
        death_papers=claim_papers(
            ClaimKind.JKM, Segment.BPU, on, claimant=Claimant.SPOUSE, law=law
        ),
        school_papers=claim_papers(ClaimKind.SCHOLARSHIP, Segment.BPU, on, law=law),
        keeping=keeping,
    )


def ask_scholarship(asked: Asked) -> Schooling:
    """Ask what children receive at most, and from when on.

    Raises:
        OutsideLawError: before the scholarship was paid by the year.

    """
    on, law = asked.on, asked.law
    if law.find("scholarship.levels", on) is None:
        first = law.timelines["scholarship.levels"][0].since
        allowed = f"a day from {first.isoformat()} on"
        step = "ask for a later day: before it the scholarship was paid once"
        raise OutsideLawError("on", on.isoformat(), allowed, step)
    newcomer = _keeping(asked, _newcomer(asked))
    example = _member_with_all_rights(asked, newcomer)
    return Schooling(
        projection=scholarship_projection(_example_child(on), on, law=law),
        newcomer=newcomer,
        death=_death(asked, example, example_family(on), Cause.OTHER),
    )


def example_family(on: date) -> Family:
    """Husband or wife and two children who have just begun kindergarten."""
    child = _example_child(on)
    return Family(spouse=True, children=(child, child))


def _example_child(on: date) -> Child:
    return Child(
        birth=add_years(on, -_EXAMPLE_AGE),
        level=Level.TK,
        year=1,
        studying=True,
        lawful=True,
        married=False,
        working=False,
    )


def _newcomer(asked: Asked) -> Participation:
    """Somebody who joins on the first day of the month: waiting times are then whole months."""
    return _member(asked, asked.month)


def _member_with_all_rights(asked: Asked, newcomer: KeepingCover) -> Participation:
    """Somebody who has paid, up to this month, as long as the law asks for every right."""
    longest = max(waiting_months(newcomer) or 0, newcomer.months_to_scholarship)
    return _member(asked, asked.month + -longest)


def _member(asked: Asked, first: Month) -> Participation:
    return Participation(
        number_issued=first.first_day,
        payer=asked.payer,
        row=asked.row,
        payments=payments(first, asked.month),
    )


def waiting_months(newcomer: KeepingCover) -> int | None:
    """How many months a new member waits for the full death benefit; None: the law names none."""
    further = newcomer.get("months_to_full_jkm")
    if further is not None:
        return newcomer.paid_months + int(further)
    since, full = newcomer.get("covered_since"), newcomer.get("full_jkm_from")
    if since is None or full is None or full <= since:
        return None
    return month_index(full) - month_index(since)


def _keeping(asked: Asked, member: Participation) -> KeepingCover:
    return keeping_cover(asked.worker, member, asked.on, scheme=asked.scheme, law=asked.law)


def _accident(asked: Asked, member: Participation) -> JkkBenefit:
    last = asked.on + timedelta(days=EXAMPLE_DAYS - 1)
    accident = WorkAccident(on=asked.on, unable=(Incapacity(first=asked.on, last=last),))
    return jkk_benefit(asked.worker, member, accident, scheme=asked.scheme, law=asked.law)


def _death(
    asked: Asked, member: Participation, family: Family | None, cause: Cause
) -> DeathBenefit:
    accident_on = None if cause is Cause.OTHER else asked.on
    return death_benefit(
        asked.worker,
        member,
        family,
        died_on=asked.on,
        cause=cause,
        accident_on=accident_on,
        scheme=asked.scheme,
        law=asked.law,
    )
