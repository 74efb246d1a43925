"""What the family receives after a death at work or from another cause."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Line, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits.case import Case
from jamsos.benefits.cash import jkk_lines, jkm_lines, jkm_reasons, mixed, several_notes
from jamsos.benefits.employed import base_of, scholarship_notes, wage_notes
from jamsos.benefits.family_checks import check_births, check_children, check_family, is_position
from jamsos.benefits.family_findings import scholarship_findings, who_takes
from jamsos.benefits.heirs import heirs
from jamsos.benefits.jkk_rights import jkk_rights
from jamsos.benefits.paid_before import after_disability, checked_disability_paid
from jamsos.benefits.undecided import undecided
from jamsos.coverage.cover import missing_facts, priced_day
from jamsos.coverage.rights import Right, Rights, jkm_notes, judged
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.premiums.run import with_credited_months
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.workers.codes import BPU, CONSTRUCTION, Cause, Programme
from jamsos.workers.family import Family
from jamsos.workers.participation import (
    Participation,
    checked_after_birth,
    checked_person,
    checked_registrations,
    segment_unknown,
)
from jamsos.workers.worker import Worker, checked_life


def death_benefit(
    worker: Worker,
    participation: Participation | tuple[Participation, ...],
    family: Family | None = None,
    *,
    died_on: date,
    cause: Cause | str | None,
    accident_on: date | None = None,
    accident_at: int | None = None,
    for_children: tuple[int, ...] | None = None,
    disability_paid: int | None = 0,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What the family of a participant receives after a death: without wage (BPU), of an employer, of a project.

    The lines are the cash before scholarship; the scholarship stands in three findings, each with
    its own name: ``scholarship_statutory_maximum``, ``scholarship_remaining_maximum`` and
    ``scholarship_first_instalment``. A finding with the value None cannot be decided. A line with a
    ``payer`` is owed by the employer or contractor in the place of BPJS.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 8, 10, 15, 25, 27, 28, 32, 34, 35, 37 to 42, Lampiran III;
    Permenaker 1/2025 Pasal 97A, 101.

    Args:
        worker: Who died; of a BPU the income or the row gives the benefit base.
        participation: The membership, or several registrations, each with its own segment.
        family: Who is left; decides who takes and the scholarship, not the amounts.
        died_on: The day of death.
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as found by others (D59).
        accident_on: The day of the accident or diagnosis, for JKK.
        accident_at: The registration (position) at which the accident happened, where there are several.
        for_children: Positions of the children who take the scholarship, where more than two may (D47).
        disability_paid: What was paid before for a disability of the same accident (D39); None: not known.
        scheme: The programme that paid; it fixes the income row (D65).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for an impossible order of events.

    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=payments("2026-08", "2026-11"))
    >>> fisher = Worker(kind="b", income=900_000)
    >>> death_benefit(fisher, member, died_on=date(2026, 11, 10), cause="other").total
    42000000

    """
    law = applied(law)
    registrations = checked_registrations(participation)
    checked_person(worker, registrations)
    _check_order(worker, family, died_on, accident_on, law)
    for registration in registrations:
        checked_after_birth(registration, worker.birth)
    _check_accident_at(accident_at, len(registrations))
    check_children(for_children, family)
    if scheme is not None:
        checked_scheme(scheme)
    stated = None if cause is None else Cause(cause)
    checked_disability_paid(disability_paid, stated)
    facts = {"worker": worker, "participation": participation, "family": family, "died_on": died_on,
             "cause": stated, "accident_on": accident_on}  # fmt: skip
    frame = Answer(
        question="benefits",
        title=Text("benefits.title", {"day": died_on}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts=facts,
        notes=beyond_knowledge(law, died_on),
    )

    of_project = any(registration.segment is CONSTRUCTION for registration in registrations)

    def answer(one: Cause) -> Answer:
        case = Case(
            worker=worker, participations=registrations, family=family, died_on=died_on, accident_on=accident_on,
            cause=one, accident_at=accident_at, for_children=for_children,
            disability_paid=disability_paid, scheme=scheme, calendar=calendar,
            law=law, heirs=heirs(family, law, died_on, of_project=of_project),
        )  # fmt: skip
        return _answered(case, frame)

    if segment_unknown(worker, registrations):
        return settled(undecided(frame, (MissingFact("worker.segment"),)))
    return settled(answer(stated) if stated else _cause_unknown(frame, [answer(one) for one in Cause]))


def _check_order(worker: Worker, family: Family | None, died_on: date, accident_on: date | None, law: Law) -> None:
    """Refuse events in an impossible order."""
    check_family(family)
    priced_day(died_on, law, "died_on")
    if accident_on is not None and priced_day(accident_on, law, "accident_on") > died_on:
        raise InputError("accident_on", accident_on.isoformat(), "not after died_on", "check both dates")
    checked_life(worker.birth, died_on, "died_on")
    check_births(worker.birth, family, died_on, "died_on")
    if accident_on is not None:
        checked_life(worker.birth, accident_on, "accident_on")


def _check_accident_at(at: object, registrations: int) -> None:
    """Refuse a registration that is not there."""
    if at is not None and not is_position(at, registrations):
        raise InputError("accident_at", at, f"0 to {registrations - 1}", "name one of the registrations")


def _cause_unknown(frame: Answer, tried: list[Answer]) -> Answer:
    """Without a cause: decided only if every cause gives nothing."""
    if all(answer.outcome is Outcome.NO for answer in tried):
        return evolve(tried[-1], notes=tuple(note for note in tried[-1].notes if note.code != "note.programme"))
    possibilities = tuple(
        Possibility(facts={"cause": str(cause)}, total=answer.total, grounds=answer.grounds)
        for cause, answer in zip(Cause, tried, strict=True)
        if answer.decided
    )
    return evolve(undecided(frame, (MissingFact("cause"),), frame.law.cite("D01")), possibilities=possibilities)


def _answered(case: Case, frame: Answer) -> Answer:
    """Answer one cause: find the registrations that pay, then the lines, then the scholarship."""
    if case.event is None and not _never_covered(case):
        return undecided(frame, (MissingFact("accident_on"),))
    event = case.event or case.died_on
    if case.programme is Programme.JKM:
        return _other_death(case, frame)
    several = case.participations
    if case.accident_at is not None:
        return _work_death(case, frame, several[case.accident_at], event)
    if len(several) == 1:
        return _work_death(case, frame, several[0], event)
    tried = [_work_death(case, frame, registration, event) for registration in several]
    nothing = all(answer.outcome is Outcome.NO for answer in tried)
    return tried[0] if nothing else undecided(frame, (MissingFact("accident_at"),))


def _other_death(case: Case, frame: Answer) -> Answer:
    """JKM: every registration pays, but of an owner's several own firms only one."""
    law, day = case.law, case.died_on
    found: list[tuple[Participation, Rights]] = []
    warnings: list[Note] = []
    for stated in case.participations:
        registration, needs = with_credited_months(
            case.worker, stated, day, scheme=case.scheme, calendar=case.calendar, law=law
        )
        known = judged(registration, day, law, case.calendar, jkk=False)
        if known is None or needs:
            return undecided(frame, needs or missing_facts(registration))
        found.append((registration, known[1]))
        warnings += jkm_notes(known[0], law)
    own = [due for member, due in found if member.segment is BPU and due.jkm_funeral is not Right.NONE]
    if case.worker.kind is None and len(own) > 1:
        rule = law.get("jkm.owner_in_one_firm", day)
        return undecided(frame, (MissingFact("worker.kind"),), law.cite(rule))
    if (case.worker.wage_earner and own) or mixed(found):
        warnings.append(Note(text=Text("note.pu_and_bpu"), grounds=law.cite("no_pu_bpu_rule", "D45"), warning=True))
    lines = jkm_lines(case, found)
    warnings += several_notes(lines, law, day) if len(found) > 1 else ()
    return _finished(case, frame, lines, (*warnings, *jkm_reasons(case, found)), found)


def _work_death(case: Case, frame: Answer, stated: Participation, event: date) -> Answer:
    """JKK: the registration at which the accident happened pays, by the law and the cover of that day."""
    law, worker, scheme = case.law, case.worker, case.scheme
    rights = jkk_rights(worker, stated, event, case.cause, scheme, case.calendar, law)
    due, registration = rights.due, rights.member
    if due is None:
        return undecided(frame, rights.needs, rights.grounds)
    why = Note(text=due.jkk_reason, grounds=due.jkk_grounds)
    found = [(registration, due)]
    if due.jkk_cash is Right.NONE:
        return _finished(case, frame, (), (*rights.notes, why), found)
    base = base_of(worker, stated, case.participations, scheme, law, event)
    if base.needs:
        return undecided(frame, base.needs, base.grounds)
    lines = jkk_lines(case, due, base, event)
    before = after_disability(lines, case.disability_paid, law)
    if before.needs:
        return undecided(frame, before.needs)
    notes = (*rights.notes, *base.notes, *wage_notes(registration, due, law, event), why, *before.notes)
    answer = _finished(case, frame, before.lines, notes, found)
    return evolve(answer, findings=(*answer.findings, *before.findings))


def _never_covered(case: Case) -> bool:
    """Whether no registration had begun by the death: then the day of the accident does not matter."""
    return all(
        part.segment is BPU and part.number_issued is not None and part.number_issued > case.died_on
        for part in case.participations
    )


def _finished(
    case: Case,
    frame: Answer,
    lines: tuple[Line, ...],
    notes: tuple[Note, ...],
    found: list[tuple[Participation, Rights]],
) -> Answer:
    """Add who takes, the exclusivity of the programmes, and the scholarship."""
    law = case.law
    exclusive = law.get("programmes.exclude_each_other", case.event or case.died_on)
    text = Text("note.programme", {"programme": str(case.programme), "cause": Text(f"cause.{case.cause}")})
    by_law = Note(text=text, grounds=law.cite(exclusive, "D01"))
    if not lines:
        return evolve(frame, outcome=Outcome.NO, notes=(*frame.notes, by_law, *notes))
    jkk = case.programme is Programme.JKK
    waits = scholarship_notes(
        [due.jkk_payer if jkk else due.jkm_payer for _, due in found], law, case.event or case.died_on
    )
    taking = who_takes(case.heirs, case.family, law, lines)
    scholarship = scholarship_findings(case, found)
    may_be = not any(one.code == "scholarship_right" and one.value == Right.NONE for one in scholarship)
    return evolve(
        frame,
        outcome=Outcome.YES,
        lines=lines,
        notes=(*frame.notes, by_law, *notes, *(waits if may_be else ()), *case.heirs.notes),
        findings=(*taking, *scholarship),
    )
