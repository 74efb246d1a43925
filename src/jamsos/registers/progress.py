"""How far long work is, for whoever waits for it."""

import sys
from collections.abc import Collection, Iterable
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 2
"""After so many seconds people want to know how far it is."""


def watched(items: Collection[T]) -> Iterable[T]:
    """The items one by one; where work on them is long, a bar shows how many are done.

    It is tqdm's, in a terminal and in a notebook, and goes when the work is done. Without tqdm
    (extra ``notebooks``), and where nobody looks, nothing is shown.

    >>> list(watched(["Sangatta Utara", "Bengalon"]))
    ['Sangatta Utara', 'Bengalon']
    """
    if not _somebody_looks():
        return items
    try:
        tqdm = import_module("tqdm").tqdm
    except ModuleNotFoundError:
        return items
    bar: Iterable[T] = tqdm(items, delay=_PATIENCE, leave=False)
    return bar


def _somebody_looks() -> bool:
    """Whether what is written beside the results is seen: in a terminal, or in a notebook."""
    return sys.stderr.isatty() or "ipykernel" in sys.modules
