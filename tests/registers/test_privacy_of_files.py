"""A NIK in any place of a file, or of a list that comes back, is shown nowhere it is not asked for.

Asked for: the cells of the people (``rows`` and its parts), the rows an export writes, and
``Corrections.lines``. Everything else shows two digits at the most.
"""

import logging
import re
import traceback
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from list_files import written_list
from python_calamine import CalamineWorkbook

from jamsos import JamsosError
from jamsos.registers import (
    AppliedCorrections,
    Register,
    apply_corrections,
    check_register,
    read_corrections,
    read_register,
    read_registers,
    work_list,
    write_work_list,
    write_work_lists,
)

ON = date(2026, 11, 1)
NIK = "9999991705840001"
CARD = "9999990306100005"
SPACED = "999999 170584 0001"
DOTTED = "99.99.99.170584.0001"
LETTER = "9999991705840OO1"
SHORT = NIK[:-1]
LONG = f"{NIK}7"
WIDE = NIK.translate({ord(str(n)): 0xFF10 + n for n in range(10)})
SPELLINGS = (NIK, SPACED, DOTTED, LETTER, SHORT, LONG, WIDE, f"'{NIK}", f'="{NIK}"', f"{NIK}.0")
_BETWEEN = re.compile(r"(?<=\d)[ .\-_/,'\u00a0](?=\d)")
_LEAST = 8
"""So many digits of a number in a row give away more than the day of a birth."""
PIECES = {number[n : n + _LEAST] for number in (NIK, CARD) for n in range(len(NIK) - _LEAST + 1)}
HEADINGS = [
    *("No", "NIK", "No KK", "Nama", "L/P", "Tgl Lahir", "Kecamatan", "Desa", "Wilayah KTP"),
    *("Kelompok", "Pekerjaan", "Segmen", "Sektor", "Pembayar", "Penghasilan", "Bekerja"),
    *("Suket", "Jumlah Anak", "Meninggal", "Tgl Meninggal", "Iuran", "Catatan"),
]
SOUND = [
    *("1", NIK, CARD, "Rekaan Amat", "L", "17-05-1984", "Hulu", "Sungai", "99.99", "petani"),
    *("petani", "BPU", "lainnya", "sendiri", "900000", "ya", "ya", "2", "tidak", "", "16800", "-"),
]
"""Somebody in whose row nothing is wrong."""


def leaks(texts: Iterator[str]) -> list[str]:
    """The texts with eight digits of a number in a row, however they are set apart."""
    found: list[str] = []
    for text in texts:
        digits = text.translate({0xFF10 + n: str(n) for n in range(10)})
        joined = _BETWEEN.sub("", digits)
        found.extend(text[:300] for piece in PIECES if piece in joined)
    return found


def test_the_check_itself_finds_what_it_looks_for() -> None:
    assert all(leaks(iter([f"x {spelling} y"])) for spelling in SPELLINGS)
    assert leaks(iter(["**************01", "17-05-1984", "kerja 01.xlsx"])) == []


def astray(number: str) -> list[list[Any]]:
    """A row for each column with the number in it."""
    rows: list[list[Any]] = []
    for column in range(len(HEADINGS)):
        row = [*SOUND]
        row[column] = number
        rows.append(row)
    return rows


def table(number: str) -> list[list[Any]]:
    """A list with the number in its title, cells, hamlet, total, note and signature."""
    title = [f"DAFTAR PEKERJA {number}"]
    section = [f"Dusun {number}"]
    total = ["", "JUMLAH", number]
    foot = [[f"Rekaan, {number}"], ["", "Kepala Desa"], ["", f"NIP. {number}"], [f"Ket: {number}"]]
    return [title, HEADINGS, section, *astray(number), total, *foot]


