"""What is written is whole: an earlier file is never lost, and every day and text comes back."""

import errno
import gc
import os
import resource
import stat
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from jamsos import InputError
from jamsos.registers import (
    check_register,
    export_rows,
    read_register,
    write_synthetic,
    write_synthetic_workbook,
    write_work_list,
)
from jamsos.registers.frame_workbooks import write_frame
from jamsos.registers.outputs import written
from jamsos.registers.workbooks import write_sheet, write_sheets

NIKS = [f"999999290512{number:04}" for number in range(1, 2001)]
PEOPLE = pl.DataFrame({"nik": NIKS, "name": [f"Rekaan {number * 7919}" for number in range(2000)]})
EARLIER = b"last month's list"


def export(path: Path) -> object:
    return export_rows(PEOPLE, path, unmasked=True)


def work_list(path: Path) -> object:
    unknown = PEOPLE.with_columns(nik=pl.lit(None, pl.String))
    return write_work_list(check_register(unknown, on=date(2026, 11, 1)), path)


def invented(path: Path) -> None:
    write_synthetic(path, 20_000, seed=1)


def invented_workbook(path: Path) -> None:
    write_synthetic_workbook(path, 2000, seed=1)


def sheet(path: Path) -> object:
    return write_sheet(path, ["nik"], [[nik] for nik in NIKS], title="x")


Write = Callable[[Path], object]
WRITERS: list[Any] = [
    pytest.param(export, "x.csv", id="csv"),
    pytest.param(export, "x.xlsx", id="workbook"),
    pytest.param(work_list, "x.xlsx", id="work list"),
    pytest.param(sheet, "x.xlsx", id="sheet"),
    pytest.param(invented, "x.parquet", id="parquet"),
    pytest.param(invented_workbook, "x.xlsx", id="invented workbook"),
]


@contextmanager
def then_closed() -> Generator[None]:
    """What was left open is closed in the end; only what is new is looked through for it."""
    gc.freeze()
    try:
        yield
        gc.collect()
    finally:
        gc.unfreeze()


@contextmanager
def full_disk() -> Generator[None]:
    """No file may grow beyond a thousand bytes, as on a disk that has no more room."""
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))


def cells(path: Path) -> list[list[Any]]:
    _, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return rows


# XlsxWriter leaves its own temporary files open where it fails.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("text", [b"", EARLIER])
@pytest.mark.parametrize(("write", "name"), WRITERS)
def test_a_full_disk_leaves_the_earlier_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write, name: str, text: bytes
) -> None:
    folder, elsewhere = tmp_path / "lists", tmp_path / "temporary"
    folder.mkdir()
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    if text:
        (folder / name).write_bytes(text)
    with (
        then_closed(),
        full_disk(),
        pytest.raises(InputError, match=f"{name}: the disk is full.*make room on the disk"),
    ):
        write(folder / name)
    assert [path.read_bytes() for path in folder.iterdir()] == ([text] if text else [])
    assert not list(elsewhere.iterdir())


