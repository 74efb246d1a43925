"""The notebooks of ``examples/notebooks``, from text to what pages are made of."""

from pathlib import Path

import jupytext
from sphinx.application import Sphinx

SOURCE = Path(__file__).parents[2] / "examples" / "notebooks"


def _written(app: Sphinx) -> None:
    """Write each notebook next to the page that lists them."""
    folder = Path(app.srcdir) / "notebooks"
    for path in sorted(SOURCE.glob("*.py")):
        notebook = jupytext.read(path)
        jupytext.write(notebook, folder / f"{path.stem}.ipynb")


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", _written)
