"""Several sheets of a workbook as one register: every row keeps its sheet, none is passed by."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from untyped import untyped

from jamsos import InputError
from jamsos.registers import (
    Limits,
    RefusedFileError,
    apply_corrections,
    check_register,
    read_corrections,
    read_register,
    read_registers,
    write_work_lists,
)

ON = date(2026, 11, 1)
HEADINGS = ["No", "NIK", "Nama", "Tgl Lahir"]
AMAT = ["1", "9999991705840001", "Rekaan Amat", "17-05-1984"]
SITI = ["1", "9999995705900002", "Rekaan Siti", "17-05-1990"]
BACO = ["2", "9999991705790003", "Rekaan Baco", "17-05-1979"]
COVER = [["DAFTAR PEKERJA RENTAN"], ["Desa Rekaan"]]
SHEETS: dict[str, list[list[str]]] = {
    "Sampul": COVER,
    "Dusun I": [HEADINGS, AMAT],
    "Dusun II": [["DUSUN II"], HEADINGS, SITI, BACO],
    "Lama": [HEADINGS, ["1", "9999991705600009", "Rekaan Lama", "17-05-1960"]],
}
"""A cover, two lists, and a hidden one of last year."""


def book(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]] = SHEETS) -> Path:
    with xlsxwriter.Workbook(str(path)) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
            if name == "Lama":
                sheet.hide()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return book(tmp_path / "desa.xlsx")


def test_all_visible_sheets_are_one_register(path: Path) -> None:
    found = read_register(path, on=ON, sheet="*")
    assert found.rows.select("source_row", "file", "sheet", "file_row", "name").rows() == [
        (2, "desa.xlsx", "Dusun I", 2, "Rekaan Amat"),
        (5, "desa.xlsx", "Dusun II", 3, "Rekaan Siti"),
        (6, "desa.xlsx", "Dusun II", 4, "Rekaan Baco"),
    ]
    assert found.by_file.rows() == [
        ("desa.xlsx", "Dusun I", 1, 0, 1, 0, 0, 0),
        ("desa.xlsx", "Dusun II", 3, 0, 2, 0, 0, 1),
    ]
    assert found.files.refused.select("file", "sheet").rows() == [("desa.xlsx", "Sampul")]
    assert "Tidak ada judul kolom yang dikenali" in found.files.refused["reason_id"].item()
    assert found.files.left_out.rows() == [("desa.xlsx", "Lama", "hidden_sheet")]
    assert found.report.metadata == {
        "kind": "Excel",
        "files": "1",
        "refused": "1",
        "left_out": "1",
        "empty": "0",
    }
    checked = check_register(found, on=ON)
    assert checked.by_file.equals(found.by_file)
    said = found.report.text("en")
    lines = [line.split("  ") for line in said.splitlines()]
    assert any("desa.xlsx, Sampul" in line for line in lines)
    assert any(line[-2:] == ["desa.xlsx, Lama", "a hidden sheet"] for line in lines)
    assert any(line[:1] == [""] and line[1:2] == ["desa.xlsx, Dusun II"] for line in lines)
    assert "lembar tersembunyi" in str(found)


def test_sheets_are_named_by_name_or_place_each_once(path: Path) -> None:
    found = read_register(path, on=ON, sheet=["Dusun II", 4, 3])
    assert found.by_file["sheet"].to_list() == ["Dusun II", "Lama"]
    assert found.files.refused.is_empty()
    assert found.files.left_out.rows() == [
        ("desa.xlsx", "Sampul", "sheet"),
        ("desa.xlsx", "Dusun I", "sheet"),
    ]


def test_a_named_sheet_that_cannot_be_read_is_an_error(path: Path) -> None:
    for wanted, reason in (
        (["Dusun I", "Sampul"], "judul kolom"),
        (["Dusun I", "Dusun 3"], "memuat lembar: Sampul, Dusun I, Dusun II, Lama."),
        ([9], "Lembar yang diminta tidak ada"),
    ):
        with pytest.raises(RefusedFileError) as caught:
            untyped(read_register)(path, on=ON, sheet=wanted)
        assert reason in caught.value.reason.say("id")


def test_a_workbook_without_any_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="headings"):
        read_register(book(tmp_path / "a.xlsx", {"Sampul": COVER}), on=ON, sheet="*")
    (tmp_path / "b.xlsx").write_text("")
    with pytest.raises(RefusedFileError, match="Excel workbook"):
        read_register(tmp_path / "b.xlsx", on=ON, sheet="*")


def test_what_has_no_sheets_is_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(cells) for cells in (HEADINGS, AMAT)), encoding="utf-8")
    found = read_register(path, on=ON, sheet="*")
    assert found.by_file.select("file", "sheet", "rows").rows() == [("a.csv", "", 1)]
    frame = pl.DataFrame({"NIK": [AMAT[1]]})
    assert "sheet" not in read_register(frame, on=ON, sheet="*").rows.columns


@pytest.mark.parametrize("wrong", [True, 1.5, [], [None], ["*"], {"Dusun I"}])
def test_what_is_no_sheet(path: Path, wrong: object) -> None:
    for read in (read_register, read_registers):
        with pytest.raises(InputError, match="the name of a sheet"):
            untyped(read)(path, on=ON, sheet=wrong)


def test_a_mapping_serves_the_sheets_that_have_its_headings(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A": [["NIK", "Siapa"], AMAT[1:3]], "B": [HEADINGS, SITI]})
    found = read_register(path, on=ON, sheet="*", mapping={"Siapa": "name"})
    assert found.rows["name"].to_list() == ["Rekaan Amat", "Rekaan Siti"]
    for wrong in ({"Orang": "name"}, {2: "name"}):
        with pytest.raises(InputError, match="mapping"):
            untyped(read_register)(path, on=ON, sheet="*", mapping=wrong)


def test_a_folder_of_workbooks_with_several_sheets(path: Path) -> None:
    book(path.parent / "hulu.xlsx", {"Satu": [HEADINGS, AMAT], "Dua": [HEADINGS, BACO]})
    every = read_registers(path.parent, on=ON, sheet="*")
    assert every.by_file.select("file", "sheet", "rows").rows() == [
        ("desa.xlsx", "Dusun I", 1),
        ("desa.xlsx", "Dusun II", 3),
        ("hulu.xlsx", "Satu", 1),
        ("hulu.xlsx", "Dua", 1),
    ]
    assert every.report.metadata["files"] == "2"
    twice = check_register(every, on=ON).problems.filter(problem="nik.repeated")
    assert twice["hint"].to_list() == ["desa.xlsx Dusun I 2", "desa.xlsx Dusun II 4"]
    named = read_registers(path.parent, on=ON, sheet=["Dusun I", "Satu"])
    assert named.by_file["sheet"].to_list() == ["Dusun I", "Satu"]
    assert named.files.refused.select("file", "sheet").rows() == [
        ("desa.xlsx", "Satu"),
        ("hulu.xlsx", "Dusun I"),
    ]
    unclear = read_registers(path.parent, on=ON)
    assert unclear.files.refused.select("file", "sheet").rows() == [
        ("desa.xlsx", ""),
        ("hulu.xlsx", ""),
    ]
    one = read_registers(path.parent / "desa.xlsx", on=ON, sheet="Dusun I")
    assert one.files.left_out.select("sheet", "reason").rows() == [
        ("Sampul", "sheet"),
        ("Dusun II", "sheet"),
        ("Lama", "hidden_sheet"),
    ]


def test_the_limits_hold_for_all_sheets_together(path: Path) -> None:
    sheets = ["Dusun II", "Lama", "Dusun I"]
    found = read_registers(path, on=ON, sheet=sheets, limits=Limits(rows=4))
    assert found.by_file["sheet"].to_list() == ["Dusun II", "Lama"]
    assert found.files.refused["sheet"].to_list() == ["Dusun I"]
    assert "Jumlah baris 5 terlalu banyak" in found.files.refused["reason_id"].item()


def test_a_workbook_in_which_nothing_is_visible(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"Sampul": COVER, "Lama": SHEETS["Lama"]})
    lists = read_register(path, on=ON, sheet=2)
    assert lists.rows["name"].to_list() == ["Rekaan Lama"]
    hidden = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(str(hidden)) as workbook:
        workbook.add_chartsheet("Grafik")
        workbook.add_worksheet("Lama").hide()
    with pytest.raises(RefusedFileError) as caught:
        read_register(hidden, on=ON, sheet="*")
    assert "memuat lembar: Lama." in caught.value.reason.say("id")


def test_work_lists_name_the_sheet_and_come_back(tmp_path: Path) -> None:
    first = ["1", "", "Rekaan Amat", "17-05-1984"]
    second = ["1", "", "Rekaan Siti", "17-05-1990"]
    path = book(tmp_path / "desa.xlsx", {"Dusun I": [HEADINGS, first], "2": [HEADINGS, second]})
    register = check_register(read_register(path, on=ON, sheet="*"), on=ON)
    lists = tmp_path / "lists"
    lists.mkdir()
    write_work_lists(register, lists, by="file")
    (name,) = [file.name for file in lists.iterdir()]
    headings, *lines = CalamineWorkbook.from_path(lists / name).get_sheet_by_index(0).to_python()
    place = [headings.index(title) for title in ("berkas", "lembar", "baris", "kolom")]
    assert [[line[number] for number in place] for line in lines] == [
        ["desa.xlsx", "Dusun I", 2, "NIK"],
        ["desa.xlsx", "2", 2, "NIK"],
    ]
    correction = headings.index("perbaikan")
    lines[0][correction], lines[1][correction] = AMAT[1], SITI[1]
    back = tmp_path / "back"
    back.mkdir()
    rows = [[str(cell).removesuffix(".0") for cell in row] for row in (headings, *lines)]
    book(back / name, {"Lembar1": rows})
    applied = apply_corrections(register, read_corrections(back), on=ON)
    assert applied.record["outcome"].to_list() == ["accepted", "accepted"]
    corrected = applied.register.accepted.select("sheet", "name", "nik").rows()
    assert corrected == [("Dusun I", "Rekaan Amat", AMAT[1]), ("2", "Rekaan Siti", SITI[1])]
    single = read_registers(path, on=ON, sheet="2")
    only = tmp_path / "only"
    only.mkdir()
    write_work_lists(check_register(single, on=ON), only, by="file")
    (name,) = [file.name for file in only.iterdir()]
    assert (
        "lembar" not in CalamineWorkbook.from_path(only / name).get_sheet_by_index(0).to_python()[0]
    )
