"""The contribution of a project by its contract value: each slice at the share of its tier."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Finding, Line, warning
from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.premiums.construction.instalments import (
    Contract,
    instalments,
    relieved_instalments,
    share_paid,
)
from jamsos.premiums.construction.programmes import PROGRAMMES, sum_of
from jamsos.premiums.construction.results import ConstructionPremium, TierSlice
from jamsos.premiums.construction.tiers import tiers
from jamsos.values.money import MILLION, Rupiah, exact, quotient


def by_value(
    frame: ConstructionPremium, on: date, net: Rupiah, contract: Contract
) -> ConstructionPremium:
    """Each slice of the value without VAT at the share of its tier.

    Legal source: PP 44/2015 Pasal 54 ayat (2), 55 ayat (2).
    """
    law = frame.law
    rule_of_basis = law.get("construction.value_without_vat", on)
    basis = law.cite(rule_of_basis)
    lines: list[Line] = []
    slices: list[TierSlice] = []
    for code, rule in PROGRAMMES:
        slices_of_programme = list(_slices(law, on, net, code, f"{rule}_of_tiers"))
        grounds = _grounds_of_tiers(law, on, f"{rule}_of_tiers", basis)
        lines += [_tier_line(one, grounds) for one in slices_of_programme]
        slices += slices_of_programme
    assessed = sum_of(tuple(lines))
    findings = [Finding(code="value_without_vat", value=net, unit="rupiah", grounds=basis)]
    relief = law.find("relief.pp49_2020.construction_by_contract", on)
    if relief is None:
        parts, notes = instalments(contract, on, assessed, law)
    else:
        relief_grounds = law.cite(relief)
        findings.append(assessed_in_full(assessed, relief_grounds))
        lines = [relieved(line, share_paid(on, relief, law), relief_grounds) for line in lines]
        parts = relieved_instalments(on, assessed, relief, law)
        notes = (warning("note.construction_relief", relief_grounds),)
    deadline = law.get("construction.register_within", on)
    register_within = Finding(
        code="register_within", value=deadline.number, grounds=law.cite(deadline)
    )
    return evolve(
        frame,
        lines=tuple(lines),
        findings=(*findings, *parts, register_within),
        notes=(*frame.notes, *notes),
        slices=tuple(slices),
    )


def assessed_in_full(total: Rupiah, grounds: Grounds) -> Finding:
    """What the contribution would come to without the relief of PP 49/2020."""
    return Finding(code="assessed", value=total, unit="rupiah", grounds=grounds)


def relieved(line: Line, share: Fraction, grounds: Grounds) -> Line:
    """A line of which PP 49/2020 leaves a share to pay."""
    args: dict[str, Arg] = {"assessed": line.amount}
    return evolve(
        line,
        amount=exact(line.amount * share),
        grounds=(*line.grounds, *grounds),
        formula=Text("formula.relieved", args),
    )


def _slices(law: Law, on: date, net: Rupiah, code: str, rule: str) -> Iterator[TierSlice]:
    """The slice of each tier the value reaches."""
    bounds, shares = law.get("construction.tiers", on), law.get(rule, on)
    # A value without VAT may have parts of a rupiah: they are counted as whole parts.
    parts = net.denominator
    for tier in tiers(bounds, shares):
        scaled = tier.times(parts)
        tier_slice = scaled.slice_of(net.numerator)
        if not tier_slice:
            continue
        amount = quotient(tier.share * tier_slice, MILLION * parts)
        yield TierSlice(
            code=code, value=quotient(tier_slice, parts), share=tier.share, amount=amount
        )


def _grounds_of_tiers(law: Law, on: date, rule: str, basis: Grounds) -> Grounds:
    """What the contribution to a programme by tiers rests on."""
    rules = law.cite(law.get(rule, on), law.get("construction.tiers", on))
    return (*rules, *basis)


def _tier_line(tier_slice: TierSlice, grounds: Grounds) -> Line:
    """The line of one slice."""
    args: dict[str, Arg] = {"rate": tier_slice.share, "slice": tier_slice.value}
    return Line(
        code=tier_slice.code,
        amount=tier_slice.amount,
        grounds=grounds,
        formula=Text("formula.tier", args),
    )
