"""The contribution of a migrant worker (*pekerja migran Indonesia*): one payment per placement."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import Law, applied
from jamsos.premiums import rules
from jamsos.premiums.tables import Package, packages
from jamsos.values.days import checked_asked_day

_LONGEST = 1200
"""Contract months; more is a slip of the pen."""


def migrant_premium(
    on: date,
    *,
    contract_months: int | None = None,
    agency: bool | None = None,
    law: Law | None = None,
) -> Answer:
    """The JKK and JKM contribution (*iuran*) of a migrant worker for one placement.

    Legal source: Permenaker 4/2023 Pasal 18.

    Args:
        on: The day of registration and payment.
        contract_months: The length of the contract in months.
        agency: Whether placed through an agency (*pelaksana penempatan*); False: an individual.
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in rupiah; 'cannot decide' for a contract below the shortest package (decision D29).

    Raises:
        OutsideLawError: for a day before Permenaker 4/2023.
        InputError: for facts that cannot be.

    >>> migrant_premium(date(2026, 3, 2), contract_months=24, agency=True).total
    370000

    """
    law = applied(law)
    day = migrant_day(on, law, "on")
    table = law.get("migrant.packages", day)
    _check_facts(contract_months, agency)
    frame = Answer(
        question="migrant_premium",
        title=Text("migrant_premium.title", {"day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"on": day, "contract_months": contract_months, "agency": agency},
        notes=beyond_knowledge(law, day),
    )
    listed = packages(table)
    if contract_months is not None and not rules.package_months(contract_months, listed):
        grounds = law.cite(table, "no_migrant_package_for_short_contracts")
        note = Note(text=Text("note.migrant_short", {"months": contract_months}), grounds=grounds)
        return settled(evolve(frame, needs=(law.readings["D29"],), notes=(*frame.notes, note)))
    missing = {"migrant.contract_months": contract_months is None, "migrant.agency": agency is None}
    needs = tuple(MissingFact(name) for name, lacks in missing.items() if lacks)
    if contract_months is None or agency is None:
        note = Note(text=Text("note.undecided"), grounds=(*needs, *law.cite(table)))
        possible = () if contract_months is None else _possibilities(law, day, contract_months, listed)
        return settled(evolve(frame, needs=needs, notes=(*frame.notes, note), possibilities=possible))
    lines = _lines(law, day, contract_months, listed, agency=agency)
    found, notes = _told(law, day, agency=agency)
    return settled(evolve(frame, outcome=Outcome.YES, lines=lines, findings=found, notes=(*frame.notes, *notes)))


def migrant_day(day: object, law: Law, name: str) -> date:
    """Read a day a question about migrant workers asks for.

    Raises:
        OutsideLawError: before Permenaker 4/2023; Permenaker 18/2018 was not read.

    """
    checked = checked_asked_day(day, name)
    first = law.timelines["migrant.packages"][0].since
    if checked < first:
        reason = "Permenaker 18/2018 is not in the library"
        raise OutsideLawError(name, checked.isoformat(), f"{first.isoformat()} or later", reason)
    return checked


def _check_facts(months: object, agency: object) -> None:
    if months is not None and (isinstance(months, bool) or not isinstance(months, int) or not 0 < months <= _LONGEST):
        raise InputError("contract_months", months, f"whole months from 1 to {_LONGEST}", "give the length in months")
    if agency is not None and not isinstance(agency, bool):
        raise InputError("agency", agency, "True, False or None", "say whether an agency places the worker")


def _package(law: Law, day: date, months: int, listed: tuple[Package, ...]) -> Package:
    """The package a contract starts from (decision D29)."""
    further = law.get("migrant.further_month", day).number
    start = rules.package_months(months, listed)
    chosen = next(package for package in listed if package.months == start)
    larger = [package for package in listed if package.months > months]
    if larger and law.chose("D29", "next_if_cheaper"):
        costs = [rules.package_due(months, package, further) for package in (chosen, larger[0])]
        return larger[0] if costs[-1] < costs[0] else chosen
    return chosen


def _lines(law: Law, day: date, months: int, listed: tuple[Package, ...], *, agency: bool) -> tuple[Line, ...]:
    """Before work; during and after work; further months."""
    before = law.get("migrant.before_agency" if agency else "migrant.before_individual", day)
    further = law.get("migrant.further_month", day)
    package = _package(law, day, months, listed)
    of_another_length: tuple[Ground, ...] = law.cite("D29") if package.months != months else ()
    lines = [
        Line(
            code="premium.migrant_before",
            amount=before.number,
            grounds=law.cite(before),
            formula=Text("formula.fixed"),
        ),
        Line(
            code="premium.migrant_package",
            amount=package.amount,
            grounds=(law.get("migrant.packages", day), *of_another_length),
            formula=Text("formula.migrant_package", {"months": package.months}),
        ),
    ]
    rest = rules.package_due(months, package, further.number) - package.amount
    if rest:
        formula = Text("formula.migrant_further", {"months": months - package.months, "amount": further.number})
        lines.append(Line(code="premium.migrant_further", amount=rest, grounds=law.cite(further), formula=formula))
    return tuple(lines)


def _possibilities(law: Law, day: date, months: int, listed: tuple[Package, ...]) -> tuple[Possibility, ...]:
    """The total through an agency and as an individual."""
    ways = [(agency, _lines(law, day, months, listed, agency=agency)) for agency in (True, False)]
    return tuple(
        Possibility(
            facts={"migrant.agency": str(agency)},
            total=sum(int(line.amount) for line in lines),
            grounds=tuple(ground for line in lines for ground in line.grounds),
        )
        for agency, lines in ways
    )


def _told(law: Law, day: date, *, agency: bool) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """The periods of protection, the times of payment, and the JHT one may choose."""
    before = law.get("migrant.protected_before_agency" if agency else "migrant.protected_before_individual", day)
    home, after = law.get("migrant.protected_way_home", day), law.get("migrant.protected_after", day)
    jht = law.get("migrant.jht_choices", day)
    amounts = [int(amount) for amount in jht.words]
    found = [
        Finding(code="protected_before_months", value=before.number, grounds=law.cite(before)),
        Finding(code="protected_way_home_months", value=home.number, grounds=law.cite(home)),
        Finding(code="protected_after_days", value=after.number, grounds=law.cite(after)),
        Finding(code="jht_choice_least", value=amounts[0], unit="rupiah", grounds=law.cite(jht)),
        Finding(code="jht_choice_most", value=amounts[-1], unit="rupiah", grounds=law.cite(jht)),
    ]
    if agency:
        paid = law.get("migrant.payment_agency", day)
        return tuple(found), (Note(text=Text("note.migrant_payment_agency"), grounds=law.cite(paid)),)
    paid = law.get("migrant.payment_individual", day)
    found.append(Finding(code="pay_months_before_leaving", value=paid.number, grounds=law.cite(paid)))
    return tuple(found), (Note(text=Text("note.migrant_individual"), grounds=law.cite(before)),)
