"""What follows for an employer, or a person, who does not register or pay (*sanksi*)."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.premiums import rules
from jamsos.premiums.wage import EMPLOYER
from jamsos.values.days import ONE_DAY
from jamsos.values.money import MILLION, Rupiah, checked_exact, quotient
from jamsos.values.months import month_index
from jamsos.workers.codes import Code


class Breach(Code):
    """What an employer failed to do."""

    NOT_REGISTERED = "not_registered"
    """*tidak mendaftarkan* itself or its workers."""
    NOT_PAID = "not_paid"
    """*tidak memungut dan menyetor* the contributions."""


class Service(Code):
    """The public services (*pelayanan publik tertentu*) an employer in breach loses."""

    BUSINESS = "business_permit"
    TENDER = "tender_permit"
    FOREIGN_WORKERS = "foreign_worker_permit"
    LABOUR_SUPPLY = "labour_supply_permit"
    BUILDING = "building_permit"


def employer_sanctions(
    breach: Breach | str,
    on: date,
    *,
    first_warning_on: date | None = None,
    second_warning_on: date | None = None,
    contribution_due: Rupiah | None = None,
    law: Law | None = None,
) -> Answer:
    """The sanctions of an employer who did not register or pay, as they stand on a day.

    Findings: ``sanction_stage`` (``no_warning``, ``first_warning``, ``second_warning``, ``fine``), the last day of
    each warning, the first day of the fine, the services refused, the penal limits. The line is the administrative
    fine for full months; where a month has only begun, ``fine_if_started_month_counts`` says what it would come to.

    Legal source: PP 44/2015 Pasal 59 to 62; PP 86/2013; UU 24/2011 Pasal 55.

    Args:
        breach: ``not_registered`` or ``not_paid``.
        on: The day asked about, or the day the breach ended.
        first_warning_on: The day of the first written warning (*teguran tertulis*); None: none was given.
        second_warning_on: The day of the second one; None: none was given.
        contribution_due: The contribution that should have been paid, in exact rupiah.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for days in an impossible order.

    >>> answer = employer_sanctions(
    ...     "not_paid", date(2026, 6, 25), first_warning_on=date(2026, 3, 2), second_warning_on=date(2026, 3, 15),
    ...     contribution_due=5_000_000)
    >>> answer.finding("fine_from"), answer.total
    (datetime.date(2026, 3, 26), 15000)

    """
    law, breach = applied(law), Breach(breach)
    day_of_law(on, law, "on")
    _check_order({"first_warning_on": first_warning_on, "second_warning_on": second_warning_on, "on": on}, law)
    due = None if contribution_due is None else checked_exact(contribution_due, "contribution_due")
    frame = Answer(
        question="employer_sanctions",
        title=Text("employer_sanctions.title", {"day": on}),
        outcome=Outcome.YES,
        law=law,
        facts={"breach": breach, "on": on, "first": first_warning_on, "second": second_warning_on, "due": due},
        findings=(*_ladder(on, first_warning_on, second_warning_on, law), *_beside(breach, on, law)),
        notes=(*beyond_knowledge(law, on), *_notes(breach, on, law)),
    )
    ended = None if second_warning_on is None else second_warning_on + _warning_time(second_warning_on, law)
    if ended is None or on <= ended:
        return settled(frame)
    if due is None:
        need = MissingFact("sanction.contribution_due")
        rate = law.cite(law.get("fine.administrative_rate_per_month", on))
        note = Note(text=Text("note.undecided"), grounds=(need, *rate))
        return settled(evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=(need,), notes=(*frame.notes, note)))
    return settled(_fined(frame, ended, on, due))


def _check_order(days: Mapping[str, date | None], law: Law) -> None:
    """Refuse a second warning without a first, and days out of order."""
    if days["second_warning_on"] is not None and days["first_warning_on"] is None:
        allowed = "the day of the first warning too"
        raise InputError("first_warning_on", None, allowed, "the second warning follows the first")
    stated = [(name, day_of_law(day, law, name)) for name, day in days.items() if day is not None]
    for (before, earlier), (name, later) in pairwise(stated):
        if later < earlier:
            raise InputError(name, later.isoformat(), f"not before {before} ({earlier})", "check both days")


def _warning_time(day: date, law: Law) -> timedelta:
    return law.get("sanction.warning_days", day).number * ONE_DAY


def _ladder(on: date, first: date | None, second: date | None, law: Law) -> list[Finding]:
    """How far the written warnings have come (PP 86/2013)."""
    days = law.get("sanction.warning_days", on)
    grounds = law.cite(days, law.get("sanction.administrative", on))
    stage = "no_warning" if first is None else "first_warning" if second is None else "second_warning"
    found: list[Finding] = []
    if first is not None:
        found.append(Finding(code="first_warning_until", value=first + _warning_time(first, law), grounds=grounds))
    if second is not None:
        until = second + _warning_time(second, law)
        rate = law.get("fine.administrative_rate_per_month", on)
        found.append(Finding(code="second_warning_until", value=until, grounds=grounds))
        found.append(Finding(code="fine_from", value=until + ONE_DAY, grounds=(*grounds, *law.cite(rate))))
        stage = "fine" if on > until else stage
    return [Finding(code="sanction_stage", value=stage, unit="code", grounds=grounds), *found]


def _beside(breach: Breach, on: date, law: Law) -> list[Finding]:
    """The services refused, and for contributions not paid the penal limits (UU 24/2011 Pasal 55)."""
    services = law.get("sanction.services", on)
    found = [Finding(code=str(Service(word)), value=True, grounds=law.cite(services)) for word in services.words]
    if breach is Breach.NOT_REGISTERED:
        return found
    prison, fine = law.get("sanction.prison_years_most", on), law.get("sanction.criminal_fine_most", on)
    found.append(Finding(code="prison_years_most", value=prison.number, grounds=law.cite(prison)))
    found.append(Finding(code="criminal_fine_most", value=fine.number, unit="rupiah", grounds=law.cite(fine)))
    return found


def _notes(breach: Breach, on: date, law: Law) -> tuple[Note, ...]:
    """Who gives which sanction, and what comes beside them."""
    rule, inspector = law.get("sanction.administrative", on), law.get("sanction.inspector", on)
    notes = [Note(text=Text("note.sanctions_by"), grounds=law.cite(rule))]
    notes.append(Note(text=Text("note.inspector"), grounds=law.cite(inspector)))
    if breach is Breach.NOT_PAID:
        late, penal = law.get("fine.pu_rate_per_month", on), law.get("sanction.prison_years_most", on)
        notes.append(Note(text=Text("note.late_fine_beside"), grounds=law.cite(late)))
        notes.append(Note(text=Text("note.penal"), grounds=law.cite(penal)))
    return tuple(notes)


def _fined(frame: Answer, ended: date, on: date, due: Rupiah) -> Answer:
    """The fine for every full month after the second warning; a month only begun is left open."""
    law = frame.law
    rate = law.get("fine.administrative_rate_per_month", on)
    full, started = (
        rules.months_late(month_index(ended), ended.day, month_index(on), on.day, each) for each in (False, True)
    )
    text = Text("formula.administrative_fine", {"rate": rate.number, "months": full, "due": due})
    line = Line(
        code="administrative_fine",
        amount=_fine(due, rate.number, full),
        grounds=law.cite(rate),
        formula=text,
        party=EMPLOYER,
    )
    months = Finding(code="full_months", value=full, grounds=law.cite(rate))
    fined = evolve(frame, lines=(line,), findings=(*frame.findings, months))
    if started == full:
        return fined
    silent = law.cite(rate, "part_month_of_administrative_fine")
    more = Finding(
        code="fine_if_started_month_counts", value=_fine(due, rate.number, started), unit="rupiah", grounds=silent
    )
    note = Note(text=Text("note.part_month"), grounds=silent, warning=True)
    return evolve(fined, findings=(*fined.findings, more), notes=(*fined.notes, note))


def _fine(due: Rupiah, rate: int, months: int) -> Rupiah:
    return quotient(rules.fine_millionths(due.numerator, rate, months), due.denominator * MILLION)


def person_sanctions(on: date, *, law: Law | None = None) -> Answer:
    """What follows for a person who works for himself (BPU) and does not register.

    Legal source: UU 24/2011 Pasal 17; PP 86/2013; PP 44/2015 Pasal 59 (absence).

    Raises:
        OutsideLawError: before 1 July 2015.

    >>> person_sanctions(date(2026, 8, 10)).finding("may_lose_services")
    True

    """
    law = applied(law)
    day_of_law(on, law, "on")
    services, listed = law.get("sanction.person_services", on), law.get("sanction.reports_listed", on)
    absent = law.cite("no_sanction_for_bpu")
    return settled(
        Answer(
            question="person_sanctions",
            title=Text("person_sanctions.title", {"day": on}),
            outcome=Outcome.YES,
            law=law,
            facts={"on": on},
            findings=(
                Finding(code="may_lose_services", value=True, grounds=law.cite(services)),
                Finding(code="fined_by_pp44", value=False, grounds=absent),
            ),
            notes=(
                *beyond_knowledge(law, on),
                Note(text=Text("note.reports_listed"), grounds=law.cite(listed), warning=True),
            ),
        )
    )
