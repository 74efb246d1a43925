"""Which functions use each provision and which cases prove it, found when the pages are built."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence, Sized
from importlib import import_module
from pathlib import Path

from docutils import nodes
from law_tables import Cell, code, kept, line_break, table
from law_users import users
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import jamsos
from jamsos import current
from jamsos.answers.ground_keys import key_of

TESTS = Path(__file__).parents[2] / "tests"
SHOWN = 3
"""The number of files of cases that are named, those with the most cases first."""


def counted(files: Counter[str]) -> str:
    """How many cases there are, and which files have most of them."""
    named = ", ".join(f"{file} ({count})" for file, count in files.most_common(SHOWN))
    rest = len(files) - SHOWN
    return f"{files.total()}: {named}" + (f", and {rest} more files" if rest > 0 else "")


class Coverage(SphinxDirective):
    """One row for each period of each provision."""

    def run(self) -> list[nodes.Node]:
        sys.path[:0] = [str(TESTS), str(TESTS / "long")]
        proving = import_module("test_law_coverage").proving()
        used = users(Path(jamsos.__file__).parent, set(current().timelines))
        rows: list[tuple[str, Sequence[Cell]]] = []
        for rule in current().in_force():
            period = f"{rule.since}" + (f" to {rule.until}" if rule.until else "")
            law = "; ".join(str(source) for source in rule.sources) + f" ({rule.grade})"
            cells = (
                [code(rule.id), line_break(), kept(period), line_break(), nodes.Text(law)],
                ", ".join(used[rule.id]).replace(".", ".\N{ZERO WIDTH SPACE}"),
                counted(Counter(case.file for case in proving[key_of(rule)])),
            )
            rows.append(("", cells))
        return [
            self.summary(proving),
            table((44, 30, 26), ("Provision and law", "Used by", "Cases"), rows),
        ]

    def summary(self, proving: Mapping[str, Sized]) -> nodes.Node:
        """How many periods have a case, and how many dates of change are held from both sides."""
        periods = [*current().in_force()]
        proved = sum(len(proving[key_of(rule)]) > 0 for rule in periods)
        nudge = import_module("test_nudge")
        moves = [
            (rule, what) for rule in current().timelines for what, _ in nudge.moved_dates(rule)
        ]
        silent = sum(move in nudge.UNASKED for move in moves)
        provisions = len(current().timelines)
        summary = (
            f"{proved} of {len(periods)} periods of {provisions} provisions have a case "
            f"({100 * proved // len(periods)} %). Each of their {len(moves) // 2} dates of change "
            f"is moved earlier and later. A case notices each of these moves, except {silent} "
            "which only extend a condition to months in which it is never used."
        )
        return nodes.paragraph(text=summary)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("law-coverage", Coverage)
    return {"parallel_read_safe": True}
