"""One question a line in, one reply a line out, in order."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from jamsos.door.answering import answered
from jamsos.door.desk import Desk
from jamsos.door.parsing import BYTE_ORDER_MARK, LONGEST_LINE
from jamsos.door.verifying import verified

BLANK = b" \t\r\n" + BYTE_ORDER_MARK
"""What a line may hold that asks nothing."""


_AT_ONCE = 2**16
"""So many bytes are read at once: what a pipe holds."""


class Readable(Protocol):
    """What lines are read from: a buffered stream of bytes."""

    def read1(self, size: int, /) -> bytes:
        """Some bytes, as soon as there are any; none at the end."""
        ...


def bounded_lines(
    stream: Readable, before_waiting: Callable[[], object] = lambda: None
) -> Iterator[bytes]:
    """Read lines; of one that is longer than allowed only the beginning is ever held.

    Args:
        stream: Where they come from.
        before_waiting: Called whenever all lines that have come were taken, before more are
            waited for.

    """
    begun = b""
    before_waiting()
    while read := stream.read1(_AT_ONCE):
        # A line that is too long already has no end in sight.
        if len(begun) > LONGEST_LINE and b"\n" not in read:
            continue
        *whole, begun = (begun + read).split(b"\n")
        for line in whole:
            yield (line + b"\n")[: LONGEST_LINE + 1]
        begun = begun[: LONGEST_LINE + 1]
        before_waiting()
    if begun:
        yield begun


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
