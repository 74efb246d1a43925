"""One question about a contribution month, its facts resolved as far as they were stated."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from jamsos.eligibility.scheme import Scheme, Terms, checked_scheme
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import Law
from jamsos.membership.history import spells
from jamsos.premiums.reliefs import RELIEF_OF, paid_up_to
from jamsos.values.days import WorkingDay, checked_asked_day, checked_day
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Payer, Programme, Sector
from jamsos.workers.participation import MINIMUM, Participation, checked_participation
from jamsos.workers.worker import Worker, checked_worker


@frozen(kw_only=True, eq=False, repr=False)
class Asked:
    """The question, ready for the rules."""

    worker: Worker
    month: Month
    payer: Payer | None
    terms: Terms | None
    participation: Participation | None
    programmes: tuple[Programme, ...]
    paid_on: date | None
    calendar: WorkingDay
    law: Law
    day: date
    """The day whose law governs the month: its first."""
    key: Month
    """The month the reliefs look at (decision D21)."""

    @property
    def in_relief_2020(self) -> bool:
        """Whether PP 49/2020 speaks of the month."""
        return self.law.find("relief.pp49_2020.bpu", self.key.first_day) is not None

    def late(self, sector: Sector) -> bool:
        """A relief month paid after the relief's end, or first registered after the general one ended (D25)."""
        issued = self.participation.number_issued if self.participation else None
        if self.paid_on is None and issued is None:
            return False
        found = self.law.find(RELIEF_OF[sector], self.key.first_day)
        general = self.law.timelines[RELIEF_OF[Sector.OTHER]][-1].until
        paid_late = bool(found and found.until and self.paid_on and self.paid_on >= found.until)
        return paid_late or bool(found and general and issued and issued >= general)


def asked_of(
    worker: Worker,
    month: object,
    payer: Payer | None,
    scheme: Scheme | None,
    participation: Participation | None,
    paid_on: date | None,
    calendar: WorkingDay,
    law: Law,
) -> Asked:
    """Check and resolve the arguments of a question about a month.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for facts that cannot be.

    """
    checked_worker(worker)
    if participation is not None:
        checked_participation(participation)
    if paid_on is not None:
        checked_day(paid_on, "paid_on")
    the_month = priced_month(month, law)
    terms = scheme_terms(scheme, the_month)
    if terms is not None and payer not in {None, terms.payer}:
        raise InputError("payer", str(payer), f"{terms.payer}, who pays for the scheme", "ask without the scheme")
    by_payment_day = paid_on is not None and law.chose("D21", "day_of_payment")
    return Asked(
        worker=worker,
        month=the_month,
        payer=payer or (terms.payer if terms else None) or (participation.payer if participation else None),
        terms=terms,
        participation=participation,
        programmes=terms.programmes if terms else (participation.programmes if participation else MINIMUM),
        paid_on=paid_on,
        calendar=calendar,
        law=law,
        day=the_month.first_day,
        key=Month.of(paid_on) if by_payment_day else the_month,
    )


def priced_month(month: object, law: Law) -> Month:
    """Read a month that is to be priced.

    Raises:
        OutsideLawError: before July 2015.

    """
    the_month = Month.of(month)
    checked_asked_day(the_month.first_day, "month")
    if the_month.first_day < law.first_day:
        first = str(Month.of(law.first_day))
        raise OutsideLawError("month", str(the_month), f"{first} or later", "earlier law is not in the library")
    return the_month


def scheme_terms(scheme: Scheme | None, month: Month) -> Terms | None:
    """What the scheme buys in the month.

    Raises:
        InputError: if it does not run then.

    """
    if scheme is None:
        return None
    terms = checked_scheme(scheme).terms_on(month.first_day)
    if terms is None:
        raise InputError("month", str(month), f"a month in which {scheme.id} runs", "ask without the scheme")
    return terms


def possible_facts(asked: Asked) -> Mapping[str, Sequence[object]]:
    """The values each fact that was not stated may have, where a relief or JHT could ask for it."""
    found: dict[str, Sequence[object]] = {}
    if asked.worker.kind is None:
        found["worker.kind"] = tuple(BpuKind)
    if asked.worker.sector is None:
        found["worker.sector"] = tuple(Sector)
    if asked.payer is None:
        found["payer"] = tuple(Payer)
    if asked.in_relief_2020 and paid_up(asked, registered_month(asked)) is None:
        found["participation.payments"] = (True, False)
    return found


def registered_month(asked: Asked) -> Month:
    """The first month of the membership; not known: as a member from before PP 49/2020."""
    member = asked.participation
    if member is None or member.number_issued is None:
        return paid_up_to(asked.key, asked.law)
    issued = Month.of(member.number_issued)
    if member.payments is None:
        return issued
    *earlier, last = spells(member, asked.law, asked.calendar, asked.key.first_day) or (None,)
    if earlier and last is not None:
        return last.first
    return issued if member.hidden_months else max(issued, member.owed_from or issued)


def paid_up(asked: Asked, registered: Month) -> bool | None:
    """Whether every month from the registration up to the one PP 49/2020 names was paid; None: not known."""
    member = asked.participation
    if member is None or member.number_issued is None or member.payments is None:
        return None
    first = registered.index + (member.hidden_months if registered == Month.of(member.number_issued) else 0)
    owed = range(first, paid_up_to(asked.key, asked.law).index + 1)
    return all(index in member.paid_index for index in owed)
