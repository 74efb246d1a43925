"""The contribution of a construction project: on the wage where it is known, else on the contract value."""

import re
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.premiums import rules
from jamsos.premiums.tables import tiers
from jamsos.values.money import LARGEST, MILLION, Rupiah, checked_exact, checked_rupiah, exact, quotient, share_of

_RATE = re.compile(r"0\.\d{1,6}", re.ASCII)
_PROGRAMMES = (("premium.jkk", "construction.jkk"), ("premium.jkm", "construction.jkm"))


def construction_premium(
    on: date,
    *,
    value: Rupiah | None = None,
    contains_vat: bool | None = None,
    vat_rate: str | None = None,
    monthly_wage: int | None = None,
    relief_condition_met: bool | None = None,
    unpaid_in_relief: Rupiah | None = None,
    law: Law | None = None,
) -> Answer:
    """The JKK and JKM contribution (*iuran*) of a construction project, assessed on a day.

    Legal source: PP 44/2015 Pasal 54 and 55; PP 49/2020.

    Args:
        on: The day of registration; with a wage, a day of the contribution month.
        value: The contract value (*nilai kontrak kerja konstruksi*).
        contains_vat: Whether the value contains VAT (*PPN*).
        vat_rate: The rate of the VAT in the value, as ``"0.11"``; never assumed (D28).
        monthly_wage: The wage of a month, where the wage component is known; then no value is needed.
        relief_condition_met: With a wage in months of PP 49/2020: whether its Pasal 13 is met.
        unpaid_in_relief: Of a project registered before August 2020: what was unpaid when PP 49/2020 began.
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in rupiah, by contract value one for each tier; the instalments as findings.

    Raises:
        OutsideLawError: for a day before July 2015.
        InputError: for facts that cannot be.

    >>> answer = construction_premium(date(2026, 3, 2), value=180_000_000, contains_vat=False)
    >>> answer.line("premium.jkk"), answer.line("premium.jkm")
    (346000, 46000)

    """
    law = applied(law)
    day_of_law(on, law, "on")
    _check_facts(value, contains_vat, vat_rate, monthly_wage)
    _check_relief(on, value, monthly_wage, relief_condition_met, unpaid_in_relief, law)
    frame = Answer(
        question="construction_premium",
        title=Text("construction_premium.title", {"day": on}),
        outcome=Outcome.YES,
        law=law,
        facts={"on": on, "value": value, "contains_vat": contains_vat, "vat_rate": vat_rate, "wage": monthly_wage},
        notes=beyond_knowledge(law, on),
    )
    if monthly_wage is not None:
        return settled(_by_wage(frame, on, monthly_wage, relief_condition_met))
    need = _needed(value, contains_vat, vat_rate)
    if need is not None or value is None:
        needs = (MissingFact("contract.value") if need is None else need,)
        basis = law.get("construction.value_without_vat", on)
        return settled(_undecided(frame, needs, (*needs, *law.cite(basis))))
    net = value if vat_rate is None else without_vat(value, vat_rate)
    return settled(_with_remainder(_by_value(frame, on, net), unpaid_in_relief))


def without_vat(value: Rupiah, rate: str) -> Rupiah:
    """The contract value without the VAT in it, exactly; the rate is the caller's (decision D28).

    Raises:
        InputError: for a rate that is no decimal share between 0 and 1.

    >>> without_vat(1_110_000_000, "0.11"), without_vat(1, "0.11")
    (1000000000, Fraction(100, 111))

    """
    given: object = rate
    if not isinstance(given, str) or not _RATE.fullmatch(given) or not Fraction(given):
        allowed = "a decimal share above 0 and below 1, as text"
        raise InputError("vat_rate", given, allowed, 'write 11 percent as "0.11"')
    return exact(_checked_value(value) / (1 + Fraction(given)))


