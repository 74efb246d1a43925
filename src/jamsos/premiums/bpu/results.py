"""The answers about one month of a non-wage earner (BPU) and about refunds, with their results."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, NamedTuple, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.grounds import Needs
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Arg, Text
from jamsos.law.provisions import Provision
from jamsos.premiums.bpu.income_table import Row
from jamsos.premiums.relief_outcome import Relief, ReliefOutcome, verdict_of
from jamsos.premiums.sentences import payer_in_words, period, relief_sentence
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

PremiumLine: TypeAlias = Literal[
    "premium.jht",
    "premium.jkk",
    "premium.jkk_second_job",
    "premium.jkm",
]

RefundLine: TypeAlias = Literal["refund",]


class MonthBasis(NamedTuple):
    """What the amounts of a month were taken from."""

    month: Month
    row: Row
    reliefs: tuple[ReliefOutcome, ...]
    """How the reliefs may fall out; several where facts nobody stated leave the reason open."""
    unstated: Needs
    """The facts that would tell which of several it is."""


def by_payer(sums: Mapping[str, Rupiah]) -> Mapping[Payer, Rupiah]:
    """Sums by the codes of payers."""
    return FrozenMapping({Payer(code): amount for code, amount in sums.items()})


@frozen(kw_only=True, repr=False)
class Premium(MoneyAnswer):
    """The contribution of one BPU for one month (*iuran*)."""

    question: ClassVar = "premium"
    fact_types: ClassVar = {"worker": Worker, "month": Month, "payer": Payer, "row": int}
    line_codes: ClassVar = frozenset(get_args(PremiumLine))

    _basis: MonthBasis | None = field(default=None, alias="basis")

    @property
    def jkk(self) -> Rupiah:
        """The contribution to JKK after relief (*iuran JKK*).

        Legal source: PP 44/2015 Pasal 20 ayat (1), Lampiran II.
        """
        return self.line("premium.jkk")

    @property
    def jkk_second_job(self) -> Rupiah:
        """JKK of a second registered job after relief; 0 where there is none (decision D09)."""
        return self.line("premium.jkk_second_job")

    @property
    def jkm(self) -> Rupiah:
        """The contribution to JKM after relief (*iuran JKM*).

        Legal source: PP 44/2015 Pasal 20 ayat (3).
        """
        return self.line("premium.jkm")

    @property
    def jht(self) -> Rupiah:
        """The contribution to JHT (*iuran JHT*); 0 where it is neither bought nor compulsory.

        Legal source: PP 46/2015 jo PP 60/2015 (article not known).
        """
        return self.line("premium.jht")

    @property
    def row(self) -> int:
        """The number of the income row that is paid (*baris* of Lampiran II), from 1.

        Legal source: PP 44/2015 Pasal 20 ayat (2); decisions D16 and D17.
        """
        return self._priced("row").row.number

    @property
    def base_income(self) -> int:
        """The income of that row (*dasar upah*), which JHT and the cash benefits are taken from.

        Legal source: PP 44/2015 Lampiran II.
        """
        return self._priced("base_income").row.base_income

    @property
    def relief(self) -> Relief:
        """How the reliefs fall out (*penyesuaian iuran*): given, or why not.

        Legal source: PP 49/2020 Pasal 13; PP 50/2025 Pasal 4 ayat (1); decisions D21 to D25.

        Raises:
            UndecidedError: also where no relief is given and a fact nobody stated would tell why.

        """
        basis = self._priced("relief")
        verdict = verdict_of(basis.reliefs)
        if verdict is None:
            raise self._undecided("relief", basis.unstated)
        return verdict

    @property
    def relief_rule(self) -> Provision | None:
        """The provision of the relief that speaks of the month; None where none is known.

        Raises:
            UndecidedError: also where a fact nobody stated would tell which of two it is.

        """
        basis = self._priced("relief_rule")
        if len({outcome.provision for outcome in basis.reliefs}) > 1:
            raise self._undecided("relief_rule", basis.unstated)
        return basis.reliefs[0].provision

    @property
    def due_on(self) -> date:
        """The last day to pay (*batas waktu pembayaran*).

        Legal source: PP 44/2015 Pasal 24 ayat (3) and (4); decision D20.
        """
        self._check_decided("due_on")
        return self._sure(self.lines[0].due, "due_on")

    @property
    def by_payer(self) -> Mapping[Payer, Rupiah]:
        """The total by who pays; empty where no payer was stated.

        Legal source: PP 44/2015 Pasal 24 ayat (1) and (2).
        """
        return by_payer(self._sums_by_party())

    def _plain_sentences(self) -> list[Text]:
        basis = self._priced("amount")
        base = Text("brief.premium.base", {"base": self.base_income})
        if self.jht:
            args: dict[str, Arg] = {"base": self.base_income, "jht": self.jht}
            base = Text("brief.premium.base_and_jht", args)
        sentences = [self._amount_sentence(), relief_sentence(basis.reliefs, self.law), base]
        if self.jkk_second_job:
            sentences.append(Text("brief.premium.second_job", {"amount": self.jkk_second_job}))
        return sentences

    def _amount_sentence(self) -> Text:
        """What is due, by whom and by when."""
        month = self._priced("amount").month
        args: dict[str, Arg] = {"month": month, "amount": self.total, "due": self.due_on}
        payer = payer_in_words(self.by_payer)
        if payer is None:
            return Text("brief.premium.amount", args)
        args["payer"] = payer
        return Text("brief.premium.amount_of_payer", args)

    def _priced(self, thing: str) -> MonthBasis:
        self._check_decided(thing)
        return self._sure(self._basis, thing)


@frozen(kw_only=True, repr=False)
class Refund(MoneyAnswer):
    """What is paid back of contributions for the months after a death or total disability."""

    question: ClassVar = "refund_after_claim"
    fact_types: ClassVar = {"participation": Participation, "on": date}
    line_codes: ClassVar = frozenset(get_args(RefundLine))

    @property
    def monthly(self) -> Mapping[Month, Rupiah]:
        """What is returned of each month after the claim month; empty where none was paid.

        Legal source: BPJS Ketenagakerjaan process manual (article not known).
        """
        self._check_decided("monthly")
        return FrozenMapping(
            {self._sure(line.month, "month of a line"): line.amount for line in self.lines}
        )

    @property
    def payee(self) -> Payer | None:
        """Who gets the refund: the participant or his group, who paid.

        None where a third party paid, with whom the return has to be agreed, and where nothing is
        returned.

        Legal source: BPJS Ketenagakerjaan process manual (article not known).
        """
        self._check_decided("payee")
        parties = [line.party for line in self.lines if line.party is not None]
        if not parties:
            return None
        return Payer(parties[0])

    def _plain_sentences(self) -> list[Text]:
        months = sorted(self.monthly)
        if not months:
            return [Text("brief.refund.nothing")]
        amount = Text("brief.refund.amount", {"amount": self.total, "months": period(months)})
        if self.payee is None:
            return [amount, Text("brief.refund.agreed")]
        return [amount, Text("brief.refund.payee", {"payee": Text(f"party.{self.payee}")})]