def test_a_cell_that_no_sheet_holds_leaves_the_earlier_file(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(EARLIER)
    long = pl.DataFrame({"nik": NIKS[:2], "name": ["Rekaan", "x" * 40_000]})
    writers: list[Callable[[], object]] = [
        lambda: export_rows(long, file),
        lambda: write_sheet(file, ["name"], long.select("name").iter_rows(), title="x"),
    ]
    for write in writers:
        with pytest.raises(InputError, match="row 2: got 'text of 40,000 letters'"):
            write()
        assert [path.read_bytes() for path in tmp_path.iterdir()] == [EARLIER]


def test_an_interruption_leaves_the_earlier_file(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(EARLIER)

    def interrupted(target: Any) -> None:
        target.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(file, interrupted)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [EARLIER]


@pytest.mark.parametrize(("write", "name"), WRITERS)
def test_the_file_is_moved_into_place_for_its_owner_alone(
    tmp_path: Path, write: Write, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(EARLIER)
    file.chmod(0o666)
    with file.open("rb") as opened:
        write(file)
        # Whoever has the earlier file open still reads it whole.
        assert opened.read() == EARLIER
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() != EARLIER


@pytest.mark.parametrize(("write", "name"), WRITERS)
def test_what_must_not_be_replaced_is_refused_before_anything_is_written(
    tmp_path: Path, write: Write, name: str
) -> None:
    other = tmp_path / "other"
    other.write_bytes(EARLIER)
    file = tmp_path / name
    file.symlink_to(other)
    with pytest.raises(InputError, match=f"{name}: a link.*name the file that the link leads to"):
        write(file)
    assert (file.is_symlink(), other.read_bytes()) == (True, EARLIER)
    file.unlink()
    file.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match=f"{name}: a link"):
        write(file)
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(InputError, match=f"{name}: no file.*choose another name"):
        write(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(InputError, match=f"{name}: a folder.*choose another name"):
        write(file)
    file.rmdir()
    file.write_bytes(EARLIER)
    file.chmod(0o444)
    with pytest.raises(InputError, match=f"{name}: a protected file.*allow it to be written"):
        write(file)
    assert file.read_bytes() == EARLIER
    assert {path.name for path in tmp_path.iterdir()} == {name, "other"}


def test_a_folder_behind_a_link_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "lists")
    assert export(tmp_path / "link" / "x.csv") == 2000
    assert [path.name for path in (tmp_path / "lists").iterdir()] == ["x.csv"]


@pytest.mark.parametrize(
    ("number", "step"),
    [
        (errno.EACCES, "write it to a folder in which you may write"),
        (errno.EROFS, "write it to a folder in which you may write"),
        (errno.ENOSPC, "make room on the disk"),
        (errno.EDQUOT, "make room on the disk"),
        (errno.EIO, "close the file, or write it elsewhere"),
    ],
)
def test_a_folder_that_takes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    def refuse(**_options: object) -> None:
        raise OSError(number, os.strerror(number))

    # Whoever runs the tests may be allowed to write everywhere.
    monkeypatch.setattr("jamsos.registers.outputs.mkstemp", refuse)
    with pytest.raises(InputError, match=f"a place that can be written.*{step}") as caught:
        export(tmp_path / "x.csv")
    assert caught.value.__context__ is None


def test_a_failure_without_a_number_is_named(tmp_path: Path) -> None:
    def fail(_target: object) -> None:
        raise OSError

    with pytest.raises(InputError, match=r"x\.csv: OSError.*close the file"):
        written(tmp_path / "x.csv", fail)


def test_a_folder_that_cannot_be_synced_has_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []

    def sync(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        synced.append(is_folder)
        if is_folder:
            raise OSError(errno.EINVAL, "")

    monkeypatch.setattr(os, "fsync", sync)
    assert export(tmp_path / "x.csv") == 2000
    # The file before it was moved, the folder after.
    assert synced == [False, True]


FIRST = date(1899, 12, 30)
DAYS = [
    *(FIRST + timedelta(number) for number in range(63)),  # to 1900-03-02
    date(1, 1, 1),
    date(1582, 10, 15),
    date(1800, 2, 28),
    date(1904, 1, 1),
    date(1970, 1, 1),
    date(2000, 2, 29),
    date(2026, 11, 30),
    date(9999, 12, 31),
]


def as_day(cell: object) -> date:
    """A day that came back: a cell of days, or ISO text."""
    if isinstance(cell, str):
        return date.fromisoformat(cell)
    assert isinstance(cell, date)
    return cell


def test_every_day_comes_back_from_a_workbook(tmp_path: Path) -> None:
    assert DAYS[62] == date(1900, 3, 2)
    frame = pl.DataFrame({"nik": NIKS[: len(DAYS)], "birth": DAYS})
    export_rows(frame, tmp_path / "frame.xlsx", unmasked=True)
    write_sheet(tmp_path / "rows.xlsx", frame.columns, frame.iter_rows(), title="x")
    for name in ("frame.xlsx", "rows.xlsx"):
        days = [day for _, day in cells(tmp_path / name)]
        assert [as_day(day) for day in days] == DAYS
        # 1 March 1900 is the first that every spreadsheet counts alike.
        is_text = [isinstance(day, str) for day in days]
        assert is_text == [day < date(1900, 3, 1) for day in DAYS]


def test_the_days_of_a_register_of_long_ago_are_read_again(tmp_path: Path) -> None:
    # The first three, 30 December 1899 to 1 January 1900, are how databases write no day.
    days = DAYS[3:63]
    frame = pl.DataFrame({"nik": NIKS[: len(days)], "birth": days})
    export_rows(frame, tmp_path / "x.xlsx", unmasked=True)
    again = read_register(tmp_path / "x.xlsx", on=date(1960, 1, 1))
    assert again.rows["birth"].to_list() == days


def test_early_days_and_texts_have_the_form_of_text(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {"number": [1], "early": [date(1899, 1, 1)], "late": [date(2026, 1, 2)], "name": ["=1"]}
    )
    write_frame(tmp_path / "x.xlsx", frame, frame.columns, "x")
    with ZipFile(tmp_path / "x.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    forms = pl.Series([styles.partition("<cellXfs")[2]]).str.extract_all(r'numFmtId="(\d+)"')[0]
    style = {
        cell: int(number)
        for cell, number in zip(
            ("A2", "B2", "C2", "D2"),
            pl.Series([sheet])
            .str.extract_all(r'<c r="[A-D]2" s="\d+"')[0]
            .str.extract(r's="(\d+)"'),
            strict=True,
        )
    }
    # 49 is @, the form of text; 0 is plain; the first of the workbook's own is 164.
    numbers = {cell: forms[number] for cell, number in style.items()}
    assert numbers == {
        "A2": 'numFmtId="0"',
        "B2": 'numFmtId="49"',
        "C2": 'numFmtId="164"',
        "D2": 'numFmtId="49"',
    }
    assert 'formatCode="yyyy-mm-dd"' in styles
    assert '<dimension ref="A1:D2"/>' in sheet


TEXTS = [
    "",
    " Rekaan ",
    "a & b < c > d \"e\" 'f'",
    "two\nlines\tand a tab",
    "=1+1",
    "é ñ 漢 😀",
    "01",
    "9999990101200001",
]


def test_every_text_number_and_word_comes_back_as_it_was(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "text": TEXTS,
            "number": [0, -5, 999_999_999_999_999, 10**15, -(10**17), None, 1, 2],
            "narrow": pl.Series([255, 0, None, 1, 2, 3, 4, 5], dtype=pl.UInt8),
            "yes": [True, False, None, True, False, None, True, False],
            "nothing": pl.Series([None] * 8, dtype=pl.Null),
        }
    )
    assert write_frame(tmp_path / "x.xlsx", frame, frame.columns, "x") == 8
    words = {True: "Ya", False: "Tidak", None: ""}
    assert cells(tmp_path / "x.xlsx") == [
        [row[0], row[1] if row[1] is not None else "", row[2] if row[2] is not None else "",
         words[row[3]], ""]
        for row in frame.iter_rows()
    ]  # fmt: skip


def test_what_xml_cannot_hold_is_escaped(tmp_path: Path) -> None:
    texts = ["a\x00b", "a\rb", "a\uffffb", "_x0041_", "_x00"]
    frame = pl.DataFrame({"text": texts})
    write_frame(tmp_path / "x.xlsx", frame, ["=a & <b>"], "x")
    with ZipFile(tmp_path / "x.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    # As Excel itself writes them: a name that looks like an escape is none.
    for escaped in ("a_x0000_b", "a_x000D_b", "a_xFFFF_b", "_x005F_x0041_", ">_x00<"):
        assert escaped in sheet
    first, *_ = CalamineWorkbook.from_path(tmp_path / "x.xlsx").get_sheet_by_index(0).to_python()
    assert first == ["=a & <b>"]


def test_large_registers_are_written_in_parts(tmp_path: Path) -> None:
    frame = pl.DataFrame({"n": range(25_000)}).with_columns(text=pl.col("n").cast(pl.String))
    assert write_frame(tmp_path / "x.xlsx", frame, frame.columns, "x") == 25_000
    assert cells(tmp_path / "x.xlsx") == [[n, str(n)] for n in range(25_000)]
    none = frame.head(0)
    assert write_frame(tmp_path / "none.xlsx", none, none.columns, "x") == 0
    assert CalamineWorkbook.from_path(tmp_path / "none.xlsx").get_sheet_by_index(0).to_python() == [
        ["n", "text"]
    ]


@pytest.mark.parametrize("number", [1_000_000_000_000_001, -(10**15) - 1, 2**63 - 1])
def test_numbers_that_would_lose_digits_are_refused(tmp_path: Path, number: int) -> None:
    frame = pl.DataFrame({"n": [1, number]})
    writers: list[Callable[[], object]] = [
        lambda: write_frame(tmp_path / "x.xlsx", frame, ["n"], "x"),
        lambda: write_sheet(tmp_path / "x.xlsx", ["n"], frame.iter_rows(), title="x"),
    ]
    for write in writers:
        with pytest.raises(InputError, match=r"row 2: got .*cast the column"):
            write()
    assert not list(tmp_path.iterdir())


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jamsos.registers.workbooks.MOST_ROWS", 2)
    three = pl.DataFrame({"n": [1, 2, 3]})
    assert write_frame(tmp_path / "two.xlsx", three.head(2), ["n"], "x") == 2
    writers: list[Callable[[], object]] = [
        lambda: write_frame(tmp_path / "x.xlsx", three, ["n"], "x"),
        lambda: write_sheet(tmp_path / "x.xlsx", ["n"], three.iter_rows(), title="x"),
    ]
    for write in writers:
        with pytest.raises(InputError, match=r"rows: got 'more than 2'.*write CSV"):
            write()


def test_rows_of_words_and_numbers(tmp_path: Path) -> None:
    rows: list[list[object]] = [[True, "=1", 5], [False, None, -(10**17)]]
    assert write_sheet(tmp_path / "x.xlsx", ["a", "b", "c"], rows, title="x") == 2
    assert cells(tmp_path / "x.xlsx") == [["Ya", "=1", 5], ["Tidak", "", -(10**17)]]


def test_a_moment_is_shown_as_its_day_and_a_fraction_is_refused(tmp_path: Path) -> None:
    moments = [[datetime(2026, 11, 1, 6)], [datetime(1899, 1, 2, 6)]]  # noqa: DTZ001
    write_sheets(tmp_path / "x.xlsx", [("A", ["t"], moments), ("B", ["t"], [])], title="x")
    assert cells(tmp_path / "x.xlsx") == [[datetime(2026, 11, 1, 6)], ["1899-01-02T06:00:00"]]  # noqa: DTZ001
    with pytest.raises(InputError, match=r"row 1: got 1\.5"):
        write_sheet(tmp_path / "x.xlsx", ["n"], [[1.5]], title="x")
