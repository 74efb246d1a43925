"""Time-limited reliefs (*penyesuaian iuran*) of a contribution month, and how each decision is told."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums import rules
from jamsos.premiums.codes import Relief
from jamsos.values.money import MILLION
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Payer, Sector


class Decided(NamedTuple):
    """How the relief rules decide a month: the outcome, the factor, and the relief they speak of."""

    relief: Relief
    factor: int
    provision: Provision | None


NOTHING_KNOWN = Decided(Relief.NONE_KNOWN, MILLION, None)

RELIEF_OF = {sector: f"relief.pp50_2025.{sector}" for sector in Sector}
"""The relief of PP 50/2025 for each sector."""
_DECISIONS_2025 = {Relief.KIND_NOT_COVERED: ("D23",), Relief.LATE: ("D25",)}


def relief_2025(month: Month, sector: Sector, kind: BpuKind, payer: Payer, law: Law, *, late: bool) -> Decided:
    """PP 50/2025: half the JKK and JKM of independent workers, by sector, unless APBN or APBD pays."""
    day = month.first_day
    of_sector = law.find(RELIEF_OF[sector], day)
    speaks = of_sector or next(filter(None, (law.find(name, day) for name in RELIEF_OF.values())), None)
    if speaks is None:
        return NOTHING_KNOWN
    kind_covered = kind is BpuKind.INDEPENDENT or law.chose("D23", "all_kinds")
    full_if_late = late and law.chose("D25", "full_rate")
    excluded = payer_excluded(month, payer, law)
    outcome = rules.relief_2025(of_sector is not None, excluded, kind_covered, full_if_late)
    return Decided(outcome, speaks.number, speaks)


def payer_excluded(month: Month, payer: Payer, law: Law) -> bool:
    """Whether PP 50/2025 leaves out what this payer pays (decision D24)."""
    public = payer is Payer.APBDES and law.chose("D24", "all_public_money")
    return public or payer.budget in law.get("relief.pp50_2025.excluded_payers", month.first_day).words


def relief_2020(month: Month, registered: Month, law: Law, *, paid_up: bool) -> Decided:
    """PP 49/2020: one percent of JKK and JKM for months August 2020 to January 2021 (Pasal 13)."""
    found = law.get("relief.pp49_2020.bpu", month.first_day)
    last_full = paid_up_to(month, law)
    full_months = law.get("relief.pp49_2020.full_months_of_new", month.first_day).number
    outcome = rules.relief_2020(registered.index, month.index, last_full.index, paid_up, full_months)
    return Decided(outcome, found.number, found)


def paid_up_to(month: Month, law: Law) -> Month:
    """The month up to which PP 49/2020 asks for payment."""
    return Month.of(law.get("relief.pp49_2020.paid_up_to", month.first_day).value)


@lru_cache(maxsize=4096)
def relief_grounds(decided: Decided, month: Month, payer: Payer, law: Law) -> tuple[Ground, ...]:
    """What the outcome rests on; a decision is named only where it made the difference."""
    if decided.provision is None:
        return law.cite("no_relief_known")
    if decided.provision.id.startswith("relief.pp49_2020"):
        names = ("relief.pp49_2020.paid_up_to", "relief.pp49_2020.full_months_of_new")
        return law.cite(decided.provision, *(law.get(name, month.first_day) for name in names))
    excluded = law.get("relief.pp50_2025.excluded_payers", month.first_day)
    if decided.relief is Relief.PAYER_EXCLUDED:
        by_decision = () if str(payer) in excluded.words else ("D24",)
        return law.cite(decided.provision, excluded, *by_decision)
    both = all(law.find(name, month.first_day) for name in RELIEF_OF.values())
    by_sector = () if both or decided.relief is Relief.KIND_NOT_COVERED else ("D22",)
    return law.cite(decided.provision, excluded, *by_sector, *_DECISIONS_2025.get(decided.relief, ()))


def last_month(until: date | None) -> Arg:
    """The last month of a relief; a relief may be made without an end."""
    return Text("month.not_set") if until is None else Month.of(until) + -1


@lru_cache(maxsize=4096)
def relief_notes(decided: Decided, month: Month, payer: Payer, law: Law, *, late: bool) -> tuple[Note, ...]:
    """Say which relief was or was not applied, why, and when it ends."""
    grounds = relief_grounds(decided, month, payer, law)
    if decided.provision is None:
        return (Note(text=Text("note.relief.NONE_KNOWN"), grounds=grounds),)
    last = last_month(decided.provision.until)
    args: dict[str, Arg] = {"relief": decided.provision.name, "factor": decided.factor, "last": last}
    args["payer"] = Text(f"party.{payer}")
    warning = decided.relief in {Relief.KIND_NOT_COVERED, Relief.LATE}
    notes = [Note(text=Text(f"note.relief.{decided.relief.name}", args), grounds=grounds, warning=warning)]
    if decided.relief is Relief.GIVEN and payer.third_party:
        notes.append(Note(text=Text("note.third_payer_relief"), grounds=law.cite("D24"), warning=True))
    if decided.relief is Relief.GIVEN and late:
        notes.append(Note(text=Text("note.late_relief"), grounds=law.cite("D25"), warning=True))
    return tuple(notes)
