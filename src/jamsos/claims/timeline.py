"""The timeline of one case of a BPU: what is due by when, from whom, and what lateness costs."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.texts import Text
from jamsos.benefits.claim_end import claim_end
from jamsos.coverage.cover import priced_day
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.values.days import (
    ONE_DAY,
    WorkingDay,
    add_working_days,
    add_years,
    checked_asked_day,
    monday_to_friday,
    working_days_after,
)
from jamsos.values.money import checked_rupiah, share_of
from jamsos.workers.codes import Cause

_ORDER = ("event_on", "letter_on", "received_on", "complete_on", "paid_on")


def claim_timeline(
    cause: Cause | str,
    event_on: date,
    *,
    letter_on: date | None = None,
    received_on: date | None = None,
    complete_on: date | None = None,
    paid_on: date | None = None,
    amount: int | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """By when a case must be reported, answered and paid, when the claim lapses, and what lateness costs.

    Findings (a date each): ``report_stage1_by`` and ``report_stage2_by`` (participant or family),
    ``incomplete_notice_by`` and ``pay_by`` (BPJS Ketenagakerjaan), ``claim_until`` (the last day of the
    claim), ``days_late``. The line is the compensation for late payment.

    Legal source: PP 44/2015 Pasal 26, 37, 40, 44; PP 82/2019 Pasal 26.

    Args:
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as found by others (D59).
        event_on: The day of the accident, of the diagnosis, or of the death.
        letter_on: The day of the doctor's letter about the outcome (JKK).
        received_on: The day BPJS received the stage II report (JKK).
        complete_on: The day the conditions were met (JKK) or the complete application received (JKM).
        paid_on: The day of payment.
        amount: The cash benefit that was due, in whole rupiah; needed where payment was late.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for days in an impossible order.

    >>> answer = claim_timeline("other", date(2026, 6, 10), complete_on=date(2026, 6, 15))
    >>> answer.finding("pay_by")
    datetime.date(2026, 6, 18)

    """
    law, cause = applied(law), Cause(cause)
    days = {"event_on": priced_day(event_on, law, "event_on"), "letter_on": letter_on,
            "received_on": received_on, "complete_on": complete_on, "paid_on": paid_on}  # fmt: skip
    _check_order(days)
    findings = [*_reports(cause, days, calendar, law), *_lapse(cause, event_on, law)]
    lines: tuple[Line, ...] = ()
    if complete_on is not None:
        payment, lines = _payment(cause, complete_on, paid_on, amount, calendar, law)
        findings += payment
    late = Note(text=Text("note.late_report"), grounds=law.cite("no_loss_for_late_report"))
    return settled(
        Answer(
            question="timeline",
            title=Text("timeline.title", {"day": event_on, "cause": Text(f"cause.{cause}")}),
            outcome=Outcome.YES,
            law=law,
            facts={"cause": cause, **days},
            lines=lines,
            findings=tuple(findings),
            notes=(*beyond_knowledge(law, event_on), *(() if cause is Cause.OTHER else (late,))),
        )
    )


def _check_order(days: dict[str, date | None]) -> None:
    """Refuse days that are no dates, or that stand in an impossible order."""
    stated = [(name, checked_asked_day(days[name], name)) for name in _ORDER if days[name] is not None]
    for (before, earlier), (name, later) in pairwise(stated):
        if later < earlier:
            raise InputError(name, later.isoformat(), f"not before {before} ({earlier})", "check both days")


def _reports(cause: Cause, days: dict[str, date | None], calendar: WorkingDay, law: Law) -> list[Finding]:
    """The two reports of a JKK case and the notice of incomplete papers (Pasal 44); JKM knows none."""
    event = days["event_on"]
    if cause is Cause.OTHER or event is None:
        return []
    rule = law.get("report.days", event)
    found = [_by("report_stage1_by", event + rule.number * ONE_DAY, rule, law)]
    if days["letter_on"] is not None:
        found.append(_by("report_stage2_by", days["letter_on"] + rule.number * ONE_DAY, rule, law))
    if days["received_on"] is not None:
        notice = law.get("report.incomplete_notice_working_days", event)
        last = add_working_days(days["received_on"], notice.number, calendar)
        found.append(_by("incomplete_notice_by", last, notice, law))
    return found


def _by(code: str, day: date, rule: Provision, law: Law) -> Finding:
    return Finding(code=code, value=day, grounds=law.cite(rule))


def _lapse(cause: Cause, event: date, law: Law) -> list[Finding]:
    """The last day of the claim (Pasal 26; decisions D04, D57, D60)."""
    if cause is Cause.OTHER and not law.chose("D60", "five_years"):
        return [Finding(code="claim_until", value=None, grounds=law.cite("no_lapse_of_jkm"))]
    old, new = law.timelines["jkk.claim_years"][0], law.timelines["jkk.claim_years"][-1]
    if cause is Cause.OCCUPATIONAL_DISEASE and event < new.since:
        grounds = law.cite("no_lapse_for_disease_before_2019", new, "D04")
        return [Finding(code="claim_until", value=claim_end(event, new, law), grounds=grounds)]
    lapsed_before = event < new.since and add_years(event, old.number) < new.since
    rule = old if lapsed_before and not law.chose("D04", "revive") else new
    across = ("D04",) if event < new.since else ()
    jkm = ("D60",) if cause is Cause.OTHER else ()
    return [Finding(code="claim_until", value=claim_end(event, rule, law), grounds=law.cite(rule, *across, *jkm))]


def _payment(
    cause: Cause, complete_on: date, paid_on: date | None, amount: int | None, calendar: WorkingDay, law: Law
) -> tuple[list[Finding], tuple[Line, ...]]:
    """The deadline of payment, the days late, and the compensation for them (decision D56)."""
    rule = law.get("pay.jkm_working_days" if cause is Cause.OTHER else "pay.jkk_working_days", complete_on)
    deadline = add_working_days(complete_on, rule.number, calendar)
    found = [_by("pay_by", deadline, rule, law)]
    if paid_on is None or paid_on <= deadline:
        return found, ()
    rate = law.get("pay.delay_rate_per_day", paid_on)
    working = law.chose("D56", "working_days")
    late = working_days_after(deadline, paid_on, calendar) if working else (paid_on - deadline).days
    found.append(Finding(code="days_late", value=late, grounds=law.cite(rate)))
    if amount is None:
        return found, ()
    due = checked_rupiah(amount, "amount")
    text = Text("formula.late", {"rate": rate.number, "days": late, "amount": due})
    owed = share_of(rate.number, Fraction(due * late))
    return found, (Line(code="late_payment", amount=owed, grounds=law.cite(rate), formula=text),)
