"""The packages of contract months a migrant worker pays for (Permenaker 4/2023 Pasal 18)."""

from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from jamsos.errors import LawDataError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows


class Package(NamedTuple):
    """One package: the months of a contract, and the amount for during and after work."""

    months: int
    amount: int

    def due(self, contract_months: int, further_month: int) -> int:
        """The package with the further months of a longer contract, in rupiah."""
        return self.amount + self.further(contract_months) * further_month

    def further(self, contract_months: int) -> int:
        """The months of a longer contract beyond the package."""
        # Under D29 a package may be longer than the contract: then no month is further.
        return max(contract_months - self.months, 0)


@cache
def packages(table: Provision) -> tuple[Package, ...]:
    """The packages in force, the shortest first.

    Raises:
        LawDataError: if the rows are not in that order.

    >>> from datetime import date
    >>> from jamsos.law import current
    >>> packages(current().get("migrant.packages", date(2026, 1, 1)))[-1]
    Package(months=24, amount=332500)

    """
    rows = typed_rows(table, Package)
    # Whoever looks for the largest that fits walks the rows in this order.
    for shorter, longer in pairwise(rows):
        if longer.months <= shorter.months:
            months = [package.months for package in rows]
            raise LawDataError(table.id, months, "rows that rise", "put the rows in order")
    return rows


def largest_within(contract_months: int, offered: tuple[Package, ...]) -> Package | None:
    """The largest package not above the contract; None below the shortest (decision D29)."""
    largest = None
    for package in offered:
        if package.months <= contract_months:
            largest = package
    return largest


def package_for(contract_months: int, day: date, law: Law) -> Package:
    """The package a contract starts from; one below the shortest has none (decision D29).

    Raises:
        LookupError: below the shortest package; ask :func:`largest_within` first.

    """
    table = law.get("migrant.packages", day)
    offered = packages(table)
    further_month = law.get("migrant.further_month", day).number
    within = [package for package in offered if package.months <= contract_months]
    package = within[-1]
    # The rows rise, so those above the contract follow those within it.
    larger = offered[len(within) :]
    if not larger or not law.chose("D29", "next_if_cheaper"):
        return package
    # The next package can cost less than this one with its further months.
    next_package = larger[0]
    due_by_next = next_package.due(contract_months, further_month)
    if due_by_next < package.due(contract_months, further_month):
        return next_package
    return package
