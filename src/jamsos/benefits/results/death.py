"""What the family receives after a death, with its results."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.plain_sentences import missing_of, reason_of_right, times_of_payment
from jamsos.answers.texts import Text
from jamsos.benefits.results.owed import by_payer, owed_sentences, set_off_sentences
from jamsos.benefits.results.recipients import heirs_finding, recipient_sentences
from jamsos.benefits.results.scholarship import (
    ScholarshipAnswer,
    ScholarshipFinding,
    open_scholarship,
    scholarship_sentences,
)
from jamsos.coverage.employer import PaidBy
from jamsos.values.money import Rupiah
from jamsos.workers.codes import Cause, Heirs
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.sudden_death import SuddenDeath
from jamsos.workers.worker import Worker

DeathBenefitLine: TypeAlias = Literal[
    "jkk.death",
    "jkk.set_off",
    "jkm.set_off",
    "jkk.funeral",
    "jkk.periodic",
    "jkm.funeral",
    "jkm.lump_sum",
    "jkm.periodic",
]
DeathBenefitFinding: TypeAlias = Literal[
    ScholarshipFinding,
    "benefit_base",
    "disability_paid",
    "heirs",
    "paid_months",
    "paid_months_unbroken",
    "share_each",
]


@frozen(kw_only=True, repr=False)
class DeathBenefit(ScholarshipAnswer):
    """What the family receives after a death (*manfaat JKK kematian, JKM*).

    Every result raises :class:`UndecidedError` where it is not decided, with the next step.

    >>> from datetime import date
    >>> from jamsos import Family, Participation, Worker, death_benefit, payments
    >>> paid = payments("2026-08", "2026-11")
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=paid)
    >>> fisher = Worker(kind="independent", income=900_000)
    >>> family = Family(spouse=True, children=())
    >>> answer = death_benefit(fisher, member, family, died_on=date(2026, 11, 10), cause="other")
    >>> answer.lump_sum, answer.periodic, answer.funeral, answer.heirs
    (20000000, 12000000, 10000000, <Heirs.SPOUSE_OR_CHILD: 'spouse_or_child'>)
    >>> answer.paid_months, answer.scholarship.right, dict(answer.by_recipient)
    (4, <Right.NONE: 'none'>, {'spouse_or_child': 42000000})
    """

    question: ClassVar = "death_benefit"
    fact_types: ClassVar = {
        "worker": Worker,
        "participation": Participation | tuple[Participation, ...],
        "family": Family,
        "died_on": date,
        "cause": Cause,
        "accident_on": date,
        "sudden_death": SuddenDeath,
    }
    line_codes: ClassVar = frozenset(get_args(DeathBenefitLine))
    finding_codes: ClassVar = frozenset(get_args(DeathBenefitFinding))

    @property
    def work_death(self) -> Rupiah:
        """The death money of JKK (*santunan kematian*, PP 82/2019 Lampiran III); 0 under JKM."""
        return self.line("jkk.death")

    @property
    def lump_sum(self) -> Rupiah:
        """The lump sum of JKM (*santunan sekaligus*, PP 82/2019 Pasal 34); 0 under JKK."""
        return self.line("jkm.lump_sum")

    @property
    def periodic(self) -> Rupiah:
        """The periodic money of either programme, paid at once (*santunan berkala*)."""
        return self.line("jkk.periodic") + self.line("jkm.periodic")

    @property
    def funeral(self) -> Rupiah:
        """The funeral money of either programme (*biaya pemakaman*)."""
        return self.line("jkk.funeral") + self.line("jkm.funeral")

    @property
    def set_off(self) -> Rupiah:
        """The contributions in arrears taken out of the cash, as an amount above 0; 0: none.

        The total is less them (*tunggakan*; Permenaker 5/2021 Pasal 92 ayat (2), 98 ayat (3)).
        """
        return -(self.line("jkk.set_off") + self.line("jkm.set_off"))

    @property
    def benefit_base(self) -> Rupiah | None:
        """The monthly wage or income JKK counts with (*upah*; PP 44/2015 Pasal 32, D34).

        None where no amount is taken of one: under JKM, and without a right.
        """
        return self._found_money("benefit_base")

    @property
    def heirs(self) -> Heirs | None:
        """The class of heirs that takes (*ahli waris*; PP 44/2015 Pasal 40 ayat (2)).

        None where nothing is paid.
        """
        return self._found_code("heirs", Heirs)

    @property
    def share_each(self) -> Rupiah | None:
        """An equal share of spouse and each child; None but under an alternative of D50."""
        return self._found_money("share_each")

    @property
    def paid_months(self) -> int | None:
        """The paid months counted for the scholarship (*masa iur*; PP 82/2019 Pasal 34, D33).

        None under JKK, which asks for none, and where nothing is paid.
        """
        return self._found("paid_months", int)

    @property
    def paid_months_unbroken(self) -> int | None:
        """The paid months in a row; None where they would decide nothing else (D33)."""
        return self._found("paid_months_unbroken", int)

    @property
    def disability_paid(self) -> Rupiah | None:
        """What was paid before for a disability of the same accident; None: nothing (D39)."""
        return self._found_money("disability_paid")

    @property
    def by_recipient(self) -> Mapping[str, Rupiah]:
        """The total by who is paid: a class of heirs, ``funeral_payer`` or ``fund``.

        What goes to nobody known yet is left out (PP 44/2015 Pasal 37 ayat (5), 40 ayat (2)).
        """
        return self._sums_by_party()

    @property
    def by_debtor(self) -> Mapping[PaidBy, Rupiah]:
        """The total by who owes it: BPJS, the employer, the contractor (PP 44/2015 Pasal 32)."""
        return by_payer(self._sums_by_payer())

    def _plain_sentences(self) -> list[Text]:
        """The amount and who receives it, when and by whom it is paid, and the scholarship."""
        if not self.lines:
            return [Text("brief.death_benefit.nothing"), *reason_of_right(self)]
        return [
            *recipient_sentences(self, self.by_recipient),
            *set_off_sentences(self.set_off),
            *times_of_payment(self),
            *owed_sentences(self.by_debtor, self.total),
            *self._family_sentences(),
        ]

    def _family_sentences(self) -> list[Text]:
        """The scholarship, and what has to be known of the family."""
        heirs = heirs_finding(self)
        # Where nobody is left there is no child.
        if heirs.value == Heirs.NOBODY:
            return []
        if heirs.value is not None:
            return scholarship_sentences(self)
        part = open_scholarship(self)
        if part is None:
            unknown = Text("brief.heirs_open", {"needs": missing_of(heirs)})
            return [unknown, *scholarship_sentences(self)]
        return [Text("brief.heirs_and_scholarship_open", {"needs": missing_of(heirs, part)})]
