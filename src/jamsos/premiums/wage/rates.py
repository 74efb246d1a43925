"""The rates of a wage earner's contribution: shares of the monthly wage."""

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.months import Month
from jamsos.workers.employment import RiskGroup


def rate_of_jkk(group: RiskGroup, month: Month, law: Law) -> Provision:
    """The JKK rate of a risk group (PP 44/2015 Pasal 16 ayat (1)).

    >>> from jamsos.law import current
    >>> rate_of_jkk(RiskGroup("III"), Month.of("2026-08"), current()).number
    8900
    """
    return law.get(f"jkk.rate_pu.{group}", month.first_day)


def rate_of_jkm(month: Month, law: Law) -> Provision:
    """The JKM rate, the same for all (PP 44/2015 Pasal 18 ayat (1))."""
    return law.get("jkm.rate_pu", month.first_day)
