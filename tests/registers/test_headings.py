"""Headings as offices write them: what each means, or why its column is not taken."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from jamsos import InputError
from jamsos.registers import RefusedFileError, Register, check_register, read_register
from jamsos.registers.intake.heading_terms import Meaning, Term, WhyUntaken
from jamsos.registers.intake.heading_words import asks_which, meaning_of, words_of
from jamsos.registers.intake.headings import column_finder

ON = date(2026, 11, 1)
NIK = "9999992905840001"

PLAIN = {
    "id": ["No", "NO.", "No. Urut", "Nomor", "Nomor Urut", "ID", "Identitas\nNo"],
    "nik": [
        "NIK",
        "N I K",
        "N.I.K.",
        "No. KTP",
        "Nomor KTP",
        "No KTP-el",
        "No. e-KTP",
        "NIK / No. KTP",
        "NIK (No. KTP)",
        "Nomor Induk Kependudukan (NIK)",
        "NIK KTP",
        "NIK*",
        "NIK (wajib diisi)",
        "NIK (16 digit)",
        "NIK sesuai KTP",
        "NIK Peserta",
        "NIK Pekerja",
        "NIK Tenaga Kerja",
        "Identitas\nNIK",
        "NIK dan Nama\nNIK",
        "NoKTP",
    ],
    "kk": ["KK", "No. KK", "NO KK", "Nomor Kartu Keluarga", "No. KK (16 digit)", "NKK", "noKK"],
    "name": [
        "Nama",
        "NAMA LENGKAP",
        "Nama Pekerja",
        "Nama Sesuai KTP",
        "Nama (sesuai KTP)",
        "Nama Tenaga Kerja",
        "Nama\nLengkap",
        "Nama Lengkap (tanpa gelar)",
        "namaLengkap",
    ],
    "sex": ["Jenis Kelamin", "Jns Kelamin", "JK", "J.K", "JK (L/P)", "L / P", "L/P",
            "Jenis Kelamin\n(L/P)"],
    "birth": [
        "Tanggal Lahir",
        "Tgl Lahir",
        "TGL. LHR",
        "Tgl_Lahir",
        "TglLahir",
        "Lahir\nTanggal",
        "Tempat/Tgl Lahir\nTanggal Lahir",
        "Tempat, Tanggal Lahir\nTanggal",
        "TTL\nTgl",
        "Kelahiran\nTanggal Lahir",
        "Orang\nTgl Lahir",
        "Tanggal Lahir (sesuai KTP)",
        "Tanggal Lahir (yyyy-mm-dd)",
    ],
    "kecamatan": ["Kecamatan", "Kec.", "Nama Kecamatan", "Alamat\nKecamatan"],
    "village": ["Desa", "Desa/Kel", "Desa / Kelurahan", "Kel/Desa", "Alamat\nDesa", "Nama Desa",
                "Ds."],
    "occupation": ["Pekerjaan", "Jenis Pekerjaan", "Profesi", "Mata Pencaharian", "Pekerjaan (KTP)",
                   "Pekerjaan sesuai KTP", "Kode Pekerjaan", "Pekerjaan Utama"],
    "income": [
        "Penghasilan",
        "Penghasilan/bln",
        "Penghasilan per bulan (Rp)",
        "Pendapatan rata-rata",
        "Rata-rata penghasilan sebulan",
        "Pendapatan/Penghasilan",
        "Penghasilan (Rp/bulan)",
        "Jumlah penghasilan per bulan",
        "Rata2 penghasilan perbln",
        "Pekerjaan dan Penghasilan\nPenghasilan\nPer Bulan",
    ],
    "foreign": ["WNA", "Kewarganegaraan", "WNI/WNA"],
    "poor": ["Miskin", "DTKS", "Keluarga Miskin (ya/tidak)"],
    "decile": ["Desil", "Desil DTSEN", "Peringkat Kesejahteraan", "desil_nasional",
               "Desil (1-10)", "Desil 1-10"],
    "letter": ["Surat Keterangan", "Suket (Ya/Tidak)", "Surat keterangan (1 = ya, 0 = tidak)"],
    "children": ["Jumlah Anak", "Jml Anak", "Jumlah anak (orang)"],
    "premium_jkk": ["Iuran per Bulan (Rp)\nJKK", "Iuran\nJKK"],
    "premium": ["Iuran per Bulan\nTotal", "Iuran (Rp)"],
    "died_on": ["Tanggal Meninggal", "Tgl kematian"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "column"),
    [(heading, column) for column, headings in PLAIN.items() for heading in headings],
)
def test_a_heading_that_is_plain(heading: str, column: str) -> None:
    assert meaning_of(heading) == Meaning(column)


WITH_TERMS = {
    "Penghasilan per tahun": ("income", Term.YEARLY),
    "Penghasilan/thn": ("income", Term.YEARLY),
    "Pendapatan setahun": ("income", Term.YEARLY),
    "Penghasilan\nper tahun": ("income", Term.YEARLY),
    "Penghasilan (dalam ribuan)": ("income", Term.THOUSANDS),
    "Penghasilan (ribu rupiah)": ("income", Term.THOUSANDS),
    "Penghasilan (x1.000)": ("income", Term.THOUSANDS),
    "Penghasilan x Rp 1.000": ("income", Term.THOUSANDS),
    "Penghasilan (Rp 000)": ("income", Term.THOUSANDS),
    "Iuran (dlm ribuan rupiah)": ("premium", Term.THOUSANDS),
    "Penghasilan (juta)": ("income", Term.MILLIONS),
    "Penghasilan per bulan, dalam jutaan rupiah": ("income", Term.MILLIONS),
    "Tanggal Lahir (mm/dd/yyyy)": ("birth", Term.MONTH_FIRST),
    "Tempat/Tgl Lahir (mm/dd/yyyy)\nTanggal": ("birth", Term.MONTH_FIRST),
    "Tgl Lahir\nbulan/tanggal/tahun": ("birth", Term.MONTH_FIRST),
    "Tgl Lahir (DD-MM-YYYY)": ("birth", Term.DAY_FIRST),
    "Tgl Lahir (hari/bulan/tahun)": ("birth", Term.DAY_FIRST),
    "TTL": ("birth", Term.PLACE),
    "Tempat, Tgl Lahir": ("birth", Term.PLACE),
    "Tempat/Tanggal Lahir": ("birth", Term.PLACE),
    "Tempat dan Tgl. Lahir": ("birth", Term.PLACE),
    "Miskin (0 = ya)": ("poor", Term.ZERO_YES),
    "Miskin (0 = ya, 1 = tidak)": ("poor", Term.ZERO_YES),
    "Suket (1 = ya, 2 = tidak)": ("letter", Term.TWO_NO),
    "Jenis Kelamin (1 = Laki-laki, 2 = Perempuan)": ("sex", Term.MAN_ONE),
    "Suket (Y/T)": ("letter", Term.Y_T),
    "Pria/Wanita": ("sex", Term.P_OR_W),
    "Jenis Kelamin (Pria/Wanita)": ("sex", Term.P_OR_W),
    "Penghasilan (Rp. 000.000)": ("income", Term.MILLIONS),
    "Iuran (dalam ribuan)\nJKK": ("premium_jkk", Term.THOUSANDS),
}


@pytest.mark.parametrize(("heading", "meant"), WITH_TERMS.items())
def test_a_remark_that_says_something_of_every_cell(heading: str, meant: tuple[str, Term]) -> None:
    column, term = meant
    assert meaning_of(heading) == Meaning(column, frozenset({term}))


QUESTIONS = {
    "Apa pekerjaan Anda?": "occupation",
    "Apakah Anda masih bekerja?": "works",
    "Berapa penghasilan Anda per bulan?": "income",
    "Berapa penghasilan Anda dalam 1 bulan?": "income",
    "is_meninggal": "died",
    "1. NIK": "nik",
    "12) Jumlah Anak": "children",
    "b) Nama": "name",
    "DATA DIRI\n3. Tgl Lahir": "birth",
    "JENIS_KLMIN": "sex",
    "NAMA_LGKP": "name",
    "JENIS_PKRJN": "occupation",
}


@pytest.mark.parametrize(("heading", "column"), QUESTIONS.items())
def test_the_questions_of_forms_and_the_short_words_of_systems(heading: str, column: str) -> None:
    assert meaning_of(heading) == Meaning(column)


def test_what_a_question_denies_is_not_taken() -> None:
    for heading in ("Apakah Anda belum bekerja?", "Apakah Anda warga negara Indonesia?"):
        assert meaning_of(heading).why is WhyUntaken.REMARK
    # The number of a choice is no number of a question.
    assert meaning_of("Jenis Kelamin (2. L 1. P)").why is WhyUntaken.REMARK


@pytest.mark.parametrize(
    ("heading", "which"),
    [
        ("Kewarganegaraan", True),
        ("WNI/WNA", True),
        ("Warga Negara", True),
        ("WNA", False),
        ("Warga Negara Asing (ya/tidak)", False),
    ],
)
def test_a_heading_may_ask_which_and_not_whether(heading: str, which: bool) -> None:
    assert asks_which(heading) is which


def test_of_two_running_numbers_the_first_stands() -> None:
    frame = pl.DataFrame({"No": ["1"], "NIK": ["9999991705840001"], "id": ["88"], "_id": ["7"]})
    found = read_register(frame, on=date(2026, 11, 1))
    assert found.rows["id"].to_list() == ["1"]
    assert found.rows.select("id_", "_id").row(0) == ("88", "7")
    assert [(one.heading, one.why) for one in found.report.untaken] == [
        ("id", WhyUntaken.RIVAL),
        ("_id", WhyUntaken.RIVAL),
    ]


def test_several_terms_at_once() -> None:
    meaning = meaning_of("Penghasilan per tahun (dalam ribuan)")
    assert meaning == Meaning("income", frozenset({Term.YEARLY, Term.THOUSANDS}))


NOT_TAKEN = {
    "NIK Kepala Keluarga": ("nik", WhyUntaken.PERSON),
    "Kepala Keluarga\nNIK": ("nik", WhyUntaken.PERSON),
    "NIK KK": ("nik", WhyUntaken.PERSON),
    "NIK Istri": ("nik", WhyUntaken.PERSON),
    "Suami/Istri\nNIK": ("nik", WhyUntaken.PERSON),
    "NIK Ahli Waris": ("nik", WhyUntaken.PERSON),
    "Nama KK": ("name", WhyUntaken.PERSON),
    "Nama (KK)": ("name", WhyUntaken.PERSON),
    "Nama Kepala Keluarga": ("name", WhyUntaken.PERSON),
    "Nama Ibu Kandung": ("name", WhyUntaken.PERSON),
    "Nama Anak 1": ("name", WhyUntaken.PERSON),
    "Nama Petugas": ("name", WhyUntaken.PERSON),
    "Nama Perusahaan": ("name", WhyUntaken.PERSON),
    "Tgl lahir istri": ("birth", WhyUntaken.PERSON),
    "Pekerjaan KK": ("occupation", WhyUntaken.PERSON),
    "Penghasilan Keluarga": ("income", WhyUntaken.PERSON),
    "Penghasilan suami per bulan": ("income", WhyUntaken.PERSON),
    "Penghasilan per hari": ("income", WhyUntaken.DAILY),
    "Penghasilan/hari": ("income", WhyUntaken.DAILY),
    "Pendapatan harian": ("income", WhyUntaken.DAILY),
    "Penghasilan per minggu": ("income", WhyUntaken.DAILY),
    "Penghasilan per panen": ("income", WhyUntaken.DAILY),
    "Pendapatan/trip": ("income", WhyUntaken.DAILY),
    "Iuran 12 Bulan\nJKK": ("premium", WhyUntaken.REMARK),
    "Iuran Wajib": ("premium", WhyUntaken.REMARK),
    "Iuran JHT\nTenaga Kerja": ("premium_jht", WhyUntaken.REMARK),
    "NIK / No KK": ("kk", WhyUntaken.SEVERAL),
    "Nama dan NIK": ("name", WhyUntaken.SEVERAL),
    "NIK Istri\nNIK": ("nik", WhyUntaken.PERSON),
    "Istri\nTanggal Lahir": ("birth", WhyUntaken.PERSON),
    "Penjamin\nNIK": ("nik", WhyUntaken.REMARK),
    "TTL\nJam": ("birth", WhyUntaken.REMARK),
    "NIK lama": ("nik", WhyUntaken.REMARK),
    "NIK (4 digit terakhir)": ("nik", WhyUntaken.REMARK),
    "Penghasilan bersih USD": ("income", WhyUntaken.REMARK),
    "Penghasilan per bulan/tahun": ("income", WhyUntaken.REMARK),
    "Rata-rata penghasilan per bulan dalam satu tahun": ("income", WhyUntaken.REMARK),
    "Penghasilan bulanan (dalam setahun)": ("income", WhyUntaken.REMARK),
    "Iuran per tahun": ("premium", WhyUntaken.REMARK),
    "Tanggal Lahir (1 = ya)": ("birth", WhyUntaken.REMARK),
    "Pekerjaan sebelumnya": ("occupation", WhyUntaken.REMARK),
    "Desa (domisili)": ("village", WhyUntaken.REMARK),
    "Penghasilan (ribu, juta)": ("income", WhyUntaken.REMARK),
    "Miskin (0 = ya) (2 = tidak)": ("poor", WhyUntaken.REMARK),
    "Tgl Lahir (dd/mm/yyyy) (mm/dd/yyyy)": ("birth", WhyUntaken.REMARK),
    "Kelamin\nL": ("sex", WhyUntaken.REMARK),
}


@pytest.mark.parametrize(("heading", "meant"), NOT_TAKEN.items())
def test_a_remark_that_keeps_a_column_from_being_taken(
    heading: str, meant: tuple[str, WhyUntaken]
) -> None:
    meaning = meaning_of(heading)
    assert (meaning.column, meaning.why) == meant
    assert meaning.words


@pytest.mark.parametrize(
    "heading",
    [
        "Alamat",
        "RT",
        "RW",
        "No HP",
        "No. HP / WA",
        "Umur",
        "Agama",
        "Pendidikan Terakhir",
        "Tempat Lahir",
        "Lahir\nTempat",
        "Tempat\nLahir",
        "Tempat/Tgl Lahir\nTempat",
        "TTL\nTempat Lahir",
        "Alamat\nRT",
        "Status Perkawinan",
        "DTSEN",
        "PBI-JK",
        "Terdaftar DTSEN",
        "Desil Provinsi",
        "Desil Kabupaten/Kota",
        "No. Peserta",
        "Peserta\nNo.",
        "Surat\nNo.",
        "Catatan",
        "Keterangan",
        "",
    ],
)
def test_a_heading_no_rule_asks_for(heading: str) -> None:
    assert meaning_of(heading) == Meaning()


def test_letters_set_apart_are_one_word_within_their_part() -> None:
    assert words_of("J K (L/P)") == ("jk", "l", "/", "p")


def read(columns: dict[str, list[str]], **how: Any) -> Register:
    return read_register(pl.DataFrame(columns), on=ON, **how)


def test_the_report_says_why_a_heading_is_not_taken() -> None:
    found = read({
        "NIK": [NIK],
        "NIK Kepala Keluarga": ["9999992905500002"],
        "Penghasilan per hari": ["100000"],
        "Nama (lama)": ["Rekaan"],
        "Nama / NIK": ["x"],
    })  # fmt: skip
    assert [(one.heading, one.column, one.why) for one in found.report.untaken] == [
        ("NIK Kepala Keluarga", "nik", "person"),
        ("Penghasilan per hari", "income", "daily"),
        ("Nama (lama)", "name", "remark"),
        ("Nama / NIK", "name", "several"),
    ]
    indonesian, english = found.report.text("id"), found.report.text("en")
    assert "bukan NIK orang pada baris itu, melainkan milik: kepala keluarga" in indonesian
    assert "not the NIK of the person in the row, but of: kepala keluarga" in english
    assert "per hari" in english
    assert found.accepted.columns == [
        "source_row",
        "nik",
        "NIK Kepala Keluarga",
        "Penghasilan per hari",
        "Nama (lama)",
        "Nama / NIK",
    ]
    checked = check_register(found, on=ON)
    assert checked.report.untaken == found.report.untaken


def test_no_heading_shows_a_number() -> None:
    digits = "9999992905840007"
    found = read({
        "NIK": [NIK],
        f"Nama {digits}": ["a"],
        f"Tempat, Tgl Lahir ({digits})": ["b"],
        f"Pekerjaan (KK {digits[:8]} {digits[8:]})": ["c"],
    })  # fmt: skip
    assert len(found.report.untaken) == 3
    shown = f"{found.report.untaken}{found.report.text('id')}{found.report.html('en')}"
    assert digits not in shown
    assert digits[:8] not in shown


def test_of_two_headings_the_plain_one_is_taken() -> None:
    found = read({"NIK": [NIK], "TTL": ["Muara, 29-05-1984"], "Tgl Lahir": ["29-05-1984"]})
    assert found.accepted["birth"].to_list() == [date(1984, 5, 29)]
    assert [(one.heading, one.why, one.words) for one in found.report.untaken] == [
        ("TTL", "rival", "Tgl Lahir")
    ]
    assert found.accepted["TTL"].to_list() == ["Muara, 29-05-1984"]


def test_the_number_of_an_occupation_is_plainer_than_its_word() -> None:
    found = read({"NIK": [NIK], "Pekerjaan": ["melaut"], "Kode Pekerjaan": ["11"]})
    assert found.accepted.select("occupation", "Pekerjaan").rows() == [(11, "melaut")]
    assert [(one.heading, one.why) for one in found.report.untaken] == [("Pekerjaan", "rival")]
    with_another = read({"NIK": [NIK], "Pekerjaan KK": ["x"], "Kode Pekerjaan": ["11"]})
    assert [one.why for one in with_another.report.untaken] == ["person"]


def test_a_group_above_two_headings() -> None:
    upper = "Data Pekerjaan"
    found = read(
        {"NIK": [NIK], f"{upper}\nPekerjaan": ["nelayan"], f"{upper}\nPenghasilan": ["900000"]}
    )
    assert found.accepted.select("occupation", "income").rows() == [(11, 900_000)]


def test_a_page_of_words_is_no_heading() -> None:
    assert meaning_of("NIK " + "wajib " * 29).column == "nik"
    assert meaning_of("NIK " + "wajib " * 30) == Meaning()


def test_two_plain_headings_of_one_column_are_refused() -> None:
    with pytest.raises(InputError, match="headings of income"):
        read({"NIK": [NIK], "Penghasilan": ["1"], "Pendapatan": ["1"]})


def test_a_list_with_the_number_of_the_household_head_alone_has_no_nik() -> None:
    with pytest.raises(InputError, match="heading of the NIK"):
        read({"NIK Kepala Keluarga": [NIK], "Nama": ["Rekaan"]})


def test_the_terms_of_a_mapped_heading_still_count() -> None:
    found = read(
        {"NIK": [NIK], "Hasil usaha per tahun": ["18.000.000"]},
        mapping={"Hasil usaha per tahun": "income"},
    )
    assert found.accepted["income"].to_list() == [1_500_000]
    with pytest.raises(InputError, match="an income of a month or a year"):
        read({"NIK": [NIK], "Upah harian": ["1"]}, mapping={"Upah harian": "income"})
    heading = "Hasil per bulan selama setahun"
    with pytest.raises(InputError, match="an income of a month or a year"):
        read({"NIK": [NIK], heading: ["1"]}, mapping={heading: "income"})


def test_a_mapping_may_name_the_lower_line_of_a_heading() -> None:
    columns = {"NIK": [NIK], "Usaha Tambahan\nNilai": ["900000"]}
    for heading in ("Nilai", "Usaha Tambahan Nilai"):
        found = read(columns, mapping={heading: "income"})
        assert found.accepted["income"].to_list() == [900_000]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Usaha", "category"),
        ("Kelompok", None),
        ("NIK", "nik"),
        ("NIK Istri", None),
        ("Rekaan", None),
        ("", None),
    ],
)
def test_the_column_of_a_text_over_a_column(text: str, column: str | None) -> None:
    assert column_finder({"Usaha": "category"})(text) == column


def test_a_place_of_birth_and_a_day_are_two_facts() -> None:
    found = read({"NIK": [NIK], "Tempat, Tgl Lahir": ["Muara Satu, 29 Mei 1984"]})
    row = found.accepted.row(0, named=True)
    assert row["birth"] == date(1984, 5, 29)
    assert row["Tempat, Tgl Lahir"] == "Muara Satu, 29 Mei 1984"
    assert found.repairs.rows() == [(1, "birth", "day.after_place")]


def listed_under(folder: Path, *titles: str, heading: str = "Penghasilan") -> Register:
    path = folder / "a.csv"
    lines = [*titles, f"NIK;Nama;{heading};Anak", f"{NIK};Rekaan;1500;2"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_register(path, on=ON)


@pytest.mark.parametrize(
    ("titles", "heading", "income"),
    [
        (["DAFTAR PEKERJA", "(dalam ribuan rupiah)"], "Penghasilan", 1_500_000),
        (["(dalam ribuan)"], "Penghasilan", 1_500_000),
        (["Satuan: ribuan rupiah"], "Penghasilan", 1_500_000),
        (["Satuan:;ribuan rupiah"], "Penghasilan (Rp)", 1_500_000),
        (["Nilai dalam ribuan Rp"], "Penghasilan", 1_500_000),
        (["DAFTAR " + "PENGHASILAN " * 9 + "(DALAM RIBUAN RUPIAH)"], "Penghasilan", 1_500_000),
        (["(x Rp 1.000)", "(dalam ribuan rupiah)"], "Penghasilan", 1_500_000),
        (["Penghasilan dalam ribuan rupiah"], "Penghasilan", 1_500_000),
        # What the heading says itself goes before what may be no unit at all.
        (["Bantuan bagi ribuan nelayan"], "Penghasilan (ribuan)", 1_500_000),
        # In a million rupiah 1500 is more than anybody earns.
        (["(dalam jutaan rupiah)"], "Penghasilan", None),
        # Nothing of a size.
        (["DAFTAR PEKERJA RENTAN", "Desa Rekaan (Rp)"], "Penghasilan (ribuan)", 1_500_000),
        (["Bantuan 900 ribu"], "Penghasilan (ribuan)", 1_500_000),
    ],
)
def test_a_title_says_the_unit_of_every_amount(
    titles: list[str], heading: str, income: int | None, tmp_path: Path
) -> None:
    found = listed_under(tmp_path, *titles, heading=heading)
    assert found.rows.select("income", "children").row(0) == (income, 2)
    assert found.report.untaken == ()
    assert found.not_people["kind"].to_list() == ["title"] * len(titles)


@pytest.mark.parametrize(
    "titles",
    [
        ["Bantuan bagi ribuan nelayan"],
        ["(dalam ribuan rupiah)", "(dalam jutaan rupiah)"],
        ["(dalam ribuan rupiah per tahun)"],
        ["Angka dalam ribuan atau jutaan"],
    ],
)
def test_a_title_that_may_say_a_unit_leaves_the_amounts_untaken(
    titles: list[str], tmp_path: Path
) -> None:
    found = listed_under(tmp_path, *titles)
    assert "income" not in found.rows.columns
    assert found.rows["Penghasilan"].to_list() == ["1500"]
    (untaken,) = found.report.untaken
    assert (untaken.column, untaken.why) == ("income", WhyUntaken.REMARK)
    assert untaken.words == titles[-1]


def merged_list(folder: Path, *lines: tuple[str, ...], spans: tuple[int, ...]) -> Register:
    """A workbook whose first cell of the birth goes over two columns and some rows."""
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet: Any = book.add_worksheet()
        for number, cells in enumerate([*lines, (NIK, "Rekaan", "Sangatta", "29-05-1984", "2")]):
            sheet.write_row(number, 0, cells)
        sheet.merge_range(*spans, lines[spans[0]][2])
    return read_register(path, on=ON)


BIRTH = "Tempat/Tgl Lahir"


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        ([("NIK", "Nama", BIRTH, "", "Anak")], (0, 2, 0, 3)),
        ([("Daftar",), ("NIK", "Nama", "TTL", "", "Anak")], (1, 2, 1, 3)),
        ([("NIK", "Nama", BIRTH, "", "Anak"), ("16 digit", "", "", "", "")], (0, 2, 1, 3)),
    ],
)
def test_a_heading_of_place_and_day_over_two_columns(
    lines: list[tuple[str, ...]], spans: tuple[int, ...], tmp_path: Path
) -> None:
    found = merged_list(tmp_path, *lines, spans=spans)
    assert found.rows["birth"].to_list() == [date(1984, 5, 29)]
    assert "Sangatta" in found.rows.row(0)
    assert found.report.headings["birth"].endswith(" Tanggal")


def test_a_merged_heading_that_is_divided_below_says_itself_what_it_is(tmp_path: Path) -> None:
    lines = ("NIK", "Nama", BIRTH, "", "Anak"), ("", "", "Tempat", "Tgl", "")
    found = merged_list(tmp_path, *lines, spans=(0, 2, 0, 3))
    assert found.rows["birth"].to_list() == [date(1984, 5, 29)]
    other = merged_list(tmp_path, ("NIK", "Nama", "Alamat", "", "Anak"), spans=(0, 2, 0, 3))
    assert "birth" not in other.rows.columns
    wide = merged_list(tmp_path, ("NIK", "Nama", BIRTH, "", ""), spans=(0, 2, 0, 4))
    assert wide.rows["birth"].to_list() == [None]


@pytest.mark.parametrize(
    ("group", "is_taken"),
    [
        ("DATA PRIBADI", True),
        ("A. IDENTITAS PESERTA", True),
        ("II. Data Individu", True),
        ("1) Profil", True),
        ("Biodata Peserta", True),
        ("PENANGGUNG", False),
        ("B. KEPALA KELUARGA", False),
        ("Data Ahli Waris", False),
        ("Data Penerima Manfaat", False),
    ],
)
def test_a_group_above_the_nik(group: str, is_taken: bool) -> None:
    assert (meaning_of(f"{group}\nNIK").taken_for == "nik") is is_taken
    columns = {f"{group}\nNIK": [NIK], "Nama": ["Rekaan"]}
    if is_taken:
        assert read_register(pl.DataFrame(columns), on=ON).rows["nik"].to_list() == [NIK]
        return
    with pytest.raises(RefusedFileError, match="heading of the NIK") as caught:
        read_register(pl.DataFrame(columns), on=ON)
    assert "tidak dipakai sebagai NIK" in caught.value.reason.say("id")
