"""A Law: the provisions in force by day, and the decisions chosen where they are silent."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TypeAlias

from attrs import astuple, evolve, field, frozen

from jamsos.errors import InputError, LawDataError, OutsideLawError, name_meant
from jamsos.law.loading import check_timeline, shipped
from jamsos.law.periods import replaced
from jamsos.law.provisions import (
    Absence,
    Bilingual,
    Decision,
    Grade,
    Provision,
    Value,
    WhatIf,
    supposed_together,
)
from jamsos.values.days import checked_day
from jamsos.values.frozen_mapping import frozen_mapping
from jamsos.values.plain import checked_kind

Rule: TypeAlias = Provision | Absence | Decision

_UNNAMED = WhatIf(
    id="amended",
    name=Bilingual("perubahan tanpa nama", "an unnamed amendment"),
    reason=Bilingual("diberikan kepada law.amended()", "given to law.amended()"),
)
"""The what-if of whoever amends the law without a name for it."""


# Without slots: the cached fingerprint needs a place to stay.
@frozen(kw_only=True, slots=False)
class Law:
    """The whole law as the library holds it; immutable, compared by value.

    ``amended``, ``with_decisions`` and ``strictly`` give new ones. Pickled, the shipped law travels
    by reference and another as its differences from it.

    >>> law = current()
    >>> law.get("jkm.lump_sum", date(2019, 12, 1)).number
    16200000
    >>> law.get("jkm.lump_sum", date(2019, 12, 2)).number
    20000000
    """

    version: str
    known_until: date
    timelines: Mapping[str, tuple[Provision, ...]] = field(converter=frozen_mapping)
    absences: Mapping[str, Absence] = field(converter=frozen_mapping)
    decisions: Mapping[str, Decision] = field(converter=frozen_mapping)
    strict: bool = False
    what_ifs: tuple[WhatIf, ...] = ()
    """What is supposed in this law and is no law; every result under it says so."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """The hash by what tells laws apart: their decisions, and what the shipped law has not."""
        of_shipped = shipped().timelines
        values: set[tuple[Provision, Value]] = set()
        for rule, periods in self.timelines.items():
            if periods != of_shipped.get(rule):
                values.update((period, period.value) for period in periods)
        chosen = frozenset((name, decision.chosen) for name, decision in self.decisions.items())
        return hash((self.version, self.strict, frozenset(values), chosen))

    @property
    def first_day(self) -> date:
        """The first day whose law the library holds; nothing earlier is priced."""
        return self.timelines["law.first_day"][0].since

    def find(self, rule: object, day: date) -> Provision | None:
        """Return the provision in force on the day, or None if the rule was not in force.

        Raises:
            LawDataError: if no rule has that id.

        """
        periods = self.timelines.get(rule) if isinstance(rule, str) else None
        if periods is None:
            raise LawDataError(str(rule), rule, "an id listed by law.in_force()", "correct the id")
        try:
            for period in periods:
                # period.covers, without the call: the question asked most
                if period.since <= day and (period.until is None or day < period.until):
                    return period
        except TypeError:  # a datetime, a text or nothing at all
            raise InputError(
                "day", day, "a datetime.date without a time", "give the calendar day"
            ) from None
        return None

    def find_one(self, rules: Iterable[str], day: date) -> Provision | None:
        """Return the one of several rules, each in the place of another, that is in force.

        None: on that day there was none of them.

        Raises:
            LawDataError: if two of them are in force on one day.

        """
        on_the_day = (self.find(rule, day) for rule in rules)
        in_force = [provision for provision in on_the_day if provision is not None]
        if len(in_force) > 1:
            ids = ", ".join(provision.id for provision in in_force)
            allowed = "one of them on a day, as each takes the place of another"
            raise LawDataError("law", f"{ids} on {day}", allowed, "correct their periods")
        return next(iter(in_force), None)

    def get(self, rule: str, day: date) -> Provision:
        """Return the provision in force on the day.

        Raises:
            OutsideLawError: if the rule was not in force on that day.

        """
        provision = self.find(rule, day)
        if provision is None:
            allowed = self._in_force_on(rule)
            raise OutsideLawError(rule, day.isoformat(), allowed, "choose such a day")
        return provision

    def _in_force_on(self, rule: str) -> str:
        """The days on which a rule can be asked for."""
        periods = self.timelines[rule]
        if not periods:
            return "no day: this law is a what-if that takes the rule away"
        return f"a day on which the rule is in force, first {periods[0].since}"

    def cite(self, *rules: Rule | str) -> tuple[Rule, ...]:
        """Collect grounds: each rule, followed by the decisions it stands on.

        An id names a decision or a recorded absence; a provision is given itself, with its period.
        """
        first = rules[0] if len(rules) == 1 else None
        # Most provisions are cited alone and stand on no decision.
        if isinstance(first, Provision) and not first.decisions:
            return (first,)
        return _cited(self, rules)

    def _cite(self, rules: tuple[Rule | str, ...]) -> tuple[Rule, ...]:
        # A dict keeps the order in which the grounds were named; readers see them in it.
        # By identity, which is quicker than a hash: a law holds each of its rules once.
        grounds: dict[int, Rule] = {}
        for item in rules:
            rule = self._named(item) if isinstance(item, str) else item
            grounds[id(rule)] = rule
            if not isinstance(rule, Decision):
                for name in rule.decisions:
                    decision = self.decisions[name]
                    grounds[id(decision)] = decision
        return tuple(grounds.values())

    def _named(self, name: str) -> Rule:
        rule: Rule | None = self.decisions.get(name) or self.absences.get(name)
        if rule is None:
            raise LawDataError(
                name, name, "the id of a decision or a recorded absence", "correct the id"
            )
        return rule

    def chose(self, decision: str, alternative: str) -> bool:
        """Tell whether that answer to the decision is the one in use."""
        return self.decisions[decision].chosen == alternative

    def number_of(self, decision: str) -> int:
        """Return the number a decision states.

        >>> current().number_of("D36")
        30

        Raises:
            LawDataError: if the decision states none.

        """
        number = self.decisions[decision].number
        if number is None:
            raise LawDataError(
                decision, number, "a decision that states a number", "add its number"
            )
        return number

    def with_decisions(self, **chosen: str) -> "Law":
        """Return this law with other answers to some decisions.

        >>> current().with_decisions(D33="unbroken").decisions["D33"].chosen
        'unbroken'

        Raises:
            InputError: for an unknown decision or an alternative the library does not offer.

        """
        if not chosen:
            return self
        decisions = dict(self.decisions)
        for name, choice in chosen.items():
            if name not in decisions:
                step = name_meant(name, decisions)
                raise InputError("decision", name, f"one of {sorted(decisions)}", step)
            # The default too, so that an earlier choice can be taken back.
            answers = [decisions[name].default, *decisions[name].alternatives]
            if choice not in answers:
                step = f"{name_meant(choice, answers)}; docs/understand/decisions-of-law tells more"
                raise InputError(f"decision {name}", choice, f"one of {answers}", step)
            decisions[name] = evolve(decisions[name], chosen=choice)
        return evolve(self, decisions=decisions)

    def strictly(self) -> "Law":
        """Return this law with every open decision answered 'cannot decide'."""
        return evolve(self, strict=True)

    def amended(self, *new: Provision) -> "Law":
        """Return a law in which each given provision replaces what was in force in its period.

        What is amended is supposed, and marked so in every result; :func:`jamsos.what_if` gives it
        a name and checks more. A provision that stands in the law as it is supposes nothing.

        Raises:
            LawDataError: if the amended rule would have a gap.

        """
        for rule in new:
            _check_new(rule, self)
        changed = [rule for rule in new if rule not in self.timelines.get(rule.id, ())]
        timelines = dict(self.timelines)
        for rule in changed:
            supposed = evolve(rule, grade=Grade.HYPOTHETICAL)
            timeline = replaced(timelines.get(rule.id, ()), supposed)
            check_timeline(timeline, f"amended: {rule.id}")
            timelines[rule.id] = timeline
        named = evolve(_UNNAMED, supposes=tuple(rule.name for rule in changed))
        return evolve(
            self,
            timelines=timelines,
            version=f"{self.version}+amended",
            what_ifs=supposed_together(self.what_ifs, named),
        )

    def in_force(self, day: date | None = None) -> Iterator[Provision]:
        """List the provisions in force on the day, or all periods of all provisions, by id."""
        if day is not None:
            day = checked_day(day, "day")
        for _, periods in sorted(self.timelines.items()):
            for period in periods:
                if day is None or period.covers(day):
                    yield period

    def __repr__(self) -> str:
        """The version, and how this law differs from the one shipped.

        >>> current().with_decisions(D33="unbroken")
        <Law 2026.11.0, known until 2026-10-10, D33='unbroken'>
        """
        words = [f"Law {self.version}", f"known until {self.known_until}"]
        for decision in self.decisions.values():
            if decision.chosen != decision.default:
                words.append(f"{decision.id}={decision.chosen!r}")
        if self.strict:
            words.append("strict")
        words.extend(f"what if {one.id!r}" for one in self.what_ifs)
        return f"<{', '.join(words)}>"

    def html(self, lang: str = "id") -> str:
        """Which law it is, and what of it was chosen, as HTML in ``"id"`` or ``"en"``.

        Raises:
            InputError: for another language.

        """
        # Nothing of it is needed to answer a question.
        from jamsos.law.law_shown import LANGUAGES, law_page  # noqa: PLC0415
        from jamsos.pages.html_form import as_html  # noqa: PLC0415

        if lang not in LANGUAGES:
            raise InputError("language", lang, f"one of {LANGUAGES}", "ask for 'id' or 'en'")
        page = law_page(
            self.version,
            self.known_until,
            self.timelines,
            self.absences,
            self.decisions,
            lang,
            strict=self.strict,
            what_ifs=self.what_ifs,
        )
        return as_html(page)

    def _repr_html_(self) -> str:
        return self.html()

    @cached_property
    def fingerprint(self) -> str:
        """A short digest of every value, date, source and chosen decision."""
        from hashlib import sha256  # noqa: PLC0415 - not needed by import jamsos

        rules = [_in_full(provision) for provision in self.in_force()]
        # Sorted: a rule that moves to another file changes no digest.
        rules += [_in_full(self.absences[key]) for key in sorted(self.absences)]
        rules += [_in_full(self.decisions[key]) for key in sorted(self.decisions)]
        rules += [_in_full(one) for one in self.what_ifs]
        text = "\n".join([self.version, str(self.strict), *rules])
        return sha256(text.encode()).hexdigest()[:16]


def _in_full(rule: Rule | WhatIf) -> str:
    """Every field of a rule as text."""
    return repr(astuple(rule, recurse=False))


def _check_new(rule: object, law: Law) -> None:
    """Refuse what no law file could hold either."""
    if not isinstance(rule, Provision):
        raise LawDataError(
            "amended", type(rule).__name__, "a Provision", "use attrs.evolve on one of law.get(...)"
        )
    checked_day(rule.since, f"amended: {rule.id}: since")
    if rule.until is not None:
        checked_day(rule.until, f"amended: {rule.id}: until")
    if isinstance(rule.value, int) and rule.value < 0:
        raise LawDataError(
            f"amended: {rule.id}", rule.value, "a value from 0 up", "correct the sign"
        )
    if not rule.sources or not set(rule.decisions) <= set(law.decisions):
        allowed = "at least one source and only known decisions"
        raise LawDataError(
            f"amended: {rule.id}", rule.decisions, allowed, "name the instrument; correct the ids"
        )


@lru_cache(maxsize=4096)
def _cited(law: Law, rules: tuple[Rule | str, ...]) -> tuple[Rule, ...]:
    """The grounds of some rules; kept, since every answer of a kind cites the same."""
    return law._cite(rules)  # noqa: SLF001 - the other half of the method


@cache
def current() -> Law:
    """Return the law that ships with this version, with the default decisions.

    >>> current().known_until
    datetime.date(2026, 10, 10)
    """
    data = shipped()
    return Law(
        version=data.version,
        known_until=data.known_until,
        timelines=data.timelines,
        absences=data.absences,
        decisions=data.decisions,
    )


def applied(law: Law | None) -> Law:
    """The law a question asks for: the one given, else the current one.

    Raises:
        InputError: for anything that is no Law.

    """
    if law is None:
        return current()
    return checked_kind(Law, law, "law", "use jamsos.current() or one made from it")
