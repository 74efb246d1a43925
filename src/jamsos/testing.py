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
from typing import Any, TypeVar

from jamsos.errors import InputError, MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError(
        "jamsos.testing",
        "no hypothesis",
        "the extra 'testing'",
        "run: pip install 'jamsos[testing]'",
    )

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from jamsos.benefits.disability_row import DisabilityRow, Measurement
from jamsos.benefits.work_accident.body_parts import check_lost_once
from jamsos.benefits.work_accident.disability_table import rows_of
from jamsos.law.law import Law, applied, current
from jamsos.premiums.bpu.income_table import rows
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Category, Level, Payer, Sector, Will
from jamsos.workers.employment import Employment, Industry, PayForm, RiskGroup
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation
from jamsos.workers.payments import Payment
from jamsos.workers.placement import Leave, Placement
from jamsos.workers.work_accident import Incapacity, Loss, WorkAccident
from jamsos.workers.worker import POOREST_DECILE, WEALTHIEST_DECILE, YEARS_A_LIFE, Worker

_Fact = TypeVar("_Fact")

LAST_DAY = date(2035, 12, 31)
"""Well after the day up to which the law is known."""
_LARGEST_INCOME = 50_000_000
_PAYING_DAYS = (-40, 9, 50, None)
"""When a month is paid, in days from its first day: early, in time, late, or not at all."""
_TIMES_BETWEEN_DAYS = (0, 1, 30, 31, 33, 89)
"""Days between two days of a placement, on both sides of a month and just below three."""


def _or_none(strategy: SearchStrategy[_Fact]) -> SearchStrategy[_Fact | None]:
    """A fact that is missing now and then."""
    return st.none() | strategy


def edge_days(law: Law | None = None) -> list[date]:
    """The days on which some provision begins or ends, with the day before and after each."""
    law = applied(law)
    edges = {law.known_until}
    for period in law.in_force():
        edges.add(period.since)
        if period.until is not None:
            edges.add(period.until)
    around: set[date] = set()
    for day in edges:
        around.update(day + timedelta(days=shift) for shift in (-1, 0, 1))
    # The day before the law begins is refused by every question.
    return sorted(day for day in around if day >= law.first_day)


def edge_incomes(law: Law | None = None) -> list[int]:
    """The starts and printed ends of the income rows, with the rupiah before and after each."""
    law = applied(law)
    around: set[int] = set()
    table = law.get("bpu.income_table", law.known_until)
    for row in rows(table):
        edges = (row.income_from, row.income_to_printed)
        for edge in edges:
            # The last row prints no end, kept as -1: it gives the start of the first row again.
            around.update(max(edge + shift, 0) for shift in (-1, 0, 1))
    return sorted(around)


def days() -> SearchStrategy[date]:
    """Days the library answers for."""
    any_day = st.dates(current().first_day, LAST_DAY)
    some_days = st.sampled_from(edge_days())
    return some_days | any_day


def months() -> SearchStrategy[Month]:
    """Contribution months the library prices."""
    return days().map(Month.of)


def incomes() -> SearchStrategy[int]:
    """Declared incomes in whole rupiah."""
    any_income = st.integers(0, _LARGEST_INCOME)
    some_incomes = st.sampled_from(edge_incomes())
    return some_incomes | any_income


def workers() -> SearchStrategy[Worker]:
    """Workers without wage, with facts missing here and there."""
    flag = _or_none(st.booleans())
    kind = _or_none(st.sampled_from(BpuKind))
    category = _or_none(st.sampled_from(Category))
    occupation = _or_none(st.integers(1, 89))
    births = st.dates(date(1930, 1, 1), date(2015, 6, 30))
    birth = _or_none(births)
    income = _or_none(incomes())
    sector = _or_none(st.sampled_from(Sector))
    months_in_indonesia = _or_none(st.integers(0, 24))
    jobs = _or_none(st.integers(0, 4))
    decile = _or_none(st.integers(POOREST_DECILE, WEALTHIEST_DECILE))
    places = st.sampled_from(["64.08", "6408012001", "64.02"])
    resident_of = _or_none(places)
    return st.builds(
        Worker,
        kind=kind,
        category=category,
        occupation=occupation,
        birth=birth,
        income=income,
        sector=sector,
        works=flag,
        wage_earner=flag,
        other_payer=flag,
        foreign=flag,
        months_in_indonesia=months_in_indonesia,
        jobs=jobs,
        resident_of=resident_of,
        letter=flag,
        registry_match=flag,
        poor=flag,
        decile=decile,
    )


