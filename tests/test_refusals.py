"""Every refusal of the rules, in the four parts of its error.

The table reaches every statement that raises an input error in the rooms below, so that no wording
is untested; the last test finds those it passes over.
"""

import ast
from collections.abc import Callable, Iterator
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import pytest
from attrs import evolve
from untyped import untyped

import jamsos
from jamsos import (
    Child,
    Employment,
    Event,
    Family,
    HomeCare,
    InputError,
    Job,
    Loss,
    Participation,
    Placement,
    Project,
    SuddenDeath,
    WorkAccident,
    Worker,
    benefit_wage,
    claim_papers,
    claim_timeline,
    construction_premium,
    contribution_due,
    cover_on,
    death_benefit,
    disability_search,
    dispute_steps,
    employer_sanctions,
    event_advice,
    jkk_benefit,
    load_scheme,
    migrant_benefit,
    migrant_premium,
    missing_person,
    payments,
    premium,
    premium_run,
    prepay,
    registration_timeline,
    required_programmes,
    risk_group_search,
    scholarship,
    scholarship_projection,
    several_jobs,
    suspected_case,
    wage_correction,
    wage_premium,
    without_vat,
)

ROOMS = ("benefits", "claims", "coverage", "eligibility", "membership", "migrant", "premiums")

YES: Any = True
NO: Any = False
DAY = date(2026, 10, 5)
TOMORROW = date(2026, 10, 6)
YESTERDAY = date(2026, 10, 4)
FISHER = Worker(kind="b", income=900_000, sector="other", birth=date(1984, 5, 17))
MEMBER = Participation(
    number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-10"), payer="self"
)
LONG = Participation(number_issued=date(2022, 1, 3), payments=payments("2022-01", "2026-10"))
CLERK = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="I")
BUILDER = Participation(segment="CONSTRUCTION", employment=CLERK, project=Project())
PUPIL = Child(birth=date(2015, 3, 1), level="SD", year=3, studying=True, lawful=True,
              married=False, working=False)  # fmt: skip
THREE = Family(spouse=True, children=(PUPIL,) * 3)


class Refusal(NamedTuple):
    """A call with a wrong argument, and the four parts of the error it raises."""

    name: str
    call: Callable[[], object]
    thing: str
    value: object
    allowed: str
    next_step: str


def death(**facts: Any) -> object:
    """The death of a fisher, with other facts."""
    whole: dict[str, Any] = {"worker": FISHER, "participation": MEMBER, "family": None,
                             "died_on": DAY, "cause": "other", **facts}  # fmt: skip
    return death_benefit(**whole)


def accident(participation: Participation = MEMBER, **facts: Any) -> object:
    """A work accident of a registration, with its facts."""
    whole: dict[str, Any] = {"on": DAY, **facts}
    worker = FISHER
    if participation.segment is not MEMBER.segment:
        worker = Worker(segment=participation.segment, birth=date(1984, 5, 17))
    return jkk_benefit(worker, participation, WorkAccident(**whole))


def at_school(level: str, year: int) -> object:
    """The projection of a pupil in a class."""
    child = evolve(PUPIL, level=level, year=year)
    return scholarship_projection(child, DAY)


def losing(*losses: Loss) -> object:
    """A work accident with these losses."""
    return accident(losses=losses)


def cared(first: date, last: date) -> object:
    """Care at home recommended on 2 March 2026, whose year ends with 1 March 2027."""
    care = HomeCare(first=first, last=last, cost=1_000_000, with_facility=True)
    recommended_on = date(2026, 3, 2)
    return accident(on=date(2026, 2, 2), home_care=(care,), home_care_recommended_on=recommended_on)


def at(hour: str) -> datetime:
    """An hour of the coast of Kutai Timur."""
    return datetime.fromisoformat(f"{hour}+08:00")


def timeline(cause: str = "work_accident", event_on: Any = DAY, **facts: Any) -> object:
    """The timeline of a claim, with its facts."""
    return claim_timeline(cause, event_on, **facts)


def papers(kind: str = "jkm", segment: str = "BPU", **facts: Any) -> object:
    """The papers of a claim, with its facts."""
    return claim_papers(kind, segment, DAY, **facts)


def project(on: date = DAY, **facts: Any) -> object:
    """The contribution of a project, with its facts."""
    return construction_premium(on, **facts)


def project_of_value(on: date = DAY, **facts: Any) -> object:
    """The contribution of a project by its contract value without VAT."""
    return project(on, value=100_000_000, contains_vat=False, **facts)


