"""What an employer owes for a wage earner (PU) in a contribution month, and on what it rests."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from attrs import evolve, frozen

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.answers.unknown import try_all
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.membership.due import due_date, wage_due_grounds
from jamsos.premiums import rules
from jamsos.premiums.asked import priced_month
from jamsos.premiums.codes import Relief
from jamsos.premiums.reliefs import Decided
from jamsos.premiums.wage_base import WageBase, wage_base
from jamsos.premiums.wage_jkp import passed_to_jkp, state_share_waits
from jamsos.premiums.wage_late import fine_notes, fine_on, late_months
from jamsos.premiums.wage_reliefs import (
    OF_2025,
    conditions_of_reliefs,
    named_by,
    wage_relief,
    wage_relief_grounds,
    wage_relief_notes,
)
from jamsos.values.days import WorkingDay, checked_asked_day, monday_to_friday
from jamsos.values.money import MILLION, Rupiah, exact, quotient
from jamsos.values.months import Month
from jamsos.workers.codes import Segment
from jamsos.workers.employment import Employment, RiskGroup, checked_employment

EMPLOYER = "employer"


def wage_premium(
    employment: Employment,
    month: object,
    *,
    paid_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """The contribution (*iuran*) an employer owes for one wage earner and one contribution month.

    Legal source: PP 44/2015 Pasal 16 to 19, 21 and 22; reliefs PP 49/2020, PP 7/2025 and PP 36/2025.

    Args:
        employment: The wage, the risk group, and what the reliefs ask for.
        month: The contribution month, ``"2026-11"`` or a Month.
        paid_on: The day of payment, where it is known: a late one brings the fine.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in exact rupiah for JKK, JKM and the fine; or 'cannot decide' with what each possibility would cost.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for facts that cannot be.

    >>> clerk = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000, risk_group="I")
    >>> wage_premium(clerk, "2026-09").total
    24300

    """
    checked_employment(employment)
    if paid_on is not None:
        checked_asked_day(paid_on, "paid_on")
    law = applied(law)
    the_month = priced_month(month, law)
    day = the_month.first_day
    asked = Asked(
        employment=employment,
        month=the_month,
        key=Month.of(paid_on) if paid_on is not None and law.chose("D21", "day_of_payment") else the_month,
        paid_on=paid_on,
        due=due_date(the_month, law, calendar, Segment.PU),
        base=wage_base(employment, law, day),
        law=law,
    )
    payer = Note(text=Text("note.employer_pays"), grounds=law.cite(law.get("wage.payer", day)))
    frame = Answer(
        question="wage_premium",
        title=Text("wage_premium.title", {"month": the_month}),
        outcome=Outcome.YES,
        law=law,
        facts={"employment": employment, "month": the_month, "paid_on": paid_on},
        notes=(*beyond_knowledge(law, day), payer, *asked.base.notes),
    )
    group = () if employment.risk_group else (MissingFact("employment.risk_group"),)
    if asked.base.needs:
        return settled(_undecided(frame, (*asked.base.needs, *group), asked))
    tried, facts = try_all(asked.priced, _possible_facts(asked), lambda priced: priced.amounts)
    if facts:
        possibilities = _possibilities(asked, tried, facts)
        return settled(evolve(_undecided(frame, facts, asked), possibilities=possibilities))
    return settled(_shown(asked, frame, [priced for _, priced in tried]))


class Priced(NamedTuple):
    """The amounts of a month under one set of facts."""

    amounts: tuple[tuple[str, Rupiah], ...]
    """Line code and amount."""
    decided: Decided
    group: RiskGroup

    @property
    def contribution(self) -> Rupiah:
        """JKK and JKM without the fine."""
        return exact(sum((Fraction(amount) for code, amount in self.amounts if code != "premium.fine"), Fraction(0)))


@frozen(kw_only=True, eq=False, repr=False)
class Asked:
    """The question, ready for the rules."""

    employment: Employment
    month: Month
    key: Month
    """The month the reliefs look at (decision D21)."""
    paid_on: date | None
    due: date
    base: WageBase
    law: Law

    @property
    def late(self) -> int:
        """The months of lateness."""
        return late_months(self.due, self.paid_on, self.law)

    def rate(self, code: str, group: RiskGroup) -> Any:
        """The provision of the rate of a line."""
        name = f"jkk.rate_pu.{group}" if code == "premium.jkk" else "jkm.rate_pu"
        return self.law.get(name, self.month.first_day)

    def relief(self, code: str, decided: Decided) -> Relief:
        """The relief of one line: that of PP 7/2025 leaves JKM as it is."""
        return Relief.NONE_KNOWN if code == "premium.jkm" and named_by(decided, OF_2025) else decided.relief

    def priced(self, **facts: Any) -> Priced:
        """Apply the rules to one complete set of facts; those given fill in what was not stated."""
        stated = {name.removeprefix("employment__"): value for name, value in facts.items()}
        employment: Employment = evolve(self.employment, **stated)
        group = cast("RiskGroup", employment.risk_group)  # stated, or one of all groups
        decided = wage_relief(employment, self.key, self.paid_on, self.law)
        amounts = [(code, self._contribution(code, group, decided)) for code in ("premium.jkk", "premium.jkm")]
        before = Priced(tuple(amounts), decided, group)
        if not self.late:
            return before
        fine = fine_on(before.contribution, self.late, self.month, self.law)
        return before._replace(amounts=(*before.amounts, ("premium.fine", fine)))

    def _contribution(self, code: str, group: RiskGroup, decided: Decided) -> Rupiah:
        rate, relief = self.rate(code, group).number, self.relief(code, decided)
        part = rules.share_of_wage(self.base.amount, rate, decided.factor, MILLION, relief)
        return quotient(part, self.base.months * MILLION * MILLION)


def _possible_facts(asked: Asked) -> dict[str, Sequence[object]]:
    """The values each fact that was not stated may have; a risk group is never taken for granted."""
    groups = {} if asked.employment.risk_group else {"employment.risk_group": tuple(RiskGroup)}
    return {**groups, **conditions_of_reliefs(asked.employment, asked.key, asked.law)}


def _undecided(frame: Answer, needs: tuple[MissingFact | Reading, ...], asked: Asked) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=(*needs, *asked.base.grounds))
    return evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*frame.notes, note))


def _possibilities(
    asked: Asked, tried: Sequence[tuple[dict[str, object], Priced]], needs: tuple[MissingFact, ...]
) -> tuple[Possibility, ...]:
    """The total for each combination of the facts that matter."""
    found: dict[tuple[tuple[str, str], ...], Possibility] = {}
    for facts, priced in tried:
        stated = tuple((need.id, str(facts[need.id])) for need in needs)
        total = exact(sum((Fraction(amount) for _, amount in priced.amounts), Fraction(0)))
        grounds = tuple(ground for code, _ in priced.amounts for ground in _grounds(code, asked, [priced]))
        found.setdefault(stated, Possibility(facts=dict(stated), total=total, grounds=grounds))
    return tuple(found.values())


def _shown(asked: Asked, frame: Answer, results: Sequence[Priced]) -> Answer:
    """Build the answer; where several sets of facts agree, it rests on the grounds of all of them."""
    law, month, first = asked.law, asked.month, results[0]
    ways = list({(result.decided, result.group): result for result in results}.values())
    lines = tuple(
        Line(
            code=code,
            amount=amount,
            grounds=_grounds(code, asked, ways),
            formula=_formula(code, asked, first),
            month=month,
            due=None if code == "premium.fine" else asked.due,
            party=EMPLOYER,
        )
        for code, amount in first.amounts
    )
    due = wage_due_grounds(month, law)
    wage = (*asked.base.grounds, *law.cite("no_wage_limit"))
    findings = [
        Finding(code="wage_base", value=asked.base.wage, unit="rupiah", grounds=wage, note=asked.base.formula),
        Finding(code="due_date", value=asked.due, grounds=due),
    ]
    if asked.paid_on is not None:
        fine = law.get("fine.pu_rate_per_month", month.first_day)
        findings.append(Finding(code="late_months", value=asked.late, grounds=law.cite(fine)))
    if asked.employment.jkp:
        findings += passed_to_jkp(asked.base.wage, first.decided, month, law)
    notes = [note for decided in {way.decided: way for way in ways} for note in _relief_notes(decided, asked)]
    notes += state_share_waits(month, law) if asked.employment.jkp and asked.late else ()
    if any(Fraction(amount).denominator != 1 for _, amount in first.amounts):
        notes.append(Note(text=Text("note.bill"), grounds=law.cite("D31")))
    return evolve(frame, lines=lines, findings=tuple(findings), notes=(*frame.notes, *notes))


def _relief_notes(decided: Decided, asked: Asked) -> tuple[Note, ...]:
    late = fine_notes(decided, asked.month, asked.law) if asked.late else ()
    return (*wage_relief_notes(decided, asked.key, asked.law), *late)


def _grounds(code: str, asked: Asked, ways: Sequence[Priced]) -> tuple[Ground, ...]:
    """What a line rests on: its rate, the wage, the group, the reliefs."""
    law, day = asked.law, asked.month.first_day
    if code == "premium.fine":
        return law.cite(law.get("fine.pu_rate_per_month", day))
    found: list[Ground] = [ground for way in ways for ground in law.cite(asked.rate(code, way.group))]
    found += [*asked.base.grounds]
    found += [law.get("risk_group.by_bpjs", day)] if code == "premium.jkk" else []
    for way in ways:
        untouched = code == "premium.jkm" and named_by(way.decided, OF_2025)
        found += () if untouched else wage_relief_grounds(way.decided, asked.key, law)
    return tuple(dict.fromkeys(found))


def _formula(code: str, asked: Asked, priced: Priced) -> Text:
    """The arithmetic of a line in words."""
    if code == "premium.fine":
        rate = asked.law.get("fine.pu_rate_per_month", asked.month.first_day).number
        return Text("formula.fine", {"rate": rate, "months": asked.late, "due": priced.contribution})
    factor = rules.share_of_wage(1, 1, priced.decided.factor, MILLION, asked.relief(code, priced.decided))
    rate = asked.rate(code, priced.group).number
    return Text("formula.share_of_wage", {"wage": asked.base.wage, "rate": rate, "factor": factor})
