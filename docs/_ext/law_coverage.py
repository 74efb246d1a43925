"""Which modules use each provision and how many cases prove it, counted when the pages are built."""

import sys
from collections import Counter
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
        return [self.summary(counted), table((38, 14, 38, 10), ("Provision", "Grade", "Used in", "Cases"), rows)]

    def summary(self, counted: Counter[str]) -> nodes.Node:
        """How many periods have a case, and how many dates of change are held from both sides."""
        periods = [*current().in_force()]
        proved = sum(counted[key_of(rule)] > 0 for rule in periods)
        nudge = import_module("test_nudge")
        moves = [(rule, what) for rule in current().timelines for what, _ in nudge.moved_dates(rule)]
        silent = sum(move in nudge.UNASKED for move in moves)
        said = (
            f"{proved} of {len(periods)} periods of {len(current().timelines)} provisions have a case "
            f"({100 * proved // len(periods)} %). Their {len(moves) // 2} dates of change are each moved both ways, "
            f"earlier and later: a case on either side notices it, but for {silent} of the {len(moves)} moves, "
            "which widen a condition beyond the months it is asked in and change no answer."
        )
        return nodes.paragraph(text=said)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("law-coverage", Coverage)
    return {"parallel_read_safe": True}