NOBODY_REPORTS = "leave it out: a BPU has no employer who reports"
DEATH = [
    Refusal("accident after the death", lambda: death(cause="work_accident", accident_on=TOMORROW),
            "accident_on", "2026-10-06", "a day up to died_on (2026-10-05)", "check both dates"),
    Refusal("accident at a registration that is not there",
            lambda: death(cause="work_accident", accident_on=DAY, accident_at=1),
            "accident_at", 1, "a position among the registrations, 0 to 0",
            "name the registration by its position"),
    Refusal("disability paid before a death from another cause",
            lambda: death(disability_paid=5_000_000),
            "disability_paid", 5_000_000, "0 for a death from another cause",
            "state only what was paid for the same accident"),
    Refusal("late report of a death from another cause", lambda: death(reported_late=True),
            "reported_late", YES, "False for a death from another cause",
            "leave it out: only a work accident or a disease from work is reported"),
    Refusal("late report of a BPU", lambda: death(cause="work_accident", reported_late=True),
            "reported_late", YES, "False for BPU", NOBODY_REPORTS),
    Refusal("report of a BPU not known", lambda: death(cause=None, reported_late=None),
            "reported_late", None, "False for BPU", NOBODY_REPORTS),
    Refusal("sudden death of a disease from work",
            lambda: death(cause="occupational_disease", sudden_death=SuddenDeath(at_once=True)),
            "cause", "occupational_disease", "a SuddenDeath where cause is 'work_accident' or None",
            "a sudden death at work is judged as a work accident: correct one of the two"),
    Refusal("sudden death at an hour of another day",
            lambda: death(cause="work_accident",
                          sudden_death=SuddenDeath(died_at=at("2026-10-04T23:59"))),
            "SuddenDeath.died_at", "2026-10-04T23:59:00+08:00", "an hour of died_on (2026-10-05)",
            "correct the hour or the day; an hour carries its own time zone"),
    Refusal("attack at an hour of another day",
            lambda: death(cause="work_accident", accident_on=YESTERDAY,
                          sudden_death=SuddenDeath(attack_at=at("2026-10-05T00:00"))),
            "SuddenDeath.attack_at", "2026-10-05T00:00:00+08:00",
            "an hour of accident_on (2026-10-04)",
            "correct the hour or the day; an hour carries its own time zone"),
    Refusal("attack after the day of the death",
            lambda: death(cause="work_accident",
                          sudden_death=SuddenDeath(attack_at=at("2026-10-06T00:00"))),
            "SuddenDeath.attack_at", "2026-10-06T00:00:00+08:00",
            "an hour up to died_on (2026-10-05)", "check both"),
    Refusal("benefit wage of a death from another cause",
            lambda: benefit_wage(MEMBER, DAY, worker=FISHER, cause="other"),
            "cause", "other", "one of ['work_accident', 'occupational_disease']",
            "ask death_benefit: the sums of JKM depend on no wage"),
]  # fmt: skip

