"""What answers about a run of months have in common: the run, and what its months may cost."""

from collections.abc import Iterable
from fractions import Fraction

from jamsos.answers.grounds import Ground, MissingFact, Needs, distinct
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Note, Notes, Possibility
from jamsos.errors import InputError
from jamsos.law.days import judged_month
from jamsos.law.law import Law
from jamsos.law.provisions import Decision
from jamsos.values.money import exact
from jamsos.values.months import MOST_MONTHS, Month


def checked_run(first: object, last: object, law: Law) -> tuple[Month, Month]:
    """The first and the last month of a run, in this order.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for months out of order, or too long a run.

    """
    begin = judged_month(first, law, "first")
    end = judged_month(last, law, "last")
    if end < begin or end - begin >= MOST_MONTHS:
        allowed = (
            f"{begin} (first) to {begin + (MOST_MONTHS - 1)}, a run of at most {MOST_MONTHS} months"
        )
        raise InputError("last", str(end), allowed, "check both months")
    return begin, end


def needs_of(answers: Iterable[MoneyAnswer]) -> Needs:
    """What any of the months waits for, each thing once."""
    needs: dict[MissingFact | Decision, None] = {}
    for answer in answers:
        needs |= dict.fromkeys(answer.needs)
    return tuple(needs)


def notes_once(notes: Iterable[Note]) -> Notes:
    """Each note of the months once."""
    # A text cannot be hashed, as its arguments are a mapping: its written form stands for it.
    by_text: dict[str, Note] = {}
    for note in notes:
        by_text.setdefault(repr(note.text), note)
    return tuple(by_text.values())


def joined_possibilities(answers: Iterable[MoneyAnswer]) -> tuple[Possibility, ...]:
    """What the run would cost, where every undecided month waits for the same facts."""
    decided_total = Fraction(0)
    of_months: list[tuple[Possibility, ...]] = []
    for answer in answers:
        if answer.decided:
            decided_total += answer.total
        else:
            of_months.append(answer.possibilities)
    if not _of_same_facts(of_months):
        return ()
    possibilities: list[Possibility] = []
    for same_facts in zip(*of_months, strict=True):
        total = decided_total
        grounds: list[Ground] = []
        for possibility in same_facts:
            total += possibility.total
            grounds.extend(possibility.grounds)
        whole_total = exact(total)
        joined = Possibility(
            facts=same_facts[0].facts, total=whole_total, grounds=distinct(grounds)
        )
        possibilities.append(joined)
    return tuple(possibilities)


def _of_same_facts(of_months: Iterable[tuple[Possibility, ...]]) -> bool:
    """Whether every undecided month has possibilities, and all of them of the same facts."""
    names: set[tuple[str, ...]] = set()
    for possibilities in of_months:
        if not possibilities:
            return False
        first_facts = possibilities[0].facts
        names.add(tuple(first_facts))
    return len(names) == 1
