"""Sphinx builds these pages; the tables of the law are written from the law data itself."""

import os
import sys
from pathlib import Path

from sphinx.application import Sphinx

from jamsos import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "jamsos"
copyright = "the jamsos contributors"  # noqa: A001 - the name Sphinx reads
version = release = __version__

extensions = [
    "myst_nb",  # myst_parser, and notebooks
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "law_tables",
    "law_coverage",
    "law_articles",
    "notebooks",
]
exclude_patterns = ["_build", "_ext"]

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
os.environ["TQDM_DISABLE"] = "1"  # nobody waits for the notebooks that are run here
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 600

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False

nitpicky = True
nitpick_ignore_regex = [
    # Python's own types: their documentation is on another site, and a build asks no other site.
    (r"py:.*", r"(datetime|decimal|fractions|pathlib|os|collections|enum|typing)\..*"),
    (r"py:class", r"(altair|hypothesis|polars)\..*"),
    # What an answer keeps for its results, set where it is made.
    (r"py:class", r"jamsos\.premiums\..*\.(MonthBasis|WageBasis|ReliefOutcome)"),
    # What an expectation keeps for its simulation.
    (r"py:class", r"jamsos\.expectations\.cells\.Cell"),
    (r"py:class", r"Arg"),  # an alias inside an annotation written as text
]

html_theme = "furo"
html_title = "jamsos"
html_static_path = ["_static"]
html_css_files = ["jamsos.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    # Fonts the reader already has: pages ask no other site for anything.
    "light_css_variables": {
        "font-stack": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
        "font-stack--monospace": "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, "
        "Consolas, monospace",
    },
}


def _plain(
    _app: Sphinx, what: str, _name: str, _object: object, _options: object, lines: list[str]
) -> None:
    """Keep napoleon from reading the words before a colon in a fact's description as its type."""
    if what in {"attribute", "property"}:
        lines[:0] = ["..", ""]  # an empty comment


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", _plain, priority=400)
