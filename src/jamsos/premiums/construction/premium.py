"""The contribution of a construction project.

It is taken from the wage where that is known, else from the contract value.
"""

import re
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Finding, Notes, Outcome, remark, warning
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.premiums.construction.by_value import assessed_in_full, by_value, relieved
from jamsos.premiums.construction.by_wage import by_wage
from jamsos.premiums.construction.instalments import Contract
from jamsos.premiums.construction.results import INSTALMENTS, ConstructionPremium
from jamsos.values.days import plausible_day
from jamsos.values.money import (
    LARGEST,
    Rupiah,
    checked_exact,
    checked_rupiah,
    exact,
    share_of,
)
from jamsos.values.plain import advice, as_whole
from jamsos.workers.worker import checked_count, flag_or_none

_MOST_INSTALMENTS = 99
"""Above the instalments of any plan."""
_RATE = re.compile(r"0\.\d{1,6}", re.ASCII)


def construction_premium(
    on: date,
    *,
    value: Rupiah | None = None,
    contains_vat: bool | None = None,
    vat_rate: str | None = None,
    monthly_wage: int | None = None,
    relief_condition_met: bool | None = None,
    unpaid_in_relief: Rupiah | None = None,
    starts: date | None = None,
    ends: date | None = None,
    number_of_instalments: int | None = None,
    law: Law | None = None,
) -> ConstructionPremium:
    """The JKK and JKM contribution (*iuran*) of a construction project, assessed on a day.

    Legal source: PP 44/2015 Pasal 54 and 55; Permenaker 5/2021 Pasal 71 and 72; PP 49/2020.

    Args:
        on: The day of registration; with a wage, a day of the contribution month.
        value: The contract value (*nilai kontrak kerja konstruksi*).
        contains_vat: Whether the value contains VAT (*PPN*).
        vat_rate: The rate of the VAT in the value, as ``"0.11"``; never assumed (D28).
        monthly_wage: The wage of a month, where the wage component is known; then no value is
            needed.
        relief_condition_met: With a wage in months of PP 49/2020: whether its Pasal 13 is met.
        unpaid_in_relief: Of a project registered before August 2020: what was unpaid when
            PP 49/2020 began.
        starts: The day the work starts by the contract.
        ends: The last day of the contract: one of more than two years may be paid in four parts.
        number_of_instalments: In how many the contractor chose to pay.
        law: The law to apply; by default the one shipped.

    Returns:
        What is to be paid for JKK and JKM in rupiah, by contract value with the slice in each tier,
        and the instalments.

    Raises:
        OutsideLawError: for a day before July 2015.
        InputError: for invalid facts.

    >>> answer = construction_premium(date(2026, 3, 2), value=180_000_000, contains_vat=False)
    >>> answer.jkk, answer.jkm, answer.instalments
    (346000, 46000, (196000, 98000, 98000))

    """
    law = applied(law)
    on = judged_day(on, law, "on")
    if monthly_wage is not None:
        monthly_wage = checked_rupiah(monthly_wage, "monthly_wage")
    if value is not None:
        value = exact(_checked_value(value))
    contains_vat = flag_or_none(contains_vat, "contains_vat")
    relief_condition_met = flag_or_none(relief_condition_met, "relief_condition_met")
    if unpaid_in_relief is not None:
        unpaid_in_relief = checked_exact(unpaid_in_relief, "unpaid_in_relief")
    _check_facts(value, contains_vat, vat_rate, monthly_wage)
    contract = _checked_contract(starts, ends, number_of_instalments, monthly_wage)
    _check_relief(on, value, monthly_wage, relief_condition_met, unpaid_in_relief, law)
    title = Text("construction_premium.title", {"day": on})
    frame = ConstructionPremium(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts={
            "on": on,
            "value": value,
            "contains_vat": contains_vat,
            "vat_rate": vat_rate,
            "monthly_wage": monthly_wage,
            "starts": contract.starts,
            "ends": contract.ends,
            "number_of_instalments": contract.number,
        },
        notes=(*beyond_knowledge(law, on), *_tender_note(on, law)),
    )
    # The value counts only where the wage component is not known (Pasal 54, 55).
    if monthly_wage is not None:
        answer = by_wage(frame, on, monthly_wage, relief_condition_met)
        return settled(answer)
    need = _missing(value, contains_vat, vat_rate)
    if value is None or need is not None:
        need = need or MissingFact("contract.value")
        basis = law.get("construction.value_without_vat", on)
        grounds = law.cite(basis)
        return settled(undecided(frame, (need,), grounds))
    net = value
    if vat_rate is not None:
        net = without_vat(value, vat_rate)
    answer = by_value(frame, on, net, contract)
    return settled(_with_remainder(answer, unpaid_in_relief))


def _tender_note(on: date, law: Law) -> Notes:
    """That tender and offer contain the contributions (Permenaker 5/2021 Pasal 73)."""
    rule = law.find("construction.tender", on)
    if rule is None:
        return ()
    return (remark("note.construction_tender", law.cite(rule)),)


def without_vat(value: Rupiah, rate: str) -> Rupiah:
    """The contract value without the VAT in it, exactly; the rate is the caller's (decision D28).

    Raises:
        InputError: for a rate that is no decimal share between 0 and 1.

    >>> without_vat(1_110_000_000, "0.11"), without_vat(1, "0.11")
    (1000000000, Fraction(100, 111))

    """
    checked_value = _checked_value(value)
    checked_rate = _checked_rate(rate, "rate")
    return exact(checked_value / (1 + checked_rate))


