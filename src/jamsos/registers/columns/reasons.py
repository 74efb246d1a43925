"""What a reason code of a register means, and how reasons are gathered and numbered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from attrs import evolve, field, frozen

from jamsos.answers.grounds import Grounds, MissingFact, awaited, is_open
from jamsos.answers.hypothetical import marked
from jamsos.answers.parts import Outcome, grounded
from jamsos.answers.texts import Arg, Text, listed
from jamsos.law.law import Law
from jamsos.law.provisions import Decision
from jamsos.registers.facts import FACTS, fact_of
from jamsos.registers.layout import column_label


@frozen(kw_only=True)
class Reason:
    """What one reason code means."""

    key: str
    """Its name, which stays the same whatever the number."""
    outcome: Outcome
    meaning: Text
    grounds: Grounds = field(converter=grounded)
    code: int = 0
    """The number in the column; it holds for these columns only."""

    def text(self, lang: str = "id") -> str:
        """The reason in words, with the names of the missing facts and decisions."""
        if self.outcome is not Outcome.CANNOT_DECIDE:
            return self.meaning.say(lang)
        needs = self._needs()
        if not needs:
            return self.meaning.say(lang)
        args = {"said": self.meaning, "needs": listed(needs)}
        text = Text("register.still_needed", args)
        return text.say(lang)

    def _needs(self) -> list[Arg]:
        """The missing facts and open decisions in words."""
        needs: list[Arg] = []
        for ground in self.grounds:
            if isinstance(ground, MissingFact) or is_open(ground):
                needs.append(awaited(ground))
        return needs


Reasons: TypeAlias = Sequence[Reason]
"""Reasons in the order of their codes."""

FIRST_REASON = len(FACTS) + 1
"""The codes before this one name an invalid fact."""


def bad_reasons() -> list[Reason]:
    """The codes of rows with an invalid fact; such rows get no answer."""
    reasons: list[Reason] = []
    for code, name in enumerate(FACTS, start=1):
        reasons.append(_bad_reason(name, code))
    return reasons


def _bad_reason(name: str, code: int) -> Reason:
    column = {"column": column_label(name)}
    return Reason(
        key=f"bad.{name}",
        outcome=Outcome.CANNOT_DECIDE,
        meaning=Text("register.bad", column),
        grounds=(fact_of(name),),
        code=code,
    )


def undecided_reason(needs: Sequence[MissingFact | Decision]) -> Reason:
    """An answer that cannot be decided without these facts or decisions."""
    words = ["needs"]
    words += [need.id for need in needs]
    return Reason(
        key=".".join(words),
        outcome=Outcome.CANNOT_DECIDE,
        meaning=Text("register.undecided"),
        grounds=tuple(needs),
    )


def other_segment_reason(law: Law, day: date) -> Reason:
    """A person of another segment than BPU, for whom the question is not asked."""
    who = law.get("bpu.who", day)
    return Reason(
        key="other_segment",
        outcome=Outcome.CANNOT_DECIDE,
        meaning=Text("register.other_segment"),
        grounds=law.cite(who),
    )


def record_reason(reasons: dict[str, Reason], reason: Reason) -> str:
    """Record a reason under its key and return the key.

    The reason of several classes of people rests on the grounds of all of them.
    """
    recorded = reasons.setdefault(reason.key, reason)
    grounds = recorded.grounds
    more = tuple(ground for ground in reason.grounds if ground not in grounds)
    # Mostly nothing is new, and a reason made anew would check all its grounds.
    if more:
        reasons[reason.key] = evolve(recorded, grounds=grounds + more)
    return reason.key


def undecided_first(reasons: Mapping[str, Reason]) -> list[Reason]:
    """Reasons in the order in which they are numbered."""
    # Neighbouring codes are compared as a range, which is faster than a look at a list.
    undecided: list[Reason] = []
    decided: list[Reason] = []
    for reason in reasons.values():
        if reason.outcome is Outcome.CANNOT_DECIDE:
            undecided.append(reason)
        else:
            decided.append(reason)
    return [*undecided, *decided]


def numbered(reasons: Iterable[Reason], law: Law) -> tuple[Reason, ...]:
    """The reasons of invalid facts, then these in their order, each key once, all numbered.

    Under a what-if each of them says so.
    """
    by_key = {reason.key: reason for reason in reasons}
    all_reasons = bad_reasons()
    for code, reason in enumerate(by_key.values(), start=FIRST_REASON):
        all_reasons.append(evolve(reason, code=code))
    return tuple(_under(reason, law) for reason in all_reasons)


def _under(reason: Reason, law: Law) -> Reason:
    if not law.what_ifs:
        return reason
    grounds = (*reason.grounds, *law.what_ifs)
    return evolve(reason, meaning=marked(reason.meaning, law), grounds=grounds)


def codes_by_key(reasons: Iterable[Reason]) -> dict[str, int]:
    """The code of each reason by its key."""
    return {reason.key: reason.code for reason in reasons}
