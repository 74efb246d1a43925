"""The reliefs of wage earners: PP 49/2020, and PP 7/2025 with PP 36/2025 for labour-intensive industry."""

from collections.abc import Mapping, Sequence
from datetime import date

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.premiums import rules
from jamsos.premiums.codes import Relief
from jamsos.premiums.reliefs import NOTHING_KNOWN, Decided, last_month, paid_up_to
from jamsos.values.months import Month
from jamsos.workers.employment import Employment, Industry

OF_2020 = "relief.pp49_2020"
OF_2025 = "relief.pp7_2025"
_CONDITIONS = {
    OF_2020: ("paid_up_to", "full_months_of_new"),
    OF_2025: ("industries", "min_workers", "paid_up_to", "payable_until"),
}


def named_by(decided: Decided, instrument: str) -> bool:
    """Whether the relief that speaks of the month is this one."""
    return decided.provision is not None and decided.provision.id.startswith(instrument)


def conditions_of_reliefs(employment: Employment, key: Month, law: Law) -> Mapping[str, Sequence[object]]:
    """The values the facts that were not stated may have, where a relief of the month asks for them."""
    day = key.first_day
    found: dict[str, Sequence[object]] = {}
    if law.find(f"{OF_2020}.pu", day) is not None:
        last = paid_up_to(key, law)
        # a later member paid for later months
        old = employment.paid_up_to is not None and employment.paid_up_to <= last
        found = {"paid_up_to": (last + -1, last), "registered": (last,) if old else (last, key)}
    elif law.find(f"{OF_2025}.pu", day) is not None:
        last = _paid_up_to_2025(key, law)
        least = law.get(f"{OF_2025}.min_workers", day).number
        found = {"industry": tuple(Industry), "active_workers": (0, least), "paid_up_to": (last + -1, last)}
    return {f"employment.{name}": values for name, values in found.items() if getattr(employment, name) is None}


def wage_relief(employment: Employment, key: Month, paid_on: date | None, law: Law) -> Decided:
    """Decide the relief of a month from complete facts."""
    day = key.first_day
    of_2020, of_2025 = law.find(f"{OF_2020}.pu", day), law.find(f"{OF_2025}.pu", day)
    paid = employment.paid_up_to
    if of_2020 is not None:
        last = paid_up_to(key, law)
        registered, months = employment.registered or last, law.get(f"{OF_2020}.full_months_of_new", day).number
        up_to_date = paid is not None and paid >= last
        outcome = rules.relief_2020(registered.index, key.index, last.index, up_to_date, months)
        return Decided(outcome, of_2020.number, of_2020)
    if of_2025 is None:
        return NOTHING_KNOWN
    covered = str(employment.industry) in law.get(f"{OF_2025}.industries", day).words
    enough = (employment.active_workers or 0) >= law.get(f"{OF_2025}.min_workers", day).number
    up_to_date = paid is not None and paid >= _paid_up_to_2025(key, law)
    in_time = paid_on is None or paid_on <= payable_until(key, law)
    outcome = rules.relief_by_industry(covered, enough, up_to_date, in_time)
    return Decided(outcome, of_2025.number, of_2025)


def _paid_up_to_2025(key: Month, law: Law) -> Month:
    return Month.of(law.get(f"{OF_2025}.paid_up_to", key.first_day).value)


def payable_until(key: Month, law: Law) -> date:
    """The last day on which a late month may be paid at the reduced rate of PP 7/2025."""
    return law.get(f"{OF_2025}.payable_until", key.first_day).day


def wage_relief_grounds(decided: Decided, key: Month, law: Law) -> tuple[Ground, ...]:
    """The relief with its conditions, or the recorded absence of one."""
    if decided.provision is None:
        return law.cite("no_relief_known_pu")
    name = OF_2020 if named_by(decided, OF_2020) else OF_2025
    return law.cite(decided.provision, *(law.get(f"{name}.{part}", key.first_day) for part in _CONDITIONS[name]))


def wage_relief_notes(decided: Decided, key: Month, law: Law) -> tuple[Note, ...]:
    """Say which relief was or was not applied, why, and when it ends."""
    grounds = wage_relief_grounds(decided, key, law)
    if decided.provision is None:
        return (Note(text=Text("note.relief.NONE_KNOWN"), grounds=grounds),)
    last = last_month(law.timelines[decided.provision.id][-1].until)
    text = Text(
        f"note.relief.{decided.relief.name}",
        {"relief": decided.provision.name, "factor": decided.factor, "last": last},
    )
    notes = (Note(text=text, grounds=grounds),)
    if named_by(decided, OF_2020) or decided.relief is not Relief.GIVEN:
        return notes
    until = law.get(f"{OF_2025}.payable_until", key.first_day)
    payable = Text("note.relief_payable_until", {"day": payable_until(key, law)})
    return (*notes, Note(text=payable, grounds=law.cite(until)))
