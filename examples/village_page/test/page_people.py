"""Invented people as the page hears of them: the answers to the questions of a task, by chance.

``python page_people.py 200`` writes one JSON object a line: task, answers, language, day, and what
jamsos says outside the browser.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 11, 30)
QUESTIONS: dict[str, list[dict[str, Any]]] = json.loads(
    (HERE.parent / "page" / "questions.json").read_text("utf-8")
)
UNKNOWN_IN = 16
"""One answer in so many is 'I do not know'."""


def made_up(task: str, random: Random) -> dict[str, str | None]:
    """One person: what is answered to each question that the page would ask, in its order."""
    answers: dict[str, str | None] = {}
    for question in QUESTIONS[task]:
        if "each" not in question:
            if is_asked(question, answers, ""):
                answers[question["id"]] = answer_to(question, "", random)
        else:
            for number in range(1, int(answers.get(question["each"]) or 0) + 1):
                prefix = f"child{number}."
                if is_asked(question, answers, prefix):
                    answered = answer_to(question, prefix, random)
                    answers[f"{prefix}{question['id']}"] = answered
    return answers


def is_asked(question: dict[str, Any], answers: dict[str, str | None], prefix: str) -> bool:
    """Whether the page asks a question, by what was answered before."""
    if question.get("only_if_missing"):
        return False
    when = [_was(answers, prefix, *one) for one in question.get("when", {}).items()]
    unless = [_was(answers, prefix, *one) for one in question.get("unless", {}).items()]
    return all(when) and not any(unless)


def _was(answers: dict[str, str | None], prefix: str, name: str, values: list[str | None]) -> bool:
    """Whether one of these values was answered, about the child or about the case."""
    key = f"{prefix}{name}" if f"{prefix}{name}" in answers else name
    return key in answers and answers[key] in values


def answer_to(question: dict[str, Any], prefix: str, random: Random) -> str | None:
    """An answer by chance; days and months mostly in an order that can be."""
    if random.randrange(UNKNOWN_IN) == 0:
        return None
    kind = question["kind"]
    if kind == "choice":
        return _choice(question, random)
    if kind == "rupiah":
        return str(random.choice((0, 150_000, 900_000, 1_000_000, 2_750_000, 9_000_000)))
    if kind == "count":
        return str(random.randrange(1, 60))
    if kind == "month":
        return random.choice(("2025-12", "2026-07", "2026-10", "2026-11", "2026-12", "2027-03"))
    name = "child_birth" if prefix else question["id"]
    earliest, latest = _DAYS_AGO.get(name, (0, 90))
    return (TODAY - timedelta(days=random.randrange(earliest, latest))).isoformat()


_DAYS_AGO = {"birth": (5_500, 30_000), "child_birth": (0, 9_000), "issued": (60, 1_500)}
"""How long ago it was, at least and at most."""
_LIKELY = {"paid": "yes", "gaps": "no", "children_plain": "yes", "same_day": "yes"}
"""What most people answer."""
_UNLIKELY_IN = 6


def _choice(question: dict[str, Any], random: Random) -> str:
    """One of the options; families are seldom large."""
    options: list[str] = question["options"]
    if question["id"] == "children":
        options = options[:4]
    if question["id"] in _LIKELY and random.randrange(_UNLIKELY_IN):
        return _LIKELY[question["id"]]
    return random.choice(options)


def people(count: int, seed: int = 15) -> Iterator[dict[str, Any]]:
    """So many people, each with a task in turn; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret by it
    tasks = list(QUESTIONS)
    for number in range(count):
        task = tasks[number % len(tasks)]
        lang = random.choice(("id", "en"))
        answers = made_up(task, random)
        yield {"task": task, "answers": answers, "lang": lang, "today": TODAY.isoformat()}


def main() -> None:
    """Write the people asked for, each with what jamsos says."""
    sys.path.insert(0, str(HERE.parent / "engine"))
    from village_page import reply

    for person in people(int(sys.argv[1])):
        said = reply(person["task"], person["answers"], person["lang"], TODAY)
        print(json.dumps({**person, "said": said}, ensure_ascii=False))


if __name__ == "__main__":
    main()
