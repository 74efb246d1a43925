"""Which income row is paid: the scheme's, the stated one, or the one the declared income falls in."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Terms
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision, Reading
from jamsos.premiums import rules
from jamsos.premiums.income_table import Row, row_numbered, rows, runs
from jamsos.workers.worker import Worker


class Chosen(NamedTuple):
    """The row with its grounds; no row: ``needs`` says what is missing."""

    row: Row | None
    grounds: tuple[Ground, ...]
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact | Reading, ...] = ()


def row_by_income(income: int, table: Provision) -> Row:
    """The row of a declared income (PP 44/2015 Pasal 20 ayat (2), Lampiran II; decision D16).

    >>> from jamsos.law import current
    >>> row_by_income(1_099_500, current().get("bpu.income_table", date(2026, 1, 1))).number
    1
    """
    listed = rows(table)
    return listed[rules.row_number(income, runs(table), listed[-1].income_from) - 1]


def choose_row(worker: Worker, stated: int | None, terms: Terms | None, law: Law, day: date) -> Chosen:
    """Pick the row paid on the day, with a warning where it is not the row of the declared income."""
    table = law.get("bpu.income_table", day)
    stated_row = None if stated is None else row_numbered(table, stated)
    if terms is not None and terms.income_row is not None:
        row = row_numbered(table, terms.income_row)
        if stated_row is not None and stated_row != row:
            raise InputError("row", stated, f"{row.number}, which the scheme fixes", "ask without the scheme")
        grounds: tuple[Ground, ...] = (*law.cite(table, "D65"), terms.ground)
        return Chosen(row=row, grounds=grounds, notes=_differs(worker, row, table, law, "note.scheme_row", "D65"))
    by_choice = law.cite(table, law.get("bpu.row_by_income", day))
    if stated_row is not None:
        notes = _differs(worker, stated_row, table, law, "note.stated_row", "D17")
        return Chosen(row=stated_row, grounds=by_choice, notes=notes)
    return _by_income(worker, table, by_choice, law)


def _by_income(worker: Worker, table: Provision, by_choice: tuple[Ground, ...], law: Law) -> Chosen:
    """The row of the declared income, by the readings of D16 and D17."""
    if law.chose("D17", "only_explicit"):
        return Chosen(row=None, grounds=by_choice, needs=(MissingFact("row"),))
    if worker.income is None:
        return Chosen(row=None, grounds=by_choice, needs=(MissingFact("worker.income"),))
    row = row_by_income(worker.income, table)
    if not row.between_rows(worker.income):
        return Chosen(row=row, grounds=by_choice)
    if law.chose("D16", "refuse"):
        return Chosen(row=None, grounds=by_choice, needs=(law.readings["D16"],))
    return Chosen(row=row, grounds=(*by_choice, *law.cite("D16")))


def _differs(worker: Worker, row: Row, table: Provision, law: Law, code: str, decision: str) -> tuple[Note, ...]:
    """Warn where the declared income would stand in another row than the one paid."""
    if worker.income is None:
        return ()
    own = row_by_income(worker.income, table)
    if own.number == row.number:
        return ()
    text = Text(
        code,
        {"income": worker.income, "own": own.number, "own_base": own.base_income,
         "row": row.number, "base": row.base_income},
    )  # fmt: skip
    return (Note(text=text, grounds=law.cite(decision, "D17"), warning=True),)
