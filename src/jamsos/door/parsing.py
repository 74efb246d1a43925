"""One JSON object read from a line."""

from typing import Any

import msgspec

from jamsos.errors import InputError, instead
from jamsos.values.plain import as_table

LONGEST_LINE = 2**20
"""A longer line is refused unread, so that memory stays bounded."""


def parsed(line: bytes) -> dict[str, Any]:
    """Read the object of a line.

    Raises:
        InputError: for a line that is too long, or no JSON object.

    """
    if len(line) > LONGEST_LINE:
        raise InputError(
            "line",
            f"{len(line)} bytes",
            f"at most {LONGEST_LINE} bytes",
            "send one question a line",
        )
    failures = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
    refused = InputError("line", "not JSON", "one JSON object in UTF-8", "check quotes and commas")
    raw: object = instead(lambda: msgspec.json.decode(line), failures, lambda _: refused)
    table = as_table(raw)
    if table is None:
        raise InputError("line", type(raw).__name__, "a JSON object", "send one question a line")
    return table
