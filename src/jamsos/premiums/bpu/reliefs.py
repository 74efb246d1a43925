"""Time-limited reliefs (*penyesuaian iuran*) of a contribution month, and what is said of them."""

from functools import lru_cache

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Note, Notes, warning
from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law, Rule
from jamsos.law.provisions import Provision
from jamsos.premiums.relief_outcome import (
    NOTHING_KNOWN,
    Relief,
    ReliefOutcome,
    last_month,
    verdict_of_2020,
)
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Payer, Sector

RELIEF_2020 = "relief.pp49_2020.bpu"
"""The relief of PP 49/2020 for non-wage earners (BPU)."""

RELIEF_OF = {sector: f"relief.pp50_2025.{sector}" for sector in Sector}
"""The relief of PP 50/2025 for each sector."""

_DECISIONS_2025 = {Relief.KIND_NOT_COVERED: ("D23",), Relief.LATE: ("D25",)}
"""The decision that refuses the relief of PP 50/2025 where no text does."""


@lru_cache(maxsize=4096)
def relief_2025(
    month: Month, sector: Sector, kind: BpuKind, payer: Payer, law: Law, *, late: bool
) -> ReliefOutcome:
    """PP 50/2025: half the JKK and JKM of independent workers, by sector, unless APBN or APBD pays.

    Legal source: PP 50/2025 Pasal 4 ayat (1); decisions D22 to D25.
    """
    provision_id = RELIEF_OF[sector]
    first_day = month.first_day
    of_sector = law.find(provision_id, first_day)
    provision = of_sector or _relief_of_any_sector(month, law)
    if provision is None:
        return NOTHING_KNOWN
    relief = Relief.GIVEN
    # The order decides what is said where several reasons refuse the relief: the payer comes first.
    if payer_excluded(month, payer, law):
        relief = Relief.PAYER_EXCLUDED
    elif of_sector is None:
        relief = Relief.SECTOR_NOT_COVERED
    elif kind is not BpuKind.INDEPENDENT and not law.chose("D23", "all_kinds"):
        relief = Relief.KIND_NOT_COVERED
    elif late and law.chose("D25", "full_rate"):
        relief = Relief.LATE
    return ReliefOutcome(relief, provision.number, provision)


def _relief_of_any_sector(month: Month, law: Law) -> Provision | None:
    """The relief PP 50/2025 gives some sector in the month; None: it does not speak of it."""
    for name in RELIEF_OF.values():
        provision = law.find(name, month.first_day)
        if provision is not None:
            return provision
    return None


def payer_excluded(month: Month, payer: Payer, law: Law) -> bool:
    """Whether PP 50/2025 leaves out what this payer pays (decision D24)."""
    if payer is Payer.APBDES and law.chose("D24", "all_public_money"):
        return True
    excluded = law.get("relief.pp50_2025.excluded_payers", month.first_day)
    return payer.budget in excluded.words


def relief_2020(month: Month, registered: Month, law: Law, *, paid_up: bool) -> ReliefOutcome:
    """PP 49/2020: one percent of JKK and JKM for August 2020 to January 2021 (Pasal 13)."""
    provision = law.get(RELIEF_2020, month.first_day)
    relief = verdict_of_2020(month, registered, law, paid_up=paid_up)
    return ReliefOutcome(relief, provision.number, provision)


@lru_cache(maxsize=4096)
def relief_grounds(outcome: ReliefOutcome, month: Month, payer: Payer, law: Law) -> Grounds:
    """What the outcome rests on; a decision is named only where it made the difference."""
    if outcome.provision is None:
        return law.cite("no_relief_known")
    if outcome.provision.id == RELIEF_2020:
        return law.cite(
            outcome.provision,
            law.get("relief.pp49_2020.paid_up_to", month.first_day),
            law.get("relief.pp49_2020.full_months_of_new", month.first_day),
        )
    return _grounds_2025(outcome, outcome.provision, month, payer, law)


def _grounds_2025(
    outcome: ReliefOutcome, provision: Provision, month: Month, payer: Payer, law: Law
) -> Grounds:
    """What an outcome under PP 50/2025 rests on."""
    excluded = law.get("relief.pp50_2025.excluded_payers", month.first_day)
    rules: list[Rule | str] = [provision, excluded]
    if outcome.verdict is Relief.PAYER_EXCLUDED:
        # The text itself names APBN and APBD; only for other public money D24 was needed.
        if str(payer) not in excluded.words:
            rules.append("D24")
        return law.cite(*rules)
    # Which sector the worker is in (D22) matters only while not every sector has the relief.
    every_sector = all(law.find(name, month.first_day) for name in RELIEF_OF.values())
    if not every_sector and outcome.verdict is not Relief.KIND_NOT_COVERED:
        rules.append("D22")
    decisions = _DECISIONS_2025.get(outcome.verdict, ())
    rules.extend(decisions)
    return law.cite(*rules)


def relief_text(outcome: ReliefOutcome, payer: Text) -> Text:
    """The sentence that says which relief was or was not applied, why, and when it ends.

    Args:
        outcome: How the reliefs fall out for the month.
        payer: Who pays, in words.

    """
    code = f"note.relief.{outcome.verdict.name}"
    if outcome.provision is None:
        return Text(code)
    args: dict[str, Arg] = {
        "relief": outcome.provision.name,
        "factor": outcome.factor,
        "last": last_month(outcome.provision.until),
        "payer": payer,
    }
    return Text(code, args)


@lru_cache(maxsize=4096)
def relief_notes(
    outcome: ReliefOutcome, month: Month, payer: Payer, law: Law, *, late: bool
) -> Notes:
    """What is said of the relief of a month, with warnings where it rests on an open decision."""
    text = relief_text(outcome, Text(f"party.{payer}"))
    grounds = relief_grounds(outcome, month, payer, law)
    refused_by_decision = outcome.verdict in _DECISIONS_2025
    notes = [Note(text=text, grounds=grounds, warning=refused_by_decision)]
    if outcome.verdict is not Relief.GIVEN:
        return tuple(notes)
    # The relief rests on a decision where a third party pays, and where it was paid late.
    if payer.third_party:
        notes.append(warning("note.third_payer_relief", law.cite("D24")))
    if late:
        notes.append(warning("note.late_relief", law.cite("D25")))
    return tuple(notes)
