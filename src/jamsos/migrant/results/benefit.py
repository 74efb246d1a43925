"""What one item of the protection of migrant workers pays, with its results."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.plain_sentences import first_remark, missing_of, reason
from jamsos.answers.texts import Text
from jamsos.benefits.results.recipients import heirs_finding, recipient_sentences
from jamsos.migrant.items import MigrantItem
from jamsos.migrant.results.cover import NO_COVER
from jamsos.values.money import Rupiah
from jamsos.workers.codes import Heirs
from jamsos.workers.family import Family
from jamsos.workers.placement import Placement

MigrantBenefitLine: TypeAlias = Literal[
    "jkm.funeral",
    "jkm.lump_sum",
    "jkm.periodic",
    "migrant.glasses",
    "migrant.hearing_aid",
    "migrant.home_care",
    "migrant.jkm_during",
    "migrant.one_sided_dismissal",
    "migrant.placed_contrary",
    "migrant.placed_contrary_transport",
    "migrant.rape",
    "migrant.stated_amount",
    "migrant.treatment_abroad",
]
MigrantBenefitFinding: TypeAlias = Literal[
    "claim_until",
    "heirs",
    "home_care_months",
    "migrant_children",
    "share_each",
]


@frozen(kw_only=True, repr=False)
class MigrantBenefit(MoneyAnswer):
    """What one item of the protection of migrant workers pays (*manfaat JKK, JKM*).

    An amount is 0 where nothing of the kind is due. Every result raises :class:`UndecidedError`
    where it is not decided, with the next step.

    >>> from jamsos import Placement, migrant_benefit
    >>> nurse = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2),
    ...                   contract_ends=date(2028, 3, 1), stage="abroad")
    >>> answer = migrant_benefit(nurse, "glasses", date(2026, 8, 17), cost=1_250_000)
    >>> answer.refund, answer.claim_until
    (1000000, datetime.date(2031, 8, 17))
    """

    question: ClassVar = "migrant_benefit"
    fact_types: ClassVar = {
        "placement": Placement,
        "item": MigrantItem,
        "on": date,
        "cost": int,
        "amount": int,
        "family": Family,
    }
    line_codes: ClassVar = frozenset(get_args(MigrantBenefitLine))
    finding_codes: ClassVar = frozenset(get_args(MigrantBenefitFinding))

    @property
    def death_during_work(self) -> Rupiah:
        """The sum of JKM for a death during work (Permenaker 4/2023 Pasal 34)."""
        return self.line("migrant.jkm_during")

    @property
    def lump_sum(self) -> Rupiah:
        """The lump sum of JKM before and after work (*santunan kematian*, Pasal 34)."""
        return self.line("jkm.lump_sum")

    @property
    def periodic(self) -> Rupiah:
        """The periodic money of JKM before and after work, paid at once (*santunan berkala*)."""
        return self.line("jkm.periodic")

    @property
    def funeral(self) -> Rupiah:
        """The funeral money of JKM before and after work (*biaya pemakaman*)."""
        return self.line("jkm.funeral")

    @property
    def fixed_sum(self) -> Rupiah:
        """The fixed sum of JKK: dismissal, placement contrary to the contract, rape (Pasal 27)."""
        wronged = self.line("migrant.one_sided_dismissal") + self.line("migrant.rape")
        return wronged + self.line("migrant.placed_contrary")

    @property
    def refund(self) -> Rupiah:
        """The cost JKK refunds, up to its cap (Pasal 27)."""
        aids = self.line("migrant.glasses") + self.line("migrant.hearing_aid")
        care = self.line("migrant.home_care") + self.line("migrant.treatment_abroad")
        return aids + care + self.line("migrant.placed_contrary_transport")

    @property
    def stated_amount(self) -> Rupiah:
        """The amount the caller stated for an item whose amount was not read; else 0.

        No text in the library gives it: its grounds say that it was stated.
        """
        return self.line("migrant.stated_amount")

    @property
    def heirs(self) -> Heirs | None:
        """The class of heirs that takes (*ahli waris*); None where no death is claimed."""
        return self._found_code("heirs", Heirs)

    @property
    def share_each(self) -> Rupiah | None:
        """An equal share of spouse and each child; None but under an alternative of D50."""
        return self._found_money("share_each")

    @property
    def children(self) -> int | None:
        """How many children have a right to a scholarship or training after a death during work.

        None where that is no question.
        """
        return self._found("migrant_children", int)

    @property
    def home_care_months(self) -> int | None:
        """The longest home care, in months; None for another item."""
        return self._found("home_care_months", int)

    @property
    def claim_until(self) -> date | None:
        """The last day to claim JKK (*gugur*; D57); None for JKM, and without a right."""
        return self._found("claim_until", date)

    @property
    def by_recipient(self) -> Mapping[str, Rupiah]:
        """The total by the class of heirs that is paid; what goes to the worker is left out."""
        return self._sums_by_party()

    def _plain_sentences(self) -> list[Text]:
        """The amount and who receives it, or why nothing is paid, and until when to claim."""
        if not self.lines:
            why = reason(first_remark(self, _NO_BENEFIT))
            return [Text("brief.migrant_benefit.nothing"), *why]
        sentences = self._amount_sentences()
        nobody = self.get("heirs") is Heirs.NOBODY
        if self.children is not None and not nobody:
            children = Text("brief.migrant_benefit.children", {"count": self.children})
            sentences.append(children)
        if self.refund:
            sentences.append(Text("brief.migrant_benefit.refund"))
        if self.claim_until is not None:
            claim = Text("brief.migrant_benefit.claim", {"day": self.claim_until})
            sentences.append(claim)
        return sentences

    def _amount_sentences(self) -> list[Text]:
        """The amount, and after a death who receives it."""
        # Only JKK has a last day to claim, and it pays the worker.
        if self.claim_until is not None:
            if self.stated_amount:
                return [Text("brief.migrant_benefit.stated", {"amount": self.total})]
            return [Text("brief.migrant_benefit.amount", {"amount": self.total})]
        # Who is paid where a migrant worker leaves nobody was not read.
        if self.get("heirs") is Heirs.NOBODY:
            return [Text("brief.amount", {"amount": self.total}), Text("note.migrant_nobody")]
        sentences = recipient_sentences(self, self.by_recipient)
        heirs = heirs_finding(self)
        if heirs.value is None:
            sentences.append(Text("brief.heirs_open", {"needs": missing_of(heirs)}))
        return sentences


_NO_BENEFIT = (
    *NO_COVER,
    "note.migrant_departure_at_fault",
    "note.migrant_individual",
    "note.migrant_unprotected",
)
"""The remarks that say why nothing is paid, the closest first."""
