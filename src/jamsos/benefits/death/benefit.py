"""What the family receives after a death from work or from another cause."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Note, Outcome, Possibility
from jamsos.answers.texts import Text
from jamsos.benefits.arrears import Arrears, possible_answers
from jamsos.benefits.death.cash import (
    jkk_lines,
    jkm_cash,
    jkm_reasons,
    several_notes,
)
from jamsos.benefits.death.finished import PROGRAMME, finished
from jamsos.benefits.death.jkm_rights import (
    is_own_firm,
    judged_for_jkm,
    notes_of_two_segments,
)
from jamsos.benefits.death.order_of_events import check_order_of_events, checked_position
from jamsos.benefits.death.paid_before import after_disability, checked_disability_paid
from jamsos.benefits.death.reported import checked_report, either_way, report_of
from jamsos.benefits.death.sudden_death import checked_sudden_death, counted, day_of_attack
from jamsos.benefits.employed import base_of, wage_notes
from jamsos.benefits.family.case import Case, Paying
from jamsos.benefits.family.checks import checked_children
from jamsos.benefits.family.heirs import heirs
from jamsos.benefits.jkk_rights import jkk_rights
from jamsos.benefits.late_report import after_report
from jamsos.benefits.results.death import DeathBenefit
from jamsos.coverage.cover_rules import Right
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.plain import as_tuple
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import BPU, Cause, Programme
from jamsos.workers.family import Family
from jamsos.workers.participation import (
    Participation,
    checked_person,
    checked_registrations,
    segment_unknown,
)
from jamsos.workers.sudden_death import SuddenDeath
from jamsos.workers.worker import Worker


def death_benefit(
    worker: Worker,
    participation: Participation | Sequence[Participation],
    family: Family | None = None,
    *,
    died_on: date,
    cause: Cause | str | None,
    accident_on: date | None = None,
    accident_at: int | None = None,
    for_children: Sequence[int] | None = None,
    disability_paid: int | None = 0,
    sudden_death: SuddenDeath | None = None,
    reported_late: bool | None = False,
    reported_as_suspected: bool | None = False,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> DeathBenefit:
    """What the family of a participant receives after a death.

    The participant is a non-wage earner (BPU), or works for an employer or on a project. The lines
    are the cash without the scholarship; the scholarship stands in three findings, each with its
    own name: ``scholarship_statutory_maximum``, ``scholarship_remaining_maximum`` and
    ``scholarship_first_instalment``. A finding with the value None cannot be decided. A line with
    a ``payer`` is owed by the employer or contractor in the place of BPJS.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 8, 10, 15, 25, 27, 28, 32, 34, 35, 37 to 42,
    Lampiran III; Permenaker 5/2021 Pasal 85; Permenaker 1/2025 Pasal 8, 85, 97A, 101.

    Args:
        worker: Who died; of a BPU the income or the row gives the benefit base.
        participation: The membership, or several registrations, each with its own segment.
        family: The survivors; they decide who takes and the scholarship, not the amounts.
        died_on: The day of death.
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as established by others
            (D59).
        accident_on: The day of the accident or diagnosis, for JKK.
        accident_at: The registration (position) at which the accident happened, where there are
            several.
        for_children: Positions of the children who take the scholarship, where more than two may
            (D47).
        disability_paid: What was paid before for a disability of the same accident (D39); None:
            not known.
        sudden_death: The hours of a sudden death at work, which is a work accident only under
            conditions: of a BPU after 12 paid months; otherwise JKM answers. None: it was no such
            death.
        reported_late: Whether the employer's stage I report of the accident was late; the employer
            then pays first. None: not known.
        reported_as_suspected: Whether that report was one of a suspicion only (D86).
        scheme: The programme that paid; it fixes the income row (D65).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for an impossible order of events.

    >>> from jamsos.workers.payments import payments
    >>> paid = payments("2026-08", "2026-11")
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=paid)
    >>> fisher = Worker(kind="independent", income=900_000)
    >>> death_benefit(fisher, member, died_on=date(2026, 11, 10), cause="other").total
    42000000

    """
    law = applied(law)
    registrations = checked_registrations(participation)
    checked_person(worker, registrations)
    died_on = judged_day(died_on, law, "died_on")
    if accident_on is not None:
        accident_on = judged_day(accident_on, law, "accident_on")
    check_order_of_events(worker, registrations, family, died_on, accident_on)
    accident_at = checked_position(accident_at, len(registrations))
    for_children = checked_children(for_children, family)
    checked_scheme(scheme)
    stated_cause = code_or_none(Cause, cause, "cause")
    disability_paid = checked_disability_paid(disability_paid, stated_cause)
    sudden_death = checked_sudden_death(sudden_death, stated_cause, died_on, accident_on)
    reported_late, reported_as_suspected = checked_report(
        reported_late, reported_as_suspected, stated_cause, registrations
    )
    facts: dict[str, object] = {
        "worker": worker,
        "participation": as_tuple(participation) or participation,
        "family": family,
        "died_on": died_on,
        "cause": stated_cause,
        "accident_on": accident_on,
    }
    if sudden_death is not None:
        facts["sudden_death"] = sudden_death
        accident_on = accident_on or day_of_attack(sudden_death, died_on)
    frame = DeathBenefit(
        title=Text("benefits.title", {"day": died_on}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts=facts,
        notes=beyond_knowledge(law, died_on),
    )
    # Before anything is judged: each segment has rules of its own.
    if segment_unknown(worker, registrations):
        need = MissingFact("worker.segment")
        return settled(undecided(frame, (need,)))
    case = Case(
        worker=worker,
        participations=registrations,
        family=family,
        died_on=died_on,
        accident_on=accident_on,
        # A placeholder: without a cause each of them is tried in its place.
        cause=stated_cause or Cause.OTHER,
        accident_at=accident_at,
        for_children=for_children,
        disability_paid=disability_paid,
        sudden_death=sudden_death,
        reported_late=reported_late,
        reported_as_suspected=reported_as_suspected,
        scheme=scheme,
        calendar=calendar,
        law=law,
        heirs=heirs(family, law, died_on),
    )
    if stated_cause is None:
        return settled(_of_any_cause(case, frame))

    answer = _of_one_cause(case, frame)
    if not answer.decided and not answer.possibilities:
        answer = _with_possibilities(answer, case, frame)
    return settled(answer)


def _with_possibilities(answer: DeathBenefit, case: Case, frame: DeathBenefit) -> DeathBenefit:
    """What the answer would be for each value of the missing fact, where it has few."""

    def of_worker(possible_worker: Worker) -> DeathBenefit:
        return _of_one_cause(evolve(case, worker=possible_worker), frame)

    def of_case(possible_case: Case) -> DeathBenefit:
        return _of_one_cause(possible_case, frame)

    possible = possible_answers(case.worker, answer.needs, of_worker)
    if not possible:
        possible = either_way(case, answer.needs, of_case)
    return evolve(answer, possibilities=possible)


def _of_any_cause(case: Case, frame: DeathBenefit) -> DeathBenefit:
    """Without a cause: decided only if every cause gives nothing."""
    answers: dict[Cause, DeathBenefit] = {}
    for cause in _possible_causes(case):
        of_cause = evolve(case, cause=cause)
        answers[cause] = _of_one_cause(of_cause, frame)
    # A sudden death that counts as no work accident is one of another cause either way.
    if case.sudden_death is not None and _all_agree(answers.values()):
        return answers[Cause.WORK_ACCIDENT]
    if _all_refuse(answers.values()):
        nothing = answers[Cause.OTHER]
        # Nobody said which programme would have answered.
        notes = tuple(note for note in nothing.notes if note.code != PROGRAMME)
        return evolve(nothing, notes=notes)
    possibilities: list[Possibility] = []
    for cause, answer in answers.items():
        if answer.decided:
            facts = {"cause": str(cause)}
            possibility = Possibility(facts=facts, total=answer.total, grounds=answer.grounds)
            possibilities.append(possibility)
    need = MissingFact("cause")
    grounds = frame.law.cite("D01")
    return undecided(frame, (need,), grounds, tuple(possibilities))


def _possible_causes(case: Case) -> tuple[Cause, ...]:
    """The causes nobody excluded: a sudden death is no disease of the work."""
    if case.sudden_death is None:
        return tuple(Cause)
    return (Cause.WORK_ACCIDENT, Cause.OTHER)


def _all_agree(answers: Iterable[DeathBenefit]) -> bool:
    """Whether all answers are decided and pay the same."""
    paid = {(answer.outcome, answer.lines) for answer in answers}
    return len(paid) == 1 and (Outcome.CANNOT_DECIDE, ()) not in paid


def _all_refuse(answers: Iterable[DeathBenefit]) -> bool:
    return all(answer.outcome is Outcome.NO for answer in answers)


def _of_one_cause(case: Case, frame: DeathBenefit) -> DeathBenefit:
    """Answer one cause: the registrations that pay, then the lines, then the scholarship."""
    # JKK is judged by the day of the accident; no day helps whoever was never covered.
    if case.event is None and not _never_covered(case):
        need = MissingFact("accident_on")
        return undecided(frame, (need,))
    if case.programme is Programme.JKM:
        return _other_death(case, frame)
    event = case.event or case.died_on
    registrations = case.participations
    if case.accident_at is not None:
        registrations = (registrations[case.accident_at],)
    answers = [_work_death(case, frame, registration, event) for registration in registrations]
    # Where all refuse, it does not matter at which of them it happened.
    if len(answers) == 1 or _all_refuse(answers):
        return answers[0]
    if case.sudden_death is not None and _all_agree(answers):
        return answers[0]
    need = MissingFact("accident_at")
    return undecided(frame, (need,), possibilities=_of_each(answers))


def _of_each(answers: Sequence[DeathBenefit]) -> tuple[Possibility, ...]:
    """What each registration would pay; one whose answer is itself open is left out."""
    possibilities: list[Possibility] = []
    for position, answer in enumerate(answers):
        if answer.decided:
            facts = {"accident_at": str(position)}
            possibility = Possibility(facts=facts, total=answer.total, grounds=answer.grounds)
            possibilities.append(possibility)
    return tuple(possibilities)


def _never_covered(case: Case) -> bool:
    """Whether no registration had begun by the death: then the accident's day does not matter."""
    for registration in case.participations:
        # An employer answers before registration too; a BPU is covered by the number alone.
        if registration.segment is not BPU:
            return False
        issued = registration.number_issued
        if issued is None or issued <= case.died_on:
            return False
    return True


