"""The public names of registers, and what a missing package says."""

import importlib
import sys
from types import ModuleType

import pytest

from jamsos import MissingExtraError, registers
from jamsos._public import homes

LIBRARY: ModuleType = registers
"""The names are made when they are asked for: a type checker knows those of the stub only."""


def test_the_names_of_the_stub_are_there() -> None:
    assert LIBRARY.__all__ == sorted(homes("jamsos.registers"))
    assert all(getattr(registers, name) is not None for name in LIBRARY.__all__)
    assert set(LIBRARY.__all__) <= set(dir(registers))


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = LIBRARY.nothing_here


def test_a_missing_engine_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_name: str) -> None:
        raise ModuleNotFoundError(name="polars")

    monkeypatch.delitem(vars(registers), "synthetic_register", raising=False)
    monkeypatch.setattr(registers, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r"no polars.*jamsos\[registers\]"):
        _ = registers.synthetic_register


def test_nothing_works_without_narwhals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.delitem(sys.modules, "jamsos.registers")
    with pytest.raises(MissingExtraError, match="no narwhals"):
        importlib.import_module("jamsos.registers")
