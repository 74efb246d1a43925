"""The answers about corrected contributions and about sanctions, with their results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Arg, Text
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.closed_list import Code
from jamsos.workers.employment import Employment

WageCorrectionLine: TypeAlias = Literal[
    "wage_credit",
    "wage_shortfall",
]
WageCorrectionFinding: TypeAlias = Literal[
    "contribution_due",
    "correction_notice_by",
]

ConstructionCorrectionLine: TypeAlias = Literal["project_refund",]
ConstructionCorrectionFinding: TypeAlias = Literal[
    "contribution_due",
    "still_to_pay",
]

EmployerSanctionsLine: TypeAlias = Literal["administrative_fine",]
EmployerSanctionsFinding: TypeAlias = Literal[
    "building_permit",
    "business_permit",
    "criminal_fine_most",
    "fine_from",
    "fine_if_started_month_counts",
    "first_warning_until",
    "foreign_worker_permit",
    "full_months",
    "labour_supply_permit",
    "prison_years_most",
    "sanction_stage",
    "second_warning_until",
    "tender_permit",
]

PersonSanctionsFinding: TypeAlias = Literal[
    "fined_by_pp44",
    "may_lose_services",
]


class Breach(Code, family="breach"):
    """What an employer failed to do."""

    NOT_REGISTERED = "not_registered"
    """*tidak mendaftarkan* itself or its workers."""
    NOT_PAID = "not_paid"
    """*tidak memungut dan menyetor* the contributions."""


class SanctionStage(Code):
    """How far the administrative sanctions of an employer have come."""

    NO_WARNING = "no_warning"
    FIRST_WARNING = "first_warning"
    """*teguran tertulis pertama*"""
    SECOND_WARNING = "second_warning"
    """*teguran tertulis kedua*"""
    FINE = "fine"
    """*denda*"""


class Service(Code):
    """The public services (*pelayanan publik tertentu*) an employer in breach loses."""

    BUSINESS = "business_permit"
    TENDER = "tender_permit"
    FOREIGN_WORKERS = "foreign_worker_permit"
    LABOUR_SUPPLY = "labour_supply_permit"
    BUILDING = "building_permit"


@frozen(kw_only=True, repr=False)
class WageCorrection(MoneyAnswer):
    """What a month paid on wrong wages still costs, or gives back."""

    question: ClassVar = "wage_correction"
    fact_types: ClassVar = {
        "employments": tuple[Employment, ...],
        "month": Month,
        "paid": Rupiah,
        "received_on": date,
    }
    line_codes: ClassVar = frozenset(get_args(WageCorrectionLine))
    finding_codes: ClassVar = frozenset(get_args(WageCorrectionFinding))

    @property
    def contribution_due(self) -> Rupiah:
        """What should have been paid for JKK and JKM of the month, without any fine.

        Legal source: PP 44/2015 Pasal 16, 18 and 19.
        """
        return self._sure_money("contribution_due")

    @property
    def credit(self) -> Rupiah:
        """What was paid too much (*kelebihan*), as an amount above 0; else 0.

        Legal source: PP 44/2015 Pasal 23.
        """
        return -self.line("wage_credit")

    @property
    def shortfall(self) -> Rupiah:
        """What was paid too little (*kekurangan*); else 0.

        Legal source: PP 44/2015 Pasal 23.
        """
        return self.line("wage_shortfall")

    @property
    def settled_in(self) -> Month | None:
        """The month whose contribution the difference is settled with; None where there is none.

        Legal source: PP 44/2015 Pasal 23.
        """
        self._check_decided("settled_in")
        return self.lines[0].month if self.lines else None

    @property
    def due_on(self) -> date | None:
        """The last day to pay that month; None where there is no difference.

        Legal source: PP 44/2015 Pasal 21 ayat (2) and (3).
        """
        self._check_decided("due_on")
        return self.lines[0].due if self.lines else None

    @property
    def notice_by(self) -> date | None:
        """By when BPJS tells the employer; None where no day of receipt was stated.

        Legal source: PP 44/2015 Pasal 23 ayat (3).
        """
        return self._found("correction_notice_by", date)

    def _plain_sentences(self) -> list[Text]:
        if not self.lines:
            return [Text("brief.correction.exact", {"due": self.contribution_due})]
        sentences = [self._difference_sentence()]
        if self.notice_by is not None:
            sentences.append(Text("brief.correction.notice", {"day": self.notice_by}))
        return sentences

    def _difference_sentence(self) -> Text:
        """What was paid too much or too little, and with which month it is settled."""
        [line] = self.lines
        args: dict[str, Arg] = {
            "due": self.contribution_due,
            "month": self._sure(line.month, "month"),
            "day": self._sure(line.due, "due_on"),
        }
        if self.credit:
            args["amount"] = self.credit
            return Text("brief.correction.credit", args)
        args["amount"] = self.shortfall
        return Text("brief.correction.shortfall", args)


@frozen(kw_only=True, repr=False)
class ConstructionCorrection(MoneyAnswer):
    """What a project paid on a wrong value still costs, or gives back."""

    question: ClassVar = "construction_correction"
    fact_types: ClassVar = {
        "on": date,
        "value": int,
        "contains_vat": bool,
        "vat_rate": str,
        "paid": Rupiah,
    }
    line_codes: ClassVar = frozenset(get_args(ConstructionCorrectionLine))
    finding_codes: ClassVar = frozenset(get_args(ConstructionCorrectionFinding))

    @property
    def contribution_due(self) -> Rupiah:
        """The contribution of the contract as it now is.

        Legal source: PP 44/2015 Pasal 54 and 55.
        """
        return self._sure_money("contribution_due")

    @property
    def refund(self) -> Rupiah:
        """What is returned of the contribution paid (*kelebihan iuran*); else 0.

        Legal source: BPJS Ketenagakerjaan process manual (article not known).
        """
        return self.line("project_refund")

    @property
    def still_to_pay(self) -> Rupiah:
        """What is still to be paid (*kekurangan iuran*); else 0.

        Legal source: PP 44/2015 Pasal 54 and 55.
        """
        return self._found_money("still_to_pay") or 0

    def _plain_sentences(self) -> list[Text]:
        args: dict[str, Arg] = {"due": self.contribution_due}
        if self.refund:
            args["amount"] = self.refund
            return [Text("brief.correction.project_refund", args)]
        if self.still_to_pay:
            args["amount"] = self.still_to_pay
            return [Text("brief.correction.project_shortfall", args)]
        return [Text("brief.correction.exact", args)]


@frozen(kw_only=True, repr=False)
class EmployerSanctions(MoneyAnswer):
    """The sanctions an employer faces, and how far they have come."""

    question: ClassVar = "employer_sanctions"
    fact_types: ClassVar = {
        "breach": Breach,
        "on": date,
        "first_warning_on": date,
        "second_warning_on": date,
        "contribution_due": Rupiah,
    }
    line_codes: ClassVar = frozenset(get_args(EmployerSanctionsLine))
    finding_codes: ClassVar = frozenset(get_args(EmployerSanctionsFinding))

    @property
    def stage(self) -> SanctionStage:
        """How far the administrative sanctions have come (*sanksi administratif*).

        Legal source: PP 44/2015 Pasal 59 and 60; PP 86/2013 (article not known).
        """
        return self._sure(self._found_code("sanction_stage", SanctionStage), "stage")

    @property
    def first_warning_until(self) -> date | None:
        """The last day of the first written warning; None where none was given.

        Legal source: PP 86/2013 (article not known).
        """
        return self._found("first_warning_until", date)

    @property
    def second_warning_until(self) -> date | None:
        """The last day of the second written warning; None where none was given.

        Legal source: PP 86/2013 (article not known).
        """
        return self._found("second_warning_until", date)

    @property
    def fine_from(self) -> date | None:
        """The first day of the fine; None where no second warning was given.

        Legal source: PP 86/2013 (article not known).
        """
        return self._found("fine_from", date)

    @property
    def fine(self) -> Rupiah:
        """The administrative fine for full months (*denda*); 0 before it begins.

        Legal source: PP 86/2013 (article not known).
        """
        return self.line("administrative_fine")

    @property
    def full_months(self) -> int | None:
        """The full months the fine is counted for; None before it begins.

        Legal source: PP 86/2013 (article not known).
        """
        return self._found("full_months", int)

    @property
    def fine_if_started_month_counts(self) -> Rupiah | None:
        """The fine if a month only begun counts as well, which no text says.

        None before the fine begins, and where no month has only begun.
        """
        return self._found_money("fine_if_started_month_counts")

    @property
    def services_refused(self) -> tuple[Service, ...]:
        """The public services the employer loses (*pelayanan publik tertentu*).

        Legal source: PP 44/2015 Pasal 59 and 60.
        """
        return tuple(service for service in Service if self._found(service, bool))

    @property
    def prison_years_most(self) -> int | None:
        """The longest imprisonment, in years (*pidana penjara*).

        None for a missing registration, which the article does not punish.

        Legal source: UU 24/2011 Pasal 55.
        """
        return self._found("prison_years_most", int)

    @property
    def criminal_fine_most(self) -> Rupiah | None:
        """The highest criminal fine (*pidana denda*).

        None for a missing registration, which the article does not punish.

        Legal source: UU 24/2011 Pasal 55.
        """
        return self._found_money("criminal_fine_most")

    def _plain_sentences(self) -> list[Text]:
        sentences = [self._stage_sentence()]
        if self.fine_if_started_month_counts is not None:
            started: dict[str, Arg] = {"amount": self.fine_if_started_month_counts}
            sentences.append(Text("brief.employer_sanctions.started_month", started))
        sentences.append(Text("brief.employer_sanctions.services"))
        if self.prison_years_most is not None and self.criminal_fine_most is not None:
            args: dict[str, Arg] = {
                "years": self.prison_years_most,
                "fine": self.criminal_fine_most,
            }
            sentences.append(Text("brief.employer_sanctions.penal", args))
        return sentences

    def _stage_sentence(self) -> Text:
        """How far the warnings have come, and what the fine comes to."""
        if self.full_months == 0:
            return Text("brief.employer_sanctions.fine_begun")
        if self.full_months is not None:
            fine: dict[str, Arg] = {"amount": self.fine, "months": self.full_months}
            return Text("brief.employer_sanctions.fine", fine)
        if self.second_warning_until is not None and self.fine_from is not None:
            second: dict[str, Arg] = {
                "until": self.second_warning_until,
                "fine_from": self.fine_from,
            }
            return Text("brief.employer_sanctions.second_warning", second)
        if self.first_warning_until is not None:
            first: dict[str, Arg] = {"until": self.first_warning_until}
            return Text("brief.employer_sanctions.first_warning", first)
        return Text("brief.employer_sanctions.no_warning")


@frozen(kw_only=True, repr=False)
class PersonSanctions(Answer):
    """The sanctions for a person other than an employer."""

    question: ClassVar = "person_sanctions"
    fact_types: ClassVar = {"on": date}
    finding_codes: ClassVar = frozenset(get_args(PersonSanctionsFinding))

    @property
    def may_lose_services(self) -> bool:
        """Whether the person may be refused public services (*pelayanan publik tertentu*).

        Legal source: UU 24/2011 Pasal 17; PP 86/2013 (article not known).
        """
        return self._sure(self._found("may_lose_services", bool), "may_lose_services")

    @property
    def fined_by_pp44(self) -> bool:
        """Whether PP 44/2015 fines the person: it has no sanction for a BPU.

        Legal source: PP 44/2015 Pasal 59 (absence).
        """
        return self._sure(self._found("fined_by_pp44", bool), "fined_by_pp44")

    def _plain_sentences(self) -> list[Text]:
        return [Text("brief.person_sanctions.no_fine"), Text("brief.person_sanctions.services")]