CHILDREN = [
    Refusal("child as old as its parent",
            lambda: death(family=Family(children=(Child(birth=date(1984, 5, 17)),))),
            "Child.birth", "1984-05-17", "a day after Worker.birth (1984-05-17)",
            "check both dates"),
    Refusal("child at school before it was born",
            lambda: death(family=Family(children=(Child(birth=TOMORROW, level="TK"),))),
            "Child.birth", "2026-10-06", "a day up to died_on (2026-10-05) for a child at school",
            "check both dates"),
    Refusal("pupil born after the event",
            lambda: scholarship([Child(birth=TOMORROW, level="TK")], DAY, DAY),
            "Child.birth", "2026-10-06", "a day up to event_on (2026-10-05) for a child at school",
            "check both dates"),
    Refusal("child that is not there named", lambda: death(family=THREE, for_children=(3,)),
            "for_children", (3,), "a tuple or list of positions in Family.children, each below 3",
            "name the children by their positions, the first as 0"),
    Refusal("child named without a list", lambda: death(family=THREE, for_children=0),
            "for_children", 0, "a tuple or list of positions in Family.children, each below 3",
            "name the children by their positions, the first as 0"),
    Refusal("child named where no child is known", lambda: death(for_children=(0,)),
            "for_children", (0,), "a tuple or list of positions in Family.children, each below 0",
            "name the children by their positions, the first as 0"),
    Refusal("three children named",
            lambda: death(participation=LONG, family=THREE, for_children=(0, 1, 2)),
            "for_children", (0, 1, 2), "at most 2 different positions from 0 to 2",
            "name the children who take the scholarship"),
    Refusal("one child named twice",
            lambda: death(participation=LONG, family=THREE, for_children=(1, 1)),
            "for_children", (1, 1), "at most 2 different positions from 0 to 2",
            "name the children who take the scholarship"),
    Refusal("scholarship claimed before the event", lambda: scholarship([PUPIL], DAY, YESTERDAY),
            "claimed_on", "2026-10-04", "a day from event_on (2026-10-05) on", "check both dates"),
    Refusal("scholarship of an accident after the event",
            lambda: scholarship([PUPIL], DAY, DAY, accident_on=TOMORROW),
            "accident_on", "2026-10-06", "a day up to event_on (2026-10-05)", "check both dates"),
    # A school year begins in July: on 1 March 2023 that of 2022 runs.
    Refusal("school year before the event claimed",
            lambda: scholarship([Child(birth=date(2015, 3, 1), claimed_years=[2021])],
                                date(2023, 3, 1), DAY),
            "Child.claimed_years", 2021, "school years from 2022 to 2026",
            "name each by the calendar year in which it begins"),
    Refusal("school year to come claimed",
            lambda: scholarship([Child(birth=date(2015, 3, 1), claimed_years=[2022, 2027])],
                                date(2023, 3, 1), DAY),
            "Child.claimed_years", 2027, "school years from 2022 to 2026",
            "name each by the calendar year in which it begins"),
    Refusal("class SD does not have", lambda: at_school("SD", 7),
            "Child.year", 7, "a class of level 'SD', 1 to 6", "correct year or level"),
    Refusal("class SMP does not have", lambda: at_school("SMP", 10),
            "Child.year", 10, "a class of level 'SMP', 1 to 3, or 7 to 9 as the school counts",
            "correct year or level"),
    Refusal("class between those of SMP", lambda: at_school("SMP", 6),
            "Child.year", 6, "a class of level 'SMP', 1 to 3, or 7 to 9 as the school counts",
            "correct year or level"),
    Refusal("class SMA does not have", lambda: at_school("SMA", 13),
            "Child.year", 13, "a class of level 'SMA', 1 to 3, or 10 to 12 as the school counts",
            "correct year or level"),
    Refusal("year university does not have", lambda: at_school("PT", 6),
            "Child.year", 6, "a class of level 'PT', 1 to 5", "correct year or level"),
    Refusal("projection of a child for another",
            lambda: scholarship_projection(Child(takes_over=0), DAY),
            "Child.takes_over", 0, "None for one child alone",
            "ask scholarship(children, ...), which knows the other child"),
    Refusal("projection before birth", lambda: scholarship_projection(Child(birth=TOMORROW), DAY),
            "Child.birth", "2026-10-06", "a day up to on (2026-10-05)", "check both dates"),
    Refusal("child for one that is not there",
            lambda: scholarship([PUPIL, Child(takes_over=2)], DAY, DAY),
            "Child.takes_over", 2, "the position of one other child, 0 to 1, stated once",
            "name the child that died by its position among the children"),
    Refusal("two children for one",
            lambda: scholarship([PUPIL, Child(takes_over=0), Child(takes_over=0)], DAY, DAY),
            "Child.takes_over", 0, "the position of one other child, 0 to 2, stated once",
            "name the child that died by its position among the children"),
    Refusal("children for each other",
            lambda: scholarship([Child(takes_over=1), Child(takes_over=0)], DAY, DAY),
            "Child.takes_over", 1, "the position of one other child, 0 to 1, stated once",
            "name the child that died by its position among the children"),
]  # fmt: skip

