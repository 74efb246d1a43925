"""What every sheet says of itself: how far the law is known, who decides, what was not asked."""

from jamsos.answers.deciding import beyond_knowledge
from jamsos.answers.texts import Arg, Text, listed
from jamsos.law.law import Law
from jamsos.sheets.asking import Asked


def mark(law: Law, lang: str) -> str:
    """That the sheet supposes something; empty under the law itself."""
    names = [one.name for one in law.what_ifs]
    if not names:
        return ""
    return Text("sheet.what_if", {"names": listed(names)}).say(lang)


def foot(asked: Asked, lang: str) -> tuple[str, ...]:
    """The last lines of a sheet."""
    not_asked = Text("sheet.not_asked", {"facts": listed(_not_asked(asked))})
    return (*known(asked, lang), not_asked.say(lang))


def known(asked: Asked, lang: str) -> tuple[str, ...]:
    """Who decides, and up to which day the law is known."""
    texts = [
        Text("sheet.bpjs_decides"),
        Text("sheet.known", {"day": asked.law.known_until}),
    ]
    texts += [note.text for note in beyond_knowledge(asked.law, asked.on)]
    return tuple(text.say(lang) for text in texts)


def _not_asked(asked: Asked) -> list[Arg]:
    """The facts the sheet rests on that nobody was asked for."""
    facts: list[Arg] = []
    if asked.worker.income is None:
        facts.append(Text("sheet.fact.income"))
    if asked.participation is None:
        facts.append(Text("sheet.fact.participation"))
    if asked.is_group:
        facts.append(Text("sheet.fact.example_family"))
    elif asked.family is None:
        facts.append(Text("sheet.fact.family"))
    facts.append(Text("sheet.fact.others"))
    return facts