def folder_with(number: str, place: Path) -> Path:
    """Files of many kinds with the number inside and outside of them."""
    place.mkdir()
    rows = table(number)
    safe = number.replace("/", "").replace('"', "").replace("=", "")
    for kind, suffix in (("csv", ".csv"), ("html", ".xls"), ("ods", ".ods")):
        path = written_list({"kind": kind, "rows": rows, "separator": ";"}, place)
        path.rename(place / f"{kind} {safe}{suffix}")
    with xlsxwriter.Workbook(str(place / f"buku {safe}.xlsx")) as book:
        book.set_properties({"title": number, "author": number, "comments": number})
        sheet: Any = book.add_worksheet(safe.strip("'")[:31])
        hidden: Any = book.add_worksheet(f"b {safe}"[:31])
        hidden.hide()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
        sheet.write_formula(len(rows), 1, f'="{NIK}"', None, NIK)
        sheet.write_number(len(rows) + 1, 1, int(NIK))
        sheet.write_comment(2, 1, number)
    (place / f"rusak {safe}.xlsx").write_bytes(b"PK\x03\x04" + number.encode())
    (place / f"kosong {safe}.csv").write_text(f"{number}\n{number}\n", encoding="utf-8")
    (place / f"aneh {safe}.csv").write_bytes(f'NIK;Nama\n{NIK};"R\xe9\n'.encode("latin-1"))
    (place / f"surat {safe}.docx").write_text(number, encoding="utf-8")
    return place


