"""Which programmes are compulsory (*wajib*) for a person, optional, or not open to them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, MissingFact, distinct
from jamsos.answers.parts import (
    Finding,
    Findings,
    Note,
    Notes,
    Outcome,
    code_finding,
    remark,
    untold_finding,
)
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.answers.trials import Trials, try_values
from jamsos.eligibility.enterprise_size import (
    CLASS_OF_SIZE,
    SizeClass,
    possible_figures,
    size_by_figures,
    states_figures,
)
from jamsos.eligibility.notes import permanent_staff_note
from jamsos.eligibility.other_segments import too_early_for_migrants
from jamsos.eligibility.programme_duties import (
    PROGRAMMES,
    RULE_BY_SIZE,
    Duty,
    Programmes,
    ProgrammeVerdict,
    of_bpu,
    of_construction,
    of_firm,
    of_migrant,
    of_state_body,
    of_trainee,
)
from jamsos.eligibility.results import RequiredProgrammes
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.enterprise import Enterprise, Size, checked_enterprise
from jamsos.workers.worker import Worker, any_worker, flag_or_none

_TRAINEE_SEGMENTS = frozenset({None, Segment.PU, Segment.BPU})
"""A trainee is at an employer or, without a wage, a BPU; None is a segment not stated."""
_TRAINEE_KINDS = frozenset({None, BpuKind.OTHER})
"""A trainee without a wage is a BPU of kind c (Pasal 5); None is a kind not stated."""
_FINDINGS = {
    "JKK": "programme_jkk",
    "JKM": "programme_jkm",
    "JHT": "programme_jht",
    "JP": "programme_jp",
    "JKP": "programme_jkp",
}
"""The finding of each programme."""


def required_programmes(
    worker: Worker,
    on: date,
    *,
    enterprise: Enterprise | None = None,
    trainee: bool | None = None,
    law: Law | None = None,
) -> RequiredProgrammes:
    """Which of the five programmes are compulsory for a person, optional, or not possible.

    Findings: ``programme_jkk``, ``programme_jkm``, ``programme_jht``, ``programme_jp``,
    ``programme_jkp``.

    Legal source: PP 44/2015 Pasal 4, 5, 28, 53; Perpres 109/2013 Pasal 6; Permenaker 5/2021
    Pasal 31-32.

    Args:
        worker: The segment and, for a BPU, the kind.
        on: The day asked about.
        enterprise: The employer of a wage earner; its size matters only for JHT and JP.
        trainee: Whether the person is an apprentice (*magang*), a student on placement, honorary
            staff or a prisoner on an assimilation programme, from April 2021 a university student
            on placement or in talent training as well; asked only of the kind ``other``.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015, for migrant workers before Permenaker 4/2023.
        InputError: for invalid facts.

    >>> answer = required_programmes(
    ...     Worker(segment="PU"), date(2026, 8, 10), enterprise=Enterprise(size="small")
    ... )
    >>> answer.finding("programme_jht"), answer.finding("programme_jp")
    ('compulsory', 'optional')

    """
    law = applied(law)
    firm = checked_enterprise(enterprise)
    any_worker(worker)
    on = judged_day(on, law, "on")
    trainee = flag_or_none(trainee, "trainee")
    _check_trainee(worker, trainee)
    is_migrant = worker.segment is Segment.MIGRANT
    if is_migrant and law.find("programmes.of_migrant", on) is None:
        raise too_early_for_migrants("programmes.of_migrant", on, law)
    title = Text("required_programmes.title", {"day": on})
    facts = {"worker": worker, "on": on, "enterprise": firm, "trainee": trainee}
    frame = RequiredProgrammes(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts=facts,
        notes=beyond_knowledge(law, on),
    )
    if worker.segment is Segment.OUTSIDE:
        outside = _outside(frame, on)
        return settled(outside)
    # The programmes of a trainee are the same in every segment they may be in.
    if worker.segment is None and not trainee:
        need = MissingFact("worker.segment")
        return settled(undecided(frame, (need,)))
    question = _ProgrammeQuestion(worker, on, firm, trainee, law)
    return settled(_answer(frame, question))


def _outside(frame: RequiredProgrammes, on: date) -> RequiredProgrammes:
    """Civil servants, soldiers, police and state officials have a regulation of their own."""
    law = frame.law
    bodies = law.get("outside.state_bodies", on)
    grounds = law.cite(bodies)
    note = remark("note.outside_programmes", grounds)
    notes = (*frame.notes, note)
    return evolve(frame, outcome=Outcome.NO, notes=notes)


def _check_trainee(worker: Worker, trainee: bool | None) -> None:
    """Refuse a trainee of a segment or kind that has none."""
    if not trainee:
        return
    may_be_trainee = worker.segment in _TRAINEE_SEGMENTS
    if not may_be_trainee or worker.kind not in _TRAINEE_KINDS:
        allowed = "False or None for this segment and kind"
        step = "a trainee is of segment PU, or a BPU of kind 'other': correct segment or kind"
        raise InputError("trainee", trainee, allowed, step)


class _ProgrammeQuestion(NamedTuple):
    """The facts a programme is judged by."""

    worker: Worker
    on: date
    enterprise: Enterprise
    trainee: bool | None
    law: Law

    def possible_facts(self) -> dict[str, Sequence[object]]:
        """The values each unstated fact may have, where the segment asks for it."""
        if self.trainee:
            return {}
        if self.worker.segment is Segment.PU:
            names = tuple(RULE_BY_SIZE)
            return possible_figures(self.enterprise, names, self.on, self.law)
        if self.worker.segment is Segment.BPU:
            return self._possible_kinds()
        return {}

    def _possible_kinds(self) -> dict[str, Sequence[object]]:
        possible: dict[str, Sequence[object]] = {}
        if self.worker.kind is None:
            possible["worker.kind"] = tuple(BpuKind)
        if self.trainee is None and self.worker.kind in _TRAINEE_KINDS:
            possible["trainee"] = (True, False)
        return possible

    def verdict(self, programme: str, trial: Mapping[str, Any]) -> ProgrammeVerdict:
        """The verdict on one programme once the missing facts have the values of the trial."""
        stated = {
            "worker.kind": self.worker.kind,
            "trainee": self.trainee,
            "enterprise.size": self.enterprise.size,
            "enterprise.capital": self.enterprise.capital,
            "enterprise.yearly_sales": self.enterprise.yearly_sales,
        }
        answers = {**stated, **trial}
        return self._programmes(answers)[programme]

    def _programmes(self, facts: Mapping[str, Any]) -> Programmes:
        """All programmes under one complete set of facts."""
        segment = self.worker.segment
        on, law = self.on, self.law
        # A trainee without a wage is a BPU of kind other (Pasal 5), never an owner or independent.
        if facts["trainee"] and facts["worker.kind"] in _TRAINEE_KINDS:
            return of_trainee(on, law)
        if segment is Segment.BPU:
            return of_bpu(facts["worker.kind"], on, law)
        if segment is Segment.CONSTRUCTION:
            return of_construction(on, law)
        if segment is Segment.MIGRANT:
            return of_migrant(on, law)
        return self._programmes_at_employer(facts)

    def _programmes_at_employer(self, facts: Mapping[str, Any]) -> Programmes:
        """The programmes of a wage earner, by the size of the firm as stated or by its figures."""
        on, law = self.on, self.law
        size = facts["enterprise.size"]
        # The phases by size do not name state bodies, so they stand apart from all firms.
        if size is Size.STATE_BODY:
            return of_state_body(on, law)
        if size is not None:
            return of_firm(size, on, law)
        limits = law.get("scale.limits", on)
        size = size_by_figures(
            facts["enterprise.capital"], facts["enterprise.yearly_sales"], limits
        )
        grounds = law.cite(limits)
        return of_firm(size, on, law, grounds)


def _answer(frame: RequiredProgrammes, question: _ProgrammeQuestion) -> RequiredProgrammes:
    """Each programme by itself: a fact is missing only where it changes that programme."""
    possible = question.possible_facts()
    findings: list[Finding] = []
    needs: list[Ground] = []
    for programme in PROGRAMMES:
        verdict_on = partial(question.verdict, programme)
        trials = try_values(verdict_on, possible, _duty)
        findings.append(_finding(programme, trials))
        needs.extend(trials.needs)
    findings.extend(_size(question, possible))
    missing = tuple(need for need in distinct(needs) if isinstance(need, MissingFact))
    outcome = Outcome.CANNOT_DECIDE if missing else Outcome.YES
    # No note of "undecided" here: every finding that lacks a fact says so itself.
    notes = (*frame.notes, *_notes(question))
    return evolve(
        frame,
        outcome=outcome,
        findings=tuple(findings),
        needs=missing,
        notes=notes,
    )


def _duty(verdict: ProgrammeVerdict) -> Duty | None:
    return verdict.duty


def _finding(programme: str, trials: Trials[ProgrammeVerdict]) -> Finding:
    """The duty on a programme; without a value where the missing facts change it."""
    code = _FINDINGS[programme]
    grounds = list[Ground](trials.needs)
    for verdict in trials.results:
        grounds.extend(verdict.grounds)
    rests_on = distinct(grounds)
    if trials.needs:
        return Finding(code=code, value=None, unit="code", grounds=rests_on, note=NOT_TOLD)
    # Without a need every trial comes to the same duty.
    verdict = trials.results[0]
    value = None
    if verdict.duty is not None:
        value = str(verdict.duty)
    return Finding(code=code, value=value, unit="code", grounds=rests_on, note=verdict.note)


def _size(question: _ProgrammeQuestion, possible: Mapping[str, Sequence[object]]) -> Findings:
    """The size the figures of the employer come to; nothing where it is stated or does not count.

    Legal source: PP 7/2021.
    """
    enterprise = question.enterprise
    if question.worker.segment is not Segment.PU or not states_figures(enterprise):
        return ()
    limits = question.law.find("scale.limits", question.on)
    if limits is None or question.trainee:
        return ()

    def size_in(trial: Mapping[str, Any]) -> SizeClass:
        stated: Mapping[str, Any] = {
            "enterprise.capital": enterprise.capital,
            "enterprise.yearly_sales": enterprise.yearly_sales,
        }
        figures = {**stated, **trial}
        capital = figures["enterprise.capital"]
        yearly_sales = figures["enterprise.yearly_sales"]
        return CLASS_OF_SIZE[size_by_figures(capital, yearly_sales, limits)]

    trials = try_values(size_in, possible, str)
    grounds = question.law.cite(limits)
    if trials.needs:
        needed = (*trials.needs, *grounds)
        return (untold_finding("enterprise_size", needed, unit="code"),)
    return (code_finding("enterprise_size", trials.results[0], grounds),)


def _notes(question: _ProgrammeQuestion) -> Notes:
    """Remarks that decide nothing."""
    law, on = question.law, question.on
    segment = question.worker.segment
    if question.trainee:
        optional = law.get("deemed.jkm_optional", on)
        return (remark("note.trainee_programmes", law.cite(optional)),)
    if segment is Segment.CONSTRUCTION:
        return (permanent_staff_note(on, law),)
    if segment is Segment.PU and states_figures(question.enterprise):
        return _no_limits_notes(on, law)
    if segment is Segment.BPU and question.worker.kind is BpuKind.INDEPENDENT:
        return _platform_notes(on, law)
    return ()


def _platform_notes(on: date, law: Law) -> Notes:
    """What a platform has to see to for its partners (Permenaker 5/2021 Pasal 34)."""
    rule = law.find("bpu.platform_makes_sure", on)
    if rule is None:
        return ()
    return (remark("note.platform_makes_sure", law.cite(rule)),)


def _no_limits_notes(on: date, law: Law) -> Notes:
    """Before PP 7/2021 figures cannot tell the size: its limits are the first the library holds."""
    rule = law.find("scale.limits", on)
    if rule is not None:
        return ()
    limits = law.timelines["scale.limits"][0]
    text = Text("note.no_size_limits", {"first": limits.since})
    grounds = law.cite(limits)
    note = Note(text=text, grounds=grounds)
    return (note,)
