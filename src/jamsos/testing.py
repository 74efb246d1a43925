"""Hypothesis strategies for those who embed jamsos; needs the extra ``testing``.

Every strategy draws valid facts, often on the edges of the law, and missing facts as None.

>>> from hypothesis import given
>>> @given(workers())
... def holds(worker):
...     assert premium(worker, "2026-05", payer="APBD").question == "premium"
>>> from jamsos import premium
>>> holds()
"""

from datetime import date, timedelta
from importlib.util import find_spec

from jamsos.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError(
        "jamsos.testing", "no hypothesis", "the extra 'testing'", "run: pip install 'jamsos[testing]'"
    )

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from jamsos.benefits.accident import Incapacity, Loss, WorkAccident
from jamsos.law.law import Law, current
from jamsos.premiums.income_table import rows
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Category, Level, Payer, Sector, Will
from jamsos.workers.employment import Employment, Industry, PayForm, RiskGroup
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation, Payment
from jamsos.workers.placement import Leave, Placement
from jamsos.workers.worker import Worker

LAST_DAY = date(2035, 12, 31)
"""Far enough behind the day of knowledge."""
_LARGEST_INCOME = 50_000_000


def edge_days(law: Law | None = None) -> list[date]:
    """The days on which some provision begins or ends, with the day before and after each."""
    law = law or current()
    edges = {day for rule in law.in_force() for day in (rule.since, rule.until) if day} | {law.known_until}
    around = {day + timedelta(days=shift) for day in edges for shift in (-1, 0, 1)}
    return sorted(day for day in around if day >= law.first_day)


def edge_incomes(law: Law | None = None) -> list[int]:
    """The starts and printed ends of the income rows, with the rupiah before and after each."""
    law = law or current()
    table = rows(law.get("bpu.income_table", law.known_until))
    edges = {edge for row in table for edge in (row.income_from, row.income_to_printed) if edge >= 0}
    return sorted({max(edge + shift, 0) for edge in edges for shift in (-1, 0, 1)})


def days() -> SearchStrategy[date]:
    """Days the library answers for."""
    return st.sampled_from(edge_days()) | st.dates(current().first_day, LAST_DAY)


def months() -> SearchStrategy[Month]:
    """Contribution months the library prices."""
    return days().map(Month.of)


def incomes() -> SearchStrategy[int]:
    """Declared incomes in whole rupiah."""
    return st.sampled_from(edge_incomes()) | st.integers(0, _LARGEST_INCOME)


def workers() -> SearchStrategy[Worker]:
    """Workers without wage, with facts missing here and there."""
    flag = st.none() | st.booleans()
    return st.builds(
        Worker,
        kind=st.none() | st.sampled_from(BpuKind),
        category=st.none() | st.sampled_from(Category),
        occupation=st.none() | st.integers(1, 89),
        birth=st.none() | st.dates(date(1930, 1, 1), date(2015, 6, 30)),
        income=st.none() | incomes(),
        sector=st.none() | st.sampled_from(Sector),
        works=flag,
        wage_earner=flag,
        other_payer=flag,
        foreign=flag,
        months_in_indonesia=st.none() | st.integers(0, 24),
        jobs=st.none() | st.integers(0, 4),
        resident_of=st.none() | st.sampled_from(["64.08", "6408012001", "64.02"]),
        letter=flag,
        registry_match=flag,
        poor=flag,
    )


def children() -> SearchStrategy[Child]:
    """Children of any age and schooling."""
    flag = st.none() | st.booleans()
    return st.builds(
        Child,
        birth=st.none() | st.dates(date(1990, 1, 1), date(2015, 6, 30)),
        level=st.none() | st.sampled_from(Level),
        year=st.none() | st.integers(1, 2),
        studying=flag,
        lawful=flag,
        married=flag,
        working=flag,
    )


def families() -> SearchStrategy[Family]:
    """Families known in part, in full, or not at all."""
    flag = st.none() | st.booleans()
    return st.builds(
        Family,
        spouse=flag,
        children=st.none() | st.lists(children(), max_size=3).map(tuple),
        blood_line=flag,
        siblings=flag,
        parents_in_law=flag,
        will=st.none() | st.sampled_from(Will),
    )


