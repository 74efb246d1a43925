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

from jamsos.law.law import Law, current
from jamsos.premiums.income_table import rows
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Category, Level, Payer, Sector, Will
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation, Payment
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
