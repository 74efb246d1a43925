"""A run of months of one or more wage earners: what an employer owes in all."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.parts import Line, Lines, Outcome, Possibility
from jamsos.answers.texts import Text
from jamsos.law.law import Law, applied
from jamsos.premiums.several_months import (
    checked_run,
    joined_possibilities,
    needs_of,
    notes_once,
)
from jamsos.premiums.wage.premium import wage_month
from jamsos.premiums.wage.results import WagePremium
from jamsos.premiums.wage.run_results import WagePremiumRun
from jamsos.values.days import WorkingDay, monday_to_friday, plausible_day
from jamsos.values.money import exact
from jamsos.values.months import months_between
from jamsos.values.plain import checked_whole
from jamsos.workers.employment import MOST_WORKERS, Employment


def wage_premium_run(
    employment: Employment,
    first: object,
    last: object,
    *,
    workers: int = 1,
    paid_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> WagePremiumRun:
    """What an employer owes for a run of contribution months and a number of wage earners.

    The workers share one wage, one risk group and the other facts of the employment; for workers
    who differ ask once for each, or :func:`wage_correction` with the whole wage list of a month.

    Legal source: as :func:`wage_premium`, month by month.

    Args:
        employment: The employment of one worker, as for :func:`wage_premium`.
        first: The first contribution month.
        last: The last one, included.
        workers: How many workers with the same facts.
        paid_on: The day all the months are paid, where it is known: a late month brings the fine.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for months out of order, too long a run, or invalid facts.

    >>> clerk = Employment(
    ...     pay_form="monthly",
    ...     basic_wage=4_000_000,
    ...     fixed_allowances=500_000,
    ...     risk_group="I",
    ...     industry="other",
    ... )
    >>> year = wage_premium_run(clerk, "2026-01", "2026-12", workers=10)
    >>> year.total, str(year.months[0].month), year.months[0].to_pay
    (2916000, '2026-01', 243000)

    """
    law = applied(law)
    begin, end = checked_run(first, last, law)
    workers = checked_whole(workers, "workers", 1, MOST_WORKERS)
    if paid_on is not None:
        paid_on = plausible_day(paid_on, "paid_on")
    months = months_between(begin, end)
    priced = [
        wage_month(employment, month, paid_on=paid_on, calendar=calendar, law=law)
        for month in months
    ]
    answers = [month.answer for month in priced]
    marks = [note for month in months for note in beyond_knowledge(law, month.first_day)]
    of_months = [note for answer in answers for note in answer.notes if note not in marks]
    notes = notes_once(of_months)
    frame = WagePremiumRun(
        title=Text("wage_premium_run.title", {"first": begin, "last": end, "workers": workers}),
        outcome=Outcome.YES,
        law=law,
        facts={
            "employment": employment,
            "first": begin,
            "last": end,
            "workers": workers,
            "paid_on": paid_on,
        },
        notes=(*beyond_knowledge(law, end.first_day), *notes),
        bases=tuple(month.basis for month in priced if month.basis is not None),
    )
    needs = needs_of(answers)
    if needs:
        possible = _of_all(joined_possibilities(answers), workers)
        # The months say in their own notes why they cannot be decided.
        undecided = evolve(
            frame, outcome=Outcome.CANNOT_DECIDE, needs=needs, possibilities=possible
        )
        return settled(undecided)
    return settled(evolve(frame, lines=_lines(answers, workers)))


def _of_all(possibilities: Sequence[Possibility], workers: int) -> tuple[Possibility, ...]:
    """What all the workers would cost."""
    return tuple(evolve(one, total=exact(one.total * workers)) for one in possibilities)


def _lines(answers: Iterable[WagePremium], workers: int) -> Lines:
    """The lines of each month, for all the workers."""
    lines: list[Line] = []
    # Most months are calculated alike: one text for all of them keeps the answer light.
    formulas: dict[str, Text] = {}
    for answer in answers:
        for one in answer.lines:
            line = _for_all(one, workers)
            formula = formulas.setdefault(repr(line.formula), line.formula)
            lines.append(evolve(line, formula=formula))
    return tuple(lines)


def _for_all(line: Line, workers: int) -> Line:
    """A line of one worker for all of them."""
    if workers == 1:
        return line
    formula = Text("formula.for_workers", {"each": line.formula, "workers": workers})
    return evolve(line, amount=exact(line.amount * workers), formula=formula)
