"""One task of the village page and what was answered, as plain data that a screen can show.

``reply("premium", {"payer": "self", "income": "900000"}, "id", date(2026, 10, 1))`` gives objects,
lists, texts and numbers only. Every amount, day and sentence of law comes from an answer of jamsos.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from village_facts import (
    Answers,
    accident_of,
    children_of,
    day_of,
    family_of,
    participation_of,
    payer_of,
    worker_insured,
    worker_to_enrol,
)
from village_shown import (
    Shown,
    card_of,
    claim_papers_shown,
    deadlines_of,
    missing_of,
    shown,
    years_of,
)

from jamsos import (
    Child,
    InputError,
    Level,
    Month,
    OutsideLawError,
    Right,
    Scheme,
    UndecidedError,
    claim_papers,
    claim_timeline,
    cover_on,
    current,
    death_benefit,
    jkk_benefit,
    keeping_cover,
    load_scheme,
    may_enrol,
    premium,
    premium_run,
    scholarship_projection,
)
from jamsos.answers.texts import calendar_day

_MONTHS_A_YEAR = 12
_CAUSES = {"work_death": "work_accident", "other_death": "other"}


_QUESTIONS_OF_FACTS = {
    "accident_on": "accident_on",
    "accident.on": "on",
    "died_on": "on",
    "last": "last_paid",
    "Participation.number_issued": "issued",
    "Worker.birth": "birth",
}
"""The question of the page whose answer an error of jamsos is about."""


def reply(task: str, answers: Answers, lang: str, today: date) -> Shown:
    """The answer to a task, or the problem that keeps it from being asked."""
    try:
        said = _TASKS[task](answers, lang, today)
    except OutsideLawError:
        said = {"problem": "outside_law"}
    except InputError as error:
        said = {"problem": "contradiction", "about": _QUESTIONS_OF_FACTS.get(error.thing)}
    law = current()
    return {
        **said,
        "task": task,
        "known_until": shown_day(law.known_until, lang),
        "after_known": today > law.known_until,
        "law": law.version,
    }


def shown_day(day: date, lang: str) -> str:
    """A day in words."""
    return calendar_day(day, lang)


@cache
def _kutim() -> Scheme:
    return load_scheme("kutim")


def _enrol(answers: Answers, lang: str, today: date) -> Shown:
    """*Boleh ikut?* By national law, and by the programme of the district."""
    worker = worker_to_enrol(answers)
    national = shown(may_enrol(worker, today), lang)
    if answers.get("work") in {"wage", "none"}:
        return national
    programme = may_enrol(worker, today, scheme=_kutim())
    return {**national, "cards": [card_of("programme", programme, lang)]}


def _premium(answers: Answers, lang: str, today: date) -> Shown:
    """*Berapa iurannya?* Of one month, and of the year that begins with it."""
    month = _month(answers, today)
    worker = worker_insured(answers)
    scheme = _scheme(answers)
    payer = None if scheme is not None else payer_of(answers)
    one_month = shown(premium(worker, month, payer=payer, scheme=scheme), lang)
    last = month + (_MONTHS_A_YEAR - 1)
    year = premium_run(worker, month, last, payer=payer, scheme=scheme)
    one_month["figure_name"] = "per_month"
    return {**one_month, "cards": [card_of("year", year, lang)]}


def _month(answers: Answers, today: date) -> Month:
    """The month asked about: this one where nobody knows which."""
    which = answers.get("which_month")
    if which == "next":
        return Month.of(today) + 1
    stated = answers.get("month")
    if which == "another" and stated is not None:
        return Month.of(stated)
    return Month.of(today)


def _scheme(answers: Answers) -> Scheme | None:
    """The programme of the district, where it pays."""
    return _kutim() if answers.get("payer") == "programme" else None


def _cover(answers: Answers, lang: str, today: date) -> Shown:
    """*Apakah terlindungi, dan sampai kapan?* The day, and what keeps the cover."""
    on = day_of(answers, "on") or today
    worker = worker_insured(answers)
    member = participation_of(answers)
    scheme = _scheme(answers)
    covered = cover_on(member, on, worker=worker, scheme=scheme)
    keeping = keeping_cover(worker, member, on, scheme=scheme)
    said = shown(covered, lang)
    card = card_of("keeping", keeping, lang)
    # The membership itself is asked for once, above.
    named = {need["id"] for need in said["missing"]}
    card["missing"] = [need for need in card["missing"] if need["id"] not in named]
    lapses_on = keeping.get("lapses_on")
    if lapses_on is not None and lapses_on > on:
        said["figure_name"] = "covered_until"
        said["figure"] = shown_day(lapses_on - timedelta(days=1), lang)
    return {**said, "cards": [card]}


def _family(answers: Answers, lang: str, today: date) -> Shown:
    """*Apa yang diterima keluarga?* After a work accident or a death."""
    on = day_of(answers, "on")
    if on is None:
        return {"problem": "no_day"}
    after = _after_accident if answers.get("event") == "accident" else _after_death
    said = after(answers, lang, on, today)
    said["missing"] = [_of_a_child(need, answers) for need in said["missing"]]
    return said


def _after_accident(answers: Answers, lang: str, on: date, today: date) -> Shown:
    benefit = jkk_benefit(
        worker_insured(answers),
        participation_of(answers),
        accident_of(answers, on),
        family_of(answers),
        scheme=_scheme(answers),
    )
    said = shown(benefit, lang)
    return {**said, **_claim(answers, benefit, "work_accident", lang, on, today)}


def _after_death(answers: Answers, lang: str, on: date, today: date) -> Shown:
    cause = _CAUSES.get(answers.get("event") or "")
    accident_on = None
    # Where nobody knows the cause, an accident on the day of death is one of the possibilities.
    if cause is None or answers.get("same_day") == "yes":
        accident_on = on
    if answers.get("same_day") == "no":
        accident_on = day_of(answers, "accident_on")
    benefit = death_benefit(
        worker_insured(answers),
        participation_of(answers),
        family_of(answers),
        died_on=on,
        cause=cause,
        accident_on=accident_on if cause != "other" else None,
        scheme=_scheme(answers),
    )
    said = shown(benefit, lang)
    return {**said, **_claim(answers, benefit, cause, lang, accident_on or on, today)}


def _of_a_child(need: Shown, answers: Answers) -> Shown:
    """What is missing, with the question about the first child of whom it is not known."""
    if not need["id"].startswith("child."):
        return need
    for number in range(1, int(answers.get("children") or 0) + 1):
        if answers.get(f"child{number}.{need['ask']}") is None:
            return {**need, "ask": f"child{number}.{need['ask']}"}
    return {**need, "ask": None}


def _claim(
    answers: Answers, benefit: Any, cause: str | None, lang: str, on: date, today: date
) -> Shown:
    """The scholarship year by year, the papers, the days to keep; nothing where nothing is paid."""
    is_alive = answers.get("event") == "accident"
    if benefit.decided and not benefit.lines and not (is_alive and benefit.care is not Right.NONE):
        return {}
    applied_on = max(on, today)
    kind = "jkm" if cause == "other" else "jkk"
    claimant = None
    if kind == "jkm":
        claimant = {"yes": "spouse", "no": "other_heir"}.get(answers.get("spouse") or "")
    papers = claim_papers(kind, "BPU", on, applied_on=applied_on, claimant=claimant)
    # A death that may yet prove one from work is reported as one.
    timeline = claim_timeline(cause or "work_accident", on)
    claim: Shown = {
        "papers": claim_papers_shown(papers, lang),
        "deadlines": deadlines_of(timeline, lang),
    }
    years = _scholarships(answers, benefit, lang, on)
    if years:
        of_school = claim_papers("scholarship", "BPU", on, applied_on=applied_on)
        claim["scholarship"] = years
        claim["school_papers"] = claim_papers_shown(of_school, lang)
    return claim


def _scholarships(answers: Answers, benefit: Any, lang: str, on: date) -> list[Shown]:
    """What each child would receive, year by year, where there is a right to it."""
    if not _has_scholarship(benefit):
        return []
    children: tuple[Child, ...] = children_of(answers) or ()
    rows: list[Shown] = []
    for number, child in enumerate(children, 1):
        if child.level is Level.NONE:
            rows.append({"child": number, "not_yet_at_school": True, "years": [], "missing": []})
            continue
        projection = scholarship_projection(child, on)
        years = years_of(projection, lang)
        needs = [
            {**need, "ask": f"child{number}.{need['ask']}" if need["ask"] else None}
            for need in missing_of(projection, lang)
        ]
        rows.append({"child": number, **years, "missing": needs})
    return rows


def _has_scholarship(benefit: Any) -> bool:
    """Whether there is a right to it; not where facts leave that open."""
    try:
        return bool(benefit.scholarship.right is not Right.NONE)
    except UndecidedError:
        return False


_TASKS: Mapping[str, Callable[[Answers, str, date], Shown]] = {
    "enrol": _enrol,
    "premium": _premium,
    "cover": _cover,
    "family": _family,
}
