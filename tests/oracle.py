"""A second, plain implementation of the contribution of a month, the law's numbers typed by hand.

It shares nothing with the library: no rule, no data file, no class.
"""

from fractions import Fraction

# PP 44/2015 Lampiran II as three stretches: from, step of the income, first base, step of the base
STRETCHES = (
    (1_100_000, 200_000, 1_200_000),
    (2_700_000, 500_000, 2_950_000),
    (8_200_000, 1_000_000, 8_700_000),
)
TOP = 20_200_000


def base(income: int) -> int:
    """The base income of Lampiran II."""
    if income < 1_100_000:
        return 1_000_000
    if income >= TOP:
        return 20_700_000
    start, step, first = [stretch for stretch in STRETCHES if stretch[0] <= income][-1]
    return first + (income - start) // step * step


def contribution(
    income: int, year: int, month: int, sector: str, kind: str, payer: str
) -> tuple[Fraction, Fraction, Fraction | None]:
    """JKK, JKM, JHT due for a month of a member paid up before August 2020; None: not owed."""
    jkk, jkm = Fraction(base(income), 100), Fraction(6_800)
    jht = Fraction(base(income), 50) if kind == "owner" else None
    if (2020, 8) <= (year, month) <= (2021, 1):  # PP 49/2020
        return jkk / 100, jkm / 100, jht
    ends = {"transport": ((2026, 1), (2027, 3)), "other": ((2026, 4), (2026, 12))}  # PP 50/2025
    first, last = ends[sector]
    public = payer in {"APBN", "APBD", "DBH_SAWIT", "DBHCHT", "VILLAGE_VIA_APBD"}
    if first <= (year, month) <= last and kind == "independent" and not public:
        return jkk / 2, jkm / 2, jht
    return jkk, jkm, jht
