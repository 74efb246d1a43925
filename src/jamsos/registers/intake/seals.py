"""Seals: what tells a row of a file from every other, without telling anything of its NIK.

A work list that comes back says which row each line is about. The seal proves that the row is
still the one the line was written for. It is made of what a report may show: of a NIK and of the
number of a family card its last two digits alone, so nobody can find a number by trying.
"""

import re
from hashlib import blake2b

import polars as pl

from jamsos.registers.layout import ROW

_IDENTITIES = ("nik", "kk")
_BETWEEN = "\x1f"
_BYTES = 8
"""Enough that no two rows of any register have the same by chance."""
_KEY_BYTES = 6
_LINE_KEY = re.compile(rf".+\|[a-z_.]+\|[0-9a-f]{{{len('ff') * _KEY_BYTES}}}")
_SHOWN_DIGITS = 2
_MAY_BE_NUMBER = rf"(?:\d\D*){{{len('PPKKCCDDMMYY')}}}"
"""As many digits as tell a person, and whatever stands between them."""


def seals(texts: pl.DataFrame, file: str, sheet: str) -> pl.DataFrame:
    """The seal of each row of a sheet.

    Args:
        texts: The cells as they were written, under the row of each.
        file: The name of the file.
        sheet: The name of the sheet.

    """
    text = pl.exclude(ROW, *_IDENTITIES).fill_null("")
    # A NIK may stand in any field, however it is divided.
    may_be_number = text.str.contains(_MAY_BE_NUMBER)
    columns = [pl.lit(""), pl.when(may_be_number).then(pl.lit("*")).otherwise(text)]
    for name in _IDENTITIES:
        if name in texts.columns:
            number = pl.col(name).fill_null("")
            columns.append(number.str.tail(_SHOWN_DIGITS))
    together = pl.concat_str(columns, separator=_BETWEEN)
    rows = texts.select(pl.col(ROW), together.alias("text"))
    sealed: list[str] = []
    for row, cells in rows.iter_rows():
        place = _BETWEEN.join([file, sheet, str(row), cells])
        sealed.append(_digest(place, _BYTES))
    return pl.DataFrame({ROW: texts[ROW], "seal": pl.Series(sealed, dtype=pl.String)})


def line_key(seal: str, column: str, problem: str) -> str:
    """The key of a line of a work list: its column, its problem, and that its row is meant."""
    return f"{column}|{problem}|{_digest(_BETWEEN.join([seal, column, problem]), _KEY_BYTES)}"


def is_line_key(text: str) -> bool:
    """Whether a text is the key of a line of a work list."""
    return _LINE_KEY.fullmatch(text) is not None


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()
