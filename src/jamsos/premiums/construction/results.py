"""The answer about the contribution of a construction project, with its results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.grounds import MissingFact
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Arg, Text
from jamsos.errors import UndecidedError
from jamsos.premiums.relief_outcome import Relief, ReliefOutcome, verdict_of
from jamsos.premiums.sentences import relief_sentence
from jamsos.values.money import Rupiah

ConstructionPremiumLine: TypeAlias = Literal[
    "premium.jkk",
    "premium.jkm",
]
ConstructionPremiumFinding: TypeAlias = Literal[
    "assessed",
    "instalment_first",
    "instalment_second",
    "instalment_third",
    "instalment_fourth",
    "later_instalments_relieved",
    "register_within",
    "remainder_relieved",
    "second_instalment_by",
    "value_without_vat",
]

INSTALMENTS = (
    "instalment_first",
    "instalment_second",
    "instalment_third",
    "instalment_fourth",
)
"""The findings of the instalments, in their order."""

_USUAL_NUMBER = 3
"""The instalments the sentence of the plain answer names."""


@frozen(kw_only=True)
class TierSlice:
    """The slice of a contract value that lies in one tier, and what is due of it."""

    code: str
    """The line: ``premium.jkk`` or ``premium.jkm``."""
    value: Rupiah
    share: int
    """What is due of the slice, in parts per million."""
    amount: Rupiah


@frozen(kw_only=True, repr=False)
class ConstructionPremium(MoneyAnswer):
    """The contribution of a construction project."""

    question: ClassVar = "construction_premium"
    fact_types: ClassVar = {
        "on": date,
        "value": int,
        "contains_vat": bool,
        "vat_rate": str,
        "monthly_wage": int,
        "starts": date,
        "ends": date,
        "number_of_instalments": int,
    }
    line_codes: ClassVar = frozenset(get_args(ConstructionPremiumLine))
    finding_codes: ClassVar = frozenset(get_args(ConstructionPremiumFinding))

    _slices: tuple[TierSlice, ...] = field(default=(), alias="slices")
    _reliefs: tuple[ReliefOutcome, ...] = field(default=(), alias="reliefs")

    @property
    def jkk(self) -> Rupiah:
        """The contribution to JKK (*iuran JKK*), exactly.

        Legal source: PP 44/2015 Pasal 54.
        """
        return self.line("premium.jkk")

    @property
    def jkm(self) -> Rupiah:
        """The contribution to JKM (*iuran JKM*), exactly.

        Legal source: PP 44/2015 Pasal 55.
        """
        return self.line("premium.jkm")

    @property
    def value_without_vat(self) -> Rupiah | None:
        """The contract value without VAT (*nilai kontrak di luar PPN*); None where a wage counts.

        Legal source: registration screen of BPJS Ketenagakerjaan; decision D28.
        """
        return self._found_money("value_without_vat")

    @property
    def slices(self) -> tuple[TierSlice, ...]:
        """The slice of the value in each tier with what is due of it; empty where a wage counts.

        First those of JKK, then those of JKM.

        Legal source: PP 44/2015 Pasal 54 ayat (2), 55 ayat (2).
        """
        self._check_decided("slices")
        return self._slices

    @property
    def instalments(self) -> tuple[Rupiah, ...]:
        """The instalments in their order (*termin*); empty where a wage counts.

        Empty too of a project registered before PP 49/2020 whose remainder it reduces.

        Legal source: Permenaker 5/2021 Pasal 72; before 2021-04-01 BPJS Ketenagakerjaan web page.

        Raises:
            UndecidedError: also of a contract of more than two years whose plan nobody stated.

        """
        amounts = [self._found_money(code) for code in INSTALMENTS]
        return tuple(amount for amount in amounts if amount is not None)

    @property
    def relief(self) -> Relief | None:
        """How the relief of a contribution by wage falls out; None for one by contract value.

        What it leaves of a contract value is in ``later_instalments_relieved`` and
        ``remainder_relieved``.

        Legal source: PP 49/2020 Pasal 13.

        Raises:
            UndecidedError: also where the wage is 0 and nobody stated whether Pasal 13 is met.

        """
        self._check_decided("relief")
        if not self._reliefs:
            return None
        verdict = verdict_of(self._reliefs)
        if verdict is None:
            raise self._undecided("relief", (MissingFact("contract.relief_condition_met"),))
        return verdict

    @property
    def second_instalment_by(self) -> date | None:
        """The last day for the second of four instalments; None where there are not four.

        Legal source: Permenaker 5/2021 Pasal 72 ayat (4).
        """
        return self._found("second_instalment_by", date)

    @property
    def assessed(self) -> Rupiah | None:
        """The contribution without the relief of PP 49/2020; None where it leaves nothing out.

        Legal source: PP 44/2015 Pasal 54, 55.
        """
        return self._found_money("assessed")

    @property
    def later_instalments_relieved(self) -> Rupiah | None:
        """What PP 49/2020 leaves of the instalments after the first, where its condition is met.

        None for a project registered outside the months of that relief, and where a wage counts.

        Legal source: PP 49/2020 (article not known).
        """
        return self._found_money("later_instalments_relieved")

    @property
    def remainder_relieved(self) -> Rupiah | None:
        """What PP 49/2020 leaves of what was unpaid when it began; None where that was not stated.

        Legal source: PP 49/2020 (article not known).
        """
        return self._found_money("remainder_relieved")

    @property
    def register_within(self) -> int | None:
        """Working days for registering the project after the work order; None where a wage counts.

        Legal source: Permenaker 5/2021 Pasal 67 ayat (2); before 2021-04-01 Permenaker 44/2015.
        """
        return self._found("register_within", int)

    def _plain_sentences(self) -> list[Text]:
        amounts: dict[str, Arg] = {"amount": self.total, "jkk": self.jkk, "jkm": self.jkm}
        amount = Text("brief.construction_premium.amount", amounts)
        if self.value_without_vat is None:
            by_wage = Text("brief.construction_premium.by_wage")
            return [amount, relief_sentence(self._reliefs, self.law), by_wage]
        by_value = Text("brief.construction_premium.by_value", {"value": self.value_without_vat})
        return [amount, *self._instalment_sentences(), by_value]

    def _instalment_sentences(self) -> list[Text]:
        """In which parts it is paid, and what the relief of 2020 leaves of them."""
        sentences: list[Text] = []
        try:
            amounts = self.instalments
        except UndecidedError:
            amounts = ()
        if len(amounts) == _USUAL_NUMBER:
            first, second, third = amounts
            parts: dict[str, Arg] = {"first": first, "second": second, "third": third}
            sentences.append(Text("brief.construction_premium.instalments", parts))
        later = self.later_instalments_relieved
        if later is not None:
            sentences.append(Text("brief.construction_premium.later_relieved", {"amount": later}))
        remainder = self.remainder_relieved
        if remainder is not None:
            args: dict[str, Arg] = {"amount": remainder}
            sentences.append(Text("brief.construction_premium.remainder_relieved", args))
        return sentences