@pytest.fixture(params=SPELLINGS, ids=range(len(SPELLINGS)))
def number(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def frames_of(found: Register) -> Iterator[pl.DataFrame]:
    """Every frame of a register but those of its people."""
    yield from (found.problems, found.repairs, found.not_people, found.by_file)
    yield from (found.unknown_words, found.files.read, found.files.refused)
    yield from (found.files.left_out, found.files.seals, found.confirmed)
    yield from (found.report.problems, found.report.repairs, found.report.by_file)
    every = ["rejected", "to_check", "warning", "information"]
    yield work_list(found, reactions=every)
    yield work_list(found, reactions=every, lang="en")


def told_by(found: Register) -> Iterator[str]:
    """Everything a register shows, says and keeps beside its people."""
    report = found.report
    yield from (str(found), repr(found), found._repr_html_(), f"{found}")
    yield from (report.text("id"), report.text("en"), report.html("id"), report.html("en"))
    yield from (repr(report), repr(found.files))
    yield from map(str, (report.metadata, report.headings, report.untaken, report.counts))
    yield str(found.rows.columns)
    yield from found.rows["file"]
    yield from found.rows["sheet"]
    for frame in frames_of(found):
        yield from (str(row) for row in frame.iter_rows())


def content_of(folder: Path) -> Iterator[str]:
    """The names and the contents of workbooks, part by part."""
    for path in sorted(folder.rglob("*.xlsx")):
        yield path.name
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield book.read(name).decode()


def test_no_place_of_a_file_shows_a_number(
    number: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = folder_with(number, tmp_path / "desa")
    out = tmp_path / "out"
    out.mkdir()
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        found = check_register(read_registers(folder, on=ON), on=ON, region="99.99")
        write_work_lists(found, out, reactions=["rejected", "to_check", "warning"])
        write_work_list(found, tmp_path / "satu.xlsx")
        logging.getLogger("an.office").warning("%s %r", found, found)
    assert found.rows.height > 3 * len(HEADINGS)
    assert found.files.refused.height >= 2
    assert NIK in set(found.rows["nik"]), "here it is asked for"
    said = [str(one.message) for one in warned]
    assert leaks(iter([caplog.text, *said, *capfd.readouterr()])) == []
    assert leaks(told_by(found)) == []
    assert leaks(content_of(out)) == []
    one_list = tmp_path / "satu.xlsx"
    (out / one_list.name).write_bytes(one_list.read_bytes())
    assert leaks(content_of(out)) == []


def test_no_heading_shows_a_number(number: str, tmp_path: Path) -> None:
    headings = [*HEADINGS[:-2], f"Iuran {number}", f"Catatan {number}"]
    rows = [[f"DAFTAR {number}"], headings, SOUND, ["", "JUMLAH", number]]
    path = written_list({"kind": "csv", "rows": rows, "separator": ";"}, tmp_path)
    found = check_register(read_register(path, on=ON, heading_row=2), on=ON)
    assert found.accepted["nik"].to_list() == [NIK]
    texts = [str(found), repr(found), found._repr_html_(), str(found.rows.columns)]
    report = found.report
    texts += [report.text("en"), str(report.headings), str(report.untaken), str(report.metadata)]
    texts += [str(row) for row in found.not_people.iter_rows()]
    assert leaks(iter(texts)) == []


def fill(path: Path, number: str, name: str) -> None:
    """Put the number into every place of a work list that somebody could fill in."""
    headings, *lines = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    places = [headings.index(one) for one in ("perbaikan", "sudah?", "kunci (jangan diubah)")]
    with xlsxwriter.Workbook(str(path.with_name(name))) as book:
        sheet: Any = book.add_worksheet()
        for row, cells in enumerate([headings, *lines]):
            # Most lines get a correction, some another word, and some another key.
            place = places[0 if row % 7 else 1 + row % 2]
            for column, cell in enumerate(cells):
                text = number if row and column == place else str(cell).removesuffix(".0")
                sheet.write_string(row, column, text)


def told_of(applied: AppliedCorrections) -> Iterator[str]:
    """Everything that applied corrections show and keep."""
    yield from (str(applied), repr(applied), applied._repr_html_())
    for lang in ("id", "en"):
        yield from (applied.text(lang), applied.html(lang))
    for frame in (applied.record, applied.refused):
        yield from (str(row) for row in frame.iter_rows())
    yield from told_by(applied.register)


def test_no_list_that_comes_back_shows_a_number(
    number: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = tmp_path / "desa"
    place.mkdir()
    row = [*SOUND]
    row[1:3] = ["", "x"]
    row[5:] = ["31/02/1984", "", "", "?x", "gali", "gali", "x", "x", "x", "x", "x", "x", "x", "x"]
    rows = [HEADINGS, [cell or "" for cell in [*row, "x", "x", "=1"]]]
    rows += [[*SOUND], [*SOUND[:3], "=Rekaan", *SOUND[4:]]]
    written_list({"kind": "csv", "rows": rows, "separator": ";"}, place)
    found = check_register(read_registers(place, on=ON), on=ON)
    back = tmp_path / "back"
    back.mkdir()
    write_work_lists(found, back, by="file", reactions=["rejected", "to_check", "warning"])
    (sent,) = back.iterdir()
    safe = number.replace("/", "").replace('"', "").replace("=", "")
    fill(sent, number, f"kerja {safe}.xlsx")
    sent.unlink()
    (back / f"lain {safe}.csv").write_text(f"{number};x\n", encoding="utf-8")
    with caplog.at_level(logging.DEBUG):
        corrections = read_corrections(back)
        applied = apply_corrections(found, corrections, on=ON)
        logging.getLogger("an.office").warning("%s %r", applied, corrections)
    assert corrections.lines.height > 15
    assert corrections.refused.height == 1
    shown = [caplog.text, repr(corrections), str(corrections.refused.rows())]
    assert leaks(iter([*shown, str(corrections.left_out.rows())])) == []
    assert leaks(told_of(applied)) == []


def wrong_calls(number: str, place: Path) -> Iterator[Callable[[], object]]:
    """Calls with the number where it does not belong."""
    frame = pl.DataFrame({"nik": ["x"], "nama": ["Rekaan"]})
    words = place / f"{number.strip('=')}.csv".replace('"', "")
    words.write_text(f"column,word,meaning\noccupation,{number},{number}\n", encoding="utf-8")
    yield lambda: read_register(frame, on=ON, words={"occupation": {"x": number}})
    yield lambda: read_register(frame, on=ON, words={number: {"x": "y"}})
    yield lambda: read_register(frame, on=ON, words=words)
    yield lambda: read_register(frame, on=ON, mapping={number: "name"})
    yield lambda: read_register(frame, on=ON, mapping={"nama": number})
    yield lambda: read_register(frame, on=ON, sheet=number, heading_row=0)
    yield lambda: read_register(frame, on=ON, regions=pl.DataFrame({number: [number]}))
    yield lambda: read_register(pl.DataFrame({f"Nama {number}": ["x"]}), on=ON)
    yield lambda: read_registers(place / number.replace("/", ""), on=ON)
    yield lambda: read_registers([], on=ON)
    yield lambda: read_corrections(place / number.replace("/", ""))
    yield lambda: check_register(frame, on=ON, region=number)
    yield lambda: work_list(read_register(frame, on=ON), reactions=[number])
    yield lambda: write_work_list(read_register(frame, on=ON), place / f"{words.stem}.doc")


def test_no_error_of_a_file_shows_a_number(number: str, tmp_path: Path) -> None:
    for call in wrong_calls(number, tmp_path):
        with pytest.raises(JamsosError) as caught:
            call()
        error = caught.value
        shown = "".join(traceback.format_exception_only(error))
        assert leaks(iter([shown, repr(error), str(error.args), str(vars(error))])) == []
        assert (error.__context__, error.__cause__) == (None, None)
