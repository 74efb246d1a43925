"""Contributions of employers and projects paid too high or too low (*kelebihan, kekurangan iuran*)."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.membership.due import due_date
from jamsos.premiums.asked import priced_month
from jamsos.premiums.construction import construction_premium
from jamsos.premiums.wage import EMPLOYER, wage_premium
from jamsos.values.days import WorkingDay, add_working_days, checked_asked_day, monday_to_friday
from jamsos.values.money import Rupiah, checked_exact, exact
from jamsos.values.months import Month
from jamsos.values.plain import as_tuple
from jamsos.workers.codes import Segment
from jamsos.workers.employment import Employment, checked_employment

_CONTRIBUTION = frozenset({"premium.jkk", "premium.jkm"})


def wage_correction(
    employments: tuple[Employment, ...],
    month: object,
    *,
    paid: Rupiah,
    received_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What an employer paid too much or too little for a month, settled with the next month's contribution.

    The line is a credit (below 0) or a shortfall of the next month. A fine for late payment stands apart:
    ``paid`` is what was paid for JKK and JKM. What a month does not use up of a credit goes into the ``paid``
    of the next one.

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
        InputError: for facts that cannot be, or an empty wage list.

    >>> clerk = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000, risk_group="I")
    >>> wage_correction((clerk, clerk), "2026-08", paid=50_000).total
    -1400

    """
    law = applied(law)
    the_month = priced_month(month, law)
    amount = checked_exact(paid, "paid")
    if received_on is not None:
        checked_asked_day(received_on, "received_on")
    listed = tuple(checked_employment(one) for one in as_tuple(employments) or ())
    if not listed:
        raise InputError("employments", "()", "a tuple of at least one Employment", "give the wage list")
    parts = [wage_premium(one, the_month, paid_on=received_on, calendar=calendar, law=law) for one in listed]
    frame = Answer(
        question="wage_correction",
        title=Text("wage_correction.title", {"month": the_month}),
        outcome=Outcome.YES,
        law=law,
        facts={"employments": listed, "month": the_month, "paid": amount, "received_on": received_on},
        notes=beyond_knowledge(law, the_month.first_day),
    )
    needs = tuple(dict.fromkeys(need for part in parts for need in part.needs))
    if needs:
        note = Note(text=Text("note.undecided"), grounds=needs)
        return settled(evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*frame.notes, note)))
    owed = [line for part in parts for line in part.lines if line.code in _CONTRIBUTION]
    due = exact(sum((Fraction(line.amount) for line in owed), Fraction(0)))
    grounds = tuple(dict.fromkeys(ground for line in owed for ground in line.grounds))
    found = [Finding(code="contribution_due", value=due, unit="rupiah", grounds=grounds)]
    found += _notice(received_on, calendar, law)
    return settled(_settled_next_month(evolve(frame, findings=tuple(found)), amount, due, the_month, calendar))


def _notice(received_on: date | None, calendar: WorkingDay, law: Law) -> list[Finding]:
    """By when BPJS tells the employer (Pasal 23 ayat (3))."""
    if received_on is None:
        return []
    rule = law.get("correction.notice_working_days", max(received_on, law.first_day))
    day = add_working_days(received_on, rule.number, calendar)
    return [Finding(code="correction_notice_by", value=day, grounds=law.cite(rule))]


def _settled_next_month(frame: Answer, paid: Rupiah, due: Rupiah, month: Month, calendar: WorkingDay) -> Answer:
    """The difference as a line of the following month (Pasal 23)."""
    law, left = frame.law, exact(Fraction(due) - Fraction(paid))
    rule = law.cite(law.get("correction.next_month", month.first_day))
    relief = law.find("relief.pp7_2025.overpaid", month.first_day)
    overpaid: tuple[Ground, ...] = () if relief is None or left >= 0 else law.cite(relief)
    if not left:
        exactly = Note(text=Text("note.paid_exactly"), grounds=rule)
        return evolve(frame, notes=(*frame.notes, exactly))
    line = Line(
        code="wage_credit" if left < 0 else "wage_shortfall",
        amount=left,
        grounds=(*rule, *overpaid),
        formula=Text("formula.correction", {"due": due, "paid": paid}),
        month=month + 1,
        due=due_date(month + 1, law, calendar, Segment.PU),
        party=EMPLOYER,
    )
    short = law.cite("fine_on_shortfall_not_stated")
    silent = (Note(text=Text("note.fine_on_shortfall"), grounds=short, warning=True),) if left > 0 else ()
    return evolve(frame, lines=(line,), notes=(*frame.notes, *silent))


def construction_correction(
    on: date,
    *,
    paid: Rupiah,
    value: Rupiah | None = None,
    contains_vat: bool | None = None,
    vat_rate: str | None = None,
    law: Law | None = None,
) -> Answer:
    """What comes back of a project's contribution after a change of the contract, or is still to be paid.

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
        InputError: for facts that cannot be.

    >>> construction_correction(date(2026, 3, 2), paid=392_000, value=100_000_000, contains_vat=False).total
    152000

    """
    law = applied(law)
    assessed = construction_premium(on, value=value, contains_vat=contains_vat, vat_rate=vat_rate, law=law)
    amount = checked_exact(paid, "paid")
    frame = evolve(
        assessed,
        question="construction_correction",
        title=Text("construction_correction.title", {"day": on}),
        facts={**assessed.facts, "paid": amount},
        lines=(),
        findings=(),
    )
    if not assessed.decided:
        return frame
    grounds = tuple(dict.fromkeys(ground for line in assessed.lines for ground in line.grounds))
    back = exact(Fraction(amount) - Fraction(assessed.total))
    found = [Finding(code="contribution_due", value=assessed.total, unit="rupiah", grounds=grounds)]
    if back <= 0:
        found.append(Finding(code="still_to_pay", value=exact(-back), unit="rupiah", grounds=grounds))
        return settled(evolve(frame, findings=tuple(found)))
    line = Line(
        code="project_refund",
        amount=back,
        grounds=law.cite(law.get("construction.overpaid_returned", on)),
        formula=Text("formula.project_refund", {"due": assessed.total, "paid": amount}),
    )
    return settled(evolve(frame, findings=tuple(found), lines=(line,)))
