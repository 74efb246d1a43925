"""The changes of all rules between two days, and their effect on one person."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact, distinct
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Finding, Note, Outcome, remark
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.answers.wording import read_value
from jamsos.benefits.death.benefit import death_benefit
from jamsos.benefits.results.death import DeathBenefit
from jamsos.changes.results import Change, Changes
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError, kind_of
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Bilingual, Provision
from jamsos.premiums.bpu.premium import premium
from jamsos.premiums.wage.premium import wage_premium
from jamsos.values.months import Month
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.employment import Employment, checked_employment
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments
from jamsos.workers.worker import Worker, checked_worker


def changes_between(
    first: date,
    last: date,
    *,
    worker: Worker | None = None,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    employment: Employment | None = None,
    law: Law | None = None,
) -> Changes:
    """Which provisions changed after one day and up to another, from what to what, by what text.

    With a worker (BPU) or an employment (PU) also the effect on both days:
    the contribution of the month, and the cash before scholarship after a death from work and from
    another cause, for a member whose every month since the law began is paid.

    Args:
        first: The earlier day.
        last: The later day.
        worker: The non-wage earner (BPU) the effect is asked for.
        payer: Who pays the contribution.
        scheme: The programme that pays it.
        employment: The wage earner (PU) the effect is asked for.
        law: The law to look into; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: if the later day is not later, or for a worker and an employment at once.

    >>> answer = changes_between(date(2019, 12, 1), date(2020, 1, 1))
    >>> [change] = [change for change in answer.changes if change.rule == "jkm.funeral"]
    >>> change.day, change.before.number, change.after.number
    (datetime.date(2019, 12, 2), 3000000, 10000000)

    """
    law = applied(law)
    first = judged_day(first, law, "first")
    last = judged_day(last, law, "last")
    if first >= last:
        allowed = f"a day after first ({first})"
        step = "put the earlier day first"
        raise InputError("last", last.isoformat(), allowed, step)
    payer = code_or_none(Payer, payer, "payer")
    scheme = checked_scheme(scheme)
    if employment is not None:
        _check_employer_pays(worker, payer, scheme)
    changes = _changes(first, last, law)
    findings = [_change_finding(change, law) for change in changes]
    moments = (("before", first), ("after", last))
    for moment, day in moments:
        if employment is not None:
            effect = _effect_on_wage_earner(employment, day, law)
            findings.extend(_effect_findings(effect, moment))
        elif worker is not None:
            effect = _effect_on_bpu(worker, payer, scheme, day, law)
            findings.extend(_effect_findings(effect, moment))
    outcome = Outcome.YES
    notes = list(beyond_knowledge(law, last))
    if not changes:
        outcome = Outcome.NO
        no_change = _no_change(first, law)
        notes.append(no_change)
    title = Text("changes.title", {"first": first, "last": last})
    facts = {"first": first, "last": last, "worker": worker, "employment": employment}
    return settled(
        Changes(
            title=title,
            outcome=outcome,
            law=law,
            facts=facts,
            findings=tuple(findings),
            notes=tuple(notes),
            changes=tuple(changes),
        )
    )


def _no_change(day: date, law: Law) -> Note:
    """A remark that the law stayed as it was."""
    # A 'no' needs a ground as well: the law the library holds begins with this rule.
    rule = law.get("law.first_day", day)
    held = law.cite(rule)
    return remark("note.no_change", held)


def _check_employer_pays(
    worker: Worker | None, payer: Payer | str | None, scheme: Scheme | None
) -> None:
    """Refuse a wage earner together with the facts of a BPU."""
    # Somebody without wage has no employer: the two effects exclude each other.
    for name, value in (("worker", worker), ("payer", payer), ("scheme", scheme)):
        if value is not None:
            allowed = "None together with employment, whose employer pays"
            raise InputError(name, kind_of(value), allowed, f"leave out {name}, or employment")


def _changes(first: date, last: date, law: Law) -> list[Change]:
    """The changes of all rules by their days, those of one day by the id of the rule."""
    rules_by_day: dict[date, list[str]] = {}
    for rule in sorted(law.timelines):
        periods = law.timelines[rule]
        for day in _days_of_change(periods, first, last):
            rules_by_day.setdefault(day, []).append(rule)
    changes: list[Change] = []
    for day in sorted(rules_by_day):
        changes.extend(_change(rule, day, law) for rule in rules_by_day[day])
    return changes


def _days_of_change(periods: tuple[Provision, ...], first: date, last: date) -> list[date]:
    """The days after the first and up to the last on which a period of a rule began or ended."""
    days: set[date] = set()
    for period in periods:
        days.add(period.since)
        if period.until is not None:
            days.add(period.until)
    # A change on the first day is already part of what holds on it.
    return sorted(day for day in days if first < day <= last)


def _change(rule: str, day: date, law: Law) -> Change:
    """What one day changed in a rule."""
    before = next((period for period in law.timelines[rule] if period.until == day), None)
    after = law.find(rule, day)
    return Change(day=day, rule=rule, before=before, after=after)


def _change_finding(change: Change, law: Law) -> Finding:
    """A change as a part of the answer, on the grounds of both periods."""
    # A rule may begin without a forerunner, or end without a successor.
    periods = [period for period in (change.before, change.after) if period is not None]
    name = periods[0].name
    note = _from_what_to_what(change.before, change.after, name=name)
    grounds = law.cite(*periods)
    return Finding(code="change", value=change.day, grounds=grounds, note=note)


def _from_what_to_what(before: Provision | None, after: Provision | None, name: Bilingual) -> Text:
    """From what to what; where the value stays, from which source to which."""
    if before is not None and after is not None and before.value == after.value:
        after_shown = _shown(after)
        return Text(
            "change.source",
            {
                "name": after.name,
                "value": after_shown,
                "before": _sources(before),
                "after": _sources(after),
            },
        )
    before_shown = _shown(before)
    return Text("change.value", {"name": name, "before": before_shown, "after": _shown(after)})


def _sources(rule: Provision) -> str:
    """The sources of a rule in one line."""
    return ", ".join(str(source) for source in rule.sources)


def _shown(rule: Provision | None) -> Bilingual:
    """A value in both languages; a rule without a number is in force or not."""
    if rule is None:
        return Bilingual("tidak berlaku", "not in force")
    indonesian = read_value(rule, "id")
    english = read_value(rule, "en")
    return Bilingual(indonesian or "berlaku", english or "in force")


class _Effect(NamedTuple):
    """What a day's law means for one person: a contribution month and two deaths."""

    premium: MoneyAnswer
    work_death: DeathBenefit
    other_death: DeathBenefit


