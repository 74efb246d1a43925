"""Which modules use each provision and how many cases prove it, counted when the pages are built."""

import sys
from importlib import import_module
from pathlib import Path

from docutils import nodes
from law_tables import code, kept, line_break, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import jamsos
from jamsos import current
from jamsos.door.replies import key_of

TESTS = Path(__file__).parents[2] / "tests"
SOURCE = Path(jamsos.__file__).parent


class Coverage(SphinxDirective):
    """One row for each period of each provision."""

    def run(self) -> list[nodes.Node]:
        sys.path.insert(0, str(TESTS))
        counted = import_module("test_law_coverage").cited()
        modules = {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
        rows = []
        for rule in current().in_force():
            stem = rule.id.rpartition(".")[0] + "."  # reliefs are looked up by sector
            users = [path for path, text in modules.items() if f'"{rule.id}"' in text or f'f"{stem}{{' in text]
            names = [str(path.relative_to(SOURCE)) for path in sorted(users)]
            period = f"{rule.since}" + (f" to {rule.until}" if rule.until else "")
            rule_cell = [code(rule.id), line_break(), kept(period)]
            rows.append(("", (rule_cell, str(rule.grade), ", ".join(names) or "-", str(counted[key_of(rule)]))))
        return [table((38, 14, 38, 10), ("Provision", "Grade", "Used in", "Cases"), rows)]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("law-coverage", Coverage)
    return {"parallel_read_safe": True}