def children() -> SearchStrategy[Child]:
    """Children of any age and schooling."""
    flag = _or_none(st.booleans())
    births = st.dates(date(1990, 1, 1), date(2015, 6, 30))
    birth = _or_none(births)
    level = _or_none(st.sampled_from(Level))
    years = st.integers(1, 2)
    year = _or_none(years)
    return st.builds(
        Child,
        birth=birth,
        level=level,
        year=year,
        studying=flag,
        lawful=flag,
        married=flag,
        working=flag,
    )


def families() -> SearchStrategy[Family]:
    """Families known in part, in full, or not at all."""
    flag = _or_none(st.booleans())
    will = _or_none(st.sampled_from(Will))
    some_children = st.lists(children(), max_size=3).map(tuple)
    return st.builds(
        Family,
        spouse=flag,
        children=_or_none(some_children),
        blood_line=flag,
        siblings=flag,
        parents_in_law=flag,
        will=will,
    )


@st.composite
def participations(draw: st.DrawFn) -> Participation:
    """Memberships with months paid early, in time, late or not at all."""
    latest = date(2027, 12, 31)
    days_of_issue = st.dates(date(2015, 7, 1), latest)
    issued = draw(days_of_issue)
    issued_month = Month.of(issued)
    payments: list[Payment] = []
    month_count = draw(st.integers(0, 14))
    for index in range(month_count):
        month = issued_month + index
        days_into_month = draw(st.sampled_from(_PAYING_DAYS))
        if days_into_month is None:
            continue
        # Nobody can pay before a number is issued.
        delay = timedelta(days=days_into_month)
        day = max(issued, month.first_day + delay)
        payment = Payment(month=month, on=day)
        payments.append(payment)
    # Payments are known in three draws out of four.
    payments_or_none = draw(st.sampled_from([tuple(payments)] * 3 + [None]))
    months_before = st.sampled_from([0, 0, 1, 35, 36, 59, 60])
    earlier = draw(months_before)
    # With months of an earlier membership the first month owed to this one is stated.
    first_month = issued_month if earlier else None
    payer = draw(_or_none(st.sampled_from(Payer)))
    row_numbers = st.integers(1, 33)
    row = draw(_or_none(row_numbers))
    return Participation(
        number_issued=issued,
        first_month=first_month,
        payments=payments_or_none,
        payer=payer,
        row=row,
        earlier_paid_months=earlier,
    )


@st.composite
def employments(draw: st.DrawFn) -> Employment:
    """Employments whose wage is stated in its form, or not at all."""
    form = draw(_or_none(st.sampled_from(PayForm)))
    # Facts of another form of pay are refused.
    wage_facts = Employment(pay_form=form).wage_facts
    facts_of_form = st.sampled_from([(), wage_facts])
    stated = draw(facts_of_form)
    earned = st.lists(incomes(), min_size=1, max_size=14).map(tuple)
    risk_group = draw(_or_none(st.sampled_from(RiskGroup)))
    industry = draw(_or_none(st.sampled_from(Industry)))
    sizes = st.sampled_from([0, 1, 9, 50])
    active_workers = draw(_or_none(sizes))
    paid_up_to = draw(_or_none(months()))
    registered = draw(_or_none(months()))
    jkp = draw(_or_none(st.booleans()))
    foreign = draw(_or_none(st.booleans()))
    ages = st.integers(0, YEARS_A_LIFE)
    age_on_registration = draw(_or_none(ages))
    all_programmes = draw(_or_none(st.booleans()))
    # Somebody stated to take part is not somebody whom a condition keeps out.
    if jkp:
        foreign = age_on_registration = all_programmes = None
    return Employment(
        pay_form=form,
        basic_wage=draw(incomes()) if "basic_wage" in stated else None,
        fixed_allowances=draw(_or_none(incomes())) if "fixed_allowances" in stated else None,
        day_wage=draw(incomes()) if "day_wage" in stated else None,
        earnings=draw(earned) if "earnings" in stated else None,
        risk_group=risk_group,
        industry=industry,
        active_workers=active_workers,
        paid_up_to=paid_up_to,
        registered=registered,
        jkp=jkp,
        foreign=foreign,
        age_on_registration=age_on_registration,
        all_programmes=all_programmes,
    )