ONCE = "each part of the body lost once"
BY_ROW = "state each loss once, by the row that takes all of it"
CORRECT_ROW = "correct the row or the fact"
ROWS = [
    *(f"A{number:02}" for number in range(1, 28)), "B01", "B02", "B03", "B03a", "B03b", "B03c",
    *(f"B{number:02}" for number in range(4, 12)), "B11a", "B11b", "B11c",
    *(f"B{number:02}" for number in range(12, 17)),
]  # fmt: skip
"""Lampiran III: the rows, with the groups of a shorter leg and of the capacity for work."""
LOSSES = [
    Refusal("third leg", lambda: losing(*[Loss(code="A08")] * 3),
            "WorkAccident.losses", "A08: takes more of 'leg' than there is", ONCE, BY_ROW),
    Refusal("third foot", lambda: losing(Loss(code="A09"), Loss(code="A10")),
            "WorkAccident.losses", "A10: takes more of 'foot' than there is", ONCE, BY_ROW),
    Refusal("third eye", lambda: losing(Loss(code="A11"), Loss(code="A12")),
            "WorkAccident.losses", "A12: takes more of 'sight' than there is", ONCE, BY_ROW),
    Refusal("third ear", lambda: losing(Loss(code="B07"), Loss(code="B06")),
            "WorkAccident.losses", "B06: takes more of 'auricle' than there is", ONCE, BY_ROW),
    Refusal("second right thumb", lambda: losing(Loss(code="A05"), Loss(code="A15")),
            "WorkAccident.losses", "A15: takes more of 'right thumb' than there is", ONCE, BY_ROW),
    Refusal("fourth of the other right fingers", lambda: losing(*[Loss(code="A19")] * 4),
            "WorkAccident.losses", "A19: takes more of 'right other_finger' than there is", ONCE,
            BY_ROW),
    Refusal("third big toe", lambda: losing(*[Loss(code="A25")] * 3),
            "WorkAccident.losses", "A25: takes more of 'big_toe' than there is", ONCE, BY_ROW),
    Refusal("seventh of the other toes", lambda: losing(*[Loss(code="A27")] * 7),
            "WorkAccident.losses", "A27: takes more of 'other_toe' than there is", ONCE, BY_ROW),
    Refusal("function of a hand that is gone",
            lambda: losing(Loss(code="A05"), Loss(code="A05", function_lost=1)),
            "WorkAccident.losses", "A05: 1 percent of function lost, more than is left", ONCE,
            BY_ROW),
    Refusal("more function than a hand has",
            lambda: losing(Loss(code="A05", function_lost=60),
                           Loss(code="A05", function_lost=Fraction(81, 2))),
            "WorkAccident.losses", "A05: 201/2 percent of function lost, more than is left", ONCE,
            BY_ROW),
    Refusal("function of a whole limb that has no such loss",
            lambda: losing(Loss(code="B01", measure=10, function_lost=Fraction(25, 2))),
            "Loss.function_lost", "25/2", "what row B01 asks for: range", CORRECT_ROW),
    Refusal("function of an eye", lambda: losing(Loss(code="A12", function_lost=50)),
            "Loss.function_lost", 50, "what row A12 asks for: whole", CORRECT_ROW),
    Refusal("measure of a limb", lambda: losing(Loss(code="A08", measure=10)),
            "Loss.measure", 10, "what row A08 asks for: whole", CORRECT_ROW),
    Refusal("eyes of a limb", lambda: losing(Loss(code="A08", better_eye=50, worse_eye=0)),
            "Loss.better_eye", 50, "what row A08 asks for: whole", CORRECT_ROW),
    Refusal("ears of a limb", lambda: losing(Loss(code="A08", better_ear=10, worse_ear=40)),
            "Loss.worse_ear", 40, "what row A08 asks for: whole", CORRECT_ROW),
    Refusal("thresholds beside the decibels",
            lambda: losing(Loss(code="B05", measure=40, worse_ear=40)),
            "Loss.measure", 40, "None beside the thresholds",
            "state the thresholds or the decibels lost, not both"),
    Refusal("better ear where one ear is lost",
            lambda: losing(Loss(code="B05", better_ear=Fraction(85, 2), worse_ear=60)),
            "Loss.better_ear", "85/2", "what row B05 asks for: decibels", CORRECT_ROW),
    Refusal("more decibels than the whole wage", lambda: losing(Loss(code="B04", measure=1000)),
            "Loss.measure", 1000, "decibels of at most the whole wage", "check the measure"),
    Refusal("percentage outside the table", lambda: losing(Loss(code="B11", measure=9)),
            "Loss.measure", 9, "10 to 25, 26 to 50, 51 to 70",
            "the table has no other values; ask the doctor"),
    Refusal("leg not shorter", lambda: losing(Loss(code="B03", measure=0)),
            "Loss.measure", 0, "1 to 49, 50 to 74, from 75",
            "the table has no other values; ask the doctor"),
    Refusal("more than all of the sight", lambda: losing(Loss(code="B14", measure=101)),
            "Loss.measure", 101, "what row B14 asks for: percent", CORRECT_ROW),
    Refusal("row the table does not have", lambda: losing(Loss(code="A28")),
            "Loss.code", "A28", f"one of {ROWS}", "find the row with disability_search"),
    Refusal("search for no word", lambda: disability_search(" "),
            "words", " ", "at least one word", "name the part of the body"),
]  # fmt: skip

ACCIDENT = [
    Refusal("wage paid to a BPU", lambda: accident(wage_paid=1_000_000),
            "WorkAccident.wage_paid", 1_000_000, "None for BPU",
            "leave it out: Pasal 51 speaks of a wage earner's employer"),
    Refusal("wage paid to a project worker", lambda: accident(BUILDER, wage_paid=1_000_000),
            "WorkAccident.wage_paid", 1_000_000, "None for CONSTRUCTION",
            "leave it out: Pasal 51 speaks of a wage earner's employer"),
    Refusal("BPU posted abroad", lambda: accident(posted_abroad=True),
            "WorkAccident.posted_abroad", YES, "False for BPU",
            "leave it out: Pasal 86 speaks of a wage earner (PU) sent by the employer"),
    Refusal("project worker posted abroad", lambda: accident(BUILDER, posted_abroad=True),
            "WorkAccident.posted_abroad", YES, "False for CONSTRUCTION",
            "leave it out: Pasal 86 speaks of a wage earner (PU) sent by the employer"),
    Refusal("examinations of a BPU",
            lambda: accident(cause="occupational_disease", examinations_paid=1),
            "WorkAccident.examinations_paid", 1, "0 for BPU",
            "leave it out: Pasal 112 speaks of an employer, and says nothing of a BPU"),
    Refusal("examinations of a BPU not known", lambda: accident(examinations_paid=None),
            "WorkAccident.examinations_paid", None, "0 for BPU",
            "leave it out: Pasal 112 speaks of an employer, and says nothing of a BPU"),
    Refusal("accident of a BPU reported late", lambda: accident(reported_late=True),
            "WorkAccident.reported_late", YES, "False for BPU", NOBODY_REPORTS),
    Refusal("care from before the recommendation",
            lambda: cared(date(2026, 3, 1), date(2026, 3, 2)),
            "HomeCare.first", "2026-03-01", "before 2026-03-02, or from then on",
            "state the stretch before 2026-03-02 and the one from then on"),
    Refusal("care beyond the year", lambda: cared(date(2027, 3, 1), date(2027, 3, 2)),
            "HomeCare.last", "2027-03-02", "up to 2027-03-01, or from 2027-03-02 on",
            "state the stretch up to 2027-03-01 and the one from 2027-03-02 each with its cost"),
]  # fmt: skip

