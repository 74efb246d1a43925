"""What a migrant worker or the family receives: flat amounts, and costs up to a cap."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact, Needs
from jamsos.answers.parts import Note, Outcome, Possibility
from jamsos.answers.texts import Text
from jamsos.answers.trials import Trials, try_values
from jamsos.benefits.family.checks import check_family
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Decision
from jamsos.migrant.claim import MigrantClaim
from jamsos.migrant.items import CAPPED, UNREAD, MigrantItem
from jamsos.migrant.premium import migrant_day
from jamsos.migrant.prolongation import protection
from jamsos.migrant.protection import possibilities_on
from jamsos.migrant.results.benefit import MigrantBenefit
from jamsos.values.money import checked_rupiah
from jamsos.workers.closed_list import checked_code
from jamsos.workers.family import Family
from jamsos.workers.placement import Placement, checked_placement
from jamsos.workers.worker import checked_flag


def migrant_benefit(
    placement: Placement,
    item: MigrantItem | str,
    on: date,
    *,
    cost: int | None = None,
    by_agency_or_policy: bool | None = None,
    amount: int | None = None,
    family: Family | None = None,
    law: Law | None = None,
) -> MigrantBenefit:
    """What one benefit of a migrant worker comes to, by the law and protection of the day (D01).

    Of work death, total permanent disability, failed departure, failed placement, dentures and
    other items only the list was read, not the amount: 'cannot decide' unless the caller states
    it; wherever such an amount shows, a ground says that it was stated and not read.

    Legal source: Permenaker 4/2023 Pasal 27, 34, 57; amounts as BPJS Ketenagakerjaan states them.

    Args:
        placement: The registration and its days; decides what protects, and the amount of JKM.
        item: The benefit, as established by others.
        on: The day of the death, the accident, or other event.
        cost: What was spent, in whole rupiah, where a cost is refunded up to a cap: the case
            abroad, home care of its first months, the aid, or the transport of somebody placed
            contrary to the contract.
        by_agency_or_policy: Whether a departure failed through the agency's fault or through
            government policy.
        amount: What the item pays in whole rupiah, for an item whose amount was not read: as BPJS
            states it, or to reckon with.
        family: The survivors; decides who takes, not the amounts.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before Permenaker 4/2023.
        InputError: for invalid facts.

    >>> nurse = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2),
    ...                   contract_ends=date(2028, 3, 1), stage="abroad")
    >>> migrant_benefit(nurse, "other_death", date(2026, 8, 17)).total
    85000000
    >>> migrant_benefit(nurse, "glasses", date(2026, 8, 17), cost=1_250_000).total
    1000000

    """
    law = applied(law)
    the_item = checked_code(MigrantItem, item, "item")
    day = migrant_day(on, law, "on")
    checked_placement(placement)
    cost = _checked_cost(the_item, cost)
    by_agency_or_policy = _checked_fault(the_item, by_agency_or_policy)
    amount = _checked_amount(the_item, amount)
    check_family(family)
    frame = MigrantBenefit(
        title=Text("migrant_benefit.title", {"item": Text(f"item.{the_item}"), "day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={
            "placement": placement,
            "item": the_item,
            "on": day,
            "cost": cost,
            "amount": amount,
            "family": family,
        },
        notes=beyond_knowledge(law, day),
    )
    claim = MigrantClaim(frame, the_item, day, cost, by_agency_or_policy, amount, family)

    def answer_in(facts: Mapping[str, Any]) -> MigrantBenefit:
        stage = facts["placement.stage"]
        agency = facts["placement.agency"]
        cover = protection(placement, day, law, stage, agency=agency)
        return claim.answer_under(cover)

    # A day between two stages, or an unknown way of placement, may matter or not: each is tried.
    possible = possibilities_on(placement, day)
    trials = try_values(answer_in, possible, _outcome_and_amounts)
    first = trials.results[0]
    if first.decided and not trials.needs:
        return settled(first)
    answer = _undecided(frame, trials)
    return settled(answer)


def _checked_cost(item: MigrantItem, cost: object) -> int | None:
    """Refuse a cost of an item that refunds none."""
    if cost is None:
        return None
    if item not in CAPPED:
        capped_items = [str(capped) for capped in CAPPED]
        allowed = f"None for {str(item)!r}; a cost is refunded for {capped_items}"
        step = "leave cost out: the amount is fixed or not known"
        raise InputError("cost", cost, allowed, step)
    return checked_rupiah(cost, "cost")


def _checked_fault(item: MigrantItem, fault: object) -> bool | None:
    if fault is None:
        return None
    if item is not MigrantItem.FAILED_DEPARTURE:
        allowed = f"None for {str(item)!r}; True or False for 'failed_departure'"
        step = "leave it out"
        raise InputError("by_agency_or_policy", fault, allowed, step)
    return checked_flag(fault, "by_agency_or_policy")


def _checked_amount(item: MigrantItem, amount: object) -> int | None:
    """Refuse an amount of an item whose amount was read."""
    if amount is None:
        return None
    if item not in UNREAD:
        unread = sorted(str(one) for one in UNREAD)
        allowed = f"None for {str(item)!r}, whose amount is known; an amount for one of {unread}"
        raise InputError("amount", amount, allowed, "leave amount out")
    return checked_rupiah(amount, "amount")


def _outcome_and_amounts(answer: MigrantBenefit) -> object:
    """What of an answer counts where facts are missing."""
    amounts = [(line.code, line.amount) for line in answer.lines]
    return answer.outcome, amounts


def _undecided(frame: MigrantBenefit, trials: Trials[MigrantBenefit]) -> MigrantBenefit:
    """What is needed, why, and what each decided possibility would come to."""
    needs = _needs(trials)
    notes = _notes(trials)
    possibilities = _possibilities(trials)
    answer = evolve(
        frame,
        needs=needs,
        notes=tuple(notes.values()),
        possibilities=possibilities,
    )
    if "note.undecided" in notes:  # a stage that waits itself says with which grounds
        return answer
    return undecided(answer, needs, possibilities=possibilities)


def _needs(trials: Trials[MigrantBenefit]) -> Needs:
    """The facts that decide between the stages, then what each answer lacks; each once."""
    needs: list[MissingFact | Decision] = list(trials.needs)
    for answer in trials.results:
        needs += answer.needs
    return tuple(dict.fromkeys(needs))


def _notes(trials: Trials[MigrantBenefit]) -> dict[str, Note]:
    """The remarks of every possible stage; of one kind the last."""
    notes: dict[str, Note] = {}
    for answer in trials.results:
        for note in answer.notes:
            notes[note.code] = note
    return notes


def _possibilities(trials: Trials[MigrantBenefit]) -> tuple[Possibility, ...]:
    """What each decided combination of the facts that matter would come to."""
    names = [need.id for need in trials.needs]
    # Without a fact to choose between there are no possibilities, only facts to state.
    if not names:
        return ()
    possibilities: dict[tuple[str, ...], Possibility] = {}
    for trial in trials.trials:
        answer = trial.result
        if answer.decided:
            facts = {name: str(trial.facts[name]) for name in names}
            values = tuple(facts.values())
            possibilities[values] = Possibility(
                facts=facts, total=answer.total, grounds=answer.grounds
            )
    return tuple(possibilities.values())
