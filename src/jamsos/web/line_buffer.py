"""The bytes of a stream, cut into lines; of one that is too long only the beginning is held."""

from jamsos.door.lines import BLANK
from jamsos.door.parsing import LONGEST_LINE


class LineBuffer:
    r"""Lines that arrive in pieces.

    >>> buffer = LineBuffer()
    >>> buffer.add(b"one\ntw"), buffer.add(b"o\n"), buffer.rest()
    ([b'one'], [b'two'], [])
    """

    def __init__(self) -> None:
        self._held = bytearray()

    def add(self, chunk: bytes) -> list[bytes]:
        """Take a piece; the lines that are whole now, without those that are empty."""
        *ends, begun = chunk.split(b"\n")
        whole: list[bytes] = []
        for end in ends:
            self._hold(end)
            whole.extend(self.rest())
        self._hold(begun)
        return whole

    def rest(self) -> list[bytes]:
        """What is held as a last line; none where it is empty."""
        line = bytes(self._held)
        self._held.clear()
        # As on standard input: an empty line asks nothing.
        return [line] if line.strip(BLANK) else []

    def _hold(self, piece: bytes) -> None:
        # One byte more than is allowed, by which the door sees that the line is too long.
        room = LONGEST_LINE + 1 - len(self._held)
        self._held += piece[:room]
