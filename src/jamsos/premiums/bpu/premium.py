"""What is due for a contribution month, who pays it, and on what it rests."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, MissingFact, Needs
from jamsos.answers.parts import Lines, Note, Notes, Outcome, remark, warning
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law, applied
from jamsos.membership.due import due_date, due_grounds
from jamsos.premiums.bpu.income_table import Row
from jamsos.premiums.bpu.lines import premium_lines
from jamsos.premiums.bpu.pricing import PricedMonth, price_month
from jamsos.premiums.bpu.question import MonthQuestion, month_question, possible_facts
from jamsos.premiums.bpu.reliefs import relief_notes
from jamsos.premiums.bpu.results import MonthBasis, Premium
from jamsos.premiums.bpu.row_choice import RowChoice, choose_row, row_of_second_job
from jamsos.premiums.relief_outcome import ReliefOutcome
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import BpuKind, Payer
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

_NO_SECOND_JOB = RowChoice(row=None, grounds=())


class MonthPremium(NamedTuple):
    """The answer about a contribution month, with what it was made from."""

    answer: Premium
    priced: PricedMonth | None
    """The amounts, the relief they were priced under, and the payer; None: not to be priced."""
    dated_notes: Notes
    """The notes on this month's dates alone, which an answer about a run of months leaves out."""
    amount_notes: Notes = ()
    """The notes that explain the amounts: the row that was chosen, and the reliefs."""
    basis: MonthBasis | None = None
    """What the amounts were taken from; None: not to be priced."""


