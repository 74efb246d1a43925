"""Canonical JSON: one way to write a value, so that equal values have equal digests.

Keys are sorted at every depth, nothing stands between the parts, text is UTF-8 with only those
signs escaped that have to be. Numbers are whole and written in decimal: a reply has no other.
"""

from hashlib import sha256
from typing import Any

import msgspec

canonical = msgspec.json.Encoder(order="sorted").encode
"""A value of JSON in canonical form."""


def digest(value: Any) -> str:
    """The SHA-256 of a value in canonical form, in hexadecimal digits.

    >>> digest({"b": 1, "a": {"d": 2, "c": 3}}) == digest({"a": {"c": 3, "d": 2}, "b": 1})
    True
    """
    return sha256(canonical(value)).hexdigest()
