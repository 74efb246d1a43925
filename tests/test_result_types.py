"""The file of result types, which the type checkers check, names every result of every class."""

import ast
from pathlib import Path

import pytest

from jamsos import ANSWER_CLASSES, Answer

TYPES = Path(__file__).with_name("result_types.py")


def named() -> dict[str, set[str]]:
    """The results the file asserts a type of, by the class of the answer."""
    results: dict[str, set[str]] = {}
    for function in ast.parse(TYPES.read_text("utf-8")).body:
        if isinstance(function, ast.FunctionDef):
            (answer,) = function.args.args
            calls = [part for part in ast.walk(function) if isinstance(part, ast.Call)]
            names = {part.attr for call in calls for part in call.args[:1]
                     if isinstance(part, ast.Attribute)}  # fmt: skip
            results[ast.unparse(answer.annotation) if answer.annotation else ""] = names
    return results


@pytest.mark.parametrize("kind", ANSWER_CLASSES, ids=lambda kind: kind.__name__)
def test_every_result_has_its_type(kind: type[Answer]) -> None:
    assert named()[kind.__name__] == set(kind.results())
