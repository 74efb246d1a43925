"""What a row is that is nobody: a total, a signature, a repeated heading, a note.

A row is one of these only where all that is written in it says so. In doubt it is a person: a
person too many is sent to be checked, a person too few is lost.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from string import ascii_lowercase
from typing import NamedTuple

from jamsos.registers.intake.cells.cell import neutral, shown, words
from jamsos.registers.intake.cells.words import plain


class RowKind(StrEnum):
    """Why a row of a list is nobody."""

    TITLE = "title"
    HEADING = "heading"
    """The heading once more, as at the top of a printed page."""
    NUMBERING = "numbering"
    """The numbers of the columns."""
    UNFILLED = "unfilled"
    """A row that was numbered for somebody and not filled in."""
    TOTAL = "total"
    SIGNATURE = "signature"
    SECTION = "section"
    """The name of a part of the list: a hamlet, an RT."""
    NOTE = "note"
    FORMULAS = "formulas"
    """Nothing but formulas in error, as where they were dragged on below a list."""


class Marked(NamedTuple):
    """A row that is nobody."""

    row: int
    kind: RowKind
    text: str
    """What is written in it, as a report may show it."""

    @classmethod
    def of(cls, row: int, kind: RowKind, cells: Sequence[str]) -> "Marked":
        """A row of these cells."""
        written = [one_line(cell) for cell in cells if cell]
        text = neutral(" ".join(written)[:_LONGEST]).text
        return cls(row, kind, shown(text))


def one_line(text: str) -> str:
    """A text whose own line feeds, which only wrap it, are blanks."""
    return " ".join(text.split())


_LONGEST = 200
"""The letters of a text that are looked at."""
_COLUMN_NUMBER = re.compile(
    r"[(\[]?\s*(\d{1,2}|[a-z]|[ivx]{2,5})\s*[)\]]?\.?(?:\s*[=(][\s\d=()\[\]x*+/:\u00d7-]+)?",
    re.IGNORECASE,
)
"""The number of a column, and how it was worked out from others: *7=5x6*."""
_NUMBERINGS = (
    tuple(map(str, range(100))),
    tuple(ascii_lowercase),
    (
        *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
        *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
    ),
)
"""How columns are numbered: in digits, letters and Roman numbers."""
_LEAST_NUMBERED = 3
_TOTAL = re.compile(
    r"(?:grand ?|sub ?)?(?:jumlah|total|jml|rata rata|rerata|rekapitulasi)\b|terbilang\b"
)
_IN_WORDS = re.compile(r"terbilang\b")
"""What a sum in words begins with, and no name does."""
_TOTAL_OF_A_PART = re.compile(
    r"(?:sub ?)?(?:jumlah|total|jml) (?:dusun|dsn|rt|rw|lingkungan|desa|kelurahan|kecamatan)\b"
)
_TOTALLED = re.compile(
    r"\b(?:grand|sub|jumlah|total|jml|rata|rerata|rekapitulasi|terbilang|semua|seluruh|seluruhnya|"
    r"keseluruhan|akhir|umum|sementara|dipindahkan|pindahan|halaman|hal|ini|lembar|penduduk|warga|"
    r"peserta|pekerja|penerima|anggota|orang|jiwa|kk|nik|laki|perempuan|l|p|dan|data|baris|iuran|"
    r"premi|penghasilan|pendapatan|dusun|desa|kelurahan|kecamatan|rt|rw|rp|rupiah|per|bulan|tahun)\b"
)
"""The words a total is made of."""
_FIGURE = re.compile(
    r"(?:rp\.?\s*)?[\d\s.,+%-]*\d[\d\s.,+%-]*\s*(?:,-)?\s*(?:orang|org|jiwa|kk|rupiah|rp|peserta)?\.?"
    r"|[:=-]",
    re.IGNORECASE,
)
_MOST_DIGITS = 15
"""A number of more digits is no figure of a total, but somebody's number."""

