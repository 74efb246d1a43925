"""The contribution of a project whose wages are known: a share of the wage."""

from datetime import date

from attrs import evolve

from jamsos.answers.deciding import undecided
from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Line, Lines, Possibility
from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums.construction.programmes import PROGRAMMES, sum_of
from jamsos.premiums.construction.results import ConstructionPremium
from jamsos.premiums.relief_outcome import NOTHING_KNOWN, Relief, ReliefOutcome
from jamsos.values.money import MILLION, share_of


def by_wage(
    frame: ConstructionPremium, on: date, wage: int, condition_met: bool | None
) -> ConstructionPremium:
    """A share of the wage; PP 49/2020 leaves a share of that.

    Legal source: PP 44/2015 Pasal 54 ayat (1), 55 ayat (1).
    """
    law = frame.law
    relief = law.find("relief.pp49_2020.construction_by_wage", on)
    full = _wage_lines(law, on, wage, MILLION, ())
    if relief is None:
        return evolve(frame, lines=full, reliefs=(NOTHING_KNOWN,))
    # Of no wage nothing is due, with or without the relief.
    if condition_met is False or not wage:
        grounds = law.cite(relief)
        lines = tuple(_resting_on(line, grounds) for line in full)
        return evolve(frame, lines=lines, reliefs=_possible_reliefs(relief, condition_met))
    by_relief = law.cite(relief)
    reduced = _wage_lines(law, on, wage, relief.number, by_relief)
    if condition_met:
        return evolve(frame, lines=reduced, reliefs=_possible_reliefs(relief, condition_met))
    need = MissingFact("contract.relief_condition_met")
    if_met = _possibility(need, reduced, met=True)
    if_not_met = _possibility(need, full, met=False)
    possibilities = (if_met, if_not_met)
    return undecided(frame, (need,), by_relief, possibilities)


def _possible_reliefs(rule: Provision, condition_met: bool | None) -> tuple[ReliefOutcome, ...]:
    """How the relief falls out, as far as it was stated whether Pasal 13 is met."""
    given = ReliefOutcome(Relief.GIVEN, rule.number, rule)
    not_given = ReliefOutcome(Relief.NOT_PAID_UP, rule.number, rule)
    if condition_met is None:
        return (given, not_given)
    if condition_met:
        return (given,)
    return (not_given,)


def _possibility(need: MissingFact, lines: Lines, *, met: bool) -> Possibility:
    grounds = [ground for line in lines for ground in line.grounds]
    facts = {need.id: str(met)}
    total = sum_of(lines)
    return Possibility(facts=facts, total=total, grounds=tuple(grounds))


def _resting_on(line: Line, grounds: Grounds) -> Line:
    all_grounds = (*line.grounds, *grounds)
    return evolve(line, grounds=all_grounds)


def _wage_lines(law: Law, on: date, wage: int, factor: int, relief: Grounds) -> Lines:
    lines: list[Line] = []
    for code, rule in PROGRAMMES:
        rate = law.get(f"{rule}_by_wage", on)
        args: dict[str, Arg] = {"rate": rate.number, "wage": wage, "factor": factor}
        wage_part = share_of(rate.number, wage)
        amount = share_of(factor, wage_part)
        grounds = (*law.cite(rate), *relief)
        line = Line(
            code=code,
            amount=amount,
            grounds=grounds,
            formula=Text("formula.by_wage", args),
        )
        lines.append(line)
    return tuple(lines)
