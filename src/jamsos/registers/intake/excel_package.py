"""The package of a workbook: measured and taken out of its zip before a reader opens it."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos.errors import instead
from jamsos.registers.intake.limits import MEGABYTE, Limits
from jamsos.registers.intake.measured import MeasuredPackage, no_workbook, refused
from jamsos.registers.intake.ods_measure import OdsMeasure
from jamsos.registers.intake.refusals import Refusal, refusal
from jamsos.registers.intake.stored_copy import Pieces
from jamsos.registers.intake.xlsb_measure import XlsbMeasure
from jamsos.registers.intake.xlsx_measure import XlsxMeasure

_DIRECTORY_ENTRY = b"PK\x01\x02"
_PARTS_INSIDE = 2
"""How many times more parts there may be with those of documents inside."""
_WAYS_TO_PACK = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LEFT_OUT = r"(?!.*(?:media|drawings|charts|pivot|embeddings|printerSettings)/)"
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
)
"""How reading a zip fails where the file is none, or its parts are no text."""


class _Measure(Protocol):
    """What a reader would have to hold."""

    def add(self, part: str, content: bytes) -> None:
        """Take in one part."""

    def check(self) -> None:
        """Refuse what would not fit into memory."""

    def package(self, parts: Mapping[str, Pieces]) -> MeasuredPackage:
        """A copy of the parts, with what they say of their cells."""
        ...


class _Packed(NamedTuple):
    """A kind of workbook that is a zip."""

    parts: re.Pattern[str]
    """The parts that cells need."""
    measure: Callable[[str, Limits], _Measure]


_PACKED = {
    "xlsx": _Packed(re.compile(_LEFT_OUT + r".*\.(?:xml|rels)"), XlsxMeasure),
    "xlsb": _Packed(re.compile(_LEFT_OUT + r"(?!.*vba).*\.(?:bin|xml|rels)"), XlsbMeasure),
    "ods": _Packed(re.compile(r"mimetype|content\.xml|META-INF/manifest\.xml"), OdsMeasure),
}


def measured_copy(path: Path, limits: Limits, kind: str) -> MeasuredPackage:
    """Measure every part of a workbook while it is taken out of the file.

    Raises:
        InputError: for another kind of file, or a workbook too large or packed too tightly.

    """
    copied = partial(_copied, path, limits, _PACKED[kind])
    return instead(copied, BROKEN, no_workbook(path.name))


def _copied(path: Path, limits: Limits, kind: _Packed) -> MeasuredPackage:
    parts: dict[str, Pieces] = {}
    measure = kind.measure(path.name, limits)
    with opened_zip(path, limits) as packed:
        for part in _checked_parts(packed, path.name, limits):
            name = part.filename
            if kind.parts.fullmatch(name):
                check_packing(part, path.name)
                content = _unpacked(packed, part)
                measure.add(name, content)
                parts[name] = [content]
    # At the end: the shared texts may come after the sheets that point at them.
    measure.check()
    return measure.package(parts)


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The content of a part, no longer than the directory of the zip says."""
    # Piece by piece: all at once it would be unpacked whatever it really holds.
    with packed.open(part) as stream:
        pieces = iter(partial(stream.read, MEGABYTE), b"")
        return b"".join(pieces)


def _checked_parts(packed: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The parts to read, by what the directory of the zip says of them."""
    parts = packed.infolist()
    names = {part.filename for part in parts}
    count = len(parts)
    # Of two parts with one name another reader might take the one not measured.
    if count > limits.parts or len(names) < count:
        allowed = f"at most {limits.parts}, each once"
        raise refused(Refusal.UNUSUAL, name, f"{count} parts", allowed)
    size = 0
    for part in parts:
        size += part.file_size
    if size > limits.unpacked:
        allowed = f"at most {limits.unpacked_megabytes} MB unpacked"
        step = "split the register, or raise the limits"
        value = f"{size} bytes unpacked"
        most = limits.unpacked_megabytes
        raise refusal(Refusal.UNPACKED, name, value, allowed, step, most=most)
    for part in parts:
        _check_ratio(part, name, limits)
    return parts


def opened_zip(path: Path, limits: Limits) -> zipfile.ZipFile:
    """A zip; one of very many parts is refused before anything is made of its directory.

    Raises:
        RefusedFileError: for one with far more parts than are taken.

    """
    entries = 0
    with path.open("rb") as file:
        while piece := file.read(MEGABYTE):
            entries += piece.count(_DIRECTORY_ENTRY)
    # A document inside the workbook may be a zip too; those are counted exactly once it is open.
    if entries > _PARTS_INSIDE * limits.parts:
        allowed = f"at most {limits.parts}, each once"
        raise refused(Refusal.UNUSUAL, path.name, f"{entries} parts", allowed)
    return zipfile.ZipFile(path)


def check_packing(part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a part that cannot be unpacked piece by piece; spreadsheets pack none so.

    Raises:
        RefusedFileError: for one.

    """
    if part.compress_type not in _WAYS_TO_PACK:
        allowed = "parts packed as spreadsheets do"
        raise refused(Refusal.UNUSUAL, name, f"a part packed in way {part.compress_type}", allowed)


def _check_ratio(part: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Refuse a part that unpacks to many times its size: it was made to fill the memory."""
    most = limits.ratio * part.compress_size
    # Small parts pack well by nature, so they are let through.
    if part.file_size > max(MEGABYTE, most):
        times = part.file_size // max(part.compress_size, 1)
        allowed = f"at most {limits.ratio} times"
        raise refused(Refusal.UNUSUAL, name, f"a part packed {times} times", allowed)
