"""What changed in the law between two days, and what that means for one worker."""

from datetime import date

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.shown import read_value
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.benefits.death import death_benefit
from jamsos.coverage.cover import priced_day
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Bilingual, Provision
from jamsos.premiums.premium import premium
from jamsos.premiums.wage import wage_premium
from jamsos.values.months import Month
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.employment import Employment, checked_employment
from jamsos.workers.participation import Participation, payments
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
) -> Answer:
    """Which provisions changed after one day and up to another, from what to what, by which instrument.

    Each change is a finding ``change``: its value is the day, its grounds are the period that ended
    and the one that began. With a worker (BPU) or an employment (PU) also the effect on both days: the
    contribution of the month, and the cash before scholarship after a death from work and from another
    cause, for a member whose every month since the law began is paid.

    Args:
        first: The earlier day.
        last: The later day.
        worker: The participant without wage (BPU) the effect is asked for.
        payer: Who pays the contribution.
        scheme: The programme that pays it.
        employment: The wage earner (PU) the effect is asked for.
        law: The law to look into; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: if the later day is not later, or for a worker and an employment at once.

    >>> answer = changes_between(date(2019, 12, 1), date(2020, 1, 1))
    >>> [rule.number for finding in answer.findings for rule in finding.grounds if rule.id == "jkm.funeral"]
    [3000000, 10000000]

    """
    law = applied(law)
    if priced_day(first, law, "first") >= priced_day(last, law, "last"):
        raise InputError("last", last.isoformat(), f"a day after {first}", "put the earlier day first")
    found = [change for rule in sorted(law.timelines) for change in _changes(rule, first, last, law)]
    found.sort(key=lambda change: str(change.value))
    effect = [
        finding
        for moment, day in (("before", first), ("after", last))
        for finding in _effects(worker, payer, scheme, employment, moment, day, law)
    ]
    none = Note(text=Text("note.no_change"), grounds=law.cite(law.get("law.first_day", first)))
    return settled(
        Answer(
            question="changes",
            title=Text("changes.title", {"first": first, "last": last}),
            outcome=Outcome.YES if found else Outcome.NO,
            law=law,
            facts={"first": first, "last": last, "worker": worker, "employment": employment},
            findings=(*found, *effect),
            notes=(*beyond_knowledge(law, last), *(() if found else (none,))),
        )
    )


def _changes(rule: str, first: date, last: date, law: Law) -> list[Finding]:
    """The changes of one rule, in the order of their days."""
    periods = law.timelines[rule]
    edges = {day for period in periods for day in (period.since, period.until) if day is not None}
    found: list[Finding] = []
    for day in sorted(edge for edge in edges if first < edge <= last):
        before = next((period for period in periods if period.until == day), None)
        after = law.find(rule, day)
        both = tuple(period for period in (before, after) if period is not None)
        found.append(Finding(code="change", value=day, grounds=law.cite(*both), note=_told(before, after)))
    return found


def _told(before: Provision | None, after: Provision | None) -> Text:
    """From what to what; where the value stays, from which source to which."""
    either = before or after
    name = either.name if either else ""
    if before is None or after is None or before.value != after.value:
        return Text("change.value", {"name": name, "before": _shown(before), "after": _shown(after)})
    sources = [", ".join(str(source) for source in rule.sources) for rule in (before, after)]
    value = _shown(after)
    return Text("change.source", {"name": name, "value": value, "before": sources[0], "after": sources[1]})


def _shown(rule: Provision | None) -> Bilingual:
    """A value in both languages; a rule without a number is in force or not."""
    if rule is None:
        return Bilingual("tidak berlaku", "not in force")
    return Bilingual(read_value(rule, "id") or "berlaku", read_value(rule, "en") or "in force")


def _effects(
    worker: Worker | None,
    payer: Payer | str | None,
    scheme: Scheme | None,
    employment: Employment | None,
    moment: str,
    day: date,
    law: Law,
) -> list[Finding]:
    """The contribution of the month and the cash of a death on a day, of the one who is given."""
    paid = payments(law.first_day, day, on=law.first_day)
    if employment is not None:
        if (worker, payer, scheme) != (None, None, None):
            allowed = "a worker with payer and scheme, or an employment"
            raise InputError("employment", "both", allowed, "an employer pays: leave out worker, payer and scheme")
        checked_employment(employment)
        member = Participation(segment=Segment.PU, number_issued=law.first_day, payments=paid, employment=employment)
        return _effect(wage_premium(employment, Month.of(day), law=law), Worker(), member, None, moment, day, law)
    if worker is None:
        return []
    member = Participation(number_issued=law.first_day, payments=paid)
    month = premium(checked_worker(worker), Month.of(day), payer=payer, scheme=scheme, participation=member, law=law)
    return _effect(month, worker, member, scheme, moment, day, law)


def _effect(
    month: Answer, worker: Worker, member: Participation, scheme: Scheme | None, moment: str, day: date, law: Law
) -> list[Finding]:
    """The findings of one day; None where one cannot be decided."""
    asked = {
        "premium": month,
        "work_death": death_benefit(
            worker, member, died_on=day, accident_on=day, cause="work_accident", scheme=scheme, law=law
        ),
        "other_death": death_benefit(worker, member, died_on=day, cause="other", scheme=scheme, law=law),
    }
    return [
        Finding(
            code=f"{name}_{moment}",
            value=answer.total if answer.decided else None,
            unit="rupiah",
            grounds=answer.grounds,
            note=None if answer.decided else NOT_TOLD,
        )
        for name, answer in asked.items()
    ]
