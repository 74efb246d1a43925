"""The encodings offices save text in: UTF-8, UTF-16, Windows-1252, or two of them in one file."""

import codecs
from contextlib import suppress
from typing import NamedTuple

from jamsos.errors import InputError

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WINDOWS = "windows-1252"


class Decoded(NamedTuple):
    """The text of a file, its encoding, and the lines written in another one."""

    text: str
    encoding: str
    other: tuple[int, ...] = ()


def decoded(data: bytes, name: str) -> Decoded:
    """Decode a file: UTF-8, UTF-16, else Windows-1252; lines of another encoding than the others are named.

    Raises:
        InputError: for what is no text.

    """
    encoding = next((known for bom, known in _BOMS.items() if data.startswith(bom)), "utf-8")
    if encoding == "utf-8" and b"\x00" in data[:2] and not data.startswith(b"\x00\x00"):
        encoding = "utf-16-be" if data.startswith(b"\x00") else "utf-16-le"
    with suppress(UnicodeDecodeError):
        return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
    if encoding.startswith("utf-16"):  # raised out here: the other error holds the bytes of the file
        raise InputError(name, encoding, "whole text", "save the file again as CSV UTF-8")
    lines = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    fits = [_is_utf8(line) for line in lines]
    mixed = any(fit and not line.isascii() for fit, line in zip(fits, lines, strict=True))
    text = "\n".join(
        line.decode("utf-8" if fit else _WINDOWS, errors="replace") for fit, line in zip(fits, lines, strict=True)
    )
    other = tuple(number for number, fit in enumerate(fits, 1) if mixed and not fit)
    return Decoded(text, "utf-8 + windows-1252" if mixed else _WINDOWS, other)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
