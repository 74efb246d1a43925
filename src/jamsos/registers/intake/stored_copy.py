"""A copy of the parts of a workbook for its reader, in a zip that packs nothing."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Pieces: TypeAlias = Sequence[bytes | memoryview]
"""The content of a part, one piece after the other."""


def stored_copy(parts: Mapping[str, Pieces]) -> io.BytesIO:
    """A zip of these parts, by their names.

    >>> with zipfile.ZipFile(stored_copy({"mimetype": [b"text/", b"plain"]})) as copy:
    ...     copy.read("mimetype")
    b'text/plain'
    """
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as stored:
        for name, pieces in parts.items():
            with stored.open(name, "w") as part:
                part.writelines(pieces)
    copy.seek(0)
    return copy
