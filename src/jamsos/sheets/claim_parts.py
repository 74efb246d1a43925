"""The parts of a sheet about a claim: what to do at once, the papers, the offices."""

from datetime import date
from typing import cast

from jamsos.answers.plain_sentences import first_remark
from jamsos.answers.texts import Arg, Text
from jamsos.claims.codes import Requirement
from jamsos.claims.paper_results import ClaimPaper, ClaimPapers
from jamsos.claims.results import ClaimTimeline
from jamsos.sheets.asking import Answers
from jamsos.sheets.offices import Office, OfficeKind
from jamsos.sheets.parts import Part, Points

_HOURS_A_DAY = 24
_BY_HAND = "." * 40
"""Where the name of an office is written by hand."""


def hours_heading(report: ClaimTimeline, on: date) -> Text:
    """The heading of what to do within the hours of the report (*2 x 24 jam*)."""
    # An accident has always to be reported.
    report_by = cast("date", report.report_stage1_by)
    days = (report_by - on).days
    args: dict[str, Arg] = {"days": days, "hours": _HOURS_A_DAY}
    return Text("sheet.hours", args)


def steps_part(answers: Answers, on: date, lang: str) -> Part:
    """What to do within those hours, step by step, and until when the claim lasts."""
    report = answers.report
    steps = (
        Text("sheet.step.help"),
        Text("sheet.step.report", {"to": Text(f"value.{report.report_to}")}),
        Text("sheet.step.write"),
        Text("sheet.step.receipts"),
    )
    # The claim of an accident always lapses.
    claim_until = cast("date", report.claim_until)
    texts = (
        Text("sheet.late"),
        Text("sheet.claim_until", {"years": claim_until.year - on.year}),
    )
    points = tuple(step.say(lang) for step in steps)
    return Part(
        picture="clock",
        heading=hours_heading(report, on).say(lang),
        lists=(Points(points=points, numbered=True),),
        remarks=(" ".join(text.say(lang) for text in texts),),
    )


def offices_part(offices: tuple[Office, ...], papers: ClaimPapers, lang: str) -> Part:
    """Every kind of office, what it is for, and where it is; or room to write it by hand."""
    registry = first_remark(papers, ["note.death_to_registry"])
    by_kind = {office.kind: office for office in offices}
    lists = [_office(kind, by_kind.get(kind), lang) for kind in OfficeKind]
    return Part(
        picture="office",
        heading=Text("sheet.offices").say(lang),
        lists=(Points(points=tuple(lists)),),
        remarks=tuple(text.say(lang) for text in registry),
    )


def _office(kind: OfficeKind, office: Office | None, lang: str) -> str:
    purpose = Text(f"sheet.office.{kind}").say(lang)
    return f"{purpose} {where(office)}"


def where(office: Office | None) -> str:
    """The name, address and telephone of an office, or room to write them."""
    if office is None:
        return _BY_HAND
    return ", ".join(text for text in (office.name, office.address, office.phone) if text)


def papers_part(answers: Answers, lang: str) -> Part:
    """The papers of the three claims."""
    lists = (
        _papers(Text("sheet.papers_accident"), answers.accident_papers, lang),
        _papers(Text("sheet.papers_death"), answers.death_papers, lang),
        _papers(Text("sheet.papers_school"), answers.school_papers, lang),
    )
    return Part(
        picture="papers",
        heading=Text("sheet.papers").say(lang),
        lists=lists,
        remarks=(Text("sheet.papers_practice").say(lang),),
    )


def _papers(heading: Text, papers: ClaimPapers, lang: str) -> Points:
    points = tuple(_paper(paper, lang) for paper in papers.papers)
    return Points(heading=heading.say(lang), points=points)


def _paper(paper: ClaimPaper, lang: str) -> str:
    name = paper.name.say(lang)
    if paper.requirement is Requirement.IN_PRACTICE:
        return f"{name} *"
    if paper.condition is not None:
        return f"{name} ({paper.condition.say(lang)})"
    return name