_OFFICE = re.compile(
    r"(?:(?:pj|plt|plh|an|a n|ub|u b) )?(?:kepala|kades|kadus|kasi|kaur|lurah|camat|bupati|"
    r"sekretaris|sekdes|sekcam|ketua|petugas|pendata|operator|pendamping|koordinator|penyusun|"
    r"penanggung jawab|bendahara|pimpinan|direktur|pejabat)\b.*"
)
_SIGNING = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|disahkan|ditetapkan|ditandatangani|pada tanggal|"
    r"diketahui|disetujui|diperiksa|diverifikasi|"
    r"dibuat|disusun|yang (?:membuat|menyatakan|mendata|bertanda)|hormat kami|ttd|tanda tangan|"
    r"stempel|cap|materai|meterai|tembusan|nip|nrp|nipd|niap)\b.*"
)
_DOTS = re.compile(r"[\s()._\u2026-]{5,}")
_NAME_IN_BRACKETS = re.compile(r"\(\s*[^()\d]{3,}\)")
_NOTE = re.compile(
    r"(?:\*+|catatan\b|keterangan\s*:|ket\s*[.:]|nb\b|n\.b|sumber\b|dicetak\b|tanggal cetak\b|"
    r"(?:showing|menampilkan) \d|(?:exported|generated) (?:on|at|by)\b|diekspor\b|diunduh\b|"
    r"lampiran\b|halaman\b|(?:hal|page)[\s.:]*\d|data per\b|demikian\b|form(?:ulir)?\b)",
    re.IGNORECASE,
)
_ROWS_COUNTED = re.compile(r"\(?\d+ rows?\b.*", re.IGNORECASE)
_RULING = re.compile(r"[-+=|:_ ]*[-+=_]{3}[-+=|:_ ]*")
"""A line that programs draw between the rows of a table."""
_LEGEND = re.compile(r"[\w/.]{1,5} ?=.*\w.*")
"""What a sign of the list means: *L = laki-laki*."""
_SECTION = re.compile(
    r"(?:(?:[a-z]|[ivx]{2,5}|\d{1,2}) )?"
    r"(?:dusun|dsn|rt|rw|rt/rw|lingkungan|desa|kelurahan|kel|kecamatan|kec|kampung|blok|kelompok)\b"
    r".*\w"
)
_LETTERED = re.compile(r"[a-z]|[ivx]{2,5}")
"""How the parts of a list are told apart; a number in digits would be that of a person."""
_GAP = re.compile(r",\s{4,}(?=\d{4}$)")
"""What is left free before a year, to be filled in by hand."""
_PLACE_AND_DATE = re.compile(
    r"[a-z][a-z .'-]*, *(?:tgl\.?|tanggal)? *(?:"
    r"(?:\d{1,2}|[._\u2026 ]*) *[-/ ]? *(?P<month>[a-z]+) *[-/ ]? *(?:\d{4}|\d{0,3}[._\u2026]*)"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|[._\u2026 ]{4,}\d{0,4}"
    r")",
    re.IGNORECASE,
)
"""Where and when a list was signed; dots stand for what is filled in by hand."""


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 1 2 3, (1) (2) (3), a b c or I II III."""
    signs: list[str] = []
    for cell in cells:
        text = cell.strip()
        if not text:
            continue
        number = _COLUMN_NUMBER.fullmatch(text)
        if number is None:
            return False
        sign = number[1].casefold()
        signs.append(sign.removeprefix("0"))
    if len(signs) < _LEAST_NUMBERED:
        return False
    return any(_follow_each_other(signs, numbering) for numbering in _NUMBERINGS)


def _follow_each_other(signs: Sequence[str], numbering: Sequence[str]) -> bool:
    if signs[0] not in numbering:
        return False
    start = numbering.index(signs[0])
    return list(numbering[start : start + len(signs)]) == list(signs)


def is_heading(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a row says the heading once more: every cell of it one of the lines above it."""
    found = 0
    for cell, heading in zip(cells, headings, strict=True):
        if not cell.strip():
            continue
        lines = {plain(line) for line in [heading, *heading.split("\n")]}
        if plain(cell) not in lines:
            return False
        found += 1
    return found > 1


