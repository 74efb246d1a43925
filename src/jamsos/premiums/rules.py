"""The premium rules of all segments, in the language of ``values.words``: for one worker or a column of them."""

from jamsos.premiums.codes import Relief
from jamsos.premiums.income_table import Run
from jamsos.premiums.tables import Package, Tier
from jamsos.values.words import maximum, minimum, where


def row_number(income: int, runs: tuple[Run, ...], top: int) -> int:
    """The row of Lampiran II an income falls in (Pasal 20 ayat (2); decision D16), or a value of that row."""
    capped = minimum(income, top)
    number = _in_run(capped, runs[0])
    for run in runs[1:]:
        number = where(capped < run.start, number, _in_run(capped, run))
    return number


def _in_run(income: int, run: Run) -> int:
    """The number, or another value, of the row of a run an income falls in."""
    return where(run.step == 0, run.first, run.first + run.step * ((income - run.start) // run.width))


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


def monthly_wage(basic: int, allowances: int) -> int:
    """The wage of a month: basic wage and fixed allowances (Pasal 19 ayat (1) and (2))."""
    return basic + allowances


def wage_of_days(day_wage: int, days: int) -> int:
    """The monthly wage of a daily paid worker (Pasal 19 ayat (3))."""
    return day_wage * days


def share_of_wage(wage: int, rate: int, factor: int, whole: int, relief: Relief) -> int:
    """A wage earner's contribution after relief, in millionths of millionths of a rupiah, so that it stays exact."""
    return wage * rate * where(relief == Relief.GIVEN, factor, whole)


def relief_by_industry(covered: bool, enough_workers: bool, paid_up: bool, in_time: bool) -> Relief:
    """How PP 7/2025 decides a month it speaks of (Pasal 3, 6 and 11)."""
    of_payment = where(in_time, Relief.GIVEN, Relief.TOO_LATE)
    of_arrears = where(paid_up, of_payment, Relief.NOT_PAID_UP)
    of_size = where(enough_workers, of_arrears, Relief.TOO_FEW_WORKERS)
    return where(covered, of_size, Relief.INDUSTRY_NOT_COVERED)


def months_late(due_month: int, due_day: int, paid_month: int, paid_day: int, started_count: bool) -> int:
    """Months of lateness of a payment: each started month, or the full ones only (Pasal 22; decision D18)."""
    between = paid_month - due_month
    started = between + where(paid_day > due_day, 1, 0)
    full = between - where(paid_day < due_day, 1, 0)
    return maximum(where(started_count, started, full), 0)


def fine_millionths(due: int, rate: int, months: int) -> int:
    """The fine on a contribution, without compounding (Pasal 22), in millionths of the unit of the contribution."""
    return due * rate * months


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