@st.composite
def participations(draw: st.DrawFn) -> Participation:
    """Memberships with months paid early, in time, late or not at all."""
    issued = draw(st.dates(date(2015, 7, 1), date(2027, 12, 31)))
    first = Month.of(issued)
    payments: list[Payment] = []
    for index in range(draw(st.integers(0, 14))):
        month = first + index
        paid = draw(st.sampled_from(["early", "in time", "late", "not"]))
        if paid != "not":
            shift = {"early": -40, "in time": 9, "late": 50}[paid]
            payments.append(Payment(month=month, on=max(issued, month.first_day + timedelta(days=shift))))
    earlier = draw(st.sampled_from([0, 0, 1, 35, 36, 59, 60]))
    return Participation(
        number_issued=issued,
        first_month=first if earlier else None,
        payments=draw(st.sampled_from([tuple(payments), None])) if draw(st.booleans()) else tuple(payments),
        payer=draw(st.none() | st.sampled_from(Payer)),
        row=draw(st.none() | st.integers(1, 33)),
        earlier_paid_months=earlier,
    )


@st.composite
def employments(draw: st.DrawFn) -> Employment:
    """Employments whose wage is stated in its form, or not at all."""
    form = draw(st.none() | st.sampled_from(PayForm))
    stated = set(draw(st.sampled_from([(), Employment(pay_form=form).wage_facts])))
    earned = st.lists(incomes(), min_size=1, max_size=14).map(tuple)
    return Employment(
        pay_form=form,
        basic_wage=draw(incomes()) if "basic_wage" in stated else None,
        fixed_allowances=draw(st.none() | incomes()) if "fixed_allowances" in stated else None,
        day_wage=draw(incomes()) if "day_wage" in stated else None,
        earnings=draw(earned) if "earnings" in stated else None,
        risk_group=draw(st.none() | st.sampled_from(RiskGroup)),
        industry=draw(st.none() | st.sampled_from(Industry)),
        active_workers=draw(st.none() | st.sampled_from([0, 1, 9, 50])),
        paid_up_to=draw(st.none() | months()),
        registered=draw(st.none() | months()),
        jkp=draw(st.none() | st.booleans()),
    )


def _losses(code: str) -> SearchStrategy[Loss]:
    """Only a limb can lose a part of its function."""
    lost = st.none() | st.integers(0, 40) if code.startswith("A") else st.none()
    return st.builds(Loss, code=st.just(code), function_lost=lost)


@st.composite
def work_accidents(draw: st.DrawFn) -> WorkAccident:
    """Work accidents with costs, spells of incapacity and losses, known or not."""
    on = draw(days())
    spells: list[Incapacity] = []
    first = on
    for length in draw(st.lists(st.integers(1, 24 * 30), max_size=3)):
        spells.append(Incapacity(first=first, last=first + timedelta(days=length)))
        first += timedelta(days=length + draw(st.integers(2, 9)))
    table = current().get("jkk.disability_table", on)
    codes = st.sampled_from([str(row[0]) for row in table.rows if row[3] == "whole"])
    losses = st.lists(codes.flatmap(_losses), max_size=2).map(tuple)
    cost = st.none() | incomes()
    return WorkAccident(
        on=on,
        land=draw(cost),
        sea=draw(cost),
        air=draw(cost),
        unable=draw(st.sampled_from([tuple(spells), None])),
        losses=draw(st.none() | losses),
        total_permanent=draw(st.none() | st.booleans()),
    )


@st.composite
def placements(draw: st.DrawFn) -> Placement:
    """Placements of migrant workers known up to some day, in full, or with days missing."""
    gaps = [0, 1, 30, 31, 33, 89]
    since = current().timelines["migrant.packages"][0].since
    paid = draw(st.dates(since - timedelta(days=60), date(2027, 12, 31)))
    embarked = paid + timedelta(days=draw(st.sampled_from(gaps)))
    ends = embarked + timedelta(days=draw(st.integers(0, 24 * 30)))
    debarked = ends + timedelta(days=draw(st.sampled_from([-9, *gaps])))
    debarked = max(debarked, embarked)
    agency, leaves = draw(st.none() | st.booleans()), draw(st.sampled_from([(), None, (Leave(first=embarked),)]))
    if draw(st.booleans()) and draw(st.booleans()):
        return Placement(agency=agency, paid_on=paid, ended_early_on=embarked)
    home = debarked + timedelta(days=draw(st.integers(0, 7)))
    facts = {"paid_on": paid, "embarked_on": embarked, "contract_ends": ends, "debarked_on": debarked, "home_on": home}
    known = {name: day for name, day in facts.items() if draw(st.integers(0, 6))}
    return Placement(agency=agency, leave=leaves, **known)
