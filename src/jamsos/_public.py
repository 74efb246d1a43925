"""The public names of a package, as its stub ``__init__.pyi`` lists them.

The stub is the one source: type checkers read it, and so does the running package, which loads a
module when one of its names is first used.
"""

import ast
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType

Loader = Callable[[str], ModuleType]


@cache
def homes(package: str) -> Mapping[str, str]:
    """Where each public name of a package lives, by name, as its stub says.

    >>> homes("jamsos")["premium"]
    'jamsos.premiums.bpu.premium'
    """
    stub = files(package).joinpath("__init__.pyi").read_text("utf-8")
    modules: dict[str, str] = {}
    for statement in ast.parse(stub).body:
        if isinstance(statement, ast.ImportFrom) and statement.module is not None:
            for alias in statement.names:
                modules[alias.name] = statement.module
    return dict(sorted(modules.items()))


def public_name(package: str, name: str, load: Loader = import_module) -> object:
    """Load a public name, or ``__all__``, for the ``__getattr__`` of a package.

    Raises:
        AttributeError: if the package has no such public name.

    """
    modules = homes(package)
    if name == "__all__":
        return list(modules)
    if name not in modules:
        raise AttributeError(f"module {package!r} has no attribute {name!r}")
    return getattr(load(modules[name]), name)
