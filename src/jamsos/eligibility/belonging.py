"""The segment a job belongs to, as far as the facts say, and the rules that place it there."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from attrs import field, frozen

from jamsos.answers.grounds import Ground, Grounds, MissingFact
from jamsos.answers.trials import try_values
from jamsos.law.law import Law
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.job import Job

T = TypeVar("T")


class WageEarnerGroup(Code):
    """The groups of wage earners that PP 49/2023 tells apart (Pasal 5)."""

    STATE_BODY = "state_body"
    """Workers of a state body (*penyelenggara negara*) who are no civil servants."""
    OTHER_EMPLOYER = "other_employer"


_FACTS = ("state_office", "abroad", "project", "wage", "owner", "own_account")
"""The facts of a job that decide its segment."""


@frozen
class Belonging:
    """The segment and the BPU kind of a job, each None where the facts leave it open."""

    segment: Segment | None
    kind: BpuKind | None
    needs: tuple[MissingFact, ...]
    """The missing facts that would settle what is open."""


class _SegmentAndKind(NamedTuple):
    """Where a job belongs once every fact is stated; a kind only for a BPU."""

    segment: Segment
    kind: BpuKind | None = None


def belonging(job: Job) -> Belonging:
    """The segment of a job, and the kind of a BPU (PP 44/2015 Pasal 2, 5, 53)."""
    facts = {f"job.{name}": getattr(job, name) for name in _FACTS}
    possible = {name: (True, False) for name, fact in facts.items() if fact is None}

    def segment_and_kind(trial: Mapping[str, bool]) -> _SegmentAndKind:
        return _segment_and_kind({**facts, **trial})

    # A fact is asked for only where it changes the segment or the kind.
    trials = try_values(segment_and_kind, possible, tuple)
    segments = [result.segment for result in trials.results]
    segment = _agreed(segments)
    kinds = [result.kind for result in trials.results]
    kind = _agreed(kinds)
    return Belonging(segment, kind, trials.needs)


def _agreed(values: Sequence[T]) -> T | None:
    """The value that all trials come to; None where they differ."""
    first = values[0]
    if all(value == first for value in values):
        return first
    return None


def _segment_and_kind(facts: Mapping[str, Any]) -> _SegmentAndKind:
    """Whoever draws a wage is a wage earner, even as the owner of the firm."""
    if facts["job.state_office"]:
        return _SegmentAndKind(Segment.OUTSIDE)
    if facts["job.abroad"]:
        return _SegmentAndKind(Segment.MIGRANT)
    if facts["job.wage"]:
        # Pasal 53 is about workers paid on a project; without a wage it makes no difference.
        segment = Segment.CONSTRUCTION if facts["job.project"] else Segment.PU
        return _SegmentAndKind(segment)
    if facts["job.owner"]:
        return _SegmentAndKind(Segment.BPU, BpuKind.OWNER)
    if facts["job.own_account"]:
        return _SegmentAndKind(Segment.BPU, BpuKind.INDEPENDENT)
    return _SegmentAndKind(Segment.BPU, BpuKind.OTHER)


def is_deemed_worker(job: Job, on: date, law: Law) -> bool:
    """Whether Pasal 28 deems the person a worker when a work accident happens.

    Permenaker 5/2021 Pasal 35 ayat (2) made the list wider.
    """
    if job.position is None or not job.position.deemed:
        return False
    return not job.position.of_wider_list or law.find("deemed.wider_list", on) is not None


def segment_grounds(job: Job, segment: Segment | None, on: date, law: Law) -> Grounds:
    """The rules a segment rests on; where it is open, those of wage earners and of BPU."""
    rules = _RulesOnDay(law, on)
    if segment is Segment.OUTSIDE:
        rules.add("outside.state_bodies")
    elif segment is Segment.MIGRANT:
        rules.add_or_absence("migrant.who", "migrant_rules_before_2023_not_read")
    elif segment is Segment.CONSTRUCTION:
        rules.add("construction.who")
    elif segment is Segment.BPU:
        _add_bpu_rules(rules, job)
    elif segment is Segment.PU:
        _add_pu_rules(rules, job)
    else:
        _add_rules_of_open_segment(rules, job)
    return tuple(rules.grounds)


@frozen
class _RulesOnDay:
    """The rules of one day that a segment rests on, in the order they are added."""

    law: Law
    on: date
    grounds: list[Ground] = field(factory=list[Ground])

    def add(self, rule: str) -> None:
        """Add a rule in force on the day."""
        provision = self.law.get(rule, self.on)
        grounds = self.law.cite(provision)
        self.grounds.extend(grounds)

    def add_or_absence(self, rule: str, absence: str) -> None:
        """Add a rule; before its first day add the recorded absence of one."""
        provision = self.law.find(rule, self.on)
        if provision is None:
            grounds = self.law.cite(absence)
            self.grounds.extend(grounds)
        else:
            grounds = self.law.cite(provision)
            self.grounds.extend(grounds)

    def add_all_or_absence(self, rules: Sequence[str], absence: str) -> None:
        """Add every rule in force on the day; where there is none, the recorded absence of one."""
        before = len(self.grounds)
        for rule in rules:
            self.add_if_in_force(rule)
        if len(self.grounds) == before:
            self.grounds.extend(self.law.cite(absence))

    def add_if_in_force(self, rule: str) -> None:
        """Add a rule; before its first day nothing."""
        provision = self.law.find(rule, self.on)
        if provision is not None:
            grounds = self.law.cite(provision)
            self.grounds.extend(grounds)


def _add_bpu_rules(rules: _RulesOnDay, job: Job) -> None:
    rules.add("bpu.who")
    # No trainee without a wage is of kind other whom work of their own makes owner or independent.
    has_own_work = job.owner or job.own_account
    if is_deemed_worker(job, rules.on, rules.law) and not has_own_work:
        rules.add("bpu.unpaid_trainees")


def _add_pu_rules(rules: _RulesOnDay, job: Job) -> None:
    rules.add("pu.who")
    rules.add("pu.works_for_reward")
    if job.managing:
        rules.add_or_absence("pu.directors", "managers_not_named")
    if job.state_body:
        # Named by Permenaker 5/2021 first, then by PP 49/2023, then by Permenaker 1/2025.
        rules.add_all_or_absence(("pu.state_workers", "pu.state_staff"), "state_workers_not_named")
        rules.add_if_in_force("pu.of_state_bodies")


def _add_rules_of_open_segment(rules: _RulesOnDay, job: Job) -> None:
    rules.add("pu.who")
    rules.add("bpu.who")
    # With a wage, what is open may be project worker or permanent staff of a construction firm.
    if job.wage:
        rules.add("construction.permanent_staff")
