"""Which programmes are compulsory (*wajib*) for a person, which may be added, and which are not open to him."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, cast

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.answers.unknown import try_all
from jamsos.eligibility import rules
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.workers.codes import BpuKind, Code, Segment
from jamsos.workers.enterprise import Enterprise, Size, checked_enterprise
from jamsos.workers.worker import Worker, any_worker

_PROGRAMMES = {
    "programme_jkk": "JKK",
    "programme_jkm": "JKM",
    "programme_jht": "JHT",
    "programme_jp": "JP",
    "programme_jkp": "JKP",
}
_BY_SIZE = {
    Size.MICRO: "programmes.of_micro",
    Size.SMALL: "programmes.of_small",
    Size.MEDIUM: "programmes.of_medium_and_large",
    Size.LARGE: "programmes.of_medium_and_large",
}


class Duty(Code):
    """Whether a programme has to be taken."""

    COMPULSORY = "compulsory"
    OPTIONAL = "optional"
    NOT_POSSIBLE = "not_possible"


class Told(NamedTuple):
    """One programme for one set of facts; no duty: the law on it was not read, as the note says."""

    duty: Duty | None
    grounds: tuple[Ground, ...]
    note: Text | None = None


Programmes = Mapping[str, Told]


def required_programmes(
    worker: Worker,
    on: date,
    *,
    enterprise: Enterprise | None = None,
    trainee: bool | None = None,
    law: Law | None = None,
) -> Answer:
    """Which of the five programmes are compulsory for a person, optional, or not possible.

    Findings: ``programme_jkk``, ``programme_jkm``, ``programme_jht``, ``programme_jp``, ``programme_jkp``.

    Legal source: PP 44/2015 Pasal 4, 5, 28, 53; Perpres 109/2013 Pasal 6; Permenaker 5/2021 Pasal 31-32.

    Args:
        worker: The segment and, for a BPU, the kind.
        on: The day asked for.
        enterprise: The employer of a wage earner; its size matters only for JHT and JP.
        trainee: Whether he is an apprentice (*magang*), student in practice, honorary staff or a convict in
            assimilation; asked only where the kind is ``c``.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015, for migrant workers before Permenaker 4/2023.
        InputError: for facts that cannot be.

    >>> answer = required_programmes(Worker(segment="PU"), date(2026, 8, 10), enterprise=Enterprise(size="small"))
    >>> answer.finding("programme_jht"), answer.finding("programme_jp")
    ('compulsory', 'optional')

    """
    law = applied(law)
    firm = checked_enterprise(enterprise)
    _check(worker, day_of_law(on, law, "on"), trainee, law)
    frame = Answer(
        question="required_programmes",
        title=Text("required_programmes.title", {"day": on}),
        outcome=Outcome.YES,
        law=law,
        facts={"worker": worker, "on": on, "enterprise": firm, "trainee": trainee},
        notes=beyond_knowledge(law, on),
    )
    if worker.segment is Segment.OUTSIDE:
        note = Note(text=Text("note.outside_programmes"), grounds=law.cite(law.get("outside.state_bodies", on)))
        return settled(evolve(frame, outcome=Outcome.NO, notes=(*frame.notes, note)))
    if worker.segment is None and not trainee:
        need = MissingFact("worker.segment")
        undecided = Note(text=Text("note.undecided"), grounds=(need,))
        return settled(evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=(need,), notes=(*frame.notes, undecided)))
    return settled(_answered(frame, _Asked(worker, on, firm, trainee, law)))


def _check(worker: object, on: date, trainee: object, law: Law) -> None:
    segment, kind = any_worker(worker).segment, any_worker(worker).kind
    if trainee is not None and not isinstance(trainee, bool):
        raise InputError("trainee", trainee, "True, False or None", "say whether the person is a trainee")
    if trainee and (segment not in {None, Segment.PU, Segment.BPU} or kind not in {None, BpuKind.OTHER}):
        raise InputError("trainee", trainee, "a wage earner's employer or BPU kind c", "correct the segment or kind")
    if segment is Segment.MIGRANT and law.find("programmes.of_migrant", on) is None:
        first = law.timelines["programmes.of_migrant"][0].since.isoformat()
        raise OutsideLawError("on", on.isoformat(), f"{first} or later", "Permenaker 18/2018 is not in the library")


class _Asked(NamedTuple):
    """The question, ready for the rules."""

    worker: Worker
    on: date
    firm: Enterprise
    trainee: bool | None
    law: Law

    def possible_facts(self) -> dict[str, Sequence[object]]:
        """The values each fact that was not stated may have, where the segment asks for it."""
        if self.trainee or self.worker.segment not in {Segment.BPU, Segment.PU}:
            return {}
        if self.worker.segment is Segment.PU:
            return self._possible_sizes()
        kind = self.worker.kind
        found: dict[str, Sequence[object]] = {} if kind else {"worker.kind": tuple(BpuKind)}
        if self.trainee is None and kind in {None, BpuKind.OTHER}:
            found["trainee"] = (True, False)
        return found

    def _possible_sizes(self) -> dict[str, Sequence[object]]:
        firm, limits = self.firm, self.law.find("scale.limits", self.on)
        if firm.size is not None:
            return {}
        if limits is None or (firm.capital, firm.yearly_sales) == (None, None):
            return {"enterprise.size": tuple(_BY_SIZE)}
        (micro_capital, micro_sales), (small_capital, small_sales) = _limits(limits)
        edges = {
            "enterprise.capital": (micro_capital, small_capital, small_capital + 1),
            "enterprise.yearly_sales": (micro_sales, small_sales, small_sales + 1),
        }
        stated = {"enterprise.capital": firm.capital, "enterprise.yearly_sales": firm.yearly_sales}
        return {name: values for name, values in edges.items() if stated[name] is None}

    def told(self, **facts: Any) -> Programmes:
        """The programmes under one complete set of facts."""
        kind = self.worker.kind or facts.get("worker__kind")
        trainee = facts.get("trainee", False) and kind is BpuKind.OTHER
        if self.trainee or trainee:
            return _of_trainee(self.on, self.law)
        if self.worker.segment is Segment.BPU:
            return _of_bpu(cast("BpuKind", kind), self.on, self.law)
        if self.worker.segment is Segment.PU:
            return self._of_firm(facts)
        if self.worker.segment is Segment.CONSTRUCTION:
            return _only(self.law.get("programmes.of_construction", self.on), self.law)
        jht = self.law.get("migrant.jht_choices", self.on)
        migrant = _only(self.law.get("programmes.of_migrant", self.on), self.law)
        return {**migrant, "JHT": Told(Duty.OPTIONAL, self.law.cite(jht))}

    def _of_firm(self, facts: Mapping[str, Any]) -> Programmes:
        size = self.firm.size or facts.get("enterprise__size")
        if size is Size.STATE_BODY:
            return _of_state_body(self.on, self.law)
        by: tuple[Ground, ...] = ()
        if size is None:
            limits = self.law.get("scale.limits", self.on)
            capital = facts.get("enterprise__capital", self.firm.capital)
            sales = facts.get("enterprise__yearly_sales", self.firm.yearly_sales)
            size, by = rules.size_by_figures(capital, sales, *_limits(limits)), self.law.cite(limits)
        return _of_size(size, by, self.on, self.law)


def _limits(table: Provision) -> tuple[tuple[int, int], tuple[int, int]]:
    """Capital and sales of a micro and of a small enterprise."""
    micro, small = ((int(str(capital)), int(str(sales))) for capital, sales in table.rows)
    return micro, small


def _only(rule: Provision, law: Law) -> Programmes:
    """The programmes a rule lists, and no other."""
    grounds = law.cite(rule)
    listed = {name: name in rule.words for name in _PROGRAMMES.values()}
    return {name: Told(Duty.COMPULSORY if there else Duty.NOT_POSSIBLE, grounds) for name, there in listed.items()}


def _of_bpu(kind: BpuKind, on: date, law: Law) -> Programmes:
    """A BPU: JKK and JKM by law, JHT by kind, JP and JKP never."""
    never = Told(Duty.NOT_POSSIBLE, law.cite(law.get("bpu.never_jp_jkp", on)))
    choice = law.cite(law.get("bpu.jht_optional", on))
    jht = Told(Duty.OPTIONAL, choice)
    if kind is BpuKind.OWNER:
        duty = law.find("jht.compulsory_for_owners", on)
        unknown = (*choice, *law.cite("no_jht_duty_known_before_2021"))
        jht = Told(Duty.OPTIONAL, unknown) if duty is None else Told(Duty.COMPULSORY, law.cite(duty))
    return {**_only(law.get("programmes.of_bpu", on), law), "JHT": jht, "JP": never, "JKP": never}


def _of_size(size: Size, by: tuple[Ground, ...], on: date, law: Law) -> Programmes:
    """A firm: what its size demands; further programmes voluntarily (Perpres 109/2013 Pasal 6)."""
    rule, further = law.get(_BY_SIZE[size], on), law.get("programmes.further_voluntary", on)
    duty = law.cite(rule, law.get("employer.duty_to_register", on))
    found = {
        name: Told(Duty.COMPULSORY, (*duty, *by))
        if name in rule.words
        else Told(Duty.OPTIONAL, (*law.cite(further), *by))
        for name in _PROGRAMMES.values()
    }
    started = law.timelines["jkp.from_jkk_rate"][0]
    before = Told(Duty.NOT_POSSIBLE, law.cite(started))
    unread = Told(None, law.cite("jkp_duty_not_read"), Text("note.not_read"))
    return {**found, "JKP": before if on < started.since else unread}


def _of_state_body(on: date, law: Law) -> Programmes:
    """A state body: its other workers belong to JKK and JKM; the rest was not read."""
    rule = law.find("pu.of_state_bodies", on)
    unread = Told(None, law.cite("state_body_programmes_not_read"), Text("note.not_read"))
    listed = () if rule is None else rule.words
    by = () if rule is None else law.cite(rule)
    return {name: Told(Duty.COMPULSORY, by) if name in listed else unread for name in _PROGRAMMES.values()}


def _of_trainee(on: date, law: Law) -> Programmes:
    """A trainee: JKK, and JKM as a choice, on which two pages differ."""
    rule = law.get("programmes.of_trainee", on)
    unread = Told(None, law.cite("trainee_other_programmes_not_read"), Text("note.not_read"))
    jkm = Told(Duty.OPTIONAL, law.cite(rule, "trainee_jkm_conflict"))
    found = {name: Told(Duty.COMPULSORY, law.cite(rule)) for name in rule.words}
    return {**dict.fromkeys(_PROGRAMMES.values(), unread), "JKM": jkm, **found}


def _answered(frame: Answer, asked: _Asked) -> Answer:
    """Each programme by itself: a fact is missing only where it changes that programme."""
    possible = asked.possible_facts()
    findings: list[Finding] = []
    needed: list[MissingFact] = []
    for code, name in _PROGRAMMES.items():
        tried, facts = try_all(asked.told, possible, _duty_of(name))
        ways = [told[name] for _, told in tried]
        grounds = tuple(dict.fromkeys(ground for way in ways for ground in way.grounds))
        if facts:
            found = Finding(code=code, value=None, unit="code", grounds=(*facts, *grounds), note=NOT_TOLD)
        else:
            duty, note = ways[0].duty, ways[0].note
            found = Finding(code=code, value=duty and str(duty), unit="code", grounds=grounds, note=note)
        findings.append(found)
        needed += facts
    outcome = Outcome.CANNOT_DECIDE if needed else Outcome.YES
    needs = tuple(dict.fromkeys(needed))
    return evolve(frame, outcome=outcome, findings=tuple(findings), needs=needs, notes=(*frame.notes, *_notes(asked)))


def _duty_of(name: str) -> Callable[[Programmes], Duty | None]:
    return lambda told: told[name].duty


def _notes(asked: _Asked) -> tuple[Note, ...]:
    """Remarks that decide nothing."""
    law, on, segment = asked.law, asked.on, asked.worker.segment
    if asked.trainee:
        text = Text("note.trainee_conflict")
        return (Note(text=text, grounds=law.cite("trainee_jkm_conflict"), warning=True),)
    if segment is Segment.CONSTRUCTION:
        staff = law.cite(law.get("construction.permanent_staff", on))
        return (Note(text=Text("note.permanent_staff"), grounds=staff),)
    figures = (asked.firm.capital, asked.firm.yearly_sales) != (None, None)
    if segment is Segment.PU and figures and law.find("scale.limits", on) is None:
        limits = law.timelines["scale.limits"][0]
        text = Text("note.no_size_limits", {"first": limits.since})
        return (Note(text=text, grounds=law.cite(limits)),)
    return ()