ARREARS = "Participation.months_in_arrears"
COVERAGE = [
    Refusal("disease found of an accident",
            lambda: event_advice(Event(on=DAY, kind="accident"), found="occupational_disease"),
            "found", "occupational_disease",
            "'work_accident' or 'other' where Event.kind is 'accident'",
            "correct found or Event.kind"),
    Refusal("accident found of a disease",
            lambda: event_advice(Event(on=DAY, kind="disease"), found="work_accident"),
            "found", "work_accident",
            "'occupational_disease' or 'other' where Event.kind is 'disease'",
            "correct found or Event.kind"),
    Refusal("months due of a project", lambda: contribution_due(BUILDER, DAY),
            "Participation.segment", "CONSTRUCTION", "'BPU' or 'PU'",
            "ask construction_premium: a project is paid at once or in instalments"),
    Refusal("months due of nobody registered",
            lambda: contribution_due(Participation(segment="PU", failing="not_registered"), DAY),
            "Participation.failing", "not_registered", "None: a worker who is registered",
            "ask wage_premium for the months that are owed"),
    # Each month is due on its own 15th: on 5 October 2026 those from January to September.
    Refusal("more arrears than months",
            lambda: cover_on(Participation(number_issued=date(2026, 1, 5),
                                           months_in_arrears=10), DAY),
            ARREARS, 10, "0 to 9, the months owed and overdue on 2026-10-05",
            "check the number and number_issued"),
    Refusal("arrears before any month is due",
            lambda: cover_on(Participation(number_issued=DAY, months_in_arrears=1), DAY),
            ARREARS, 1, "0 to 0, the months owed and overdue on 2026-10-05",
            "check the number and number_issued"),
    Refusal("other arrears than the payments leave",
            lambda: cover_on(Participation(number_issued=date(2026, 1, 5), months_in_arrears=1,
                                           payments=payments("2026-01", "2026-06")), DAY),
            ARREARS, 1, "3, as the payments have it",
            "state the payments or the number, not both"),
    Refusal("day of no conclusion",
            lambda: suspected_case(Event(on=DAY, kind="accident"), concluded_on=DAY),
            "concluded", None, "the conclusion of concluded_on",
            "state what was concluded, or leave concluded_on out"),
    Refusal("disease concluded of an accident",
            lambda: suspected_case(Event(on=DAY, kind="accident"),
                                   concluded="occupational_disease"),
            "concluded", "occupational_disease",
            "'work_accident' or 'other' where Event.kind is 'accident'",
            "correct concluded or Event.kind"),
    Refusal("accident concluded of a disease",
            lambda: suspected_case(Event(on=DAY, kind="disease"), concluded="work_accident"),
            "concluded", "work_accident",
            "'occupational_disease' or 'other' where Event.kind is 'disease'",
            "correct concluded or Event.kind"),
]  # fmt: skip

