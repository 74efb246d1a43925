"""Is the person covered on a given day, and for what."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parts import Condition, Finding, Findings, Note, Outcome, Status, code_finding
from jamsos.answers.texts import Text
from jamsos.coverage.cover_rules import COVERED, CoverState, Right
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.full_payment import paid_in_full
from jamsos.coverage.results import Coverage
from jamsos.coverage.rights import Rights, jkm_notes, rights
from jamsos.coverage.standing import Standing, cited, standing_on
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Decision
from jamsos.membership.project import project_needs
from jamsos.premiums.bpu.credits import excess_months
from jamsos.premiums.bpu.run import with_credited_months
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.workers.codes import CONSTRUCTION
from jamsos.workers.participation import Participation, checked_person, checked_registrations
from jamsos.workers.project import Project
from jamsos.workers.worker import Worker


def cover_on(
    participation: Participation | Sequence[Participation],
    on: date,
    *,
    worker: Worker | None = None,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Coverage:
    """Whether a person is covered on a day, with the consequences for JKK and JKM.

    Of a wage earner (PU) or a project worker the findings ``jkk_payer`` and ``jkm_payer`` say who
    owes the benefits: BPJS, the employer first, the employer alone, or the contractor.

    Legal source: PP 44/2015 Pasal 6 ayat (3), 8, 10, 11 ayat (5), 27, 32, 35, 38, 39, 41, 42;
    Permenaker 44/2015 and 5/2021; Permenaker 1/2025 Pasal 97A ayat (2).

    Args:
        participation: The membership and its payments; of several registrations each stands on its
            own, and each right is the best of any of them.
        on: The day asked about.
        worker: Needed only where prepaid months left a credit that may have paid later ones (D26).
        scheme: The programme that paid, where one did (D65).
        calendar: Which days are working days, for the due dates (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.

    >>> from jamsos.workers.payments import payments
    >>> paid = payments("2026-08", "2026-12")
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=paid)
    >>> cover_on(member, date(2027, 1, 15)).state, cover_on(member, date(2027, 1, 16)).state
    (<CoverState.ACTIVE: 'active'>, <CoverState.ARREARS: 'arrears'>)

    """
    law = applied(law)
    day = judged_day(on, law, "on")
    registrations = checked_registrations(participation)
    checked_scheme(scheme)
    if worker is not None:
        checked_person(worker, registrations)
    title = Text("coverage.title", {"day": day})
    facts = {"participation": participation, "on": day, "worker": worker}
    frame = Coverage(
        title=title,
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts=facts,
        notes=beyond_knowledge(law, day),
    )
    judgements = [
        _judgement(frame, registration, day, worker, scheme, calendar)
        for registration in registrations
    ]
    if len(judgements) == 1:
        return settled(judgements[0].answer)
    return settled(_of_several(frame, judgements))


class _Judgement(NamedTuple):
    """The answer about one registration, with its rights; None: they cannot be decided."""

    answer: Coverage
    rights: Rights | None


def _judgement(
    frame: Coverage,
    participation: Participation,
    day: date,
    worker: Worker | None,
    scheme: Scheme | None,
    calendar: WorkingDay,
) -> _Judgement:
    law = frame.law
    full = paid_in_full(worker, participation, day, scheme=scheme, calendar=calendar, law=law)
    participation = full.member
    if full.notes:
        frame = evolve(frame, notes=(*frame.notes, *full.notes))
    needs: Needs = ()
    # A credit may have paid months that look owed; only the worker's facts price it (D26).
    if worker is not None:
        participation, needs = with_credited_months(
            worker, participation, day, scheme=scheme, calendar=calendar, law=law
        )
    standing = standing_on(participation, day, law, calendar)
    if standing is None:
        needs = missing_facts(participation)
    elif worker is None and _may_be_credited(standing, participation, law):
        needs = (MissingFact("worker"),)
    elif full.needs:
        needs = full.needs
    if standing is None or needs:
        decision = law.cite("D11")
        answer = undecided(frame, needs, decision)
        return _Judgement(answer, None)
    due = rights(standing, law)
    answer = _decided(frame, standing, due)
    return _Judgement(answer, due)


def _may_be_credited(standing: Standing, participation: Participation, law: Law) -> bool:
    """Whether an excess of prepaid months may have paid what looks owed (decision D26)."""
    unsettled = {CoverState.ARREARS, CoverState.LAPSED}
    if standing.state not in unsettled:
        return False
    return bool(excess_months(participation, law))


def missing_facts(participation: Participation) -> tuple[MissingFact, ...]:
    """The facts of a participation a state cannot be told without."""
    if participation.segment is CONSTRUCTION:
        names = project_needs(participation.project or Project())
        return tuple(MissingFact(name) for name in names)
    needs: list[MissingFact] = []
    if participation.number_issued is None:
        needs.append(MissingFact("participation.number_issued"))
    # With hidden months the payments are not accounted for in full, even where some are listed.
    if participation.payments is None or participation.hidden_months:
        needs.append(MissingFact("participation.payments"))
    return tuple(needs)


_STATUS = {
    Outcome.YES: Status.MET,
    Outcome.NO: Status.FAILED,
    Outcome.CANNOT_DECIDE: Status.UNKNOWN,
}
_RIGHTS = ("jkk_care", "jkk_cash", "jkm_funeral", "jkm_rest")
_PAYERS = {"jkk_cash": "jkk_payer", "jkm_rest": "jkm_payer"}
"""The finding that says who owes, by the right it stands behind."""
_FULL = (Right.NOW.lost, PaidBy.BPJS.rank)


class _Decided(NamedTuple):
    """The answer about a registration whose rights can be told."""

    answer: Coverage
    rights: Rights


def _of_several(frame: Coverage, judgements: list[_Judgement]) -> Coverage:
    """Every registration is a condition; each right is the best of any.

    An unknown one leaves doubt unless the others give every right in full.
    """
    numbered = enumerate(judgements)
    conditions = tuple(_registration(number, judgement.answer) for number, judgement in numbered)
    frame = evolve(frame, conditions=conditions)
    decided: list[_Decided] = []
    needs: list[MissingFact | Decision] = []
    for answer, due in judgements:
        needs.extend(answer.needs)
        if due is not None:
            decided.append(_Decided(answer, due))
    # Full rights cannot get better, so an unknown registration does not matter to them.
    is_partial = len(decided) < len(judgements)
    if is_partial and not _all_in_full(decided):
        distinct_needs = tuple(dict.fromkeys(needs))
        decision = frame.law.cite("D11")
        return undecided(frame, distinct_needs, decision)
    leading = min(decided, key=_losses_from_the_last).answer
    findings = _best_findings(leading, decided)
    return evolve(leading, facts=frame.facts, conditions=conditions, findings=findings)


def _best_findings(leading: Coverage, decided: list[_Decided]) -> Findings:
    """The findings of the leading registration, with the best of each right instead of its own."""
    codes_of_rights = {*_RIGHTS, *_PAYERS.values()}
    findings = [finding for finding in leading.findings if finding.code not in codes_of_rights]
    for code in _RIGHTS:
        best = _best(code, decided)
        of_right = _findings_of_right(code, best.answer)
        findings.extend(of_right)
    return tuple(findings)


def _registration(number: int, answer: Coverage) -> Condition:
    grounds: Grounds = answer.needs
    # The first finding is the state, and what it rests on decides the registration.
    if answer.decided:
        state = answer.findings[0]
        grounds = state.grounds
    registration_number = number + 1
    text = Text("condition.registration", {"number": registration_number})
    return Condition(
        code=f"registration_{number}",
        status=_STATUS[answer.outcome],
        grounds=grounds,
        text=text,
    )


def _losses(due: Rights) -> dict[str, tuple[int, int]]:
    """How far each right is from full, and after that from being owed by BPJS."""
    return {
        "jkk_care": (due.jkk_care.lost, due.jkk_payer.rank),
        "jkk_cash": (due.jkk_cash.lost, due.jkk_payer.rank),
        "jkm_funeral": (due.jkm_funeral.lost, due.jkm_payer.rank),
        "jkm_rest": (due.jkm_rest.lost, due.jkm_payer.rank),
    }


def _losses_from_the_last(judgement: _Decided) -> list[tuple[int, int]]:
    """The losses from the right that is lost first: it tells the registrations apart."""
    losses = _losses(judgement.rights)
    return [losses[code] for code in reversed(_RIGHTS)]


def _best(code: str, decided: list[_Decided]) -> _Decided:
    """The registration that gives most of a right; the first of several that give the same."""
    best = decided[0]
    smallest_loss = _losses(best.rights)[code]
    for judgement in decided[1:]:
        loss = _losses(judgement.rights)[code]
        if loss < smallest_loss:
            best = judgement
            smallest_loss = loss
    return best


def _all_in_full(decided: list[_Decided]) -> bool:
    """Whether the registrations together give every right in full, owed by BPJS."""
    full: set[str] = set()
    for judgement in decided:
        losses = _losses(judgement.rights)
        full.update(code for code in _RIGHTS if losses[code] == _FULL)
    return len(full) == len(_RIGHTS)


def _findings_of_right(code: str, answer: Coverage) -> list[Finding]:
    """The finding of a right, and who owes it where that is a question."""
    codes = {code, _PAYERS.get(code)}
    return [finding for finding in answer.findings if finding.code in codes]


def _decided(frame: Coverage, standing: Standing, due: Rights) -> Coverage:
    """The answer about one registration: the state, the arrears, the rights and who owes them."""
    law = frame.law
    grounds = (*due.jkk_grounds, *due.jkm_grounds)
    outcome = Outcome.NO
    if standing.state in COVERED:
        outcome = Outcome.YES
    state_finding = code_finding("state", standing.state, grounds)
    findings = [state_finding]
    findings.extend(arrears_findings(standing, law))
    findings.extend(_rights(due))
    if standing.employed is not None:
        findings.extend(_payers(due))
    jkm_remarks = jkm_notes(standing, law)
    reasons = _reasons(due)
    return evolve(
        frame,
        outcome=outcome,
        findings=tuple(findings),
        notes=(*frame.notes, *jkm_remarks, *reasons),
    )


def _reasons(due: Rights) -> list[Note]:
    """Why the rights stand as they do."""
    grounds = (*due.jkk_grounds, *due.jkm_grounds)
    # JKK and JKM often stand as they do for one reason, which is told once.
    all_reasons = (due.jkk_reason, *due.jkm_reasons)
    reasons = {reason.code: reason for reason in all_reasons}
    return [Note(text=reason, grounds=grounds) for reason in reasons.values()]


def arrears_findings(standing: Standing, law: Law) -> list[Finding]:
    """How many months are in arrears, from which to which."""
    months = standing.months
    if not months:
        return []
    limit = "arrears.limit_months"
    # The limits of a BPU and of a wage earner are two rules with consequences of their own.
    if standing.employed is not None:
        limit = "arrears.limit_months_pu"
    grounds = cited(limit, standing, law)
    count = len(months)
    first_month = months[0]
    last_month = months[-1]
    return [
        Finding(code="months_in_arrears", value=count, grounds=grounds),
        Finding(code="arrears_first_month", value=first_month, grounds=grounds),
        Finding(code="arrears_last_month", value=last_month, grounds=grounds),
    ]


def _rights(due: Rights) -> list[Finding]:
    """How each of the four rights stands."""
    return [
        code_finding("jkk_care", due.jkk_care, due.jkk_grounds),
        code_finding("jkk_cash", due.jkk_cash, due.jkk_grounds),
        code_finding("jkm_funeral", due.jkm_funeral, due.jkm_grounds),
        code_finding("jkm_rest", due.jkm_rest, due.jkm_grounds),
    ]


def _payers(due: Rights) -> list[Finding]:
    """Who owes, of the programmes in which there is a right."""
    findings: list[Finding] = []
    # Where there is no right nobody owes anything.
    if due.jkk_cash is not Right.NONE:
        jkk_payer = code_finding("jkk_payer", due.jkk_payer, due.jkk_grounds)
        findings.append(jkk_payer)
    if due.jkm_rest is not Right.NONE:
        jkm_payer = code_finding("jkm_payer", due.jkm_payer, due.jkm_grounds)
        findings.append(jkm_payer)
    return findings
