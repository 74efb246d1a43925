"""When a wage earner's contribution is due, and the fine (*denda*) for paying it late."""

from datetime import date
from fractions import Fraction

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.membership.due import day_in
from jamsos.premiums import rules
from jamsos.premiums.codes import Relief
from jamsos.premiums.reliefs import Decided
from jamsos.premiums.wage_reliefs import OF_2025, named_by
from jamsos.values.days import WorkingDay, working_day_from
from jamsos.values.money import MILLION, Rupiah, exact
from jamsos.values.months import Month


def wage_due(month: Month, law: Law, calendar: WorkingDay) -> date:
    """The last day to pay: the 15th of the next month, or the next working day (PP 44/2015 Pasal 21)."""
    first = month.first_day
    due_month = month + law.get("due.month_offset_pu", first).number
    return working_day_from(day_in(due_month, law.get("due.day_pu", first).number), calendar)


def wage_due_grounds(month: Month, law: Law) -> tuple[Ground, ...]:
    """What the due day rests on; in the months of PP 49/2020 also decision D27."""
    names = ("due.day_pu", "due.month_offset_pu", "due.holiday_shift_pu")
    found = law.cite(*(law.get(name, month.first_day) for name in names))
    return (*found, *law.cite("D27")) if in_2020(month, law) else found


def in_2020(month: Month, law: Law) -> bool:
    """Whether PP 49/2020 speaks of the contribution month."""
    return law.find("relief.pp49_2020.pu", month.first_day) is not None


def late_months(due: date, paid_on: date | None, law: Law) -> int:
    """The months of lateness a fine is counted for (decision D18); 0 where no day of payment is stated."""
    paid = due if paid_on is None else paid_on
    started = law.chose("D18", "each_started")
    return rules.months_late(Month.of(due).index, due.day, Month.of(paid).index, paid.day, started)


def fine_on(contribution: Rupiah, months: int, month: Month, law: Law) -> Rupiah:
    """Two percent of the contribution due for every month of lateness (PP 44/2015 Pasal 22)."""
    rate = law.get("fine.pu_rate_per_month", month.first_day).number
    part = rules.fine_millionths(contribution.numerator, rate, months)
    return exact(Fraction(part, contribution.denominator * MILLION))


def fine_notes(decided: Decided, month: Month, law: Law) -> tuple[Note, ...]:
    """How the fine is paid, and where a relief may have changed it."""
    fine = law.get("fine.pu_rate_per_month", month.first_day)
    notes = [Note(text=Text("note.fine"), grounds=law.cite(fine))]
    if in_2020(month, law):
        notes.append(Note(text=Text("note.fine_2020"), grounds=law.cite("D27"), warning=True))
    if named_by(decided, OF_2025) and decided.relief is Relief.GIVEN:
        notes.append(Note(text=Text("note.fine_2025"), grounds=law.cite("fine_pp7_2025_undated"), warning=True))
    return tuple(notes)
