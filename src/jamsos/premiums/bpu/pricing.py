"""The amounts of a contribution month, under every set of facts that is possible."""

from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Possibility
from jamsos.answers.trials import Trials, try_values
from jamsos.premiums.bpu.income_table import Row
from jamsos.premiums.bpu.question import MonthQuestion, possible_facts, registered_month
from jamsos.premiums.bpu.reliefs import relief_2020, relief_2025, relief_grounds
from jamsos.premiums.relief_outcome import ReliefOutcome
from jamsos.values.money import Rupiah, exact, share_of
from jamsos.workers.codes import BpuKind, Payer, Programme

SECOND_JOB = "premium.jkk_second_job"
"""The line of a second job, which rests on a row of its own."""


class PricedMonth(NamedTuple):
    """The amounts of a month under one set of facts."""

    amounts: tuple[tuple[str, Rupiah], ...]
    """Line code and amount."""
    relief: ReliefOutcome
    payer: Payer
    late: bool
    """Whether the month counts as one with relief that was paid late (decision D25)."""


class Pricing(NamedTuple):
    """The amounts of a month under every possible set of facts."""

    variants: tuple[PricedMonth, ...]
    """At least one; all of the same amounts where nothing is needed."""
    needs: tuple[MissingFact, ...]
    """The missing facts that change the amounts."""
    possibilities: tuple[Possibility, ...]
    """What each value of those facts would give."""


def price_month(question: MonthQuestion, row: Row, second_row: Row | None) -> Pricing:
    """Price the month; a fact that was not stated is tried with every value it may have.

    Args:
        question: The question.
        row: The income row that is paid.
        second_row: The row of a second job that pays JKK of its own (decision D09).

    """
    compute = partial(_with_facts, question, row, second_row)
    possible = possible_facts(question)
    trials = try_values(compute, possible, lambda priced: priced.amounts)
    possibilities: tuple[Possibility, ...] = ()
    if trials.needs:
        possibilities = _possibilities(question, trials)
    return Pricing(trials.results, trials.needs, possibilities)


def _with_facts(
    question: MonthQuestion, row: Row, second_row: Row | None, facts: Mapping[str, Any]
) -> PricedMonth:
    """Apply the premium rules to one complete set of facts."""
    late = question.late(facts["worker.sector"])
    relief = _relief(question, facts, late=late)
    kind = facts["worker.kind"]
    amounts = _amounts(question, row, second_row, kind, relief)
    return PricedMonth(
        amounts=amounts,
        relief=relief,
        payer=facts["payer"],
        late=late,
    )


def _relief(question: MonthQuestion, facts: Mapping[str, Any], *, late: bool) -> ReliefOutcome:
    """How the reliefs fall out for the month; no month has two of them."""
    month = question.relief_month
    if question.in_relief_2020:
        registered = registered_month(question)
        is_paid_up = facts["participation.payments"]
        return relief_2020(month, registered, question.law, paid_up=is_paid_up)
    return relief_2025(
        month,
        facts["worker.sector"],
        facts["worker.kind"],
        facts["payer"],
        question.law,
        late=late,
    )


def _amounts(
    question: MonthQuestion,
    row: Row,
    second_row: Row | None,
    kind: BpuKind,
    relief: ReliefOutcome,
) -> tuple[tuple[str, Rupiah], ...]:
    """JKK and JKM after relief; JKK of a second job (D09); JHT, which no relief touches."""
    jkm = question.provision("jkm.contribution_bpu_month").number
    jkk_due = contribution_after_relief(row.jkk_month, relief)
    jkm_due = contribution_after_relief(jkm, relief)
    amounts = [
        ("premium.jkk", jkk_due),
        ("premium.jkm", jkm_due),
    ]
    if second_row is not None:
        second_jkk = contribution_after_relief(second_row.jkk_month, relief)
        amounts.append((SECOND_JOB, second_jkk))
    buys_jht = Programme.JHT in question.programmes
    if buys_jht or _owes_jht(question, kind):
        rate = question.provision("jht.rate_bpu_of_base").number
        jht = share_of(rate, row.base_income)
        amounts.append(("premium.jht", jht))
    return tuple(amounts)


def contribution_after_relief(normal: int, relief: ReliefOutcome) -> Rupiah:
    """The contribution that remains after the relief, exactly.

    Legal source: PP 49/2020; PP 50/2025 Pasal 4 ayat (1).
    """
    return share_of(relief.paid_share, normal)


def _owes_jht(question: MonthQuestion, kind: BpuKind) -> bool:
    """Whether JHT is compulsory: for owners, unless a scheme pays.

    Legal source: Perpres 109/2013 Pasal 8 ayat (1); Permenaker 5/2021 Pasal 32 ayat (1).
    """
    return kind is BpuKind.OWNER and question.terms is None


def _possibilities(question: MonthQuestion, trials: Trials[PricedMonth]) -> tuple[Possibility, ...]:
    """The total for each combination of the facts that matter."""
    possibilities: dict[tuple[str, ...], Possibility] = {}
    for trial in trials.trials:
        facts = {need.id: str(trial.facts[need.id]) for need in trials.needs}
        total = _total(trial.result)
        grounds = _possibility_grounds(question, trial.result)
        possibility = Possibility(
            facts=facts,
            total=total,
            grounds=grounds,
        )
        # Trials that differ in facts that do not matter give one total: the first stands.
        values = tuple(facts.values())
        possibilities.setdefault(values, possibility)
    return tuple(possibilities.values())


def _total(priced: PricedMonth) -> Rupiah:
    total = Fraction(0)
    for _, amount in priced.amounts:
        total += amount
    return exact(total)


def _possibility_grounds(question: MonthQuestion, priced: PricedMonth) -> Grounds:
    """What the total of a possibility rests on: the table, JKM, and the relief."""
    law = question.law
    table = question.provision("bpu.income_table")
    jkm = question.provision("jkm.contribution_bpu_month")
    month = question.relief_month
    relief = relief_grounds(priced.relief, month, priced.payer, law)
    rules = law.cite(table, jkm)
    return (*rules, *relief)
