"""The contribution of a migrant worker (*pekerja migran Indonesia*): one payment per placement."""

from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Findings, Line, Lines, Note, Outcome, Possibility
from jamsos.answers.texts import Arg, Text
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.migrant.packages import Package, largest_within, package_for, packages
from jamsos.migrant.results.premium import MigrantPremium
from jamsos.values.days import plausible_day
from jamsos.values.months import MOST_MONTHS
from jamsos.values.plain import checked_whole
from jamsos.workers.worker import flag_or_none


def migrant_premium(
    on: date,
    *,
    contract_months: int | None = None,
    agency: bool | None = None,
    prolonged_by: int | None = None,
    law: Law | None = None,
) -> MigrantPremium:
    """The JKK and JKM contribution (*iuran*) of a migrant worker for one placement.

    With ``prolonged_by`` it is that of the further months of a placement that goes on.

    Legal source: Permenaker 4/2023 Pasal 18.

    Args:
        on: The day of registration and payment, or of the payment for the further months.
        contract_months: The length of the contract in months.
        agency: Whether placed through an agency (*pelaksana penempatan*); False: an individual.
        prolonged_by: How many months a contract that was paid for is prolonged by; neither its
            length nor the way of placement matters then.
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in rupiah; 'cannot decide' for a contract below the shortest package (decision D29).

    Raises:
        OutsideLawError: for a day before Permenaker 4/2023.
        InputError: for invalid facts.

    >>> migrant_premium(date(2026, 3, 2), contract_months=24, agency=True).total
    370000

    """
    law = applied(law)
    day = migrant_day(on, law, "on")
    table = law.get("migrant.packages", day)
    if contract_months is not None:
        contract_months = checked_whole(contract_months, "contract_months", 1, MOST_MONTHS)
    agency = flag_or_none(agency, "agency")
    if prolonged_by is not None:
        prolonged_by = checked_whole(prolonged_by, "prolonged_by", 1, MOST_MONTHS)
        _check_alone(contract_months, agency)
    frame = MigrantPremium(
        title=Text("migrant_premium.title", {"day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={
            "on": day,
            "contract_months": contract_months,
            "agency": agency,
            "prolonged_by": prolonged_by,
        },
        notes=beyond_knowledge(law, day),
    )
    if prolonged_by is not None:
        answer = _of_further_months(frame, day, prolonged_by)
    elif contract_months is None:
        answer = _without_months(frame, agency, table)
    elif largest_within(contract_months, packages(table)) is None:
        # Before the way of placement, which could not make a package of it.
        answer = _too_short(frame, contract_months, table)
    elif agency is None:
        answer = _of_either_way(frame, day, contract_months, table)
    else:
        answer = _of_one_way(frame, day, contract_months, agency=agency)
    return settled(answer)


def _check_alone(contract_months: int | None, agency: bool | None) -> None:
    """Refuse a placement beside its prolonging: each is a payment of its own."""
    for name, value in {"contract_months": contract_months, "agency": agency}.items():
        if value is not None:
            step = "leave it out: ask for the placement and for its prolonging one by one"
            raise InputError(name, value, "None where prolonged_by is stated", step)


def _of_further_months(frame: MigrantPremium, day: date, months: int) -> MigrantPremium:
    """The further months of a contract that was paid for, at once (Pasal 18; D29)."""
    law = frame.law
    line = _further_line(law, day, months)
    further = Finding(code="further_months", value=months, grounds=line.grounds)
    way_home = law.get("migrant.protected_way_home", day)
    after = law.get("migrant.protected_after", day)
    note = Note(text=Text("note.migrant_prolonging"), grounds=line.grounds, warning=True)
    return evolve(
        frame,
        title=Text("migrant_premium.prolonging", {"day": day, "months": months}),
        outcome=Outcome.YES,
        lines=(line,),
        findings=(
            further,
            _period("protected_way_home_months", way_home, law),
            _period("protected_after_days", after, law),
            *_jht_choices(law, day),
        ),
        notes=(*frame.notes, note),
    )


def _without_months(frame: MigrantPremium, agency: bool | None, table: Provision) -> MigrantPremium:
    """No contribution can be named without the months of the contract."""
    needs = [MissingFact("migrant.contract_months")]
    # Both facts are asked for at once, so that one more question is enough.
    if agency is None:
        way = MissingFact("migrant.agency")
        needs.append(way)
    grounds = frame.law.cite(table)
    return undecided(frame, tuple(needs), grounds)


def _of_either_way(
    frame: MigrantPremium, day: date, months: int, table: Provision
) -> MigrantPremium:
    """Individuals pay nothing for the time before work, so the two totals differ."""
    law = frame.law
    by_agency = _possibility(law, day, months, agency=True)
    individual = _possibility(law, day, months, agency=False)
    need = MissingFact("migrant.agency")
    grounds = law.cite(table)
    return undecided(frame, (need,), grounds, (by_agency, individual))


def _of_one_way(frame: MigrantPremium, day: date, months: int, *, agency: bool) -> MigrantPremium:
    law = frame.law
    payment = _payment_note(law, day, agency=agency)
    return evolve(
        frame,
        outcome=Outcome.YES,
        lines=_lines(law, day, months, agency=agency),
        findings=_findings(law, day, months, agency=agency),
        notes=(*frame.notes, payment),
    )


def _too_short(frame: MigrantPremium, months: int, table: Provision) -> MigrantPremium:
    """No package is sold for a contract below the shortest (decision D29)."""
    law = frame.law
    grounds = law.cite(table, "no_migrant_package_for_short_contracts", "D29")
    text = Text("note.migrant_short", {"months": months})
    note = Note(text=text, grounds=grounds)
    # Neither answer of D29 prices such a contract.
    need = MissingFact("migrant.short_contract")
    return evolve(frame, needs=(need,), notes=(*frame.notes, note))


def migrant_day(day: object, law: Law, name: str) -> date:
    """Read a day a question about migrant workers asks for.

    Raises:
        OutsideLawError: before Permenaker 4/2023; Permenaker 18/2018 was not read.

    """
    checked = plausible_day(day, name)
    first = law.timelines["migrant.packages"][0].since
    if checked < first:
        allowed = f"{first.isoformat()} or later"
        step = "choose a later day: Permenaker 18/2018 is not in the library"
        raise OutsideLawError(name, checked.isoformat(), allowed, step)
    return checked


def _lines(law: Law, day: date, months: int, *, agency: bool) -> Lines:
    """Before work; during and after work; further months."""
    package = package_for(months, day, law)
    lines = [_before_line(law, day, agency=agency), _package_line(package, months, law, day)]
    # A package longer than the contract (D29) leaves no month over.
    further = package.further(months)
    if further:
        lines.append(_further_line(law, day, further))
    return tuple(lines)


def _further_line(law: Law, day: date, months: int) -> Line:
    """The contribution for contract months beyond what was paid for."""
    further = law.get("migrant.further_month", day)
    args: dict[str, Arg] = {"months": months, "amount": further.number}
    return Line(
        code="premium.migrant_further",
        amount=months * further.number,
        grounds=law.cite(further),
        formula=Text("formula.migrant_further", args),
    )


def _before_line(law: Law, day: date, *, agency: bool) -> Line:
    name = "migrant.before_agency" if agency else "migrant.before_individual"
    before = law.get(name, day)
    return Line(
        code="premium.migrant_before",
        amount=before.number,
        grounds=law.cite(before),
        formula=Text("formula.fixed"),
    )


def _package_grounds(package: Package, months: int, law: Law, day: date) -> Grounds:
    table = law.get("migrant.packages", day)
    # Only a contract of another length rests on how the silent text is read.
    if package.months != months:
        decision = law.cite("D29")
        return (table, *decision)
    return (table,)


def _package_line(package: Package, months: int, law: Law, day: date) -> Line:
    return Line(
        code="premium.migrant_package",
        amount=package.amount,
        grounds=_package_grounds(package, months, law, day),
        formula=Text("formula.migrant_package", {"months": package.months}),
    )


def _possibility(law: Law, day: date, months: int, *, agency: bool) -> Possibility:
    """The total of a placement through an agency, or of an individual one."""
    lines = _lines(law, day, months, agency=agency)
    grounds = [ground for line in lines for ground in line.grounds]
    return Possibility(
        facts={"migrant.agency": str(agency)},
        total=sum(int(line.amount) for line in lines),
        grounds=tuple(grounds),
    )


def _findings(law: Law, day: date, months: int, *, agency: bool) -> Findings:
    """The package; the periods of protection, the JHT one may choose, when an individual pays."""
    before = _protected_before(law, day, agency=agency)
    way_home = law.get("migrant.protected_way_home", day)
    after = law.get("migrant.protected_after", day)
    findings = [
        *_package_findings(law, day, months),
        _period("protected_before_months", before, law),
        _period("protected_way_home_months", way_home, law),
        _period("protected_after_days", after, law),
    ]
    findings += _jht_choices(law, day)
    if not agency:
        paid = law.get("migrant.payment_individual", day)
        paying_period = _period("pay_months_before_leaving", paid, law)
        findings.append(paying_period)
    return tuple(findings)


def _package_findings(law: Law, day: date, months: int) -> list[Finding]:
    """The months of the package, and those of the contract beyond it."""
    package = package_for(months, day, law)
    grounds = _package_grounds(package, months, law, day)
    further = package.further(months)
    return [
        Finding(code="package_months", value=package.months, grounds=grounds),
        Finding(code="further_months", value=further, grounds=grounds),
    ]


def _period(code: str, rule: Provision, law: Law) -> Finding:
    """The months or days a provision counts."""
    grounds = law.cite(rule)
    return Finding(code=code, value=rule.number, grounds=grounds)


def _jht_choices(law: Law, day: date) -> list[Finding]:
    """The least and the most one may choose to pay for JHT."""
    rule = law.get("migrant.jht_choices", day)
    grounds = law.cite(rule)
    choices = [int(amount) for amount in rule.words]
    # The provision lists the amounts as they rise.
    least = choices[0]
    most = choices[-1]
    return [
        Finding(code="jht_choice_least", value=least, unit="rupiah", grounds=grounds),
        Finding(code="jht_choice_most", value=most, unit="rupiah", grounds=grounds),
    ]


def _payment_note(law: Law, day: date, *, agency: bool) -> Note:
    """When an agency pays; what an individual is not protected by before work."""
    if agency:
        rule = law.get("migrant.payment_agency", day)
        text = Text("note.migrant_payment_agency")
    else:
        rule = _protected_before(law, day, agency=False)
        text = Text("note.migrant_individual")
    grounds = law.cite(rule)
    return Note(text=text, grounds=grounds)


def _protected_before(law: Law, day: date, *, agency: bool) -> Provision:
    if agency:
        return law.get("migrant.protected_before_agency", day)
    return law.get("migrant.protected_before_individual", day)
