"""Tables of the law as typed rows: each row an object whose fields are the columns."""

from typing import Any, TypeVar, get_type_hints

from jamsos.errors import LawDataError
from jamsos.law.provisions import Provision, Scalar

R = TypeVar("R")


def typed_rows(provision: Provision, row_type: type[R]) -> tuple[R, ...]:
    """Read the table of a provision into rows of a class.

    Args:
        provision: A provision whose value is a table.
        row_type: A named tuple or attrs class; its annotated fields are the columns, in their
            order. A field is ``int``, ``str`` or a ``StrEnum`` of the codes of its column.

    Raises:
        LawDataError: if the columns are not the fields, or a cell is of another type.

    >>> from datetime import date
    >>> from typing import NamedTuple
    >>> from jamsos.law import current
    >>> class Share(NamedTuple):
    ...     from_month: int
    ...     parts_per_million: int
    >>> typed_rows(current().get("jkk.stmb_shares", date(2020, 1, 1)), Share)[0]
    Share(from_month=1, parts_per_million=1000000)

    """
    types = list(get_type_hints(row_type).values())
    rows: list[R] = []
    for cells in provision.rows:
        if len(cells) != len(types):
            raise LawDataError(
                provision.id, cells, f"{len(types)} columns", "give the row class its columns"
            )
        values = [_typed(cell, kind, provision.id) for cell, kind in zip(cells, types, strict=True)]
        rows.append(row_type(*values))
    return tuple(rows)


def _typed(cell: Scalar, kind: Any, place: str) -> Any:
    """A cell as a value of its column's type."""
    if kind is int:
        return _whole(cell, place)
    if not isinstance(cell, str):
        raise LawDataError(place, cell, "a word", "correct the cell, or the class of the row")
    return kind(cell)


def _whole(cell: Scalar, place: str) -> int:
    if isinstance(cell, bool) or not isinstance(cell, int):
        raise LawDataError(
            place, cell, "a whole number", "correct the cell, or the class of the row"
        )
    return cell
