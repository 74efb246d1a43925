"""The fine (*denda*) for paying a wage earner's contribution late."""

from datetime import date

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Notes, remark
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums.months_late import months_late
from jamsos.premiums.relief_outcome import Relief, ReliefOutcome
from jamsos.premiums.wage.reliefs import OF_2025, named_by
from jamsos.values.money import Rupiah, share_of
from jamsos.values.months import Month


def late_months(due: date, paid_on: date | None, law: Law) -> int:
    """The months of lateness a fine is counted for; 0 where no day of payment is stated.

    Legal source: PP 44/2015 Pasal 22; decision D18 counts each month that has started.
    """
    if paid_on is None:
        return 0
    started_count = law.chose("D18", "each_started")
    return months_late(due, paid_on, started_count=started_count)


def fine_rate(month: Month, law: Law) -> Provision:
    """The share for a month of lateness: of PP 49/2020 in the months it speaks of (D27)."""
    lowered = law.find("fine.pu_rate_pp49_2020", month.first_day)
    if lowered is None or law.chose("D27", "usual"):
        return law.get("fine.pu_rate_per_month", month.first_day)
    return lowered


def fine_grounds(month: Month, law: Law) -> Grounds:
    """The rate of the fine, and the decision that chose the usual one over that of PP 49/2020."""
    rate = fine_rate(month, law)
    grounds = law.cite(rate)
    lowered = law.find("fine.pu_rate_pp49_2020", month.first_day)
    if lowered is not None and law.chose("D27", "usual"):
        decision = law.cite("D27")
        return (*grounds, *decision)
    return grounds


def fine_on(contribution: Rupiah, months: int, month: Month, law: Law) -> Rupiah:
    """The share of the contribution for every month of lateness, without compounding.

    Legal source: PP 44/2015 Pasal 22: two percent; PP 49/2020 Pasal 23: half a percent.
    """
    rate = fine_rate(month, law)
    return share_of(rate.number * months, contribution)


def fine_notes(relief: ReliefOutcome, month: Month, law: Law) -> Notes:
    """How the fine is paid, and what a relief did to it."""
    grounds = fine_grounds(month, law)
    usual = remark("note.fine", grounds)
    notes = [usual]
    is_given = relief.verdict is Relief.GIVEN
    if named_by(relief, OF_2025) and is_given:
        on_reduced = law.get("relief.pp7_2025.fine_on_reduced", month.first_day)
        grounds = law.cite(on_reduced)
        note = remark("note.fine_2025", grounds)
        notes.append(note)
    return tuple(notes)
