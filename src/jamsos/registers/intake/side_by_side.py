"""Work on several things side by side, for polars and readers leave the interpreter to others."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def side_by_side(
    work: Callable[[T], R], things: Iterable[T], at_a_time: int
) -> Generator[Iterator[R]]:
    """What became of each thing, in their order; who leaves early waits for no further one.

    >>> with side_by_side(len, ["Desa", "Kelurahan"], at_a_time=2) as lengths:
    ...     list(lengths)
    [4, 9]
    """
    pool = ThreadPoolExecutor(at_a_time)
    try:
        yield _in_order(pool, work, things, at_a_time)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[T], R], things: Iterable[T], at_a_time: int
) -> Iterator[R]:
    """The results; no more of them wait to be taken than are worked on at a time."""
    waiting: deque[Future[R]] = deque()
    for thing in things:
        waiting.append(pool.submit(work, thing))
        if len(waiting) > at_a_time:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
