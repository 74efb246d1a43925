"""The fine (*denda*) for paying a wage earner's contribution late."""

from datetime import date

from jamsos.answers.answer import Note
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.membership.due import in_2020
from jamsos.premiums import rules
from jamsos.premiums.codes import Relief
from jamsos.premiums.reliefs import Decided
from jamsos.premiums.wage_reliefs import OF_2025, named_by
from jamsos.values.money import MILLION, Rupiah, quotient
from jamsos.values.months import Month


def late_months(due: date, paid_on: date | None, law: Law) -> int:
    """The months of lateness a fine is counted for (decision D18); 0 where no day of payment is stated."""
    paid = due if paid_on is None else paid_on
    started = law.chose("D18", "each_started")
    return rules.months_late(Month.of(due).index, due.day, Month.of(paid).index, paid.day, started)


def fine_on(contribution: Rupiah, months: int, month: Month, law: Law) -> Rupiah:
    """Two percent of the contribution due for every month of lateness (PP 44/2015 Pasal 22)."""
    rate = law.get("fine.pu_rate_per_month", month.first_day).number
    part = rules.fine_millionths(contribution.numerator, rate, months)
    return quotient(part, contribution.denominator * MILLION)


def fine_notes(decided: Decided, month: Month, law: Law) -> tuple[Note, ...]:
    """How the fine is paid, and where a relief may have changed it."""
    fine = law.get("fine.pu_rate_per_month", month.first_day)
    notes = [Note(text=Text("note.fine"), grounds=law.cite(fine))]
    if in_2020(month, law):
        notes.append(Note(text=Text("note.fine_2020"), grounds=law.cite("D27"), warning=True))
    if named_by(decided, OF_2025) and decided.relief is Relief.GIVEN:
        notes.append(Note(text=Text("note.fine_2025"), grounds=law.cite("fine_pp7_2025_undated"), warning=True))
    return tuple(notes)
