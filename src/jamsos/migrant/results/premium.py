"""The contribution of a migrant worker, with its results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.plain_sentences import first_remark
from jamsos.answers.texts import Arg, Text
from jamsos.values.money import Rupiah

MigrantPremiumLine: TypeAlias = Literal[
    "premium.migrant_before",
    "premium.migrant_further",
    "premium.migrant_package",
]
MigrantPremiumFinding: TypeAlias = Literal[
    "further_months",
    "jht_choice_least",
    "jht_choice_most",
    "package_months",
    "pay_months_before_leaving",
    "protected_after_days",
    "protected_before_months",
    "protected_way_home_months",
]


@frozen(kw_only=True, repr=False)
class MigrantPremium(MoneyAnswer):
    """The contribution of a migrant worker for a placement (*iuran*, Permenaker 4/2023 Pasal 18).

    The periods of protection are those of the manual of BPJS Ketenagakerjaan. Every result raises
    :class:`UndecidedError` where it is not decided, with the next step.

    >>> from datetime import date
    >>> from jamsos import migrant_premium
    >>> answer = migrant_premium(date(2026, 3, 2), contract_months=27, agency=True)
    >>> answer.before_work, answer.package, answer.further, answer.total
    (37500, 332500, 40500, 410500)
    >>> answer.package_months, answer.further_months
    (24, 3)
    """

    question: ClassVar = "migrant_premium"
    fact_types: ClassVar = {
        "on": date,
        "contract_months": int,
        "agency": bool,
        "prolonged_by": int,
    }
    line_codes: ClassVar = frozenset(get_args(MigrantPremiumLine))
    finding_codes: ClassVar = frozenset(get_args(MigrantPremiumFinding))

    @property
    def before_work(self) -> Rupiah:
        """The contribution before work (*sebelum bekerja*, Pasal 18)."""
        return self.line("premium.migrant_before")

    @property
    def package(self) -> Rupiah:
        """The contribution during and after work, of the package alone (Pasal 18)."""
        return self.line("premium.migrant_package")

    @property
    def further(self) -> Rupiah:
        """The contribution of the contract months beyond the package (Pasal 18; D29)."""
        return self.line("premium.migrant_further")

    @property
    def package_months(self) -> int | None:
        """The months of the package the contract starts from (Pasal 18; D29).

        None for the further months of a prolonged contract.
        """
        return self._found("package_months", int)

    @property
    def further_months(self) -> int:
        """The months of the contract beyond the package; 0 where it covers them all (D29)."""
        return self._whole("further_months")

    @property
    def protected_before_months(self) -> int | None:
        """The longest protection before work (*sebelum bekerja*), in months.

        None for the further months of a prolonged contract.
        """
        return self._found("protected_before_months", int)

    @property
    def protected_way_home_months(self) -> int:
        """The longest protection on the way home after the contract (*pulang*), in months."""
        return self._whole("protected_way_home_months")

    @property
    def protected_after_days(self) -> int:
        """The longest protection after the return to Indonesia (*setelah bekerja*), in days."""
        return self._whole("protected_after_days")

    @property
    def pay_months_before_leaving(self) -> int | None:
        """How many months before departure an individual may pay at the earliest.

        None for a placement through an agency, which pays by other rules.
        """
        return self._found("pay_months_before_leaving", int)

    @property
    def jht_choice_least(self) -> Rupiah:
        """The least one may choose to pay a month for old-age savings (*JHT*), in rupiah."""
        return self._whole("jht_choice_least")

    @property
    def jht_choice_most(self) -> Rupiah:
        """The most one may choose to pay a month for old-age savings (*JHT*), in rupiah."""
        return self._whole("jht_choice_most")

    def _whole(self, code: MigrantPremiumFinding) -> int:
        return self._sure(self._found(code, int), code)

    def _plain_sentences(self) -> list[Text]:
        """The whole contribution, its two parts, and when it is paid or what it leaves out."""
        if self.package_months is None:
            args: dict[str, Arg] = {"amount": self.total, "months": self.further_months}
            return [Text("brief.migrant_premium.prolonging", args)]
        amount = Text("brief.migrant_premium.amount", {"amount": self.total})
        remark = first_remark(self, _PAYMENT)
        before = self.before_work
        # An individual pays nothing for the time before work.
        if not before:
            return [amount, *remark]
        later = self.package + self.further
        parts = Text("brief.migrant_premium.parts", {"before": before, "later": later})
        return [amount, parts, *remark]


_PAYMENT = ("note.migrant_payment_agency", "note.migrant_individual")
"""The remarks on when an agency pays, and on what an individual is not protected by."""
