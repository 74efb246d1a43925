"""One question about a contribution month, its facts resolved as far as they were stated."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from jamsos.answers.grounds import MissingFact, Needs
from jamsos.eligibility.scheme import Scheme, Terms, checked_scheme
from jamsos.errors import InputError
from jamsos.law.days import judged_month
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.membership.history import spells
from jamsos.premiums.bpu.reliefs import RELIEF_2020, RELIEF_OF
from jamsos.premiums.relief_outcome import paid_up_to
from jamsos.values.days import (
    ONE_DAY,
    WorkingDay,
    checked_calendar,
    checked_day,
    monday_to_friday,
)
from jamsos.values.months import Month
from jamsos.values.plain import as_whole
from jamsos.workers.codes import BpuKind, Payer, Programme, Sector
from jamsos.workers.participation import MINIMUM, Participation, checked_participation
from jamsos.workers.worker import Worker, checked_worker


@frozen(kw_only=True, eq=False, repr=False)
class MonthQuestion:
    """The question, ready for the rules."""

    worker: Worker
    month: Month
    payer: Payer | None
    row: int | None
    """The number of the income row that is paid, where it was stated."""
    terms: Terms | None
    participation: Participation | None
    programmes: tuple[Programme, ...]
    paid_on: date | None
    calendar: WorkingDay
    law: Law
    day: date
    """The day whose law governs the month: its first."""
    relief_month: Month
    """The month the reliefs look at (decision D21)."""

    def provision(self, name: str) -> Provision:
        """The provision in force in the month.

        Raises:
            OutsideLawError: if there is none.

        """
        return self.law.get(name, self.day)

    @property
    def in_relief_2020(self) -> bool:
        """Whether PP 49/2020 speaks of the month."""
        day = self.relief_month.first_day
        rule = self.law.find(RELIEF_2020, day)
        return rule is not None

    def late(self, sector: Sector) -> bool:
        """Whether the month has a relief that the payment, or the membership, came too late for.

        Legal source: decision D25.
        """
        # Neither the payment nor the membership has a day that could be too late.
        if self.paid_on is None and self.participation is None:
            return False
        provision_id = RELIEF_OF[sector]
        day = self.relief_month.first_day
        relief = self.law.find(provision_id, day)
        if relief is None:
            return False
        return self._paid_after(relief) or self._registered_after_general_relief()

    def _paid_after(self, relief: Provision) -> bool:
        """Whether the month was paid when the relief had ended."""
        if relief.until is None or self.paid_on is None:
            return False
        return self.paid_on >= relief.until

    def _registered_after_general_relief(self) -> bool:
        """Whether the membership began when only the transport sector still had a relief."""
        of_others = RELIEF_OF[Sector.OTHER]
        periods = self.law.timelines[of_others]
        # The end of its last period, should the relief be prolonged.
        general_end = periods[-1].until
        if general_end is None or self.participation is None:
            return False
        issued = self.participation.number_issued
        return issued is not None and issued >= general_end


def month_question(
    worker: Worker,
    month: object,
    *,
    law: Law,
    payer: Payer | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    participation: Participation | None = None,
    paid_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
) -> MonthQuestion:
    """Check and resolve the arguments of a question about a month; they are those of ``premium``.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for facts that contradict each other, or are of the wrong kind.

    """
    checked_worker(worker)
    if participation is not None:
        checked_participation(participation)
    if paid_on is not None:
        paid_on = checked_day(paid_on, "paid_on")
    checked_calendar(calendar)
    contribution_month = judged_month(month, law)
    terms = scheme_terms(scheme, contribution_month)
    _check_payer(payer, terms)
    if row is None and participation is not None:
        row = participation.row
    # What is no whole number is refused where the row is looked up.
    number = None if row is None else as_whole(row)
    if number is not None:
        row = number
    return MonthQuestion(
        worker=worker,
        month=contribution_month,
        payer=_payer(payer, terms, participation),
        row=row,
        terms=terms,
        participation=participation,
        programmes=_programmes(terms, participation),
        paid_on=paid_on,
        calendar=calendar,
        law=law,
        day=contribution_month.first_day,
        relief_month=_relief_month(contribution_month, paid_on, law),
    )


def _relief_month(month: Month, paid_on: date | None, law: Law) -> Month:
    """The month the reliefs look at: that of the contribution, or of its payment (D21)."""
    if paid_on is None or not law.chose("D21", "day_of_payment"):
        return month
    month_of_payment = Month.of(paid_on)
    # Only PP 50/2025 may be read so: PP 49/2020 counts its own months.
    for possible in (month, month_of_payment):
        if law.find(RELIEF_2020, possible.first_day) is not None:
            return month
    return month_of_payment


def scheme_terms(scheme: Scheme | None, month: Month) -> Terms | None:
    """What the scheme buys in the month.

    Raises:
        InputError: if it does not run then.

    """
    programme = checked_scheme(scheme)
    if programme is None:
        return None
    terms = programme.terms_on(month.first_day)
    if terms is None:
        begin = min(listed.since for listed in programme.terms)
        allowed = f"a month in which the scheme {programme.id!r} runs, which begins on {begin}"
        step = "ask for another month, or without the scheme"
        shown_month = str(month)
        raise InputError("month", shown_month, allowed, step)
    return terms


def _check_payer(payer: Payer | None, terms: Terms | None) -> None:
    """Refuse another payer than the one who pays for the scheme."""
    if terms is None or payer is None or payer is terms.payer:
        return
    allowed = f"None or {str(terms.payer)!r}, who pays for the scheme"
    step = "leave payer out, or ask without the scheme"
    shown_payer = str(payer)
    raise InputError("payer", shown_payer, allowed, step)


def _payer(
    payer: Payer | None, terms: Terms | None, participation: Participation | None
) -> Payer | None:
    """Who pays: as stated, else as the scheme says, else as the participation does."""
    if payer is not None:
        return payer
    if terms is not None:
        return terms.payer
    if participation is not None:
        return participation.payer
    return None


def _programmes(terms: Terms | None, participation: Participation | None) -> tuple[Programme, ...]:
    """The programmes paid for: the scheme's, else the participation's, else JKK and JKM."""
    if terms is not None:
        return terms.programmes
    if participation is not None:
        return participation.programmes
    return MINIMUM


def possible_facts(question: MonthQuestion) -> Mapping[str, Sequence[object]]:
    """The values each fact may have: the one that was stated, else all there are."""
    worker = question.worker
    facts: dict[str, Sequence[object]] = {
        "worker.kind": _possible(worker.kind, BpuKind),
        "worker.sector": _possible(worker.sector, Sector),
        "payer": _possible(question.payer, Payer),
    }
    if question.in_relief_2020:
        # Only PP 49/2020 asks what was paid before; any other month is priced without it.
        is_paid_up = paid_up(question, registered_month(question))
        facts["participation.payments"] = _possible(is_paid_up, (True, False))
    return facts


def _possible(stated: object, every_value: Iterable[object]) -> Sequence[object]:
    if stated is None:
        return tuple(every_value)
    return (stated,)


def registered_month(question: MonthQuestion) -> Month:
    """The first month of the membership; not known: as a member from before PP 49/2020."""
    member = question.participation
    if member is None or member.number_issued is None:
        return paid_up_to(question.relief_month, question.law)
    issued = Month.of(member.number_issued)
    if member.payments is None:
        return issued
    # A membership that begins in the month is the one the month is owed to.
    next_month = question.relief_month + 1
    last_day = next_month.first_day - ONE_DAY
    memberships = spells(member, question.law, question.calendar, last_day)
    owed_to = [spell for spell in memberships if spell.first <= question.relief_month]
    # After a lapse the condition is that of the new membership.
    if len(owed_to) > 1:
        return owed_to[-1].first
    # Earlier months that stand as a number were paid from the issue of the number on.
    if member.hidden_months or member.owed_from is None:
        return issued
    return max(issued, member.owed_from)


def asked_of_member(needs: Needs) -> Needs:
    """What a price waits for, where the question has a participation, but no payer or row itself.

    >>> [need.ask for need in asked_of_member((MissingFact("payer"),))]
    ['give Participation(payer=...)']
    """
    return tuple(_OF_MEMBER.get(need.id, need) for need in needs)


_OF_MEMBER: Mapping[str, MissingFact] = {
    "payer": MissingFact("participation.payer"),
    "row": MissingFact("participation.row"),
}
"""The arguments of ``premium`` that a participation states as well."""


def paid_up(question: MonthQuestion, registered: Month) -> bool | None:
    """Whether all months up to the one PP 49/2020 names were paid; None: not known.

    Legal source: PP 49/2020 Pasal 13.
    """
    member = question.participation
    if member is None or member.number_issued is None or member.payments is None:
        return None
    first_owed = registered.index
    # Months before those listed, known by their number only, were paid.
    if registered == Month.of(member.number_issued):
        first_owed += member.hidden_months
    last_owed = paid_up_to(question.relief_month, question.law).index
    owed = range(first_owed, last_owed + 1)
    return all(index in member.paid_index for index in owed)
