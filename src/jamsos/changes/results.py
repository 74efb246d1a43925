"""The answer about what changed in the law, with its results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.answer import Answer
from jamsos.answers.texts import Arg, Text
from jamsos.law.provisions import Provision
from jamsos.values.money import Rupiah
from jamsos.workers.employment import Employment
from jamsos.workers.worker import Worker

ChangesFinding: TypeAlias = Literal[
    "change",
    "other_death_after",
    "other_death_before",
    "premium_after",
    "premium_before",
    "work_death_after",
    "work_death_before",
]

EFFECTS = ("premium", "work_death", "other_death")
"""The amounts that are compared on the two days."""


@frozen(kw_only=True)
class Change:
    """What one day changed in a rule."""

    day: date
    """The first day of what is new."""
    rule: str
    """The id of the rule."""
    before: Provision | None
    """What held until the day before; None: the rule began on the day."""
    after: Provision | None
    """What holds from the day on; None: the rule ended."""


@frozen(kw_only=True, repr=False)
class Changes(Answer):
    """What changed in the law between two days, and for whom by how much."""

    question: ClassVar = "changes_between"
    fact_types: ClassVar = {"first": date, "last": date, "worker": Worker, "employment": Employment}
    finding_codes: ClassVar = frozenset(get_args(ChangesFinding))

    _changes: tuple[Change, ...] = field(default=(), alias="changes")

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes by their days, those of one day by the id of the rule; empty for none."""
        self._check_decided("changes")
        return self._changes

    @property
    def premium_before(self) -> Rupiah | None:
        """The contribution of the month of the first day (*iuran*); None where nobody was stated.

        Raises:
            UndecidedError: where the law of that day, or the facts, leave it open.

        """
        return self._found_money("premium_before")

    @property
    def premium_after(self) -> Rupiah | None:
        """The contribution of the month of the last day (*iuran*); None where nobody was stated.

        Raises:
            UndecidedError: where the law of that day, or the facts, leave it open.

        """
        return self._found_money("premium_after")

    @property
    def work_death_before(self) -> Rupiah | None:
        """The cash of a death from work on the first day (*santunan JKK*), without scholarship.

        None where nobody was stated.

        Raises:
            UndecidedError: where the law of that day, or the facts, leave it open.

        """
        return self._found_money("work_death_before")

    @property
    def work_death_after(self) -> Rupiah | None:
        """The cash of a death from work on the last day (*santunan JKK*), without scholarship.

        None where nobody was stated.

        Raises:
            UndecidedError: where the law of that day, or the facts, leave it open.

        """
        return self._found_money("work_death_after")

    @property
    def other_death_before(self) -> Rupiah | None:
        """The cash of another death on the first day (*santunan JKM*), without scholarship.

        None where nobody was stated.

        Raises:
            UndecidedError: where the law of that day, or the facts, leave it open.

        """
        return self._found_money("other_death_before")

    @property
    def other_death_after(self) -> Rupiah | None:
        """The cash of another death on the last day (*santunan JKM*), without scholarship.

        None where nobody was stated.

        Raises:
            UndecidedError: where the law of that day, or the facts, leave it open.

        """
        return self._found_money("other_death_after")

    def _plain_sentences(self) -> list[Text]:
        sentences = [self._count_sentence()]
        for effect in EFFECTS:
            # A day whose law leaves the amount open has nothing to be compared.
            before = self.get(f"{effect}_before")
            after = self.get(f"{effect}_after")
            if before is not None and after is not None:
                sentences.append(_effect_sentence(effect, before, after))
        return sentences

    def _count_sentence(self) -> Text:
        """How many changes there are between the two days."""
        args: dict[str, Arg] = {
            "first": self._fact("first", date),
            "last": self._fact("last", date),
        }
        if not self.changes:
            return Text("brief.changes.none", args)
        args["count"] = len(self.changes)
        return Text("brief.changes.count", args)


def _effect_sentence(effect: str, before: Rupiah, after: Rupiah) -> Text:
    """What an amount was before, and what it is now."""
    if before == after:
        return Text(f"brief.effect_same.{effect}", {"amount": after})
    return Text(f"brief.effect_changed.{effect}", {"before": before, "after": after})
