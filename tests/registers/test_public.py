"""The public names of registers, and what a missing package says."""

import ast
import importlib
import sys
from pathlib import Path

import pytest

from jamsos import MissingExtraError, registers

HERE = Path(registers.__file__).parent


def test_checkers_see_the_public_names_that_are_there() -> None:
    stub = ast.parse((HERE / "__init__.pyi").read_text("utf-8"))
    seen = {alias.asname: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == {name: f"jamsos.registers.{room}" for name, room in registers._HOMES.items()}
    assert sorted(seen) == registers.__all__
    assert all(getattr(registers, name) for name in registers.__all__)
    assert set(registers.__all__) <= set(dir(registers))


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = registers.nothing_here


def test_a_missing_engine_is_named_with_the_command(monkeypatch) -> None:
    def absent(_name: str) -> None:
        raise ModuleNotFoundError(name="polars")

    monkeypatch.delitem(vars(registers), "synthetic_register", raising=False)
    monkeypatch.setattr(registers, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r"no polars.*jamsos\[registers\]"):
        _ = registers.synthetic_register


def test_nothing_works_without_narwhals(monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.delitem(sys.modules, "jamsos.registers")
    with pytest.raises(MissingExtraError, match="no narwhals"):
        importlib.import_module("jamsos.registers")