NO_PART = "leave it out: BPJS has no part in the case"
NO_REPORT = "leave it out: no report is asked for here"
CLAIMS = [
    Refusal("claim of a civil servant", lambda: timeline(segment="OUTSIDE"),
            "segment", "OUTSIDE", "one of ['BPU', 'PU', 'CONSTRUCTION', 'MIGRANT']",
            "civil servants, army and police have a PP of their own, not in the library"),
    Refusal("BPU whom nobody registered", lambda: timeline(registered=False),
            "registered", NO, "only for PU or construction", "leave it out"),
    Refusal("payment of BPJS for nobody registered",
            lambda: timeline(segment="PU", registered=False, paid_on=DAY),
            "paid_on", DAY, "None where registered is False", NO_PART),
    Refusal("report on nobody registered",
            lambda: timeline(segment="CONSTRUCTION", registered=False, stage1_on=DAY),
            "stage1_on", DAY, "None where registered is False", NO_PART),
    Refusal("employer of a BPU who paid", lambda: timeline(employer_paid_on=DAY),
            "employer_paid_on", DAY, "only for PU or construction",
            "leave it out: there is no employer"),
    Refusal("employer of a migrant who asks",
            lambda: timeline(segment="MIGRANT", refund_asked_on=DAY),
            "refund_asked_on", DAY, "only for PU or construction",
            "leave it out: there is no employer"),
    Refusal("papers of an accident that differ", lambda: timeline(papers_differ=True),
            "papers_differ", YES, "only for JKM of PU, BPU or construction", "leave it out"),
    Refusal("papers of a migrant that differ",
            lambda: timeline("other", segment="MIGRANT", papers_differ=True),
            "papers_differ", YES, "only for JKM of PU, BPU or construction", "leave it out"),
    Refusal("end of no check", lambda: timeline("other", check_ended_on=DAY),
            "check_ended_on", DAY, "only where papers_differ is True", "state papers_differ too"),
    Refusal("suspected death of another cause", lambda: timeline("other", suspected=True),
            "suspected", YES, "only for JKK of PU, BPU or construction", "leave it out"),
    Refusal("suspected accident of a migrant",
            lambda: timeline(segment="MIGRANT", suspected=True),
            "suspected", YES, "only for JKK of PU, BPU or construction", "leave it out"),
    Refusal("report of a death of another cause", lambda: timeline("other", letter_on=DAY),
            "letter_on", DAY, "None but for JKK of PU, BPU or CONSTRUCTION", NO_REPORT),
    Refusal("report before the accident", lambda: timeline(stage1_on=YESTERDAY),
            "stage1_on", "2026-10-04", "event_on (2026-10-05) or later", "check both days"),
    Refusal("payment before the claim is complete",
            lambda: timeline("other", complete_on=DAY, paid_on=YESTERDAY),
            "paid_on", "2026-10-04", "complete_on (2026-10-05) or later", "check both days"),
    Refusal("objection before the event", lambda: dispute_steps("amount", DAY, filed_on=YESTERDAY),
            "filed_on", "2026-10-04", "not before on (2026-10-05)", "check both days"),
    Refusal("doctor asked about an amount",
            lambda: dispute_steps("amount", DAY, opinion_on=TOMORROW),
            "opinion_on", "2026-10-06", "None but for ['disability', 'occupational_disease']",
            "leave it out: no advisory doctor is asked about this"),
    Refusal("day without its paper",
            lambda: missing_person("ship", DAY, at_work=True, named_on=TOMORROW),
            "named_on", "2026-10-06", "the day a paper names", "state the paper too"),
    Refusal("paper from before the last news",
            lambda: missing_person("ship", DAY, at_work=True, paper="court_determination",
                                   named_on=YESTERDAY),
            "named_on", "2026-10-04", "not before last_news_on (2026-10-05)", "check both days"),
    Refusal("papers of a BPU whom nobody registered", lambda: papers(registered=False),
            "registered", NO, "True but for JKM of PU",
            "leave it out: no list of papers depends on it here"),
    Refusal("papers of an accident of nobody registered",
            lambda: papers("jkk", "PU", registered=False),
            "registered", NO, "True but for JKM of PU",
            "leave it out: no list of papers depends on it here"),
    Refusal("papers of a migrant's accident", lambda: papers("jkk", "MIGRANT"),
            "segment", "MIGRANT", "for jkk: one of ['PU', 'BPU', 'CONSTRUCTION']",
            "the papers of others were not read"),
    Refusal("papers of a BPU's employer", lambda: papers("employer_refund"),
            "segment", "BPU", "for employer_refund: one of ['PU']",
            "the papers of others were not read"),
    Refusal("leave before a refund", lambda: papers("employer_refund", "PU", on_leave=False),
            "on_leave", "False", "None: papers of this claim depend on no fact",
            "leave it out: no paper depends on it here"),
]  # fmt: skip

PREMIUMS = [
    Refusal("row 0", lambda: premium(FISHER, "2026-10", row=0),
            "row", 0, "a row of Lampiran II, 1 to 33", "give the number of the row as an int"),
    Refusal("row 34", lambda: premium(FISHER, "2026-10", row=34),
            "row", 34, "a row of Lampiran II, 1 to 33", "give the number of the row as an int"),
    Refusal("another row than the scheme buys",
            lambda: premium(FISHER, "2025-10", row=2, scheme=load_scheme("kutim")),
            "row", 2, "None or 1, the row the scheme buys",
            "leave row out, or ask without the scheme"),
    Refusal("four months at once", lambda: prepay(FISHER, "2026-10", 4),
            "count", 4, "1, 2, 3, 6, 12 months paid at once",
            "choose one of these, as an int"),
    Refusal("month before the scheme",
            lambda: premium(FISHER, "2022-12", scheme=load_scheme("kutim")),
            "month", "2022-12",
            "a month in which the scheme 'kutim' runs, which begins on 2023-01-01",
            "ask for another month, or without the scheme"),
    Refusal("another payer than the scheme's",
            lambda: premium(FISHER, "2025-10", payer="self", scheme=load_scheme("kutim")),
            "payer", "self", "None or 'APBD', who pays for the scheme",
            "leave payer out, or ask without the scheme"),
    Refusal("months reversed", lambda: premium_run(FISHER, "2026-10", "2026-09"),
            "last", "2026-09", "2026-10 (first) to 2126-09, a run of at most 1200 months",
            "check both months"),
    Refusal("more than a century", lambda: premium_run(FISHER, "2026-10", "2126-10"),
            "last", "2126-10", "2026-10 (first) to 2126-09, a run of at most 1200 months",
            "check both months"),
    Refusal("JKP of a foreigner",
            lambda: wage_premium(Employment(pay_form="monthly", basic_wage=4_000_000,
                                            fixed_allowances=0, risk_group="I", jkp=True,
                                            foreign=True), "2026-10"),
            "Employment.jkp", YES,
            "False or None for a foreigner and for one too old on registration",
            "leave jkp out, or correct the other facts of JKP"),
    Refusal("wage list of nobody", lambda: wage_correction([], "2026-10", paid=1),
            "employments", (), "at least one Employment",
            "give the wage list of the month, an Employment for each worker"),
    Refusal("second warning without a first",
            lambda: employer_sanctions("not_paid", DAY, second_warning_on=YESTERDAY),
            "first_warning_on", None, "a day: the second warning follows the first",
            "state the day of the first warning"),
    Refusal("business of no word", lambda: risk_group_search(" "),
            "words", " ", "at least one word of a kind of business", "write what the firm does"),
    Refusal("business that is no text", lambda: untyped(risk_group_search)(5),
            "words", 5, "at least one word of a kind of business", "write what the firm does"),
]  # fmt: skip

