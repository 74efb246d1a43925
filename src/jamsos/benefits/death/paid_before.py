"""A death after a disability that was paid for the same accident (decision D39)."""

from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Finding, Findings, Line, Lines, Note, Notes
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.money import Rupiah, checked_rupiah, exact
from jamsos.workers.codes import Cause


class AfterDisability(NamedTuple):
    """The cash of a death, and what was paid for the disability before it."""

    lines: Lines
    findings: Findings = ()
    notes: Notes = ()
    needs: tuple[MissingFact, ...] = ()


def checked_disability_paid(paid: object, cause: Cause | None) -> int | None:
    """Refuse an invalid amount, and a disability from work before a death from another cause."""
    if paid is None:
        return None
    amount = checked_rupiah(paid, "disability_paid")
    # JKM has no disability benefit that could have been paid.
    if amount and cause is Cause.OTHER:
        allowed = "0 for a death from another cause"
        step = "state only what was paid for the same accident"
        raise InputError("disability_paid", amount, allowed, step)
    return amount


def after_disability(lines: Lines, paid: int | None, law: Law) -> AfterDisability:
    """Nothing is taken off; under the alternative of D39 the death money is less what was paid."""
    if paid == 0:
        return AfterDisability(lines)
    offset = law.chose("D39", "offset")
    if paid is None:
        return _paid_unknown(lines, law, offset=offset)
    grounds = law.cite("D39")
    finding = Finding(code="disability_paid", value=paid, unit="rupiah", grounds=grounds)
    if offset:
        lines = _reduced(lines, paid, law)
        text = Text("note.disability_offset")
    else:
        text = Text("note.disability_kept")
    note = Note(text=text, grounds=grounds, warning=True)
    return AfterDisability(lines, (finding,), (note,))


def _paid_unknown(lines: Lines, law: Law, *, offset: bool) -> AfterDisability:
    """Not known matters only where it is taken off; by default it changes no amount."""
    need = MissingFact("disability_paid")
    if offset:
        return AfterDisability(lines, needs=(need,))
    grounds = (need, *law.cite("D39"))
    code = "disability_paid"
    finding = Finding(code=code, value=None, unit="rupiah", grounds=grounds, note=NOT_TOLD)
    return AfterDisability(lines, (finding,))


def _reduced(lines: Lines, paid: Rupiah, law: Law) -> Lines:
    """The death money, in the order of its lines, less what was paid: once in all."""
    reduced_lines: list[Line] = []
    rest = paid
    for line in lines:
        if line.code != "jkk.death" or not rest:
            reduced_lines.append(line)
            continue
        reduced = _less(line, rest, law)
        reduced_lines.append(reduced)
        # Where the employer owes a shortfall, the death money has a second line for the rest.
        taken_off = Fraction(line.amount) - reduced.amount
        rest = exact(rest - taken_off)
    return tuple(reduced_lines)


def _less(line: Line, paid: Rupiah, law: Law) -> Line:
    """A line less what was paid, at least nothing."""
    left = max(line.amount - paid, 0)
    formula = Text("formula.less_paid", {"formula": line.formula, "paid": paid})
    grounds = (*line.grounds, *law.cite("D39"))
    return evolve(line, amount=left, formula=formula, grounds=grounds)
