"""What must always hold; each class quotes the sentence it proves."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import oracle
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from narrowed import number, of_type, present

from jamsos import (
    Answer,
    BpuKind,
    Coverage,
    Decision,
    Family,
    HomeCare,
    Incapacity,
    Law,
    Loss,
    MoneyAnswer,
    Month,
    Outcome,
    Participation,
    Payer,
    Payment,
    Sector,
    Status,
    When,
    WorkAccident,
    Worker,
    cover_on,
    current,
    death_benefit,
    jkk_benefit,
    keeping_cover,
    load_scheme,
    may_enrol,
    payments,
    premium,
    premium_run,
)
from jamsos import testing as facts
from jamsos.coverage.contribution_period import contribution_period
from jamsos.values.days import add_months

LAW = current()
KUTIM = load_scheme("kutim")
DAYS = facts.days()
FLAGS = st.none() | st.booleans()
CAUSES = st.sampled_from(["work_accident", "occupational_disease", "other", None])

Members = Participation | tuple[Participation, ...]
Death = tuple[tuple[Worker, Members, Family | None], dict[str, Any]]
"""The facts of a death, as arguments of death_benefit."""
Accident = tuple[Worker, Participation, WorkAccident, Family | None]
"""The facts of a work accident or disease, as arguments of jkk_benefit."""


@st.composite
def deaths(draw: st.DrawFn) -> Death:
    members: tuple[Participation, ...] = tuple(
        draw(st.lists(facts.participations(), min_size=1, max_size=2, unique_by=repr))
    )
    died = draw(DAYS)
    days_before = draw(st.none() | st.integers(0, 400))
    accident = None if days_before is None else max(died - timedelta(days_before), LAW.first_day)
    worker = evolve(draw(facts.workers()), birth=None)
    kinds: dict[str, Any] = {"died_on": died, "cause": draw(CAUSES), "accident_on": accident}
    one, *others = members
    return (worker, (one, *others) if others else one, draw(facts.families())), kinds


MONEY = st.none() | st.sampled_from([0, 1, 900_000, 6_000_000, 30_000_000])
FACTS = ("land", "sea", "air", "prosthesis", "prosthesis_price", "dentures", "hearing_aid",
         "glasses", "care_paid", "care_standard")  # fmt: skip
LOSSES = st.sampled_from([
    Loss(code="A15"), Loss(code="A10", function_lost=30), Loss(code="B03", measure=60),
    Loss(code="B13"), Loss(code="B13", better_eye=80, worse_eye=10), Loss(code="B01"),
    Loss(code="B04", measure=35),
])  # fmt: skip


@st.composite
def accidents(draw: st.DrawFn) -> Accident:
    on = draw(DAYS)
    costs: dict[str, Any] = {name: draw(MONEY) for name in FACTS if draw(st.booleans())}
    last = st.none() | st.integers(0, 500).map(lambda days: on + timedelta(days))
    care = HomeCare(
        first=on,
        last=on + timedelta(draw(st.integers(0, 364))),
        cost=draw(MONEY),
        with_facility=draw(FLAGS),
    )
    accident = WorkAccident(
        on=on,
        cause=draw(st.sampled_from(["work_accident", "occupational_disease"])),
        unable=draw(
            st.none() | last.map(lambda day: (Incapacity(first=on, last=day),)) | st.just(())
        ),
        losses=draw(st.none() | st.lists(LOSSES, max_size=1).map(tuple)),
        total_permanent=draw(FLAGS),
        left_handed=draw(FLAGS),
        home_care=draw(st.sampled_from([None, (), (care,)])),
        return_to_work=draw(FLAGS),
        **costs,
    )
    worker = evolve(draw(facts.workers()), birth=None)
    family = draw(facts.families())
    unborn = any(child.birth and child.birth > on for child in family.children or ())
    return worker, draw(facts.participations()), accident, None if unborn else family


def shown(answer: Answer | Coverage) -> tuple[object, ...]:
    """What an answer says, without its law."""
    total = answer.total if isinstance(answer, MoneyAnswer) and answer.decided else None
    lines = [(line.code, line.amount, line.when, line.party) for line in answer.lines]
    found = [(finding.code, finding.value) for finding in answer.findings]
    conditions = [(condition.code, condition.status) for condition in answer.conditions]
    return answer.outcome, total, lines, found, conditions, [need.id for need in answer.needs]


def sound(answer: Answer | Coverage) -> None:
    """What every answer keeps to."""
    assert answer.grounds or answer.decided
    if isinstance(answer, MoneyAnswer) and answer.decided:
        assert answer.total == sum((Fraction(line.amount) for line in answer.lines), Fraction(0))
        assert answer.payable(When.NOW) + answer.payable(When.AFTER_SETTLEMENT) == answer.total
    if not answer.decided:
        assert answer.needs
        assert {(need.kind, need.id) for need in answer.needs} <= {
            (g.kind, g.id) for g in answer.grounds
        }
    if answer.outcome is Outcome.NO:
        assert (
            any(c.status is Status.FAILED for c in answer.conditions)
            or answer.notes
            or answer.findings
        )
    for lang in ("id", "en"):
        assert answer.text(lang).strip()
        assert answer.html(lang).startswith("<div")


class TestEveryAnswerHasGrounds:
    """Every amount and refusal names at least one ground; both languages come from one object."""

    @given(
        facts.workers(),
        facts.months(),
        st.none() | st.sampled_from(Payer),
        st.none() | facts.participations(),
    )
    def test_premium(
        self, worker: Worker, month: Month, payer: Payer | None, member: Participation | None
    ) -> None:
        sound(premium(worker, month, payer=payer, participation=member))

    @given(facts.workers(), DAYS, st.booleans())
    def test_eligibility(self, worker: Worker, day: date, local: bool) -> None:
        sound(may_enrol(worker, max(day, date(2015, 7, 1)), scheme=KUTIM if local else None))

    @given(facts.participations(), DAYS)
    def test_coverage(self, member: Participation, day: date) -> None:
        sound(cover_on(member, day))

    @given(facts.workers(), facts.participations(), DAYS)
    def test_keeping(self, worker: Worker, member: Participation, day: date) -> None:
        sound(keeping_cover(worker, member, day))

    @given(deaths())
    def test_benefits(
        self,
        death: Death,
    ) -> None:
        sound(death_benefit(*death[0], **death[1]))

    @given(
        accidents(),
        st.sampled_from(
            [LAW, LAW.with_decisions(D58="end_of_cover", D38="add_without_cap"), LAW.strictly()]
        ),
    )
    def test_jkk_benefit(self, facts: Accident, law: Law) -> None:
        sound(jkk_benefit(*facts, law=law))


class TestStrictness:
    """Open decisions then give 'cannot decide'."""

    @given(facts.workers(), facts.months(), st.none() | st.sampled_from(Payer))
    def test_premium(self, worker: Worker, month: Month, payer: Payer | None) -> None:
        usual = premium(worker, month, payer=payer)
        strict = premium(worker, month, payer=payer, law=LAW.strictly())
        is_open = any(isinstance(ground, Decision) and ground.open for ground in usual.grounds)
        assert strict.decided == (usual.decided and not is_open)
        assert strict.decided or not strict.lines


class TestOracle:
    """An independent plain implementation is the oracle of the scalar path."""

    @given(
        facts.incomes(),
        facts.months(),
        st.sampled_from(Sector),
        st.sampled_from(BpuKind),
        st.sampled_from(Payer),
    )
    def test_contribution(
        self, income: int, month: Month, sector: Sector, kind: BpuKind, payer: Payer
    ) -> None:
        worker = Worker(kind=kind, income=income, sector=sector)
        member = Participation(
            number_issued=date(2015, 7, 1), payments=payments("2015-07", "2020-07")
        )
        answer = premium(worker, month, payer=payer, participation=member)
        day = month.first_day
        jkk, jkm, jht = oracle.contribution(
            income, day.year, day.month, str(sector), str(kind), str(payer)
        )
        assert (answer.line("premium.jkk"), answer.line("premium.jkm")) == (jkk, jkm)
        assert answer.line("premium.jht") == (jht or 0)


class TestUnknownIsNotZero:
    """A missing fact whose values would change the answer gives 'cannot decide', never a guess."""

    @given(
        facts.workers(),
        facts.months(),
        st.sampled_from(Payer),
        st.sampled_from(["kind", "sector", "income"]),
    )
    def test_forgetting_a_fact_never_changes_the_number(
        self, worker: Worker, month: Month, payer: Payer, forgotten: str
    ) -> None:
        known = premium(worker, month, payer=payer)
        unknown: dict[str, Any] = {forgotten: None}
        less = premium(evolve(worker, **unknown), month, payer=payer)
        assert not less.decided or (known.decided and less.total == known.total)

    @given(facts.workers(), facts.months(), st.none() | st.sampled_from(Payer))
    def test_possibilities_are_what_the_facts_would_give(
        self, worker: Worker, month: Month, payer: Payer | None
    ) -> None:
        unsure = premium(worker, month, payer=payer)
        for possible in unsure.possibilities:
            stated: dict[str, Any] = {
                key.removeprefix("worker."): value for key, value in possible.facts.items()
            }
            if "participation.payments" in stated:
                continue
            paid_by = stated.pop("payer", payer)
            known = premium(evolve(worker, **stated), month, payer=paid_by)
            assert not known.decided or known.total == possible.total

    @given(deaths())
    def test_forgetting_the_cause(
        self,
        death: Death,
    ) -> None:
        known = death_benefit(*death[0], **death[1])
        forgotten: dict[str, Any] = {**death[1], "cause": None}
        unsure = death_benefit(*death[0], **forgotten)
        assert not unsure.decided or not known.decided or unsure.total == known.total

    @given(
        accidents(), st.sampled_from([*FACTS, "unable", "losses", "total_permanent", "home_care"])
    )
    def test_forgetting_a_fact_of_an_accident(self, facts: Accident, forgotten: str) -> None:
        worker, member, accident, family = facts
        known = jkk_benefit(worker, member, accident, family)
        unknown: dict[str, Any] = {forgotten: None}
        less = jkk_benefit(worker, member, evolve(accident, **unknown), family)
        assert not less.decided or (known.decided and less.total == known.total)

    @given(facts.participations(), DAYS)
    def test_forgetting_the_payments(self, member: Participation, day: date) -> None:
        assume(member.payments is not None)
        known, unsure = cover_on(member, day), cover_on(evolve(member, payments=None), day)
        assert not unsure.decided or unsure.state == known.state


class TestMonotone:
    """Monotone where the law is monotone."""

    @given(facts.incomes(), facts.incomes(), facts.months(), st.sampled_from(Payer))
    def test_a_higher_income_never_pays_less(
        self, one: int, other: int, month: Month, payer: Payer
    ) -> None:
        low, high = (
            premium(Worker(kind="b", sector="other", income=income), month, payer=payer)
            for income in sorted((one, other))
        )
        assert not low.decided or low.total <= high.total

    @given(facts.incomes(), facts.incomes(), facts.days())
    def test_a_higher_base_never_receives_less(self, one: int, other: int, day: date) -> None:
        member = Participation(number_issued=day, payments=(Payment(month=day, on=day),))
        low, high = (
            death_benefit(
                Worker(income=income), member, died_on=day, accident_on=day, cause="work_accident"
            ).total
            for income in sorted((one, other))
        )
        assert low <= high

    @given(facts.participations(), DAYS, st.integers(0, 20))
    def test_one_more_month_paid_in_time_never_takes_a_right_away(
        self, member: Participation, day: date, later: int
    ) -> None:
        assume(member.payments is not None)
        month = present(member.owed_from) + later
        assume(month not in member.paid)
        more = Payment(month=month, on=max(month.first_day, present(member.number_issued)))
        before, after = (
            cover_on(member, day),
            cover_on(evolve(member, payments=(*present(member.payments), more)), day),
        )
        rank = {"now": 3, "less_arrears": 2, "after_settlement": 1, "none": 0}
        for right in ("jkk_care", "jkk_cash", "jkm_funeral", "jkm_rest"):
            assert rank[str(after.finding(right))] >= rank[str(before.finding(right))]

    @given(facts.participations(), DAYS, DAYS)
    def test_the_contribution_period_only_grows(
        self, member: Participation, one: date, other: date
    ) -> None:
        early, late = (contribution_period(member, day) for day in sorted((one, other)))
        assert early.cumulative <= late.cumulative
        assert early.unbroken <= early.cumulative

    @given(facts.participations(), st.integers(0, 500))
    def test_cover_lapses_on_the_day_that_was_told_and_on_none_before(
        self, member: Participation, later: int
    ) -> None:
        answer = keeping_cover(Worker(), member, present(member.number_issued) + timedelta(later))
        assume(answer.outcome is Outcome.YES)
        lapses = of_type(date, answer.finding("lapses_on"))
        states = [
            cover_on(member, moment).finding("state") for moment in (lapses - timedelta(1), lapses)
        ]
        assert states[0] != "lapsed"
        assert (
            states[1] == "lapsed" or lapses in member.paid.values()
        )  # a payment of that day begins anew


class TestBenefits:
    """One death gives JKK or JKM; the scholarship stands in three meanings, each labelled."""

    @given(deaths())
    def test_never_both_programmes(
        self,
        death: Death,
    ) -> None:
        programmes = {
            line.code.partition(".")[0] for line in death_benefit(*death[0], **death[1]).lines
        }
        assert len(programmes) <= 1

    @given(deaths())
    def test_scholarship_figures_are_ordered(
        self,
        death: Death,
    ) -> None:
        found = {
            finding.code: finding.value
            for finding in death_benefit(*death[0], **death[1]).findings
            if finding.value is not None
        }
        first, remaining, most = (
            number(found[f"scholarship_{name}"]) if f"scholarship_{name}" in found else None
            for name in ("first_instalment", "remaining_maximum", "statutory_maximum")
        )
        assert first is None or remaining is None or first <= remaining
        assert remaining is None or most is None or remaining <= most

    @given(deaths())
    def test_who_is_left_never_changes_the_amounts(
        self,
        death: Death,
    ) -> None:
        (worker, member, _family), stated = death
        known, unknown = (
            death_benefit(*death[0], **stated),
            death_benefit(worker, member, None, **stated),
        )
        assert known.decided == unknown.decided
        assert not known.decided or known.total == unknown.total


class TestChangeOfLaw:
    """Changing a provision leaves every answer outside its dates unchanged."""

    BY_DAY = ("jkm.lump_sum", "jkm.periodic_total", "jkm.funeral", "jkk.death_share",
              "jkk.base_months", "jkk.periodic_total", "jkk.funeral",
              "jkm.scholarship_min_contribution_months")  # fmt: skip
    BY_MONTH = ("jkm.contribution_bpu_month", "jht.rate_bpu_of_base")

    @given(deaths(), st.sampled_from(BY_DAY), DAYS, st.integers(1, 800))
    def test_benefits(
        self,
        death: Death,
        rule: str,
        since: date,
        length: int,
    ) -> None:
        period = LAW.find(rule, since)
        assume(period is not None)
        period = present(period)
        until = min(since + timedelta(length), period.until or date.max)
        amended = LAW.amended(evolve(period, since=since, until=until, value=period.number + 7))
        days = [death[1]["died_on"], death[1]["accident_on"] or death[1]["died_on"]]
        assume(all(not since <= day < until for day in days))
        assert shown(death_benefit(*death[0], **death[1])) == shown(
            death_benefit(*death[0], **death[1], law=amended)
        )

    @given(
        facts.workers(),
        facts.months(),
        st.sampled_from(BY_MONTH),
        facts.months(),
        st.integers(1, 30),
    )
    def test_premiums(
        self, worker: Worker, month: Month, rule: str, first: Month, length: int
    ) -> None:
        since = first.first_day
        until = add_months(since, length)
        assume(not since <= month.first_day < until)
        period = LAW.get(rule, since)
        amended = LAW.amended(evolve(period, since=since, until=until, value=period.number + 7))
        assert shown(premium(worker, month, payer="self")) == shown(
            premium(worker, month, payer="self", law=amended)
        )

    @given(facts.participations(), DAYS, DAYS, st.sampled_from(["arrears.limit_months", "due.day"]))
    def test_cover_before_the_change(
        self, member: Participation, day: date, since: date, rule: str
    ) -> None:
        assume(day < since)
        period = LAW.get(rule, since)
        amended = LAW.amended(evolve(period, since=since, until=None, value=period.number + 1))
        assert shown(cover_on(member, day)) == shown(cover_on(member, day, law=amended))

    def test_the_original_is_untouched(self) -> None:
        before = LAW.fingerprint
        LAW.amended(evolve(LAW.get("jkm.funeral", date(2026, 1, 1)), value=1))
        LAW.with_decisions(D33="unbroken")
        assert LAW.fingerprint == before


class TestRuns:
    """Totals: a run of months is the sum of its months; JHT is never touched by a credit."""

    @given(facts.workers(), facts.months(), st.integers(0, 14), st.sampled_from(Payer))
    def test_a_run_is_the_sum_of_its_months(
        self, worker: Worker, first: Month, length: int, payer: Payer
    ) -> None:
        run = premium_run(worker, first, first + length, payer=payer)
        months = [premium(worker, first + later, payer=payer) for later in range(length + 1)]
        assert run.decided == all(month.decided for month in months)
        assert not run.decided or run.total == sum((month.total for month in months), Fraction(0))

    @given(facts.incomes(), st.integers(1, 24), st.sampled_from(Sector))
    def test_a_credit_is_used_once(self, income: int, count: int, sector: Sector) -> None:
        worker = Worker(kind="b", income=income, sector=sector)
        full = int(premium(worker, "2025-12", payer="self").total)
        paid = payments("2025-12", evolve_month(count), on=date(2025, 12, 10), amount=full)
        member = Participation(number_issued=date(2025, 12, 10), payments=paid)
        run = premium_run(worker, "2025-12", "2030-12", payer="self", participation=member)
        if any(finding.code == "excess_prepaid" for finding in run.findings):
            assert all(line.amount < 0 for line in run.lines if line.code == "premium.credit")
            used = -run.line("premium.credit")
            assert used + number(run.finding("credit_left")) == run.finding("excess_prepaid")


def evolve_month(count: int) -> str:
    """The month so many months after December 2025."""
    day = add_months(date(2025, 12, 1), count)
    return f"{day.year}-{day.month:02d}"
