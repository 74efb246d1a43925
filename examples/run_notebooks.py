"""Run every notebook of this folder from top to bottom; the first that fails ends it.

Needs the extra ``notebooks``. A notebook is kept as text, and opens in Jupyter with jupytext.
"""

import os
import time
from pathlib import Path

import jupytext
from nbclient import NotebookClient

HERE = Path(__file__).parent / "notebooks"


def main() -> None:
    """Run them in the order of their names."""
    os.environ["TQDM_DISABLE"] = "1"  # nobody waits in front of them
    for path in sorted(HERE.glob("*.py")):
        started = time.perf_counter()
        notebook = jupytext.read(path)
        NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
        print(f"{path.name}: {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
