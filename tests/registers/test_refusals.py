"""Files that are refused say so in Indonesian and English, to the caller and to the sender."""

import ast
import copy
import pickle
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from jamsos import InputError
from jamsos.answers.texts import catalogue
from jamsos.registers import (
    Limits,
    apply_corrections,
    intake,
    read_corrections,
    read_register,
    read_registers,
    write_work_lists,
)
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal

ON = date(2026, 11, 1)
NIK = "9999991705840001"
LIST = f"NIK,Nama\n{NIK},Rekaan Amat\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
INTAKE = Path(intake.__file__).parent
ROOM = INTAKE.parent

ARGUMENTS = {
    "intake/checking.py": {"register", "column {name}"},
    "intake/csv_source.py": {"separator"},
    "intake/folder.py": {"folder", "entries of the folder"},
    "intake/frame_source.py": {"source"},
    "intake/headings.py": {"mapping"},
    "intake/own_words.py": {"thing", "_THING", "{_THING}: column"},
    "intake/places.py": {"mapping"},
    "intake/sheet_names.py": {"sheet"},
    "intake/together.py": {"mapping"},
    "intake/work_lists.py": {"reactions", "sheets"},
    "fieldwork/village_lists.py": {"workbooks", "register", "folder"},
}
"""What the caller gave is wrong; nobody who sent a file can put that right."""


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def csv(folder: Path, text: str) -> Path:
    return saved(folder, "a.csv", text)


def package(folder: Path, **parts: str) -> Path:
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(f"xl/{name}.xml", content)
    return path


def book(folder: Path, *sheets: str) -> Path:
    with xlsxwriter.Workbook(str(folder / "a.xlsx")) as workbook:
        for name in sheets:
            workbook.add_worksheet(name).write_row(0, 0, ["NIK", "Nama"])
    return folder / "a.xlsx"


def shared_text(folder: Path) -> Path:
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 400))
    return package(
        folder,
        sharedStrings=f"<sst><si><t>{'x' * 5000}</t></si></sst>",
        sheet1=f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
    )


def nested(folder: Path) -> Path:
    path = folder / "a.parquet"
    pl.DataFrame({"NIK": [["x"]]}).write_parquet(path)
    return path


def locked(folder: Path) -> Path:
    path = book(folder, "A")
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1
    return saved(folder, "a.xlsx", bytes(data))


def work_list(folder: Path) -> Path:
    village = folder / "desa.csv"
    village.write_text("NIK,Nama\n,Rekaan Amat\n", encoding="utf-8")
    lists = folder / "lists"
    lists.mkdir()
    name: str = write_work_lists(read_registers(village, on=ON), lists)["workbook"].item()
    return lists / name


def one(path: Path, limits: Limits | None = None, **how: str) -> object:
    return read_register(path, on=ON, limits=limits, **how)  # type: ignore[arg-type]


