"""What a file is: told by its first bytes, and by the end of its name where these do not tell."""

import os
import re
from pathlib import Path

from jamsos.errors import instead
from jamsos.registers.intake.encodings import BOMS
from jamsos.registers.intake.excel_package import BROKEN, check_packing, opened_zip
from jamsos.registers.intake.limits import MEGABYTE, Limits
from jamsos.registers.intake.measured import locked, no_workbook
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal

CSV = "csv"
HTML = "html"
PARQUET = "parquet"
XLSX = "xlsx"
XLSB = "xlsb"
XLS = "xls"
ODS = "ods"
KINDS = {
    ".csv": CSV,
    ".tsv": CSV,
    ".tab": CSV,
    ".txt": CSV,
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".xlsb": XLSB,
    ".xls": XLS,
    ".ods": ODS,
    ".htm": HTML,
    ".html": HTML,
    ".parquet": PARQUET,
}
"""What a file should be by the end of its name."""

_HEAD = 4096
"""The bytes that are looked at."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET = b"PAR1"
_OTHERS = {
    b"%PDF": Refusal.PDF,
    b"\x89PNG": Refusal.PICTURE,
    b"\xff\xd8\xff": Refusal.PICTURE,
    b"mime-version:": Refusal.WEB_ARCHIVE,
}
"""What is no table, by its first bytes."""
_NAMES = {
    Refusal.PDF: "a PDF",
    Refusal.PICTURE: "a picture",
    Refusal.WEB_ARCHIVE: "a web archive (.mht)",
    Refusal.XML_2003: "an XML spreadsheet of 2003",
}
_TAGS = ("<table", "<html")
_OF_PROGRAMS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_XML = "<?xml"
_OF_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_CONTENT_OF_XLSB = "xl/workbook.bin"
_CONTENT_OF_ODS = "content.xml"
_MANIFEST_OF_ODS = "META-INF/manifest.xml"
_ENCRYPTED = 1
"""The flag of a part of a zip that has a password."""


def checked_kind(path: Path, limits: Limits) -> str:
    """The kind of a file that is there, not too large, and a table.

    Raises:
        InputError: for any other; a workbook with a password is said to be locked.

    """
    # Not Path.is_file(), which raises for an over-long name before Python 3.14.
    if not os.path.isfile(path):  # noqa: PTH113
        allowed = "a file that is there"
        raise refusal(Refusal.ABSENT, "source", path.name, allowed, "check the path")
    by_name = KINDS.get(path.suffix.lower())
    if by_name is None:
        allowed = f"a file that ends in {', '.join(KINDS)}"
        step = "save it as .xlsx or .csv"
        raise refusal(Refusal.ENDING, "source", path.name, allowed, step)
    size = path.stat().st_size
    if size > limits.bytes:
        allowed = f"at most {limits.megabytes} MB"
        step = "split it, or raise the limits"
        value = f"{size} bytes"
        most = limits.megabytes
        raise refusal(Refusal.BYTES, path.name, value, allowed, step, most=most)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return _by_content(path, head, by_name, limits)


def _by_content(path: Path, head: bytes, by_name: str, limits: Limits) -> str:
    """What the first bytes say; the name decides where they say nothing."""
    if head.startswith(_ZIP):
        return instead(lambda: _of_zip(path, limits), BROKEN, no_workbook(path.name))
    if head.startswith(_OLE):
        # What it holds shows when it is opened: an old workbook, or a locked one.
        return XLS
    if head.startswith(_PARQUET):
        return PARQUET
    for begin, kind in _OTHERS.items():
        if head.lower().startswith(begin.lower()):
            raise _refused(path.name, kind)
    if by_name == PARQUET:
        return by_name
    return _of_text(path, head, by_name)


def _of_text(path: Path, head: bytes, by_name: str) -> str:
    """A page, a list with separators, or what only calls itself a workbook."""
    text = _begin_of(head).lstrip().casefold()
    if text.startswith(_XML) and _OF_2003 in text:
        raise _refused(path.name, Refusal.XML_2003)
    if text.startswith("<") and any(tag in text for tag in _TAGS):
        return HTML
    is_list = by_name == CSV or _is_written(text)
    # A page may begin with so much of its style that no tag of a table is seen.
    if by_name == HTML or not is_list:
        return by_name
    return CSV


def _begin_of(head: bytes) -> str:
    """The first bytes as text."""
    for mark, encoding in BOMS.items():
        if head.startswith(mark):
            return head.decode(encoding, errors="ignore")
    return head.decode(errors="replace")


def _is_written(text: str) -> bool:
    """Whether a text holds something, and nothing that only programs write."""
    return bool(text) and not _OF_PROGRAMS.search(text)


def _of_zip(path: Path, limits: Limits) -> str:
    """Which workbook a zip holds."""
    with opened_zip(path, limits) as package:
        names = set(package.namelist())
        flags = [part.flag_bits & _ENCRYPTED for part in package.infolist()]
        manifest = b""
        if _CONTENT_OF_ODS in names and _MANIFEST_OF_ODS in names:
            check_packing(package.getinfo(_MANIFEST_OF_ODS), path.name)
            manifest = package.open(_MANIFEST_OF_ODS).read(MEGABYTE)
    if any(flags) or b"encryption-data" in manifest:
        raise locked(path.name)
    if _CONTENT_OF_XLSB in names:
        return XLSB
    if _CONTENT_OF_ODS in names:
        return ODS
    return XLSX


def _refused(name: str, kind: Refusal) -> RefusedFileError:
    allowed = "a workbook, a CSV file, a page with a table or Parquet"
    step = "ask for the spreadsheet itself, and save it as .xlsx"
    return refusal(kind, name, _NAMES[kind], allowed, step)
