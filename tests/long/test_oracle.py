"""The library against the plain implementation of oracle_of_benefits, on 30,000 invented cases.

A seed gives the same cases on every machine; both sides of the dates of the law are drawn often.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from random import Random
from types import MappingProxyType
from typing import Any

import oracle_of_benefits as plain
import oracle_of_sudden_death as more
import pytest
from attrs import evolve
from oracle_of_benefits import LEVELS, Lost, Member, Person, Pupil

from jamsos import (
    Child,
    Employment,
    Family,
    Loss,
    MoneyAnswer,
    Month,
    Participation,
    Payment,
    SuddenDeath,
    When,
    WorkAccident,
    Worker,
    cover_on,
    death_benefit,
    jkk_benefit,
)

CHUNKS, EACH = 10, 500
"""Each of the six subjects is tried on 10 times 500 cases."""
FIRST_DAY, LAST_DAY = date(2015, 7, 1), date(2027, 12, 31)
TURNS = (
    *(date(2019, 12, 2), date(2020, 8, 17), date(2021, 2, 15), date(2021, 4, 1)),
    *(date(2023, 10, 6), date(2025, 2, 24), date(2026, 1, 15), date(2026, 4, 15)),
)
INCOMES = (0, 1_099_999, 1_100_000, 2_699_999, 2_700_000, 8_199_999, 8_200_000, 20_200_000)
WAGES = (400_000, 416_667, 499_999, 500_000, 874_999, 875_000, 3_900_000, 12_345_678)


# -- drawing --


def a_day(draw: Random) -> date:
    """A day of the law, half of them near a day on which it changed."""
    if draw.random() < 0.5:
        return draw.choice(TURNS) + timedelta(draw.randint(-20, 20))
    return FIRST_DAY + timedelta(draw.randrange((LAST_DAY - FIRST_DAY).days))


def near_a_due_day(draw: Random, segment: str) -> date:
    due = plain.due(plain.month_of(a_day(draw)), segment)
    return min(max(due + timedelta(draw.randint(-2, 3)), FIRST_DAY), LAST_DAY)


def an_event(draw: Random, segment: str) -> date:
    return near_a_due_day(draw, segment) if draw.random() < 0.4 else a_day(draw)


def a_payment(draw: Random, month: int, segment: str) -> date:
    due = plain.due(month, segment)
    lateness = draw.choice((-12, 0, 0, 1, 20, 70))
    return due + timedelta(lateness)


def a_member(draw: Random, event: date, segment: str = "BPU", long_share: float = 0.2) -> Member:
    """A member up to some months before or after the event, with gaps of any length."""
    long = (35, 36, 37, 38, 39, 40, 59, 60, 61, 62, 63, 64)
    months = draw.choice(long if draw.random() < long_share else range(14))
    start = plain.after_months(event, -months) - timedelta(draw.randint(-3, 30))
    if draw.random() < 0.3:  # three months before the event, to the day
        start = plain.after_months(event, -3) + timedelta(draw.randint(-1, 1))
    if draw.random() < 0.05:  # about the day of the event
        start = event + timedelta(draw.randint(-1, 2))
    start = max(start, FIRST_DAY)
    first = plain.month_of(start)
    paid = {first: start}
    gap, gaps = 0, draw.choice(((0,), (0,) * 12 + (1, 2, 3, 4, 6)))
    for month in range(first + 1, plain.month_of(event) + 2):
        gap = gap - 1 if gap else draw.choice(gaps)
        if not gap:
            paid[month] = max(a_payment(draw, month, segment), start)
    for missing in range(draw.choice((0, 0, 0, 1, 2, 3, 4, 5))):
        paid.pop(max(first + 1, plain.month_of(event) - missing), None)
    if draw.random() < 0.15:  # some months in advance
        day = max(event - timedelta(draw.randint(0, 9)), start)
        paid |= dict.fromkeys(range(plain.month_of(event) + 1, plain.month_of(event) + 4), day)
    left = event + timedelta(draw.randint(-1, 1)) if draw.random() < 0.05 else None
    if left is not None and left < start:
        left = None
    return Member(start, first, paid, segment, left)


def a_person(draw: Random, segment: str = "BPU") -> Person:
    income = draw.choice(WAGES) if segment == "PU" else draw.choice(INCOMES)
    if draw.random() < 0.5:
        income = draw.randrange(25_000_000)
    return Person(
        income, draw.choice(("transport", "other")), draw.choice(("owner", "independent"))
    )


def a_loss(draw: Random, group: str) -> Lost:
    """A disability of a part of the body; different groups are different parts."""
    if group == "ears":
        better, worse = sorted((draw.randint(0, 110), draw.randint(0, 110)))
        return draw.choice((Lost("A13"), Lost("A14"), Lost("B04", better=better, worse=worse),
                            Lost("B05", worse=worse)))  # fmt: skip
    if group == "eyes":
        worse, better = sorted((draw.randint(1, 100), draw.randint(1, 100)))
        percent = draw.randint(0, 100)
        one_row = (Lost("B14", measure=percent), Lost("B16", measure=percent), Lost("B15"))
        return draw.choice(
            (Lost("A11"), Lost("A12"), Lost("B13", better=better, worse=worse), *one_row)
        )
    if group == "capacity":
        percent = draw.choice((10, 25, 26, 50, 51, 70))
        return draw.choice((Lost("B11", measure=percent), Lost("B12"), Lost("B02"), Lost("B10"),
                            Lost("B01", measure=draw.randint(10, 30))))  # fmt: skip
    if group == "face":
        return Lost(draw.choice(("B06", "B07", "B08", "B09")))
    if group == "legs" and draw.random() < 0.2:
        return Lost("B03", measure=draw.choice((1, 49, 50, 74, 75, 120)))
    codes = {
        "right": ("A01", "A03", "A05", "A15", "A17", "A19", "A21", "A23"),
        "left": ("A02", "A04", "A06", "A16", "A18", "A20", "A22", "A24"),
        "legs": ("A07", "A08", "A09", "A10", "A25", "A26", "A27"),
    }
    share = draw.choice((None, None, 1, 30, 50, 99))
    return Lost(draw.choice(codes[group]), function=share)


def some_losses(draw: Random) -> tuple[Lost, ...]:
    groups = ("ears", "eyes", "face", "capacity", "legs", "right", "left")
    return tuple(a_loss(draw, group) for group in draw.sample(groups, draw.choice((1, 1, 2, 3, 4))))


def a_pupil(draw: Random, event: date) -> Pupil:
    age = draw.choice((3, 8, 14, 17, 20))
    birth = plain.after_months(event, -12 * age)
    if draw.random() < 0.3:  # the day of the 23rd birthday, and its neighbours
        birth = plain.after_months(event, -12 * 23) + timedelta(draw.randint(-1, 1))
    level = draw.choice(("none", *LEVELS))
    working = draw.choice((None, None, None, "PU", "BPU", "intern")) if level != "none" else None
    return Pupil(
        birth=birth,
        level=level,
        year=1 if level == "none" else draw.randint(1, plain.YEARS[level]),
        studying=level != "none" and draw.random() < 0.8,
        lawful=draw.random() < 0.9,
        married=draw.random() < 0.1,
        working=working,
        months=draw.choice((1, 6, 7)) if working == "PU" else None,
    )


# -- the same facts for the library --


def as_participation(
    member: Member,
    person: Person,
    record: str = "1",
    amounts: Mapping[int, int] = MappingProxyType({}),
) -> Participation:
    paid = tuple(
        Payment(month=Month(month), on=on, amount=amounts.get(month))
        for month, on in sorted(member.paid.items())
    )
    employment = Employment(pay_form="monthly", basic_wage=person.income, fixed_allowances=0)
    return Participation(
        segment=member.segment,
        number_issued=member.start,
        first_month=Month(member.first),
        payments=paid,
        left_on=member.left,
        earlier_paid_months=member.earlier,
        record=record,
        employment=employment if member.segment == "PU" else None,
    )


def as_worker(person: Person, member: Member) -> Worker:
    if member.segment == "PU":
        return Worker(segment="PU")
    return Worker(kind=person.kind, income=person.income, sector=person.sector)


def as_loss(lost: Lost) -> Loss:
    facts: dict[str, Any] = {}
    if lost.code in {"B04", "B05"}:
        facts = {"better_ear": lost.better, "worse_ear": lost.worse}
    elif lost.code == "B13":
        facts = {"better_eye": lost.better, "worse_eye": lost.worse}
    return Loss(code=lost.code, function_lost=lost.function, measure=lost.measure, **facts)


def as_child(pupil: Pupil) -> Child:
    return Child(
        birth=pupil.birth,
        level=pupil.level,
        year=None if pupil.level == "none" else pupil.year,
        studying=pupil.studying,
        lawful=pupil.lawful,
        married=pupil.married,
        working=pupil.working is not None,
        working_as=pupil.working,
        working_pu_months=pupil.months,
    )


def cash(answer: MoneyAnswer) -> dict[str, Fraction]:
    """The lines of an answer by name, those of nothing left out."""
    lines: dict[str, Fraction] = {}
    for line in answer.lines:
        name = DISABILITIES.get(line.code, line.code)
        lines[name] = lines.get(name, Fraction(0)) + Fraction(line.amount)
    return without_nothing(lines)


def without_nothing(lines: plain.Cash) -> plain.Cash:
    return {name: amount for name, amount in lines.items() if amount}


DISABILITIES: Mapping[str, str] = {
    "jkk.partial_anatomical": "jkk.disabilities",
    "jkk.partial_functional": "jkk.disabilities",
}


# -- comparing --


def same_cover(draw: Random) -> object:
    segment = draw.choice(("BPU", "BPU", "PU"))
    day = an_event(draw, segment)
    member, person = a_member(draw, day, segment), a_person(draw, segment)
    answer = cover_on(as_participation(member, person), day, worker=as_worker(person, member))
    at, due = plain.standing(member, day), plain.rights(member, day)
    said = tuple(str(answer.finding(f"{code}")) for code in
                 ("jkk_care", "jkk_cash", "jkm_funeral", "jkm_rest"))  # fmt: skip
    assert (str(answer.state), said) == (at.state, due[:4]), (member, day)
    assert tuple(month.index for month in answer.arrears) == at.arrears, (member, day)
    if segment == "PU" and due.care != "none":
        assert answer.jkk_payer == answer.jkm_payer == due.first_payer, (member, day)
    return at.state, due, len(at.arrears)


def same_death(draw: Random) -> object:
    segment = draw.choice(("BPU", "BPU", "PU"))
    at_work = draw.random() < 0.5
    event = an_event(draw, segment)
    person = a_person(draw, segment)
    number = 1 if at_work or segment == "BPU" else draw.choice((1, 2, 3))
    members = [a_member(draw, event, segment) for _ in range(number)]
    worker = as_worker(person, members[0])
    registrations = tuple(
        as_participation(member, person, str(position)) for position, member in enumerate(members)
    )
    if at_work:
        died = event + timedelta(draw.choice((0, 1, 40)))
        answer = death_benefit(
            worker, registrations, died_on=died, accident_on=event, cause="work_accident"
        )
        expected = plain.jkk_death(person, members[0], event)
    else:
        answer = death_benefit(worker, registrations, died_on=event, cause="other")
        expected = plain.jkm(person, members, event)
    assert cash(answer) == without_nothing(expected), (person, members, event)
    assert answer.total == sum(expected.values())
    due = plain.rights(members[0], event)
    for line in answer.lines if number == 1 else ():
        right = due.funeral if line.code == "jkm.funeral" else due.cash if at_work else due.rest
        waits = right == "after_settlement"
        assert line.when is (When.AFTER_SETTLEMENT if waits else When.NOW), (members, event)
    return at_work, sorted(expected), number


def same_disability(draw: Random) -> object:
    segment = draw.choice(("BPU", "BPU", "PU"))
    event = an_event(draw, segment)
    person, member = a_person(draw, segment), a_member(draw, event, segment)
    losses = some_losses(draw)
    left_handed, total = draw.random() < 0.4, draw.random() < 0.2
    answer = jkk_benefit(
        as_worker(person, member),
        as_participation(member, person),
        WorkAccident(
            on=event,
            losses=tuple(map(as_loss, losses)),
            left_handed=left_handed,
            total_permanent=total,
        ),
    )
    expected = plain.disability(person, member, event, losses, left_handed=left_handed, total=total)
    assert cash(answer) == without_nothing(expected), (person, member, event, losses, left_handed)
    return total, tuple(sorted(expected)), len(losses), left_handed


def same_scholarship(draw: Random) -> object:
    at_work = draw.random() < 0.5
    event = an_event(draw, "BPU")
    person, member = a_person(draw), a_member(draw, event, long_share=0.6)
    if event < plain.NEW and draw.random() < 0.7:  # about the 60 months of the old law
        number = 60 - plain.paid_months(member, event) + draw.randint(-1, 1)
        member = member._replace(earlier=max(number, 0))
    pupils = [a_pupil(draw, event) for _ in range(draw.choice((1, 1, 2, 3)))]
    taking = [at for at, pupil in enumerate(pupils) if plain.may_take(pupil, event)][:2]
    named = [pupils[at] for at in taking]
    kinds: dict[str, Any] = {"cause": "other", "for_children": taking or None}
    if at_work:
        kinds |= {"cause": "work_accident", "accident_on": event}
    children = tuple(map(as_child, pupils))
    answer = death_benefit(
        as_worker(person, member),
        as_participation(member, person),
        Family(spouse=True, children=children),
        died_on=event,
        **kinds,
    )
    expected = plain.scholarship(named, event)
    right = (
        plain.rights(member, event).cash != "none"
        if at_work
        else plain.scholarship_right([member], event)
    )
    said = tuple(
        answer.finding(f"scholarship_{name}")
        for name in ("statutory_maximum", "remaining_maximum", "first_instalment")
    )
    if not right:
        assert said == (None, None, None), (member, event)
    else:
        assert said == tuple(expected)[1:], (pupils, event)
    return right, at_work, expected.takers


def same_sudden_death(draw: Random) -> object:
    segment = draw.choice(("BPU", "BPU", "BPU", "PU"))
    event = an_event(draw, segment)
    person = a_person(draw, segment)
    member = about_a_year_paid(draw, a_member(draw, event, segment), event)
    attacked = datetime.combine(event, time(draw.randrange(24)), UTC)
    minutes = draw.choice((0, 1, 23 * 60, 24 * 60 - 1, 24 * 60, 24 * 60 + 1, 40 * 60))
    at_once = minutes == 0
    died = attacked + timedelta(minutes=minutes)
    hours = SuddenDeath(at_once=True) if at_once else SuddenDeath(attack_at=attacked, died_at=died)
    answer = death_benefit(
        as_worker(person, member),
        as_participation(member, person),
        died_on=died.date(),
        accident_on=event,
        cause="work_accident",
        sudden_death=hours,
    )
    expected = more.sudden_death(person, member, attacked, died, at_once=at_once)
    assert cash(answer) == without_nothing(expected), (person, member, attacked, died)
    months = plain.paid_months(member, died.date())
    return segment, sorted(expected), at_once, min(max(months, 11), 12)


def about_a_year_paid(draw: Random, member: Member, event: date) -> Member:
    """Often with 11, 12 or 13 months paid by the event, the others before the listed ones."""
    if draw.random() < 0.3:
        return member
    number = draw.choice((11, 12, 13)) - plain.paid_months(member, event)
    return member._replace(earlier=max(number, 0))


def same_paid_in_part(draw: Random) -> object:
    day = an_event(draw, "BPU")
    person, member = a_person(draw), a_member(draw, day)
    amounts = some_amounts(draw, person, member)
    # Who paid decides whether the month had a relief.
    participation = evolve(as_participation(member, person, amounts=amounts), payer="self")
    worker = as_worker(person, member)
    full = more.paid_in_full(person, member, amounts, day)
    answer = cover_on(participation, day, worker=worker)
    at, due = plain.standing(full, day), plain.rights(full, day)
    assert str(answer.state) == at.state, (person, member, amounts, day)
    assert tuple(month.index for month in answer.arrears) == at.arrears, (member, amounts, day)
    death = death_benefit(worker, participation, died_on=day, cause="other")
    expected = plain.jkm(person, [full], day)
    assert cash(death) == without_nothing(expected), (person, member, amounts, day)
    if expected:
        assert death.paid_months == plain.paid_months(full, day), (person, member, amounts, day)
    return at.state, due, len(member.paid) - len(full.paid)


def some_amounts(draw: Random, person: Person, member: Member) -> dict[int, int]:
    """What was paid for some months: a rupiah less than they cost, just that, or more."""
    amounts: dict[int, int] = {}
    for month in member.paid:
        # What a month of PP 49/2020 cost depends on the months before it.
        if 2020 * 12 + 7 <= month <= 2021 * 12 or draw.random() < 0.6:
            continue
        shortfall = draw.choice((1, 0, 0, 0, -1))
        amounts[month] = more.cost(person, month) - shortfall
    return amounts


SUBJECTS = {
    one.__name__: one
    for one in (
        same_cover,
        same_death,
        same_disability,
        same_scholarship,
        same_sudden_death,
        same_paid_in_part,
    )
}


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_plain_implementation_says_the_same(subject: str, chunk: int) -> None:
    draw = Random(f"{subject} {chunk}")  # noqa: S311 - invented people are no secret
    kinds = {str(SUBJECTS[subject](draw)) for _ in range(EACH)}
    assert len(kinds) > 7
