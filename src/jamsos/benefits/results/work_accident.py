"""What a living participant receives after a work accident, with its results."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.parties import Party
from jamsos.answers.plain_sentences import reason_of_right, times_of_payment
from jamsos.answers.texts import Text
from jamsos.benefits.results.owed import by_payer, owed_sentences, set_off_sentences
from jamsos.benefits.results.scholarship import (
    ScholarshipAnswer,
    ScholarshipFinding,
    scholarship_sentences,
)
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import PaidBy
from jamsos.values.money import Rupiah
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.work_accident import WorkAccident
from jamsos.workers.worker import Worker

JkkBenefitLine: TypeAlias = Literal[
    "jkk.care_refund",
    "jkk.dentures",
    "jkk.disabilities",
    "jkk.disease_examinations",
    "jkk.glasses",
    "jkk.hearing_aid",
    "jkk.home_care",
    "jkk.partial_anatomical",
    "jkk.partial_functional",
    "jkk.periodic",
    "jkk.prosthesis",
    "jkk.set_off",
    "jkk.stmb",
    "jkk.total_permanent",
    "jkk.transport",
    "jkk.transport_air",
    "jkk.transport_land",
    "jkk.transport_sea",
]
CareFinding: TypeAlias = Literal[
    "care_blood_services",
    "care_blood_transfusion",
    "care_devices",
    "care_diagnostics",
    "care_disease_diagnosis",
    "care_doctors",
    "care_examination",
    "care_home_care",
    "care_inpatient",
    "care_intensive",
    "care_medication",
    "care_primary_and_advanced",
    "care_rehabilitation",
    "care_special",
    "care_surgery",
    "care_treatment",
]
JkkBenefitFinding: TypeAlias = Literal[
    CareFinding,
    ScholarshipFinding,
    "benefit_base",
    "care_excess",
    "disability_percentage",
    "jkk_care",
    "jkk_payer",
    "return_to_work",
    "stmb_claim_months",
    "stmb_days",
    "stmb_to_employer",
    "stmb_to_worker",
]


class CareItem(StrEnum):
    """The items of medical care (*pelayanan kesehatan*, Pasal 25 ayat (2) huruf a)."""

    EXAMINATION = "examination"
    PRIMARY_AND_ADVANCED = "primary_and_advanced"
    INPATIENT = "inpatient"
    """In class I of a government hospital or its like (Pasal 31)."""
    INTENSIVE = "intensive"
    DIAGNOSTICS = "diagnostics"
    MEDICATION = "medication"
    """Before 2 December 2019."""
    TREATMENT = "treatment"
    """From 2 December 2019, with comorbidity and complications."""
    SPECIAL = "special"
    DEVICES = "devices"
    """*alat kesehatan dan implan*."""
    DOCTORS = "doctors"
    SURGERY = "surgery"
    BLOOD_TRANSFUSION = "blood_transfusion"
    """Before 2 December 2019."""
    BLOOD_SERVICES = "blood_services"
    """From 2 December 2019."""
    REHABILITATION = "rehabilitation"
    HOME_CARE = "home_care"
    """From 2 December 2019, up to a cap."""
    DISEASE_DIAGNOSIS = "disease_diagnosis"
    """From 2 December 2019: *pemeriksaan diagnosis penyakit akibat kerja*."""


@frozen(kw_only=True, repr=False)
class JkkBenefit(ScholarshipAnswer):
    """What a living participant receives after a work accident or disease (*manfaat JKK*).

    An amount is 0 where nothing of the kind is due. Every result raises :class:`UndecidedError`
    where it is not decided, with the next step. Articles are those of PP 44/2015, with Lampiran
    III of PP 82/2019 from 2 December 2019.

    >>> from datetime import date
    >>> from jamsos import Loss, Participation, WorkAccident, Worker, jkk_benefit, payments
    >>> member = Participation(
    ...     number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-06")
    ... )
    >>> fall = WorkAccident(on=date(2026, 6, 3), land=400_000, losses=(Loss(code="A25"),))
    >>> answer = jkk_benefit(Worker(kind="independent", income=900_000), member, fall)
    >>> answer.transport, answer.disability_percentage, answer.partial_disability
    (400000, 5, 4000000)
    >>> answer.care, answer.payer, answer.benefit_base
    (<Right.NOW: 'now'>, <PaidBy.BPJS: 'bpjs'>, 1000000)
    """

    question: ClassVar = "jkk_benefit"
    fact_types: ClassVar = {
        "worker": Worker,
        "participation": Participation,
        "others": tuple[Participation, ...],
        "accident": WorkAccident,
        "family": Family,
    }
    line_codes: ClassVar = frozenset(get_args(JkkBenefitLine))
    finding_codes: ClassVar = frozenset(get_args(JkkBenefitFinding))

    @property
    def care(self) -> Right:
        """The right to medical care (*pelayanan kesehatan*, Pasal 25 ayat (2) huruf a, 30)."""
        return self._sure(self._found_code("jkk_care", Right), "care")

    @property
    def care_items(self) -> tuple[CareItem, ...]:
        """What the care consists of; empty without a right to it (Pasal 25 ayat (2) huruf a)."""
        if self.care is Right.NONE:
            return ()
        codes = {finding.code for finding in self.findings}
        return tuple(item for item in CareItem if f"care_{item}" in codes)

    @property
    def payer(self) -> PaidBy | None:
        """Who owes all of it, care too (Pasal 8, 10, 27, 32, 38); None without a right."""
        if self.care is Right.NONE:
            return None
        # Only an employer or a contractor can owe in the place of BPJS; a BPU has neither.
        return self._found_code("jkk_payer", PaidBy) or PaidBy.BPJS

    @property
    def by_debtor(self) -> Mapping[PaidBy, Rupiah]:
        """The total by who owes it: BPJS, the employer, the contractor (Pasal 32 ayat (2))."""
        return by_payer(self._sums_by_payer())

    @property
    def refunded_to_employer(self) -> Rupiah:
        """The cost of transport and care BPJS refunds to the employer (Pasal 30 ayat (2), 33)."""
        return self._sums_by_party().get(Party.EMPLOYER, 0)

    @property
    def transport(self) -> Rupiah:
        """Transport of every mode (*biaya pengangkutan*, Lampiran III)."""
        by_mode = self.line("jkk.transport_land") + self.line("jkk.transport_sea")
        return by_mode + self.line("jkk.transport_air") + self.line("jkk.transport")

    @property
    def temporary_incapacity(self) -> Rupiah:
        """*Santunan sementara tidak mampu bekerja* (STMB, Lampiran III; D36)."""
        return self.line("jkk.stmb")

    @property
    def incapacity_days(self) -> int | None:
        """The days of incapacity counted, all spells together (D36); None: none stated."""
        return self._found("stmb_days", int)

    @property
    def incapacity_to_employer(self) -> Rupiah | None:
        """The part of STMB that refunds the wage paid on (Pasal 51).

        None where no employer is refunded: no STMB of a wage earner, or not paid by BPJS.
        """
        return self._found_money("stmb_to_employer")

    @property
    def incapacity_to_worker(self) -> Rupiah | None:
        """The part of STMB above the wage paid on (Pasal 51); None without STMB by a wage."""
        return self._found_money("stmb_to_worker")

    @property
    def incapacity_claim_months(self) -> int | None:
        """After how many months STMB may be claimed again; None without STMB of a wage earner."""
        return self._found("stmb_claim_months", int)

    @property
    def disability_percentage(self) -> Rupiah | None:
        """The percentage of a partial disability, exact (*persentase cacat*, Lampiran III).

        Of several losses it is their sum, at most 70 (Permenaker 5/2021 Pasal 84 ayat (1)).
        None: no partial disability.
        """
        return self._found_money("disability_percentage")

    @property
    def partial_disability(self) -> Rupiah:
        """*Santunan cacat sebagian anatomis* and *fungsi*, with the employer's shortfall."""
        parts = self.line("jkk.partial_anatomical") + self.line("jkk.partial_functional")
        return parts + self.line("jkk.disabilities")

    @property
    def total_disability(self) -> Rupiah:
        """The lump sum of *cacat total tetap* (Lampiran III), with the employer's shortfall."""
        return self.line("jkk.total_permanent")

    @property
    def periodic(self) -> Rupiah:
        """The periodic money of *cacat total tetap*, paid at once (*santunan berkala*)."""
        return self.line("jkk.periodic")

    @property
    def benefit_base(self) -> Rupiah | None:
        """The monthly wage or income (*upah*; Pasal 32, D34); None where nothing is taken of it."""
        return self._found_money("benefit_base")

    @property
    def set_off(self) -> Rupiah:
        """The contributions in arrears taken out of the cash, as an amount above 0; 0: none.

        The total is less them (*tunggakan*; Permenaker 5/2021 Pasal 92 ayat (2)).
        """
        return -self.line("jkk.set_off")

    @property
    def prosthesis(self) -> Rupiah:
        """Orthosis and prosthesis (*alat bantu dan alat ganti*, Lampiran III)."""
        return self.line("jkk.prosthesis")

    @property
    def dentures(self) -> Rupiah:
        """*Gigi tiruan* (Lampiran III)."""
        return self.line("jkk.dentures")

    @property
    def hearing_aid(self) -> Rupiah:
        """*Alat bantu dengar* (Lampiran III, from 2 December 2019)."""
        return self.line("jkk.hearing_aid")

    @property
    def glasses(self) -> Rupiah:
        """*Kacamata* (Lampiran III, from 2 December 2019)."""
        return self.line("jkk.glasses")

    @property
    def home_care(self) -> Rupiah:
        """*Perawatan di rumah*, up to its cap (Lampiran III, from 2 December 2019)."""
        return self.line("jkk.home_care")

    @property
    def care_refund(self) -> Rupiah:
        """Care paid first where no facility is under contract, up to the standard (Pasal 33)."""
        return self.line("jkk.care_refund")

    @property
    def disease_examinations(self) -> Rupiah:
        """Examinations before the disease was found, refunded (Permenaker 5/2021 Pasal 112)."""
        return self.line("jkk.disease_examinations")

    @property
    def care_excess(self) -> Rupiah | None:
        """What an employer paid above that standard and bears (Pasal 33); None: nothing."""
        return self._found_money("care_excess")

    @property
    def return_to_work(self) -> Right | None:
        """The right to the return-to-work programme (*program kembali kerja*, Pasal 49).

        None where no doctor recommends it.
        """
        return self._found_code("return_to_work", Right)

    def _plain_sentences(self) -> list[Text]:
        """The amount and what it is taken of, when and by whom it is paid, and the care."""
        payer = self.payer
        if payer is None:
            return [Text("brief.jkk_benefit.nothing"), *reason_of_right(self)]
        return [
            *self._amount_sentences(),
            *set_off_sentences(self.set_off),
            *times_of_payment(self),
            *owed_sentences(self.by_debtor, self.total),
            _CARE[payer],
            *scholarship_sentences(self),
        ]

    def _amount_sentences(self) -> list[Text]:
        """The cash and the base it is taken of, with what of it the employer is refunded."""
        if not self.total:
            return [Text("brief.jkk_benefit.no_cash")]
        amount = Text("brief.jkk_benefit.amount", {"amount": self.total})
        base = self.benefit_base
        if base is not None:
            amount = Text("brief.jkk_benefit.amount_by_base", {"amount": self.total, "base": base})
        refunded = self.refunded_to_employer
        if not refunded:
            return [amount]
        if refunded == self.total:
            return [amount, Text("brief.jkk_benefit.refunded_whole")]
        return [amount, Text("brief.jkk_benefit.refunded", {"amount": refunded})]


_CARE = {
    PaidBy.BPJS: Text("brief.jkk_benefit.care"),
    PaidBy.EMPLOYER_FIRST: Text("brief.jkk_benefit.care_employer_first"),
    PaidBy.EMPLOYER: Text("brief.jkk_benefit.care_employer"),
    PaidBy.CONTRACTOR: Text("brief.jkk_benefit.care_contractor"),
}
"""That care is given by medical need, by who owes it."""
