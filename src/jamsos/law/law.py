"""A Law: the provisions in force by day, and the readings chosen where they are silent."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TypeAlias

from attrs import evolve, frozen

from jamsos.errors import InputError, LawDataError, OutsideLawError
from jamsos.law.loading import check_timeline, shipped
from jamsos.law.provisions import Absence, Provision, Reading
from jamsos.values.days import checked_day

Rule: TypeAlias = Provision | Absence | Reading


@frozen(kw_only=True, eq=False, slots=False)
class Law:
    """The whole law as the library holds it; immutable. ``amended`` and ``reading`` give new ones.

    >>> law = current()
    >>> law.get("jkm.lump_sum", date(2019, 12, 1)).number, law.get("jkm.lump_sum", date(2019, 12, 2)).number
    (16200000, 20000000)
    """

    version: str
    known_until: date
    timelines: Mapping[str, tuple[Provision, ...]]
    absences: Mapping[str, Absence]
    readings: Mapping[str, Reading]
    strict: bool = False

    @property
    def first_day(self) -> date:
        """The first day whose law the library holds; nothing earlier is priced."""
        return self.timelines["law.first_day"][0].since

    def find(self, rule: object, day: date) -> Provision | None:
        """Return the provision in force on the day, or None if the rule was not in force.

        Raises:
            LawDataError: if no rule has that id.

        """
        if not isinstance(rule, str) or rule not in self.timelines:
            raise LawDataError(str(rule), rule, "an id listed by law.in_force()", "correct the id")
        try:
            for period in self.timelines[rule]:
                if period.since <= day and (period.until is None or day < period.until):
                    return period
        except TypeError:  # a datetime, a text or nothing at all
            raise InputError("day", day, "a datetime.date without a time", "give the calendar day") from None
        return None

    def get(self, rule: str, day: date) -> Provision:
        """Return the provision in force on the day.

        Raises:
            OutsideLawError: if the rule was not in force on that day.

        """
        found = self.find(rule, day)
        if found is None:
            raise OutsideLawError(rule, day.isoformat(), "a day on which the rule is in force", "choose another day")
        return found

    def cite(self, *rules: Rule | str) -> tuple[Rule, ...]:
        """Collect grounds: each rule followed by the decisions it stands on; ids name absences and decisions."""
        found: dict[Rule, None] = {}
        for item in rules:
            rule = self._named(item) if isinstance(item, str) else item
            found[rule] = None
            for name in () if isinstance(rule, Reading) else rule.readings:
                found[self.readings[name]] = None
        return tuple(found)

    def _named(self, name: str) -> Rule:
        rule: Rule | None = self.readings.get(name) or self.absences.get(name)
        if rule is None:
            raise LawDataError(name, name, "the id of a decision or a recorded absence", "correct the id")
        return rule

    def chose(self, decision: str, alternative: str) -> bool:
        """Tell whether the decision is read by that alternative."""
        return self.readings[decision].chosen == alternative

    def number_of(self, decision: str) -> int:
        """Return the number a decision states.

        >>> current().number_of("D36")
        30

        Raises:
            LawDataError: if the decision states none.

        """
        number = self.readings[decision].number
        if number is None:
            raise LawDataError(decision, number, "a decision that states a number", "add its number")
        return number

    def reading(self, **chosen: str) -> "Law":
        """Return this law with some decisions read otherwise.

        >>> current().reading(D33="unbroken").readings["D33"].chosen
        'unbroken'

        Raises:
            InputError: for an unknown decision or an alternative the library does not offer.

        """
        readings = dict(self.readings)
        for name, choice in chosen.items():
            if name not in readings:
                raise InputError("decision", name, f"one of {sorted(readings)}", "correct the decision's id")
            known = (readings[name].default, *readings[name].alternatives)
            if choice not in known:
                raise InputError(name, choice, f"one of {known}", "see docs/decisions-of-law")
            readings[name] = evolve(readings[name], chosen=choice)
        return evolve(self, readings=readings)

    def strictly(self) -> "Law":
        """Return this law with every open decision answered 'cannot decide'."""
        return evolve(self, strict=True)

    def amended(self, *new: Provision) -> "Law":
        """Return a law in which each given provision replaces what was in force in its period.

        Raises:
            LawDataError: if the amended rule would have a gap.

        """
        timelines = dict(self.timelines)
        for rule in new:
            _check_new(rule, self)
            timelines[rule.id] = _replaced(timelines.get(rule.id, ()), rule)
        return evolve(self, timelines=timelines, version=f"{self.version}+amended")

    def in_force(self, day: date | None = None) -> Iterator[Provision]:
        """List the provisions in force on the day, or all periods of all provisions, by id."""
        if day is not None:
            checked_day(day, "day")
        for _, periods in sorted(self.timelines.items()):
            yield from (period for period in periods if day is None or period.covers(day))

    @cached_property
    def fingerprint(self) -> str:
        """A short digest of every value, date, source and chosen decision: what an answer was computed from."""
        from hashlib import sha256  # noqa: PLC0415 - not needed by import jamsos

        rules = [repr(provision) for provision in self.in_force()]
        rules += [repr(self.absences[key]) for key in sorted(self.absences)]
        rules += [repr(self.readings[key]) for key in sorted(self.readings)]
        text = "\n".join([self.version, str(self.strict), *rules])
        return sha256(text.encode()).hexdigest()[:16]


def _check_new(rule: object, law: Law) -> None:
    """Refuse what no law file could hold either."""
    if not isinstance(rule, Provision):
        raise LawDataError("amended", type(rule).__name__, "a Provision", "use attrs.evolve on one of law.get(...)")
    checked_day(rule.since, f"amended: {rule.id}: since")
    if rule.until is not None:
        checked_day(rule.until, f"amended: {rule.id}: until")
    if isinstance(rule.value, int) and rule.value < 0:
        raise LawDataError(f"amended: {rule.id}", rule.value, "a value from 0 up", "correct the sign")
    if not rule.sources or not set(rule.readings) <= set(law.readings):
        allowed = "at least one source and only known decisions"
        raise LawDataError(f"amended: {rule.id}", rule.readings, allowed, "name the instrument; correct the ids")


def _replaced(periods: tuple[Provision, ...], new: Provision) -> tuple[Provision, ...]:
    """Cut the new period out of the old ones and put it in."""
    kept = [new]
    for old in periods:
        if old.since < new.since:
            kept.append(evolve(old, until=min(old.until or date.max, new.since)))
        if new.until is not None and (old.until is None or old.until > new.until):
            kept.append(evolve(old, since=max(old.since, new.until)))
    timeline = tuple(sorted(kept, key=lambda period: period.since))
    check_timeline(timeline, f"amended: {new.id}")
    return timeline


@cache
def current() -> Law:
    """Return the law that ships with this version, read by the default decisions.

    >>> current().known_until
    datetime.date(2026, 10, 10)
    """
    data = shipped()
    return Law(
        version=data.version,
        known_until=data.known_until,
        timelines=data.timelines,
        absences=data.absences,
        readings=data.readings,
    )


def applied(law: Law | None) -> Law:
    """The law a question asks for: the one given, else the current one.

    Raises:
        InputError: for anything that is no Law.

    """
    if law is not None and not isinstance(law, Law):
        raise InputError("law", type(law).__name__, "a Law or None", "use jamsos.current() or one made from it")
    return current() if law is None else law
