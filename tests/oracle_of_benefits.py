"""A second, plain implementation of cover and benefits, the law's numbers typed by hand.

It shares nothing with the library: no rule, no data file, no class. A month is a whole number,
year * 12 + month - 1.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import oracle

NEW = date(2019, 12, 2)  # PP 82/2019, and Permenaker 5/2021 Pasal 83-117 by its Pasal 130 huruf c
WAIT = date(2025, 2, 24)  # Permenaker 1/2025


def month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def day_in(month: int, day: int) -> date:
    """That day of the month, or its last day."""
    if month == 1 + 12 * (month // 12):  # February
        leap = (month // 12) % 4 == 0
        day = min(day, 29 if leap else 28)
    elif month % 12 in {3, 5, 8, 10}:
        day = min(day, 30)
    return date(month // 12, month % 12 + 1, day)


def after_months(day: date, months: int) -> date:
    return day_in(month_of(day) + months, day.day)


class Member(NamedTuple):
    """One membership: number issued, first month owed, the day each month was paid in full."""

    start: date
    first: int
    paid: Mapping[int, date]
    segment: str = "BPU"
    left: date | None = None
    earlier: int = 0
    """Months paid before those listed."""


class Standing(NamedTuple):
    state: str
    start: date
    """Of the present membership, as is the first month it owes."""
    first: int
    arrears: tuple[int, ...] = ()


# -- cover --


@cache
def due(month: int, segment: str) -> date:
    """PP 44/2015 Pasal 21, 24: the 15th, a Saturday or Sunday moves it; PP 49/2020 for PU."""
    if segment == "BPU":
        day = day_in(month, 15)
    elif 2020 * 12 + 7 <= month <= 2021 * 12:
        day = day_in(month + 1, 30)
    else:
        day = day_in(month + 1, 15)
    while day.weekday() >= 5:
        day += timedelta(1)
    return day


def unpaid(member: Member, month: int, day: date) -> bool:
    return month not in member.paid or member.paid[month] > day


def arrears(member: Member, first: int, day: date) -> tuple[int, ...]:
    """The overdue months in a row, counted back from the latest whose due day has passed."""
    month = month_of(day) + 1
    while due(month, member.segment) >= day:
        month -= 1
    row: list[int] = []
    while month >= first and unpaid(member, month, day):
        row.insert(0, month)
        month -= 1
    return tuple(row)


def standing(member: Member, day: date) -> Standing:
    """The state on a day; a BPU with more than 3 months of arrears in a row has lapsed.

    Coming back (Permenaker 5/2021 Pasal 44): from the payment, nothing owed for the time between.
    """
    start, first = member.start, member.first
    if day < start:
        return Standing("not_started", start, first)
    if member.left is not None and member.left <= day:
        return Standing("left", start, first)
    month = first
    while member.segment == "BPU" and due(month, "BPU") < day:
        lapse = due(month, "BPU") + timedelta(1)
        if len(arrears(member, first, lapse)) < 4:
            month += 1
            continue
        back = sorted(on for on in member.paid.values() if lapse <= on <= day)
        if not back:
            return Standing("lapsed", start, first, arrears(member, first, lapse))
        start = back[0]
        this_month = month_of(start)
        paid_for = [one for one, on in member.paid.items() if on == start and one >= this_month]
        month = first = min(paid_for, default=this_month)
    row = arrears(member, first, day)
    return Standing("arrears" if row else "active", start, first, row)


class Rights(NamedTuple):
    """The right to care, to the cash of JKK, to the funeral money and to the rest of JKM."""

    care: str
    cash: str
    funeral: str
    rest: str
    first_payer: str = "bpjs"


NOTHING = Rights("none", "none", "none", "none")


def still_owed(member: Member, at: Standing) -> list[int]:
    """A payment after the event does not change the state, but it settles the month."""
    return [month for month in at.arrears if month not in member.paid]


def rights(member: Member, day: date) -> Rights:
    at = standing(member, day)
    months = len(at.arrears)
    if member.segment == "PU":
        if at.state == "not_started":  # PP 44/2015 Pasal 27, 35
            return Rights("now", "now", "now", "now", "employer")
        if at.state == "left":
            return NOTHING
        payer = "employer_first" if months > 3 else "bpjs"  # Pasal 38, 41
        return Rights("now", "now", "now", "now", payer)
    if at.state in {"not_started", "left", "lapsed"}:
        return NOTHING
    settled = "less_arrears" if day >= NEW else "after_settlement"  # Pasal 92(2), 98(3)
    cash = settled if still_owed(member, at) else "now"
    rest = cash
    if day >= WAIT and day < after_months(at.start, 3):  # Pasal 97A(2)
        rest = "none"
    return Rights("now", cash, "now", rest)


# -- cash --


class Person(NamedTuple):
    """The income, the sector and the kind of a BPU, the wage of a PU."""

    income: int = 0
    sector: str = "other"
    kind: str = "independent"


def own_cost(person: Person, member: Member, month: int, day: date) -> tuple[Fraction, Fraction]:
    """JKK and JKM of a month as the participant would pay them himself (D83)."""
    year, number = divmod(month, 12)
    jkk, jkm, _ = oracle.contribution(
        person.income, year, number + 1, person.sector, person.kind, "self"
    )
    first = standing(member, day).first
    if 2020 * 12 + 7 <= month <= 2021 * 12 and not pandemic_relief(member, first, month):
        return jkk * 100, jkm * 100
    return jkk, jkm


def pandemic_relief(member: Member, first: int, month: int) -> bool:
    """PP 49/2020 Pasal 13: paid up to July 2020; a later member from the third month on."""
    july = 2020 * 12 + 6
    if first > july:
        return month >= first + 2
    return all(one in member.paid for one in range(first, july + 1))


Cash = dict[str, Fraction]
"""Lines by name; arrears taken from them stand as a negative line."""


def less(lines: Cash, name: str, right: str, costs: Iterable[Fraction]) -> Cash:
    if right != "less_arrears":
        return lines
    arrears_due, cash = sum(costs, Fraction(0)), sum(lines.values(), Fraction(0))
    return {**lines, name: -min(arrears_due, cash)}


def jkm(person: Person, members: Sequence[Member], died: date) -> Cash:
    """PP 44/2015, PP 82/2019 Pasal 34; Permenaker 5/2021, 1/2025 Pasal 98, 101."""
    lump, periodic, funeral = (
        (20_000_000, 12_000_000, 10_000_000) if died >= NEW else (16_200_000, 4_800_000, 3_000_000)
    )
    total: Cash = {}
    for member in members:
        right = rights(member, died)
        lines: Cash = {}
        if right.funeral != "none" and not (died >= WAIT and "jkm.funeral" in total):
            lines["jkm.funeral"] = Fraction(funeral)
        if right.rest != "none":
            lines |= {"jkm.lump_sum": Fraction(lump), "jkm.periodic": Fraction(periodic)}
            months = still_owed(member, standing(member, died))
            costs = [own_cost(person, member, month, died)[1] for month in months]
            lines = less(lines, "jkm.set_off", right.rest, costs)
        for name, amount in lines.items():
            total[name] = total.get(name, Fraction(0)) + amount
    return total


def jkk_less_arrears(lines: Cash, person: Person, member: Member, accident: date) -> Cash:
    """Permenaker 5/2021 Pasal 92(2): out of all the cash, the funeral money included."""
    right = rights(member, accident).cash
    if right == "none":
        return {}
    months = still_owed(member, standing(member, accident))
    costs = [own_cost(person, member, month, accident)[0] for month in months]
    return less(lines, "jkk.set_off", right, costs)


def wage(person: Person, member: Member) -> int:
    """PP 44/2015 Pasal 20(1) and Lampiran II; of a PU the last wage."""
    return oracle.base(person.income) if member.segment == "BPU" else person.income


def jkk_death(person: Person, member: Member, accident: date) -> Cash:
    """Lampiran III: 60 % of 80 months, at least the JKM (D44); periodic money; funeral."""
    floor, periodic, funeral = (
        (42_000_000, 12_000_000, 10_000_000)
        if accident >= NEW
        else (24_000_000, 4_800_000, 3_000_000)
    )
    money = max(Fraction(60 * 80 * wage(person, member), 100), Fraction(floor))
    lines = {
        "jkk.death": money,
        "jkk.periodic": Fraction(periodic),
        "jkk.funeral": Fraction(funeral),
    }
    return jkk_less_arrears(lines, person, member, accident)


# -- disability (Lampiran III.II) --

TABLE: Mapping[str, int | Fraction] = {
    "A01": 40, "A02": 35, "A03": 35, "A04": 30, "A05": 32, "A06": 28,
    "A07": 70, "A08": 35, "A09": 50, "A10": 25,
    "A11": 70, "A12": 35, "A13": 40, "A14": 20,
    "A15": 15, "A16": 12, "A17": 9, "A18": 7, "A19": 4, "A20": 3,
    "A21": Fraction(9, 2), "A22": Fraction(7, 2), "A23": 2, "A24": Fraction(3, 2),
    "A25": 5, "A26": 3, "A27": 2,
    "B02": 40, "B06": 5, "B07": 10, "B08": 30, "B09": 15, "B10": 10, "B12": 70, "B15": 10,
}  # fmt: skip
REVERSED = {"A01": "A02", "A02": "A01", "A03": "A04", "A04": "A03", "A05": "A06", "A06": "A05"}


class Lost(NamedTuple):
    """One disability: its row, the share of function lost in percent, what was measured."""

    code: str
    function: int | None = None
    measure: int | None = None
    better: int | None = None
    worse: int | None = None


def steps(value: int, limits: Sequence[tuple[int, int, int]]) -> Fraction:
    [percent] = [percent for low, high, percent in limits if low <= value <= high]
    return Fraction(percent)


def above_25(decibels: int) -> int:
    return max(decibels - 25, 0)


MEASURED: Mapping[str, Callable[[Lost], Fraction]] = {
    "B01": lambda lost: Fraction(lost.measure or 0),
    "B03": lambda lost: steps(
        lost.measure or 0, [(1, 49, 10), (50, 74, 20), (75, 1000, 30)]
    ),  # millimetres
    "B04": lambda lost: min(
        Fraction(6, 10) * Fraction(5 * above_25(lost.better or 0) + above_25(lost.worse or 0), 6),
        Fraction(40),
    ),
    "B05": lambda lost: min(Fraction(3, 10) * above_25(lost.worse or 0), Fraction(20)),
    "B11": lambda lost: steps(lost.measure or 0, [(10, 25, 5), (26, 50, 20), (51, 70, 40)]),
    "B13": lambda lost: min(
        Fraction(7, 10) * (100 - Fraction(3 * (lost.better or 0) + (lost.worse or 0), 4)),
        Fraction(70),
    ),
    "B14": lambda lost: min(Fraction(7, 10) * (lost.measure or 0), Fraction(70)),
    "B16": lambda lost: min(Fraction(7, 10) * (lost.measure or 0), Fraction(70)),
}


def percent(lost: Lost, *, left_handed: bool) -> Fraction:
    if lost.code in MEASURED:
        return MEASURED[lost.code](lost)
    code = REVERSED.get(lost.code, lost.code) if left_handed else lost.code
    whole = Fraction(TABLE[code])
    return whole if lost.function is None else whole * lost.function / 100


def disability(
    person: Person,
    member: Member,
    accident: date,
    losses: Sequence[Lost],
    *,
    left_handed: bool = False,
    total: bool = False,
) -> Cash:
    """Percent of 80 months; several are added, at most 70 (Permenaker 5/2021 Pasal 84(1), D38)."""
    base = 80 * wage(person, member)
    if total:
        periodic = Fraction(12_000_000 if accident >= NEW else 4_800_000)
        lines = {"jkk.total_permanent": Fraction(70 * base, 100), "jkk.periodic": periodic}
    else:
        added = sum((percent(lost, left_handed=left_handed) for lost in losses), Fraction(0))
        lines = {"jkk.disabilities": min(added, Fraction(70)) * base / 100} if losses else {}
    return jkk_less_arrears(lines, person, member, accident) if lines else {}


# -- scholarship --

LEVELS = ("TK", "SD", "SMP", "SMA", "PT")
YEARLY = {"TK": 1_500_000, "SD": 1_500_000, "SMP": 2_000_000, "SMA": 3_000_000, "PT": 12_000_000}
YEARS = {"TK": 2, "SD": 6, "SMP": 3, "SMA": 3, "PT": 5}


class Pupil(NamedTuple):
    birth: date
    level: str
    year: int = 1
    studying: bool = True
    lawful: bool = True
    married: bool = False
    working: str | None = None
    """As what it works: PU, BPU or intern."""
    months: int | None = None


class Schooling(NamedTuple):
    """Children who take it; the most by law, the most from their classes on, the first year."""

    takers: int
    statutory: int
    remaining: int
    first: int


def child_most(level: str, year: int = 1) -> int:
    """Permenaker 5/2021 Pasal 107: from that class to the last year of PT."""
    if level == "none":
        return 87_000_000
    later = LEVELS[LEVELS.index(level) + 1 :]
    ahead = sum(YEARLY[one] * YEARS[one] for one in later)
    return YEARLY[level] * (YEARS[level] - year + 1) + ahead


def may_take(child: Pupil, day: date) -> bool:
    """Permenaker 5/2021 Pasal 103(2)-(3a); PP 44/2015 Pasal 25(2)b elucidation before."""
    if day < NEW:
        return child.lawful and child.studying
    born = child.birth
    young = (day.year - 23, day.month, day.day) < (born.year, born.month, born.day)
    if not (child.lawful and young and not child.married):
        return False
    if not child.studying and child.level != "none":
        return False
    if child.working is None:
        return True
    excepted = child.working != "PU" or (child.months is not None and child.months <= 6)
    return day >= WAIT and child.studying and excepted


def scholarship(children: Sequence[Pupil], day: date) -> Schooling:
    takers = [child for child in children if may_take(child, day)]
    if day < NEW:
        once = 12_000_000 if takers else 0
        return Schooling(len(takers), once, once, once)
    return Schooling(
        len(takers),
        87_000_000 * len(takers),
        sum(child_most(child.level, child.year) for child in takers),
        sum(YEARLY.get(child.level, 0) for child in takers),
    )


def paid_months(member: Member, died: date) -> int:
    """Permenaker 5/2021 Pasal 102(5): payments under the number, up to the month of death (D33)."""
    listed = sum(month <= month_of(died) and on <= died for month, on in member.paid.items())
    return member.earlier + listed


def scholarship_right(members: Sequence[Member], died: date) -> bool:
    """Pasal 34(1)d: 3 years, before 2 December 2019 5 years; each membership by itself."""
    least = 36 if died >= NEW else 60
    return any(
        rights(member, died).rest != "none" and paid_months(member, died) >= least
        for member in members
    )
