"""Registers as people type them: one thing done to a cell of some rows, and the truth next to it.

What may be done stands in :mod:`jamsos.registers.invented.forms`.
"""

from collections.abc import Iterator

import polars as pl
from attrs import frozen

from jamsos.registers.invented.draws import BITS, below, entry, up_to, word
from jamsos.registers.invented.forms import FORMS, TWIN_FORMS, Form
from jamsos.registers.invented.people import WHO, People

_DIRT = "dirt"
_DIRT_WAS = "dirt_was"
TRUTH = (_DIRT, _DIRT_WAS)
"""The columns that tell what was done to a row, and what its cell held before."""

_FORM = pl.col("_form")
"""The number of what is done to a row."""
_TWIN_OF = pl.col("_twin_of")
"""The row whose person this row holds once more."""
_WAS = "_was_"
"""Begins the name of a column as it was before the dirt."""
_MOST_ROWS_BACK = 1000
"""How many rows back the same person may stand."""
_NAMES = [form.name for form in FORMS]
_FORM_OF_NAME = {form.name: form for form in FORMS}


def as_cells(people: pl.DataFrame) -> Iterator[list[object]]:
    """The rows as a spreadsheet keeps them.

    Clean incomes, and what dirt made a number of, stand in numeric cells.
    """
    places = {name: place for place, name in enumerate(people.columns)}
    for row in people.iter_rows():
        cells: list[object] = list(row)
        form: Form | None = None
        # A clean register has no such column.
        if _DIRT in places:
            form_place = places[_DIRT]
            form = _FORM_OF_NAME.get(row[form_place])
        for name in _numeric_columns(form):
            place = places[name]
            cell = cells[place]
            if isinstance(cell, str):
                cells[place] = int(cell)
        yield cells


def _numeric_columns(form: Form | None) -> tuple[str, ...]:
    """The columns whose cells hold a number in a row with this dirt, or with none."""
    if form is None:
        return ("income",)
    if form.column == "income":
        return ()
    if form.numeric:
        return (form.column, "income")
    return ("income",)


@frozen(eq=False)
class DirtyPeople:
    """Invented people as others typed them."""

    made: People
    share: float

    def columns(self, numbers: pl.DataFrame) -> pl.DataFrame:
        """The columns as text, and what was done to each row."""
        row = pl.col("_person")
        back = pl.col("_back")
        persons = numbers.rename({WHO: "_person"})
        drawn = self._with_draws(persons)
        earlier = row - back.clip(upper_bound=row)
        # Only a clean earlier row still tells who the person is.
        is_clean = ~self._dirty(earlier)
        has_earlier = (row > 0) & is_clean
        twin_forms = _places(TWIN_FORMS)
        is_twin_form = _FORM.is_in(twin_forms)
        repeats = is_twin_form.fill_null(value=False)
        twin = repeats & has_earlier
        is_possible = ~repeats | has_earlier
        row_of_twin = (earlier + 1).cast(pl.String)
        person = pl.when(twin).then(earlier).otherwise(row)
        people = drawn.with_columns(
            person.alias(WHO),
            _form=pl.when(is_possible).then(_FORM),
            _twin_of=pl.when(twin).then(row_of_twin),
        )
        return _typed(self.made.columns(people))

    def _with_draws(self, numbers: pl.DataFrame) -> pl.DataFrame:
        """The rows with a form of dirt for some of them, and how far back a twin may stand."""
        row = pl.col("_person")
        form_drawn = self._drawn(row, "form")
        form = below(form_drawn, len(FORMS))
        most_back = row.clip(upper_bound=_MOST_ROWS_BACK)
        back_drawn = self._drawn(row, "earlier")
        back = up_to(back_drawn, most_back) + 1
        is_dirty = self._dirty(row)
        form_if_dirty = pl.when(is_dirty).then(form)
        return numbers.with_columns(_form=form_if_dirty, _back=back)

    def _dirty(self, number: pl.Expr) -> pl.Expr:
        bound = int(self.share * BITS)
        return self._drawn(number, "dirty") < bound

    def _drawn(self, number: pl.Expr, name: str) -> pl.Expr:
        return word(number, self.made.seed, f"dirt {name}")


def _places(forms: tuple[Form, ...]) -> list[int]:
    """The numbers under which these forms are drawn."""
    return [_NAMES.index(form.name) for form in forms]


def _typed(clean: pl.DataFrame) -> pl.DataFrame:
    """Every column as text, with the dirt of each row in its cell."""
    names = [name for name in clean.columns if not name.startswith("_")]
    cells = [_FORM, _TWIN_OF]
    for name in names:
        clean_cell = _text(name)
        dirty_cell = _dirtied(name)
        cells.append(clean_cell.alias(f"{_WAS}{name}"))
        cells.append(dirty_cell.alias(name))
    before = _cell_of_form(_WAS, names)
    after = _cell_of_form("", names)
    is_twin = _TWIN_OF.is_not_null()
    # A form that leaves the cell as it was, as a NIK without the digit 1, is no dirt.
    changed = is_twin | after.ne_missing(before)
    form_name = entry(pl.Series(_NAMES), _FORM)
    original = pl.coalesce(_TWIN_OF, before)
    if_changed = pl.when(changed)
    dirt = if_changed.then(form_name)
    dirt_was = if_changed.then(original)
    typed = clean.select(cells)
    truth = typed.with_columns(dirt.alias(_DIRT), dirt_was.alias(_DIRT_WAS))
    return truth.select(*names, *TRUTH)


def _text(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String)


def _dirtied(name: str) -> pl.Expr:
    """A column as text, in each row as the row's form writes it."""
    cell = _text(name)
    for number, form in enumerate(FORMS):
        if form.column == name:
            if_form = pl.when(_FORM.eq(number))
            cell = if_form.then(form.text).otherwise(cell)
    return cell


def _cell_of_form(prefix: str, names: list[str]) -> pl.Expr:
    """The cell which the form of a row changes."""
    cell = pl.lit(None, pl.String)
    for name in names:
        numbers = _places_of_column(name)
        if_of_column = pl.when(_FORM.is_in(numbers))
        of_column = pl.col(f"{prefix}{name}")
        cell = if_of_column.then(of_column).otherwise(cell)
    return cell


def _places_of_column(name: str) -> list[int]:
    """The numbers of the forms that change a column."""
    numbers: list[int] = []
    for number, form in enumerate(FORMS):
        if form.column == name:
            numbers.append(number)
    return numbers
