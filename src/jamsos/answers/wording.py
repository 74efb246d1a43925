"""Grounds and values of the law in words."""

from datetime import date

from jamsos.answers.grounds import Criterion, Ground, MissingFact, Stated
from jamsos.answers.texts import (
    UNITS,
    Arg,
    Text,
    calendar_day,
    catalogue,
    counted,
    itemised,
    listed,
    number,
    percent,
    rupiah,
)
from jamsos.errors import InputError, kind_of
from jamsos.law.provisions import Absence, Decision, Grade, Provision, Scalar, WhatIf

MOST_SHOWN = 6
"""Of more possibilities the lowest and the highest are shown; of a longer table its size."""


_GROUNDS = (Provision, Absence, Decision, Criterion, MissingFact, Stated, WhatIf)


def describe(ground: Ground, lang: str = "id") -> str:
    """A ground in words, in ``"id"`` or ``"en"``: what it is, where it stands, how certain it is.

    >>> from jamsos import current
    >>> describe(current().get("jkm.lump_sum", date(2020, 1, 1)), "en").partition(":")[0]
    'PP 82/2019 Pasal 34 ayat (1) huruf a'

    Raises:
        InputError: for what is no ground, or another language.

    """
    if not isinstance(ground, _GROUNDS):
        step = "give one of answer.grounds, or a rule of the law"
        raise InputError("ground", kind_of(ground), "a ground", step)
    # Names of the law know no other language than these two, and would be said in English.
    catalogue(lang)
    if isinstance(ground, Provision):
        return _describe_provision(ground, lang)
    if isinstance(ground, Decision):
        return _describe_decision(ground, lang)
    if isinstance(ground, WhatIf):
        return _describe_what_if(ground).say(lang)
    args: dict[str, Arg] = {
        "source": _sources(ground),
        "name": ground.name.say(lang),
        "grade": _grade(ground, lang),
    }
    # A text nobody has read is not a text that is silent.
    if isinstance(ground, Absence) and ground.grade is Grade.OPEN:
        return Text("ground.unread", args).say(lang)
    return Text(f"ground.{ground.kind}", args).say(lang)


def asking(need: MissingFact | Decision) -> Text:
    """What settles a need: the fact to give, or the call that chooses another answer.

    >>> asking(MissingFact("worker.sector")).say("en")
    'give Worker(sector=...)'
    """
    if isinstance(need, Decision):
        if not need.choices:
            return Text("ask.outside", {"id": need.id})
        return Text("ask.choose", {"calls": listed(need.choices)})
    if need.argument is None:
        return Text("ask.bpjs")
    return Text("ask.give", {"argument": need.argument})


def _describe_provision(provision: Provision, lang: str) -> str:
    name = provision.name.say(lang)
    # A value of 0 stands for "none" and would read as an amount.
    if provision.unit in _READABLE and provision.number:
        name = f"{name}: {shown_value(provision, lang)}"
    args: dict[str, Arg] = {
        "source": _sources(provision),
        "name": name,
        "grade": _grade(provision, lang),
        "since": calendar_day(provision.since, lang),
    }
    return Text("ground.provision", args).say(lang)


def _describe_decision(decision: Decision, lang: str) -> str:
    answers: dict[str, Arg] = {decision.default: decision.answer}
    for alternative in decision.alternatives:
        answers[alternative] = Text(f"choice.{decision.id}.{alternative}")
    chosen = answers.pop(decision.chosen)
    others: Arg = "-"
    if answers:
        others = listed([*answers.values()])
    args: dict[str, Arg] = {
        "id": decision.id,
        "name": decision.name.say(lang),
        "answer": chosen,
        "grade": _grade(decision, lang),
        "others": others,
    }
    return Text("ground.decision", args).say(lang)


def _describe_what_if(what_if: WhatIf) -> Text:
    name, reason = what_if.name, what_if.reason
    if not what_if.supposes:
        return Text("ground.what_if_of_nothing", {"name": name, "reason": reason})
    supposes = itemised(what_if.supposes)
    return Text("ground.what_if", {"name": name, "reason": reason, "supposes": supposes})


def _sources(ground: Ground) -> str:
    return "; ".join(str(source) for source in ground.sources)


def _grade(ground: Ground, lang: str) -> str:
    if ground.grade is None:
        return ""
    return Text(f"grade.{ground.grade}").say(lang)


_READABLE = frozenset({"rupiah", "share", "months", "years"})
"""Units whose values stand beside the name of a ground."""


def shown_value(provision: Provision, lang: str) -> str:
    """The value of a provision with its unit; nothing for a rule without a number."""
    if provision.unit == "rupiah":
        return rupiah(provision.number, lang)
    if provision.unit == "share":
        return percent(provision.number, lang)
    if provision.unit == "table":
        return f"{len(provision.rows)} x ({', '.join(provision.columns)})"
    if provision.unit == "rule":
        return ""
    if provision.unit in UNITS:
        return counted(provision.number, provision.unit, lang)
    unit = Text(f"unit.{provision.unit}").say(lang)
    return f"{', '.join(provision.words)} {unit}"


def read_value(provision: Provision, lang: str) -> str:
    """The value of a provision in words: codes by their names, a table row by row.

    >>> from jamsos.law import current
    >>> read_value(current().get("jkk.stmb_shares", date(2018, 1, 1)), "id")
    '1: 100%; 7: 75%; 13: 50%'
    """
    if isinstance(provision.value, date):
        return calendar_day(provision.value, lang)
    if provision.unit == "codes":
        return ", ".join(_named(code, lang) for code in provision.words)
    if provision.unit != "table":
        return shown_value(provision, lang)
    if len(provision.rows) > MOST_SHOWN:
        return Text("law.table", {"rows": len(provision.rows)}).say(lang)
    return "; ".join(_row(provision.columns, row, lang) for row in provision.rows)


_RUPIAH_COLUMNS = frozenset(
    {"rupiah_per_year", "capital_most", "sales_most", "over", "during_and_after"}
)
"""The columns of tables that hold money."""


def _row(columns: tuple[str, ...], row: tuple[Scalar, ...], lang: str) -> str:
    """A row of a table: its first cell names it."""
    cells = [_cell(column, cell, lang) for column, cell in zip(columns, row, strict=True)]
    first, *rest = cells
    if not rest:
        return first
    return f"{first}: {', '.join(rest)}"


def _cell(column: str, cell: Scalar, lang: str) -> str:
    if not isinstance(cell, int):
        return str(cell)
    if column == "parts_per_million":
        return percent(cell, lang)
    if column in _RUPIAH_COLUMNS:
        return rupiah(cell, lang)
    return str(cell)


def _named(code: str, lang: str) -> str:
    """A code in words where the catalogue has it; a number in the manner of the language."""
    if code.isdecimal():
        return number(int(code), lang)
    messages = catalogue(lang)
    for message in (
        f"finding.paper_{code}",
        f"finding.care_{code}",
        f"value.{code}",
        f"party.{code}",
        f"industry.{code}",
        f"finding.{code}",
    ):
        if message in messages:
            # A finding is named "paper: death certificate"; here the thing alone is wanted.
            return messages[message].rpartition(": ")[-1]
    return code