RATE = "a decimal share above 0 and below 1, as text"
WRITE_RATE = 'write 11 percent as "0.11"'
PROJECTS = [
    Refusal("rate of nothing", lambda: without_vat(10, "0.00"), "rate", "0.00", RATE, WRITE_RATE),
    Refusal("rate of the whole", lambda: project(value=1, contains_vat=True, vat_rate="1.0"),
            "vat_rate", "1.0", RATE, WRITE_RATE),
    Refusal("contract worth nothing", lambda: without_vat(0, "0.11"),
            "value", 0, "exact rupiah above 0, as int or Fraction",
            "give the contract value as an int, or as a Fraction of rupiah"),
    Refusal("wage beside the value", lambda: project(value=1, monthly_wage=1),
            "monthly_wage", 1, "either monthly_wage, or value with contains_vat and vat_rate",
            "leave out the value where the wage is known"),
    Refusal("rate of a tax that is not in the value",
            lambda: project(value=1, contains_vat=False, vat_rate="0.11"),
            "vat_rate", "0.11", "None, or a rate together with contains_vat=True",
            "leave vat_rate out, or state contains_vat=True"),
    Refusal("contract that ends before it starts",
            lambda: project_of_value(starts=DAY, ends=YESTERDAY),
            "ends", YESTERDAY, "not before 2026-10-05", "check both dates"),
    Refusal("instalments of a wage",
            lambda: project(monthly_wage=100_000_000, number_of_instalments=2),
            "number_of_instalments", 2, "a wage or a contract value",
            "leave it out where the wage is known: the instalments are those of a contract value"),
    Refusal("instalments a short contract does not have",
            lambda: project_of_value(number_of_instalments=2),
            "number_of_instalments", 2, "3 for this contract",
            "state starts and ends: only a long contract has a choice"),
    Refusal("instalments a long contract does not have",
            lambda: project_of_value(starts=DAY, ends=date(2029, 10, 5), number_of_instalments=2),
            "number_of_instalments", 2, "3 or 4 for this contract",
            "state starts and ends: only a long contract has a choice"),
    Refusal("condition of a relief by wage", lambda: project_of_value(relief_condition_met=True),
            "relief_condition_met", YES, "None without monthly_wage",
            "leave relief_condition_met out, or state monthly_wage"),
    Refusal("rest of a project of the relief",
            lambda: project_of_value(date(2020, 8, 1), unpaid_in_relief=1),
            "unpaid_in_relief", 1,
            "None, but for a contract value registered before 2020-08-01", "leave it out"),
    Refusal("rest of a project by wage",
            lambda: project(date(2020, 3, 2), monthly_wage=1_000_000, unpaid_in_relief=1),
            "unpaid_in_relief", 1,
            "None, but for a contract value registered before 2020-08-01", "leave it out"),
    # A contract value to Rp100,000,000 pays 0.24 percent: Rp240,000 (Permenaker 44/2015 Pasal 55).
    Refusal("rest above the contribution",
            lambda: project_of_value(date(2020, 3, 2), unpaid_in_relief=240_001),
            "unpaid_in_relief", 240_001, "at most the assessed contribution, Rp240000",
            "state what was still unpaid when the relief began"),
]  # fmt: skip

