"""The entries of a folder: which may be registers, and which are left out and why."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, cast

from jamsos.errors import InputError, kind_of
from jamsos.registers.intake.cells.cell import shown
from jamsos.registers.intake.file_kinds import KINDS
from jamsos.registers.intake.files import LeftOut
from jamsos.registers.intake.limits import Limits

_LOCKS = ("~$", ".~lock.")
"""How the files begin that Excel and LibreOffice keep beside one that is open."""
_DIGITS_OF_A_PERSON = len("PPKKCCDDMMYY")


class Entry(NamedTuple):
    """A file that may be a register."""

    path: Path
    name: str
    """Its path in the folder, as a report may show it; no two entries have the same."""


class Entries(NamedTuple):
    """What a folder holds."""

    files: list[Entry]
    left_out: list[tuple[str, str, LeftOut]]
    """The names of the others, no sheet of them, and why each is left out."""


def entry_of(path: Path) -> Entry:
    """One file by itself."""
    return Entry(path, Names().of(path.name))


def entries_of(source: object, limits: Limits, *, subfolders: bool) -> Entries:
    """The files of a folder in the order of their names, or the files of a list; at least one.

    Args:
        source: The path of a folder or of a file, or several paths of files.
        limits: How many entries there may be.
        subfolders: Whether the folders inside are read too; links to folders never are.

    Raises:
        InputError: for what is neither, too many entries, or none that could be read.

    """
    entries = _entries(source, limits, subfolders=subfolders)
    if not entries.files:
        value = "no file"
        # The last part of the path alone: an error need not tell where a folder stands.
        if isinstance(source, str | Path):
            value = f"no file in {Path(source).name}"
        step = "check the path, or read the folders inside too: subfolders=True"
        raise InputError("folder", value, "a folder with files to read", step)
    return entries


def _entries(source: object, limits: Limits, *, subfolders: bool) -> Entries:
    if isinstance(source, str | Path):
        path = Path(source)
        # os.path: before Python 3.14, Path.is_dir() raises for an over-long name
        if os.path.isdir(path):  # noqa: PTH112
            return _of_folder(path, limits, subfolders=subfolders)
        # One path that leads nowhere is a mistyped folder; of several, each is listed.
        if not os.path.lexists(path):
            raise _no_folder(path.name)
        return _of_files([path], limits)
    if not isinstance(source, Iterable):
        raise _no_folder(kind_of(source))
    paths: list[Path] = []
    for item in cast("Iterable[object]", source):
        if not isinstance(item, str | Path):
            raise _no_folder(kind_of(item))
        paths.append(Path(item))
    return _of_files(paths, limits)


def _no_folder(value: object) -> InputError:
    allowed = "the path of a folder, or a list of paths"
    return InputError("folder", value, allowed, "give the path of the folder")


def _of_files(paths: list[Path], limits: Limits) -> Entries:
    _check_count(len(paths), limits)
    names = Names()
    files = [Entry(path, names.of(path.name)) for path in paths]
    return Entries(files, [])


def _check_count(count: int, limits: Limits) -> None:
    if count > limits.files:
        allowed = f"at most {limits.files}"
        step = "divide the folder, or raise the limits"
        raise InputError("entries of the folder", f"more than {limits.files}", allowed, step)


def _of_folder(folder: Path, limits: Limits, *, subfolders: bool) -> Entries:
    names = Names()
    entries = Entries([], [])
    for number, entry in enumerate(_walk(folder, subfolders=subfolders), start=1):
        _check_count(number, limits)
        path = Path(entry.path)
        name = names.of(path.relative_to(folder).as_posix())
        why = _left_out(entry)
        if why is None:
            entries.files.append(Entry(path, name))
        else:
            entries.left_out.append((name, "", why))
    return entries


def _walk(folder: Path, *, subfolders: bool) -> Iterator["os.DirEntry[str]"]:
    """The entries of a folder, and, in the place of a folder inside, what that one holds."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        is_open = subfolders and not entry.name.startswith(".")
        if is_open and entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), subfolders=True)
        else:
            yield entry


def _left_out(entry: "os.DirEntry[str]") -> LeftOut | None:
    """Why an entry is no register; None where it may be one."""
    if entry.name.startswith(_LOCKS):
        return LeftOut.LOCK
    if entry.name.startswith("."):
        return LeftOut.HIDDEN
    # A link may lead to a file of the folder once more, or out of it.
    if entry.is_symlink():
        return LeftOut.LINK
    if entry.is_dir():
        return LeftOut.FOLDER
    suffix = Path(entry.name).suffix.lower()
    if suffix not in KINDS:
        return LeftOut.KIND
    return None


class Names:
    """Names of files or sheets as a report may show them, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """The name to show; other names that look the same get a number."""
        plain = name
        digits = sum(letter.isdigit() for letter in name)
        # Some files are named after a person and the number of the card.
        if digits >= _DIGITS_OF_A_PERSON:
            plain = shown(name)
        free = plain
        number = 1
        while free in self._taken:
            number += 1
            free = f"{plain} ({number})"
        self._taken.add(free)
        return free
