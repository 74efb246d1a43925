"""A death after a disability that was paid for the same accident (decision D39)."""

from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.answer import Finding, Line, Note
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.benefits import rules
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.money import Rupiah, checked_rupiah, exact
from jamsos.workers.codes import Cause


class AfterDisability(NamedTuple):
    """The cash of a death beside what was paid for the disability before it."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact, ...] = ()


def checked_disability_paid(paid: object, cause: Cause | None) -> None:
    """Refuse what is no amount, and a disability from work before a death from another cause."""
    if paid is None:
        return
    amount = checked_rupiah(paid, "disability_paid")
    if amount and cause is Cause.OTHER:
        allowed = "0 for a death from another cause"
        raise InputError("disability_paid", amount, allowed, "state only what was paid for the same accident")


def after_disability(lines: tuple[Line, ...], paid: int | None, law: Law) -> AfterDisability:
    """Nothing is taken off; read the other way, what was paid is taken off the death money, down to nothing."""
    if paid == 0:
        return AfterDisability(lines)
    offset = law.chose("D39", "offset")
    if paid is None:
        need = MissingFact("disability_paid")
        unknown = Finding(
            code="disability_paid", value=None, unit="rupiah", grounds=(need, *law.cite("D39")),
            note=NOT_TOLD,
        )  # fmt: skip
        return AfterDisability(lines, (unknown,), needs=(need,) if offset else ())
    found = Finding(code="disability_paid", value=paid, unit="rupiah", grounds=law.cite("D39"))
    text = Text("note.disability_offset") if offset else Text("note.disability_kept")
    note = Note(text=text, grounds=law.cite("D39"), warning=True)
    return AfterDisability(_reduced(lines, paid, law) if offset else lines, (found,), (note,))


def _reduced(lines: tuple[Line, ...], paid: Rupiah, law: Law) -> tuple[Line, ...]:
    """The death money, in the order of its lines, less what was paid: once in all."""
    kept: list[Line] = []
    for line in lines:
        less = _less(line, paid, law) if line.code == "jkk.death" and paid else line
        paid = exact(Fraction(paid) - line.amount + less.amount)
        kept.append(less)
    return tuple(kept)


def _less(line: Line, paid: Rupiah, law: Law) -> Line:
    text = Text("formula.less_paid", {"formula": line.formula, "paid": paid})
    left = rules.less_paid(line.amount, paid)
    return evolve(line, amount=left, formula=text, grounds=(*line.grounds, *law.cite("D39")))