OTHERS = [
    Refusal("registration of a migrant", lambda: registration_timeline("MIGRANT", hired_on=DAY),
            "segment", "MIGRANT", "one of ['PU', 'BPU', 'CONSTRUCTION']",
            "for migrant workers ask migrant_premium"),
    Refusal("hiring of a BPU", lambda: registration_timeline("BPU", hired_on=DAY),
            "hired_on", "2026-10-05",
            "None for BPU, which has ['card_on', 'changed_on', 'complete_on']",
            "leave it out, or correct segment"),
    Refusal("event in a project without a change",
            lambda: registration_timeline("CONSTRUCTION", event_on=DAY),
            "event_on", "2026-10-05",
            "None for CONSTRUCTION, which has "
            "['changed_on', 'complete_on', 'ordered_on', 'proof_on']",
            "leave it out, or correct segment"),
    Refusal("registration on no day", lambda: registration_timeline("BPU"),
            "days of registration_timeline", None,
            "at least one of ['card_on', 'changed_on', 'complete_on']",
            "state a day, as card_on=datetime.date(2026, 8, 7)"),
    Refusal("event before the change",
            lambda: registration_timeline("CONSTRUCTION", changed_on=DAY, event_on=YESTERDAY),
            "event_on", "2026-10-04", "changed_on (2026-10-05) or later", "check both days"),
    Refusal("trainee among fishers", lambda: required_programmes(FISHER, DAY, trainee=True),
            "trainee", YES, "False or None for this segment and kind",
            "a trainee is of segment PU, or a BPU of kind 'other': correct segment or kind"),
    Refusal("job that is not there", lambda: several_jobs((Job(), Job()), DAY, accident_at=2),
            "accident_at", 2, "a position among the jobs, 0 to 1", "name the job by its position"),
    Refusal("scheme that is not there", lambda: load_scheme("berau"),
            "source", "berau", "one of ['kutim'], or the path of a scheme file",
            "choose one of these; a scheme of your own is given by the path of its .toml file"),
    Refusal("scheme by no path", lambda: load_scheme("a\0b"),
            "source", "a\0b", "one of ['kutim'], or the path of a scheme file",
            "correct the path: embedded null byte"),
    Refusal("cost of a fixed sum", lambda: migrant_benefit(Placement(), "rape", DAY, cost=1),
            "cost", 1,
            "None for 'rape'; a cost is refunded for ['treatment_abroad', 'home_care', "
            "'hearing_aid', 'glasses', 'placed_contrary']",
            "leave cost out: the amount is fixed or not known"),
    Refusal("fault of glasses",
            lambda: migrant_benefit(Placement(), "glasses", DAY, by_agency_or_policy=False),
            "by_agency_or_policy", NO,
            "None for 'glasses'; True or False for 'failed_departure'", "leave it out"),
    Refusal("amount that was read", lambda: migrant_benefit(Placement(), "glasses", DAY, amount=1),
            "amount", 1, "None for 'glasses', whose amount is known; an amount for one of "
            "['dentures', 'failed_departure', 'failed_placement', 'other', 'total_permanent', "
            "'work_death']",
            "leave amount out"),
    Refusal("placement beside its prolonging",
            lambda: migrant_premium(DAY, contract_months=24, prolonged_by=6),
            "contract_months", 24, "None where prolonged_by is stated",
            "leave it out: ask for the placement and for its prolonging one by one"),
    Refusal("agency beside a prolonging",
            lambda: migrant_premium(DAY, agency=False, prolonged_by=6),
            "agency", NO, "None where prolonged_by is stated",
            "leave it out: ask for the placement and for its prolonging one by one"),
]  # fmt: skip

REFUSALS = [
    *DEATH, *CHILDREN, *LOSSES, *ACCIDENT, *COVERAGE, *CLAIMS, *PREMIUMS, *PROJECTS, *OTHERS,
]  # fmt: skip


@pytest.mark.parametrize("refusal", [pytest.param(one, id=one.name) for one in REFUSALS])
def test_the_four_parts(refusal: Refusal) -> None:
    with pytest.raises(InputError) as caught:
        refusal.call()
    error = caught.value
    assert error.thing == refusal.thing
    assert error.value == refusal.value
    assert type(error.value) is type(refusal.value)
    assert error.allowed == refusal.allowed
    assert error.next_step == refusal.next_step


def _raise_statements() -> Iterator[tuple[str, int, int]]:
    """File, first and last line of every statement that raises an input error in the rooms."""
    home = Path(jamsos.__file__).parent
    for room in ROOMS:
        for path in (home / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Raise) and _is_of_input(node.exc):
                    yield str(path), node.lineno, node.end_lineno or node.lineno


def _is_of_input(raised: ast.expr | None) -> bool:
    """Whether it is an input error made here, or by a function of the same module."""
    if not isinstance(raised, ast.Call) or not isinstance(raised.func, ast.Name):
        return False
    return raised.func.id == "InputError" or raised.func.id.startswith("_")


def _raised_at(call: Callable[[], object]) -> tuple[str, int]:
    """The file and the line at which a call fails."""
    with pytest.raises(InputError) as caught:
        call()
    innermost: TracebackType | None = caught.value.__traceback__
    assert innermost is not None
    while innermost.tb_next is not None:
        innermost = innermost.tb_next
    return innermost.tb_frame.f_code.co_filename, innermost.tb_lineno


def test_the_table_passes_over_no_refusal() -> None:
    reached = {_raised_at(refusal.call) for refusal in REFUSALS}
    untested = [
        f"{file}:{first}"
        for file, first, last in _raise_statements()
        if not any((file, line) in reached for line in range(first, last + 1))
    ]
    assert untested == []
