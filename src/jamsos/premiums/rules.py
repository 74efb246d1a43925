"""The premium rules, in the language of ``values.words``: for one worker or a column of them."""

from jamsos.premiums.codes import Relief
from jamsos.premiums.income_table import Run
from jamsos.premiums.tables import Package, Tier
from jamsos.values.words import maximum, minimum, where


def row_number(income: int, runs: tuple[Run, ...], top: int) -> int:
    """The row of Lampiran II an income falls in (Pasal 20 ayat (2); decision D16)."""
    capped = minimum(income, top)
    number = runs[0].first
    for run in runs:
        number = where(capped < run.start, number, run.first + (capped - run.start) // run.width)
    return number


def relief_2025(sector_covered: bool, payer_excluded: bool, kind_covered: bool, late: bool) -> Relief:
    """How PP 50/2025 decides a month it speaks of (Pasal 4 ayat (1); exclusions; decisions D22 to D25)."""
    of_kind = where(kind_covered, where(late, Relief.LATE, Relief.GIVEN), Relief.KIND_NOT_COVERED)
    of_sector = where(sector_covered, of_kind, Relief.SECTOR_NOT_COVERED)
    return where(payer_excluded, Relief.PAYER_EXCLUDED, of_sector)


def relief_2020(registered: int, month: int, last_full: int, paid_up: bool, full_months: int) -> Relief:
    """How PP 49/2020 decides a month (Pasal 13): paid up to the named month, or the third month of a new member."""
    of_new = where(month - registered >= full_months, Relief.GIVEN, Relief.NEW_MEMBER)
    of_old = where(paid_up, Relief.GIVEN, Relief.NOT_PAID_UP)
    return where(registered <= last_full, of_old, of_new)


def due_millionths(normal: int, factor: int, whole: int, relief: Relief) -> int:
    """A contribution after relief, in whole millionths of a rupiah so that every share stays exact."""
    return where(relief == Relief.GIVEN, normal * factor, normal * whole)


def tier_slice(value: int, over: int, up_to: int) -> int:
    """The part of a contract value that lies in one tier (PP 44/2015 Pasal 54 ayat (2), 55 ayat (2))."""
    return maximum(minimum(value, up_to) - over, 0)


def tiered_millionths(value: int, tiers: tuple[Tier, ...]) -> int:
    """The sum over marginal tiers, each slice at its own share, in millionths."""
    due = 0
    for tier in tiers:
        due = due + tier.share * tier_slice(value, tier.over, tier.up_to)
    return due


def package_months(contract: int, packages: tuple[Package, ...]) -> int:
    """The length of the largest package not above a contract, 0 if there is none (decision D29)."""
    found = 0
    for package in packages:
        found = where(contract < package.months, found, package.months)
    return found


def package_due(contract: int, package: Package, further_month: int) -> int:
    """A package of Permenaker 4/2023 Pasal 18 with the further months of a longer contract."""
    return package.amount + further_month * maximum(contract - package.months, 0)
