"""The columns of a register: their names, what they hold, and how offices head them.

These are the facts the rules read (:data:`jamsos.registers.facts.FACTS`), what tells people and
places apart, who died, and the premiums of a register that was priced, or of a bill. A register
may lack any of them: a missing column is a fact nobody stated.
"""

from enum import StrEnum
from typing import NamedTuple

from jamsos.answers.texts import Text

ROW = "source_row"
"""The column with the position of a row in the file; the first is 1, headings included."""

FILE = "file"
"""The column with the file of a row, in a register read from several."""
SHEET = "sheet"
"""The column with the sheet of a row, in a register read from several files."""
FILE_ROW = "file_row"
"""The column with the position of a row in its file, in a register stitched from several."""

WHERE = (ROW, FILE, SHEET, FILE_ROW)
"""What tells where a row stands, and nothing of its person."""

NIK_DIGITS = len("PPKKCCDDMMYYNNNN")
NIK_FORM = rf"^[0-9]{{{NIK_DIGITS}}}$"
"""How a NIK, and the number of a family card, is written once it was read."""


class Holds(StrEnum):
    """What the cells of a column hold once they were read."""

    TEXT = "text"
    NIK = "nik"
    """16 digits as text; the number of a family card (KK) has the same form."""
    CODE = "code"
    FLAG = "flag"
    WHOLE = "whole"
    RUPIAH = "rupiah"
    DAY = "day"


class Column(NamedTuple):
    """One column of a register."""

    name: str
    holds: Holds
    headings: tuple[str, ...]
    """Its Indonesian headings, in small letters without punctuation; *nomor* is written *no*."""


COLUMNS: tuple[Column, ...] = (
    Column("id", Holds.TEXT, ("id", "no", "no urut", "urut", "no id")),
    Column(
        "nik",
        Holds.NIK,
        (
            "nik",
            "no nik",
            "no ktp",
            "noktp",
            "no e ktp",
            "nik ktp",
            "nik/no ktp",
            "no ktp/nik",
            "no induk kependudukan",
            "no ktp el",
            "no ktp elektronik",
            "nik/ktp",
            "ktp/nik",
        ),
    ),
    Column("kk", Holds.NIK, ("kk", "no kk", "nokk", "no kartu keluarga", "kartu keluarga", "nkk")),
    Column(
        "name", Holds.TEXT, ("nama", "nama lengkap", "nama peserta", "namalengkap", "full name")
    ),
    Column(
        "sex",
        Holds.CODE,
        (
            "jenis kelamin",
            "jk",
            "l/p",
            "p/l",
            "kelamin",
            "lp",
            "jenis kel",
            "jenkel",
            "jekel",
            "jeniskelamin",
            "lk/pr",
            "laki laki/perempuan",
            "pria/wanita",
            "gender",
        ),
    ),
    Column(
        "birth",
        Holds.DAY,
        (
            "tanggal lahir",
            "tgl lahir",
            "lahir",
            "tgl lhr",
            "tanggal kelahiran",
            "tanggallahir",
            "tgllahir",
            "date of birth",
            "birth date",
        ),
    ),
    Column("kecamatan", Holds.TEXT, ("kecamatan", "kec", "nama kecamatan")),
    Column(
        "village",
        Holds.TEXT,
        (
            "desa",
            "kelurahan",
            "desa/kelurahan",
            "desa kelurahan",
            "kel/desa",
            "kelurahan/desa",
            "desa/kel",
            "kel",
            "nama desa",
            "nama kelurahan",
            "nama desa/kelurahan",
        ),
    ),
    Column("resident_of", Holds.TEXT, ("wilayah ktp", "kode wilayah ktp", "kabupaten ktp")),
    Column("category", Holds.CODE, ("kelompok", "kelompok pekerja", "kategori")),
    Column(
        "occupation",
        Holds.WHOLE,
        (
            "kode pekerjaan",
            "kode pekerjaan ktp",
            "pekerjaan",
            "pekerjaan ktp",
            "jenis pekerjaan",
            "nama pekerjaan",
            "profesi",
            "mata pencaharian",
        ),
    ),
    Column("segment", Holds.CODE, ("segmen", "segmen peserta")),
    Column("kind", Holds.CODE, ("jenis bpu", "jenis peserta bpu")),
    Column("sector", Holds.CODE, ("sektor", "sektor usaha")),
    Column("payer", Holds.CODE, ("pembayar", "sumber dana")),
    Column(
        "income",
        Holds.RUPIAH,
        (
            "penghasilan",
            "penghasilan per bulan",
            "pendapatan",
            "pendapatan per bulan",
            "penghasilan bulanan",
            "pendapatan bulanan",
        ),
    ),
    Column("row", Holds.WHOLE, ("baris lampiran ii", "baris penghasilan")),
    Column("works", Holds.FLAG, ("bekerja", "masih bekerja", "status bekerja")),
    Column(
        "foreign",
        Holds.FLAG,
        ("wna", "warga negara asing", "kewarganegaraan", "warga negara", "wni/wna"),
    ),
    Column("months_in_indonesia", Holds.WHOLE, ("bulan di indonesia",)),
    Column("wage_earner", Holds.FLAG, ("peserta pu", "peserta penerima upah")),
    Column("other_payer", Holds.FLAG, ("dibayar pihak lain", "sudah dibayari")),
    Column(
        "letter", Holds.FLAG, ("surat keterangan", "suket", "ada surat keterangan", "ada suket")
    ),
    Column(
        "registry_match",
        Holds.FLAG,
        ("padan disdukcapil", "padan dukcapil", "cocok dukcapil", "padan nik", "padan capil"),
    ),
    # DTSEN names everybody, so that standing in it is no poverty; its decile is none either until
    # a scheme says which deciles are poor.
    Column(
        "poor",
        Holds.FLAG,
        ("miskin", "dtks", "keluarga miskin", "warga miskin", "status miskin", "terdaftar dtks"),
    ),
    Column(
        "decile",
        Holds.WHOLE,
        (
            "desil",
            "desil nasional",
            "desil kesejahteraan",
            "desil keluarga",
            "peringkat kesejahteraan",
            "peringkat desil",
            "status desil",
        ),
    ),
    Column("children", Holds.WHOLE, ("jumlah anak", "anak", "banyak anak", "banyaknya anak")),
    Column(
        "number_issued", Holds.DAY, ("tanggal kepesertaan", "tanggal terbit nomor", "mulai peserta")
    ),
    Column("died", Holds.FLAG, ("meninggal", "sudah meninggal", "wafat", "meninggal dunia")),
    Column(
        "died_on",
        Holds.DAY,
        ("tanggal meninggal", "tgl meninggal", "tanggal wafat", "tanggal kematian"),
    ),
    Column("premium_jkk", Holds.RUPIAH, ("iuran jkk",)),
    Column("premium_jkm", Holds.RUPIAH, ("iuran jkm",)),
    Column("premium_jht", Holds.RUPIAH, ("iuran jht",)),
    Column(
        "premium",
        Holds.RUPIAH,
        ("iuran", "jumlah iuran", "total iuran", "tagihan", "jumlah tagihan"),
    ),
)
"""The layout, in the order in which it is written."""

SEX = ("m", "f")
"""*laki-laki* and *perempuan*."""

NAMED = {column.name: column for column in COLUMNS}
"""Each column by its name."""


def column_label(name: str) -> Text | str:
    """A column in words; one the layout does not have goes by its own name.

    >>> column_label("birth").say("id"), column_label("catatan")
    ('tanggal lahir', 'catatan')
    """
    if name not in NAMED:
        return name
    return Text(f"register.column.{name}")
