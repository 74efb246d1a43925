"""Which contribution months were paid in full: one that was paid in part counts as not paid."""

from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import MissingFact, Needs
from jamsos.answers.parts import Note, Notes
from jamsos.answers.texts import Arg, Text
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.law.provisions import Decision
from jamsos.premiums.bpu.income_table import row_numbered, rows
from jamsos.premiums.bpu.premium import premium
from jamsos.premiums.bpu.question import asked_of_member
from jamsos.premiums.bpu.reliefs import RELIEF_2020, RELIEF_OF
from jamsos.values.days import WorkingDay
from jamsos.values.money import MILLION, Rupiah, share_of
from jamsos.values.months import Month
from jamsos.workers.codes import BPU
from jamsos.workers.participation import MINIMUM, Participation
from jamsos.workers.payments import Payment
from jamsos.workers.worker import Worker


class FullPayments(NamedTuple):
    """The membership without the months that were paid in part, and what is said of them."""

    member: Participation
    notes: Notes = ()
    needs: Needs = ()
    """What would tell whether a month was paid in full."""


class _Cost(NamedTuple):
    """What a month costs at the least and at the most, and what would tell how much."""

    least: Rupiah
    most: Rupiah
    needs: Needs = ()


def paid_in_full(
    worker: Worker | None,
    member: Participation,
    until: date,
    *,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> FullPayments:
    """Leave out the months of which less was paid than they cost; no amount stated is in full.

    Legal source: Permenaker 5/2021 Pasal 102 ayat (5), an interpretation for every other count.

    Args:
        worker: Whose contribution it is; without the worker the month costs between the cheapest
            row of the table and the dearest.
        member: The membership and its payments.
        until: Later months do not matter.
        scheme: The programme that paid, where one did (D65).
        calendar: Which days are working days (D20).
        law: The law to apply.

    """
    if member.segment is not BPU or not member.of_stated_amount:
        return FullPayments(member)
    short: set[Month] = set()
    notes: list[Note] = []
    needs: list[MissingFact | Decision] = []
    for payment in member.of_stated_amount:
        if payment.amount is None or not _matters(payment, until, law):
            continue
        cost = _cost(worker, member, payment, scheme, calendar, law)
        if payment.amount < cost.least:
            short.add(payment.month)
            notes.append(_short_note(payment, payment.amount, cost, law))
        elif payment.amount < cost.most:
            needs.extend(cost.needs)
    distinct_needs = tuple(dict.fromkeys(needs))
    if not short:
        return FullPayments(member, needs=distinct_needs)
    return FullPayments(_without(member, short), tuple(notes), distinct_needs)


def _without(member: Participation, short: set[Month]) -> Participation:
    """The membership as if the months paid in part had not been paid."""
    payments = member.payments or ()
    kept = tuple(payment for payment in payments if payment.month not in short)
    first_month = member.first_month
    # The membership began with its first month, also where that month is still owed in part.
    if member.owed_from in short:
        first_month = member.owed_from
    return evolve(member, payments=kept, first_month=first_month)


def _matters(payment: Payment, until: date, law: Law) -> bool:
    """Whether the law says what the month cost, and it is not a later one."""
    return law.first_day <= payment.month.first_day <= until


def _short_note(payment: Payment, paid: int, cost: _Cost, law: Law) -> Note:
    rule = law.get("contribution.paid_in_full", payment.month.first_day)
    args: dict[str, Arg] = {
        "month": payment.month,
        "paid": paid,
        "cost": cost.least,
        "missing": cost.least - paid,
    }
    return Note(text=Text("note.paid_in_part", args), grounds=law.cite(rule), warning=True)


def _cost(
    worker: Worker | None,
    member: Participation,
    payment: Payment,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> _Cost:
    """JKK and JKM of the month, without JHT, as far as the facts tell."""
    if worker is not None and worker.segment is BPU:
        # The amount of a payment is that of JKK and JKM alone.
        minimum = evolve(member, programmes=MINIMUM)
        answer = premium(
            worker,
            payment.month,
            scheme=scheme,
            participation=minimum,
            calendar=calendar,
            law=law,
        )
        if answer.decided:
            cost = answer.jkk + answer.jkm
            return _Cost(cost, cost)
        totals = [one.total for one in answer.possibilities]
        if totals:
            return _Cost(min(totals), max(totals), asked_of_member(answer.needs))
    return _cost_of_anybody(member.row, payment.month, law)


def _cost_of_anybody(row: int | None, month: Month, law: Law) -> _Cost:
    """From the cheapest row with a relief of the month to the dearest row without one."""
    day = month.first_day
    table = law.get("bpu.income_table", day)
    possible = rows(table)
    if row is not None:
        possible = (row_numbered(table, row),)
    contributions = [one.jkk_month for one in possible]
    of_jkm = law.get("jkm.contribution_bpu_month", day)
    least = min(contributions) + of_jkm.number
    most = max(contributions) + of_jkm.number
    reliefs = [law.find(name, day) for name in (RELIEF_2020, *RELIEF_OF.values())]
    shares = [MILLION, *(relief.number for relief in reliefs if relief is not None)]
    need = MissingFact("worker")
    if row is None:
        need = MissingFact("participation.row")
    return _Cost(share_of(min(shares), least), most, (need,))
