"""The amounts of a contribution month under one set of facts, and under every set that is possible."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from jamsos.answers.answer import Possibility
from jamsos.answers.grounds import MissingFact
from jamsos.answers.unknown import try_all
from jamsos.premiums import rules
from jamsos.premiums.asked import Asked, paid_up, possible_facts, registered_month
from jamsos.premiums.income_table import Row
from jamsos.premiums.reliefs import Decided, relief_2020, relief_2025, relief_grounds
from jamsos.premiums.rows import choose_row
from jamsos.values.money import MILLION, Rupiah, exact, quotient, share_of
from jamsos.workers.codes import BpuKind, Payer, Programme, Sector
from jamsos.workers.worker import Worker


class Priced(NamedTuple):
    """The amounts of a month under one set of facts."""

    amounts: tuple[tuple[str, Rupiah], ...]
    """Line code and amount."""
    decided: Decided
    payer: Payer
    late: bool


def priced(asked: Asked, row: Row) -> tuple[list[Priced], tuple[MissingFact, ...], tuple[Possibility, ...]]:
    """Price the month; a fact not stated is tried with every value it may have.

    Returns:
        The results, which all agree if no fact is missing that matters; the facts that matter;
        and what each of their values would give.

    """
    possible = possible_facts(asked)
    if not possible:
        return [_with_facts(asked, row)], (), ()

    def compute(
        worker__kind: BpuKind | None = None,
        worker__sector: Sector | None = None,
        payer: Payer | None = None,
        participation__payments: bool = False,  # noqa: FBT002 - a fact tried both ways
    ) -> Priced:
        return _with_facts(asked, row, worker__kind, worker__sector, payer, paid=participation__payments)

    tried, needs = try_all(compute, possible, lambda result: result.amounts)
    return [result for _, result in tried], needs, _possibilities(asked, tried, needs)


def _with_facts(
    asked: Asked,
    row: Row,
    kind: BpuKind | None = None,
    sector: Sector | None = None,
    payer: Payer | None = None,
    *,
    paid: bool = False,
) -> Priced:
    """Apply the premium rules to one complete set of facts; what is given fills in what was not stated."""
    law = asked.law
    kind, sector = asked.worker.kind or kind or BpuKind.OTHER, asked.worker.sector or sector or Sector.OTHER
    payer = asked.payer or payer or Payer.OTHER
    late = asked.late(sector)
    if asked.in_relief_2020:
        registered = registered_month(asked)
        known = paid_up(asked, registered)
        decided = relief_2020(asked.key, registered, law, paid_up=paid if known is None else known)
    else:
        decided = relief_2025(asked.key, sector, kind, payer, law, late=late)
    return Priced(_amounts(asked, row, kind, decided), decided, payer, late)


def _amounts(asked: Asked, row: Row, kind: BpuKind, decided: Decided) -> tuple[tuple[str, Rupiah], ...]:
    """JKK and JKM after relief; JKK of a second job (D09); JHT, which no relief touches."""
    law = asked.law
    jkm = law.get("jkm.contribution_bpu_month", asked.day).number
    amounts = [("premium.jkk", _after(row.jkk_month, decided)), ("premium.jkm", _after(jkm, decided))]
    if asked.worker.second_income is not None:
        second = choose_row(Worker(income=asked.worker.second_income), None, None, law, asked.day).row
        amounts += [("premium.jkk_second_job", _after(second.jkk_month, decided))] if second else []
    owes_jht = kind is BpuKind.OWNER and asked.terms is None and law.find("jht.compulsory_for_owners", asked.day)
    if Programme.JHT in asked.programmes or owes_jht:
        rate = law.get("jht.rate_bpu_of_base", asked.day).number
        amounts.append(("premium.jht", share_of(rate, row.base_income)))
    return tuple(amounts)


def _after(normal: int, decided: Decided) -> Rupiah:
    return quotient(rules.due_millionths(normal, decided.factor, MILLION, decided.relief), MILLION)


def _possibilities(
    asked: Asked, tried: Sequence[tuple[dict[str, object], Priced]], needs: tuple[MissingFact, ...]
) -> tuple[Possibility, ...]:
    """The total for each combination of the facts that matter."""
    law, day = asked.law, asked.day
    always = law.cite(law.get("bpu.income_table", day), law.get("jkm.contribution_bpu_month", day))
    found: dict[tuple[tuple[str, str], ...], Possibility] = {}
    for facts, result in tried if needs else ():
        stated = tuple((need.id, str(facts[need.id])) for need in needs)
        total = exact(sum((Fraction(amount) for _, amount in result.amounts), Fraction(0)))
        grounds = (*always, *relief_grounds(result.decided, asked.key, result.payer, law))
        found.setdefault(stated, Possibility(facts=dict(stated), total=total, grounds=grounds))
    return tuple(found.values())
