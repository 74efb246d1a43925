"""An answer of jamsos as plain data for a screen: sentences, a figure, reasons, what is missing."""

import re
from typing import Any, TypeAlias

from jamsos import ClaimPapers, ClaimTimeline, Requirement, ScholarshipProjection

Shown: TypeAlias = dict[str, Any]

QUESTIONS = {
    "worker.works": "work",
    "worker.has_nik": "nik",
    "worker.birth": "birth",
    "worker.foreign": "citizen",
    "worker.months_in_indonesia": "months_here",
    "worker.income": "income",
    "worker.sector": "sector",
    "participation.number_issued": "issued",
    "participation.payments": "paid",
    "participation.payer": "payer",
    "cause": "event",
    "accident_on": "same_day",
    "accident.unable": "rest",
    "accident.land": "transport",
    "accident.losses": "lasting",
    "accident.total_permanent": "lasting",
    "family.spouse": "spouse",
    "family.children": "children",
    "family.blood_line": "blood_line",
    "family.siblings": "siblings",
    "family.parents_in_law": "parents_in_law",
    "child.birth": "birth",
    "child.level": "school",
    "child.studying": "school",
    "child.year": "class",
    "child.lawful": "tie",
    "child.married": "status",
    "child.working": "status",
}
"""The question of the page that states a fact an answer may miss."""

_END_OF_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def shown(answer: Any, lang: str) -> Shown:
    """Everything the screen of a result shows of one answer."""
    form = answer.to_dict()
    told = form[f"total_{lang}"] if form.get("lines") and "total" in form else None
    return {
        **_head(answer, form, lang),
        "figure_name": "total",
        "figure": told,
        "value": form.get("total"),
        "missing": missing_of(answer, lang),
        "possibilities": [
            {"if": one[f"facts_{lang}"], "amount": one[f"total_{lang}"]}
            for one in form["possibilities"]
        ],
        "conditions": [
            {"status": one["status"], "word": one[f"status_{lang}"], "text": one[f"meaning_{lang}"]}
            for one in form["conditions"]
        ],
        "lines": [_line(line, lang) for line in form["lines"]],
        "warnings": _notes(form, lang, warning=True),
        "notes": _notes(form, lang, warning=False),
        "findings": [
            {"name": one[f"name_{lang}"], "value": one[f"value_{lang}"]} for one in form["findings"]
        ],
        "why": _why(form, lang),
        "cards": [],
    }


def card_of(code: str, answer: Any, lang: str) -> Shown:
    """A second answer in short: what it says, its figure, what it misses."""
    form = answer.to_dict()
    return {
        "code": code,
        **_head(answer, form, lang),
        "figure": form[f"total_{lang}"] if form.get("lines") and "total" in form else None,
        "value": form.get("total"),
        "missing": missing_of(answer, lang),
        "why": _why(form, lang),
    }


def _head(answer: Any, form: Any, lang: str) -> Shown:
    """The outcome and the short text, sentence by sentence."""
    sentences = _END_OF_SENTENCE.split(answer.brief(lang))
    return {
        "title": form[f"title_{lang}"],
        "outcome": form["outcome"],
        "decided": answer.decided,
        "sentences": sentences,
    }


def _line(line: Any, lang: str) -> Shown:
    """One amount with its arithmetic."""
    return {
        "name": line[f"name_{lang}"],
        "amount": line[f"amount_{lang}"],
        "formula": line[f"formula_{lang}"],
    }


def _notes(form: Any, lang: str, *, warning: bool) -> list[str]:
    """The warnings or the other remarks, each once."""
    notes = [note[f"text_{lang}"] for note in form["notes"] if note["warning"] is warning]
    return list(dict.fromkeys(notes))


def _why(form: Any, lang: str) -> list[Shown]:
    """The reasons with their articles; what is missing stands by itself."""
    grounds = [ground for ground in form["grounds"] if ground["kind"] != "missing_fact"]
    return [_ground(ground, lang) for ground in grounds]


def _ground(ground: Any, lang: str) -> Shown:
    """One reason with its article."""
    return {
        "name": ground[f"name_{lang}"],
        "sources": ground.get("sources", []),
        "grade": ground.get(f"grade_{lang}", ""),
        "text": ground[f"text_{lang}"],
    }


def missing_of(answer: Any, lang: str) -> list[Shown]:
    """What has to be known before the answer, or a part of it, can be decided; each once."""
    grounds = [*answer.needs]
    for finding in answer.findings:
        if finding.value is None:
            grounds.extend(ground for ground in finding.grounds if ground.kind == "missing_fact")
    by_id: dict[str, Shown] = {}
    for ground in grounds:
        name = ground.name.say(lang)
        by_id[ground.id] = {"id": ground.id, "text": name, "ask": QUESTIONS.get(ground.id)}
    return list(by_id.values())


def claim_papers_shown(answer: ClaimPapers, lang: str) -> Shown:
    """The papers of a claim by who asks for them."""
    papers: Shown = {"by_law": [], "in_practice": [], "depends": []}
    for paper in answer.papers:
        name = paper.name.say(lang)
        if paper.requirement is Requirement.BY_LAW:
            papers["by_law"].append(name)
        elif paper.requirement is Requirement.IN_PRACTICE:
            papers["in_practice"].append(name)
        else:
            condition = "" if paper.condition is None else paper.condition.say(lang)
            papers["depends"].append({"name": name, "condition": condition})
    return papers


def deadlines_of(answer: ClaimTimeline, lang: str) -> Shown:
    """By when the family has to act, and to whom a report goes."""
    form: Any = answer.to_dict()
    return {
        "sentences": _END_OF_SENTENCE.split(answer.brief(lang)),
        "rows": [
            {"name": one[f"name_{lang}"], "value": one[f"value_{lang}"]} for one in form["findings"]
        ],
        "notes": _notes(form, lang, warning=False),
    }


def years_of(answer: ScholarshipProjection, lang: str) -> Shown:
    """The scholarship of one child, year by year; what it misses where it is undecided."""
    form: Any = answer.to_dict()
    lines: list[Any] = form["lines"] if answer.decided else []
    years = answer.years if answer.decided else ()
    return {
        "sentences": _END_OF_SENTENCE.split(answer.brief(lang)),
        "total": form.get(f"total_{lang}") if lines else None,
        "value": form.get("total"),
        "years": [
            {
                "year": year.name.say(lang),
                "level": f"{year.level} {year.school_class}",
                "amount": line[f"amount_{lang}"],
            }
            for year, line in zip(years, lines, strict=True)
        ],
    }
