"""Which income row is paid: the scheme's, the stated one, or the one of the declared income."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parts import Note, Notes
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Terms
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Decision, Provision
from jamsos.premiums.bpu.income_table import Row, row_numbered, rows, runs
from jamsos.premiums.bpu.row_number import row_number
from jamsos.workers.worker import Worker


class RowChoice(NamedTuple):
    """The row with its grounds; no row: ``needs`` says what is missing."""

    row: Row | None
    grounds: Grounds
    notes: Notes = ()
    needs: Needs = ()


@lru_cache(maxsize=4096)
def row_by_income(income: int, table: Provision) -> Row:
    """The row of a declared income (PP 44/2015 Pasal 20 ayat (2), Lampiran II; decision D16).

    >>> from jamsos.law import current
    >>> row_by_income(1_099_500, current().get("bpu.income_table", date(2026, 1, 1))).number
    1
    """
    listed = rows(table)
    last_row = listed[-1]
    number = row_number(income, runs(table), last_row.income_from)
    return listed[number - 1]


def choose_row(
    worker: Worker, stated: int | None, terms: Terms | None, law: Law, day: date
) -> RowChoice:
    """The row paid on the day, with a warning where it is not the row of the declared income.

    Legal source: PP 44/2015 Pasal 20 ayat (2), Lampiran II; decisions D16, D17 and D65.

    Args:
        worker: The worker; the declared income matters.
        stated: The number of the row that is paid, where it is stated.
        terms: What a scheme buys; it may fix the row for everybody.
        law: The law to apply.
        day: The day whose table applies.

    Raises:
        InputError: for a row the table does not have, or another one than the scheme fixes.

    """
    table = law.get("bpu.income_table", day)
    stated_row: Row | None = None
    if stated is not None:
        stated_row = row_numbered(table, stated)
    if terms is not None and terms.income_row is not None:
        scheme_row = row_numbered(table, terms.income_row)
        return _by_scheme(worker, stated_row, scheme_row, terms, table, law)
    rule = law.get("bpu.row_by_income", day)
    by_choice = law.cite(table, rule)
    if stated_row is not None:
        notes = _differing_row(worker, stated_row, table, law, "note.stated_row", "D17")
        return RowChoice(row=stated_row, grounds=by_choice, notes=notes)
    return _by_income(worker, table, by_choice, law)


def _by_scheme(
    worker: Worker,
    stated_row: Row | None,
    scheme_row: Row,
    terms: Terms,
    table: Provision,
    law: Law,
) -> RowChoice:
    """The row a scheme buys for everybody (decision D65)."""
    if stated_row is not None and stated_row != scheme_row:
        allowed = f"None or {scheme_row.number}, the row the scheme buys"
        step = "leave row out, or ask without the scheme"
        raise InputError("row", stated_row.number, allowed, step)
    rules = law.cite(table, "D65")
    grounds = (*rules, terms.ground)
    notes = _differing_row(worker, scheme_row, table, law, "note.scheme_row", "D65")
    return RowChoice(row=scheme_row, grounds=grounds, notes=notes)


def _by_income(worker: Worker, table: Provision, by_choice: Grounds, law: Law) -> RowChoice:
    """The row of the declared income, as decisions D16 and D17 read the law."""
    if law.chose("D17", "only_explicit"):
        need = MissingFact("row")
        return _no_row(by_choice, need)
    if worker.income is None:
        need = MissingFact("worker.income")
        return _no_row(by_choice, need)
    return _row_of_income(worker.income, table, by_choice, law)


def _row_of_income(income: int, table: Provision, by_choice: Grounds, law: Law) -> RowChoice:
    """The row of an income; none where D16 refuses one between two rows."""
    row = row_by_income(income, table)
    if not row.between_rows(income):
        return RowChoice(row=row, grounds=by_choice)
    # The rows are printed with a gap of Rp1,000 between the end of one and the start of the next.
    if law.chose("D16", "refuse"):
        return _no_row(by_choice, law.decisions["D16"])
    decision = law.cite("D16")
    grounds = (*by_choice, *decision)
    return RowChoice(row=row, grounds=grounds)


def row_of_second_job(income: int, law: Law, day: date) -> RowChoice:
    """The row of a second registered job, which pays JKK of its own (decision D09).

    Always the one of its income: a row stated, or fixed by a scheme, is that of the first job.
    """
    table = law.get("bpu.income_table", day)
    rule = law.get("bpu.row_by_income", day)
    grounds = law.cite(table, rule)
    # No argument states the row of a second job: only another decision gives it one.
    if law.chose("D17", "only_explicit"):
        return _no_row(grounds, law.decisions["D17"])
    return _row_of_income(income, table, grounds, law)


def _no_row(grounds: Grounds, need: MissingFact | Decision) -> RowChoice:
    needs = (need,)
    return RowChoice(row=None, grounds=grounds, needs=needs)


def _differing_row(
    worker: Worker, row: Row, table: Provision, law: Law, code: str, decision: str
) -> Notes:
    """Warn where the declared income would stand in another row than the one paid."""
    if worker.income is None:
        return ()
    own = row_by_income(worker.income, table)
    if own.number == row.number:
        return ()
    args = {
        "income": worker.income,
        "own": own.number,
        "own_base": own.base_income,
        "row": row.number,
        "base": row.base_income,
    }
    text = Text(code, args)
    grounds = law.cite(decision, "D17")
    note = Note(text=text, grounds=grounds, warning=True)
    return (note,)
