"""Arrears of a BPU settled out of the cash that is due (Permenaker 5/2021 Pasal 92, 98)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import Ground, Grounds, Needs, distinct
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Line, Lines, Possibility, When
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.premiums.bpu.monthly_cost import monthly_cost
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Programme, Sector
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

_BOTH = (Programme.JKK, Programme.JKM)


class Cash(NamedTuple):
    """Lines of cash, with a line below 0 for what the arrears take; or what is missing to say."""

    lines: Lines
    needs: Needs = ()
    grounds: Grounds = ()


class Arrears(NamedTuple):
    """The unpaid months of a member on the day of the event."""

    worker: Worker
    member: Participation
    scheme: Scheme | None
    months: tuple[Month, ...]
    event: date
    law: Law

    def taken_from(self, lines: Iterable[Line], programme: Programme) -> Cash:
        """Take the contributions of the programme out of its cash, at most all of it.

        Each month costs what the participant would pay for it, whoever paid before
        (decision D83); of which programme is decision D69. A month paid after the event is owed
        no more.

        Legal source: Permenaker 5/2021 Pasal 92 ayat (2), 98 ayat (3).
        """
        due = tuple(lines)
        owed = tuple(month for month in self.months if month.index not in self.member.paid_index)
        if not owed:
            return Cash(due)
        cash = _sum_of(due)
        if cash == 0:
            return Cash(due)
        programmes: tuple[Programme, ...] = (programme,)
        if self.law.chose("D69", "both_as_one_bill"):
            programmes = _BOTH
        rule = self.law.get("arrears.bpu_set_off", self.event)
        grounds = list[Ground](self.law.cite(rule))
        amount: Rupiah = 0
        for month in owed:
            cost = monthly_cost(
                self.worker, self.member, month, programmes, self.scheme, self.event, self.law
            )
            if cost.needs:
                return Cash((), cost.needs, (*grounds, *cost.grounds))
            amount += cost.amount
            grounds.extend(cost.grounds)
        # Who is paid first bears it: the heirs, or the participant.
        bearer = due[0].party
        owed_amount = exact(amount)
        set_off = _set_off_line(programme, owed, owed_amount, cash, bearer, distinct(grounds))
        return Cash((*due, set_off))


def _sum_of(lines: Iterable[Line]) -> Rupiah:
    """The cash of a BPU, of whom alone months are set off: BPJS pays all of it."""
    cash: Rupiah = 0
    for line in lines:
        cash += line.amount
    return exact(cash)


def _set_off_line(
    programme: Programme,
    months: tuple[Month, ...],
    owed: Rupiah,
    cash: Rupiah,
    bearer: str | None,
    grounds: Grounds,
) -> Line:
    count, first, last = len(months), months[0], months[-1]
    formula = Text("formula.set_off", {"months": count, "first": first, "last": last})
    if cash < owed:
        formula = Text(
            "formula.set_off_in_part",
            {"months": count, "first": first, "last": last, "owed": owed},
        )
    code = "jkk.set_off" if programme is Programme.JKK else "jkm.set_off"
    return Line(
        code=code,
        amount=-min(owed, cash),
        grounds=grounds,
        formula=formula,
        when=When.NOW,
        party=bearer,
    )


_PRICING_FACTS: Mapping[str, Sequence[str]] = {
    "kind": tuple(BpuKind),
    "sector": tuple(Sector),
}
"""The facts of a worker that may price a month, with their values."""


def possible_answers(
    worker: Worker, needs: Needs, answer_of: Callable[[Worker], MoneyAnswer]
) -> tuple[Possibility, ...]:
    """What the answer would be for each value of the facts that price a month.

    A combination that leaves another fact open is left out.
    """
    names = [need.id.removeprefix("worker.") for need in needs]
    # An income has too many values to try.
    if any(name not in _PRICING_FACTS for name in names):
        return ()
    possibilities: list[Possibility] = []
    for values in product(*(_PRICING_FACTS[name] for name in names)):
        facts = dict(zip(names, values, strict=True))
        kind = facts.get("kind", worker.kind)
        sector = facts.get("sector", worker.sector)
        answer = answer_of(evolve(worker, kind=kind, sector=sector))
        if not answer.decided:
            continue
        ids = {f"worker.{name}": value for name, value in facts.items()}
        possibility = Possibility(facts=ids, total=answer.total, grounds=answer.grounds)
        possibilities.append(possibility)
    return tuple(possibilities)
