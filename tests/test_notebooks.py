"""The notebooks: each answers its questions in a few lines; ``.ci/run`` runs them."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.py"))
CELL = re.compile(r"^# %%(.*)\n", re.MULTILINE)


def cells(path: Path) -> list[tuple[str, str]]:
    """The cells of a notebook: their kind and their text."""
    before, *parts = CELL.split(path.read_text("utf-8"))
    assert before == ""
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_there_are_six() -> None:
    assert len(NOTEBOOKS) == 6


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_question_takes_fewer_than_fifteen_lines(path: Path) -> None:
    questions = 0
    for kind, text in cells(path):
        if kind == " [markdown]":
            questions += text.count("\n# ## ") + text.startswith("# ## ")
            continue
        lines = [line for line in text.splitlines() if line.strip()]
        assert 0 < len(lines) < 15, lines[-1]
    # One cell of code a question.
    assert questions == sum(kind == "" for kind, _ in cells(path))
