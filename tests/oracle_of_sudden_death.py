"""The plain implementation goes on: sudden death at work, and months that were paid in part.

It shares nothing with the library either.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import oracle
from oracle_of_benefits import (
    NEW,
    Cash,
    Member,
    Person,
    jkk_death,
    jkm,
    month_of,
    paid_months,
)


def is_work_accident(member: Member, attacked: datetime, died: datetime, *, at_once: bool) -> bool:
    """Permenaker 5/2021 Pasal 85: at once or within 24 hours; a BPU after 12 paid months (D67)."""
    if attacked.date() < NEW:  # no text names it: it is one where it was found to be one
        return True
    if not at_once and died - attacked > timedelta(hours=24):
        return False
    return member.segment != "BPU" or paid_months(member, died.date()) >= 12


def sudden_death(
    person: Person, member: Member, attacked: datetime, died: datetime, *, at_once: bool
) -> Cash:
    """JKK by the day of the attack, or JKM by the day of the death."""
    if is_work_accident(member, attacked, died, at_once=at_once):
        return jkk_death(person, member, attacked.date())
    return jkm(person, [member], died.date())


def cost(person: Person, month: int) -> int:
    """JKK and JKM of a month without a relief of PP 49/2020, in whole rupiah."""
    year, number = divmod(month, 12)
    jkk, jkm_part, _ = oracle.contribution(
        person.income, year, number + 1, person.sector, person.kind, "self"
    )
    whole = jkk + jkm_part
    assert whole.denominator == 1
    return int(whole)


def paid_in_full(person: Person, member: Member, amounts: Mapping[int, int], until: date) -> Member:
    """Without the months of which less was paid than they cost (P97); no amount: in full."""
    short = {
        month
        for month, amount in amounts.items()
        if month <= month_of(until) and amount < cost(person, month)
    }
    paid = {month: on for month, on in member.paid.items() if month not in short}
    return member._replace(paid=paid)
