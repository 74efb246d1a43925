"""What the family receives after a death at work or from another cause."""

from datetime import date
from fractions import Fraction

from attrs import evolve, field, frozen

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, Possibility, When, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.heirs import NOBODY, Heirs, heirs, payee
from jamsos.benefits.scholarship import figures
from jamsos.coverage.contribution_period import contribution_period
from jamsos.coverage.cover import checked_participation, missing_facts, priced_day
from jamsos.coverage.rights import Right, Rights, rights
from jamsos.coverage.standing import standing
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, current
from jamsos.law.provisions import Reading
from jamsos.premiums.rows import choose_row
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.money import MILLION, exact
from jamsos.workers.codes import Cause, Programme
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

_PAID = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


@frozen(kw_only=True)
class Case:
    """The facts of one death, and who takes."""

    worker: Worker
    participations: tuple[Participation, ...]
    family: Family | None
    died_on: date
    accident_on: date | None
    """The day of the accident or of the diagnosis; its law governs JKK (D01)."""
    cause: Cause
    accident_at: int | None
    for_children: tuple[int, ...] | None
    scheme: Scheme | None
    calendar: WorkingDay
    law: Law
    heirs: Heirs = field()

    @property
    def programme(self) -> Programme:
        """JKK for a death from work, JKM for any other."""
        return Programme.JKM if self.cause is Cause.OTHER else Programme.JKK

    @property
    def event(self) -> date | None:
        """The day whose law and cover count (decision D01)."""
        return self.died_on if self.programme is Programme.JKM else self.accident_on


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
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What the family of a BPU receives after a death.

    The lines are the cash before scholarship; the scholarship stands in three findings, each with
    its own name: ``scholarship_statutory_maximum``, ``scholarship_remaining_maximum`` and
    ``scholarship_first_instalment``. A finding with the value None cannot be decided.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 25, 34, 37, 39, 40, 42, Lampiran III;
    Permenaker 1/2025 Pasal 97A, 101.

    Args:
        worker: Who died; the income or the row gives the benefit base.
        participation: The membership, or several registrations.
        family: Who is left; decides who takes and the scholarship, not the amounts.
        died_on: The day of death.
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as found by others (D59).
        accident_on: The day of the accident or diagnosis, for JKK.
        accident_at: The registration (position) at which the accident happened, where there are several.
        for_children: Positions of the children who take the scholarship, where more than two may (D47).
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
    law = law or current()
    registrations = participation if isinstance(participation, tuple) else (participation,)
    for registration in registrations:
        checked_participation(registration)
    _check_order(worker, family, died_on, accident_on, law)
    stated = None if cause is None else Cause(cause)
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

    def answer(one: Cause) -> Answer:
        case = Case(
            worker=worker, participations=registrations, family=family, died_on=died_on, accident_on=accident_on,
            cause=one, accident_at=accident_at, for_children=for_children, scheme=scheme, calendar=calendar,
            law=law, heirs=heirs(family, law, died_on),
        )  # fmt: skip
        return _answered(case, frame)

    return settled(answer(stated) if stated else _cause_unknown(frame, [answer(one) for one in Cause]))


def _check_order(worker: Worker, family: Family | None, died_on: date, accident_on: date | None, law: Law) -> None:
    """Refuse events in an impossible order."""
    if not isinstance(worker, Worker):
        raise InputError("worker", type(worker).__name__, "a Worker", "build the facts with jamsos.Worker(...)")
    if family is not None and not isinstance(family, Family):
        raise InputError("family", type(family).__name__, "a Family or None", "build the facts with jamsos.Family(...)")
    priced_day(died_on, law, "died_on")
    if accident_on is not None and priced_day(accident_on, law, "accident_on") > died_on:
        raise InputError("accident_on", accident_on.isoformat(), "not after died_on", "check both dates")
    if worker.birth is not None and worker.birth > died_on:
        raise InputError("Worker.birth", worker.birth.isoformat(), "not after died_on", "check both dates")


def _cause_unknown(frame: Answer, tried: list[Answer]) -> Answer:
    """Without a cause: decided only if every cause gives the same."""
    need = MissingFact("cause")
    possibilities = tuple(
        Possibility(facts={"cause": str(cause)}, total=answer.total)
        for cause, answer in zip(Cause, tried, strict=True)
        if answer.decided
    )
    nothing = all(answer.outcome is Outcome.NO for answer in tried)
    if nothing:
        return tried[-1]
    note = Note(text=Text("note.undecided"), grounds=(need, *frame.law.cite("D01")))
    return evolve(frame, needs=(need,), possibilities=possibilities, notes=(*frame.notes, note))


