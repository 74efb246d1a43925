"""Facts and arguments take lists where several are meant: mypy and pyright check the lines below.

Nothing here runs. An ignored line that is no error is itself an error of both.
"""
# pyright: reportUnnecessaryTypeIgnoreComment=true

from datetime import date
from typing import assert_type

from jamsos import (
    Child,
    Employment,
    Family,
    HomeCare,
    Incapacity,
    Job,
    Leave,
    Loss,
    Participation,
    Payment,
    Placement,
    Programme,
    WorkAccident,
    Worker,
    cover_on,
    death_benefit,
    jkk_benefit,
    several_jobs,
    wage_correction,
)


def lists(day: date, spell: Incapacity, care: HomeCare) -> None:
    """Lists are taken, and kept as tuples."""
    family = Family(children=[Child(), Child()])
    assert_type(family.children, tuple[Child, ...] | None)
    member = Participation(payments=[Payment(month="2026-01", on=day)], programmes=["JKK", "JKM"])
    assert_type(member.payments, tuple[Payment, ...] | None)
    assert_type(member.programmes, tuple[Programme, ...])
    accident = WorkAccident(on=day, unable=[spell], losses=[Loss(code="A10")], home_care=[care])
    assert_type(accident.unable, tuple[Incapacity, ...] | None)
    assert_type(Placement(leave=[Leave(first=day)]).leave, tuple[Leave, ...] | None)
    assert_type(Employment(earnings=[2_500_000]).earnings, tuple[int, ...] | None)


def arguments(worker: Worker, member: Participation, accident: WorkAccident, day: date) -> None:
    """Questions take lists too."""
    cover_on([member], day)
    death_benefit(worker, [member], died_on=day, cause="other", for_children=[0])
    jkk_benefit(worker, member, accident, others=[member], for_children=[0, 1])
    several_jobs([Job()], day)
    wage_correction([Employment()], "2026-10", paid=0)


def refused(day: date) -> None:
    """What is no such list is an error before anything runs."""
    Family(children=Child())  # type: ignore[arg-type]
    Family(children=["Ani"])  # type: ignore[list-item]
    Participation(payments=["2026-01"])  # type: ignore[list-item]
    Participation(programmes=[1])  # type: ignore[list-item]
    Employment(earnings=[2.5])  # type: ignore[list-item]
    Placement(leave=[day])  # type: ignore[list-item]
    several_jobs(Job(), day)  # type: ignore[arg-type]
