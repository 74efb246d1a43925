"""The prepayment of several months at once."""

from attrs import evolve

from jamsos.answers.deciding import settled
from jamsos.answers.parts import Note
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.days import judged_month
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.premiums.bpu.run import joined_months
from jamsos.premiums.bpu.run_results import Prepayment
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.plain import advice, as_whole
from jamsos.workers.codes import Payer
from jamsos.workers.worker import Worker


def prepay(
    worker: Worker,
    first: object,
    count: int,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Prepayment:
    """What paying 1, 2, 3, 6 or 12 months at once comes to; each month at its own amount.

    Legal source: Permenaker 5/2021 Pasal 41 ayat (3), (4); before 2021-04-01, without two months,
    BPJS Ketenagakerjaan web page.

    Args:
        worker: The worker, as for :func:`premium`.
        first: The first contribution month.
        count: How many months are paid at once.
        payer: The payer.
        row: The income row chosen, where it is not the one of the declared income (D17).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    >>> fisher = Worker(kind="independent", income=900_000, sector="other")
    >>> prepay(fisher, "2026-10", 6, payer="self").total
    75600

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for another number of months.

    """
    law = applied(law)
    month = judged_month(first, law, "first")
    rule = law.get("bpu.prepay_months", month.first_day)
    count = _checked_count(count, rule)
    last = month + (count - 1)
    answer = joined_months(
        Prepayment, worker, month, last, payer=payer, row=row, calendar=calendar, law=law
    )
    text = Text("note.prepay", {"months": count})
    grounds = law.cite(rule)
    note = Note(text=text, grounds=grounds)
    notes = (*answer.notes, note)
    return settled(evolve(answer, notes=notes))


def _checked_count(count: object, rule: Provision) -> int:
    """Refuse a number of months that BPJS does not offer."""
    months = as_whole(count)
    if months is None or str(months) not in rule.words:
        allowed = f"{', '.join(rule.words)} months paid at once"
        step = advice(count, "choose one of these, as an int")
        raise InputError("count", count, allowed, step)
    return months
