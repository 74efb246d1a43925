"""The cells of a scenario: people and rupiah by month and group, each with its grounds."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import polars as pl
from attrs import define, field

from jamsos.answers.grounds import Grounds, distinct
from jamsos.answers.parts import Outcome
from jamsos.eligibility.enrol import may_enrol
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.premiums.bpu.income_table import full_contribution, rows
from jamsos.premiums.bpu.premium import premium
from jamsos.premiums.bpu.question import scheme_terms
from jamsos.premiums.bpu.results import Premium
from jamsos.registers.columns.columns import Columns, whole_rupiah
from jamsos.registers.columns.enrolment import enrolment_columns
from jamsos.registers.columns.premiums import premium_columns
from jamsos.registers.summing.sums import UNKNOWN, group_key
from jamsos.scenarios.groups import Group
from jamsos.scenarios.runs import Run, runs_of
from jamsos.scenarios.scenario import Scenario
from jamsos.values.months import Month
from jamsos.workers.participation import Participation

KEYS = ("month", "year", "kecamatan", "village", "category", "payer")
"""What a table can be by."""
AMOUNTS = ("jkk", "jkm", "jht", "premium", "relief")
SUMS = ("person_months", "unpriced", "left_out", *AMOUNTS)
"""Months of people with a price, without one, and of people left out; rupiah."""
_TEXTS = ("kecamatan", "village", "category", "payer")
"""Those of them that a register or a group states."""
_REASON = "premium_reason"
_ENTRY = "enrol_reason"


@define(eq=False)
class Cells:
    """The cells of one scenario."""

    scenario: Scenario
    texts: tuple[str, ...]
    """What tells the cells of a month apart: no more than the table is by."""
    law: Law
    scheme: Scheme | None
    grounds: list[Grounds] = field(factory=list[Grounds])
    """What cells rest on, by the number in their column ``grounds``."""

    @classmethod
    def of(cls, scenario: Scenario, by: Sequence[str]) -> "Cells":
        """The cells of a scenario for a table by some columns, not yet reckoned."""
        texts = tuple(name for name in _TEXTS if name in by)
        return cls(scenario, texts, scenario.applied_law, scenario.applied_scheme)

    def schema(self, *figures: str) -> dict[str, Any]:
        """The columns of cells with some figures, and their types."""
        keys = {"month": pl.Date, **dict.fromkeys(self.texts, pl.String)}
        return {**keys, **dict.fromkeys(("people", *figures, "grounds"), pl.Int64)}

    def table(self) -> pl.DataFrame:
        """The cells, one row a month, a group and what it rests on."""
        population = self.scenario.population
        parts: list[pl.DataFrame] = []
        for run in runs_of(self.scenario.months, self.law, self.scheme):
            if isinstance(population, pl.LazyFrame):
                parts.append(self._of_register(population, run))
            else:
                parts.append(self._of_groups(population, run))
        year = pl.col("month").dt.year().cast(pl.Int64)
        return pl.concat(parts).with_columns(year=year)

    @property
    def _payer(self) -> str | None:
        """Who was said to pay; a scheme says it itself."""
        return self.scenario.payer if self.scheme is None else None

    @property
    def row(self) -> int | None:
        """The row said for all; a scheme says it itself."""
        return self.scenario.row if self.scheme is None else None

    def _payer_in(self, month: Month) -> str | None:
        """Who pays for everybody in a month."""
        terms = scheme_terms(self.scheme, month)
        return self._payer if terms is None else terms.payer

    def numbered(self, grounds: Grounds) -> int:
        """Keep grounds, and give the number that stands for them."""
        self.grounds.append(grounds)
        return len(self.grounds) - 1

    # ---------- Groups: the single worker ----------

    def _of_groups(self, groups: tuple[Group, ...], run: Run) -> pl.DataFrame:
        cells: list[dict[str, Any]] = []
        for group in groups:
            one = self._one_of(group, run[0])
            for month in run:
                people = group.in_month(month)
                amounts = {name: one[name] * people for name in SUMS}
                keys = self.keys_of(group, month)
                cells.append({**keys, "people": people, **amounts, "grounds": one["grounds"]})
        return pl.DataFrame(cells, schema=self.schema(*SUMS))

    def keys_of(self, group: Group, month: Month) -> dict[str, Any]:
        """In which cells a group stands in a month."""
        payer = self._payer_in(month) or group.payer
        stated = {
            "kecamatan": group.kecamatan,
            "village": group.village,
            "category": group.worker.category,
            "payer": payer,
        }
        texts = {name: str(stated[name] or UNKNOWN) for name in self.texts}
        return {"month": month.first_day, **texts}

    def entry_of(self, group: Group) -> tuple[Outcome, Grounds]:
        """Whether the people of a group take part, and why."""
        if not self.scenario.entry:
            return Outcome.YES, ()
        day = self.scenario.months[0].first_day
        member: Participation | None = None
        if group.number_issued is not None and group.number_issued <= day:
            member = Participation(number_issued=group.number_issued)
        enrolment = may_enrol(
            group.worker, day, scheme=self.scheme, participation=member, law=self.law
        )
        return enrolment.outcome, enrolment.grounds

    def _one_of(self, group: Group, month: Month) -> dict[str, int]:
        """What one of a group counts and costs in a month."""
        one = dict.fromkeys(SUMS, 0)
        takes_part, entry = self.entry_of(group)
        if takes_part is not Outcome.YES:
            state = "left_out" if takes_part is Outcome.NO else "unpriced"
            return {**one, state: 1, "grounds": self.numbered(entry)}
        payer = self._payer or (group.payer if self.scheme is None else None)
        answer = premium(
            group.worker, month, payer=payer, row=self.row, scheme=self.scheme, law=self.law
        )
        number = self.numbered(distinct((*answer.grounds, *entry)))
        if not answer.decided:
            return {**one, "unpriced": 1, "grounds": number}
        return {**one, **self._amounts(answer, month), "person_months": 1, "grounds": number}

    def _amounts(self, answer: Premium, month: Month) -> dict[str, int]:
        parts = {"jkk": answer.jkk, "jkm": answer.jkm, "jht": answer.jht}
        whole = {name: whole_rupiah(part, f"{name} in {month}") for name, part in parts.items()}
        table = rows(self.law.get("bpu.income_table", month.first_day))
        full = full_contribution(table[answer.row - 1], month, self.law)
        relief = whole_rupiah(full, f"full in {month}") - whole["jkk"] - whole["jkm"]
        return {**whole, "premium": sum(whole.values()), "relief": relief}

    # ---------- Registers: the columns ----------

    def _of_register(self, register: pl.LazyFrame, run: Run) -> pl.DataFrame:
        enrolment = self.enrolment
        frame = self.entered(register)
        keys = self.key_columns(frame, run[0])
        takes_part: pl.Expr = pl.lit(value=True)
        entry_code: pl.Expr = pl.lit(0, pl.Int64)
        if enrolment is not None:
            takes_part, entry_code = pl.col("enrol"), pl.col(_ENTRY).cast(pl.Int64)
        columns = premium_columns(run[0], payer=self._payer, scheme=self.scheme, law=self.law)
        frame = columns.added_to(frame)
        groups = frame.group_by(
            **keys, code=pl.col(_REASON).cast(pl.Int64), entry=entry_code, state=takes_part
        )
        counts = groups.agg(**_counts()).collect(engine="streaming")
        counts = counts.with_columns(self._ground_numbers(counts, columns, enrolment))
        months = pl.DataFrame({"month": [month.first_day for month in run]})
        return months.join(counts, how="cross").select(_with_states(self.texts))

    @cached_property
    def enrolment(self) -> Columns | None:
        """The columns that say who takes part; None where everybody does."""
        if not self.scenario.entry:
            return None
        day = self.scenario.months[0].first_day
        return enrolment_columns(day, scheme=self.scheme, law=self.law)

    def entered(self, register: pl.LazyFrame) -> pl.LazyFrame:
        """The register with the row of the scenario, and with who takes part."""
        frame = register
        if self.row is not None:
            frame = frame.with_columns(row=pl.lit(self.row, pl.Int64))
        if self.enrolment is not None:
            frame = self.enrolment.added_to(frame)
        return frame

    def key_columns(self, frame: pl.LazyFrame, month: Month) -> dict[str, pl.Expr]:
        """In which cells the people of a register stand in a month."""
        names = frame.collect_schema().names()
        keys: dict[str, pl.Expr] = {}
        for name in self.texts:
            keys[name] = group_key(name) if name in names else pl.lit(UNKNOWN)
        payer = self._payer_in(month)
        if payer is not None and "payer" in keys:
            keys["payer"] = pl.lit(str(payer))
        return keys

    def _ground_numbers(
        self, counts: pl.DataFrame, columns: Columns, enrolment: Columns | None
    ) -> pl.Series:
        numbers: list[int] = []
        known: dict[tuple[int, int, bool | None], int] = {}
        for code, entry, state in counts.select("code", "entry", "state").iter_rows():
            key = code, entry, state
            if key not in known:
                known[key] = self.numbered(_grounds(columns, enrolment, *key))
            numbers.append(known[key])
        return pl.Series("grounds", numbers, dtype=pl.Int64)


def _grounds(
    columns: Columns, enrolment: Columns | None, code: int, entry: int, state: bool | None
) -> Grounds:
    """What the people of a reason rest on: who does not take part has no price."""
    price = columns.reason(code).grounds if state else ()
    entered = () if enrolment is None else enrolment.reason(entry).grounds
    return distinct((*price, *entered))


def _counts() -> dict[str, pl.Expr]:
    """What is counted of the people of one reason in one month."""
    amounts = {
        name: pl.col(f"premium_{name}").cast(pl.Int64).sum() for name in ("jkk", "jkm", "jht")
    }
    return {
        "people": pl.len().cast(pl.Int64),
        "priced": pl.col("premium").count().cast(pl.Int64),
        **amounts,
        "premium": pl.col("premium").cast(pl.Int64).sum(),
        "relief": pl.col("premium_relieved").cast(pl.Int64).sum(),
    }


def _with_states(texts: Sequence[str]) -> list[pl.Expr]:
    """The cells of people by whether they take part; what is not decided is no 0 of its own."""
    takes_part = pl.col("state").fill_null(value=False)
    undecided = pl.col("state").is_null()
    nobody = pl.lit(0, pl.Int64)
    priced = pl.when(takes_part).then("priced").otherwise(nobody)
    left_out = pl.when(takes_part | undecided).then(nobody).otherwise("people")
    paid = [pl.when(takes_part).then(name).otherwise(nobody).alias(name) for name in AMOUNTS]
    return [
        pl.col("month", *texts, "people"),
        priced.alias("person_months"),
        (pl.col("people") - priced - left_out).alias("unpriced"),
        left_out.alias("left_out"),
        *paid,
        pl.col("grounds"),
    ]
