"""Which functions use each provision and which cases prove it, found when the pages are built."""

import sys
from collections import Counter
from collections.abc import Mapping, Sized
from importlib import import_module
from pathlib import Path

from docutils import nodes
from law_tables import code, kept, line_break, table
from law_users import users
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import jamsos
from jamsos import current
from jamsos.door.replies import key_of

TESTS = Path(__file__).parents[2] / "tests"


SHOWN = 3
"""So many files of cases are named, those with the most cases first."""


def told(files: Counter[str]) -> str:
    """How many cases, and in which files most of them stand."""
    named = ", ".join(f"{file} ({count})" for file, count in files.most_common(SHOWN))
    rest = len(files) - SHOWN
    return f"{files.total()}: {named}" + (f", and {rest} more files" if rest > 0 else "")


class Coverage(SphinxDirective):
    """One row for each period of each provision."""

    def run(self) -> list[nodes.Node]:
        sys.path.insert(0, str(TESTS))
        proving = import_module("test_law_coverage").proving()
        used = users(Path(jamsos.__file__).parent, set(current().timelines))
        rows = []
        for rule in current().in_force():
            period = f"{rule.since}" + (f" to {rule.until}" if rule.until else "")
            law = "; ".join(str(source) for source in rule.sources) + f" ({rule.grade})"
            cells = (
                [code(rule.id), line_break(), kept(period), line_break(), nodes.Text(law)],
                ", ".join(used[rule.id]).replace(".", ".\N{ZERO WIDTH SPACE}"),
                told(Counter(case.file for case in proving[key_of(rule)])),
            )
            rows.append(("", cells))
        return [self.summary(proving), table((44, 30, 26), ("Provision and law", "Used by", "Cases"), rows)]

    def summary(self, proving: Mapping[str, Sized]) -> nodes.Node:
        """How many periods have a case, and how many dates of change are held from both sides."""
        periods = [*current().in_force()]
        proved = sum(len(proving[key_of(rule)]) > 0 for rule in periods)
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
