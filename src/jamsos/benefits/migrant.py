"""What a migrant worker or the family receives: flat amounts, and costs up to a cap."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.answers.unknown import try_all
from jamsos.benefits import rules
from jamsos.benefits.claim_end import claim_end
from jamsos.benefits.family_findings import who_takes
from jamsos.benefits.heirs import NOBODY, heirs
from jamsos.coverage.migrant import Protection, possibilities_on, protection
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.premiums.migrant import migrant_day
from jamsos.values.money import checked_rupiah
from jamsos.workers.codes import Code
from jamsos.workers.family import Family
from jamsos.workers.placement import Placement, Stage, checked_placement


class MigrantItem(Code):
    """The benefits of a migrant worker (Permenaker 4/2023 Pasal 27 ayat (1), 34 ayat (1)); stated, never found here."""

    OTHER_DEATH = "other_death"
    """A death not from a work accident: JKM. All others are JKK."""
    WORK_DEATH = "work_death"
    TOTAL_PERMANENT = "total_permanent"
    """*cacat total tetap*."""
    TREATMENT_ABROAD = "treatment_abroad"
    HOME_CARE = "home_care"
    HEARING_AID = "hearing_aid"
    GLASSES = "glasses"
    DENTURES = "dentures"
    ONE_SIDED_DISMISSAL = "one_sided_dismissal"
    PLACED_CONTRARY = "placed_contrary"
    """Placed contrary to the contract."""
    RAPE = "rape"
    FAILED_DEPARTURE = "failed_departure"
    FAILED_PLACEMENT = "failed_placement"
    OTHER = "other"
    """Any other item of the list."""


_CAPPED = {
    MigrantItem.TREATMENT_ABROAD: "migrant.treatment_abroad",
    MigrantItem.HOME_CARE: "migrant.home_care",
    MigrantItem.HEARING_AID: "migrant.hearing_aid",
    MigrantItem.GLASSES: "migrant.glasses",
    MigrantItem.PLACED_CONTRARY: "migrant.placed_contrary_transport",
}
_FIXED = {
    MigrantItem.ONE_SIDED_DISMISSAL: "migrant.one_sided_dismissal",
    MigrantItem.PLACED_CONTRARY: "migrant.placed_contrary",
    MigrantItem.RAPE: "migrant.rape",
}
_KNOWN = frozenset({*_CAPPED, *_FIXED})
_JKM = {
    "jkm.lump_sum": "migrant.jkm_lump_sum",
    "jkm.periodic": "migrant.jkm_periodic_total",
    "jkm.funeral": "migrant.jkm_funeral",
}
_JKM_DURING = {"migrant.jkm_during": "migrant.jkm_during"}


def migrant_benefit(
    placement: Placement,
    item: MigrantItem | str,
    on: date,
    *,
    cost: int | None = None,
    by_agency_or_policy: bool | None = None,
    family: Family | None = None,
    law: Law | None = None,
) -> Answer:
    """What one benefit of a migrant worker comes to, by the law and the protection of the day (decision D01).

    Of work death, total permanent disability, failed departure, failed placement, dentures and other
    items only the list was read, not the amount: 'cannot decide'.

    Legal source: Permenaker 4/2023 Pasal 27, 34, 57; amounts as BPJS Ketenagakerjaan states them.

    Args:
        placement: The registration and its days; decides what protects, and the amount of JKM.
        item: The benefit, as found by others.
        on: The day of the death, the accident, or what else happened.
        cost: What was spent, in whole rupiah, where a cost is refunded up to a cap: the case abroad,
            home care of its first months, the aid, or the transport of one placed contrary to the contract.
        by_agency_or_policy: Whether a departure failed by the agency's fault or by government policy.
        family: Who is left; decides who takes, not the amounts.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before Permenaker 4/2023.
        InputError: for facts that cannot be.

    >>> nurse = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2),
    ...                   contract_ends=date(2028, 3, 1), stage="abroad")
    >>> migrant_benefit(nurse, "other_death", date(2026, 8, 17)).total
    85000000
    >>> migrant_benefit(nurse, "glasses", date(2026, 8, 17), cost=1_250_000).total
    1000000

    """
    law, asked = applied(law), MigrantItem(item)
    day = migrant_day(on, law, "on")
    checked_placement(placement)
    _check_facts(asked, cost, by_agency_or_policy, family)
    frame = Answer(
        question="migrant_benefit",
        title=Text("migrant_benefit.title", {"item": Text(f"item.{asked}"), "day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"placement": placement, "item": asked, "on": day, "cost": cost, "family": family},
        notes=beyond_knowledge(law, day),
    )

    def of(placement__stage: Stage, placement__agency: bool) -> Answer:
        found = protection(placement, day, law, placement__stage, agency=placement__agency)
        return _answered(frame, found, asked, day, cost, by_agency_or_policy, family)

    tried, facts = try_all(of, possibilities_on(placement, day), _sum)
    decided = not facts and tried[0][1].decided
    return settled(tried[0][1] if decided else _undecided(frame, tried, facts))


def _answered(
    frame: Answer,
    found: Protection,
    item: MigrantItem,
    day: date,
    cost: int | None,
    fault: bool | None,
    family: Family | None,
) -> Answer:
    """The answer for one possible stage: whether its programme protects, then the amount."""
    frame = evolve(frame, notes=(*frame.notes, *found.notes))
    programme, covered = ("JKM", found.jkm) if item is MigrantItem.OTHER_DEATH else ("JKK", found.jkk)
    if covered is None:
        return _open(frame, found.needs, Text("note.undecided"), found.grounds)
    if not covered:
        why = Note(text=Text("note.migrant_unprotected", {"programme": programme}), grounds=found.grounds)
        return evolve(frame, outcome=Outcome.NO, notes=(*frame.notes, why))
    if item is MigrantItem.OTHER_DEATH:
        return _other_death(frame, found, day, family)
    return _jkk(frame, found, item, day, cost) if item in _KNOWN else _unread(frame, item, day, fault)


def _check_facts(item: MigrantItem, cost: object, fault: object, family: object) -> None:
    """Refuse a fact the item does not ask for, and what is no fact."""
    if cost is not None:
        if item not in _CAPPED:
            allowed = f"a cost for one of {[str(capped) for capped in _CAPPED]}"
            raise InputError("cost", cost, allowed, "leave it out: the amount is fixed or not known")
        checked_rupiah(cost, "cost")
    if fault is not None and (item is not MigrantItem.FAILED_DEPARTURE or not isinstance(fault, bool)):
        allowed = "True or False for a failed departure, else None"
        raise InputError("by_agency_or_policy", fault, allowed, "state it only where the departure failed")
    if family is not None and not isinstance(family, Family):
        raise InputError("family", type(family).__name__, "a Family or None", "build the facts with jamsos.Family(...)")


def _sum(answer: Answer) -> object:
    """What of an answer counts where facts are missing."""
    return answer.outcome, [(line.code, line.amount) for line in answer.lines]


def _undecided(frame: Answer, tried: list[tuple[dict[str, object], Answer]], facts: tuple[MissingFact, ...]) -> Answer:
    """What is needed, why, and what each decided possibility would come to."""
    answers = [answer for _, answer in tried]
    needs = tuple(dict.fromkeys((*facts, *(need for answer in answers for need in answer.needs))))
    notes = {note.code: note for answer in answers for note in answer.notes}
    notes.setdefault("note.undecided", Note(text=Text("note.undecided"), grounds=needs))
    names = [fact.id for fact in facts]
    possible = {
        tuple(str(values[name]) for name in names): (answer.total, answer.grounds)
        for values, answer in tried
        if names and answer.decided
    }
    possibilities = tuple(
        Possibility(facts=dict(zip(names, values, strict=True)), total=total, grounds=grounds)
        for values, (total, grounds) in possible.items()
    )
    return evolve(frame, needs=needs, notes=tuple(notes.values()), possibilities=possibilities)


def _other_death(frame: Answer, found: Protection, day: date, family: Family | None) -> Answer:
    """JKM: one sum during work with the right of two children, else three sums as for all others."""
    law = frame.law
    who = heirs(family, law, day)
    during = found.stage is Stage.ABROAD
    lines = tuple(
        Line(
            code=code,
            amount=rule.number,
            formula=Text("formula.paid_at_once" if code == "jkm.periodic" else "formula.fixed"),
            grounds=(*law.cite(rule), *found.grounds),
            party=None if who.taking == NOBODY else who.taking,
        )
        for code, rule in ((code, law.get(name, day)) for code, name in (_JKM_DURING if during else _JKM).items())
    )
    findings = list(who_takes(who, family, law, lines))
    if during:
        children = law.get("migrant.jkm_during_children", day)
        unread = Text("note.migrant_children")
        findings.append(
            Finding(code="migrant_children", value=children.number, grounds=law.cite(children), note=unread)
        )
    same, papers = law.get("migrant.heirs", day), law.get("papers.migrant_jkm", day)
    notes = [Note(text=Text("note.migrant_heirs"), grounds=law.cite(same)), *who.notes]
    if who.taking == NOBODY:
        notes.append(Note(text=Text("note.migrant_nobody"), grounds=law.cite(same), warning=True))
    notes.append(Note(text=Text("note.migrant_papers"), grounds=law.cite(papers)))
    return _paid(frame, lines, findings, notes)


def _jkk(frame: Answer, found: Protection, item: MigrantItem, day: date, cost: int | None) -> Answer:
    """JKK: a fixed sum, or a cost up to its cap."""
    law = frame.law
    lines: list[Line] = []
    if item in _FIXED:
        rule = law.get(_FIXED[item], day)
        grounds = (*law.cite(rule), *found.grounds)
        lines.append(Line(code=_FIXED[item], amount=rule.number, formula=Text("formula.fixed"), grounds=grounds))
    if item in _CAPPED:
        cap = law.get(_CAPPED[item], day)
        if cost is None:
            return _open(frame, (MissingFact("migrant.cost"),), Text("note.undecided"), law.cite(cap))
        formula = Text("formula.up_to", {"cost": cost, "cap": cap.number})
        grounds = (*law.cite(cap), *found.grounds)
        amount = rules.up_to(cost, cap.number)
        lines.append(Line(code=_CAPPED[item], amount=amount, formula=formula, grounds=grounds))
    years = law.get("migrant.jkk_claim_years", day)
    findings = [Finding(code="claim_until", value=claim_end(day, years, law), grounds=law.cite(years))]
    if item is MigrantItem.HOME_CARE:
        months = law.get("migrant.home_care_months", day)
        findings.append(Finding(code="home_care_months", value=months.number, grounds=law.cite(months)))
    listed = law.cite(law.get("migrant.listed_items", day))
    unread = Note(text=Text("note.migrant_item_period"), grounds=listed, warning=True)
    return _paid(frame, tuple(lines), findings, [unread])


def _unread(frame: Answer, item: MigrantItem, day: date, fault: bool | None) -> Answer:
    """An item of which only the list was read; a failed departure has a condition besides (Pasal 27 ayat (3))."""
    law = frame.law
    grounds = law.cite(law.get("migrant.listed_items", day))
    needs: tuple[MissingFact, ...] = (MissingFact("migrant.amount"),)
    if item is MigrantItem.FAILED_DEPARTURE:
        condition = law.cite(law.get("migrant.failed_departure_condition", day))
        if fault:
            note = Note(text=Text("note.migrant_departure_at_fault"), grounds=condition)
            return evolve(frame, outcome=Outcome.NO, notes=(*frame.notes, note))
        grounds = (*grounds, *condition)
        needs = needs if fault is False else (MissingFact("migrant.by_agency_or_policy"), *needs)
    return _open(frame, needs, Text("note.migrant_amount_unread", {"item": Text(f"item.{item}")}), grounds)


def _open(frame: Answer, needs: tuple[MissingFact, ...], text: Text, grounds: tuple[Ground, ...]) -> Answer:
    return evolve(frame, needs=needs, notes=(*frame.notes, Note(text=text, grounds=(*grounds, *needs))))


def _paid(frame: Answer, lines: tuple[Line, ...], findings: list[Finding], notes: list[Note]) -> Answer:
    by_day = Note(text=Text("note.migrant_event_day"), grounds=frame.law.cite("D01"))
    every = (*frame.notes, *notes, by_day)
    return evolve(frame, outcome=Outcome.YES, lines=lines, findings=tuple(findings), notes=every)
