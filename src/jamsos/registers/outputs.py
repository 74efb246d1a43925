"""Files written whole or not at all: an earlier file is there until the new one is complete."""

import errno
import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import mkstemp
from typing import IO, TypeAlias, cast

from jamsos.errors import InputError, T, instead, kind_of

Target: TypeAlias = IO[bytes]
"""The open file that takes what is written."""

_BEGIN = ".jamsos-"
"""How a file is named until it is whole: hidden, and not as any list is named."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NUMBER = re.compile(r"(?:Errno|os error) (\d+)")
"""How Python, and how polars, tells the number by which the system calls a failure."""
_PLACE = "a place that can be written"


def checked_output(path: str | Path, *kinds: str) -> Path:
    """Return the path of a file that may be written.

    Raises:
        InputError: for what is no path, another ending than these, or a folder that does not exist.

    """
    if not isinstance(cast("object", path), str | Path):
        step = "give the name of the file, as 'peserta.xlsx'"
        raise InputError("path", path, "a path as text or pathlib.Path", step)
    file = Path(path)
    if file.suffix.lower() not in kinds:
        endings = " or ".join(kinds)
        step = f"name it {file.stem}{kinds[0]}"
        raise InputError("path", file.name, f"a file that ends in {endings}", step)
    # os.path: before Python 3.14, Path.is_dir() raises for an over-long name
    if not os.path.isdir(file.parent):  # noqa: PTH112
        folder = str(file.parent)
        raise InputError("path", folder, "a folder that is there", "make the folder first")
    return file


def checked_folder(folder: str | Path) -> Path:
    """Return the path of a folder that files may be written into.

    Raises:
        InputError: for what is no path, or no folder that is there.

    """
    allowed = "the path of a folder that is there"
    if not isinstance(cast("object", folder), str | Path):
        raise InputError("folder", kind_of(folder), allowed, "give the path as text")
    # os.path: before Python 3.14, Path.is_dir() raises for an over-long name
    if not os.path.isdir(folder):  # noqa: PTH112
        raise InputError("folder", Path(folder).name, allowed, "make the folder first")
    return Path(folder)


def written(
    file: Path, write: Callable[[Target], T], failures: tuple[type[Exception], ...] = (OSError,)
) -> T:
    """Write a file beside its place, and move it there when it is whole.

    Only its owner may read the file. Where anything fails, an earlier file stays as it was, and
    nothing else is left behind.

    Args:
        file: The file, as :func:`checked_output` gave it.
        write: What writes to the open file that it is given.
        failures: How it says that it could not write.

    Raises:
        InputError: where the file cannot be written, or its place is taken by a folder, a link or
            a file that is protected.

    """
    return instead(partial(_replaced, file, write), failures, partial(_refused, file))


def _replaced(file: Path, write: Callable[[Target], T]) -> T:
    _check_place(file)
    # Its folder, so that it can be moved without a copy; mkstemp gives it to its owner alone.
    handle, name = mkstemp(prefix=_BEGIN, dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            result = write(target)
            target.flush()
            # Moved before it is on the disk, it could be empty after a power cut.
            os.fsync(target.fileno())
        beside.replace(file)
    finally:
        # Once it was moved there is nothing left to remove.
        beside.unlink(missing_ok=True)
    _sync_folder(file.parent)
    return result


def _check_place(file: Path) -> None:
    """Refuse what must not be replaced: a folder, a link, a device, a protected file."""
    if not os.path.lexists(file):
        return
    mode = file.lstat().st_mode
    if stat.S_ISLNK(mode):
        # What stands behind a link may lie in a folder that others read.
        raise _taken(file, "a link", "name the file that the link leads to, or remove the link")
    if stat.S_ISDIR(mode):
        raise _taken(file, "a folder", "choose another name, or remove the folder")
    if not stat.S_ISREG(mode):
        raise _taken(file, "no file", "choose another name")
    if not mode & stat.S_IWUSR:
        raise _taken(file, "a protected file", "choose another name, or allow it to be written")


def _taken(file: Path, what: str, step: str) -> InputError:
    return InputError("path", f"{file.name}: {what}", _PLACE, step)


def _refused(file: Path, failure: Exception) -> InputError:
    """What says that a file could not be written, and what to do."""
    told = _NUMBER.search(str(failure))
    number = int(told[1]) if told else None
    if number in _FULL:
        full = f"{file.name}: the disk is full"
        return InputError("path", full, _PLACE, "make room on the disk, or write it elsewhere")
    value = f"{file.name}: {type(failure).__name__}"
    step = "close the file, or write it elsewhere"
    if number in _CLOSED:
        step = "close the file, or write it to a folder in which you may write"
    return InputError("path", value, _PLACE, step)


def _sync_folder(folder: Path) -> None:
    """See to it that the new name of a file is on the disk too."""
    # Windows and some network folders cannot do this; the file is whole all the same.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
