"""The reliefs of wage earners: PP 49/2020, and PP 7/2025 with PP 36/2025 for some industries."""

from collections.abc import Sequence
from datetime import date

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Note, Notes, remark
from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums.relief_outcome import (
    NOTHING_KNOWN,
    Relief,
    ReliefOutcome,
    last_month,
    paid_up_to,
    verdict_of_2020,
)
from jamsos.values.months import Month
from jamsos.workers.employment import Employment, Industry

OF_2020 = "relief.pp49_2020"
OF_2025 = "relief.pp7_2025"
_CONDITIONS = {
    OF_2020: ("paid_up_to", "full_months_of_new"),
    OF_2025: ("industries", "min_workers", "paid_up_to"),
}


def named_by(relief: ReliefOutcome, instrument: str) -> bool:
    """Whether the relief that speaks of the month is this one."""
    return relief.provision is not None and relief.provision.id.startswith(instrument)


def conditions_of_reliefs(
    employment: Employment, month: Month, law: Law
) -> dict[str, Sequence[object]]:
    """The values the missing facts may have, where a relief of the month asks for them."""
    # The reliefs are for wage earners, whatever else is stated.
    if employment.position.deemed:
        return {}
    day = month.first_day
    possible: dict[str, Sequence[object]] = {}
    rule = law.find(f"{OF_2020}.pu", day)
    if rule is not None:
        possible = _conditions_2020(employment, month, law)
    elif law.find(f"{OF_2025}.pu", day) is not None:
        possible = _conditions_2025(month, law)
    return {
        f"employment.{name}": values
        for name, values in possible.items()
        if getattr(employment, name) is None
    }


def _conditions_2020(employment: Employment, month: Month, law: Law) -> dict[str, Sequence[object]]:
    last = paid_up_to(month, law)
    registered: tuple[Month, ...] = (last, month)
    # A member who registered later has paid for later months.
    if employment.paid_up_to is not None and employment.paid_up_to <= last:
        registered = (last,)
    # The bound and the month below it: no other month can change the answer.
    month_before = last + -1
    return {"paid_up_to": (month_before, last), "registered": registered}


def _conditions_2025(month: Month, law: Law) -> dict[str, Sequence[object]]:
    last = _paid_up_to_2025(month, law)
    rule = law.get(f"{OF_2025}.min_workers", month.first_day)
    least_workers = rule.number
    return {
        "industry": tuple(Industry),
        "active_workers": (0, least_workers),
        "paid_up_to": (last + -1, last),
    }


def wage_relief(
    employment: Employment, month: Month, paid_on: date | None, law: Law
) -> ReliefOutcome:
    """Decide the relief of a month from complete facts."""
    day = month.first_day
    of_2020 = law.find(f"{OF_2020}.pu", day)
    if of_2020 is not None:
        last = paid_up_to(month, law)
        paid_up = employment.paid_up_to is not None and employment.paid_up_to >= last
        registered = employment.registered or last
        relief = verdict_of_2020(month, registered, law, paid_up=paid_up)
        return ReliefOutcome(relief, of_2020.number, of_2020)
    of_2025 = law.find(f"{OF_2025}.pu", day)
    if of_2025 is None:
        return NOTHING_KNOWN
    relief = Relief.NOT_A_WAGE_EARNER
    if not employment.position.deemed:
        relief = _relief_2025(employment, month, paid_on, law)
    return ReliefOutcome(relief, of_2025.number, of_2025)


def _relief_2025(employment: Employment, month: Month, paid_on: date | None, law: Law) -> Relief:
    """The verdict of PP 7/2025 on a month it speaks of (Pasal 3, 6 and 11)."""
    day = month.first_day
    rule = law.get(f"{OF_2025}.industries", day)
    if str(employment.industry) not in rule.words:
        return Relief.INDUSTRY_NOT_COVERED
    workers = employment.active_workers or 0
    rule = law.get(f"{OF_2025}.min_workers", day)
    if workers < rule.number:
        return Relief.TOO_FEW_WORKERS
    last = employment.paid_up_to
    if last is None or last < _paid_up_to_2025(month, law):
        return Relief.NOT_PAID_UP
    # With no day stated, the answer is for whoever pays in time.
    if paid_on is None:
        return Relief.GIVEN
    last_day = payable_until(month, law)
    if paid_on > last_day:
        return Relief.TOO_LATE
    return Relief.GIVEN


def _paid_up_to_2025(month: Month, law: Law) -> Month:
    rule = law.get(f"{OF_2025}.paid_up_to", month.first_day)
    return Month.of(rule.value)


def payable_until(month: Month, law: Law) -> date:
    """The last day on which a late month may be paid at the reduced rate of PP 7/2025."""
    return _payable_until(month, law).day


def _payable_until(month: Month, law: Law) -> Provision:
    """The rule on that day: of PP 36/2025, or of the first text where D78 says so."""
    first_text = law.find(f"{OF_2025}.payable_until_first_text", month.first_day)
    if first_text is not None and law.chose("D78", "first_text"):
        return first_text
    return law.get(f"{OF_2025}.payable_until", month.first_day)


def wage_relief_grounds(relief: ReliefOutcome, month: Month, law: Law) -> Grounds:
    """The relief with its conditions, or the recorded absence of one."""
    if relief.provision is None:
        return law.cite("no_relief_known_pu")
    instrument = OF_2020 if named_by(relief, OF_2020) else OF_2025
    conditions = [
        law.get(f"{instrument}.{name}", month.first_day) for name in _CONDITIONS[instrument]
    ]
    if instrument == OF_2025:
        conditions.append(_payable_until(month, law))
    return law.cite(relief.provision, *conditions)


def wage_relief_notes(relief: ReliefOutcome, month: Month, law: Law) -> Notes:
    """Which relief was or was not applied, why, and when it ends."""
    grounds = wage_relief_grounds(relief, month, law)
    if relief.provision is None:
        note = remark("note.relief.NONE_KNOWN", grounds)
        return (note,)
    # The last period: PP 36/2025 prolonged what PP 7/2025 began.
    periods = law.timelines[relief.provision.id]
    last_period = periods[-1]
    args: dict[str, Arg] = {
        "relief": relief.provision.name,
        "factor": relief.factor,
        "last": last_month(last_period.until),
    }
    text = Text(f"note.relief.{relief.verdict.name}", args)
    verdict = Note(text=text, grounds=grounds)
    if named_by(relief, OF_2020) or relief.verdict is not Relief.GIVEN:
        return (verdict,)
    until = _payable_until(month, law)
    text = Text("note.relief_payable_until", {"day": payable_until(month, law)})
    until_rules = law.cite(until)
    payable = Note(text=text, grounds=until_rules)
    return (verdict, payable)
