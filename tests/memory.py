"""The most memory a process holds, as Linux counts it.

What :mod:`resource` says is no good here: it goes on counting what the parent held before the
process began, and whatever a test before this one took.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_MEGABYTE = 1024 * 1024
_FROM_NOW_ON = "5"
"""What tells the kernel to measure the most memory of a process anew."""


def peak(process: int | str = "self") -> int:
    """The most memory a process has held so far, in bytes."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


@contextmanager
def taking_at_most(megabytes: int) -> Generator[None]:
    """Fail where the work within takes more memory than this beyond what was held before it."""
    Path("/proc/self/clear_refs").write_text(_FROM_NOW_ON, "utf-8")
    before = peak()
    yield
    taken = (peak() - before) // _MEGABYTE
    assert taken < megabytes