CAUSES: dict[Refusal, tuple[Callable[[Path], object], str]] = {
    Refusal.ABSENT: (lambda folder: one(folder / "a.csv"), "Berkas ini tidak ada."),
    Refusal.ENDING: (lambda folder: one(saved(folder, "a.docx", "x")), "akhiran nama ini"),
    Refusal.PDF: (lambda folder: one(saved(folder, "a.xlsx", "%PDF-1.7")), "Berkas ini PDF"),
    Refusal.PICTURE: (lambda folder: one(saved(folder, "a.xlsx", b"\x89PNG")), "ini gambar"),
    Refusal.WEB_ARCHIVE: (
        lambda folder: one(saved(folder, "a.xls", "MIME-Version: 1.0")),
        "arsip halaman web",
    ),
    Refusal.XML_2003: (
        lambda folder: one(
            saved(
                folder, "a.xls", '<?xml?><x xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
            )
        ),
        "XML tahun 2003",
    ),
    Refusal.NO_TABLE: (
        lambda folder: one(saved(folder, "a.xls", "<html><p>x</p></html>")),
        "tidak memuat tabel",
    ),
    Refusal.LOCKED: (
        lambda folder: one(locked(folder)),
        "Berkas ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.",
    ),
    Refusal.DAMAGED: (lambda folder: one(saved(folder, "a.xlsx", OLE * 99)), "Berkas ini rusak"),
    Refusal.DAMAGED_TEXT: (
        lambda folder: one(saved(folder, "a.csv", b"\xff\xfeN\x00I\x00K")),
        "terpotong atau rusak",
    ),
    Refusal.DAMAGED_PARQUET: (
        lambda folder: one(saved(folder, "a.parquet", "PAR1")),
        "Berkas Parquet ini rusak.",
    ),
    Refusal.UNUSUAL: (
        lambda folder: one(package(folder, workbook="<!DOCTYPE x>")),
        "tidak lazim",
    ),
    Refusal.BYTES: (
        lambda folder: one(csv(folder, LIST), Limits(megabytes=0)),
        "paling banyak 0 MB",
    ),
    Refusal.UNPACKED: (
        lambda folder: one(package(folder, a="x"), Limits(unpacked_megabytes=0)),
        "paling banyak 0 MB setelah dibuka",
    ),
    Refusal.LETTERS: (
        lambda folder: one(shared_text(folder), Limits(text_megabytes=1)),
        "Teks di dalam sel berkas ini terlalu banyak.",
    ),
    Refusal.ROWS: (
        lambda folder: one(csv(folder, LIST * 5), Limits(rows=2)),
        "paling banyak 2. Hapus baris kosong",
    ),
    Refusal.COLUMNS: (
        lambda folder: one(csv(folder, LIST), Limits(columns=1)),
        "Jumlah kolom 2 terlalu banyak; paling banyak 1.",
    ),
    Refusal.CELLS: (
        lambda folder: one(csv(folder, LIST), Limits(cells=3)),
        "Jumlah sel terlalu banyak; paling banyak 3.",
    ),
    Refusal.CELL_KIND: (lambda folder: one(nested(folder)), 'Isi kolom "NIK" bukan teks'),
    Refusal.WHICH_SHEET: (
        lambda folder: one(book(folder, "Dusun I", "Dusun II")),
        "memuat lembar: Dusun I, Dusun II.",
    ),
    Refusal.NO_SUCH_SHEET: (
        lambda folder: one(book(folder, "Dusun I"), sheet="Dusun II"),
        "yang diminta tidak ada; berkas ini memuat lembar: Dusun I.",
    ),
    Refusal.NO_HEADING: (
        lambda folder: one(csv(folder, "Warna,Rasa\nbiru,manis\n")),
        "Tidak ada judul kolom yang dikenali",
    ),
    Refusal.NO_NIK: (
        lambda folder: one(csv(folder, "Nama,Alamat\nRekaan,x\n")),
        "Kolom NIK tidak ditemukan.",
    ),
    Refusal.UNCLEAR_NIK: (
        lambda folder: one(csv(folder, f"NIK Penanggung,Nama\n{NIK},Rekaan\n")),
        'mirip NIK, tetapi keterangan "penanggung" tidak dipahami. Beri judul NIK saja',
    ),
    Refusal.OTHER_TABLE: (
        lambda folder: one(csv(folder, f"{LIST}NIK,Tgl Lahir\n{NIK},17-05-1984\n")),
        "Di baris 3 mulai tabel lain",
    ),
    Refusal.BESIDE: (
        lambda folder: one(csv(folder, f"NIK,Nama,,\n{NIK},Rekaan,{NIK[:-1]}2,Rekaan\n")),
        "Kolom ke-3 berisi NIK tetapi tidak berjudul.",
    ),
    Refusal.PEOPLE_ABOVE: (
        lambda folder: one(csv(folder, f"{NIK},Rekaan\nNIK,Nama\n")),
        "Di baris 1, di atas judul kolom, ada NIK seseorang.",
    ),
    Refusal.TWO_HEADINGS: (
        lambda folder: one(csv(folder, f"NIK,No KTP\n{NIK},{NIK}\n")),
        "Lebih dari satu kolom berjudul NIK: NIK, No KTP.",
    ),
    Refusal.DAILY: (
        lambda folder: read_register(
            csv(folder, f"NIK,Upah per hari\n{NIK},90000\n"),
            on=ON,
            mapping={"Upah per hari": "income"},
        ),
        'Kolom "Upah per hari" berisi penghasilan sehari',
    ),
}
"""What a reader refuses, and what the village is told."""