def _checked_rate(rate: object, name: str) -> Fraction:
    # As text: a float would not be exactly the rate on the contract.
    if isinstance(rate, str) and _RATE.fullmatch(rate):
        share = Fraction(rate)
        if share > 0:
            return share
    allowed = "a decimal share above 0 and below 1, as text"
    step = 'write 11 percent as "0.11"'
    raise InputError(name, rate, allowed, step)


def _checked_value(value: object) -> Fraction:
    """A contract value: whole rupiah or an exact fraction, above 0."""
    amount = value if isinstance(value, Fraction) else as_whole(value)
    if amount is None or not 0 < amount <= LARGEST:
        allowed = "exact rupiah above 0, as int or Fraction"
        step = advice(value, "give the contract value as an int, or as a Fraction of rupiah")
        raise InputError("value", value, allowed, step)
    return Fraction(amount)


def _check_facts(
    value: Rupiah | None,
    contains_vat: bool | None,
    vat_rate: str | None,
    monthly_wage: int | None,
) -> None:
    """Refuse facts that contradict each other, and a rate that is none."""
    stated_value = (value, contains_vat, vat_rate)
    if monthly_wage is not None and stated_value != (None, None, None):
        allowed = "either monthly_wage, or value with contains_vat and vat_rate"
        step = "leave out the value where the wage is known"
        raise InputError("monthly_wage", monthly_wage, allowed, step)
    if vat_rate is None:
        return
    _checked_rate(vat_rate, "vat_rate")
    # It would take a tax off that is not in the value.
    if contains_vat is not True:
        allowed = "None, or a rate together with contains_vat=True"
        step = "leave vat_rate out, or state contains_vat=True"
        raise InputError("vat_rate", vat_rate, allowed, step)


def _checked_contract(
    starts: date | None, ends: date | None, number: int | None, monthly_wage: int | None
) -> Contract:
    """What the instalments depend on, of a contribution by contract value."""
    if starts is not None:
        starts = plausible_day(starts, "starts")
    if ends is not None:
        ends = plausible_day(ends, "ends")
    if starts is not None and ends is not None and ends < starts:
        raise InputError("ends", ends, f"not before {starts}", "check both dates")
    stated = (starts, ends, number)
    if monthly_wage is not None and stated != (None, None, None):
        allowed = "a wage or a contract value"
        step = "leave it out where the wage is known: the instalments are those of a contract value"
        raise InputError("number_of_instalments", number, allowed, step)
    if number is not None:
        number = checked_count(number, "number_of_instalments", _MOST_INSTALMENTS)
    return Contract(starts=starts, ends=ends, number=number)


def _check_relief(
    on: date, value: object, wage: object, condition_met: object, unpaid: Rupiah | None, law: Law
) -> None:
    """Refuse facts of PP 49/2020 where it does not ask for them."""
    if condition_met is not None and wage is None:
        allowed = "None without monthly_wage"
        step = "leave relief_condition_met out, or state monthly_wage"
        raise InputError("relief_condition_met", condition_met, allowed, step)
    if unpaid is None:
        return
    # Registered later, a project pays its first instalment in full instead.
    periods = law.timelines["relief.pp49_2020.construction_by_contract"]
    if value is None or on >= periods[0].since:
        allowed = f"None, but for a contract value registered before {periods[0].since}"
        raise InputError("unpaid_in_relief", unpaid, allowed, "leave it out")


def _with_remainder(answer: ConstructionPremium, unpaid: Rupiah | None) -> ConstructionPremium:
    """A project registered before PP 49/2020 pays a share of what was then unpaid."""
    if unpaid is None:
        return answer
    # Not with the other checks: only now is the assessed amount known.
    if unpaid > answer.total:
        allowed = f"at most the assessed contribution, Rp{answer.total}"
        step = "state what was still unpaid when the relief began"
        raise InputError("unpaid_in_relief", unpaid, allowed, step)
    law = answer.law
    # Not by the day of registration, which lies before the relief.
    relief = law.timelines["relief.pp49_2020.construction_by_contract"][0]
    grounds = law.cite(relief)
    left = share_of(relief.number, unpaid)
    remainder = Finding(code="remainder_relieved", value=left, unit="rupiah", grounds=grounds)
    assessed = assessed_in_full(answer.total, grounds)
    to_pay = Fraction(answer.total - unpaid + left) / Fraction(answer.total)
    note = warning("note.construction_remainder", grounds)
    # What is left of each instalment depends on which were paid, so only their sum is shown.
    findings = [finding for finding in answer.findings if finding.code not in INSTALMENTS]
    return evolve(
        answer,
        lines=tuple(relieved(line, to_pay, grounds) for line in answer.lines),
        findings=(*findings, assessed, remainder),
        notes=(*answer.notes, note),
    )


def _missing(
    value: Rupiah | None, contains_vat: bool | None, vat_rate: str | None
) -> MissingFact | None:
    """The first fact without which a contract value cannot be priced."""
    if value is None:
        return MissingFact("contract.value")
    if contains_vat is None:
        return MissingFact("contract.contains_vat")
    if contains_vat and vat_rate is None:
        return MissingFact("contract.vat_rate")
    return None
