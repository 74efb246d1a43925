"""What an employer owes for a wage earner (PU) in a contribution month, and on what it rests."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, Grounds, MissingFact
from jamsos.answers.parts import Finding, Line, Lines, Note, Outcome, Possibility, remark
from jamsos.answers.texts import Arg, Text
from jamsos.answers.trials import Trials, try_values
from jamsos.law.days import judged_month
from jamsos.law.law import Law, applied
from jamsos.membership.due import due_date, wage_due_grounds
from jamsos.premiums.wage.base import contribution_base
from jamsos.premiums.wage.fine import fine_grounds, fine_notes, fine_rate
from jamsos.premiums.wage.jkp import passed_to_jkp, share_not_told, state_share_waits
from jamsos.premiums.wage.jkp_members import jkp_member
from jamsos.premiums.wage.pricing import FINE, JKK, PricedWage, WageQuestion, summed
from jamsos.premiums.wage.reliefs import (
    OF_2025,
    conditions_of_reliefs,
    named_by,
    wage_relief_grounds,
    wage_relief_notes,
)
from jamsos.premiums.wage.results import WageBasis, WagePremium
from jamsos.values.days import WorkingDay, monday_to_friday, plausible_day
from jamsos.workers.codes import Segment
from jamsos.workers.employment import Employment, RiskGroup, checked_employment

EMPLOYER = "employer"
"""The party that pays."""


def wage_premium(
    employment: Employment,
    month: object,
    *,
    paid_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> WagePremium:
    """The contribution (*iuran*) an employer owes for one wage earner and one contribution month.

    Of somebody who is only deemed a worker, such as an intern, ``lowest_wage`` counts and JKM is
    due where ``in_jkm`` says so.

    Legal source: PP 44/2015 Pasal 16 to 19, 21 and 22; Permenaker 5/2021 Pasal 45 and 46; reliefs
    PP 49/2020, PP 7/2025 and PP 36/2025.

    Args:
        employment: The wage, the risk group, and what the reliefs ask for.
        month: The contribution month, ``"2026-11"`` or a Month.
        paid_on: The day of payment, where it is known: a late one brings the fine.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in exact rupiah for JKK, JKM and the fine; or 'cannot decide' with what each
        possibility would cost.

    Raises:
        OutsideLawError: for a month before July 2015; of those deemed workers before April 2021.
        InputError: for invalid facts.

    >>> clerk = Employment(
    ...     pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000, risk_group="I"
    ... )
    >>> month = wage_premium(clerk, "2026-09")
    >>> month.jkk, month.jkm, month.due_on
    (10800, 13500, datetime.date(2026, 10, 15))

    """
    law = applied(law)
    return wage_month(employment, month, paid_on=paid_on, calendar=calendar, law=law).answer


class WageMonth(NamedTuple):
    """The answer about a contribution month, with what it was made from."""

    answer: WagePremium
    basis: WageBasis | None = None
    """What the amounts were taken from; None: not to be priced."""


def wage_month(
    employment: Employment,
    month: object,
    *,
    paid_on: date | None,
    calendar: WorkingDay,
    law: Law,
) -> WageMonth:
    """The contribution of a month, with what it was taken from as values.

    Legal source: as :func:`wage_premium`.
    """
    checked_employment(employment)
    if paid_on is not None:
        paid_on = plausible_day(paid_on, "paid_on")
    the_month = judged_month(month, law)
    deemed = employment.position.deemed
    due = due_date(the_month, law, calendar, Segment.PU, deemed=deemed)
    question = WageQuestion(
        employment=employment,
        month=the_month,
        paid_on=paid_on,
        due=due,
        base=contribution_base(employment, law, the_month.first_day),
        jkp=jkp_member(employment, the_month, law),
        law=law,
    )
    frame = _frame(question)
    base = question.base
    # Before groups and reliefs: without a wage no trial of them has an amount.
    if base.needs:
        needs = list(base.needs)
        if employment.risk_group is None:
            needs.append(MissingFact("employment.risk_group"))
        needed = tuple(needs)
        return WageMonth(settled(undecided(frame, needed, base.grounds)))
    possible = _possible_facts(question)
    trials = try_values(question.priced, possible, _amounts)
    if trials.needs:
        possibilities = _possibilities(question, trials)
        waiting = undecided(frame, trials.needs, base.grounds, possibilities)
        return WageMonth(settled(waiting))
    by_relief_and_group = {(result.relief, result.group): result for result in trials.results}
    results = tuple(by_relief_and_group.values())
    basis = _basis(question, results)
    decided = _decided(question, evolve(frame, basis=basis), results)
    return WageMonth(settled(decided), basis)


def _amounts(priced: PricedWage) -> object:
    return priced.amounts


def _frame(question: WageQuestion) -> WagePremium:
    """The answer before the month is priced: who pays, and how the wage was counted."""
    law = question.law
    day = question.month.first_day
    payer = remark("note.employer_pays", law.cite(law.get("wage.payer", day)))
    if question.employment.position.deemed:
        payer = remark("note.trainee_pays", question.base.grounds)
    beyond = beyond_knowledge(law, day)
    facts = {
        "employment": question.employment,
        "month": question.month,
        "paid_on": question.paid_on,
    }
    return WagePremium(
        title=Text("wage_premium.title", {"month": question.month}),
        outcome=Outcome.YES,
        law=law,
        facts=facts,
        notes=(*beyond, payer, *question.base.notes),
    )


def _possible_facts(question: WageQuestion) -> dict[str, Sequence[object]]:
    """The values each missing fact may have; a risk group is never taken for granted."""
    possible: dict[str, Sequence[object]] = {}
    if question.employment.risk_group is None:
        possible["employment.risk_group"] = tuple(RiskGroup)
    if question.employment.position.deemed and question.employment.in_jkm is None:
        possible["employment.in_jkm"] = (True, False)
    reliefs = conditions_of_reliefs(question.employment, question.month, question.law)
    return possible | reliefs


def _possibilities(question: WageQuestion, trials: Trials[PricedWage]) -> tuple[Possibility, ...]:
    """The total for each combination of the facts that matter."""
    possibilities: dict[tuple[str, ...], Possibility] = {}
    for trial in trials.trials:
        facts = {need.id: str(trial.facts[need.id]) for need in trials.needs}
        grounds: list[Ground] = []
        for code, _ in trial.result.amounts:
            grounds += _grounds(code, question, [trial.result])
        total = summed(amount for _, amount in trial.result.amounts)
        possibility = Possibility(
            facts=facts,
            total=total,
            grounds=tuple(grounds),
        )
        # Facts that do not matter vary as well; one trial of each that do is enough.
        values = tuple(facts.values())
        possibilities.setdefault(values, possibility)
    return tuple(possibilities.values())


def _decided(
    question: WageQuestion, frame: WagePremium, results: Sequence[PricedWage]
) -> WagePremium:
    """Build the answer; where several sets of facts agree, it rests on the grounds of all."""
    first = results[0]
    notes = _notes(question, first, results)
    findings = tuple(_findings(question, first))
    return evolve(
        frame,
        lines=_lines(question, first, results),
        findings=findings,
        notes=(*frame.notes, *notes),
    )


def _basis(question: WageQuestion, results: Sequence[PricedWage]) -> WageBasis:
    """What the amounts were taken from, and what would tell which of several reliefs it is."""
    reliefs = {result.relief: None for result in results}
    unstated: tuple[MissingFact, ...] = ()
    if len(reliefs) > 1:
        possible = conditions_of_reliefs(question.employment, question.month, question.law)
        unstated = tuple(MissingFact(name) for name in possible)
    return WageBasis(
        month=question.month,
        wage=question.base.wage,
        group=question.employment.risk_group,
        reliefs=tuple(reliefs),
        unstated=unstated,
        unstated_of_jkp=question.jkp.needs,
    )


def _lines(question: WageQuestion, first: PricedWage, results: Sequence[PricedWage]) -> Lines:
    """JKK, JKM and the fine; all results agree on the amounts, so the first one gives them."""
    return tuple(
        Line(
            code=code,
            amount=amount,
            grounds=_grounds(code, question, results),
            formula=_formula(code, question, first),
            month=question.month,
            # A fine has no due day of its own: it is paid with the next contribution (Pasal 22).
            due=None if code == FINE else question.due,
            party=EMPLOYER,
        )
        for code, amount in first.amounts
    )


def _notes(question: WageQuestion, first: PricedWage, results: Sequence[PricedWage]) -> list[Note]:
    """The reliefs, the fine, the share of JKP that waits, and the rounding of the bill."""
    law, month = question.law, question.month
    notes: list[Note] = []
    for relief in {result.relief: None for result in results}:
        notes += wage_relief_notes(relief, question.month, law)
        if question.late and question.is_fined:
            notes += fine_notes(relief, month, law)
    if question.late and question.employment.position.deemed:
        late = law.get("trainee.late_is_arrears", month.first_day)
        notes.append(remark("note.paid_late_is_arrears", law.cite(late)))
    notes += question.jkp.notes
    if question.jkp.takes_part and question.late:
        notes += state_share_waits(month, law)
    # No text rounds a contribution; the official bill shows two decimals (D31).
    if any(amount.denominator != 1 for _, amount in first.amounts):
        grounds = law.cite("D31")
        note = remark("note.bill", grounds)
        notes.append(note)
    return notes


def _findings(question: WageQuestion, priced: PricedWage) -> list[Finding]:
    """The wage, the due day, the lateness, and what is passed to JKP."""
    law, month, base = question.law, question.month, question.base
    no_limit = law.cite("no_wage_limit")
    grounds = (*base.grounds, *no_limit)
    due_rules = wage_due_grounds(month, law, deemed=question.employment.position.deemed)
    findings = [
        Finding(
            code="wage_base",
            value=base.wage,
            unit="rupiah",
            grounds=grounds,
            note=base.formula,
        ),
        Finding(code="due_date", value=question.due, grounds=due_rules),
    ]
    if question.paid_on is not None:
        fine = fine_grounds(month, law)
        if question.employment.position.deemed:
            fine = due_rules
        finding = Finding(code="late_months", value=question.late, grounds=fine)
        findings.append(finding)
    if question.jkp.takes_part:
        findings += passed_to_jkp(base.wage, priced.relief, priced.group, month, law)
    findings += share_not_told(question.jkp)
    return findings


def _grounds(code: str, question: WageQuestion, results: Sequence[PricedWage]) -> Grounds:
    """What a line rests on: its rate, the wage, the group, the reliefs."""
    law = question.law
    day = question.month.first_day
    if code == FINE:
        fine = fine_grounds(question.month, law)
        if question.employment.position.deemed:
            return (*fine, *law.cite("D79"))
        return fine
    grounds: list[Ground] = []
    for result in results:
        rate = question.rate(code, result.group)
        grounds += law.cite(rate)
    grounds += question.base.grounds
    # JKM is alike in all groups, so it does not rest on who assigns them.
    if code == JKK:
        rule = law.get("risk_group.by_bpjs", day)
        grounds.append(rule)
    for result in results:
        # PP 7/2025 does not speak of JKM.
        if code == JKK or not named_by(result.relief, OF_2025):
            grounds += wage_relief_grounds(result.relief, question.month, law)
    return tuple(dict.fromkeys(grounds))


def _formula(code: str, question: WageQuestion, priced: PricedWage) -> Text:
    """The arithmetic of a line in words."""
    args: dict[str, Arg]
    if code == FINE:
        rate = fine_rate(question.month, question.law)
        args = {"rate": rate.number, "months": question.late, "due": priced.contribution}
        return Text("formula.fine", args)
    rate = question.rate(code, priced.group)
    args = {
        "wage": question.base.wage,
        "rate": rate.number,
        "factor": question.paid_share(code, priced.relief),
    }
    return Text("formula.share_of_wage", args)
