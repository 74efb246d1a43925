"""A what-if: the law with supposed changes, which every result under it shows as such."""

from datetime import date

from attrs import evolve, frozen

from jamsos.errors import InputError, kind_of, name_meant, refuse_identity_numbers
from jamsos.law.law import Law, applied
from jamsos.law.periods import Periods, days_of, inside, nearest, replaced, uncovered, without
from jamsos.law.provisions import (
    Bilingual,
    Grade,
    Provision,
    Source,
    WhatIf,
    supposed_together,
)
from jamsos.law.supposed_values import day_after, first_day_of, supposed_value
from jamsos.values.days import ONE_DAY

_RELIEF = "relief."
"""How the ids of reliefs begin, and of the conditions that stand next to them."""
_MARK = "+what-if"
"""What the version of such a law ends in."""


@frozen(kw_only=True, repr=False)
class Proposal:
    """Changes of the law under one name; each call gives a new proposal, ``law`` the law.

    Days and months are both taken: ``first="2027-01"`` is the first day of January, and
    ``last="2027-03"`` the last day of March. A value is stated by its unit, ``rupiah=``,
    ``percent=``, ``months=``, ``years=``, ``days=``, ``codes=`` and so on.
    """

    law: Law
    what_if: WhatIf

    def change(
        self, rule: str, /, *, first: object, last: object | None = None, **value: object
    ) -> "Proposal":
        """Put another value in the place of that in force, from a first day on.

        >>> more = what_if("usulan 2027", reason="rancangan anggaran").change(
        ...     "jkm.lump_sum", rupiah=30_000_000, first="2027-01"
        ... )
        >>> more.law.get("jkm.lump_sum", date(2027, 1, 1)).number
        30000000

        Raises:
            InputError: for a rule the law does not have, another unit than its own, days on which
                it is not in force, or the value it has already.

        """
        periods = self._periods(rule)
        since, until = _stretch(first, last)
        of_law = inside(periods, since, until)
        if uncovered(of_law, since, until):
            step = "change it within these days; use prolong or add for others"
            raise InputError("first", f"{since} to {until}", days_of(periods), step)
        supposed = supposed_value(of_law[0], value)
        if all(period.value == supposed for period in of_law):
            allowed = "another value than that of the law"
            step = "leave the change out, or correct the value or the days"
            raise InputError(f"value of {rule}", supposed, allowed, step)
        new = self._supposed(of_law[0], since, until)
        changed = replaced(periods, evolve(new, value=supposed))
        return self._with({rule: changed}, _told(periods[0], "diubah", "changed", since, until))

    def add(
        self, rule: str, /, *, first: object, last: object | None = None, **value: object
    ) -> "Proposal":
        """Put a rule in force where it is not; the conditions of a relief come with it.

        Without a value it has that of its last period.

        >>> again = what_if("keringanan 2028", reason="usulan").add(
        ...     "relief.pp50_2025.other", percent=50, first="2028-01", last="2028-06"
        ... )
        >>> again.law.find("relief.pp50_2025.other", date(2028, 7, 1)) is None
        True

        Raises:
            InputError: for a rule no question of the library reads, another unit than its own, or
                days on which it is in force already.

        """
        periods = self._periods(rule)
        since, until = _stretch(first, last)
        if inside(periods, since, until):
            step = "use change for a value in force"
            allowed = f"days outside {days_of(periods)}"
            raise InputError("first", f"{since} to {until}", allowed, step)
        supposed = self._supposed(nearest(periods, since), since, until)
        if value:
            supposed = evolve(supposed, value=supposed_value(supposed, value))
        timelines = {rule: replaced(periods, supposed)}
        timelines |= self._conditions(rule, since, until)
        return self._with(timelines, _told(supposed, "diberlakukan", "in force", since, until))

    def prolong(self, rule: str, /, *, last: object) -> "Proposal":
        """Let a rule go on after its end, with the conditions of a relief.

        >>> longer = what_if("perpanjangan", reason="usulan").prolong(
        ...     "relief.pp50_2025.other", last="2027-03"
        ... )
        >>> longer.law.find("relief.pp50_2025.other", date(2027, 3, 31)).grade
        <Grade.HYPOTHETICAL: 'hypothetical'>

        Raises:
            InputError: for a rule without an end, or a last day that is not after it.

        """
        periods = self._periods(rule)
        until = day_after(last, "last")
        end = periods[-1].until
        if end is None:
            raise InputError("rule", rule, "a rule that ends", "leave it out: it goes on anyway")
        if until <= end:
            step = "use end to let it end earlier"
            raise InputError("last", str(last), f"a day from {end} on", step)
        supposed = self._supposed(periods[-1], end, until)
        timelines = {rule: replaced(periods, supposed)} | self._conditions(rule, end, until)
        return self._with(timelines, _told(supposed, "diperpanjang", "prolonged", end, until))

    def end(self, rule: str, /, *, last: object) -> "Proposal":
        """Let a rule end with a last day, for good.

        >>> ended = what_if("dihentikan", reason="usulan").end(
        ...     "relief.pp50_2025.transport", last="2026-12"
        ... )
        >>> ended.law.find("relief.pp50_2025.transport", date(2027, 1, 1)) is None
        True

        Raises:
            InputError: for a day on which it is not in force, or with which it ends anyway.

        """
        periods = self._periods(rule)
        until = day_after(last, "last")
        kept = without(periods, until, None)
        if kept == periods or not kept or kept[-1].until != until:
            step = "choose a day on which it is in force and after which it goes on"
            raise InputError("last", str(last), days_of(periods), step)
        return self._with({rule: kept}, _told(periods[0], "berakhir", "ends", None, until))

    def take_away(self, relief: str, /, *, first: object | None = None) -> "Proposal":
        """Take a relief away from a first day on, or as if it had never been given.

        >>> full = what_if("tanpa keringanan", reason="usulan").take_away("relief.pp50_2025.other")
        >>> full.law.find("relief.pp50_2025.other", date(2026, 10, 1)) is None
        True

        Raises:
            InputError: for what is no relief, or a first day after its end.

        """
        periods = self._periods(relief)
        if not _is_relief(relief, periods):
            reliefs = [name for name, its in self.law.timelines.items() if _is_relief(name, its)]
            step = "use end for any other rule"
            raise InputError("relief", relief, f"one of {sorted(reliefs)}", step)
        since = date.min
        if first is not None:
            since = first_day_of(first, "first")
        kept = without(periods, since, None)
        if kept == periods:
            step = "choose a day before its end"
            raise InputError("first", str(first), days_of(periods), step)
        told_since = max(since, periods[0].since)
        told = _told(periods[0], "ditiadakan", "taken away", told_since, None)
        return self._with({relief: kept}, told)

    def _periods(self, rule: object) -> Periods:
        """The periods of a rule that is in force at some time."""
        periods = self.law.timelines.get(rule) if isinstance(rule, str) else None
        if periods is None:
            # All ids would fill a page: the near one helps, and the list can be had.
            allowed = "the id of a provision that the law has: see law.in_force()"
            step = name_meant(rule, self.law.timelines)
            raise InputError("rule", rule, allowed, step)
        if not periods:
            step = "begin with a law that has it"
            raise InputError("rule", rule, "a rule that was not taken away", step)
        return periods

    def _supposed(self, like: Provision, since: date, until: date | None) -> Provision:
        """A period as the proposal supposes it, which no text of law stands for."""
        return evolve(
            like,
            since=since,
            until=until,
            sources=(Source(instrument=self.what_if.id, statement=True),),
            grade=Grade.HYPOTHETICAL,
            known_until=None,
            note=self.what_if.reason.id,
        )

    def _conditions(self, rule: str, since: date, until: date | None) -> dict[str, Periods]:
        """The conditions of a relief, in force where the relief is."""
        room, _, _ = rule.rpartition(".")
        timelines: dict[str, Periods] = {}
        for name, periods in self.law.timelines.items():
            is_beside = name.startswith(f"{room}.") and name.startswith(_RELIEF)
            if is_beside and periods and not _is_relief(name, periods):
                timelines[name] = self._filled(periods, since, until)
        return timelines

    def _filled(self, periods: Periods, since: date, until: date | None) -> Periods:
        """A timeline in force throughout some stretch of time."""
        filled = periods
        for gap_since, gap_until in uncovered(inside(periods, since, until), since, until):
            like = nearest(periods, gap_since)
            filled = replaced(filled, self._supposed(like, gap_since, gap_until))
        return filled

    def _with(self, timelines: dict[str, Periods], told: Bilingual) -> "Proposal":
        what_if = evolve(self.what_if, supposes=(*self.what_if.supposes, told))
        others = tuple(one for one in self.law.what_ifs if one.id != what_if.id)
        law = evolve(
            self.law,
            timelines={**self.law.timelines, **timelines},
            what_ifs=supposed_together(others, what_if),
        )
        return Proposal(law=law, what_if=what_if)

    def __repr__(self) -> str:
        return f"<Proposal {self.what_if.id!r}: {len(self.what_if.supposes)} changes>"


