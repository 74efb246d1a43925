"""What a synthetic register assumes of its invented people."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from jamsos.workers.codes import BpuKind, Category, Payer, Segment


@frozen(kw_only=True)
class Assumed:
    """The make-up of a synthetic register. Shares are per mille, weights are whole numbers.

    Few proportions are published; the rest are plain assumptions, to be replaced by those of the district.

    Published, grade secondary: how many villages each kecamatan has (copy of Kepmendagri 300.2.2-2430/2025);
    ``women`` (208,582 of 448,850 inhabitants of Kutai Timur); traders against farmers and fishers in ``categories``
    (19.05 % against 17.92 % of all employed in Kalimantan Timur, August 2025); ``idle`` (open unemployment of 5.93 % in
    Kutai Timur, August 2023). Each is a figure about another group than the programme's workers.
    How many people each kecamatan has was not found: every village draws alike.
    """

    on: date = field(factory=lambda: date.fromisoformat("2026-10-01"))
    """The day on which ages are counted and up to which numbers are issued."""
    unknown: int = 20
    """How often a fact is not stated."""
    ages: Mapping[tuple[int, int], int] = field(
        factory=lambda: {(15, 17): 1, (18, 24): 5, (25, 44): 8, (45, 59): 6, (60, 64): 4, (65, 74): 1}
    )
    """Ages from and to, with the weight of a day of birth among them."""
    women: int = 465
    categories: Mapping[Category, int] = field(
        factory=lambda: {
            Category.TRADER: 1905,
            Category.FARMER: 1292,
            Category.FISHER: 500,
            Category.CASUAL_LABOUR: 600,
            Category.CRAFT: 200,
            Category.VILLAGE_MSME: 400,
            Category.TRANSPORT: 300,
            Category.HOUSEHOLD: 150,
            Category.RELIGIOUS: 250,
            Category.OTHER: 100,
        }
    )
    stale: int = 150
    """How often the occupation on the card says another work, or none."""
    segments: Mapping[Segment, int] = field(factory=lambda: {Segment.BPU: 97, Segment.PU: 2, Segment.OUTSIDE: 1})
    kinds: Mapping[BpuKind, int] = field(factory=lambda: {BpuKind.INDEPENDENT: 90, BpuKind.OWNER: 5, BpuKind.OTHER: 5})
    """Mostly kind b, independent workers."""
    payers: Mapping[Payer, int] = field(
        factory=lambda: {Payer.APBD: 80, Payer.SELF: 12, Payer.DBH_SAWIT: 4, Payer.VILLAGE_VIA_APBD: 2, Payer.CSR: 2}
    )
    income_rows: Mapping[int, int] = field(
        factory=lambda: {1: 50, 2: 15, 3: 10, 4: 8, 5: 5, 6: 4, 7: 3, 8: 2, 9: 1, 10: 1, 11: 1}
    )
    """Rows of Lampiran II by weight; the income is drawn inside the row."""
    income_step: int = 10_000
    """Incomes are stated in steps of so many rupiah from the start of their row."""
    states_row: int = 0
    """How often the row is stated too; at 0 there is no such column, as a scheme that fixes the row wants it."""
    idle: int = 59
    """How often a person does not work at present."""
    foreign: int = 2
    wage_earner: int = 30
    other_payer: int = 20
    letter: int = 900
    registry_match: int = 950
    poor: int = 350
    elsewhere: int = 20
    """How often the identity card is of another district (written 99.99, no region)."""
    children: Mapping[int, int] = field(factory=lambda: {0: 25, 1: 25, 2: 30, 3: 12, 4: 5, 5: 3})
    enrolled: int = 500
    """How often a number was issued already, within the last two years."""
    people_a_card: int = 2
    """How many neighbours in the register share a family card and a village."""
