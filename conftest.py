"""Every example in the README, the docs and the docstrings is a test.

Python blocks run in order and share their names within a page. Beside them a page may hold:

- ``output``: what the Python block before it printed; a line ``...`` stands for any lines left out,
  and `` ...`` ends a line that goes on;
- ``toml`` that begins with ``# name.toml``: written to that file, in a folder of the page's own;
- ``console``: each command after ``$`` is run there and must print the lines that follow it.
"""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import chdir, redirect_stdout
from doctest import ELLIPSIS
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

settings.register_profile("jamsos", deadline=None, max_examples=40, derandomize=True)
settings.register_profile("thorough", settings.get_profile("jamsos"), max_examples=120)
settings.load_profile("jamsos")


_PRINTED = "_printed"
_FOLDER = "_folder"


class PythonBlocks(PythonCodeBlockParser):
    """Python blocks; what one prints is kept for the ``output`` block after it."""

    def __init__(self) -> None:
        super().__init__(doctest_optionflags=ELLIPSIS)
        self.codeblock_parser = CodeBlockParser("python", _printing)


class SessionBlocks:
    """``pycon`` blocks: interactive sessions."""

    def __init__(self) -> None:
        self.blocks = CodeBlockParser("pycon", lambda _example: None)
        self.doctests = DocTestStringParser(DocTestEvaluator(ELLIPSIS))

    def __call__(self, document: Document) -> Iterable[Region]:
        """Find the examples of every session on the page."""
        for block in self.blocks(document):
            for region in self.doctests(block.parsed, document.path):
                region.adjust(block, block.parsed)
                yield region


def _printing(example: Example) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        PythonEvaluator()(example)
    example.namespace[_PRINTED] = printed.getvalue()


def _output(example: Example) -> str | None:
    return _difference(str(example.parsed), example.namespace.get(_PRINTED, ""))


def _file(example: Example) -> None:
    """Write a block that names its file; other blocks are only shown."""
    first = str(example.parsed).partition("\n")[0]
    if first.startswith("# ") and first.endswith(".toml"):
        Path(first.removeprefix("# ")).write_text(example.parsed, encoding="utf-8")


def _console(example: Example) -> str | None:
    """Run each command of a shell session; a line that begins with ``> `` continues the command."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    problems: list[str | None] = []
    for part in f"\n{example.parsed}".split("\n$ ")[1:]:
        lines = part.splitlines()
        more = next(
            (n for n, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines)
        )
        command = "\n".join([lines[0], *(line.removeprefix("> ") for line in lines[1:more])])
        done = subprocess.run(  # noqa: S602 - the pages are ours, and a shell is what they show
            command,
            shell=True,
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PATH": programs, "PYTHONIOENCODING": "utf-8"},
        )
        problems.append(_difference("\n".join(lines[more:]), done.stdout + done.stderr))
    return "\n".join(problem for problem in problems if problem) or None


def _difference(wanted: str, got: str) -> str | None:
    """Compare line by line, ends of lines aside, with lines left out where the page says so."""
    pieces = [piece.strip("\n").splitlines() for piece in f"\n{wanted.rstrip()}\n".split("\n...\n")]
    lines = [line.rstrip() for line in got.strip().splitlines()]
    at = 0
    for number, piece in enumerate(pieces):
        while number and at < len(lines) and not _begins(lines[at:], piece):
            at += 1
        if not _begins(lines[at:], piece):
            break
        at += len(piece)
    else:
        if at == len(lines) or not pieces[-1]:
            return None
    return f"Expected:\n{wanted}\nGot:\n{got}"


def _begins(lines: list[str], piece: list[str]) -> bool:
    """Tell whether the lines begin with the piece."""
    if len(lines) < len(piece):
        return False
    return all(
        line.startswith(wanted.removesuffix("..."))
        if wanted.endswith(" ...")
        else line == wanted.rstrip()
        for line, wanted in zip(lines, piece, strict=False)
    )


def _enter(namespace: dict[str, Any]) -> None:
    """Give a page a working folder of its own."""
    folder = TemporaryDirectory()
    namespace[_FOLDER] = (folder, chdir(folder.name))
    namespace[_FOLDER][1].__enter__()


def _leave(namespace: dict[str, Any]) -> None:
    folder, changed = namespace.pop(_FOLDER)
    changed.__exit__(None, None, None)
    folder.cleanup()


_PYTHON: list[Parser] = [
    PythonBlocks(),
    SessionBlocks(),
    CodeBlockParser("output", _output),
    SkipParser(),
]
_FILES: list[Parser] = [CodeBlockParser("toml", _file), CodeBlockParser("console", _console)]

pytest_collect_file: Callable[..., Any] = SybilCollection(
    [
        Sybil(parsers=_PYTHON, pattern="README.md"),
        Sybil(
            parsers=[*_PYTHON, *_FILES], path="docs", pattern="*.md", setup=_enter, teardown=_leave
        ),
        Sybil(parsers=[DocTestParser(optionflags=ELLIPSIS)], path="src", pattern="*.py"),
    ]
).pytest()