def what_if(name: str, *, reason: str, law: Law | None = None) -> Proposal:
    """Begin a what-if: a law with supposed changes, marked in every result under it.

    Titles, grounds, grades, receipts, reasons and tables under ``Proposal.law`` say in both
    languages that they are hypothetical, and name the proposal.

    >>> from jamsos import Worker, premium
    >>> proposal = what_if("usulan 2027", reason="rancangan anggaran 2027")
    >>> longer = proposal.prolong("relief.pp50_2025.other", last="2027-03").law
    >>> fisher = Worker(kind="independent", sector="other", income=900_000)
    >>> answer = premium(fisher, "2027-02", payer="self", law=longer)
    >>> answer.total, answer.title.say("en").partition(":")[0]
    (8400, 'WHAT-IF "usulan 2027", not the law in force')

    Args:
        name: What it is called in every result, such as "usulan 2027".
        reason: Whose proposal it is, or why it is asked.
        law: The law to begin with; by default the one shipped.

    Raises:
        InputError: for an empty name or reason, or a name that is taken.

    """
    law = applied(law)
    called = _checked_words(name, "name")
    why = _checked_words(reason, "reason")
    if called in [one.id for one in law.what_ifs]:
        raise InputError("name", called, "a name this law has not yet", "choose another name")
    supposed = WhatIf(id=called, name=Bilingual(called, called), reason=Bilingual(why, why))
    version = law.version
    if not version.endswith(_MARK):
        version = f"{version}{_MARK}"
    return Proposal(
        law=evolve(law, version=version, what_ifs=supposed_together(law.what_ifs, supposed)),
        what_if=supposed,
    )


