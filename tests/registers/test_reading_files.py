"""Files and frames as offices keep them: encodings, separators, sheets; no line is lost."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest
import xlsxwriter
from narrowed import present
from untyped import untyped

from jamsos import InputError, JamsosError, MissingExtraError
from jamsos._public import homes
from jamsos.registers import Limits, Problem, Register, read_register, villages
from jamsos.registers.intake import csv_source, encodings
from jamsos.registers.intake.frame_source import text_column
from jamsos.registers.intake.grid import TopRow
from jamsos.registers.intake.register import prove_complete

ON = date(2026, 11, 1)
HEAD = ["NIK", "Nama", "Tgl Lahir", "Penghasilan"]
NIKS = [f"99999929058400{n:02}" for n in range(1, 9)]
ROWS = [
    ["9999992905840001", "Rekaan Siti", "29/05/1984", "1.500.000"],
    ["9999992905850002", "Rekaan Amé", "29-05-1985", "900000"],
]


def text(sign: str = ",", rows: list[list[str]] | None = None) -> str:
    return "\r\n".join(sign.join(row) for row in [HEAD, *(rows or ROWS)]) + "\r\n"


def read(path: Any, **how: Any) -> Register:
    return read_register(path, on=ON, **how)


def saved(tmp_path: Path, data: bytes, name: str = "daftar.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "windows-1252"),
    ],
)
def test_encodings_and_separators(tmp_path: Path, sign: str, encoding: str, named: str) -> None:
    found = read(saved(tmp_path, text(sign).encode(encoding)))
    assert found.accepted["name"].to_list() == ["Rekaan Siti", "Rekaan Amé"]
    assert found.accepted["birth"].to_list() == [date(1984, 5, 29), date(1985, 5, 29)]
    assert found.accepted["income"].to_list() == [1_500_000, 900_000]
    assert found.accepted["source_row"].to_list() == [2, 3]
    assert found.report.metadata["encoding"] == named
    assert found.report.metadata["separator"] == {"\t": "tab"}.get(sign, sign)


def test_a_separator_of_the_caller_s(tmp_path: Path) -> None:
    assert read(saved(tmp_path, text("|").encode()), separator="|").accepted.height == 2


def test_old_line_ends_and_empty_lines(tmp_path: Path) -> None:
    data = text().replace("\r\n", "\r") + "\r\r , \r"
    found = read(saved(tmp_path, data.encode()))
    assert found.report.counts["rows"] == 2
    assert int(found.report.metadata["empty"]) == 3


@pytest.mark.parametrize("letters", [1, 7, 100])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_file_that_is_divided_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, letters: int, lines: int
) -> None:
    rows = [[*ROWS[0][:1], '"Rekaan, Sité"', *ROWS[0][2:]], ["", "", "", ""], *ROWS, ROWS[1][:2]]
    path = saved(tmp_path, text(rows=rows).encode())
    whole = read(path)
    monkeypatch.setattr(encodings, "_BYTES_AT_A_TIME", letters)
    monkeypatch.setattr(csv_source, "_LINES_AT_A_TIME", lines)
    in_parts = read(path)
    assert in_parts.rows.equals(whole.rows)
    assert in_parts.problems.equals(whole.problems)
    assert in_parts.rows["source_row"].to_list() == [2, 4, 5, 6]


def test_mixed_encodings_name_their_rows(tmp_path: Path) -> None:
    lines = text().encode().split(b"\r\n")
    lines.insert(3, "9999992905860003,Rekaan René,29/05/1986,900000".encode("cp1252"))
    found = read(saved(tmp_path, b"\r\n".join(lines)))
    assert found.report.metadata["encoding"] == "utf-8 + windows-1252"
    assert found.to_check.select("source_row", "name").rows() == [(4, "Rekaan René")]
    assert found.problems["problem"].to_list() == ["row.encoding"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_of_another_encoding_inside_a_row_is_a_problem_of_the_row(
    tmp_path: Path, end: str
) -> None:
    rows = [
        f"{NIKS[0]},Rekaan Ren\u00e9,x",
        f'{NIKS[1]},"Rek',
        'Sit\u00e9",y',
        f"{NIKS[2]},Rekaan,z",
    ]
    first, second, third, last = (
        row.encode("cp1252" if n == 2 else "utf-8") for n, row in enumerate(rows)
    )
    found = read(
        saved(tmp_path, end.encode().join([b"NIK,Nama,Alamat", first, second, third, last]))
    )
    assert found.to_check.select("source_row", "name").rows() == [(3, "Rek Sit\u00e9")]
    assert found.accepted["source_row"].to_list() == [2, 5]
    assert found.problems.select("source_row", "problem").rows() == [(3, "row.encoding")]


def test_headings_of_another_encoding_are_no_problem_of_a_row(tmp_path: Path) -> None:
    lines = [
        "Daftar \u00e9".encode("cp1252"),
        "NIK,Alam\u00e9t".encode("cp1252"),
        f"{NIKS[0]},Ren\u00e9".encode(),
    ]
    found = read(saved(tmp_path, b"\n".join(lines)), heading_row=2)
    assert (found.accepted.height, found.problems.height) == (1, 0)
    assert found.report.unknown_headings == ("Alam\u00e9t",)
    assert found.report.metadata["encoding"] == "utf-8 + windows-1252"


def test_a_byte_no_encoding_knows(tmp_path: Path) -> None:
    found = read(saved(tmp_path, text().encode("cp1252").replace(b"Siti", b"S\x81ti")))
    assert found.problems.select("column", "value", "problem").rows() == [
        ("name", "Rekaan S\ufffdti", "text.unreadable")
    ]
    assert found.to_check.height == 1


def test_half_a_letter_of_utf_16_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="whole text"):
        read(saved(tmp_path, text().encode("utf-16") + b"\x00"))


def test_quotes(tmp_path: Path) -> None:
    rows = [
        ['"9999992905840001"', '"Siti ""Rekaan"", Bin"', '"29/05/1984"', '"1,500,000"'],
        ["9999992905850002", '"Rekaan\r\nDua Baris"', "29/05/1985", "900000"],
        ["9999992905860003", 'Rekaan "Tiga"', "29/05/1986", "900000"],
    ]
    found = read(saved(tmp_path, text(rows=rows).encode()))
    assert found.accepted["name"].to_list() == [
        'Siti "Rekaan", Bin',
        "Rekaan Dua Baris",
        'Rekaan "Tiga"',
    ]
    assert found.accepted["income"].to_list() == [1_500_000, 900_000, 900_000]
    assert found.accepted["source_row"].to_list() == [2, 3, 5]


def test_quotes_that_are_not_closed_lose_one_row_and_no_other(tmp_path: Path) -> None:
    rows = [["9999992905840001", '"Rekaan', "29/05/1984", "900000"]]
    rows += [[f"99999929058500{n:02}", "Rekaan", "29/05/1985", "900000"] for n in range(1, 60)]
    found = read(saved(tmp_path, text(rows=rows).encode()))
    assert found.rejected["source_row"].to_list() == [2]
    assert found.problems["problem"].to_list() == ["row.cells"]
    assert found.accepted.height == 59


def test_a_stray_quote_swallows_nobody(tmp_path: Path) -> None:
    niks = NIKS[:5]
    names = ['"Andi', "Budi", 'Citra"', "Dewi", '"Eka\nPutri"']
    lines = ["NIK,Nama,Desa", *(f"{nik},{name},x" for nik, name in zip(niks, names, strict=True))]
    found = read(saved(tmp_path, "\n".join(lines).encode()))
    assert found.report.counts == {"rows": 5, "accepted": 2, "to_check": 3, "rejected": 0}
    assert found.rows["nik"].to_list() == niks
    assert found.accepted.select("source_row", "name").rows() == [(5, "Dewi"), (6, "Eka Putri")]
    assert found.problems.select("source_row", "problem").rows() == [
        (n, "row.quotes") for n in (2, 3, 4)
    ]
    assert found.repairs.select("source_row", "column", "repair").rows() == [
        (6, "name", "text.blanks")
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a,x,1", '"b', 'c",x,2', "d,x,3"], ["a", "b c", "d"]),
        (["a,x,1", '"b,x,2', 'c",x,3', "d,x,4"], ["a", '"b', 'c"', "d"]),
        (["a,x,1", 'b,"x', 'c,x",2', "d,x,3"], ["a", "b", "c", "d"]),
        (["a,x,1", 'b,"x', "c,x,2", 'x",3'], ["a", "b", "c", 'x"']),
    ],
    ids=["ends the first cell", "two rows", "two rows, one short", "a row between"],
)
def test_quotes_over_several_lines(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    found = read(saved(tmp_path, "\n".join(["Nama,NIK,Anak", *lines]).encode()))
    assert found.rows["name"].to_list() == expected


def test_headings_over_several_lines(tmp_path: Path) -> None:
    data = f'"No.\nUrut";"NIK\n(16 angka)";"Nama\nLengkap"\n1;{NIKS[0]};"A\nB"\n'
    found = read(saved(tmp_path, data.encode()))
    assert found.accepted.rows() == [(5, "1", NIKS[0], "A B")]
    assert found.report.headings["name"] == "Nama Lengkap"


def test_a_stray_quote_in_the_headings_swallows_nobody(tmp_path: Path) -> None:
    found = read(saved(tmp_path, f'NIK,"Nama,Anak\n{NIKS[0]},A,1\n{NIKS[1]},B",2\n'.encode()))
    assert found.rows["nik"].to_list() == NIKS[:2]


@pytest.mark.parametrize("separator", [";;", "", '"', "\n", 7])
def test_a_separator_that_is_no_sign(tmp_path: Path, separator: int | str) -> None:
    with pytest.raises(InputError, match=r"separator: got .*one sign"):
        read(saved(tmp_path, text().encode()), separator=separator)


def test_a_stray_quote_in_the_last_cell_and_rows_with_too_few_cells(tmp_path: Path) -> None:
    lines = ["NIK,Nama", '9999992905840001,"Andi', "9999992905840002", '9999992905840003,Citra"']
    found = read(saved(tmp_path, "\n".join(lines).encode()))
    assert found.to_check["nik"].to_list() == [line[:16] for line in lines[1:]]
    assert set(found.problems["problem"]) == {"row.quotes"}


def test_rows_with_fewer_or_more_cells(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        ["9999992905860003", "Rekaan"],
        ["9999992905870004", "Rekaan", "1", "500", "000"],
        [*ROWS[0], "", ""],
    ]
    rows[-1][0] = "9999992905880005"
    found = read(saved(tmp_path, text(rows=rows).encode()))
    assert found.accepted["source_row"].to_list() == [2, 3, 6]
    assert (found.to_check["source_row"].item(), found.rejected["source_row"].item()) == (4, 5)
    whole = found.problems.filter(pl.col("column") == "")
    assert whole.select("source_row", "problem").rows() == [(4, "row.short"), (5, "row.cells")]


def test_one_column_only(tmp_path: Path) -> None:
    found = read(saved(tmp_path, b"NIK\n9999992905840001\n999999290584\n"))
    assert (found.accepted.height, found.rejected.height) == (1, 1)


def test_a_file_without_rows(tmp_path: Path) -> None:
    found = read(saved(tmp_path, text(rows=[[]]).encode()[:-2]))
    assert found.report.counts["rows"] == 0
    assert found.accepted.schema["income"] == pl.Int64


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    with xlsxwriter.Workbook(
        str(path), {"default_date_format": "dd/mm/yyyy", "strings_to_urls": False}
    ) as book:
        for name, rows in sheets.items():
            sheet: Any = book.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(r, c, cell)
                    elif isinstance(cell, str):
                        sheet.write_string(r, c, cell)
                    elif cell is not None:
                        sheet.write(r, c, cell)


def test_a_workbook(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Daftar pekerja rentan"],
        [],
        ["NIK", "Nama", "Tgl. Lahir", "Penghasilan", "Suket", "Catatan", ""],
        ["9999992905840001", "Rekaan A", date(1984, 5, 29), 1_500_000, True, "x"],
        [
            9999992905850002,
            "Rekaan B",
            datetime.fromisoformat("1985-05-29T13:45"),
            900_000.5,
            False,
        ],
        [],
        ["9999992905860003", "Rekaan C", 31_561, "Rp 1.500.000,-", 1, 7.25],
    ]
    workbook(tmp_path / "a.xlsx", {"Daftar": rows})
    found = read(tmp_path / "a.xlsx", heading_row=3)
    assert found.accepted.rows() == [
        (4, "9999992905840001", "Rekaan A", date(1984, 5, 29), 1_500_000, True, "x"),
        (7, "9999992905860003", "Rekaan C", date(1986, 5, 29), 1_500_000, True, "7.25"),
    ]
    assert found.to_check.rows() == [(5, None, "Rekaan B", date(1985, 5, 29), None, False, None)]
    assert found.problems["problem"].to_list() == ["amount.fraction", "identity.number"]
    assert found.report.metadata == {
        "kind": "Excel",
        "sheet": "Daftar",
        "heading": "3",
        "empty": "1",
    }
    assert found.report.unknown_headings == ("Catatan",)


def test_sheets_are_chosen_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path, {"Satu": [HEAD, *ROWS], "Dua": [HEAD, ROWS[0]]})
    assert read(path, sheet="Dua").accepted.height == 1
    for sheet in (None, "Tiga"):
        with pytest.raises(InputError, match=r"sheet of a.xlsx.*Satu"):
            read(path, sheet=sheet)


def test_hidden_sheets_and_charts_are_not_the_list(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Daftar").write_row(0, 0, HEAD)
        hidden = book.add_worksheet("Arsip")
        hidden.write_row(0, 0, ["NIK"])
        hidden.hide()
        chart = present(book.add_chart({"type": "bar"}))
        chart.add_series({"values": "=Daftar!$A$1:$A$1"})
        book.add_chartsheet("Grafik").set_chart(chart)
    assert read(tmp_path / "a.xlsx").report.metadata["sheet"] == "Daftar"
    assert read(tmp_path / "a.xlsx", sheet="Arsip").report.metadata["sheet"] == "Arsip"
    with pytest.raises(InputError, match=r"sheet of a.xlsx: got 'Grafik'.*'Daftar', 'Arsip'"):
        read(tmp_path / "a.xlsx", sheet="Grafik")


def test_an_empty_workbook_has_no_headings(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", {"Satu": []})
    with pytest.raises(InputError, match="headings"):
        read(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", {"Satu": [HEAD]})
    assert read(tmp_path / "b.xlsx").report.counts["rows"] == 0


def test_parquet_and_frames_of_polars(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "nik": ["9999992905840001"],
            "birth": [date(1984, 5, 29)],
            "number_issued": [datetime.fromisoformat("2024-01-01")],
            "income": [1_500_000],
            "children": [2.0],
            "letter": [True],
            "sex": pl.Series(["m"], dtype=pl.Enum(["m", "f"])),
            "note": pl.Series([None], dtype=pl.Null),
        }
    )
    frame.write_parquet(tmp_path / "a.parquet")
    expected = (
        1,
        "9999992905840001",
        "m",
        date(1984, 5, 29),
        1_500_000,
        True,
        2,
        date(2024, 1, 1),
        None,
    )
    for source in (tmp_path / "a.parquet", str(tmp_path / "a.parquet"), frame, frame.lazy()):
        found = read(source)
        assert found.accepted.rows() == [expected]
        assert found.repairs.is_empty()


@pytest.mark.parametrize(
    "kind", [pl.Int64, pl.UInt64, pl.Int128, pl.Decimal(20, 0), pl.Decimal(20, 2), pl.Float64]
)
def test_a_nik_of_a_column_of_numbers_is_to_be_checked(kind: pl.DataType | type[Any]) -> None:
    found = read(
        pl.DataFrame({"nik": pl.Series([9999992905840001, None]).cast(kind), "nama": ["A", "B"]})
    )
    assert found.problems.select("source_row", "problem").rows() == [
        (1, "identity.number"),
        (2, "identity.missing"),
    ]
    assert found.to_check.height == 2


def test_decimals_are_amounts_and_counts() -> None:
    numbers = {
        "nik": NIKS[:4],
        "income": ["1500000.00", "900000.50", None, "NaN"],
        "children": ["2.00", "1.5", None, "0"],
    }
    frame = pl.DataFrame(numbers)
    typed = frame.head(3).with_columns(pl.col("income", "children").cast(pl.Decimal(20, 2)))
    found = read(typed)
    assert found.rows.select("income", "children").rows() == [
        (1_500_000, 2),
        (None, None),
        (None, None),
    ]
    assert found.problems["problem"].to_list() == ["whole.unclear", "amount.fraction"]
    objects = frame.with_columns(
        income=pl.Series([Decimal("1500000.00"), 900000.0, True, Decimal("NaN")], dtype=pl.Object)
    )
    assert read(objects).rows["income"].to_list() == [1_500_000, 900_000, None, None]


class Foreign:
    """A column of another library, with or without one type for all its cells."""

    def __init__(self, cells: list[Any], typed: bool) -> None:
        self.implementation = self
        self.is_polars = lambda: False
        self.to_list = lambda: cells
        self.to_arrow = lambda: pl.Series(
            cells if typed else [*cells, object], dtype=None if typed else pl.Int64
        )
        self.is_null = lambda: pl.Series([cell is Gone for cell in cells])
        self.name = 7


class Gone(datetime):
    """No time: a day of pandas that is not there, which fails whatever it is asked."""


@pytest.mark.parametrize(
    ("cells", "typed", "numeric"),
    [([1, 2, None], True, [True, True, True]), (["1", 2, Gone], False, [False, True, False])],
)
def test_columns_of_other_libraries(
    cells: list[int | str | type[Gone] | None], typed: bool, numeric: list[bool]
) -> None:
    texts, kinds = text_column(Foreign(cells, typed))
    assert (texts.to_list(), present(kinds).to_list()) == (["1", "2", None], numeric)


def test_a_nested_column_of_another_library_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"column of a register, 7: got 'List\(Int64\)'"):
        text_column(Foreign([[1]], typed=True))


def test_another_library_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = SimpleNamespace(implementation=SimpleNamespace(is_polars=lambda: False))
    monkeypatch.setattr(nw, "from_native", lambda _frame: frame)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"no pyarrow.*pip install 'jamsos\[engines\]'"):
        read(frame)
    columns = {"NIK": Foreign([NIKS[0]], typed=True), 7: Foreign(["x"], typed=True)}
    found = SimpleNamespace(
        shape=(1, 2), columns=list(columns), get_column=columns.get, **vars(frame)
    )
    monkeypatch.setattr(nw, "from_native", lambda _frame: found)
    monkeypatch.setitem(sys.modules, "pyarrow", SimpleNamespace())
    assert read(found).accepted.rows() == [(1, NIKS[0], "x")]
    assert read(found).accepted.columns == ["source_row", "nik", "7"]


def test_what_is_no_register(tmp_path: Path) -> None:
    saved(tmp_path, b"PAR1 no", "a.parquet")
    saved(tmp_path, b"x", "a.doc")
    pl.DataFrame({"nik": [["a"]]}).write_parquet(tmp_path / "b.parquet")
    for name, said in (
        ("a.parquet", "a Parquet file"),
        ("a.doc", "save it as"),
        ("none.csv", "that is there"),
    ):
        with pytest.raises(InputError, match=said):
            read(tmp_path / name)
    for source in (7, None, ["a"]):
        with pytest.raises(InputError, match="path or a data frame"):
            read(source)
    for nested in (tmp_path / "b.parquet", pl.DataFrame({"nik": [b"x"]})):
        with pytest.raises(InputError, match="column of a register"):
            read(nested)


def test_limits_that_cannot_be() -> None:
    for limits in (5, {"rows": 1}, 0, ""):
        with pytest.raises(InputError, match=r"limits: got .*allowed: a Limits"):
            read(pl.DataFrame({"nik": ["x"]}), limits=limits)
    for most in ("5", -1, True, 1.5, None):
        with pytest.raises(InputError, match=r"Limits.rows: got .*from 0 up"):
            untyped(Limits)(rows=most)


def test_what_polars_cannot_read_names_its_column() -> None:
    nik = pl.Series([NIKS[0]])
    broken = pl.DataFrame({"NIK": nik, "Nama": pl.Series(["a\ud800b"], dtype=pl.Object)})
    with pytest.raises(
        InputError, match=r"column of a register, Nama: got 'Object: UnicodeEncodeError'"
    ) as caught:
        read(broken)
    assert caught.value.__context__ is None
    for lazy in (
        pl.LazyFrame({"NIK": nik}).select(pl.col("NIK").cast(pl.Int8)),
        pl.LazyFrame(nik).select("NIK"),
    ):
        with pytest.raises(InputError, match="source: got 'a lazy frame: ") as caught:
            read(lazy)
        assert caught.value.__context__ is None


@pytest.mark.parametrize("row", [0, True, "1", 1.0])
def test_a_heading_row_that_cannot_be(row: float | str) -> None:
    with pytest.raises(InputError, match="heading_row"):
        read(pl.DataFrame({"nik": ["x"]}), heading_row=row)


def test_a_heading_row_below_the_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="headings"):
        read(saved(tmp_path, text().encode()), heading_row=9)


def test_headings_are_matched_mapped_and_kept() -> None:
    frame = pl.DataFrame({"NO. KTP": ["9999992905840001"], "Pekerjaan": ["nelayan"],
                          "Jenis Kelamin (L/P)": ["L"], "source_row": ["7"],
                          "source_row_": ["8"]})  # fmt: skip
    found = read(frame, mapping={"pekerjaan": "category"})
    assert found.accepted.columns == [
        "source_row",
        "nik",
        "sex",
        "category",
        "source_row_",
        "source_row__",
    ]
    assert found.accepted["category"].to_list() == ["fisher"]
    assert found.report.unknown_headings == ("source_row_", "source_row__")


@pytest.mark.parametrize(
    "heading",
    [
        "NIK KTP",
        "No. NIK",
        "Nomor Induk Kependudukan",
        "NOMOR KTP",
        "NIK / No. KTP",
        "No. e-KTP",
        "Nomor Induk Kependudukan (NIK)",
    ],
)
def test_headings_of_the_nik(heading: str) -> None:
    assert (
        read(pl.DataFrame({heading: NIKS[:1], "Nama": ["A"]})).accepted["nik"].to_list() == NIKS[:1]
    )


def test_people_without_a_nik_are_to_be_checked() -> None:
    found = read(
        pl.DataFrame(
            {"NIK": [None, None], "Nama": ["A", "B"]}, schema={"NIK": pl.String, "Nama": pl.String}
        )
    )
    assert found.problems.select("source_row", "problem").rows() == [
        (n, "identity.missing") for n in (1, 2)
    ]
    assert found.to_check.height == 2


@pytest.mark.parametrize(
    ("columns", "mapping", "expected"),
    [
        (["NIK", "Nama", "Nama Lengkap"], {"Nama Lengkap": "name"}, ["nik", "Nama", "name"]),
        (["NIK", "No", "ID"], {"ID": "id"}, ["nik", "No", "id"]),
        (["NIK", "Nomor"], {"nomor": "nik"}, ["NIK", "nik"]),
    ],
)
def test_a_mapping_goes_before_the_headings_of_the_layout(
    columns: list[str], mapping: dict[str, str], expected: list[str]
) -> None:
    cells = dict(zip(columns, NIKS, strict=False))
    found = read(pl.DataFrame(cells), mapping=mapping).rows.row(0, named=True)
    assert {name: found[name] for name in expected} == dict(
        zip(expected, cells.values(), strict=True)
    )


def test_columns_without_headings_are_kept_when_they_hold_something() -> None:
    frame = pl.DataFrame({"NIK": ["9999992905840001"], "": ["x"], " ": [None]})
    assert read(frame).accepted.columns == ["source_row", "nik", "kolom 2"]


@pytest.mark.parametrize(
    ("columns", "mapping", "said"),
    [
        (["NIK", "No KTP"], None, "headings of nik"),
        (["NIK", "Nomor"], {"Nomor": "nik", "NIK": "nik"}, "headings of nik"),
        (
            ["Kartu", "Nama", "Desa"],
            None,
            r"headings not known: got \['Kartu'\].*NIK or No KTP.*mapping",
        ),
        (["NIK"], {"NIK": "number"}, "names of the layout"),
        (["NIK"], {"Nama": "name"}, "headings that are there"),
        (["x", "y"], None, "a heading of the layout"),
        (["9999992905840001"], None, r"\*01"),
        (["NIK"], ["NIK"], "mapping: got a list; allowed: headings and the layout's names"),
        (
            ["NIK"],
            {1.5: "name"},
            r"mapping: got \(1.5, 'name'\); allowed: headings and the layout's names",
        ),
        (["NIK"], {"NIK": None}, r"mapping: got \('NIK', None\).*Next step: write it as"),
        (["NIK"], {"NIK": ["nik"]}, r"mapping: got \('NIK', \['nik'\]\)"),
    ],
)
def test_headings_that_cannot_be(
    columns: list[str],
    mapping: dict[float | str, list[str] | str | None] | list[str] | None,
    said: str,
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(pl.DataFrame([["1"] * len(columns)], schema=columns, orient="row"), mapping=mapping)
    assert "9999992905840001" not in str(caught.value)


REGIONS = pl.DataFrame(
    {
        "code_kemendagri": [
            "99.99",
            "99.99.01",
            "99.99.01.2001",
            "99.99.02",
            "99.99.02.2001",
            "99.99.02.1002",
            "99",
        ],
        "name": ["Kabupaten Rekaan", "Muara Satu", "Sungai", "Muara Dua", "Sungai", "Teluk", "x"],
        "level": ["kabupaten", "kecamatan", "desa", "kecamatan", "desa", "kelurahan", "provinsi"],
        "also_spelt": [None, "Muarasatu;M. 1", None, None, None, "Telok", None],
    }
)


@pytest.mark.parametrize(
    ("kecamatan", "village", "expected", "problems"),
    [
        ("99.99.01", "99.99.01.2001", ("99.99.01", "99.99.01.2001"), []),
        ("999901", "9999012001", ("99.99.01", "99.99.01.2001"), []),
        ("Kec. Muara Satu", "Desa SUNGAI", ("99.99.01", "99.99.01.2001"), []),
        ("m 1", "sungai", ("99.99.01", "99.99.01.2001"), []),
        ("Muara Dua", "Kel. Telok", ("99.99.02", "99.99.02.1002"), []),
        (None, "Teluk", (None, "99.99.02.1002"), []),
        (
            None,
            "Sungai",
            (None, None),
            [("village", "village.several", "99.99.01.2001, 99.99.02.2001")],
        ),
        ("Muara Satu", "Sungei", ("99.99.01", None), [("village", "village.unknown", "Sungai")]),
        ("Muara Satu", "Teluk", ("99.99.01", None), [("village", "village.unknown", "")]),
        (
            "Muara Tiga",
            "Teluk",
            (None, "99.99.02.1002"),
            [("kecamatan", "kecamatan.unknown", "Muara Dua")],
        ),
        (
            "Muara Satu",
            "99.99.02.1002",
            ("99.99.01", None),
            [("village", "village.elsewhere", "Teluk")],
        ),
        ("Muara Satu", "-", ("99.99.01", None), []),
        (None, None, (None, None), []),
    ],
)
def test_places(
    kecamatan: str | None,
    village: str | None,
    expected: tuple[str | None, str | None],
    problems: list[tuple[str, str, str]],
) -> None:
    frame = pl.DataFrame(
        {"NIK": "9999992905840001", "Kecamatan": [kecamatan], "Desa": [village]},
        schema_overrides={"Kecamatan": pl.String, "Desa": pl.String},
    )
    found = read(frame, regions=REGIONS)
    rows = found.accepted if found.accepted.height else found.to_check
    assert rows.select("kecamatan", "village").row(0) == expected
    assert found.problems.select("column", "problem", "hint").rows() == problems


def test_a_village_alone_and_districts(tmp_path: Path) -> None:
    REGIONS.write_csv(tmp_path / "regions.csv")
    districts = ["Rekaan", "99.99", "9999", "64.08", "Entah", "6404"]
    frame = pl.DataFrame({"NIK": NIKS[:6], "Desa": ["Teluk"] * 6, "Wilayah KTP": districts})
    found = read(frame, regions=tmp_path / "regions.csv")
    assert found.accepted["resident_of"].to_list() == ["99.99", "99.99", "99.99", "64.08"]
    assert found.problems.select("source_row", "problem").rows() == [
        (5, "region.unknown"),
        (6, "region.unknown"),
    ]
    assert set(found.accepted["village"]) == {"99.99.02.1002"}


def test_districts_without_a_table() -> None:
    districts = ["64.08", "6408", "Kutai Timur"]
    found = read(pl.DataFrame({"NIK": NIKS[:3], "Wilayah KTP": districts, "Desa": ["Teluk"] * 3}))
    assert found.accepted["resident_of"].to_list() == ["64.08", "6408"]
    assert found.problems["problem"].to_list() == ["region.unknown"]


def test_a_region_table_with_columns_of_its_own_and_a_code_twice() -> None:
    again = REGIONS.filter(code_kemendagri="99.99.02.1002").with_columns(
        also_spelt=None, name=pl.lit("Teluk Baru")
    )
    undotted = again.with_columns(code_kemendagri=pl.lit("9999021002"))
    table = pl.concat([REGIONS, REGIONS, again, undotted]).with_row_index("row")
    names = ["Teluk", "Telok", "Teluk Baru", "9999021002"]
    found = read(pl.DataFrame({"NIK": NIKS[:4], "Desa": names}), regions=table)
    assert found.accepted["village"].to_list() == ["99.99.02.1002"] * 4
    assert villages(table).rows() == villages(REGIONS).rows()
    assert (
        read(
            pl.DataFrame({"NIK": NIKS[:1]}), regions=REGIONS.with_columns(also_spelt=None)
        ).accepted.height
        == 1
    )


def test_region_tables_that_cannot_be_are_refused(tmp_path: Path) -> None:
    saved(tmp_path, b"code_kemendagri,name,level\n64.08,a,b,c,d\n", "ragged.csv")
    saved(
        tmp_path,
        "code_kemendagri,name,level\n64.08,Ren\u00e9,desa\n".encode("latin-1"),
        "latin.csv",
    )
    tables: dict[str, Any] = {
        "nope.csv: FileNotFoundError": tmp_path / "nope.csv",
        "ragged.csv: ComputeError": str(tmp_path / "ragged.csv"),
        "latin.csv: ComputeError": tmp_path / "latin.csv",
        "got a dict": {"name": "x"},
        "rename its columns": pl.DataFrame({"code": ["x"]}),
        "regions, column code_kemendagri: got 'Int": REGIONS.with_columns(code_kemendagri=1),
        "regions, column also_spelt: got 'List": REGIONS.with_columns(
            also_spelt=pl.lit(["Sungei"])
        ),
        "regions, row 2: got None": REGIONS.with_columns(
            pl.col("code_kemendagri").replace("99.99.01", None)
        ),
        "regions, row 7: got '99'": REGIONS.with_columns(pl.col("name").replace("x", None)),
        "regions, row 1: got '6A'": REGIONS.with_columns(code_kemendagri=pl.lit("6A")),
    }
    for said, table in tables.items():
        for ask in (
            lambda table=table: read(pl.DataFrame({"nik": ["x"]}), regions=table),
            lambda table=table: villages(table),
        ):
            with pytest.raises(InputError, match=said) as caught:
                ask()
            assert caught.value.__context__ is None


def test_a_nik_that_is_the_family_card_and_a_nik_nobody_knows() -> None:
    frame = pl.DataFrame(
        {"nik": ["9999992905840001", "0", None, "x"], "kk": ["9999992905840001", "1", None, "0"]}
    )
    found = read(frame)
    assert found.problems.select("source_row", "column", "problem", "reaction").rows() == [
        (1, "nik", "identity.is_kk", "to_check"),
        (2, "kk", "identity.length", "to_check"),
        (2, "nik", "identity.missing", "to_check"),
        (4, "nik", "identity.characters", "rejected"),
    ]
    assert found.report.metadata["empty"] == "1"


def test_the_birth_shows_whether_the_number_is_the_nik_or_the_card() -> None:
    numbers = ["9999992905840001", "9999996905840001", "9999992905840001", "9999992905840001"]
    births = ["29-05-1984", "29-05-1984", "28-05-1984", None]
    found = read(pl.DataFrame({"nik": numbers, "kk": numbers, "birth": births}))
    # A card never has 40 added to its day, so the second is seen in the cell already.
    assert found.problems.select("source_row", "column", "problem", "reaction").rows() == [
        (1, "kk", "identity.is_nik", "to_check"),
        (2, "kk", "identity.date", "to_check"),
        (3, "nik", "identity.is_kk", "to_check"),
        (4, "nik", "identity.is_kk", "to_check"),
    ]


def test_the_report_proves_its_sum() -> None:
    frame = pl.DataFrame({"source_row": [1, 2]})
    prove_complete(frame, [frame.head(1), frame.tail(1)])
    for parts in ([frame.head(1)], [frame, frame.head(1)]):
        with pytest.raises(JamsosError, match="fault of jamsos"):
            prove_complete(frame, parts)


def test_the_report_in_both_languages_and_escaped() -> None:
    frame = pl.DataFrame({"nik": ["999999 290584 0001"], "<script>alert(1)</script>": ["x"]})
    found = read(frame)
    assert str(found) == str(found.report) == found.report.text() == repr(found.report)
    assert "Diterima" in str(found)
    assert "Accepted" in found.report.text("en")
    for html in (found._repr_html_(), found.report._repr_html_(), found.report.html("en")):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
    with pytest.raises(InputError, match="lang"):
        found.report.text("fr")
    assert repr(found) == "Register(rows=1, accepted=1, to_check=0, rejected=0)"


def test_every_problem_comes_with_advice_in_both_languages() -> None:
    found = read(pl.DataFrame({"nik": ["99"]}))
    row = found.problems.row(0, named=True)
    assert row["advice_id"] == "bukan 16 angka: salin lagi dari KTP atau KK"
    assert row["advice_en"] == "not 16 digits: copy it again from the identity card or family card"
    assert row["value"] == "99"


def test_the_names_are_public() -> None:
    assert {"read_register", "check_register", "work_list", "write_work_list", "Limits"} <= set(
        homes("jamsos.registers")
    )
    assert Limits().bytes == 200 * 10**6
    assert Problem("nik.twice")


@pytest.mark.parametrize(
    "name", ["nowhere.csv", f"{'x' * 300}.csv", f"{'x' * 300}/x.csv", "\0.csv", "folder.csv"]
)
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match=r"source: got .*; allowed: a file that is there"):
        read(tmp_path / name)


def test_a_cell_of_a_heading_is_the_same_whatever_stands_beside_it(tmp_path: Path) -> None:
    headings = ['NIK,Nama," Hobi "', 'NIK,"Nama\nlengkap"," Hobi "']
    for heading in headings:
        people = "9999992905840001,Rekaan,memancing\n"
        found = read(saved(tmp_path, f"{heading}\n{people}".encode()))
        assert found.rows["Hobi"].to_list() == ["memancing"]
    # A cell that could act is made harmless in the look for the heading, and its neighbour stays.
    row = TopRow.of(1, ["(16\ndigit)", " (contoh) "])
    assert row.cells == ["(16 digit)", " (contoh) "]
