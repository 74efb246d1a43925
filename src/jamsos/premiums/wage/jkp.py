"""The share of a wage earner's contribution passed to job-loss insurance (JKP).

It is accounting, never a further charge.
"""

from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Findings, Notes, remark, untold_finding
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.premiums.relief_outcome import Relief, ReliefOutcome
from jamsos.premiums.wage.jkp_members import JkpMember
from jamsos.values.money import Rupiah, share_of
from jamsos.values.months import Month
from jamsos.workers.employment import RiskGroup


def passed_to_jkp(
    wage: Rupiah, relief: ReliefOutcome, group: RiskGroup, month: Month, law: Law
) -> Findings:
    """What of JKK and JKM is passed on, and what the state adds, on the wage up to its limit.

    What lies above the limit stays in JKK and JKM.

    Legal source: PP 37/2021 and PP 6/2025 Pasal 11 ayat (4) to (8), 13; PP 7/2025 Pasal 9.
    """
    day = month.first_day
    participants = law.find("jkp.participants_only", day)
    if participants is None:
        return ()
    base = _base(wage, law.get("jkp.wage_cap", day), law)
    of_jkk, rate_of_jkk = _rate_of_jkk(relief, group, month, law)
    jkk_rules = law.cite(of_jkk, participants)
    state_rate = law.get("jkp.state_rate", day)
    state_rules = law.cite(state_rate)
    return (
        _share("jkp_from_jkk", rate_of_jkk, base, jkk_rules),
        _from_jkm(base, month, law),
        _share("jkp_from_state", state_rate.number, base, state_rules),
        _wage(base, law.get("jkp.wage", day), law),
        *_days(month, law),
    )


class _Base(NamedTuple):
    """The wage the shares are taken of; what is said of one above the limit, and why."""

    amount: Rupiah
    grounds: Grounds = ()
    note: Text | None = None


def _base(wage: Rupiah, limit: Provision, law: Law) -> _Base:
    if wage <= limit.number:
        return _Base(wage)
    grounds = law.cite(limit)
    return _Base(limit.number, grounds, Text("note.jkp_above_limit", {"limit": limit.number}))


def _wage(base: _Base, rule: Provision, law: Law) -> Finding:
    """The wage of JKP: basic wage and fixed allowances, as for JKK (PP 37/2021 Pasal 13)."""
    grounds = (*law.cite(rule), *base.grounds)
    return Finding(code="jkp_wage", value=base.amount, unit="rupiah", grounds=grounds)


def _days(month: Month, law: Law) -> Findings:
    """By when the employer reports the data, and by when BPJS passes the share on.

    Legal source: Permenaker 7/2021 Pasal 7, 10 to 12, 15; Permenaker 3/2025 Pasal 11, 15.
    """
    data_day = law.find("jkp.data_day", month.first_day)
    if data_day is None:
        return ()
    recomposed_day = law.get("jkp.recomposed_day", month.first_day)
    next_month = (month + 1).first_day
    # Of several firms it is the one the worker chose.
    chosen_firm = law.get("jkp.chosen_firm", month.first_day)
    reported = next_month.replace(day=data_day.number)
    passed_on = next_month.replace(day=recomposed_day.number)
    return (
        Finding(code="jkp_data_by", value=reported, grounds=law.cite(data_day)),
        Finding(
            code="jkp_recomposed_by",
            value=passed_on,
            grounds=law.cite(recomposed_day, chosen_firm),
        ),
    )


class _OfGroup(NamedTuple):
    group: str
    parts_per_million: int


def _rate_of_jkk(
    relief: ReliefOutcome, group: RiskGroup, month: Month, law: Law
) -> tuple[Provision, int]:
    """The share of JKK in parts per million: that of the risk group under PP 7/2025 Pasal 9."""
    usual = law.get("jkp.from_jkk_rate", month.first_day)
    reduced = law.find("jkp.from_reduced_jkk", month.first_day)
    # A relief month that is paid at the full rate is divided as any other month.
    if reduced is None or relief.verdict is not Relief.GIVEN:
        return usual, usual.number
    by_group = {row.group: row.parts_per_million for row in typed_rows(reduced, _OfGroup)}
    return reduced, by_group[str(group)]


def _share(code: str, rate: int, base: _Base, rules: Grounds) -> Finding:
    grounds = (*rules, *base.grounds)
    return Finding(
        code=code,
        value=share_of(rate, base.amount),
        unit="rupiah",
        grounds=grounds,
        note=base.note,
    )


def _from_jkm(base: _Base, month: Month, law: Law) -> Finding:
    rate = law.find("jkp.from_jkm_rate", month.first_day)
    if rate is not None:
        rules = law.cite(rate)
        return _share("jkp_from_jkm", rate.number, base, rules)
    # From February 2025 JKM passes nothing on and keeps its whole rate.
    keeps = law.get("jkp.jkm_keeps_its_rate", month.first_day)
    return Finding(code="jkp_from_jkm", value=0, unit="rupiah", grounds=law.cite(keeps))


def share_not_told(member: JkpMember) -> Findings:
    """Say that the share is not known, where only some of the conditions of JKP were stated."""
    # Who states nothing of JKP asks for the contribution alone, which JKP never changes.
    if not member.needs or MissingFact("employment.jkp") in member.needs:
        return ()
    grounds = (*member.grounds, *member.needs)
    return (untold_finding("jkp_from_jkk", grounds, "rupiah"),)


def state_share_waits(month: Month, law: Law) -> Notes:
    """The state pays its share only when the arrears are settled (PP 37/2021 Pasal 16)."""
    rule = law.find("jkp.state_waits_for_arrears", month.first_day)
    if rule is None:
        return ()
    grounds = law.cite(rule)
    note = remark("note.jkp_state_waits", grounds)
    return (note,)