def _answered(case: Case, frame: Answer) -> Answer:
    """Answer one cause: find the registrations that pay, then the lines, then the scholarship."""
    event = case.event
    if event is None:
        return _needs(frame, (MissingFact("accident_on"),))
    found: list[tuple[Participation, Rights]] = []
    for registration in case.participations:
        state = standing(registration, event, case.law, case.calendar)
        if state is None:
            return _needs(frame, missing_facts(registration))
        found.append((registration, rights(state, case.law)))
    if case.programme is Programme.JKM:
        lines, notes = _jkm(case, [due for _, due in found])
        return _finished(case, frame, lines, notes, found)
    return _work_death(case, frame, found, event)


def _needs(frame: Answer, needs: tuple[MissingFact | Reading, ...], grounds: tuple[Ground, ...] = ()) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=(*needs, *grounds))
    return evolve(frame, needs=needs, notes=(*frame.notes, note))


def _work_death(case: Case, frame: Answer, found: list[tuple[Participation, Rights]], event: date) -> Answer:
    """JKK: the registration at which the accident happened pays."""
    paying = [index for index, (_, due) in enumerate(found) if due.jkk_cash is not Right.NONE]
    at = case.accident_at
    if at is not None and not 0 <= at < len(found):
        raise InputError("accident_at", at, f"0 to {len(found) - 1}", "name one of the registrations")
    if at is None and len(found) > 1 and paying:
        return _needs(frame, (MissingFact("accident_at"),))
    registration, due = found[at or 0]
    if due.jkk_cash is Right.NONE:
        return _finished(case, frame, (), (_reason(due, due.jkk_grounds),), found)
    terms = case.scheme.terms_on(event) if case.scheme else None
    chosen = choose_row(case.worker, registration.row, terms, case.law, event)
    declared = case.worker.income if case.law.chose("D34", "declared_income") else None
    if chosen.row is None and declared is None:
        return _needs(frame, chosen.needs, chosen.grounds)
    base = declared if declared is not None else (chosen.row.base_income if chosen.row else 0)
    lines = _jkk(case, due, base, (*chosen.grounds, *case.law.cite("D34")), event)
    return _finished(case, frame, lines, (*chosen.notes, _reason(due, due.jkk_grounds)), [(registration, due)])


def _jkk(case: Case, due: Rights, base: int, base_grounds: tuple[Ground, ...], event: date) -> tuple[Line, ...]:
    """The cash of a death from work: death money with its floor, periodic money, funeral money (Lampiran III)."""
    law = case.law
    share, months = law.get("jkk.death_share", event), law.get("jkk.base_months", event)
    lump = law.get("jkm.lump_sum", event)
    floor_rules = [lump]
    if law.chose("D44", "whole_jkm"):
        floor_rules += [law.get("jkm.periodic_total", event), law.get("jkm.funeral", event)]
    floor = sum(rule.number for rule in floor_rules)
    death = exact(Fraction(rules.jkk_death_millionths(base, months.number, share.number, floor, MILLION), MILLION))
    text = Text("formula.jkk_death", {"share": share.number, "months": months.number, "base": base, "floor": floor})
    periodic, funeral = law.get("jkk.periodic_total", event), law.get("jkk.funeral", event)
    floor_grounds = (law.get("jkk.death_floor", event), *floor_rules)
    when = _PAID[due.jkk_cash]
    at_once = Text("formula.paid_at_once")
    parts = [
        ("jkk.death", death, text, (*law.cite(share, months, *floor_grounds), *base_grounds)),
        ("jkk.periodic", periodic.number, at_once, law.cite(periodic)),
        ("jkk.funeral", funeral.number, Text("formula.fixed"), law.cite(funeral)),
    ]
    return tuple(
        Line(code=code, amount=amount, formula=formula, when=when, party=payee(case.heirs.taking, code, law),
             grounds=(*grounds, *due.jkk_grounds))
        for code, amount, formula, grounds in parts
    )  # fmt: skip