def kind_of_row(cells: Sequence[str], name: str) -> RowKind | None:
    """What a row with some text is; None: a person, or in doubt.

    Args:
        cells: Its cells, empty where nothing is written.
        name: The cell of the column of names.

    """
    texts = _texts(cells)
    if _is_total(texts, name.strip()):
        return RowKind.TOTAL
    if all(map(_signs, texts)):
        return RowKind.SIGNATURE
    if all(map(_RULING.fullmatch, texts)) or _ROWS_COUNTED.fullmatch(" ".join(texts)):
        return RowKind.NOTE
    if _NOTE.match(texts[0]) and len(texts) <= 2:  # noqa: PLR2004 - a word and what it says
        return RowKind.NOTE
    if all(map(_LEGEND.fullmatch, texts)):
        return RowKind.NOTE
    if _is_section(texts):
        return RowKind.SECTION
    return None


def _is_section(texts: Sequence[str]) -> bool:
    """Whether a row names a part of the list, in one cell or after its letter in another."""
    label, *others = reversed(dict.fromkeys(texts))
    if not _SECTION.fullmatch(plain(label)):
        return False
    return not others or (len(others) == 1 and bool(_LETTERED.fullmatch(plain(others[0]))))


def _texts(cells: Sequence[str]) -> list[str]:
    """What is written in a row; of a long text its begin is enough."""
    texts = [one_line(_GAP.sub(", .... ", cell[:_LONGEST])) for cell in cells]
    return [text for text in texts if text]


def _is_total(texts: Sequence[str], name: str) -> bool:
    """Whether a row begins with the word of a total, and the rest are figures."""
    label, *figures = texts
    # The row may have a number all the same.
    if figures and _is_figure(label) and _TOTAL.match(plain(figures[0])):
        label, *figures = figures
    if not _TOTAL.match(plain(label)):
        return False
    if _IN_WORDS.match(plain(label)):
        return True
    if not all(_is_figure(text) or _is_of_totals(text) for text in figures):
        return False
    # A person may be called Total: in the column of names only words of totals count.
    if label != " ".join(name.split()) or _is_of_totals(label):
        return True
    return bool(_TOTAL_OF_A_PART.match(plain(label)))


def _is_of_totals(text: str) -> bool:
    without_words = _TOTALLED.sub("", plain(text))
    return not re.search(r"[a-z]", without_words)


def _is_figure(text: str) -> bool:
    digits = sum(letter.isdigit() for letter in text)
    return bool(_FIGURE.fullmatch(text)) and digits <= _MOST_DIGITS


def _signs(text: str) -> bool:
    """Whether a text belongs under a list: who signs, where and when."""
    word = plain(text)
    if _OFFICE.fullmatch(word) or _SIGNING.fullmatch(word) or _DOTS.fullmatch(text):
        return True
    place = _PLACE_AND_DATE.fullmatch(text)
    if place is None:
        return False
    month = place["month"]
    return month is None or month.casefold() in words("month")


def may_sign(cells: Sequence[str]) -> bool:
    """Whether a row below a signature may go on with it: names, and nothing else of a person."""
    texts = _texts(cells)
    if len(texts) > 3:  # noqa: PLR2004 - who knows of it, who agrees, who made it
        return False
    for text in texts:
        has_digit = any(letter.isdigit() for letter in text)
        if has_digit and not _signs(text):
            return False
    return True


def are_figures(cells: Sequence[str]) -> bool:
    """Whether a row holds figures and nothing else."""
    texts = _texts(cells)
    has_digits = any(letter.isdigit() for text in texts for letter in text)
    return has_digits and all(map(_is_figure, texts))
