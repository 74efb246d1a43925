"""Sums of a decided and priced register by area, group or year; every sum is checked before it is given."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import polars as pl
from attrs import field, frozen

from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError, looks_like_nik
from jamsos.law.law import Law
from jamsos.registers.columns import Columns
from jamsos.registers.frames import PRIVATE
from jamsos.registers.layout import NAMED, NIK_DIGITS, Holds
from jamsos.registers.pricing import AMOUNTS, premium_columns
from jamsos.values.days import MONTHS_A_YEAR
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Payer

UNKNOWN: Final = "unknown"
"""The name of the group of those whose group nobody stated."""

COUNTS = ("people", "enrolled", "eligible", "not_eligible", "undecided", "priced", "unpriced")
"""People known; with a number; who may be enrolled, may not, cannot be decided; with a premium and without one."""

*_PARTS, _PAID, _RELIEVED = AMOUNTS
_FULL = "premium_full"
_LARGEST_SUM = 2**63 - 1


@frozen(kw_only=True, eq=False)
class Summary:
    """People, months and rupiah of a register by group."""

    by: tuple[str, ...]
    """The columns the groups come from."""
    months: int | None
    """How many months the premiums are of."""
    table: pl.DataFrame
    """One row a group: the group as text; ``people``, ``enrolled`` (with a day in ``number_issued``), ``eligible``,
    ``not_eligible``, ``undecided``, ``priced``, ``unpriced``; ``months`` (people priced times months); the premiums by
    programme, their sum, what reliefs take off, and ``premium_full``, the two together. What the register does not
    state is empty, never 0."""
    reasons: pl.DataFrame = field(repr=False)
    """How many people of each group have which reason: question, key, outcome, people, the text in both languages."""

    def rolled(self, *by: str) -> "Summary":
        """The same sums by fewer columns; without any, the whole.

        Raises:
            InputError: for a column these groups do not have.

        """
        strange = [name for name in by if name not in self.by]
        if strange:
            raise InputError("rolled", strange, f"columns of {list(self.by)}", "summarise by these columns")
        reasons = _added(self.reasons, (*by, *_REASON), ("people",))
        return Summary(by=by, months=self.months, table=_shaped(self.table, by, self.months), reasons=reasons)

    @property
    def total(self) -> dict[str, int | None]:
        """The sums of the whole register."""
        return self.rolled().table.row(0, named=True)


_REASON = ("question", "key", "outcome", "text_id", "text_en")


def summary(
    frame: pl.DataFrame | pl.LazyFrame,
    by: str | Sequence[str] = ("kecamatan",),
    *,
    months: int | None = None,
    columns: Columns | Iterable[Columns] = (),
) -> Summary:
    """Sum a register that carries the columns of ``enrolment_columns``, of ``premium_columns``, or of both.

    Everything is counted in one pass, over a lazy frame in little memory. People whose group is not stated are a group
    of their own, ``unknown``. ``enrolled`` are those with a day in ``number_issued``.

    Before anything is given back it is checked: the groups make up the register in people and rupiah, counted a
    second time for itself, within 64 bits; in every row JKK, JKM and JHT make up the premium.

    >>> register = pl.DataFrame({"village": ["A", "A", None], "income": [900_000, None, 900_000], "kind": "b"})
    >>> premiums = premium_columns("2026-10", payer="APBD")
    >>> found = summary(premiums.added_to(register), "village", months=1, columns=[premiums])
    >>> found.table.select("village", "people", "unpriced", "premium_jkk", "premium_jkm", "premium").rows()
    [('A', 2, 1, 10000, 6800, 16800), ('unknown', 1, 0, 10000, 6800, 16800)]
    >>> found.reasons.filter(outcome="cannot_decide").select("village", "key", "people").rows()
    [('A', 'needs.worker.income', 1)]

    Args:
        frame: The register.
        by: The columns to group by, such as kecamatan, village, category, payer; ``()`` for the whole.
        months: How many months the premiums are of; without it person-months stay empty.
        columns: What added the columns: it decodes their reasons.

    Raises:
        InputError: for another kind of frame, a column that cannot group or holds identity numbers, columns that are
            not there, or sums that do not reconcile.

    """
    names = (by,) if isinstance(by, str) else tuple(_listed(by, "by", "the columns to group by"))
    lazy = checked_lazy(frame)
    schema = lazy.collect_schema()
    askings = (columns,) if isinstance(columns, Columns) else tuple(_listed(columns, "columns", "a list of Columns"))
    _check_groups(names, schema)
    missing = [name for asking in askings for name in asking.outputs if name not in schema]
    if missing:
        raise InputError("frame", f"no {missing}", "the columns that are summed", "add them with added_to")
    if not _counts(months):
        raise InputError("months", months, "a whole number from 1", "count the months of the premiums")
    codes = [name for asking in askings for name in asking.outputs if name.endswith("_reason")]
    sums = _sums(schema)
    keys = [_key(name) for name in names]
    fine, whole = pl.collect_all(
        [
            lazy.group_by(*keys, *codes).agg(**sums) if names or codes else lazy.select(**sums),
            lazy.select(**_whole(schema)),
        ],
        engine="streaming",
    )
    _check_whole(fine, whole, sums)
    refuse_identities(fine.select(names))
    table, reasons = _shaped(fine, names, months), _reasons(fine, names, askings)
    return Summary(by=names, months=months, table=table, reasons=reasons)


def yearly(
    frame: pl.DataFrame | pl.LazyFrame,
    first: object,
    last: object,
    by: str | Sequence[str] = ("kecamatan",),
    *,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> pl.DataFrame:
    """The sums of a register for a run of months, one row a calendar year and group: ``Summary.table`` with ``year``.

    Args:
        frame: The register, not yet priced.
        first: The first contribution month.
        last: The last one.
        by: As :func:`summary`.
        payer: As ``premium_columns``.
        scheme: As ``premium_columns``.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: as :func:`summary`, and for months out of order.
        OutsideLawError: for a month before July 2015.

    """
    if "year" in ((by,) if isinstance(by, str) else by):
        raise InputError("by", "year", "columns beside the year", "rename the column")
    years: dict[int, list[Month]] = {}
    for month in months_between(Month.of(first), Month.of(last)):
        years.setdefault(month.index // MONTHS_A_YEAR, []).append(month)
    if not years:
        raise InputError("yearly", f"{first} to {last}", "a last month not before the first", "correct the months")
    found: list[pl.DataFrame] = []
    for year, run in years.items():
        columns = premium_columns(run[0], run[-1], payer=payer, scheme=scheme, law=law)
        table = summary(columns.added_to(checked_lazy(frame)), by, months=len(run)).table
        found.append(table.select(pl.lit(year, pl.Int64).alias("year"), pl.all()))
    return pl.concat(found)


def checked_lazy(frame: object) -> pl.LazyFrame:
    """Return a polars frame as lazy columns.

    Raises:
        InputError: for another kind of frame.

    """
    if not isinstance(frame, pl.DataFrame | pl.LazyFrame):
        step = "convert it: pl.from_pandas, pl.from_arrow"
        raise InputError("frame", type(frame).__name__, "a frame of polars, eager or lazy", step)
    return frame.lazy()


def reason_counts(frame: pl.DataFrame, columns: Columns) -> pl.DataFrame:
    """How many people of a frame have which reason."""
    code = next(name for name in columns.outputs if name.endswith("_reason"))
    return _reasons(frame.group_by(code).agg(people=pl.len().cast(pl.Int64)), (), (columns,))


def _check_groups(names: Sequence[str], schema: pl.Schema) -> None:
    """Refuse columns that are not there, cannot group or would show identity numbers."""
    if len(set(names)) != len(names):
        raise InputError("by", list(names), "each column once", "name other columns")
    taken = {*COUNTS, *AMOUNTS, *_REASON, "months", _FULL} & {*names}
    if taken:
        raise InputError("by", sorted(taken), "names the sums do not need themselves", "rename these columns")
    for name in names:
        kind = schema.get(name)
        private = name in NAMED and NAMED[name].holds is Holds.NIK
        if kind is None or private or kind.is_float() or kind.is_nested():
            allowed = "a column of text, codes, days, whole numbers or yes and no; no identity numbers"
            raise InputError(f"by {name}", str(kind or "no such column"), allowed, "name other columns")


def refuse_identities(groups: pl.DataFrame) -> None:
    """Refuse groups named as identity numbers are written, whatever the column is called.

    Raises:
        InputError: naming the column.

    """
    for texts in groups.select(pl.all().cast(pl.String)):
        long = texts.filter(texts.str.count_matches(r"\d") >= NIK_DIGITS)
        if any(looks_like_nik(text) for text in long.unique()):
            allowed = "a column without identity numbers"
            raise InputError(f"by {texts.name}", "values that look like a NIK", allowed, "name other columns")


def _listed(given: Any, thing: str, allowed: str) -> Iterable[Any]:
    if not isinstance(given, Iterable):
        raise InputError(thing, type(given).__name__, allowed, "give a list")
    return given


def _counts(months: object) -> bool:
    return months is None or (isinstance(months, int) and not isinstance(months, bool) and months > 0)


def _key(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).fill_null(UNKNOWN)


def _sums(schema: pl.Schema) -> dict[str, pl.Expr]:
    """What is summed of each group, as far as the register states it."""
    found = {"people": pl.len()}
    if "number_issued" in schema:
        found["enrolled"] = pl.col("number_issued").count()
    if "enrol" in schema:
        if schema["enrol"] != pl.Boolean:
            raise InputError("column enrol", str(schema["enrol"]), "yes and no", "add it with enrolment_columns")
        enrol = pl.col("enrol")
        found |= {"eligible": enrol.sum(), "not_eligible": (~enrol).sum(), "undecided": enrol.null_count()}
    if set(AMOUNTS) <= set(schema):
        whole = [name for name in AMOUNTS if not schema[name].is_integer()]
        if whole:
            raise InputError("frame", whole, "premiums in whole rupiah", "add them with premium_columns")
        found |= {"priced": pl.col(_PAID).count(), "unpriced": pl.col(_PAID).null_count()}
        found |= {name: pl.col(name).cast(pl.Int64).sum() for name in AMOUNTS}
    return {name: value.cast(pl.Int64) for name, value in found.items()}


def _whole(schema: pl.Schema) -> dict[str, pl.Expr]:
    """The whole register counted for itself, in numbers that cannot overflow."""
    found: dict[str, pl.Expr] = {"people": pl.len().cast(pl.Int128)}
    if set(AMOUNTS) <= set(schema):
        found |= {name: pl.col(name).cast(pl.Int128).sum() for name in AMOUNTS}
        parts, paid = pl.sum_horizontal(_PARTS, ignore_nulls=False), pl.col(_PAID)
        odd = parts.ne_missing(paid) | pl.col(_RELIEVED).is_null().ne_missing(paid.is_null())
        negative = pl.any_horizontal(pl.col(name).fill_null(0) < 0 for name in AMOUNTS)
        found[_ODD] = (odd | negative).sum().cast(pl.Int128)
    return found


_ODD = f"{PRIVATE}odd"


def _check_whole(fine: pl.DataFrame, whole: pl.DataFrame, sums: Iterable[str]) -> None:
    """Refuse sums that are not those of the whole register, or too large for 64 bits."""
    counted: dict[str, int] = whole.row(0, named=True)
    if counted.pop(_ODD, 0):
        allowed = "JKK + JKM + JHT = premium in every row, none below 0, a relief where there is a premium"
        raise InputError("summary", "premiums that do not add up", allowed, "add them anew with premium_columns")
    added = fine.select(pl.col(*sums).cast(pl.Int128).sum()).row(0, named=True)
    wrong = [name for name, value in counted.items() if added[name] != value]
    if wrong or counted.get(_PAID, 0) + counted.get(_RELIEVED, 0) > _LARGEST_SUM:
        raise InputError("summary", wrong, "groups that make up the whole in 64 bits", "correct the amounts")


def _shaped(fine: pl.DataFrame, by: Sequence[str], months: int | None) -> pl.DataFrame:
    """The table by these columns: what was counted, summed; what nobody stated, empty."""
    wanted = (*COUNTS, "months", *AMOUNTS, _FULL)
    known = [name for name in (*COUNTS, *AMOUNTS) if name in fine.columns and fine.schema[name] == pl.Int64]
    known = [name for name in known if fine.is_empty() or fine[name].null_count() < fine.height]
    table = _added(fine, by, known)
    if _PAID in known:
        table = table.with_columns((pl.col(_PAID) + pl.col(_RELIEVED)).alias(_FULL))
        table = table.with_columns(months=pl.col("priced") * months if months else pl.lit(None, pl.Int64))
    return table.select(
        *by, *(name if name in table.columns else pl.lit(None, pl.Int64).alias(name) for name in wanted)
    )


def _added(fine: pl.DataFrame, by: Sequence[str], names: Sequence[str]) -> pl.DataFrame:
    if not by:
        return fine.select(pl.col(*names).sum())
    return fine.group_by(by).agg(pl.col(*names).sum()).sort(by)


def _reasons(fine: pl.DataFrame, by: Sequence[str], askings: Iterable[Columns]) -> pl.DataFrame:
    """Every reason with its key, outcome and text in both languages."""
    shape: dict[str, Any] = dict.fromkeys((*by, *_REASON), pl.String) | {"people": pl.Int64}
    found = [pl.DataFrame(schema=shape)]
    for asking in askings:
        code = next(name for name in asking.outputs if name.endswith("_reason"))
        counted = fine.group_by(*by, code).agg(pl.col("people").sum())
        met = [asking.reason(met) for met in counted[code].unique(maintain_order=True)]
        told = [
            (reason.code, asking.question, reason.key, str(reason.outcome), reason.text("id"), reason.text("en"))
            for reason in met
        ]
        names = pl.DataFrame(told, schema=dict.fromkeys((code, *_REASON), pl.String) | {code: pl.Int64}, orient="row")
        joined = counted.with_columns(pl.col(code).cast(pl.Int64)).join(names, on=code)
        found.append(joined.sort(*by, code).select(*shape))
    return pl.concat(found)