def _jkm(case: Case, found: list[Rights]) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """The cash of any other death, for each registration; the funeral money once from 24 February 2025."""
    law, day = case.law, case.died_on
    once_rule = law.find("jkm.several_registrations_funeral_once", day)
    once = once_rule is not None or law.chose("D45", "funeral_once_before")
    several: tuple[Ground, ...] = ()
    if len(found) > 1:
        several = law.cite(once_rule) if once_rule is not None else law.cite("D45")
    lines: list[Line] = []
    for due in found:
        parts = [("jkm.lump_sum", "jkm.lump_sum", due.jkm_rest, "formula.fixed"),
                 ("jkm.periodic", "jkm.periodic_total", due.jkm_rest, "formula.paid_at_once")]  # fmt: skip
        if not (once and any(line.code == "jkm.funeral" for line in lines)):
            parts.append(("jkm.funeral", "jkm.funeral", due.jkm_funeral, "formula.fixed"))
        for code, name, right, formula in parts:
            if right is not Right.NONE:
                rule = law.get(name, day)
                lines.append(
                    Line(code=code, amount=rule.number, formula=Text(formula), when=_PAID[right],
                         party=payee(case.heirs.taking, code, law),
                         grounds=(*law.cite(rule), *several, *due.jkm_grounds))
                )  # fmt: skip
    active = law.cite(law.get("jkm.active_period", day))
    return tuple(lines), tuple(_reason(due, (*due.jkm_grounds, *active)) for due in found)


def _reason(due: Rights, grounds: tuple[Ground, ...]) -> Note:
    return Note(text=due.reason, grounds=grounds)


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
    answer = evolve(
        frame,
        outcome=Outcome.YES if lines else Outcome.NO,
        lines=lines,
        notes=(*frame.notes, by_law, *notes),
    )
    if not lines:
        return answer
    return evolve(answer, findings=(*_who_takes(case, lines), *_scholarship(case, found)))


def _who_takes(case: Case, lines: tuple[Line, ...]) -> tuple[Finding, ...]:
    """The class of heirs; under the alternative of D50 also an equal share of each spouse and child."""
    who = case.heirs
    note = Text("note.undecided") if who.taking is None else None
    grounds = (*who.grounds, *who.needs)
    found = [Finding(code="heirs", value=who.taking, unit="code", grounds=grounds, note=note)]
    family = case.family
    if (
        case.law.chose("D50", "equal_shares")
        and who.taking == "spouse_or_child"
        and family
        and family.children is not None
    ):
        heads = len(family.children) + bool(family.spouse)
        total = sum((Fraction(line.amount) for line in lines), Fraction(0))
        found.append(Finding(code="share_each", value=exact(total / heads), unit="rupiah", grounds=grounds))
    return tuple(found)


def _scholarship(case: Case, found: list[tuple[Participation, Rights]]) -> tuple[Finding, ...]:
    """The scholarship in its three meanings, where there is a right to it."""
    law, event = case.law, case.event or case.died_on
    right, grounds, count = _scholarship_right(case, found, event)
    findings = [Finding(code="scholarship_right", value=str(right), unit="code", grounds=grounds), *count]
    if right is Right.NONE:
        return tuple(findings)
    children = () if case.heirs.taking == NOBODY else (case.family.children if case.family else None)
    sums = figures(children, case.for_children, law, event)
    parts = (
        ("statutory_maximum", sums.statutory),
        ("remaining_maximum", sums.remaining),
        ("first_instalment", sums.first),
    )
    for code, value in parts:
        note = Text("note.undecided") if value is None else None
        needs = sums.needs if value is None else ()
        every: tuple[Ground, ...] = (*sums.grounds, *needs)
        findings.append(Finding(code=f"scholarship_{code}", value=value, unit="rupiah", grounds=every, note=note))
    return tuple(findings)


def _scholarship_right(
    case: Case, found: list[tuple[Participation, Rights]], event: date
) -> tuple[Right, tuple[Ground, ...], list[Finding]]:
    """Whether and when there is a right: JKK without, JKM with a minimum contribution period."""
    law = case.law
    if case.programme is Programme.JKK:
        rule = law.get("jkk.no_minimum_membership", event)
        disease = case.cause is Cause.OCCUPATIONAL_DISEASE
        barred = disease and law.chose("D49", "accident_only")
        jkk = found[0][1]
        grounds = (*law.cite(rule, *(("D49",) if disease else ())), *jkk.jkk_grounds)
        return (Right.NONE if barred else jkk.jkk_cash), grounds, []
    rule = law.get("jkm.scholarship_min_contribution_months", event)
    periods = [(contribution_period(registration, event), due) for registration, due in found]
    period, due = max(periods, key=lambda item: item[0].counted(law))
    grounds = (*law.cite(rule), *due.jkm_grounds)
    count = [Finding(code="paid_months", value=period.cumulative, grounds=law.cite(rule))]
    if (period.cumulative >= rule.number) != (period.unbroken >= rule.number):
        note = Text("note.counts_differ", {"needed": rule.number})
        count.append(Finding(code="paid_months_unbroken", value=period.unbroken, grounds=law.cite("D33"), note=note))
    enough = period.counted(law) >= rule.number
    return (due.jkm_rest if enough else Right.NONE), grounds, count
