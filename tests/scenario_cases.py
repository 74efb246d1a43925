"""Generated scenarios, and what asking one by one says of them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

import polars as pl
from attrs import evolve

from jamsos import (
    Child,
    DeathBenefit,
    Family,
    Law,
    Month,
    Outcome,
    Participation,
    Worker,
    current,
    death_benefit,
    load_scheme,
    may_enrol,
    payments,
    premium,
    premium_run,
    what_if,
)
from jamsos.scenarios import Comparison, Deaths, Group, Scenario

KUTIM = load_scheme("kutim")
OTHER = "relief.pp50_2025.other"
LAWS: tuple[Law, ...] = (
    current(),
    what_if("diperpanjang", reason="uji").prolong(OTHER, last="2027-06").law,
    what_if("ditiadakan", reason="uji").take_away(OTHER).law,
    what_if("lebih mahal", reason="uji")
    .change("jkm.contribution_bpu_month", rupiah=7_000, first="2026-03")
    .law,
)
DECISIONS: tuple[dict[str, str], ...] = ({}, {"D23": "all_kinds"}, {"D24": "all_public_money"})
MEASURES = (
    "people",
    "person_months",
    "unpriced",
    "left_out",
    "jkk",
    "jkm",
    "jht",
    "premium",
    "relief",
)
TEXTS = ("kecamatan", "village", "category", "payer")
_FACTS = ("income", "kind", "sector", "category", "birth", "works", "foreign", "letter")


def worker(random: Random) -> Worker:
    """Somebody of whom some things may not be known."""
    return Worker(
        income=random.choice([None, 900_000, 1_150_000, 2_800_000, 25_000_000]),
        kind=random.choice([None, "independent", "independent", "owner", "other"]),
        sector=random.choice([None, "other", "transport"]),
        category=random.choice([None, "fisher", "farmer"]),
        birth=random.choice([None, date(1990, 1, 1), date(1955, 3, 3), date(2015, 1, 1)]),
        works=random.choice([None, True, True, False]),
        foreign=random.choice([None, False, False, True]),
        letter=random.choice([None, True, False]),
        has_nik=random.choice([None, True]),
    )


def groups(random: Random) -> list[Group]:
    """One to three groups, some of which grow."""
    made: list[Group] = []
    for _ in range(random.randint(1, 3)):
        people: Any = random.randint(0, 9)
        if random.random() < 0.3:
            people = {"2026-02": people, "2026-05": people + 3}
        made.append(
            Group(
                worker(random),
                people=people,
                kecamatan=random.choice([None, "64.08.15", "64.08.04"]),
                village=random.choice([None, "Rekaan", "Umpama"]),
                payer=random.choice([None, "self", "APBD", "CSR"]),
            )
        )
    return made


def register_of(some: Iterable[Group]) -> pl.DataFrame:
    """A register in which each of a group has a row; it does not grow."""
    rows: list[dict[str, Any]] = []
    for group in some:
        facts = {name: getattr(group.worker, name) for name in _FACTS}
        where = {
            "kecamatan": group.kecamatan,
            "village": group.village,
            "payer": group.payer,
        }
        rows += [{**facts, **where}] * max(group.people.values())
    types: dict[str, Any] = dict.fromkeys(("kind", "sector", *TEXTS), pl.String)
    types |= {"income": pl.Int64, "birth": pl.Date}
    types |= dict.fromkeys(("works", "foreign", "letter"), pl.Boolean)
    return pl.DataFrame(rows, schema=types)


def scenario(random: Random, name: str, *, of_register: bool) -> tuple[Scenario, list[Group]]:
    """A scenario, and the groups its register was made of."""
    some = groups(random)
    if of_register:
        some = [
            Group(
                # Whoever stands in a register has a NIK.
                evolve(one.worker, has_nik=True),
                people=max(one.people.values()),
                kecamatan=one.kecamatan,
                village=one.village,
                payer=one.payer,
            )
            for one in some
        ]
    has_scheme = random.random() < 0.4
    first = Month.of("2025-11") + random.randint(0, 16)
    facts: dict[str, Any] = {}
    if has_scheme:
        facts["scheme"] = KUTIM
        facts["without"] = random.choice([(), ("letter",), ("letter", "poor")])
    made = Scenario(
        name,
        register_of(some) if of_register else some,
        first=first,
        last=first + random.randint(0, 9),
        payer=random.choice([None, None, "self", "APBD"]),
        row=random.choice([None, None, 1, 7]),
        entry=random.random() < 0.4,
        law=random.choice(LAWS),
        decisions=random.choice(DECISIONS),
        **facts,
    )
    return made, some


def one_by_one(made: Scenario, some: Iterable[Group]) -> Counter[tuple[Any, ...]]:
    """The figures of a scenario by month, group and measure, each person's month asked."""
    sums: Counter[tuple[Any, ...]] = Counter()
    scheme, law = made.applied_scheme, made.applied_law
    for group in some:
        entered = Outcome.YES
        if made.entry:
            day = made.months[0].first_day
            entered = may_enrol(group.worker, day, scheme=scheme, law=law).outcome
        for month in made.months:
            people = group.in_month(month)
            terms = None if scheme is None else scheme.terms_on(month.first_day)
            payer = (made.payer or group.payer) if terms is None else terms.payer
            keys = (month.first_day, *_texts(group, payer))
            row = made.row if scheme is None else None
            counts = Counter({"people": people})
            if entered is Outcome.NO:
                counts["left_out"] = people
            elif entered is Outcome.CANNOT_DECIDE:
                counts["unpriced"] = people
            else:
                asked = None if scheme is not None else payer
                answer = premium(group.worker, month, payer=asked, row=row, scheme=scheme, law=law)
                counts |= _priced(answer, people)
            for measure, count in counts.items():
                sums[(*keys, measure)] += count
    return sums


