"""Columns of the office's own, and the form of a branch that the caller fills in."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from python_calamine import CalamineWorkbook
from untyped import untyped

from jamsos import InputError
from jamsos.registers import FormColumn, UploadForm, export_rows, read_register

NIKS = ("9999992905120001", "9999996905120001")
EXAMPLE = Path(__file__).parents[2] / "examples" / "upload_form.toml"


def people(**columns: list[Any] | pl.Series) -> pl.DataFrame:
    return pl.DataFrame({"nik": NIKS, **columns})


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sheet(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_named_columns_of_the_office_go_through_after_the_layout(tmp_path: Path) -> None:
    frame = people(
        RT=["01", "=1"],
        catatan=["telp 0812-3456-7890", None],
        seen=[date(2026, 1, 2), None],
        visits=[1, None],
        done=[True, None],
        empty=pl.Series([None, None], dtype=pl.Null),
        name=["Rekaan A", "Rekaan B"],
    )
    own = ["catatan", "RT", "seen", "visits", "done", "empty"]
    for name in ("x.csv", "x.xlsx"):
        assert export_rows(frame, tmp_path / name, keep=own) == 2
    assert read(tmp_path / "x.csv")[0] == {
        "nik": "**************01",
        "nama": "Rekaan A",
        "catatan": "telp 0812-3456-7890",
        "RT": "01",
        "seen": "2026-01-02",
        "visits": "1",
        "done": "Ya",
        "empty": "",
    }
    # Own texts and own headings cannot run either.
    assert read(tmp_path / "x.csv")[1]["RT"] == "'=1"
    heads, first, second = sheet(tmp_path / "x.xlsx")
    assert heads == ["nik", "nama", *own]
    assert first[2:] == ["telp 0812-3456-7890", "01", date(2026, 1, 2), 1, "Ya", ""]
    assert second[2:] == ["", "=1", "", "", "", ""]


def test_a_register_that_was_read_keeps_what_the_office_named(tmp_path: Path) -> None:
    typed = pl.DataFrame({"NIK": NIKS, "Catatan RT": ["pindah", ""], "Lain": ["", ""]})
    accepted = read_register(typed, on=date(2026, 11, 1)).accepted
    with pytest.raises(InputError, match=r"Catatan RT.*keep=\['Catatan RT', 'Lain'\]"):
        export_rows(accepted, tmp_path / "x.csv")
    export_rows(accepted.drop("Lain"), tmp_path / "x.csv", keep=["Catatan RT"])
    assert [row["Catatan RT"] for row in read(tmp_path / "x.csv")] == ["pindah", ""]


def test_a_heading_of_the_office_that_could_run_does_not(tmp_path: Path) -> None:
    export_rows(people(**{"=1+1": ["a", "b"]}), tmp_path / "x.csv", keep=["=1+1"])
    assert list(read(tmp_path / "x.csv")[0]) == ["nik", "'=1+1"]


def test_own_columns_may_have_any_name_but_one_twice(tmp_path: Path) -> None:
    frame = people(_jamsos_row=["a", "b"])
    assert export_rows(frame, tmp_path / "x.xlsx", keep=["_jamsos_row"]) == 2
    assert sheet(tmp_path / "x.xlsx")[1] == ["**************01", "a"]
    # The first gets an apostrophe in CSV, and is the second then.
    twice = people(**{"=a": ["1", "2"], "'=a": ["3", "4"]})
    with pytest.raises(InputError, match="each heading once"):
        export_rows(twice, tmp_path / "x.csv", keep=["=a", "'=a"])
    assert export_rows(twice, tmp_path / "y.xlsx", keep=["=a", "'=a"]) == 2


LIKE_A_NIK = [
    "9999992905120001",
    "lihat 999999 290512 0001",
    "9999.9929.0512.0001",
    "99999929051200",  # two digits are lost
    "9 - 9 - 9 - 9 - 9 - 9 - 2 - 9 - 0 - 5 - 1 - 2 - 0 - 0 - 0 - 1",
]


@pytest.mark.parametrize("text", LIKE_A_NIK)
def test_own_columns_with_numbers_of_people_go_only_unmasked(tmp_path: Path, text: str) -> None:
    frame = people(catatan=["", text])
    with pytest.raises(InputError, match=r"catatan: cells that look like a NIK.*unmasked=True"):
        export_rows(frame, tmp_path / "x.csv", keep=["catatan"])
    assert not list(tmp_path.iterdir())
    assert export_rows(frame, tmp_path / "x.csv", keep=["catatan"], unmasked=True) == 2
    assert read(tmp_path / "x.csv")[1]["catatan"] == text


def test_a_number_column_with_numbers_of_people_is_found_too(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="look like a NIK"):
        export_rows(people(other=[1, 9999992905120001]), tmp_path / "x.csv", keep=["other"])


def test_thirteen_digits_are_no_nik(tmp_path: Path) -> None:
    frame = people(catatan=["+62 812 3456 7890", "2026-11-01 10:20:30"])
    assert export_rows(frame, tmp_path / "x.csv", keep=["catatan"]) == 2


def test_a_name_that_holds_a_number_is_masked_too(tmp_path: Path) -> None:
    frame = people(id=["9999992905120001", "2"], name=["Rekaan", "Rekaan 99.99.99.290512.0001"])
    export_rows(frame, tmp_path / "x.csv")
    assert [(row["id"], row["nama"]) for row in read(tmp_path / "x.csv")] == [
        ("**************01", "Rekaan"),
        ("2", f"Rekaan {'*' * 18}01"),
    ]
    export_rows(frame, tmp_path / "x.csv", unmasked=True)
    assert read(tmp_path / "x.csv")[0]["id"] == "9999992905120001"


@pytest.mark.parametrize(
    ("keep", "said"),
    [
        ("RT", "keep: got a str"),
        ([1], r"keep\[0\]: got an int"),
        (["rt"], "write 'RT' if that is meant"),
        (["RT", "RT"], "leave out the second"),
        (["nik"], "it is written anyway"),
        (["Nik"], "keep: got 'Nik'; allowed: each heading once"),
        (["parts"], "column parts: got .List.*cast it to one of these"),
        (["share"], "column share: got .Float64"),
    ],
)
def test_columns_that_cannot_be_kept_are_refused(tmp_path: Path, keep: Any, said: str) -> None:
    frame = people(RT=["1", "2"], Nik=["a", "b"], parts=[[1], [2]], share=[0.5, 1.0])
    own = [name for name in ("RT", "Nik", "parts", "share") if name in keep or name == keep]
    with pytest.raises(InputError, match=said):
        untyped(export_rows)(frame.select("nik", *(own or ["RT"])), tmp_path / "x.csv", keep=keep)
    assert not list(tmp_path.iterdir())


FORM = UploadForm(
    columns=(
        FormColumn(heading="NOMOR KARTU", column="nik", required=True),
        FormColumn(heading="LAHIR", column="birth", days="DD/MM/YYYY"),
        FormColumn(heading="TGL LAHIR", column="birth"),
        FormColumn(heading="JK", column="sex", codes={"m": "1", "f": "2"}),
        FormColumn(heading="JENIS", column="kind", codes={"independent": "MANDIRI"}),
        FormColumn(heading="SURAT", column="letter", codes={"yes": "ada", "no": "tidak"}),
        FormColumn(heading="PEKERJAAN", column="occupation", codes={"9": "09", "11": "11"}),
        FormColumn(heading="RT", column="Rukun"),
        FormColumn(heading="KANTOR", value="A01"),
        FormColumn(heading="KOSONG"),
        FormColumn(heading="IURAN", column="premium"),
    )
)


def filled() -> pl.DataFrame:
    return people(
        premium=[16_800, None],
        Rukun=["01", "02"],
        birth=[date(1984, 5, 7), None],
        sex=pl.Series(["m", "f"], dtype=pl.Enum(["m", "f"])),
        kind=["b", "independent"],
        letter=[True, None],
        occupation=[9, 11],
        name=["Rekaan A", "Rekaan B"],
        unasked=["9999992905120001", ""],
    )


def test_a_form_is_filled_as_it_says(tmp_path: Path) -> None:
    for name in ("x.csv", "x.xlsx"):
        assert export_rows(filled(), tmp_path / name, form=FORM, unmasked=True) == 2
    assert read(tmp_path / "x.csv")[0] == {
        "NOMOR KARTU": NIKS[0],
        "LAHIR": "07/05/1984",
        "TGL LAHIR": "1984-05-07",
        "JK": "1",
        "JENIS": "MANDIRI",
        "SURAT": "ada",
        "PEKERJAAN": "09",
        "RT": "01",
        "KANTOR": "A01",
        "KOSONG": "",
        "IURAN": "16800",
    }
    heads, first, second = sheet(tmp_path / "x.xlsx")
    assert heads == [column.heading for column in FORM.columns]
    assert first[1:] == [
        "07/05/1984", date(1984, 5, 7), "1", "MANDIRI", "ada", "09", "01", "A01", "", 16_800,
    ]  # fmt: skip
    assert second == [NIKS[1], "", "", "2", "MANDIRI", "", "11", "02", "A01", "", ""]


def test_a_form_is_masked_unless_it_is_said_by_name(tmp_path: Path) -> None:
    export_rows(filled(), tmp_path / "x.csv", form=FORM)
    assert read(tmp_path / "x.csv")[0]["NOMOR KARTU"] == "**************01"
    own = UploadForm(columns=(FormColumn(heading="X", column="unasked"),))
    with pytest.raises(InputError, match="unasked: cells that look like a NIK"):
        export_rows(filled(), tmp_path / "y.csv", form=own)
    only_values = UploadForm(columns=(FormColumn(heading="X", value="A01"),))
    assert export_rows(filled(), tmp_path / "z.csv", form=only_values) == 2
    assert read(tmp_path / "z.csv") == [{"X": "A01"}] * 2


def test_the_example_is_a_form_the_caller_fills(tmp_path: Path) -> None:
    form = UploadForm.read(EXAMPLE)
    assert form == UploadForm.read(str(EXAMPLE))
    assert export_rows(filled(), tmp_path / "x.xlsx", form=form, unmasked=True) == 2
    heads, first, _ = sheet(tmp_path / "x.xlsx")
    assert all(heading.startswith("Judul kolom") for heading in heads)
    assert first == [NIKS[0], "Rekaan A", "07-05-1984", "L", "Y", "isi menurut cabang", ""]


def test_days_in_several_forms() -> None:
    frame = pl.DataFrame({"birth": [date(1899, 1, 2), None], "seen": [None, None]})
    forms = {"DD-MM-YYYY": "02-01-1899", "YYYYMMDD": "18990102", "MM.DD.YYYY": "01.02.1899"}
    for days, written in forms.items():
        one = FormColumn(heading="x", column="birth", days=days)
        cells = UploadForm(columns=(one,)).filled(frame).cells
        assert cells.to_series().to_list() == [written, None]
    nothing = FormColumn(heading="x", column="seen", days="DD-MM-YYYY")
    assert UploadForm(columns=(nothing,)).filled(frame).cells.to_series().to_list() == [None, None]


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ({"heading": ""}, "heading of the form: got ''"),
        ({"heading": 3}, "heading of the form: got 3"),
        ({"column": 3}, "column 'X' of the form, column: got 3.*write it in quotes"),
        ({"value": 1}, "column 'X' of the form, value: got 1"),
        ({"column": "nik", "value": "1"}, "leave out one"),
        ({"days": "DD-MM-YYYY"}, "name the column, or leave out days"),
        ({"codes": {"a": "b"}}, "name the column"),
        ({"required": True}, "name the column"),
        ({"column": "birth", "days": "DD-MM-YY"}, "days: got 'DD-MM-YY'.*write it as DD-MM-YYYY"),
        ({"column": "birth", "days": "DD-DD-MM"}, "each once"),
        ({"column": "birth", "days": 1}, "days: got 1"),
        ({"column": "nik", "days": "DD-MM-YYYY"}, "a column of days"),
        ({"column": "birth", "days": "DD-MM-YYYY", "codes": {"a": "b"}}, "leave out days or codes"),
        ({"column": "sex", "codes": {"p": "1"}}, r"codes: got 'p'; allowed: among \['m', 'f'\]"),
        ({"column": "kind", "codes": {"owners": "1"}}, "write 'owner' if that is meant"),
        ({"column": "letter", "codes": {"ya": "1"}}, r"among \['yes', 'no'\]"),
        ({"column": "sex", "codes": "m"}, "codes: got a str"),
        ({"column": "sex", "codes": {"m": 1}}, "write both in quotes"),
        ({"column": "sex", "codes": {1: "m"}}, "write both in quotes"),
        ({"column": "sex", "required": "yes"}, "required: got 'yes'"),
    ],
)
def test_a_column_that_cannot_be_filled_is_refused(column: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        untyped(FormColumn)(**{"heading": "X", **column})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns = [", "a TOML file.*correct the path or the file"),
        ("[columns]\nheading='x'", r"write only \[\[columns\]\]"),
        ("[[columns]]\nheading='x'\n[x]", r"write only"),
        ("columns = []", r"columns of the form: got \[\]"),
        ("columns = [1]", r"form x.toml: got an int"),
        ("[[columns]]\ncolumn='nik'", "write the heading"),
        ("[[columns]]\nheading='x'\ncolum='nik'", "got 'colum'.*write 'column' if that is meant"),
        ("[[columns]]\nheading='x'\n[[columns]]\nheading=' X '", "each heading once"),
    ],
)
def test_a_file_that_is_no_form_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match=said) as caught:
        UploadForm.read(tmp_path / "x.toml")
    assert caught.value.__context__ is None


def test_no_file_no_path_and_no_form_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"form: got 'no\.toml: FileNotFoundError'"):
        UploadForm.read(tmp_path / "no.toml")
    with pytest.raises(InputError, match="form: got 3"):
        untyped(UploadForm.read)(3)
    with pytest.raises(InputError, match="columns of the form: got a str"):
        untyped(UploadForm)(columns="nik")
    with pytest.raises(InputError, match=r"form: got a str.*UploadForm\.read"):
        untyped(export_rows)(people(), tmp_path / "x.csv", form="x.toml")
    with pytest.raises(InputError, match=r"keep: got .*name them in the form"):
        export_rows(people(RT=["1", "2"]), tmp_path / "x.csv", form=FORM, keep=["RT"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ({"column": "nama"}, "column 'X' of the form: got 'nama'.*write 'nama_' if that is meant"),
        ({"column": "nama_", "required": True}, "row 2, column 'X' of the form: got None.*1 rows"),
        ({"column": "sex", "codes": {"m": "L"}}, r"row 1, column 'X'.*got 'f'.*codes of the form"),
        ({"column": "nama_", "days": "DD-MM-YYYY"}, "days: got 'String'.*cast it"),
    ],
)
def test_rows_that_a_form_cannot_hold_are_refused(
    tmp_path: Path, column: dict[str, Any], said: str
) -> None:
    frame = people(nama_=["Rekaan", " "], sex=["f", None])
    form = UploadForm(columns=(FormColumn(heading="X", **column),))
    with pytest.raises(InputError, match=said):
        export_rows(frame, tmp_path / "x.csv", form=form, unmasked=True)
    assert not list(tmp_path.iterdir())