def premium(
    worker: Worker,
    month: object,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    participation: Participation | None = None,
    paid_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Premium:
    """The contribution (*iuran*) a BPU owes for one contribution month.

    Legal source: PP 44/2015 Pasal 20 and 24, Lampiran II; reliefs PP 49/2020 and PP 50/2025.

    Args:
        worker: The worker; the kind, the sector and the declared income matter.
        month: The contribution month, ``"2026-11"`` or a Month.
        payer: The payer; without it the scheme's payer, or else the participation's.
        row: The income row chosen, where it is not the one of the declared income (D17).
        scheme: The programme that pays; it fixes payer, programmes and row (D65).
        participation: Needed for the condition of PP 49/2020; gives payer, row and programmes.
        paid_on: The day of payment, where it is known (D21, D25).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in rupiah for JKK, JKM and JHT; or 'cannot decide', with the total each possibility
        would come to.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for facts that contradict each other, or are of the wrong kind.

    >>> fisher = Worker(kind="independent", income=900_000, sector="other")
    >>> premium(fisher, "2026-11", payer="APBD").total
    16800
    >>> own = premium(fisher, "2026-11", payer="self")
    >>> own.total, own.relief, own.base_income
    (8400, <Relief.GIVEN: 'given'>, 1000000)

    """
    question = month_question(
        worker,
        month,
        payer=code_or_none(Payer, payer, "payer"),
        row=row,
        scheme=scheme,
        participation=participation,
        paid_on=paid_on,
        calendar=calendar,
        law=applied(law),
    )
    return month_premium(question).answer


def month_premium(question: MonthQuestion) -> MonthPremium:
    """The contribution for a month, with the priced month and its relief as values.

    Legal source: as :func:`premium`.

    >>> from jamsos.law import current
    >>> fisher = Worker(kind="independent", income=900_000, sector="other")
    >>> month = month_question(fisher, "2026-11", payer=Payer.SELF, law=current())
    >>> month_premium(month).priced.relief.verdict
    <Relief.GIVEN: 'given'>
    """
    law = question.law
    choice = choose_row(question.worker, question.row, question.terms, law, question.day)
    beyond = beyond_knowledge(law, question.day)
    day_remarks = _remarks(question)
    remarks = (*choice.notes, *beyond, *day_remarks)
    second_job = _second_job(question)
    needs = _needs_before_pricing(question, choice, second_job)
    if choice.row is None or needs:
        unpriced_answer = _answer(question, remarks)
        unpriced = undecided(unpriced_answer, needs, choice.grounds)
        return MonthPremium(settled(unpriced), None, beyond)
    pricing = price_month(question, choice.row, second_job.row)
    if pricing.needs:
        answer = _answer(question, remarks)
        unpriced = undecided(answer, pricing.needs, choice.grounds, pricing.possibilities)
        return MonthPremium(settled(unpriced), None, beyond)
    variants = _one_of_each_relief(pricing.variants)
    due = due_date(question.month, law, question.calendar)
    due_note = _due_note(question.month, due, law)
    on_relief = _notes_on_relief(question, variants)
    lines = premium_lines(question, choice.row, choice.grounds, second_job.grounds, variants, due)
    all_remarks = (*remarks, *on_relief, due_note, *_late_note(question, due))
    basis = _basis(question, choice.row, variants)
    priced = _answer(question, all_remarks, lines, basis)
    amount_notes = (*choice.notes, *on_relief)
    return MonthPremium(
        answer=settled(priced),
        priced=variants[0],
        dated_notes=(*beyond, due_note),
        amount_notes=amount_notes,
        basis=basis,
    )


def _basis(question: MonthQuestion, row: Row, variants: Sequence[PricedMonth]) -> MonthBasis:
    """What the amounts were taken from, and what would tell which of several reliefs it is."""
    if len(variants) == 1:
        return MonthBasis(question.month, row, (variants[0].relief,), ())
    possible = possible_facts(question)
    unstated = tuple(MissingFact(name) for name, values in possible.items() if len(values) > 1)
    reliefs = tuple(priced.relief for priced in variants)
    return MonthBasis(question.month, row, reliefs, unstated)


def _answer(
    question: MonthQuestion, notes: Notes, lines: Lines = (), basis: MonthBasis | None = None
) -> Premium:
    """The answer; before the month is priced it has no lines."""
    facts = {
        "worker": question.worker,
        "month": question.month,
        "payer": question.payer,
        "row": question.row,
    }
    title = Text("premium.title", {"month": question.month})
    return Premium(
        title=title,
        outcome=Outcome.YES,
        law=question.law,
        facts=facts,
        lines=lines,
        notes=notes,
        basis=basis,
    )


def _second_job(question: MonthQuestion) -> RowChoice:
    """The row of a second registered job; no row where there is no such job."""
    income = question.worker.second_income
    if income is None:
        return _NO_SECOND_JOB
    return row_of_second_job(income, question.law, question.day)


def _needs_before_pricing(
    question: MonthQuestion, choice: RowChoice, second_job: RowChoice
) -> Needs:
    """What stops the pricing: no row, no segment, a second job unless D09 is taken to price it."""
    needs = list(choice.needs)
    if question.worker.segment is None:
        needs.append(MissingFact("worker.segment"))
    if question.worker.second_income is None:
        return tuple(needs)
    # The law does not say whether a second registered job pays JKK of its own.
    if not question.law.chose("D09", "jkk_per_job"):
        needs.append(question.law.decisions["D09"])
    needs.extend(need for need in second_job.needs if need not in needs)
    return tuple(needs)


def _one_of_each_relief(variants: tuple[PricedMonth, ...]) -> tuple[PricedMonth, ...]:
    """Of the priced months, which agree on the amounts, one for each outcome of the reliefs."""
    # Where every fact was stated the month was priced once.
    if len(variants) == 1:
        return variants
    # What is said of a relief that several sets of facts lead to is said once.
    by_relief: dict[ReliefOutcome, PricedMonth] = {}
    for priced in variants:
        by_relief[priced.relief] = priced
    return tuple(by_relief.values())


def _notes_on_relief(question: MonthQuestion, variants: Iterable[PricedMonth]) -> Notes:
    """What is said of each relief that is possible."""
    notes: Notes = ()
    law = question.law
    month = question.relief_month
    for priced in variants:
        notes += relief_notes(priced.relief, month, priced.payer, law, late=priced.late)
    return notes


@lru_cache(maxsize=4096)
def _due_note(month: Month, due: date, law: Law) -> Note:
    """By when the month has to be paid (PP 44/2015 Pasal 24 ayat (3) and (4))."""
    text = Text("note.due", {"due": due})
    grounds = due_grounds(month, law)
    return Note(text=text, grounds=grounds)


def _late_note(question: MonthQuestion, due: date) -> Notes:
    """What a late payment counts as; no note for one in time (Permenaker 5/2021 Pasal 42)."""
    rule = question.law.find("due.bpu_late_is_arrears", question.day)
    if rule is None or question.paid_on is None or question.paid_on <= due:
        return ()
    return (remark("note.paid_late_is_arrears", question.law.cite(rule)),)


def _remarks(question: MonthQuestion) -> Notes:
    """Remarks that do not depend on the relief: third payers, and the JHT of owners."""
    notes: list[Note] = []
    if question.payer is not None:
        payer_note = _payer_note(question.payer, question.day, question.law)
        notes.append(payer_note)
    if question.worker.kind is BpuKind.OWNER:
        notes.extend(_owner_notes(question))
    return tuple(notes)


@lru_cache(maxsize=4096)
def _payer_note(payer: Payer, day: date, law: Law) -> Note:
    """Who pays; the PP mentions no third payer."""
    rule = law.get("bpu.payer", day)
    grounds: list[Ground] = [rule]
    if payer.third_party:
        no_third_payer = law.cite("no_third_payer")
        grounds.extend(no_third_payer)
    shown_payer = Text(f"party.{payer}")
    text = Text("note.payer", {"payer": shown_payer})
    return Note(text=text, grounds=tuple(grounds))


def _owner_notes(question: MonthQuestion) -> Notes:
    """An owner owes JHT as well, which a scheme does not buy."""
    # Without a scheme the owner's JHT stands in a line of its own: nothing is left to say.
    if question.terms is None:
        return ()
    duty = question.provision("jht.compulsory_for_owners")
    grounds = question.law.cite(duty)
    note = warning("note.owner_jht", grounds)
    return (note,)