def _texts(group: Group, payer: object) -> tuple[str, ...]:
    values = (group.kecamatan, group.village, group.worker.category, payer)
    return tuple("unknown" if value is None else str(value) for value in values)


def _priced(answer: Any, people: int) -> Counter[str]:
    if not answer.decided:
        return Counter({"unpriced": people})
    full = {1: 10_000, 2: 12_000, 7: 22_000, 10: 29_500, 33: 207_000}[answer.row]
    jkm = answer.law.get("jkm.contribution_bpu_month", answer.facts["month"].first_day).number
    return Counter(
        {
            "person_months": people,
            "jkk": people * answer.jkk,
            "jkm": people * answer.jkm,
            "jht": people * answer.jht,
            "premium": people * answer.total,
            "relief": people * (full + jkm - answer.jkk - answer.jkm),
        }
    )


def check(result: Comparison, of_all: dict[str, Counter[tuple[Any, ...]]]) -> None:
    """The table by month and group says what asking one by one says, and the differences too."""
    keys = ("month", *TEXTS)
    base = of_all[result.base.name]
    for row in result.table.iter_rows(named=True):
        where = tuple(row[key] for key in keys)
        for measure in MEASURES:
            expected = of_all[row["scenario"]][(*where, measure)]
            assert row[measure] == expected, (row, measure)
            assert row[f"{measure}_difference"] == expected - base[(*where, measure)]
    for name, sums in of_all.items():
        rows = result.table.filter(scenario=name)
        for measure in MEASURES:
            expected = sum(count for key, count in sums.items() if key[-1] == measure)
            assert rows[measure].sum() == expected


def by_runs(made: Scenario, some: Iterable[Group]) -> Any:
    """What a scenario without growth costs, each person's run of months asked; None: not so."""
    cost: Any = 0
    scheme, law = made.applied_scheme, made.applied_law
    for group in some:
        counts = set(group.people.values())
        if made.entry or len(counts) > 1:
            return None
        answer = premium_run(
            group.worker,
            made.months[0],
            made.months[-1],
            payer=None if scheme is not None else made.payer or group.payer,
            row=made.row if scheme is None else None,
            scheme=scheme,
            law=law,
        )
        if not answer.decided:
            return None
        cost += counts.pop() * answer.total
    return cost


# ---------- Deaths ----------

RAISED = what_if("santunan naik", reason="uji").change(
    "jkm.lump_sum", rupiah=30_000_000, first="2026-06"
)
BENEFITS = ("work_death", "other_death", "scholarship_work_death", "scholarship_other_death")
_LONG_AGO = date(2018, 1, 1)


def with_deaths(random: Random, name: str, *, of_register: bool) -> tuple[Scenario, list[Group]]:
    """A scenario of one or two months whose people joined at several times."""
    some = [
        evolve(
            group,
            people=max(group.people.values()),
            number_issued=random.choice(
                [None, date(2024, 5, 22), date(2026, 1, 5), date(2026, 6, 20), date(2027, 1, 4)]
            ),
            children=random.choice([None, 0, 1, 3]),
            worker=evolve(group.worker, has_nik=True),
        )
        for group in groups(random)
    ]
    first = Month.of(random.choice(["2026-02", "2026-07", "2026-12"]))
    population: Any = some
    if of_register:
        # An empty cell would be a day that is not known.
        some = [evolve(one, number_issued=one.number_issued or _LONG_AGO) for one in some]
        people = [group for group in some for _ in range(max(group.people.values()))]
        population = register_of(some).with_columns(
            number_issued=pl.Series([one.number_issued for one in people], dtype=pl.Date),
            children=pl.Series([one.children for one in people], dtype=pl.Int64),
        )
    has_scheme = random.random() < 0.3
    made = Scenario(
        name,
        population,
        first=first,
        last=first + random.randint(0, 1),
        # Terms that a scenario changes are tested above: here each would be prepared anew.
        payer=None if has_scheme else random.choice([None, "self", "APBD"]),
        row=None if has_scheme else random.choice([None, None, 7]),
        scheme=KUTIM if has_scheme else None,
        entry=random.random() < 0.2,
        law=random.choice([current(), RAISED.law]),
    )
    return made, some