FOLDERS: dict[Refusal, tuple[Callable[[Path], pl.DataFrame], str]] = {
    Refusal.TOGETHER: (
        lambda folder: (
            read_registers(
                [saved(folder, "a.csv", LIST), saved(folder, "b.csv", LIST + " " * 999_950)],
                on=ON,
                limits=Limits(megabytes=1),
            ).files.refused
        ),
        "Semua berkas bersama-sama terlalu besar; paling banyak 1 MB.",
    ),
    Refusal.WORK_LIST: (
        lambda folder: read_registers([work_list(folder)], on=ON).files.refused,
        "Berkas ini daftar kerja",
    ),
    Refusal.NO_WORK_LIST: (
        lambda folder: read_corrections([csv(folder, LIST)]).refused,
        "Berkas ini bukan daftar kerja",
    ),
}
"""What is listed of a folder."""


@pytest.mark.parametrize("why", CAUSES, ids=str)
def test_a_file_is_refused_in_both_languages(why: Refusal, tmp_path: Path) -> None:
    cause, said = CAUSES[why]
    with pytest.raises(RefusedFileError) as caught:
        cause(tmp_path)
    reason = caught.value.reason
    assert reason.code == f"register.refused.{why}"
    assert said in reason.say("id")
    assert reason.say("en") != reason.say("id")
    assert NIK not in reason.say("id") + reason.say("en")


@pytest.mark.parametrize("why", FOLDERS, ids=str)
def test_what_a_folder_lists_is_said_in_both_languages(why: Refusal, tmp_path: Path) -> None:
    cause, said = FOLDERS[why]
    refused = cause(tmp_path)
    assert said in refused["reason_id"].item()
    assert refused["reason_en"].item() not in refused.select("reason", "reason_id").row(0)


def test_every_reason_is_caused_by_a_file() -> None:
    assert {*CAUSES, *FOLDERS} == set(Refusal)


@pytest.mark.parametrize("why", Refusal, ids=str)
def test_a_reason_says_what_to_do(why: Refusal) -> None:
    for lang in ("id", "en"):
        sentence = catalogue(lang)[f"register.refused.{why}"]
        assert sentence.endswith(".")
        assert ". " in sentence, "what is wrong, and then what to do"


def test_whatever_a_file_may_cause_is_no_plain_error() -> None:
    """A plain error is about an argument: of a file that cannot be taken there are words."""
    found: dict[str, set[str]] = {}
    for path in sorted([*INTAKE.glob("*.py"), *(ROOM / "fieldwork").glob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "InputError":
                thing = ast.unparse(node.args[0]).removeprefix("f").strip("'")
                found.setdefault(path.relative_to(ROOM).as_posix(), set()).add(thing)
    assert found == ARGUMENTS


def test_the_report_says_why_in_its_language(tmp_path: Path) -> None:
    saved(tmp_path, "a.csv", LIST)
    saved(tmp_path, "b.xlsx", "%PDF-1.7")
    found = read_registers(tmp_path, on=ON)
    assert "b.xlsx  Berkas ini PDF, bukan tabel." in str(found)
    assert "b.xlsx  This file is a PDF and no table." in found.report.text("en")
    returned = tmp_path / "returned"
    returned.mkdir()
    corrections = read_corrections([saved(returned, "c.xlsx", "%PDF-1.7")])
    applied = apply_corrections(found, corrections, on=ON)
    assert "c.xlsx  Berkas ini PDF, bukan tabel." in str(applied)
    assert "c.xlsx  This file is a PDF and no table." in applied.text("en")


def test_an_error_with_its_reason_travels_and_shows_no_number() -> None:
    error = refusal(Refusal.CELL_KIND, f"column {NIK}", "List", "text", "drop it", column=NIK)
    again = [copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))]  # noqa: S301 - our own
    for one_of_them in again:
        assert str(one_of_them) == str(error)
        assert one_of_them.reason == error.reason
    said = error.reason.say("id")
    assert said.startswith('Isi kolom "**************01" bukan teks')
    named = error.about("source")
    assert (named.thing, named.reason) == ("source", error.reason)
    assert isinstance(error, InputError)
