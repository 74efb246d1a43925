"""What every question about a register gives back: columns that can be added to any frame."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw
from attrs import frozen

from jamsos.answers.hypothetical import mark_of, supposed_in
from jamsos.errors import InputError, LawDataError
from jamsos.law.law import Law
from jamsos.pages.html_form import as_html
from jamsos.registers.columns.bad_facts import BAD, first_bad_fact
from jamsos.registers.columns.classes import Stated
from jamsos.registers.columns.columns_shown import columns_page
from jamsos.registers.columns.literals import Exprs, as_column
from jamsos.registers.columns.reasons import Reason
from jamsos.registers.facts import checked_schema, typed
from jamsos.registers.frames import PRIVATE, opened

WHAT_IF = "_what_if"
"""How the column ends that marks the figures of a what-if."""

Steps: TypeAlias = tuple[Exprs, ...]
"""Columns to add one step after another, each of which may read those of the steps before it."""


@frozen(kw_only=True, eq=False)
class Columns:
    """Columns for a register under one law; prepared once, added to any frame with these facts."""

    question: str
    reasons: tuple[Reason, ...]
    outputs: tuple[str, ...]
    on: date | None
    """The day on which a birth is judged, where one is."""
    rows: int
    """The rows of the income table."""
    steps: Callable[[Stated], Steps]
    """For the facts a register states: the columns to add, step by step."""
    law: Law
    """The law the question was asked under; a what-if has a column of its own."""

    def added_to(self, frame: Any) -> Any:
        """Add the columns to a frame of any engine.

        Raises:
            InputError: for a column of the wrong type, or a name that is taken.

        """
        register = opened(frame)
        self._check_names(register.names)
        schema = register.frame.collect_schema()
        stated = checked_schema(schema)
        bad = first_bad_fact(schema, self.on, self.rows)
        columns = register.frame
        steps: list[Exprs] = [typed(schema), {BAD: bad}]
        steps.extend(self.steps(stated))
        # A column can be read only by the steps after the one that adds it.
        for step in steps:
            if step:
                exprs = {name: as_column(value) for name, value in step.items()}
                columns = columns.with_columns(**exprs)
        if self.law.what_ifs:
            columns = columns.with_columns(nw.lit(mark_of(self.law)).alias(self.outputs[-1]))
        columns = columns.select(*schema, *self.outputs)
        return register.back(columns, self.outputs)

    def __repr__(self) -> str:
        return f"<Columns {self.question}: {', '.join(self.outputs)}{supposed_in(self.law)}>"

    def html(self, lang: str = "id") -> str:
        """What the columns hold, as an HTML table."""
        return as_html(columns_page(self.question, self.outputs, len(self.reasons), self.law, lang))

    def _repr_html_(self) -> str:
        return self.html()

    def _check_names(self, names: Iterable[str]) -> None:
        """Refuse columns of the caller whose names are needed."""
        taken = [name for name in names if self._needs_name(name)]
        if taken:
            thing = f"frame of {self.question}"
            raise InputError(thing, taken, "names that are free", "rename or drop these columns")
        # It is no fact of a register: without this it would be passed over in silence.
        if "second_income" in names:
            allowed = "registers without a second job (decision D09)"
            step = "ask jamsos for each person with two jobs"
            raise InputError("second_income", "a column", allowed, step)

    def _needs_name(self, name: str) -> bool:
        # Some engines see no difference between small and capital letters.
        small = str(name).lower()
        return small in self.outputs or small.startswith(PRIVATE)

    def reason(self, code: int) -> Reason:
        """What a reason code means.

        Raises:
            InputError: for a code these columns never give.

        """
        by_code = {reason.code: reason for reason in self.reasons}
        if code not in by_code:
            thing = f"reason of {self.question}"
            allowed = f"one of {sorted(by_code)}"
            raise InputError(thing, code, allowed, "use the columns' own codes")
        return by_code[code]


def outputs_under(law: Law, *names: str) -> tuple[str, ...]:
    """The columns of a question, the reason last; under a what-if one more that says so.

    >>> from jamsos.law.what_if import what_if
    >>> outputs_under(what_if("usulan", reason="rapat").law, "enrol", "enrol_reason")
    ('enrol', 'enrol_reason', 'enrol_what_if')
    """
    if not law.what_ifs:
        return names
    return (*names, names[-1].replace("_reason", WHAT_IF))


def whole_rupiah(amount: object, thing: str) -> int:
    """Return an amount in whole rupiah.

    Raises:
        LawDataError: for a fraction of a rupiah, which a register has no column for.

    """
    if not isinstance(amount, int):
        step = "ask for these persons one by one"
        raise LawDataError(thing, str(amount), "whole rupiah for registers", step)
    return amount