_MEASURED_ELSEWHERE = frozenset({"A11", "A12", "A13", "A14"})


def _losses(row: DisabilityRow) -> SearchStrategy[Loss]:
    """Losses of one row of the disability table."""
    function_lost: SearchStrategy[int | None] = st.none()
    # Only a limb can lose a part of its function; hearing and sight are measured.
    if row.anatomical and row.code not in _MEASURED_ELSEWHERE:
        function_lost |= st.integers(0, 40)
    code = st.just(row.code)
    return st.builds(Loss, code=code, function_lost=function_lost)


def _are_lost_once(losses: tuple[Loss, ...]) -> bool:
    """Whether a body can lose all of it."""
    try:
        check_lost_once(losses)
    except InputError:
        return False
    return True


@st.composite
def work_accidents(draw: st.DrawFn) -> WorkAccident:
    """Work accidents with costs, spells of incapacity and losses, known or not."""
    on = draw(days())
    spells: list[Incapacity] = []
    first = on
    lengths = draw(st.lists(st.integers(1, 24 * 30), max_size=3))
    for length in lengths:
        last = first + timedelta(days=length)
        spell = Incapacity(first=first, last=last)
        spells.append(spell)
        # A day at work at least parts two spells.
        days_at_work = draw(st.integers(2, 9))
        first = last + timedelta(days=days_at_work)
    disability_table = current().get("jkk.disability_table", on)
    table = rows_of(disability_table)
    # The other rows ask for a measurement with its own limits.
    whole = [row for row in table.values() if row.measured is Measurement.WHOLE]
    of_whole_rows = st.sampled_from(whole).flatmap(_losses)
    losses = st.lists(of_whole_rows, max_size=2).map(tuple).filter(_are_lost_once)
    cost = _or_none(incomes())
    known_or_not = st.sampled_from([tuple(spells), None])
    unable = draw(known_or_not)
    total_permanent = draw(_or_none(st.booleans()))
    return WorkAccident(
        on=on,
        land=draw(cost),
        sea=draw(cost),
        air=draw(cost),
        unable=unable,
        losses=draw(_or_none(losses)),
        total_permanent=total_permanent,
    )


@st.composite
def placements(draw: st.DrawFn) -> Placement:
    """Placements of migrant workers known up to some day, in full, or with days missing."""
    packages = current().timelines["migrant.packages"]
    since = packages[0].since
    earliest = since - timedelta(days=60)
    paid = draw(st.dates(earliest, date(2027, 12, 31)))
    days_to_departure = draw(st.sampled_from(_TIMES_BETWEEN_DAYS))
    embarked = paid + timedelta(days=days_to_departure)
    agency = draw(_or_none(st.booleans()))
    first_leave = Leave(first=embarked)
    leave = draw(st.sampled_from([(), None, (first_leave,)]))
    # One placement out of four ends before the worker departs.
    ended_early = draw(st.sampled_from([False, False, False, True]))
    if ended_early:
        return Placement(agency=agency, paid_on=paid, ended_early_on=embarked)
    days_of_contract = draw(st.integers(0, 24 * 30))
    ends = embarked + timedelta(days=days_of_contract)
    # Some return some days before the contract ends, but nobody before they left.
    days_after_end = draw(st.sampled_from([-9, *_TIMES_BETWEEN_DAYS]))
    debarked = max(ends + timedelta(days=days_after_end), embarked)
    days_home = draw(st.integers(0, 7))
    days_of_placement = {
        "paid_on": paid,
        "embarked_on": embarked,
        "contract_ends": ends,
        "debarked_on": debarked,
        "home_on": debarked + timedelta(days=days_home),
    }
    # Each day is missing once in seven draws.
    stated: dict[str, Any] = {
        name: day for name, day in days_of_placement.items() if draw(st.integers(0, 6)) > 0
    }
    return Placement(agency=agency, leave=leave, **stated)
