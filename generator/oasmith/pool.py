"""Processes that undo what they have begun when they are told to end."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Generic, ParamSpec, TypeVar

from .ending import Terminated, held_back, terminable

__all__ = ["pool"]

_LOADED = ("oasmith.pipeline", "oasmith.pool", "black")
"""What takes long to load, and nearly every run of some APIs needs."""

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


@contextmanager
def pool(count: int) -> Generator[ProcessPoolExecutor, None, None]:
    """An executor of ``count`` processes, which is left when all is done.

    By an exception it is left as soon as what has begun is undone.
    """
    method = "forkserver"
    if method not in multiprocessing.get_all_start_methods():
        method = "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(list(_LOADED))
    others = multiprocessing.active_children()
    with _Pool(count, mp_context=context, initializer=_begin) as executor:
        try:
            yield executor
        except BaseException:
            for one in multiprocessing.active_children():
                if one not in others:
                    one.terminate()
            executor.shutdown(cancel_futures=True)
            raise


class _Pool(ProcessPoolExecutor):
    def submit(
        self,
        fn: Callable[_Arguments, _Result],
        /,
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> Future[_Result]:
        """As every executor's."""
        # It may start a process, and one half started is not known to be there.
        with held_back():
            return super().submit(_Ending(fn), *args, **kwargs)


def _begin() -> None:
    """One that has nothing to do ends without a word, by an interrupt too."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


class _Ending(Generic[_Arguments, _Result]):
    """A function; a process told to end while it runs does, once that is undone."""

    def __init__(self, function: Callable[_Arguments, _Result]) -> None:
        self._function = function

    def __call__(self, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
        try:
            with terminable():
                return self._function(*args, **kwargs)
        except Terminated as end:
            # A pool would hand an exception on, and the process take the next task.
            os._exit(128 + end.number)
