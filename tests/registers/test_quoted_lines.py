"""Lines with quotes: divided at once they give what the reader of Python gives, line by line."""

import csv
import io
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jamsos.registers.intake import csv_source
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.headings import column_finder
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import RefusedFileError
from jamsos.registers.intake.sheet import Sheet

HEADINGS = ["NIK", "Nama", "Tanggal Lahir"]
CELLS = st.text(st.sampled_from('a1 "";,|'), max_size=4)
LINES = st.lists(st.text(st.sampled_from('a1 """,,;'), max_size=12), min_size=1, max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5)


def sheet(text: str, folder: Path, width: int = 3) -> Sheet:
    path = folder / "daftar.csv"
    path.write_text(f"{','.join(HEADINGS[:width])}\n{text}", "utf-8")
    search = HeadingSearch(column_finder({}), 20, 1)
    return csv_source.sheet_of_csv(path, Limits(), search, ",")


def one_by_one(text: str, folder: Path, width: int = 3) -> Sheet:
    """The sheet of a file in which every line with a quote is divided by the reader of Python."""
    at_once = csv_source._with_even

    def with_even(lines: pl.DataFrame, head: Any) -> pl.DataFrame:
        has_no_quotes = ~pl.col("line").str.contains('"', literal=True)
        return at_once(lines, head).with_columns(even=pl.col("even") & has_no_quotes)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_source, "_with_even", with_even)
        return sheet(text, folder, width)


def same(text: str, folder: Path, width: int = 3) -> None:
    found = sheet(text, folder, width)
    expected = one_by_one(text, folder, width)
    assert found.cells.equals(expected.cells)
    assert found.broken.sort("source_row").equals(expected.broken.sort("source_row"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_lines_are_divided_alike(tmp_path: Path, lines: list[str]) -> None:
    same("\n".join(lines), tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.text(st.sampled_from('a" '), max_size=5), min_size=1, max_size=4))
def test_lines_of_one_cell_are_divided_alike(tmp_path: Path, lines: list[str]) -> None:
    same("\n".join(lines), tmp_path, width=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
def test_rows_of_quoted_cells_come_back(
    tmp_path: Path, rows: list[list[str]], quoting: Any
) -> None:
    # What may be a second line of the heading is no matter here.
    rows = [["9999992905840001", "Rekaan", "29-05-1984"], *rows]
    written = io.StringIO()
    csv.writer(written, quoting=quoting, lineterminator="\n").writerows(rows)
    found = sheet(written.getvalue(), tmp_path)
    cells = [[cell or None for cell in row] for row in rows]
    assert found.cells.drop("source_row").rows() == [tuple(row) for row in cells]


def test_a_neighbour_keeps_its_quotes(tmp_path: Path) -> None:
    # The quote of the first line closes on the second, which could be a row of its own.
    same('1,"Rekaan\n"2","Rekaan","x"\n3,b,c\n', tmp_path)


def cells_of(text: str, folder: Path, separator: str | None = ",") -> list[Any]:
    path = folder / "daftar.csv"
    path.write_bytes(text.encode())
    search = HeadingSearch(column_finder({}), 20, 1)
    return csv_source.sheet_of_csv(path, Limits(), search, separator).cells.rows()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.text(st.sampled_from("a ,\u00e9\ufeff\x01#"), max_size=6), max_size=6),
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=8, max_size=8),
)
def test_lines_without_quotes_are_divided_at_each_separator(
    tmp_path: Path, lines: list[str], ends: list[str]
) -> None:
    all_lines = ["NIK,Nama", "9,Rekaan", *lines]
    text = "".join(line + end for line, end in zip(all_lines, ends, strict=False))
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[tuple[int, str | None, str | None]] = []
    # What stands beyond the headings is another test's.
    for number, line in enumerate(plain.split("\n")[1:-1], 2):
        first, second, *_ = [*line.split(","), "", ""]
        rows.append((number, first or None, second or None))
    assert cells_of(text, tmp_path) == rows


@pytest.mark.parametrize(
    "sign", [",", "\t", " ", "\x01", "\x1f", "~", "\u00e9", "\u00a6", "\u2502"]
)
def test_any_sign_may_separate(tmp_path: Path, sign: str) -> None:
    text = f'NIK{sign}Nama\n9{sign}"A{sign}B"\n\n8{sign}C\n'
    found = cells_of(text, tmp_path, sign)
    assert found == [(2, "9", f"A{sign}B"), (3, None, None), (4, "8", "C")]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "\ufeff\n", "\r\n", "\r"])
def test_a_text_of_one_empty_line(tmp_path: Path, text: str) -> None:
    assert cells_of(text, tmp_path) == []


def test_a_text_with_every_control_character_is_none(tmp_path: Path) -> None:
    signs = "".join(chr(number) for number in range(32) if chr(number) not in "\r\n")
    with pytest.raises(RefusedFileError, match="every control character"):
        cells_of(f"NIK,Nama\n9,{signs}\n", tmp_path)
    found = cells_of(f"NIK,Nama\n9,{signs.replace(chr(7), '')}\n", tmp_path)
    assert found == [(2, "9", signs.replace("\x07", ""))]