def deaths_one_by_one(made: Scenario, some: Iterable[Group]) -> dict[tuple[Any, ...], list[Any]]:
    """By month and group what the death of each person gives, each asked by itself."""
    given: dict[tuple[Any, ...], list[Any]] = {}
    scheme, law = made.applied_scheme, made.applied_law
    for group in some:
        if made.entry:
            entered = may_enrol(
                group.worker,
                made.months[0].first_day,
                scheme=scheme,
                participation=_member(group, made.months[0].first_day),
                law=law,
            )
            if entered.outcome is not Outcome.YES:
                continue
        for month in made.months:
            people = group.in_month(month)
            terms = None if scheme is None else scheme.terms_on(month.first_day)
            payer = (made.payer or group.payer) if terms is None else terms.payer
            row = made.row if scheme is None else None
            died_on = date.fromordinal((month + 1).first_day.toordinal() - 1)
            issued = group.number_issued or _LONG_AGO
            paid: Any = ()
            if issued <= died_on:
                paid = payments(Month.of(issued), month)
            member = Participation(number_issued=issued, row=row, payments=paid)
            amounts = [
                *(_cash(group, member, died_on, cause, scheme, law) for cause in _CAUSES),
                *(_scholarship(group, member, died_on, cause, scheme, law) for cause in _CAUSES),
            ]
            keys = (month.first_day, *_texts(group, payer))
            given.setdefault(keys, []).extend([amounts] * people)
    return given


def _member(group: Group, on: date) -> Participation | None:
    """The membership on a day; None where there is none yet."""
    if group.number_issued is None or group.number_issued > on:
        return None
    return Participation(number_issued=group.number_issued)


_CAUSES = ("work_accident", "other")


def _asked(
    worker: Worker, group: Group, member: Participation, died_on: date, *others: Any
) -> DeathBenefit:
    cause, scheme, law = others
    family = None
    if group.children is not None:
        child = Child(birth=died_on, studying=True, lawful=True, married=False, working=False)
        family = Family(children=(child,) * group.children)
    return death_benefit(
        worker,
        member,
        family,
        died_on=died_on,
        accident_on=died_on,
        cause=cause,
        scheme=scheme,
        law=law,
    )


def _cash(group: Group, member: Participation, died_on: date, *others: Any) -> object:
    answer = _asked(group.worker, group, member, died_on, *others)
    return answer.total if answer.decided else None


def _scholarship(group: Group, member: Participation, died_on: date, *others: Any) -> object:
    # It depends on no income: one that is not known leaves it open nowhere.
    worker = evolve(group.worker, income=group.worker.income or 900_000)
    answer = _asked(worker, group, member, died_on, *others)
    assert answer.decided
    maxima = [
        finding.value
        for finding in answer.findings
        if finding.code == "scholarship_statutory_maximum"
    ]
    return maxima[0] if maxima else 0


def check_deaths(result: Deaths, of_all: dict[str, dict[tuple[Any, ...], list[Any]]]) -> None:
    """The table of deaths says what asking one by one says, and the differences too."""
    for row in result.table.iter_rows(named=True):
        where = tuple(row[key] for key in ("month", *TEXTS))
        own = of_all[row["scenario"]].get(where, [])
        base = of_all[result.base.name].get(where, [])
        assert row["person_months"] == len(own)
        assert row["undecided"] == sum(None in amounts[:2] for amounts in own)
        for place, name in enumerate(BENEFITS):
            for end, choose in (("least", min), ("most", max)):
                expected, of_base = _end(own, place, choose), _end(base, place, choose)
                assert row[f"{name}_{end}"] == expected, (row, name)
                difference = row[f"{name}_{end}_difference"]
                if expected is None or of_base is None:
                    assert difference is None
                else:
                    assert difference == expected - of_base
    for name, given in of_all.items():
        rows = result.table.filter(scenario=name)
        assert rows["person_months"].sum() == sum(map(len, given.values()))


def _end(given: list[Any], place: int, choose: Any) -> Any:
    return choose((one[place] for one in given if one[place] is not None), default=None)
