"""A decided and priced register summed by area or group; every sum is checked first."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import polars as pl
from attrs import field, frozen

from jamsos.errors import InputError, kind_of, name_meant
from jamsos.pages.html_form import as_html
from jamsos.registers.columns.columns import Columns
from jamsos.registers.layout import NAMED, Holds
from jamsos.registers.polars_frames import (
    MARK,
    checked_lazy,
    refuse_identities,
    what_if_columns,
    with_mark,
)
from jamsos.registers.summing.reason_counts import REASON, reason_column, reasons_by
from jamsos.registers.summing.summary_shown import summary_page
from jamsos.registers.summing.sums import (
    SUMS,
    added_up,
    check_whole,
    group_key,
    summed,
    table_by,
    whole_register,
)
from jamsos.values.plain import checked_tuple, checked_whole

_MAY_GROUP = "a column of text, codes, days, whole numbers or yes and no; no identity numbers"


@frozen(kw_only=True, eq=False)
class Summary:
    """People, months and rupiah of a register by group."""

    by: tuple[str, ...]
    """The columns the groups come from."""
    months: int | None
    """The number of months the premiums are for."""
    table: pl.DataFrame
    """One row a group: the group as text; ``people``, ``enrolled`` (with a day in
    ``number_issued``), ``eligible``, ``not_eligible``, ``undecided``, ``priced``, ``unpriced``;
    ``months`` (people priced times months); the premiums by programme, their sum, what reliefs
    take off, and ``premium_full``, the two together. What the register does not state is empty,
    never 0."""
    reasons: pl.DataFrame = field(repr=False)
    """How many people of each group have which reason: question, key, outcome, people, the text in
    both languages."""
    mark: str = ""
    """What is supposed in these sums, as in the column ``what_if`` of the table; empty: nothing."""

    def rolled(self, *by: str) -> "Summary":
        """The same sums by fewer columns; without any, the whole.

        Raises:
            InputError: for a column these groups do not have.

        """
        strange = [name for name in by if name not in self.by]
        if strange:
            allowed = f"columns this summary is by: {list(self.by)}"
            step = "ask for these, or make a summary by the columns wanted"
            raise InputError("by", strange, allowed, step)
        table = with_mark(table_by(self.table, by, self.months), self.mark)
        keys = (*by, *REASON)
        reasons = added_up(self.reasons, keys, ["people"])
        return Summary(by=by, months=self.months, table=table, reasons=reasons, mark=self.mark)

    @property
    def total(self) -> dict[str, Any]:
        """The sums of the whole register; under a what-if with its mark."""
        whole = self.rolled()
        return whole.table.row(0, named=True)

    def __repr__(self) -> str:
        by = f" by {', '.join(self.by)}" if self.by else ""
        mark = f", {self.mark}" if self.mark else ""
        return f"<Summary of {self.total['people']} people{by}: {self.table.height} groups{mark}>"

    def html(self, lang: str = "id") -> str:
        """The first groups and the total as an HTML table, every value escaped."""
        page = summary_page(self.by, self.months, self.table, self.total, lang)
        if self.mark:
            page = page._replace(title=f"{self.mark}. {page.title}")
        return as_html(page)

    def _repr_html_(self) -> str:
        return self.html()


def summary(
    frame: pl.DataFrame | pl.LazyFrame,
    by: str | Sequence[str] = ("kecamatan",),
    *,
    months: int | None = None,
    columns: Columns | Iterable[Columns] = (),
) -> Summary:
    """Sum a register with the columns of ``enrolment_columns``, of ``premium_columns``, or of both.

    Everything is counted in one pass, over a lazy frame in little memory. People whose group is not
    stated are a group of their own, ``unknown``. ``enrolled`` counts those with a day in
    ``number_issued``.

    The sums are checked first: the groups make up the register in people and rupiah, counted a
    second time without groups, within 64 bits; in every row JKK, JKM and JHT make up the premium.

    >>> from jamsos.registers import premium_columns
    >>> villages = ["A", "A", None]
    >>> incomes = [900_000, None, 900_000]
    >>> register = pl.DataFrame({"village": villages, "income": incomes, "kind": "independent"})
    >>> premiums = premium_columns("2026-10", payer="APBD")
    >>> sums = summary(premiums.added_to(register), "village", months=1, columns=[premiums])
    >>> sums.table.select("village", "people", "unpriced", "premium_jkk", "premium").rows()
    [('A', 2, 1, 10000, 16800), ('unknown', 1, 0, 10000, 16800)]
    >>> undecided = sums.reasons.filter(outcome="cannot_decide")
    >>> undecided.select("village", "key", "people").rows()
    [('A', 'needs.worker.income', 1)]

    Args:
        frame: The register.
        by: The columns to group by, such as kecamatan, village, category, payer; ``()`` for the
            whole.
        months: The number of months the premiums are for; without it person-months stay empty.
        columns: What added the columns: it explains their reason codes.

    Raises:
        InputError: for another kind of frame, a column that cannot group or holds identity numbers,
            absent columns, or sums that do not reconcile.

    """
    names = group_names(by)
    lazy = checked_lazy(frame)
    schema = lazy.collect_schema()
    questions = _questions(columns)
    _check_groups(names, schema)
    _check_outputs(questions, schema)
    months = _checked_months(months)
    keys = [group_key(name) for name in names]
    for question in questions:
        name = reason_column(question)
        keys.append(pl.col(name))
    by_group = _grouped(lazy, keys, summed(schema))
    ungrouped = lazy.select(**whole_register(schema))
    # One pass: a register of a district is read once, in pieces.
    groups, whole, marks = pl.collect_all(
        [by_group, ungrouped, _marks(lazy, schema)], engine="streaming"
    )
    check_whole(groups, whole)
    refuse_identities(groups.select(names))
    mark = "; ".join(sorted(marks.to_series().to_list()))
    return Summary(
        by=names,
        months=months,
        table=with_mark(table_by(groups, names, months), mark),
        reasons=reasons_by(groups, names, questions),
        mark=mark,
    )


def _marks(lazy: pl.LazyFrame, schema: pl.Schema) -> pl.LazyFrame:
    """The marks of what-ifs in the columns of a register, each once."""
    # Without such a column there is nothing to look at.
    texts: list[pl.LazyFrame] = [pl.LazyFrame(schema={MARK: pl.String})]
    for name in what_if_columns(schema):
        mark = pl.col(name).cast(pl.String).drop_nulls().unique()
        texts.append(lazy.select(mark.alias(MARK)))
    return pl.concat(texts).unique()


def _grouped(lazy: pl.LazyFrame, keys: list[pl.Expr], sums: dict[str, pl.Expr]) -> pl.LazyFrame:
    if not keys:
        return lazy.select(**sums)
    groups = lazy.group_by(keys)
    return groups.agg(**sums)


def group_names(by: object) -> tuple[str, ...]:
    """The columns to group by.

    Raises:
        InputError: for anything but a column or a list of columns.

    """
    if isinstance(by, str):
        return (by,)
    if not _is_list(by):
        step = "write 'village', or ['kecamatan', 'village'], and () for the whole"
        raise InputError("by", kind_of(by), "the name of a column, or a list of names", step)
    return tuple(str(name) for name in cast("Iterable[object]", by))


def _questions(columns: object) -> tuple[Columns, ...]:
    if isinstance(columns, Columns):
        return (columns,)
    # Any iterable will do, but a text would be one of letters.
    listed = tuple(cast("Iterable[object]", columns)) if _is_list(columns) else columns
    return checked_tuple(Columns, listed, "columns", "give what enrolment_columns(...) made")


def _is_list(values: object) -> bool:
    return isinstance(values, Iterable) and not isinstance(values, str)


def _check_groups(names: Sequence[str], schema: pl.Schema) -> None:
    """Refuse columns that are absent, cannot group or would show identity numbers."""
    different = set(names)
    if len(different) != len(names):
        raise InputError("by", list(names), "each column once", "leave out the second")
    needed = {*SUMS, *REASON, MARK}
    taken = sorted(needed & different)
    if taken:
        allowed = "names the sums do not need themselves"
        raise InputError("by", taken, allowed, "rename these columns")
    for name in names:
        if not _may_group(name, schema):
            raise _not_grouping(name, schema)


def _not_grouping(name: str, schema: pl.Schema) -> InputError:
    """What refuses a column that is absent, or that no group can be named by."""
    if name not in schema:
        step = name_meant(name, schema)
        return InputError("by", name, f"columns of the register: {list(schema)}", step)
    return InputError("by", f"{name}: {schema[name]}", _MAY_GROUP, "group by another column")


def _may_group(name: str, schema: pl.Schema) -> bool:
    if name not in schema or _holds_identities(name):
        return False
    column_type = schema[name]
    # Fractions are measured, not counted: nearly everybody would be a group of their own.
    return not column_type.is_float() and not column_type.is_nested()


def _holds_identities(name: str) -> bool:
    return name in NAMED and NAMED[name].holds is Holds.NIK


def _check_outputs(questions: Sequence[Columns], schema: pl.Schema) -> None:
    """Refuse a register without the columns of a question."""
    for question in questions:
        missing = [name for name in question.outputs if name not in schema]
        if missing:
            allowed = f"a register with the columns of {question}"
            step = "add them with added_to, or leave them out of columns="
            raise InputError("frame", f"no {missing}", allowed, step)


def _checked_months(months: object) -> int | None:
    if months is None:
        return None
    return checked_whole(months, "months", 1)