def _checked_words(words: object, thing: str) -> str:
    if not isinstance(words, str) or not words.strip():
        given = words if isinstance(words, str) else kind_of(words)
        raise InputError(thing, given, "a few words", "say what is supposed, and by whom")
    refuse_identity_numbers(words, thing)
    return words.strip()


def _stretch(first: object, last: object | None) -> tuple[date, date | None]:
    """The first day, and the first day after the last; None: for good."""
    since = first_day_of(first, "first")
    if last is None:
        return since, None
    until = day_after(last, "last")
    if until <= since:
        raise InputError("last", str(last), f"{since} (first) or later", "check both days")
    return since, until


def _is_relief(rule: str, periods: Periods) -> bool:
    """Whether a rule is the share that a relief leaves, and no condition of one."""
    return rule.startswith(_RELIEF) and any(period.unit == "share" for period in periods)


def _told(
    rule: Provision, verb_id: str, verb_en: str, since: date | None, until: date | None
) -> Bilingual:
    """What was done, in words; days as the law writes them."""
    days_id: list[str] = []
    days_en: list[str] = []
    if since is not None:
        days_id.append(f"sejak {since}")
        days_en.append(f"from {since}")
    if until is not None:
        days_id.append(f"sampai {until - ONE_DAY}")
        days_en.append(f"to {until - ONE_DAY}")
    return Bilingual(
        f"{rule.name.id} ({rule.id}): {' '.join([verb_id, *days_id])}",
        f"{rule.name.en} ({rule.id}): {' '.join([verb_en, *days_en])}",
    )
