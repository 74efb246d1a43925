"""The instalments of a contribution by contract value, and what PP 49/2020 left of them."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from attrs import frozen

from jamsos.answers.parts import Finding, Findings, Notes, remark
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.premiums.construction.results import INSTALMENTS
from jamsos.values.days import add_years
from jamsos.values.money import MILLION, Rupiah, share_of


@frozen(kw_only=True)
class Contract:
    """What the instalments of a contract depend on; None: not stated."""

    starts: date | None = None
    """The day the work starts by the contract."""
    ends: date | None = None
    """The last day of the contract."""
    number: int | None = None
    """In how many instalments the contractor pays."""


class _Instalment(NamedTuple):
    parts_per_million: int


def instalments(contract: Contract, on: date, total: Rupiah, law: Law) -> tuple[Findings, Notes]:
    """The instalments of what is to be paid, by the plan the contractor chose.

    Legal source: Permenaker 5/2021 Pasal 72; before it the practice of BPJS Ketenagakerjaan.

    Raises:
        InputError: for a plan the contract does not have.

    """
    usual = law.get("construction.instalments", on)
    long_plan = law.find("construction.instalments_over_2_years", on)
    is_long = long_plan is not None and _is_long(contract, on, law)
    plans = {len(usual.rows): usual}
    if long_plan is not None and is_long:
        plans[len(long_plan.rows)] = long_plan
    _check_number(contract.number, plans)
    if contract.number is None and len(plans) > 1:
        return _undecided(plans, on, law), ()
    number = contract.number or len(usual.rows)
    findings = _amounts(plans[number], on, total, law)
    if plans[number] is usual:
        return findings, _note_on_long_contracts(contract, long_plan, law)
    return (*findings, _second_instalment_by(contract, on, law)), ()


def _is_long(contract: Contract, on: date, law: Law) -> bool:
    """Whether the contract lasts longer than the years the law names (Pasal 72 ayat (3))."""
    if contract.starts is None or contract.ends is None:
        return False
    years = law.get("construction.long_contract_years", on)
    return contract.ends > add_years(contract.starts, years.number)


def _check_number(number: int | None, plans: dict[int, Provision]) -> None:
    if number is None or number in plans:
        return
    allowed = f"{' or '.join(str(one) for one in plans)} for this contract"
    step = "state starts and ends: only a long contract has a choice"
    raise InputError("number_of_instalments", number, allowed, step)


def _undecided(plans: dict[int, Provision], on: date, law: Law) -> Findings:
    """The contractor may choose, and nobody stated what they chose."""
    years = law.get("construction.long_contract_years", on)
    grounds = law.cite(*plans.values(), years)
    note = Text("note.instalment_plan_not_stated")
    return tuple(
        Finding(code=code, value=None, unit="rupiah", grounds=grounds, note=note)
        for code in INSTALMENTS[: max(plans)]
    )


def _amounts(plan: Provision, on: date, total: Rupiah, law: Law) -> Findings:
    all_paid = law.find("construction.instalments_all_paid", on)
    grounds = law.cite(plan)
    if all_paid is not None:
        grounds = law.cite(plan, all_paid)
    findings: list[Finding] = []
    for code, row in zip(INSTALMENTS, typed_rows(plan, _Instalment), strict=False):
        amount = share_of(row.parts_per_million, total)
        findings.append(Finding(code=code, value=amount, unit="rupiah", grounds=grounds))
    return tuple(findings)


def _note_on_long_contracts(contract: Contract, long_plan: Provision | None, law: Law) -> Notes:
    """Where the length of the contract was not stated: a long one has a choice."""
    if long_plan is None or (contract.starts is not None and contract.ends is not None):
        return ()
    return (remark("note.long_contract_has_choice", law.cite(long_plan)),)


def _second_instalment_by(contract: Contract, on: date, law: Law) -> Finding:
    rule = law.get("construction.second_instalment_years", on)
    # A contract is only long where its start was stated.
    last_day = add_years(contract.starts or on, rule.number)
    return Finding(code="second_instalment_by", value=last_day, grounds=law.cite(rule))


def relieved_instalments(on: date, total: Rupiah, relief: Provision, law: Law) -> Findings:
    """Of a project registered in the months of PP 49/2020: the first in full, a share of the rest.

    Legal source: PP 49/2020 (article not known).
    """
    rule = law.get("construction.instalments", on)
    grounds = law.cite(relief, rule)
    shares = [row.parts_per_million for row in typed_rows(rule, _Instalment)]
    parts = [share_of(share, total) for share in shares]
    amounts = [parts[0], *(share_of(relief.number, part) for part in parts[1:])]
    findings = [
        Finding(code=code, value=amount, unit="rupiah", grounds=grounds)
        for code, amount in zip(INSTALMENTS, amounts, strict=False)
    ]
    later = share_of(relief.number, share_of(sum(shares[1:]), total))
    later_relieved = Finding(
        code="later_instalments_relieved", value=later, unit="rupiah", grounds=grounds
    )
    return (*findings, later_relieved)


def share_paid(on: date, relief: Provision, law: Law) -> Fraction:
    """What is paid of a project registered in the months of PP 49/2020, as a share of one.

    The first instalment in full, of the later ones the share the relief leaves.
    """
    rule = law.get("construction.instalments", on)
    first, *later = (row.parts_per_million for row in typed_rows(rule, _Instalment))
    return Fraction(first + share_of(relief.number, sum(later))) / MILLION
