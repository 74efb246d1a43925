"""The form in which a branch takes a list: its headings, their order, how days and codes stand.

jamsos knows no such form: whoever sends the list fills in the one their branch asks for.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

import polars as pl
from attrs import field, fields, frozen

from jamsos.errors import InputError, instead, kind_of, name_meant
from jamsos.registers.facts import CODES
from jamsos.registers.handover.own_columns import check_headings
from jamsos.registers.layout import NAMED, SEX, Holds
from jamsos.registers.polars_frames import as_text
from jamsos.values.plain import checked_switch, checked_tuple

_DAY_PARTS = {"DD": "%d", "MM": "%m", "YYYY": "%Y"}
_DAY_FORM = re.compile(r"(DD|MM|YYYY)[-/. ]?(DD|MM|YYYY)[-/. ]?(DD|MM|YYYY)")
_YES, _NO = "yes", "no"
_FORM = "[[columns]] with heading, and column or value; days, codes, required if needed"


@frozen(kw_only=True)
class FormColumn:
    """One column of a form; without ``column`` and ``value`` it stays empty."""

    heading: str
    """Its heading, as the branch writes it."""
    column: str = ""
    """The column of the register that fills it: one of the layout, or of the office's own."""
    value: str = ""
    """The text that stands in every row, such as the code of the office."""
    days: str = ""
    """How days are written, as ``DD-MM-YYYY``; without it they are days of the workbook."""
    codes: Mapping[str, str] = field(factory=dict[str, str])
    """What the form writes for each code of the register, or for ``yes`` and ``no``."""
    required: bool = False
    """Whether every row needs a value."""

    def __attrs_post_init__(self) -> None:
        self._check_texts()
        self._check_one_source()
        if self.days:
            self._check_days()
        self._check_codes()
        checked_switch(self.required, self._thing("required"))

    def _thing(self, part: str) -> str:
        return f"column {self.heading!r} of the form, {part}"

    def _check_texts(self) -> None:
        heading = cast("object", self.heading)
        if not isinstance(heading, str) or not heading.strip():
            step = "write the heading as the branch has it"
            raise InputError("heading of the form", heading, "a text", step)
        for part in ("column", "value", "days"):
            written = getattr(self, part)
            if not isinstance(written, str):
                raise InputError(self._thing(part), written, "a text", "write it in quotes")

    def _check_one_source(self) -> None:
        if self.column and self.value:
            both = [self.column, self.value]
            allowed = "a column of the register, or one value for all rows"
            raise InputError(self._thing("column and value"), both, allowed, "leave out one")
        if not self.column and (self.days or self.codes or self.required):
            step = "name the column, or leave out days, codes and required"
            raise InputError(self._thing("column"), "", "a column of the register", step)

    def _check_days(self) -> None:
        form = _DAY_FORM.fullmatch(self.days)
        if form is None or set(form.groups()) != set(_DAY_PARTS):
            allowed = "DD, MM and YYYY, each once, with - / . or a blank between"
            step = "write it as DD-MM-YYYY"
            raise InputError(self._thing("days"), self.days, allowed, step)
        holds = self._holds
        if self.codes or holds not in (None, Holds.DAY):
            allowed = "a column of days, without codes"
            raise InputError(self._thing("days"), self.days, allowed, "leave out days or codes")

    def _check_codes(self) -> None:
        if not isinstance(self.codes, Mapping):
            step = 'write codes = { m = "L", f = "P" }'
            raise InputError(self._thing("codes"), kind_of(self.codes), "a table of texts", step)
        known = self._known_codes()
        for code, written in cast("Mapping[object, object]", self.codes).items():
            if not isinstance(code, str) or not isinstance(written, str):
                step = 'write both in quotes, as "8" = "08"'
                raise InputError(self._thing("codes"), {code: written}, "texts", step)
            if known and code not in known:
                step = name_meant(code, known)
                raise InputError(self._thing("codes"), code, f"among {list(known)}", step)

    @property
    def _holds(self) -> Holds | None:
        """What its column holds; None for a column of the office's own."""
        return NAMED[self.column].holds if self.column in NAMED else None

    def _known_codes(self) -> Sequence[str]:
        """The codes its column may have; none where any text may stand."""
        if self._holds is Holds.FLAG:
            return (_YES, _NO)
        if self.column == "sex":
            return SEX
        return [str(code) for code in CODES.get(self.column, ())]


class Filled(NamedTuple):
    """A form with the people of a register."""

    cells: pl.DataFrame
    """Its columns in their order, named by their places: a heading need not be a name."""
    headings: tuple[str, ...]


