"""Which functions use each provision, read from the code."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

FACTS = ("accident.", "event.", "job.", "employment.")
"""What stands before a fact's name: an f-string that begins so names no provision."""
_PUT_TOGETHER = re.compile(r"[a-z]\.|\.[a-z]|^\{\}_[a-z]{2}")
"""What an id put together from parts looks like: a word at a dot, or a word after a first part."""


def users(source: Path, rules: set[str]) -> dict[str, list[str]]:
    """The functions, as ``room.module.function``, that name a provision or use such a table."""
    functions: dict[str, ast.AST] = {}
    tables: dict[str, ast.AST] = {}
    for path in sorted(source.rglob("*.py")):
        module = ".".join(path.relative_to(source).with_suffix("").parts)
        for name, node in _parts(ast.parse(path.read_text("utf-8"))):
            kind = tables if isinstance(node, ast.Assign | ast.AnnAssign) else functions
            kind[f"{module}.{name}"] = node

    def named(name: str, node: ast.AST) -> set[str]:
        """The provisions named in a function or table and in the tables it reads."""
        home = name.split(".")[: 2 if name.count(".") > 1 else 1]
        read = {
            part.id
            for part in ast.walk(node)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
        }
        own = {f"{'.'.join(home)}.{other}" for other in read} & tables.keys()
        taken = {
            table for table in tables if table.rpartition(".")[2] in read and "._" not in table
        }
        return _named(node, rules).union(
            *(named(table, tables[table]) for table in (own | taken) - {name})
        )

    found: dict[str, list[str]] = defaultdict(list)
    for name, node in functions.items():
        for rule in named(name, node):
            found[rule].append(name)
    return found


def _parts(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The functions, methods and tables of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from (
                (f"{node.name}.{part.name}", part)
                for part in node.body
                if isinstance(part, ast.FunctionDef)
            )
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((target.id, node) for target in targets if isinstance(target, ast.Name))


def _named(node: ast.AST, rules: set[str]) -> set[str]:
    """The provisions whose ids stand in a piece of code, put together from parts or whole."""
    found: set[str] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and part.value in rules:
            found.add(str(part.value))
        elif isinstance(part, ast.JoinedStr):
            shape = "".join(
                str(at.value) if isinstance(at, ast.Constant) else "{}" for at in part.values
            )
            if _PUT_TOGETHER.search(shape) and not shape.startswith(FACTS):
                ids = re.escape(shape).replace(re.escape("{}"), "[A-Za-z0-9_.]+")
                found |= {rule for rule in rules if re.fullmatch(ids, rule)}
    return found
