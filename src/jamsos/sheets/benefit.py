"""The benefit sheet (*lembar manfaat*): the insurance on one page, for a group or for a person."""

from collections.abc import Sequence
from datetime import date

from jamsos.answers.texts import Text, catalogue
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError, kind_of, looks_like_nik
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.sheets.asking import Asked, ask
from jamsos.sheets.benefit_parts import (
    accident_part,
    cost_part,
    examples_part,
    keeping_part,
    other_death_part,
    work_death_part,
)
from jamsos.sheets.claim_parts import offices_part, papers_part, steps_part
from jamsos.sheets.honesty import foot, mark
from jamsos.sheets.offices import Office, checked_offices
from jamsos.sheets.parts import Content, Part
from jamsos.sheets.school_part import school_part
from jamsos.sheets.sheet import Sheet, SheetKind
from jamsos.values.plain import checked_kind
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import Category, Payer
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker, checked_worker

_LONGEST_NAME = 50


def benefit_sheet(
    subject: Worker | Category | str,
    on: date,
    *,
    name: str | None = None,
    participation: Participation | None = None,
    family: Family | None = None,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    offices: Sequence[Office] = (),
    lang: str = "id",
    law: Law | None = None,
) -> Sheet:
    """The benefit sheet of non-wage earners (BPU), on one page of A4.

    It says what the insurance costs and who pays, what is covered with examples from the work,
    what the family and the children receive, what to do within the hours the law gives for the
    report, with which papers, and at which office. What cannot be decided is said with what is
    missing.

    Of a group the sheet shows a member with all rights, and what a new member does not have yet;
    so it does of a person whose participation is not stated. A worker without a name, a
    participation and a family stands for a group.

    Legal source: that of the answers, in ``Sheet.answers``.

    Args:
        subject: A category of work, for a group, or a worker (BPU).
        on: The day whose law and contribution month count.
        name: Whom a worker's sheet is for, as it is printed; no identity number.
        participation: The worker's membership.
        family: The worker's family.
        payer: Who pays; without it the scheme's payer, or else the participation's.
        row: The income row that is paid, where no income, participation or scheme tells it.
        scheme: The programme that pays.
        offices: The offices of the place; the others are left to be written by hand.
        lang: ``"id"`` or ``"en"``.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for a group with facts of one person, and as the questions asked.
        OutsideLawError: for a day before 2 December 2019.

    >>> from jamsos import load_scheme
    >>> sheet = benefit_sheet("farmer", date(2026, 9, 1), scheme=load_scheme("kutim"), lang="en")
    >>> sheet.title
    'Benefit sheet for farmers'
    >>> [answer.total for answer in sheet.answers if answer.question == "premium"]
    [16800]

    """
    asked = asked_for(
        subject,
        on,
        name=name,
        participation=participation,
        family=family,
        payer=payer,
        row=row,
        scheme=scheme,
        law=law,
    )
    catalogue(lang)  # refuses another language
    known_offices = checked_offices(offices)
    title = _title(asked, name, lang)
    answers = ask(asked)
    first_row: list[Part] = [cost_part(answers, lang)]
    if answers.keeping is not None:
        first_row.append(keeping_part(answers.keeping, lang))
    first_row.append(examples_part(asked, lang))
    offices_of_place = offices_part(known_offices, answers.death_papers, lang)
    rows = (
        tuple(first_row),
        (
            accident_part(answers, lang),
            work_death_part(answers, lang),
            other_death_part(asked, answers, lang),
        ),
        (school_part(answers.schooling, asked.law, asked.on, lang),),
        (steps_part(answers, asked.on, lang), offices_of_place),
        (papers_part(answers, lang),),
    )
    content = Content(
        lang=lang,
        title=title,
        about=Text("sheet.about", {"day": asked.on}).say(lang),
        picture=_work(asked),
        rows=rows,
        foot=foot(asked, lang),
        mark=mark(asked.law, lang),
    )
    return Sheet(kind=SheetKind.SHEET, content=content, answers=answers.all)


def asked_for(
    subject: Worker | Category | str,
    on: date,
    *,
    name: str | None = None,
    participation: Participation | None = None,
    family: Family | None = None,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> Asked:
    """Whom a sheet is for, with checked facts.

    Raises:
        InputError: for a group with facts of one person.

    """
    is_group = name is None and participation is None and family is None
    if isinstance(subject, Worker):
        worker = checked_worker(subject)
    else:
        worker = Worker(category=Category(subject))
    if participation is not None:
        checked_kind(Participation, participation, "participation")
    if family is not None:
        checked_kind(Family, family, "family")
    if name is not None:
        _check_name(name)
    if not (is_group or isinstance(subject, Worker)):
        step = "give a Worker as the subject, or leave name, participation and family out"
        raise InputError("subject", str(worker.category), "a Worker, for one person", step)
    current_law = applied(law)
    return Asked(
        worker=worker,
        on=judged_day(on, current_law, "on"),
        participation=participation,
        family=family,
        payer=code_or_none(Payer, payer, "payer"),
        row=row,
        scheme=checked_scheme(scheme),
        law=current_law,
        is_group=is_group,
    )


def _check_name(name: object) -> None:
    allowed = f"the name of one person, at most {_LONGEST_NAME} characters"
    if not isinstance(name, str) or not name or not name.isprintable():
        raise InputError("name", kind_of(name), allowed, "write it as a text")
    if len(name) > _LONGEST_NAME or looks_like_nik(name):
        raise InputError("name", kind_of(name), allowed, "shorten it; no identity number")


def _work(asked: Asked) -> Category:
    return asked.worker.category or Category.OTHER


def _title(asked: Asked, name: str | None, lang: str) -> str:
    if asked.is_group:
        group = Text(f"sheet.group.{_work(asked)}")
        return Text("sheet.title_of_group", {"group": group}).say(lang)
    if name is not None and _work(asked) is Category.OTHER:
        return Text("sheet.title_of_name", {"name": name}).say(lang)
    work = Text(f"category.{_work(asked)}")
    if name is not None:
        return Text("sheet.title_of_person", {"name": name, "work": work}).say(lang)
    return Text("sheet.title_of_somebody", {"work": work}).say(lang)
