"""The questions of the door, one JSON object each, and the strict reading of them."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias, cast

import attrs
import msgspec

from jamsos.answers.answer import Answer
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.death import death_benefit
from jamsos.benefits.jkk import jkk_benefit
from jamsos.benefits.projection import scholarship_projection
from jamsos.changes import changes_between
from jamsos.claims.timeline import claim_timeline
from jamsos.coverage.cover import cover_on
from jamsos.coverage.keeping import keeping_cover
from jamsos.eligibility.enrol import may_enrol
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError, JamsosError, looks_like_nik
from jamsos.law.law import Law, current
from jamsos.premiums.construction import construction_premium
from jamsos.premiums.migrant import migrant_premium
from jamsos.premiums.premium import premium
from jamsos.premiums.prepaying import prepay, refund_after_claim
from jamsos.premiums.run import premiums
from jamsos.premiums.wage import wage_premium
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.months import Month
from jamsos.values.plain import as_list, as_table
from jamsos.workers.codes import Cause, Payer
from jamsos.workers.employment import Employment
from jamsos.workers.family import Child, Family
from jamsos.workers.nik import Nik
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

Schemes: TypeAlias = Mapping[str, Scheme]


class Question(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="question"):
    """What every question may carry."""

    id: str | None = None
    """The caller's own record id; never an identity number."""
    lang: str | None = None
    """``id`` or ``en`` to get the answer as text as well."""
    readings: dict[str, str] = {}
    """Decisions read otherwise, as ``{"D33": "unbroken"}``."""
    strict: bool = False
    """Answer 'cannot decide' where an open decision was used."""
    holidays: tuple[date, ...] = ()
    """Days that are no working days beside Saturdays and Sundays."""

    @property
    def law(self) -> Law:
        """The law as the question wants it read."""
        law = current().reading(**self.readings)
        return law.strictly() if self.strict else law

    @property
    def calendar(self) -> WorkingDay:
        """Monday to Friday without the holidays given."""
        off = frozenset(self.holidays)
        return lambda day: monday_to_friday(day) and day not in off

    @abstractmethod
    def ask(self, schemes: Schemes) -> Answer:
        """Answer the question with the library."""


def scheme_named(name: str | None, schemes: Schemes) -> Scheme | None:
    """The scheme of that id among those the door was opened with."""
    if name is not None and name not in schemes:
        raise InputError("scheme", name, f"one of {sorted(schemes)}", "load its file with --scheme FILE")
    return None if name is None else schemes[name]


class EligibilityQuestion(Question, kw_only=True, tag="eligibility"):
    """May this person be enrolled on a day?"""

    worker: Worker
    on: date
    scheme: str | None = None
    first_payment_on: date | None = None
    participation: Participation | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return may_enrol(
            self.worker,
            self.on,
            scheme=scheme_named(self.scheme, schemes),
            first_payment_on=self.first_payment_on,
            participation=self.participation,
            law=self.law,
        )


class PremiumQuestion(Question, kw_only=True, tag="premium"):
    """What is due for a month, or for a run of months up to ``last``?"""

    worker: Worker
    month: Month
    last: Month | None = None
    payer: Payer | None = None
    row: int | None = None
    scheme: str | None = None
    participation: Participation | None = None
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:
        shared: dict[str, Any] = {
            "payer": self.payer,
            "row": self.row,
            "scheme": scheme_named(self.scheme, schemes),
            "participation": self.participation,
            "calendar": self.calendar,
            "law": self.law,
        }
        if self.last is None:
            return premium(self.worker, self.month, paid_on=self.paid_on, **shared)
        return premiums(self.worker, self.month, self.last, **shared)


class CoverageQuestion(Question, kw_only=True, tag="coverage"):
    """Is the person covered on a day?"""

    participation: Participation
    on: date
    others: tuple[Participation, ...] = ()
    """Further registrations of the same person."""
    worker: Worker | None = None
    """Needed only where prepaid months left a credit."""
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return cover_on(
            (self.participation, *self.others),
            self.on,
            worker=self.worker,
            scheme=scheme_named(self.scheme, schemes),
            calendar=self.calendar,
            law=self.law,
        )


class KeepingQuestion(Question, kw_only=True, tag="keeping_cover"):
    """What keeps the person covered, seen on a day?"""

    worker: Worker
    participation: Participation
    on: date
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        scheme = scheme_named(self.scheme, schemes)
        return keeping_cover(
            self.worker, self.participation, self.on, scheme=scheme, calendar=self.calendar, law=self.law
        )


class BenefitsQuestion(Question, kw_only=True, tag="benefits"):
    """What does the family receive after a death?"""

    worker: Worker
    participations: tuple[Participation, ...]
    died_on: date
    cause: Cause | None = None
    family: Family | None = None
    accident_on: date | None = None
    accident_at: int | None = None
    for_children: tuple[int, ...] | None = None
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return death_benefit(
            self.worker,
            self.participations,
            self.family,
            died_on=self.died_on,
            cause=self.cause,
            accident_on=self.accident_on,
            accident_at=self.accident_at,
            for_children=self.for_children,
            scheme=scheme_named(self.scheme, schemes),
            calendar=self.calendar,
            law=self.law,
        )


class PrepayQuestion(Question, kw_only=True, tag="prepay"):
    """What do 1, 3, 6 or 12 months paid at once come to?"""

    worker: Worker
    month: Month
    months: int
    payer: Payer | None = None
    row: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a participant prepays for himself
        return prepay(
            self.worker, self.month, self.months, payer=self.payer, row=self.row, calendar=self.calendar, law=self.law
        )


