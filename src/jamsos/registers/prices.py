"""The price of each class of persons in one month, as ``premium`` gives it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import define, evolve, field

from jamsos.answers.answer import Answer, Outcome
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import LawDataError
from jamsos.law.law import Law
from jamsos.premiums.asked import scheme_terms
from jamsos.premiums.income_table import rows
from jamsos.premiums.premium import premium
from jamsos.registers.columns import Reason, other_segment, tell, undecided, whole
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.worker import Worker

_FACTS = ("kind", "sector")


class Price(NamedTuple):
    """What a class of persons owes in a month, for each income row; no amounts where it cannot be decided."""

    key: str
    jkk: tuple[int, ...] = ()
    jkm: tuple[int, ...] = ()
    jht: tuple[int, ...] = ()
    relieved: tuple[int, ...] = ()


@define(eq=False)
class Asking:
    """The question about one month, put once for each class of persons."""

    month: Month
    payer: Payer | None
    scheme: Scheme | None
    law: Law
    told: dict[str, Reason] = field(factory=dict[str, Reason])
    """Every reason met, by its key."""
    known: dict[tuple[Any, ...], Price] = field(factory=dict[tuple[Any, ...], Price])
    amounts: dict[str, tuple[tuple[Rupiah, ...], Price]] = field(factory=dict[str, tuple[tuple[Rupiah, ...], Price]])
    """What each reason amounts to: the lines it was first met with, and its price."""

    @property
    def fixed_row(self) -> int | None:
        """The row the scheme buys for everybody."""
        terms = scheme_terms(self.scheme, self.month)
        return terms.income_row if terms else None

    def price(self, given: Mapping[str, Any]) -> Price:
        """The price of one class; facts that a missing one makes idle are not asked about."""
        segment, income, row = given["segment"], given["income"], given["row"]
        idle = segment is not Segment.BPU or (income is None and row is None and self.fixed_row is None)
        facts = {} if idle else {name: given[name] for name in _FACTS}
        payer = self.payer or (None if idle else given.get("payer"))
        asked = (segment, income, row, payer, *facts.values())
        if asked not in self.known:
            worker = Worker(segment=segment, income=income, **facts)
            self.known[asked] = self._priced(worker, row, payer)
        return self.known[asked]

    def _priced(self, worker: Worker, row: int | None, payer: Payer | None) -> Price:
        if worker.segment not in {Segment.BPU, None}:
            return self._told(other_segment(self.law, self.month.first_day))
        answer = self._answer(worker, row, payer)
        if not answer.decided:
            return self._told(undecided(answer.needs))
        relief = next(note for note in answer.notes if note.code.startswith("note.relief."))
        named = [ground.id for ground in relief.grounds if ground.id.startswith("relief.")]
        jht = ["jht"] if any(line.code == "premium.jht" for line in answer.lines) else []
        key = ".".join((relief.code.removeprefix("note.relief.").lower(), *named[:1], *jht))
        grounds = tuple(dict.fromkeys(ground for line in answer.lines for ground in line.grounds))
        self._told(Reason(key=key, outcome=Outcome.YES, meaning=self._said(relief.text), grounds=grounds))
        lines = tuple(line.amount for line in answer.lines)
        if key not in self.amounts:
            self.amounts[key] = lines, self._amounts(key, worker, payer)
        known, price = self.amounts[key]
        if known != lines:
            allowed, step = "one amount for one reason", "this is a fault of jamsos; report it"
            raise LawDataError(f"{key} in {self.month}", str(lines), allowed, step)
        return price

    def _answer(self, worker: Worker, row: int | None, payer: Payer | None) -> Answer:
        return premium(worker, self.month, row=row, payer=payer, scheme=self.scheme, law=self.law)

    def _said(self, relief: Text) -> Text:
        """What the note on a relief says to everybody: who pays stands in the column of payers."""
        one_payer = self.payer is not None or self.scheme is not None
        return relief if one_payer else evolve(relief, args={**relief.args, "payer": Text("register.payer")})

    def _told(self, reason: Reason) -> Price:
        return Price(tell(self.told, reason))

    def _amounts(self, key: str, worker: Worker, payer: Payer | None) -> Price:
        """The amounts for each row; one where the scheme fixes the row."""
        fixed, day = self.fixed_row, self.month.first_day
        normal_jkm = self.law.get("jkm.contribution_bpu_month", day).number
        found: list[tuple[int, int, int, int]] = []
        for row in rows(self.law.get("bpu.income_table", day)):
            if fixed is None or row.number == fixed:
                answer = self._answer(worker, row.number, payer)
                lines = [f"premium.{part}" for part in ("jkk", "jkm", "jht")]
                jkk, jkm, jht = (whole(answer.line(code), f"{code} in {self.month}") for code in lines)
                found.append((jkk, jkm, jht, row.jkk_month + normal_jkm - jkk - jkm))
        return Price(key, *zip(*found, strict=True))
