"""The answers about the contributions of wage earners (PU), with their results."""

from datetime import date
from typing import ClassVar, Literal, NamedTuple, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import MissingFact, Needs
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Arg, Text, listed
from jamsos.law.provisions import Grade, Provision
from jamsos.premiums.relief_outcome import Relief, ReliefOutcome, verdict_of
from jamsos.premiums.sentences import relief_sentence
from jamsos.premiums.wage.rates import rate_of_jkk, rate_of_jkm
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.employment import Employment, RiskGroup

WagePremiumLine: TypeAlias = Literal[
    "premium.fine",
    "premium.jkk",
    "premium.jkm",
]
WagePremiumFinding: TypeAlias = Literal[
    "due_date",
    "jkp_data_by",
    "jkp_from_jkk",
    "jkp_from_jkm",
    "jkp_from_state",
    "jkp_recomposed_by",
    "jkp_wage",
    "late_months",
    "wage_base",
]

RiskGroupHitsFinding: TypeAlias = Literal["business",]


class WageBasis(NamedTuple):
    """What the amounts of a month were taken from."""

    month: Month
    wage: Rupiah
    group: RiskGroup | None
    """None where nobody stated it and every group comes to the same amounts."""
    reliefs: tuple[ReliefOutcome, ...]
    """How the reliefs may fall out; several where facts nobody stated leave the reason open."""
    unstated: Needs
    """The facts that would tell which of several it is."""
    unstated_of_jkp: Needs = ()
    """The facts that would tell whether the worker takes part in JKP."""