@frozen(kw_only=True)
class UploadForm:
    """A form for a list of people, as the branch that takes the list wants it."""

    columns: tuple[FormColumn, ...]
    """Its columns in their order."""

    def __attrs_post_init__(self) -> None:
        checked = checked_tuple(FormColumn, self.columns, "columns of the form")
        if not checked:
            raise InputError("columns of the form", [], "at least one", _FORM)
        check_headings([column.heading for column in checked], "heading of the form")
        object.__setattr__(self, "columns", checked)

    @classmethod
    def read(cls, path: str | Path) -> "UploadForm":
        """Read a form from a TOML file: ``[[columns]]`` in their order.

        Raises:
            InputError: for a file that cannot be read, or naming the part that is wrong.

        """
        if not isinstance(path, str | Path):
            raise InputError("form", path, "the path of a TOML file", "give the name of the file")
        name = Path(path).name

        def refused(failure: Exception) -> InputError:
            value = f"{name}: {type(failure).__name__}"
            step = f"correct the path or the file: {failure}"
            return InputError("form", value, "a TOML file in UTF-8", step)

        content = instead(partial(_parsed, Path(path)), (OSError, ValueError), refused)
        tables = content.get("columns")
        if set(content) != {"columns"} or not isinstance(tables, list):
            raise InputError(f"form {name}", sorted(content), _FORM, "write only [[columns]]")
        return cls(columns=tuple(_column(table, name) for table in tables))

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of the register that it asks for."""
        return tuple(column.column for column in self.columns if column.column)

    def check_columns(self, names: Sequence[str]) -> None:
        """Refuse a form that asks for a column the register does not have.

        Raises:
            InputError: naming it.

        """
        for column in self.columns:
            if column.column and column.column not in names:
                step = f"{name_meant(column.column, names)}, or leave it out of the form"
                thing = f"column {column.heading!r} of the form"
                raise InputError(thing, column.column, f"columns of the frame: {names}", step)

    def filled(self, frame: pl.DataFrame) -> Filled:
        """The form with the rows of a register.

        Raises:
            InputError: for a column the register does not have, a code the form does not know, or
                an empty cell where the form needs a value.

        """
        self.check_columns(frame.columns)
        cells: list[pl.Series] = []
        for number, column in enumerate(self.columns):
            cells.append(_filled(column, frame).alias(str(number)))
        headings = tuple(column.heading for column in self.columns)
        return Filled(pl.DataFrame(cells), headings)


def _parsed(path: Path) -> dict[str, Any]:
    # Editors of Windows may put a byte order mark before the text.
    return tomllib.loads(path.read_text("utf-8-sig"))


def _column(table: object, name: str) -> FormColumn:
    if not isinstance(table, dict):
        raise InputError(f"form {name}", kind_of(table), _FORM, "write [[columns]]")
    known = [part.name for part in fields(FormColumn)]
    for key in table:
        if key not in known:
            step = name_meant(key, known)
            raise InputError(f"form {name}", key, f"the keys {known}", step)
    if "heading" not in table:
        raise InputError(f"form {name}", sorted(table), _FORM, "write the heading")
    return FormColumn(**table)


def _filled(column: FormColumn, frame: pl.DataFrame) -> pl.Series:
    if not column.column:
        text = column.value or None
        return pl.repeat(text, frame.height, dtype=pl.String, eager=True)
    cells = frame[column.column]
    if column.required:
        _check_filled(column, cells)
    if column.days:
        return _in_days(column, cells)
    if column.codes:
        return _in_codes(column, frame)
    return cells


def _check_filled(column: FormColumn, cells: pl.Series) -> None:
    """Refuse a row that lacks what the form needs."""
    is_empty = cells.is_null() | (cells.cast(pl.String).str.strip_chars() == "")
    rows = is_empty.arg_true()
    if len(rows):
        thing = f"row {rows[0] + 1}, column {column.heading!r} of the form"
        step = f"fill it in, or take out {len(rows):,} rows"
        raise InputError(thing, None, "a value", step)


def _in_days(column: FormColumn, cells: pl.Series) -> pl.Series:
    if cells.dtype == pl.Null:
        return cells
    if cells.dtype != pl.Date:
        thing = f"column {column.heading!r} of the form, days"
        raise InputError(thing, str(cells.dtype), "days (Date)", "cast it, or leave out days")
    form = column.days
    for part, sign in _DAY_PARTS.items():
        form = form.replace(part, sign)
    return cells.dt.strftime(form)


def _in_codes(column: FormColumn, frame: pl.DataFrame) -> pl.Series:
    """The codes of a column as the form writes them."""
    if frame.schema[column.column] == pl.Boolean:
        flag = pl.col(column.column)
        written: pl.Expr = pl.when(flag).then(pl.lit(_YES)).when(~flag).then(pl.lit(_NO))
    else:
        written = as_text(column.column)
    codes = frame.select(written.alias("code")).to_series()
    is_unknown = codes.is_not_null() & ~codes.is_in(list(column.codes))
    rows = is_unknown.arg_true()
    if len(rows):
        code = codes[rows[0]]
        thing = f"row {rows[0] + 1}, column {column.heading!r} of the form"
        step = f"add it to the codes of this column; {len(rows):,} rows have such codes"
        raise InputError(thing, code, f"codes of the form: {list(column.codes)}", step)
    return codes.replace_strict(column.codes, return_dtype=pl.String)
