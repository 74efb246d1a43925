"""The pocket card: what to do after an accident and what is paid, several on a page."""

from collections.abc import Sequence
from datetime import date

from jamsos.answers.texts import Text, catalogue
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.sheets.asking import Asked, ask
from jamsos.sheets.benefit import asked_for
from jamsos.sheets.benefit_parts import figure, newcomer_remarks
from jamsos.sheets.claim_parts import hours_heading, where
from jamsos.sheets.honesty import mark
from jamsos.sheets.offices import Office, OfficeKind, checked_offices
from jamsos.sheets.parts import Content, Part, Points
from jamsos.sheets.sheet import Sheet, SheetKind
from jamsos.workers.codes import Category, Payer
from jamsos.workers.worker import Worker


def pocket_card(
    subject: Worker | Category | str,
    on: date,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    offices: Sequence[Office] = (),
    lang: str = "id",
    law: Law | None = None,
) -> Sheet:
    """A card of 85 x 54 mm for the pocket, ten on a page of A4.

    It says what to do within the hours of the report and whom to call, and what the family
    receives of a member with all rights.

    Legal source: that of the answers, in ``Sheet.answers``.

    Args:
        subject: A category of work, or a worker (BPU).
        on: The day whose law counts.
        payer: Who pays.
        row: The income row that is paid, where no income or scheme tells it.
        scheme: The programme that pays.
        offices: The offices of the place; only that of BPJS Ketenagakerjaan is on the card.
        lang: ``"id"`` or ``"en"``.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: as the questions asked.
        OutsideLawError: for a day before 2 December 2019.

    >>> card = pocket_card("trader", date(2026, 9, 1), row=1, lang="en")
    >>> "Death from work: Rp70,000,000" in card.text()
    True

    """
    asked = asked_for(subject, on, payer=payer, row=row, scheme=scheme, law=law)
    catalogue(lang)  # refuses another language
    known_offices = checked_offices(offices)
    answers = ask(asked)
    bpjs = [office for office in known_offices if office.kind is OfficeKind.BPJS]
    call = where(bpjs[0] if bpjs else None)
    most = answers.schooling.death.scholarship.statutory_maximum
    deaths = (
        Text("card.work_death", {"amount": figure(answers.work_death, lang)}),
        Text("card.other_death", {"amount": figure(answers.other_death, lang)}),
        Text("card.school", {"amount": most}),
    )
    steps = (
        Text("card.help"),
        Text("card.report"),
        Text("card.call", {"office": call}),
    )
    parts = (
        Part(
            picture="clock",
            heading=hours_heading(answers.report, asked.on).say(lang),
            lists=(Points(points=tuple(step.say(lang) for step in steps), numbered=True),),
        ),
        Part(
            picture="family",
            heading=Text("card.family").say(lang),
            lists=(Points(points=tuple(death.say(lang) for death in deaths)),),
            remarks=newcomer_remarks(answers, lang),
        ),
    )
    content = Content(
        lang=lang,
        title=Text("card.title").say(lang),
        about=Text("card.owner").say(lang),
        picture=asked.worker.category or Category.OTHER,
        rows=tuple((part,) for part in parts),
        foot=(_foot(asked, lang),),
        mark=mark(asked.law, lang),
    )
    return Sheet(kind=SheetKind.CARD, content=content, answers=answers.all)


def _foot(asked: Asked, lang: str) -> str:
    return Text("card.foot", {"day": asked.law.known_until}).say(lang)
