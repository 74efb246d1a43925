"""The encodings offices save text in: UTF-8, UTF-16, Windows-1252, or two of them in one file."""

import codecs
from contextlib import suppress
from typing import NamedTuple

from jamsos.registers.intake.limits import MEGABYTE
from jamsos.registers.intake.refusals import Refusal, refusal

_UTF_8 = "utf-8"
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WINDOWS = "windows-1252"
_NUL = b"\x00"
_BYTES_AT_A_TIME = 16 * MEGABYTE
_ONE_LETTER = len("N".encode("utf-16-le"))
"""The bytes of a Latin letter in UTF-16."""


class Decoded(NamedTuple):
    """The text of a file, its encoding, and the lines written in another one."""

    data: bytes
    """The text in UTF-8: of a long one, no second copy in the letters of Python is kept."""
    encoding: str
    other: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The text itself."""
        return self.data.decode()


def decoded(data: bytes, name: str) -> Decoded:
    """Decode a file: UTF-8, UTF-16, else Windows-1252.

    Lines in another encoding than the rest are named.

    Raises:
        InputError: for what is no text.

    """
    encoding = _encoding_by_its_begin(data)
    if encoding.startswith(_UTF_8):
        unmarked = data.removeprefix(codecs.BOM_UTF8)
        if _is_utf_8(unmarked):
            return Decoded(unmarked, _UTF_8)
        return _line_by_line(unmarked)
    with suppress(UnicodeDecodeError):
        return Decoded(data.decode(encoding).encode(), encoding)
    # Raised out here, because the error of Python holds the bytes of the file.
    step = "save the file again as CSV UTF-8"
    raise refusal(Refusal.DAMAGED_TEXT, name, encoding, "whole text", step)


def _is_utf_8(data: bytes) -> bool:
    """Whether this is text in UTF-8."""
    # Most lists are plain letters, and one quick look tells.
    if data.isascii():
        return True
    decoder = codecs.getincrementaldecoder(_UTF_8)()
    view = memoryview(data)
    try:
        # In parts, for the letters of a long text take up to four times its bytes.
        for start in range(0, len(data), _BYTES_AT_A_TIME):
            decoder.decode(view[start : start + _BYTES_AT_A_TIME])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _encoding_by_its_begin(data: bytes) -> str:
    """The encoding that the first bytes speak for."""
    for mark, encoding in BOMS.items():
        if data.startswith(mark):
            return encoding
    # Without a mark, UTF-16 shows in the NUL before or after the first Latin letter.
    first = data[:_ONE_LETTER]
    if _NUL not in first or first == _NUL + _NUL:
        return _UTF_8
    if first.startswith(_NUL):
        return "utf-16-be"
    return "utf-16-le"


def _line_by_line(data: bytes) -> Decoded:
    """Decode each line for itself: lists of several villages are often pasted into one file."""
    of_windows = data.replace(b"\r\n", b"\n")
    of_old_macs = of_windows.replace(b"\r", b"\n")
    lines = of_old_macs.split(b"\n")
    texts: list[str] = []
    windows_lines: list[int] = []
    # Lines of ASCII are the same in both encodings and speak for neither.
    beyond_ascii = False
    for number, line in enumerate(lines, 1):
        text = _utf_8(line)
        if text is None:
            windows_lines.append(number)
            # A few bytes mean nothing in it; the sign left in their place is found when tidying.
            text = line.decode(_WINDOWS, errors="replace")
        elif not line.isascii():
            beyond_ascii = True
        texts.append(text)
    whole = "\n".join(texts).encode()
    if beyond_ascii:
        return Decoded(whole, f"{_UTF_8} + {_WINDOWS}", tuple(windows_lines))
    return Decoded(whole, _WINDOWS)


def _utf_8(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return None
