"""Invented registers over the law's own edges, and what scalar questions say about each person."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import polars as pl
from attrs import evolve
from narrowed import number, present
from untyped import untyped

from jamsos import (
    BpuKind,
    Category,
    Child,
    DeathBenefit,
    Decision,
    Family,
    Ground,
    InputError,
    Law,
    MissingFact,
    Month,
    OutsideLawError,
    Participation,
    Payer,
    Scheme,
    Sector,
    Segment,
    Worker,
    current,
    death_benefit,
    may_enrol,
    payments,
    premium,
)
from jamsos.answers.parts import Condition, Value
from jamsos.answers.texts import Text
from jamsos.registers import Columns
from jamsos.registers.facts import FACTS
from jamsos.testing import edge_days, edge_incomes
from jamsos.values.days import add_months, add_years
from jamsos.workers.worker import checked_life

Person = dict[str, Any]
"""Facts by the name of their column."""
Row = tuple[Any, ...]
"""What is asked for of one person: amounts or an outcome, and last the reason."""
Said = tuple[str, tuple[tuple[str, str], ...]]
"""A sentence as its code and what it is filled with."""

TYPES: dict[str, type[pl.DataType]] = {
    **dict.fromkeys(("segment", "kind", "category", "sector", "payer", "resident_of"), pl.String),
    **dict.fromkeys(
        ("works", "foreign", "wage_earner", "other_payer", "letter", "registry_match", "poor"),
        pl.Boolean,
    ),
    **dict.fromkeys(
        ("income", "row", "months_in_indonesia", "occupation", "children", "decile"), pl.Int64
    ),
    **dict.fromkeys(("birth", "number_issued"), pl.Date),
}
"""The columns of a whole register."""

LAW = current()
SPOILED = 12
"""One person in so many has a fact that cannot be."""
ENTERED_AT_THE_LIMIT = 8
"""One person in so many was about 65 when his number was issued."""
LARGEST_WHOLE = 2**63 - 1


TYPICAL: Person = {
    "segment": "BPU", "kind": "b", "category": "fisher", "sector": "other", "payer": "self",
    "works": True, "foreign": False, "wage_earner": False, "other_payer": False, "letter": True,
    "registry_match": True, "poor": True, "decile": 2, "income": 900_000, "row": None,
    "months_in_indonesia": None, "occupation": 20, "children": 1, "birth": date(1984, 5, 17),
    "number_issued": date(2022, 1, 8), "resident_of": "64.08",
}  # fmt: skip
"""Half of the people are like this fisher but for a few facts."""


def around(days: Iterable[date]) -> list[date]:
    return [day + timedelta(shift) for day in days for shift in (-1, 0, 1)]


def at_the_limit(issued: date) -> list[date]:
    """Births of those who were about to be 65 or 66 when their number was issued."""
    return around([add_years(issued, -65), add_years(issued, -66)])


def possible(on: date) -> dict[str, list[Any]]:
    """For each fact values that can be, None among them, the frequent ones named more than once."""
    incomes = [*edge_incomes(), *range(50_000, 30_000_000, 777_777), 10**15]
    births = [add_years(on, -years) for years in (17, 18, 19, 40, 64, 65, 66)]
    issued = [
        add_months(on, -months) for months in (0, 1, 2, 3, 4, 34, 35, 36, 37, 58, 59, 60, 61, 200)
    ]
    flag = [True, True, True, False, None]
    return {
        "segment": [*["BPU"] * 20, None, None, None, *map(str, Segment)],
        "kind": [None, *map(str, BpuKind), "a", "b", "b", "c"],
        "category": [None, *map(str, Category)],
        "sector": [None, *map(str, Sector)],
        "payer": [None, None, *map(str, Payer)],
        "works": [*flag, *[True] * 8],
        "foreign": [True, None, *[False] * 8],
        "wage_earner": [True, None, *[False] * 8],
        "other_payer": [True, None, *[False] * 8],
        "letter": [*flag, *[True] * 8],
        "registry_match": [*flag, *[True] * 8],
        "poor": flag,
        "decile": [None, *range(1, 11)],
        "income": [*[None] * 20, *incomes],
        "row": [*[None] * 20, *range(1, 34)],
        "months_in_indonesia": [None, 0, 4, 5, 6, 7, 1800],
        "occupation": [None, *range(1, 90)],
        "children": [None, 0, 1, 2, 3, 7, 1800],
        "birth": [
            None,
            on,
            *around(births),
            *[on - timedelta(15_000)] * 9,
            date(on.year - 150, 1, 1),
        ],
        "number_issued": [
            None,
            *around(issued),
            *(day for day in edge_days() if abs((day - on).days) < 4000),
        ],
        "resident_of": [
            None,
            "64",
            "6408",
            *["64.08"] * 9,
            "6408012001",
            "64.08.01.2001",
            "64.09",
            "65",
            "6407",
        ],
    }


def impossible(on: date) -> dict[str, tuple[Any, ...]]:
    """Values that cannot be and must fool no engine."""
    ends = (-1, -LARGEST_WHOLE - 1, LARGEST_WHOLE)
    return {
        **dict.fromkeys(("kind", "category", "sector", "payer"), ("", "bogus", " ", "B", "apbd")),
        "segment": ("", "bpu", "BPU ", "NULL"),
        "income": (*ends, 10**15 + 1),
        "row": (*ends, 0, 34, 2**53 + 1),
        "months_in_indonesia": (*ends, 1801),
        "occupation": (*ends, 0, 90),
        "children": (*ends, 1801),
        "decile": (*ends, 0, 11),
        "birth": (
            on + timedelta(1),
            date(on.year - 151, 12, 31),
            date(1, 1, 1),
            date(9999, 12, 31),
        ),
        "resident_of": (
            "",
            "6",
            "64.0",
            "64.08\n",
            "Kutai Timur",
            "６４.08",
            "64.08.01.20011",
            "64..08",
        ),
    }


def people(number: int, on: date, seed: int = 1) -> list[Person]:
    """So many invented people, as facts by name."""
    draw = random.Random(seed)  # noqa: S311 - invented people are no secret
    good = {name: draw.choices(values, k=number) for name, values in possible(on).items()}
    found = [dict(zip(good, facts, strict=True)) for facts in zip(*good.values(), strict=True)]
    for person in draw.sample(found, number // 2):
        kept = draw.sample(list(good), draw.randrange(4))
        person.update({name: fact for name, fact in TYPICAL.items() if name not in kept})
    for person in draw.sample(found, number // ENTERED_AT_THE_LIMIT):
        if person["number_issued"]:
            person["birth"] = draw.choice(at_the_limit(person["number_issued"]))
    bad = impossible(on)
    for person in draw.sample(found, number // SPOILED):
        name = draw.choice(list(bad))
        person[name] = draw.choice(bad[name])
    return found


def frame(persons: Sequence[Person]) -> pl.DataFrame:
    return pl.DataFrame(persons, schema=TYPES)


@cache
def cannot_be(name: str, value: Any, on: date | None) -> bool:
    """Whether the scalar path refuses a fact."""
    try:
        if name == "payer":
            Payer(value)
        elif name == "row":
            premium(Worker(income=1), "2026-01", row=value)
        elif name == "children":
            Worker(jobs=value)
        elif name != "number_issued":
            checked_life(untyped(Worker)(**{name: value}).birth, on or value, "on")
    except InputError:
        return True
    return False


def bad_fact(person: Person, on: date | None) -> str | None:
    """The first fact that cannot be; a birth is judged on a day only."""
    for name in FACTS:
        if person.get(name) is not None and cannot_be(name, person[name], on):
            return f"bad.{name}"
        born, issued = person.get("birth"), person.get("number_issued")
        if name == "number_issued" and born and issued and issued <= born:
            return "bad.number_issued"
    return None


def worker(person: Person, *names: str) -> Worker:
    return Worker(**{name: person[name] for name in names if name in person})


def said(text: Text, *without: str) -> Said:
    """A sentence as its code and what it is filled with, in a form that can be compared."""
    args = {name: str(value) for name, value in text.args.items() if name not in without}
    return (text.code, tuple(sorted(args.items())))


def expected_enrolment(person: Person, on: date, scheme: Scheme | None, law: Law) -> Row:
    """The outcome and the key of the reason, as ``may_enrol`` gives them."""
    bad = bad_fact(person, on)
    if bad:
        return None, bad
    facts = set(TYPES) - {"payer", "row", "children", "number_issued"}
    try:
        member = Participation(number_issued=person.get("number_issued"))
        # Who has no NIK is found by the check of the register and refused by no column (D08).
        named = evolve(worker(person, *facts), has_nik=True)
        answer = may_enrol(named, on, scheme=scheme, participation=member, law=law)
    except OutsideLawError:
        return None, "open.outside_law" if law.strict and law.decisions[
            "D02"
        ].open else "unknown.outside_law"
    outcome = {"yes": True, "no": False, "cannot_decide": None}[str(answer.outcome)]
    asked = [condition for condition in answer.conditions if condition.code != "national_entry"]
    open_ones = [
        one
        for one in asked
        if law.strict and any(isinstance(g, Decision) and g.open for g in one.grounds)
    ]
    rest = [one for one in asked if one not in open_ones]
    ranked: list[tuple[str, list[Condition]]] = [("open", open_ones)]
    ranked += [
        (status, [one for one in rest if str(one.status) == status])
        for status in ("failed", "unknown")
    ]
    for status, conditions in ranked:
        for first in conditions[:1]:
            needs = [ground.id for ground in first.grounds if isinstance(ground, MissingFact)]
            return outcome, ".".join((status, first.code, *needs))
    return outcome, "eligible"


def expected_premium(
    person: Person,
    months: Sequence[Month | str],
    payer: str | None,
    scheme: Scheme | None,
    law: Law,
) -> Row:
    """JKK, JKM, JHT, their sum, what the relief takes off, and the reason, as in ``premium``."""
    bad = bad_fact(person, None)
    if bad:
        return (*[None] * 5, bad)
    if person.get("segment", "BPU") not in {None, "BPU"}:
        return (*[None] * 5, "other_segment")
    asked = worker(person, "segment", "kind", "sector", "income")
    by = None if scheme else payer or person.get("payer")
    answers = [
        premium(asked, month, payer=by, row=person.get("row"), scheme=scheme, law=law)
        for month in months
    ]
    for answer in answers:
        if not answer.decided:
            return (*[None] * 5, ".".join(("needs", *(need.id for need in answer.needs))))
    parts = [
        sum(answer.line(f"premium.{part}") for answer in answers) for part in ("jkk", "jkm", "jht")
    ]
    lines = [line for answer in answers for line in answer.lines if line.code != "premium.jht"]
    relieved = sum(number(present(line.formula).args["normal"]) - line.amount for line in lines)
    relief = next(note for note in answers[0].notes if note.code.startswith("note.relief."))
    return (
        *parts,
        sum(parts),
        relieved,
        said(relief.text, *(() if payer or scheme else ["payer"])),
    )


@cache
def death(
    cause: str,
    income: int | None,
    row: int | None,
    segment: str | None,
    issued: date | None,
    children: int | None,
    on: date,
    scheme: Scheme | None,
    law: Law,
) -> DeathBenefit:
    """Ask once about equal deaths; every month since the number is paid on its first day."""
    paid = payments(str(issued)[:7], str(on)[:7]) if issued and issued <= on else ()
    child = Child(birth=date(2012, 5, 4), lawful=True, studying=True, married=False, working=False)
    return death_benefit(
        Worker(segment=segment, income=income),
        Participation(number_issued=issued, row=row, payments=paid),
        None if children is None else Family(children=(child,) * children),
        died_on=on, accident_on=on, cause=cause, scheme=scheme, law=law,
    )  # fmt: skip


def expected_exposure(person: Person, on: date, scheme: Scheme | None, law: Law) -> Row:
    """The four amounts and the reason, as ``death_benefit`` gives them."""
    bad = bad_fact(person, on)
    if bad:
        return (*[None] * 4, bad)
    if person.get("segment", "BPU") not in {None, "BPU"}:
        return (*[None] * 4, "other_segment")
    issued = person.get("number_issued", add_months(on, -200))
    told = (issued, person.get("children"), on, scheme, law)

    def answer(cause: str, facts: Person) -> DeathBenefit:
        return death(
            cause,
            facts.get("income"),
            facts.get("row"),
            person.get("segment", "BPU"),
            *told,
        )

    cash = [answer(cause, person) for cause in ("work_accident", "other")]
    amounts: list[Value] = [one.total if one.decided else None for one in cash]
    needs: list[Ground] = [need for one in cash for need in one.needs]
    for cause in ("work_accident", "other"):
        whole = answer(cause, {**person, "income": 1_000_000, "row": person.get("row") or 1})
        found = [one for one in whole.findings if one.code == "scholarship_statutory_maximum"]
        missing = [
            ground
            for one in found
            if one.value is None
            for ground in one.grounds
            if ground.kind == "missing_fact"
        ]
        needs += [*whole.needs, *missing]
        amounts.append(None if missing or not whole.decided else found[0].value if found else 0)
    if needs:
        return (*amounts, ".".join(("needs", *dict.fromkeys(need.id for need in needs))))
    reason = next(note for note in cash[1].notes if note.code.startswith("reason."))
    return (*amounts, said(reason.text))


def reasons(columns: Columns) -> dict[int, str | Said]:
    """What each code stands for, as expected: the key, or of an amount what its note says."""
    amounts = columns.question != "may_enrol"
    everybody = [reason.meaning.args.get("payer") for reason in columns.reasons]
    without = ["payer"] if Text("register.payer") in everybody else []
    return {
        reason.code: said(reason.meaning, *without)
        if amounts and reason.outcome != "cannot_decide"
        else reason.key
        for reason in columns.reasons
    }


def rows_of(columns: Columns, done: pl.DataFrame) -> list[Row]:
    """The columns that were added, with the codes decoded."""
    meaning = reasons(columns)
    return [(*row[:-1], meaning[row[-1]]) for row in done.select(columns.outputs).iter_rows()]


def assert_equal(
    persons: Sequence[Person],
    got: Sequence[Row],
    expected: Sequence[Row],
) -> None:
    wrong = [
        (person, *both)
        for person, *both in zip(persons, got, expected, strict=True)
        if both[0] != both[1]
    ]
    assert not wrong, f"{len(wrong)} of {len(persons)}, first: {wrong[0]}"


def variety(expected: Iterable[Row]) -> Counter[Any]:
    """How many people each reason has."""
    return Counter(row[-1] for row in expected)