def _checked_value(value: object) -> Fraction:
    """A contract value: whole rupiah or an exact fraction, above 0."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction) or not 0 < value <= LARGEST:
        allowed = "exact rupiah above 0, as int or Fraction"
        raise InputError("value", value, allowed, "give the contract value in rupiah")
    return Fraction(value)


def _check_facts(value: object, contains_vat: object, vat_rate: str | None, wage: object) -> None:
    """Refuse facts that cannot be or that contradict each other."""
    if wage is not None:
        checked_rupiah(wage, "monthly_wage")
        if (value, contains_vat, vat_rate) != (None, None, None):
            raise InputError(
                "value", value, "a wage or a contract value", "leave out the value where the wage is known"
            )
    if value is not None:
        _checked_value(value)
    _checked_flag(contains_vat, "contains_vat")
    if vat_rate is not None:
        without_vat(1, vat_rate)
        if contains_vat is not True:
            raise InputError("vat_rate", vat_rate, "a rate for a value that contains VAT", "state contains_vat as true")


def _check_relief(
    on: date, value: object, wage: object, condition_met: object, unpaid: Rupiah | None, law: Law
) -> None:
    """Refuse facts of PP 49/2020 where it does not ask for them."""
    _checked_flag(condition_met, "relief_condition_met")
    if condition_met is not None and wage is None:
        raise InputError("relief_condition_met", condition_met, "only with a monthly_wage", "leave it out")
    if unpaid is None:
        return
    checked_exact(unpaid, "unpaid_in_relief")
    if value is None or on >= law.timelines["relief.pp49_2020.construction_by_contract"][0].since:
        allowed = "only of a contract value registered before the relief began"
        raise InputError("unpaid_in_relief", unpaid, allowed, "leave it out")


def _with_remainder(answer: Answer, unpaid: Rupiah | None) -> Answer:
    """A project registered before PP 49/2020 pays a share of what was then unpaid."""
    if unpaid is None:
        return answer
    if unpaid > answer.total:
        allowed = f"at most the assessed contribution ({answer.total})"
        raise InputError("unpaid_in_relief", unpaid, allowed, "check what was paid before")
    law = answer.law
    relief = law.timelines["relief.pp49_2020.construction_by_contract"][0]
    left = Finding(
        code="remainder_relieved",
        value=share_of(relief.number, unpaid),
        unit="rupiah",
        grounds=law.cite(relief),
    )
    note = Note(text=Text("note.construction_remainder"), grounds=law.cite(relief), warning=True)
    return evolve(answer, findings=(*answer.findings, left), notes=(*answer.notes, note))


def _checked_flag(value: object, name: str) -> None:
    if value is not None and not isinstance(value, bool):
        raise InputError(name, value, "True, False or None", "say whether it is so, or leave it out")


def _needed(value: Rupiah | None, contains_vat: bool | None, vat_rate: str | None) -> MissingFact | None:
    """The first fact without which a contract value cannot be priced."""
    if value is None:
        return MissingFact("contract.value")
    if contains_vat is None:
        return MissingFact("contract.contains_vat")
    return MissingFact("contract.vat_rate") if contains_vat and vat_rate is None else None


def _undecided(frame: Answer, needs: tuple[MissingFact, ...], grounds: tuple[Ground, ...]) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=grounds)
    return evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*frame.notes, note))


def _by_wage(frame: Answer, on: date, wage: int, met: bool | None) -> Answer:
    """PP 44/2015 Pasal 54 ayat (1), 55 ayat (1): a share of the wage; PP 49/2020 leaves a share of that."""
    law = frame.law
    relief = law.find("relief.pp49_2020.construction_by_wage", on)
    full = _wage_lines(law, on, wage, MILLION, ())
    if relief is None or met is False or not wage:
        return evolve(frame, lines=full if relief is None else tuple(_also(line, law.cite(relief)) for line in full))
    reduced = _wage_lines(law, on, wage, relief.number, law.cite(relief))
    if met:
        return evolve(frame, lines=reduced)
    need = MissingFact("contract.relief_condition_met")
    possible = tuple(
        Possibility(
            facts={need.id: str(kept)},
            total=exact(sum((Fraction(line.amount) for line in lines), Fraction(0))),
            grounds=tuple(ground for line in lines for ground in line.grounds),
        )
        for kept, lines in ((True, reduced), (False, full))
    )
    return evolve(_undecided(frame, (need,), (need, *law.cite(relief))), possibilities=possible)


def _also(line: Line, grounds: tuple[Ground, ...]) -> Line:
    return evolve(line, grounds=(*line.grounds, *grounds))


def _wage_lines(law: Law, on: date, wage: int, factor: int, relief: tuple[Ground, ...]) -> tuple[Line, ...]:
    rates = [(code, law.get(f"{rule}_by_wage", on)) for code, rule in _PROGRAMMES]
    return tuple(
        Line(
            code=code,
            amount=share_of(factor, share_of(rate.number, wage)),
            grounds=(*law.cite(rate), *relief),
            formula=Text("formula.by_wage", {"rate": rate.number, "wage": wage, "factor": factor}),
        )
        for code, rate in rates
    )


def _by_value(frame: Answer, on: date, net: Rupiah) -> Answer:
    """PP 44/2015 Pasal 54 ayat (2), 55 ayat (2): each slice of the value without VAT at the share of its tier."""
    law = frame.law
    basis = law.cite(law.get("construction.value_without_vat", on))
    lines = tuple(
        line for code, rule in _PROGRAMMES for line in _tier_lines(law, on, net, code, f"{rule}_of_tiers", basis)
    )
    total = sum((Fraction(line.amount) for line in lines), Fraction(0))
    value = Finding(code="value_without_vat", value=net, unit="rupiah", grounds=basis)
    instalments, notes = _instalments(law, on, total)
    deadline = law.find("construction.register_within", on)
    if deadline is None:
        open_end = law.cite("no_construction_deadline_known")
        notes += (Note(text=Text("note.construction_deadline_unknown"), grounds=open_end),)
        return evolve(frame, lines=lines, findings=(value, *instalments), notes=(*frame.notes, *notes))
    within = Finding(code="register_within", value=deadline.number, grounds=law.cite(deadline))
    return evolve(frame, lines=lines, findings=(value, *instalments, within), notes=(*frame.notes, *notes))


def _tier_lines(law: Law, on: date, net: Rupiah, code: str, rule: str, basis: tuple[Ground, ...]) -> tuple[Line, ...]:
    """One line for each tier the value reaches; parts of a rupiah are counted in whole parts."""
    bounds, shares = law.get("construction.tiers", on), law.get(rule, on)
    parts = net.denominator
    scaled = [tier.times(parts) for tier in tiers(bounds, shares)]
    slices = [(tier, rules.tier_slice(net.numerator, tier.over, tier.up_to)) for tier in scaled]
    return tuple(
        Line(
            code=code,
            amount=quotient(rules.tiered_millionths(net.numerator, (tier,)), MILLION * parts),
            grounds=(*law.cite(shares, bounds), *basis),
            formula=Text("formula.tier", {"rate": tier.share, "slice": quotient(part, parts)}),
        )
        for tier, part in slices
        if part
    )


def _instalments(law: Law, on: date, total: Fraction) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """The instalments; in months of PP 49/2020 also what the later ones come to."""
    rule = law.get("construction.instalments", on)
    shares = [int(str(share)) for (share,) in rule.rows]
    found = [
        Finding(code=code, value=share_of(share, total), unit="rupiah", grounds=law.cite(rule))
        for code, share in zip(("instalment_first", "instalment_second", "instalment_third"), shares, strict=True)
    ]
    relief = law.find("relief.pp49_2020.construction_by_contract", on)
    if relief is None:
        return tuple(found), ()
    grounds = law.cite(relief, rule)
    later = share_of(relief.number, share_of(sum(shares[1:]), total))
    found.append(Finding(code="later_instalments_relieved", value=later, unit="rupiah", grounds=grounds))
    return tuple(found), (Note(text=Text("note.construction_relief"), grounds=grounds, warning=True),)
