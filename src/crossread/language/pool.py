"""Work in batches, in this process or over a pool of processes, results in order.

Each process makes its own worker once (a language backend and what is built on
it). Batches are handed out a few ahead of the results that are taken, so that
memory stays bounded however long the input is.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], Result]

# Batches in flight for each worker: one being worked on, one waiting.
_AHEAD = 2


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield `items` in lists of at most `size`, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def work_through(
    make_worker: Callable[[], Work[Item, Result]], todo: Iterable[list[Item]], *, workers: int
) -> Iterator[Result]:
    """Yield the worker's result for each batch, in order, whatever the number of workers.

    `make_worker`, the items and the results must pickle when `workers` > 1.
    An exception in a worker is raised here, and ends the work.
    """
    if workers <= 1:
        yield from map(make_worker(), todo)
        return
    # Spawned, not forked: the parent may run threads (a progress bar does).
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(make_worker,)) as pool:
        waiting: deque[Future[Any]] = deque()
        for batch in todo:
            waiting.append(pool.submit(_continue, batch))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_worker: Work[Any, Any] | None = None  # of this worker process; never set in the parent


def _begin(make_worker: Callable[[], Work[Any, Any]]) -> None:
    global _worker
    _worker = make_worker()


def _continue(batch: list[Any]) -> Any:
    assert _worker is not None, "the pool starts every process with _begin"
    return _worker(batch)
