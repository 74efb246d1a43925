"""The price of each class of people in one month, as ``premium`` gives it."""

from typing import Any, NamedTuple, TypeAlias

from attrs import define, field

from jamsos.answers.grounds import Ground, distinct
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import LawDataError
from jamsos.law.law import Law
from jamsos.premiums.bpu.income_table import Row, rows
from jamsos.premiums.bpu.premium import MonthPremium, month_premium
from jamsos.premiums.bpu.pricing import PricedMonth
from jamsos.premiums.bpu.question import month_question, scheme_terms
from jamsos.premiums.bpu.reliefs import relief_text
from jamsos.premiums.bpu.results import Premium
from jamsos.registers.columns.classes import Facts
from jamsos.registers.columns.columns import whole_rupiah
from jamsos.registers.columns.literals import Amounts
from jamsos.registers.columns.reasons import (
    Reason,
    other_segment_reason,
    record_reason,
    undecided_reason,
)
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.worker import Worker

_DecidingFacts: TypeAlias = tuple[Any, ...]
"""The facts a price depends on, in a fixed order."""


class Price(NamedTuple):
    """What a class of people owes in a month, for each income row.

    It has no amounts where the month cannot be decided.
    """

    key: str
    jkk: Amounts = ()
    jkm: Amounts = ()
    jht: Amounts = ()
    relieved: Amounts = ()


class ReasonPrice(NamedTuple):
    """What a reason amounts to."""

    lines: tuple[Rupiah, ...]
    """The amounts of the class of people it was first met with."""
    price: Price


@define(eq=False)
class MonthPrices:
    """The question about one month, asked once for each class of people."""

    month: Month
    payer: Payer | None
    """Who pays for everybody, where that was stated."""
    scheme: Scheme | None
    law: Law
    reasons: dict[str, Reason] = field(factory=dict[str, Reason])
    """Every reason met, by its key."""
    by_reason: dict[str, ReasonPrice] = field(factory=dict[str, ReasonPrice])
    """The price of each reason met, by its key."""
    by_facts: dict[_DecidingFacts, Price] = field(factory=dict[_DecidingFacts, Price])
    """The price of each class of people, by its facts."""

    @property
    def fixed_row(self) -> int | None:
        """The row the scheme buys for everybody."""
        terms = scheme_terms(self.scheme, self.month)
        if terms is None:
            return None
        return terms.income_row

    def price_of(self, facts: Facts) -> Price:
        """The price of one class of people."""
        segment = facts["segment"]
        income = facts["income"]
        row = facts["row"]
        if self.fixed_row is not None:
            # A register that states rows is refused there: the scheme buys one for all.
            row = None
        kind = None
        sector = None
        payer = self.payer
        bases = (income, row, self.fixed_row)
        has_row = any(basis is not None for basis in bases)
        # Without segment or row nothing can be decided: one reason serves all other facts.
        if segment is Segment.BPU and has_row:
            kind = facts["kind"]
            sector = facts["sector"]
            if payer is None:
                payer = facts.get("payer")
        deciding_facts = (segment, income, row, kind, sector, payer)
        if deciding_facts not in self.by_facts:
            worker = Worker(segment=segment, income=income, kind=kind, sector=sector)
            self.by_facts[deciding_facts] = self._price(worker, row, payer)
        return self.by_facts[deciding_facts]

    def _price(self, worker: Worker, row: int | None, payer: Payer | None) -> Price:
        """Ask ``premium`` about one person who stands for the class."""
        if worker.segment not in {Segment.BPU, None}:
            other_segment = other_segment_reason(self.law, self.month.first_day)
            return self._without_amounts(other_segment)
        premium = self._premium(worker, row, payer)
        answer = premium.answer
        # A strict law leaves a priced month undecided where it rests on an open decision.
        if premium.priced is None or not answer.decided:
            undecided = undecided_reason(answer.needs)
            return self._without_amounts(undecided)
        reason = self._relief_reason(answer, premium.priced)
        key = record_reason(self.reasons, reason)
        lines = tuple(line.amount for line in answer.lines)
        if key not in self.by_reason:
            price = self._price_of_rows(key, worker, payer)
            self.by_reason[key] = ReasonPrice(lines, price)
        self._check_lines(key, lines)
        return self.by_reason[key].price

    def _check_lines(self, key: str, lines: tuple[Rupiah, ...]) -> None:
        """Refuse a reason that stands for two prices."""
        # The column holds the code of the reason alone: it has to stand for the amounts too.
        if self.by_reason[key].lines != lines:
            thing = f"{key} in {self.month}"
            step = "this is a fault of jamsos; report it"
            raise LawDataError(thing, str(lines), "one amount for one reason", step)

    def _without_amounts(self, reason: Reason) -> Price:
        key = record_reason(self.reasons, reason)
        return Price(key)

    def _premium(self, worker: Worker, row: int | None, payer: Payer | None) -> MonthPremium:
        question = month_question(
            worker, self.month, payer=payer, row=row, scheme=self.scheme, law=self.law
        )
        return month_premium(question)

    def _relief_reason(self, answer: Premium, priced: PricedMonth) -> Reason:
        """Which relief the month has or has not, by its provision, and whether JHT is owed."""
        relief = priced.relief
        words = [str(relief.verdict)]
        if relief.provision is not None:
            words.append(relief.provision.id)
        codes = {line.code for line in answer.lines}
        if "premium.jht" in codes:
            words.append("jht")
        grounds: list[Ground] = []
        for line in answer.lines:
            grounds += line.grounds
        payer = self._payer_text(priced)
        return Reason(
            key=".".join(words),
            outcome=Outcome.YES,
            meaning=relief_text(relief, payer),
            grounds=distinct(grounds),
        )

    def _payer_text(self, priced: PricedMonth) -> Text:
        if self.payer is None and self.scheme is None:
            # People have different payers: the column of payers names them.
            return Text("register.payer")
        return Text(f"party.{priced.payer}")

    def _price_of_rows(self, key: str, worker: Worker, payer: Payer | None) -> Price:
        """The amounts of each row; of one row where the scheme fixes it."""
        fixed_row = self.fixed_row
        price = Price(key)
        first_day = self.month.first_day
        table = self.law.get("bpu.income_table", first_day)
        for row in rows(table):
            if fixed_row is None or row.number == fixed_row:
                price = self._with_row(price, row, worker, payer)
        return price

    def _with_row(self, price: Price, row: Row, worker: Worker, payer: Payer | None) -> Price:
        """The price with the amounts of one more row."""
        premium = self._premium(worker, row.number, payer)
        answer = premium.answer
        jkk = self._amount(answer, "premium.jkk")
        jkm = self._amount(answer, "premium.jkm")
        jht = self._amount(answer, "premium.jht")
        normal_jkm = self.law.get("jkm.contribution_bpu_month", self.month.first_day)
        normal = row.jkk_month + normal_jkm.number
        # No relief touches JHT: what JKK and JKM lack of their normal amounts was relieved.
        relieved = normal - jkk - jkm
        return Price(
            price.key,
            (*price.jkk, jkk),
            (*price.jkm, jkm),
            (*price.jht, jht),
            (*price.relieved, relieved),
        )

    def _amount(self, answer: Premium, code: str) -> int:
        amount = answer.line(code)
        return whole_rupiah(amount, f"{code} in {self.month}")