class RefundQuestion(Question, kw_only=True, tag="refund"):
    """What comes back of the months paid for after the claim month?"""

    participation: Participation
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a refund does not depend on a scheme
        return refund_after_claim(self.participation, self.on, law=self.law)


class ProjectionQuestion(Question, kw_only=True, tag="scholarship_projection"):
    """What would one child's scholarship come to, year by year?"""

    child: Child
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a scholarship does not depend on a scheme
        return scholarship_projection(self.child, self.on, law=self.law)


class JkkBenefitQuestion(Question, kw_only=True, tag="jkk_benefit"):
    """What does a living participant receive after a work accident?"""

    worker: Worker
    participation: Participation
    accident: WorkAccident
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        scheme = scheme_named(self.scheme, schemes)
        return jkk_benefit(
            self.worker, self.participation, self.accident, scheme=scheme, calendar=self.calendar, law=self.law
        )


class ChangesQuestion(Question, kw_only=True, tag="changes"):
    """What changed in the law between two days, and for one worker?"""

    first: date
    last: date
    worker: Worker | None = None
    payer: Payer | None = None
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        scheme = scheme_named(self.scheme, schemes)
        return changes_between(self.first, self.last, worker=self.worker, payer=self.payer, scheme=scheme, law=self.law)


class TimelineQuestion(Question, kw_only=True, tag="timeline"):
    """By when must a case be reported, answered and paid, and when does the claim lapse?"""

    cause: Cause
    event_on: date
    letter_on: date | None = None
    received_on: date | None = None
    complete_on: date | None = None
    paid_on: date | None = None
    amount: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - deadlines do not depend on a scheme
        return claim_timeline(
            self.cause,
            self.event_on,
            letter_on=self.letter_on,
            received_on=self.received_on,
            complete_on=self.complete_on,
            paid_on=self.paid_on,
            amount=self.amount,
            calendar=self.calendar,
            law=self.law,
        )


class ConstructionQuestion(Question, kw_only=True, tag="construction_premium"):
    """What does a construction project owe?"""

    on: date
    value: int | None = None
    contains_vat: bool | None = None
    vat_rate: str | None = None
    monthly_wage: int | None = None
    relief_condition_met: bool | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a contractor pays
        return construction_premium(
            self.on,
            value=self.value,
            contains_vat=self.contains_vat,
            vat_rate=self.vat_rate,
            monthly_wage=self.monthly_wage,
            relief_condition_met=self.relief_condition_met,
            law=self.law,
        )


class WagePremiumQuestion(Question, kw_only=True, tag="wage_premium"):
    """What does an employer owe for a wage earner and a month?"""

    employment: Employment
    month: Month
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - schemes are for participants without wage
        return wage_premium(self.employment, self.month, paid_on=self.paid_on, calendar=self.calendar, law=self.law)


class MigrantQuestion(Question, kw_only=True, tag="migrant_premium"):
    """What does a migrant worker owe for one placement?"""

    on: date
    contract_months: int | None = None
    agency: bool | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - no scheme pays for a placement
        return migrant_premium(self.on, contract_months=self.contract_months, agency=self.agency, law=self.law)


AnyQuestion: TypeAlias = (
    EligibilityQuestion
    | PremiumQuestion
    | CoverageQuestion
    | KeepingQuestion
    | BenefitsQuestion
    | PrepayQuestion
    | RefundQuestion
    | ProjectionQuestion
    | JkkBenefitQuestion
    | ChangesQuestion
    | TimelineQuestion
    | WagePremiumQuestion
    | ConstructionQuestion
    | MigrantQuestion
)


def read_question(raw: object) -> AnyQuestion:
    """Read a question from plain values, strictly: right types, no unknown key anywhere.

    Raises:
        InputError: naming the place in the question.

    """
    try:
        question: AnyQuestion = msgspec.convert(raw, AnyQuestion, dec_hook=_decode)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, JamsosError):
            raise error.__cause__ from None
        raise InputError("question", "refused", "a question of the schema", str(error)) from None
    _refuse_unknown_keys(raw, question, "question")
    if question.id is not None and looks_like_nik(question.id):
        raise InputError("id", question.id, "the caller's own record id", "never use a NIK as a record id")
    return question


def _decode(kind: type[object], value: object) -> object:
    """Read the values JSON has no type for."""
    return Month.of(value) if kind is Month else Nik(value)


def _refuse_unknown_keys(raw: object, read: object, place: str) -> None:
    """The reader ignores unknown keys of nested facts; a mistyped fact must not pass as a missing one."""
    table, listed = as_table(raw), as_list(raw)
    known = _field_names(read)
    if listed is not None and isinstance(read, tuple):
        for number, (item, built) in enumerate(zip(listed, cast("tuple[object, ...]", read), strict=True)):
            _refuse_unknown_keys(item, built, f"{place}[{number}]")
    elif table is not None and known:
        for key, item in table.items():
            if key not in known:
                raise InputError(f"{place}.{key}", "unknown key", f"one of {sorted(known)}", "correct the key")
            _refuse_unknown_keys(item, getattr(read, key, None), f"{place}.{key}")


def _field_names(read: object) -> frozenset[str]:
    """The keys a question or a fact has; none for other values."""
    if isinstance(read, msgspec.Struct):
        return frozenset({*(field.name for field in msgspec.structs.fields(read)), "question"})
    kind = type(read)
    return frozenset(field.name for field in attrs.fields(kind)) if attrs.has(kind) else frozenset()
