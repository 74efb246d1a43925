"""Contributions of employers and projects paid too high or too low (*kelebihan*, *kekurangan*)."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Finding, Findings, Line, Outcome, remark, warning
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.days import judged_day, judged_month
from jamsos.law.law import Law, applied
from jamsos.membership.due import due_date
from jamsos.premiums.construction.premium import construction_premium
from jamsos.premiums.results import ConstructionCorrection, WageCorrection
from jamsos.premiums.wage.premium import EMPLOYER, wage_premium
from jamsos.premiums.wage.results import WagePremium
from jamsos.values.days import WorkingDay, add_working_days, monday_to_friday, plausible_day
from jamsos.values.money import Rupiah, checked_exact, exact
from jamsos.values.months import Month
from jamsos.values.plain import checked_tuple
from jamsos.workers.codes import Segment
from jamsos.workers.employment import Employment

_CONTRIBUTION = frozenset({"premium.jkk", "premium.jkm"})


def wage_correction(
    employments: Sequence[Employment],
    month: object,
    *,
    paid: Rupiah,
    received_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> WageCorrection:
    """What an employer paid too much or too little for a month.

    It is settled with the next month's contribution: the line is a credit (below 0) or a shortfall
    of that month. A fine for late payment stands apart: ``paid`` is what was paid for JKK and JKM.
    What a month does not use up of a credit goes into the ``paid`` of the next one.

    Legal source: PP 44/2015 Pasal 23; PP 7/2025.

    Args:
        employments: The wage list of the month: every worker of the employer.
        month: The contribution month.
        paid: What was paid for JKK and JKM, credits of earlier months included, in exact rupiah.
        received_on: The day BPJS received the contribution; the notice is counted from it.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for invalid facts, or an empty wage list.

    >>> clerk = Employment(
    ...     pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000, risk_group="I"
    ... )
    >>> wage_correction((clerk, clerk), "2026-08", paid=50_000).total
    -1400

    """
    law = applied(law)
    the_month = judged_month(month, law)
    amount = checked_exact(paid, "paid")
    if received_on is not None:
        received_on = plausible_day(received_on, "received_on")
    wage_list = _checked_wage_list(employments)
    premiums = [
        # The day of receipt counts: late months keep the rate of PP 7/2025 up to a day only.
        wage_premium(one, the_month, paid_on=received_on, calendar=calendar, law=law)
        for one in wage_list
    ]
    title = Text("wage_correction.title", {"month": the_month})
    frame = WageCorrection(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts={
            "employments": wage_list,
            "month": the_month,
            "paid": amount,
            "received_on": received_on,
        },
        notes=beyond_knowledge(law, the_month.first_day),
    )
    # One worker who cannot be priced leaves the whole difference open.
    needs = dict.fromkeys(need for premium in premiums for need in premium.needs)
    if needs:
        return settled(undecided(frame, tuple(needs)))
    contributions = _contributions(premiums)
    amounts = [line.amount for line in contributions]
    due = exact(sum(amounts, Fraction(0)))
    due_finding = _contribution_due(due, contributions)
    notice = _notice(received_on, calendar, law)
    findings = (due_finding, *notice)
    frame = evolve(frame, findings=findings)
    wage_settled = _settled_next_month(frame, due, amount, the_month, calendar)
    return settled(wage_settled)


def _checked_wage_list(employments: object) -> tuple[Employment, ...]:
    wage_list = checked_tuple(Employment, employments, "employments")
    if not wage_list:
        step = "give the wage list of the month, an Employment for each worker"
        raise InputError("employments", (), "at least one Employment", step)
    return wage_list


def _contributions(premiums: Iterable[WagePremium]) -> list[Line]:
    """JKK and JKM of every worker; a fine is no part of what was over- or underpaid."""
    contributions: list[Line] = []
    for premium in premiums:
        contributions += [line for line in premium.lines if line.code in _CONTRIBUTION]
    return contributions


def _contribution_due(due: Rupiah, lines: Iterable[Line]) -> Finding:
    """What should have been paid, on the grounds of all its lines."""
    grounds = [ground for line in lines for ground in line.grounds]
    return Finding(
        code="contribution_due",
        value=due,
        unit="rupiah",
        grounds=tuple(dict.fromkeys(grounds)),
    )


def _notice(received_on: date | None, calendar: WorkingDay, law: Law) -> Findings:
    """By when BPJS tells the employer (Pasal 23 ayat (3))."""
    if received_on is None:
        return ()
    # The first month of the law may have been paid before the law began.
    judged_on = max(received_on, law.first_day)
    rule = law.get("correction.notice_working_days", judged_on)
    day = add_working_days(received_on, rule.number, calendar)
    grounds = law.cite(rule)
    finding = Finding(code="correction_notice_by", value=day, grounds=grounds)
    return (finding,)


def _settled_next_month(
    frame: WageCorrection, due: Rupiah, paid: Rupiah, month: Month, calendar: WorkingDay
) -> WageCorrection:
    """The difference as a line of the following month (Pasal 23)."""
    law = frame.law
    difference = exact(Fraction(due) - Fraction(paid))
    rule = law.get("correction.next_month", month.first_day)
    grounds: Grounds = law.cite(rule)
    if not difference:
        paid_exactly = remark("note.paid_exactly", grounds)
        notes = (*frame.notes, paid_exactly)
        return evolve(frame, notes=notes)
    formula = Text("formula.correction", {"due": due, "paid": paid})
    next_month = month + 1
    last_day = due_date(next_month, law, calendar, Segment.PU)
    line = Line(
        code="wage_shortfall",
        amount=difference,
        grounds=grounds,
        formula=formula,
        month=next_month,
        due=last_day,
        party=EMPLOYER,
    )
    if difference < 0:
        return evolve(frame, lines=(_as_credit(line, month, law),))
    # Pasal 22 fines lateness, Pasal 23 settles a shortfall; neither joins the two.
    silent = law.cite("fine_on_shortfall_not_stated")
    fine_note = warning("note.fine_on_shortfall", silent)
    notes = (*frame.notes, fine_note)
    return evolve(frame, lines=(line,), notes=notes)


def _as_credit(line: Line, month: Month, law: Law) -> Line:
    """What was overpaid for a month, as a credit on the next one."""
    relief = law.find("relief.pp7_2025.overpaid", month.first_day)
    if relief is None:
        return evolve(line, code="wage_credit")
    # For its months PP 7/2025 says itself that an excess counts towards the next.
    reliefs = law.cite(relief)
    return evolve(line, code="wage_credit", grounds=(*line.grounds, *reliefs))


def construction_correction(
    on: date,
    *,
    paid: Rupiah,
    value: Rupiah | None = None,
    contains_vat: bool | None = None,
    vat_rate: str | None = None,
    law: Law | None = None,
) -> ConstructionCorrection:
    """What of a project's contribution is returned, or still to be paid, after a contract change.

    Legal source: BPJS Ketenagakerjaan process manual (article not known); PP 44/2015 Pasal 54, 55.

    Args:
        on: The day of registration.
        paid: What was paid for JKK and JKM so far, in exact rupiah.
        value: The contract value after the change.
        contains_vat: Whether the value contains VAT (*PPN*).
        vat_rate: The rate of the VAT in the value, as ``"0.11"``.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before July 2015.
        InputError: for invalid facts.

    >>> day = date(2026, 3, 2)
    >>> construction_correction(day, paid=392_000, value=100_000_000, contains_vat=False).total
    152000

    """
    law = applied(law)
    on = judged_day(on, law, "on")
    assessed = construction_premium(
        on, value=value, contains_vat=contains_vat, vat_rate=vat_rate, law=law
    )
    amount = checked_exact(paid, "paid")
    title = Text("construction_correction.title", {"day": on})
    facts = {
        "on": on,
        "paid": amount,
        "value": assessed.facts["value"],
        "contains_vat": assessed.facts["contains_vat"],
        "vat_rate": vat_rate,
    }
    frame = ConstructionCorrection(
        title=title,
        outcome=assessed.outcome,
        law=law,
        facts=facts,
        conditions=assessed.conditions,
        notes=assessed.notes,
        needs=assessed.needs,
        possibilities=assessed.possibilities,
    )
    # Without the price of the new contract the difference is open as well.
    if not assessed.decided:
        return frame
    due = _contribution_due(assessed.total, assessed.lines)
    overpaid = exact(Fraction(amount) - Fraction(assessed.total))
    if overpaid <= 0:
        # No line: when it is due follows from the instalments of the contract.
        still_due = exact(-overpaid)
        missing = Finding(code="still_to_pay", value=still_due, unit="rupiah", grounds=due.grounds)
        still_to_pay = evolve(frame, findings=(due, missing))
        return settled(still_to_pay)
    rule = law.get("construction.overpaid_returned", on)
    grounds = law.cite(rule)
    formula = Text("formula.project_refund", {"due": assessed.total, "paid": amount})
    line = Line(
        code="project_refund",
        amount=overpaid,
        grounds=grounds,
        formula=formula,
    )
    with_refund = evolve(frame, findings=(due,), lines=(line,))
    return settled(with_refund)