@frozen(kw_only=True, repr=False)
class WagePremium(MoneyAnswer):
    """The contribution of an employer for one wage earner and one month."""

    question: ClassVar = "wage_premium"
    fact_types: ClassVar = {"employment": Employment, "month": Month, "paid_on": date}
    line_codes: ClassVar = frozenset(get_args(WagePremiumLine))
    finding_codes: ClassVar = frozenset(get_args(WagePremiumFinding))

    _basis: WageBasis | None = field(default=None, alias="basis")

    @property
    def jkk(self) -> Rupiah:
        """The contribution to JKK after relief (*iuran JKK*), exactly.

        Legal source: PP 44/2015 Pasal 16 ayat (1).
        """
        return self.line("premium.jkk")

    @property
    def jkm(self) -> Rupiah:
        """The contribution to JKM after relief (*iuran JKM*), exactly.

        Legal source: PP 44/2015 Pasal 18 ayat (1).
        """
        return self.line("premium.jkm")

    @property
    def contribution(self) -> Rupiah:
        """JKK and JKM together, without the fine."""
        return self._sum_of(line for line in self.lines if line.code != "premium.fine")

    @property
    def fine(self) -> Rupiah:
        """The fine for late payment (*denda*); 0 where the month is paid in time.

        Also 0 where no day of payment was stated.

        Legal source: PP 44/2015 Pasal 22 ayat (1); decision D18.
        """
        return self.line("premium.fine")

    @property
    def wage_base(self) -> Rupiah:
        """The monthly wage the contribution is taken from (*upah sebulan*).

        Legal source: PP 44/2015 Pasal 19; decision D19.
        """
        return self._priced("wage_base").wage

    @property
    def risk_group(self) -> RiskGroup:
        """The risk group of the place of work (*kelompok tingkat risiko lingkungan kerja*).

        Legal source: PP 44/2015 Pasal 16 ayat (2), Lampiran I.

        Raises:
            UndecidedError: also where it was not stated and changes nothing.

        """
        return self._group("risk_group")

    @property
    def jkk_rate(self) -> int:
        """The JKK rate of that group before relief, in parts per million of the wage.

        Legal source: PP 44/2015 Pasal 16 ayat (1).

        Raises:
            UndecidedError: also where the risk group was not stated and changes nothing.

        """
        group = self._group("jkk_rate")
        return rate_of_jkk(group, self._priced("jkk_rate").month, self.law).number

    @property
    def jkm_rate(self) -> int:
        """The JKM rate before relief, in parts per million of the wage.

        Legal source: PP 44/2015 Pasal 18 ayat (1).
        """
        return rate_of_jkm(self._priced("jkm_rate").month, self.law).number

    @property
    def relief(self) -> Relief:
        """How the reliefs fall out (*penyesuaian iuran*): given, or why not.

        Legal source: PP 49/2020 Pasal 13; PP 7/2025 Pasal 3, 4 and 6, with PP 36/2025.

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
        """The provision of the relief that speaks of the month; None where none is known."""
        # The month alone says which relief speaks: all outcomes name the same one.
        return self._priced("relief_rule").reliefs[0].provision

    @property
    def due_on(self) -> date:
        """The last day to pay (*batas waktu pembayaran*).

        Legal source: PP 44/2015 Pasal 21 ayat (2) and (3); decisions D20 and D27.
        """
        return self._sure(self._found("due_date", date), "due_on")

    @property
    def late_months(self) -> int | None:
        """The months of lateness the fine is counted for; None: no day of payment was stated.

        Legal source: PP 44/2015 Pasal 22 ayat (1); decision D18.
        """
        return self._found("late_months", int)

    @property
    def jkp_from_jkk(self) -> Rupiah | None:
        """What of the JKK contribution is passed on to JKP (*rekomposisi iuran*).

        None where the worker is in no JKP.

        Legal source: PP 37/2021 Pasal 11 ayat (5) huruf a; PP 6/2025 Pasal 11; PP 7/2025 Pasal 9.
        """
        self._check_jkp_known("jkp_from_jkk")
        return self._found_money("jkp_from_jkk")

    @property
    def jkp_from_jkm(self) -> Rupiah | None:
        """What of the JKM contribution is passed on to JKP; 0 from February 2025.

        None where the worker is in no JKP.

        Legal source: PP 37/2021 Pasal 11 ayat (5) huruf b; PP 6/2025 Pasal 11 ayat (5).
        """
        self._check_jkp_known("jkp_from_jkm")
        return self._found_money("jkp_from_jkm")

    @property
    def jkp_from_state(self) -> Rupiah | None:
        """What the state adds for JKP (*iuran pemerintah pusat*).

        None where the worker is in no JKP.

        Legal source: PP 37/2021 Pasal 11 ayat (4); PP 6/2025 Pasal 11.
        """
        self._check_jkp_known("jkp_from_state")
        return self._found_money("jkp_from_state")

    @property
    def jkp_wage(self) -> Rupiah | None:
        """The wage the shares of JKP are taken of, at most its limit.

        None where the worker is in no JKP.

        Legal source: PP 37/2021 Pasal 11 ayat (6), 13; PP 6/2025 Pasal 11 ayat (6).
        """
        self._check_jkp_known("jkp_wage")
        return self._found_money("jkp_wage")

    @property
    def jkp_data_by(self) -> date | None:
        """The employer reports the data of JKP (Permenaker 7/2021 Pasal 12).

        None where the worker is in no JKP, or before April 2021.
        """
        self._check_jkp_known("jkp_data_by")
        return self._found("jkp_data_by", date)

    @property
    def jkp_recomposed_by(self) -> date | None:
        """BPJS passes the share on (Permenaker 7/2021 Pasal 10, 11; Permenaker 3/2025 Pasal 11).

        None where the worker is in no JKP, or before April 2021.
        """
        self._check_jkp_known("jkp_recomposed_by")
        return self._found("jkp_recomposed_by", date)

    def _check_jkp_known(self, thing: str) -> None:
        """Refuse a result of JKP where nobody said whether the worker takes part in it."""
        unstated = self._priced(thing).unstated_of_jkp
        if unstated:
            raise self._undecided(thing, unstated)

    def _plain_sentences(self) -> list[Text]:
        basis = self._priced("amount")
        relief = relief_sentence(basis.reliefs, self.law)
        return [*self._amount_sentences(basis.month), relief, _base_sentence(basis)]

    def _amount_sentences(self, month: Month) -> list[Text]:
        """What the employer owes, and by when; of a late month how much of it is the fine."""
        args: dict[str, Arg] = {"month": month, "amount": self.total}
        amount_alone = Text("brief.wage_premium.amount_alone", args)
        if self.late_months and self.fine:
            fine: dict[str, Arg] = {
                "fine": self.fine,
                "late": self.late_months,
                "due": self.due_on,
            }
            return [amount_alone, Text("brief.wage_premium.fine", fine)]
        args["due"] = self.due_on
        return [Text("brief.wage_premium.amount", args)]

    def _group(self, thing: str) -> RiskGroup:
        group = self._priced(thing).group
        if group is None:
            raise self._undecided(thing, (MissingFact("employment.risk_group"),))
        return group

    def _priced(self, thing: str) -> WageBasis:
        self._check_decided(thing)
        return self._sure(self._basis, thing)


def _base_sentence(basis: WageBasis) -> Text:
    """What the amount depends on."""
    if basis.group is None:
        return Text("brief.wage_premium.base", {"wage": basis.wage})
    args: dict[str, Arg] = {"wage": basis.wage, "group": str(basis.group)}
    return Text("brief.wage_premium.base_and_group", args)


@frozen(kw_only=True)
class Business:
    """One entry of the list of a day: a hint to be confirmed with BPJS, never an assignment."""

    group: RiskGroup
    number: int
    """The number inside the group, in the list of that day."""
    name: str
    rate: int
    """The JKK rate of the group in parts per million of the wage."""
    grade: Grade
    note: str
    provision: Provision
    """The rule under which BPJS assigns the group, with the list."""
    to_be_confirmed: bool = True


@frozen(kw_only=True, repr=False)
class RiskGroupHits(Answer):
    """The risk groups that words about a business point to; BPJS assigns the group."""

    question: ClassVar = "risk_group"
    fact_types: ClassVar = {"words": str, "on": date}
    finding_codes: ClassVar = frozenset(get_args(RiskGroupHitsFinding))

    hits: tuple[Business, ...] = ()
    """Every kind of business with all the words, in the order of the list; none is chosen.

    Legal source: PP 44/2015 Pasal 16 ayat (2), Lampiran I; PP 82/2019 Lampiran I.
    """

    def _plain_sentences(self) -> list[Text]:
        confirm = Text("brief.risk_group.confirm")
        if not self.hits:
            return [Text("brief.risk_group.nothing"), confirm]
        if len(self.hits) == 1:
            [hit] = self.hits
            args: dict[str, Arg] = {"name": hit.name, "group": str(hit.group), "rate": hit.rate}
            return [Text("brief.risk_group.one", args), confirm]
        groups = sorted({str(hit.group) for hit in self.hits})
        several: dict[str, Arg] = {"count": len(self.hits), "groups": listed(groups)}
        return [Text("brief.risk_group.several", several), confirm]
