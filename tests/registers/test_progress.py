"""Long work shows how far it is, where somebody looks; short work shows nothing."""

import sys
from io import StringIO

import pytest

from jamsos.registers import progress
from jamsos.registers.progress import watched

FILES = ["desa-1.xlsx", "desa-2.xlsx", "desa-3.xlsx"]


class Terminal(StringIO):
    """What a terminal shows."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Somebody looks at a terminal from here on."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


def test_long_work_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    assert list(watched(FILES)) == FILES
    assert "/3 " in shown.getvalue()


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(watched(FILES)) == FILES
    assert not shown.getvalue()


def test_where_nobody_looks_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = StringIO()
    monkeypatch.setattr(sys, "stderr", piped)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    assert watched(FILES) is FILES
    assert not piped.getvalue()


def test_a_notebook_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    cell = StringIO()
    monkeypatch.setattr(sys, "stderr", cell)
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    assert list(watched(FILES)) == FILES
    assert "/3 " in cell.getvalue()


def test_without_tqdm_the_work_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert watched(FILES) is FILES
    assert not shown.getvalue()