def _effect_on_wage_earner(employment: Employment, day: date, law: Law) -> _Effect:
    """The contribution and the cash of a death of a wage earner whose months are all paid."""
    checked_employment(employment)
    # Fully paid since the law began, so that only the law differs between the two days.
    every_month = payments(law.first_day, day, on=law.first_day)
    member = Participation(
        segment=Segment.PU,
        number_issued=law.first_day,
        payments=every_month,
        employment=employment,
    )
    of_day = Month.of(day)
    month = wage_premium(employment, of_day, law=law)
    # The wage stands in the employment; no other fact of the person changes the cash.
    return _with_deaths(month, Worker(), member, None, day, law)


def _effect_on_bpu(
    worker: Worker, payer: Payer | str | None, scheme: Scheme | None, day: date, law: Law
) -> _Effect:
    """The contribution and the cash of a death of a BPU whose months are all paid."""
    checked_worker(worker)
    every_month = payments(law.first_day, day, on=law.first_day)
    member = Participation(number_issued=law.first_day, payments=every_month)
    # With the payments, because a relief may ask whether earlier months are paid.
    month = premium(
        worker, Month.of(day), payer=payer, scheme=scheme, participation=member, law=law
    )
    return _with_deaths(month, worker, member, scheme, day, law)


def _with_deaths(
    month: MoneyAnswer,
    worker: Worker,
    member: Participation,
    scheme: Scheme | None,
    day: date,
    law: Law,
) -> _Effect:
    """Add the cash of a death from work and of another death on the day."""
    work_death = death_benefit(
        worker,
        member,
        died_on=day,
        # On the day of death, so that law and cover of one day are compared.
        accident_on=day,
        cause="work_accident",
        scheme=scheme,
        law=law,
    )
    other_death = death_benefit(worker, member, died_on=day, cause="other", scheme=scheme, law=law)
    return _Effect(month, work_death, other_death)


def _effect_findings(effect: _Effect, moment: str) -> list[Finding]:
    """The amounts of one day; None where one cannot be decided."""
    return [
        _amount(f"premium_{moment}", effect.premium),
        _amount(f"work_death_{moment}", effect.work_death),
        _amount(f"other_death_{moment}", effect.other_death),
    ]


_ROWS = frozenset({"row", "participation.row"})
_BY_SCHEME = MissingFact("changes.row")
"""The row that is paid, which is no argument here."""


def _amount(code: str, answer: MoneyAnswer) -> Finding:
    """The total of an answer as a finding."""
    # What the answer leaves out of its total, as to whom it goes, does not matter here.
    rules = [ground for ground in answer.grounds if not isinstance(ground, MissingFact)]
    if not answer.decided:
        needs = [_BY_SCHEME if need.id in _ROWS else need for need in answer.needs]
        grounds = distinct((*needs, *rules))
        return Finding(code=code, value=None, unit="rupiah", grounds=grounds, note=NOT_TOLD)
    return Finding(code=code, value=answer.total, unit="rupiah", grounds=tuple(rules))
