"""One question a line in, one reply a line out, in order."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from jamsos.door.answering import answered
from jamsos.door.desk import Desk
from jamsos.door.parsing import BYTE_ORDER_MARK, LONGEST_LINE
from jamsos.door.verifying import verified

BLANK = b" \t\r\n" + BYTE_ORDER_MARK
"""What a line may hold that asks nothing."""


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Read lines; of one that is longer than allowed only the beginning is ever held."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        yield line


def answer_lines(lines: Iterable[bytes], desk: Desk) -> Iterator[bytes]:
    """Answer questions, one JSON object a line; a bad line yields an error object."""
    return _line_by_line(answered, lines, desk)


def verify_lines(lines: Iterable[bytes], desk: Desk) -> Iterator[bytes]:
    """Check receipts (or whole replies), one a line."""
    return _line_by_line(verified, lines, desk)


def _line_by_line(
    reply: Callable[[bytes, Desk], bytes], lines: Iterable[bytes], desk: Desk
) -> Iterator[bytes]:
    for line in lines:
        if line.strip(BLANK):
            yield reply(line, desk) + b"\n"
