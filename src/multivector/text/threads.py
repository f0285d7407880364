"""How many threads numpy may multiply with."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import Any

__all__ = ["one_thread"]

_alone = RLock()


@contextmanager
def one_thread() -> Iterator[None]:
    """Small matrices on several threads cost more than they give, and processes are ours to spread work over.

    One thread of the program at a time: the number is the whole process's, and what the models remember is shared.
    """
    with _alone, _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