def _other_death(case: Case, frame: DeathBenefit) -> DeathBenefit:
    """JKM: every registration pays, but of an owner's several own firms only one."""
    law = case.law
    paying: list[Paying] = []
    notes: list[Note] = []
    for stated in case.participations:
        registration = judged_for_jkm(case, stated)
        if registration.paying is None:
            return undecided(frame, registration.needs)
        paying.append(registration.paying)
        notes += registration.notes
    own_firms = [one for one in paying if is_own_firm(one)]
    # Only an owner is insured in one firm: without the kind it is open whether all of them pay.
    if case.worker.kind is None and len(own_firms) > 1:
        rule = law.get("jkm.owner_in_one_firm", case.died_on)
        grounds = law.cite(rule)
        need = MissingFact("worker.kind")
        return undecided(frame, (need,), grounds)
    notes += notes_of_two_segments(case, paying, own_firms)
    cash = jkm_cash(case, paying)
    if cash.needs:
        return undecided(frame, cash.needs, cash.grounds)
    if len(paying) > 1:
        notes += several_notes(cash.lines, paying, law, case.died_on)
    notes += jkm_reasons(case, paying)
    return finished(case, frame, cash.lines, notes, paying)


def _work_death(
    case: Case, frame: DeathBenefit, stated: Participation, event: date
) -> DeathBenefit:
    """JKK: the registration at which the accident happened pays.

    The law and the cover of the day of the accident count.
    """
    law = case.law
    worker = case.worker
    scheme = case.scheme
    rights = jkk_rights(worker, stated, event, case.cause, scheme, case.calendar, law)
    due = rights.due
    if due is None:
        return undecided(frame, rights.needs, rights.grounds)
    sudden = counted(case, stated, rights.member, event)
    if sudden.needs:
        return undecided(frame, sudden.needs, sudden.grounds)
    if not sudden.as_work_accident:
        noted = evolve(frame, notes=(*frame.notes, *sudden.notes))
        return _other_death(evolve(case, cause=Cause.OTHER), noted)
    reported = after_report(rights.member, due, report_of(case, event), law)
    if reported.needs:
        return undecided(frame, reported.needs, reported.grounds)
    notes = [*rights.notes, *sudden.notes, *reported.notes]
    # The scholarship goes by the rights as they were: a late report concerns the cash and the care.
    paying = [(rights.member, due)]
    due = reported.due
    reason = Note(text=due.jkk_reason, grounds=due.jkk_grounds)
    # Before the wage: nobody is asked for a fact that would change nothing.
    if due.jkk_cash is Right.NONE:
        notes.append(reason)
        return finished(case, frame, (), notes, paying)
    base = base_of(worker, stated, case.participations, scheme, law, event)
    if base.needs:
        return undecided(frame, base.needs, base.grounds)
    lines = jkk_lines(case, due, base, event)
    after = after_disability(lines, case.disability_paid, law)
    if after.needs:
        return undecided(frame, after.needs)
    arrears = Arrears(worker, rights.member, scheme, due.unpaid, event, law)
    cash = arrears.taken_from(after.lines, Programme.JKK)
    if cash.needs:
        return undecided(frame, cash.needs, cash.grounds)
    notes += base.notes
    notes += wage_notes(rights.member, due, law, event)
    notes.append(reason)
    notes += after.notes
    of_cash = (base.finding, *after.findings)
    return finished(case, frame, cash.lines, notes, paying, of_cash)
