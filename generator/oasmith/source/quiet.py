"""Reading without the garbage collector looking over one's shoulder."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

__all__ = ["collector_paused", "collector_young"]


class _Collector:
    """The collector of this process, which all its threads share.

    It is as it was once nobody wishes anything of it any more; until then it is on
    where somebody needs it, whoever else would have it off.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._paused = 0
        self._young = 0
        self._was_enabled = True

    def wish(self, *, paused: int = 0, young: int = 0) -> None:
        """Count wishes for it to be off, and to be on for what is new; -1 ends one."""
        with self._lock:
            if not (self._paused or self._young):
                self._was_enabled = gc.isenabled()
            had_young = self._young > 0
            self._paused += paused
            self._young += young
            if had_young != (self._young > 0):
                (gc.unfreeze if had_young else gc.freeze)()
            if self._young or (not self._paused and self._was_enabled):
                gc.enable()
            else:
                gc.disable()


_COLLECTOR = _Collector()
"""There is one to a process."""


@contextmanager
def collector_paused() -> Generator[None, None, None]:
    """Cyclic collection is off inside and afterwards as it was before.

    A parsed document is a few hundred thousand containers without a cycle;
    scanning them again and again is two thirds of the time of reading one.
    """
    _COLLECTOR.wish(paused=1)
    try:
        yield
    finally:
        _COLLECTOR.wish(paused=-1)


@contextmanager
def collector_young() -> Generator[None, None, None]:
    """Cyclic collection is on inside, and passes over all that was there before."""
    _COLLECTOR.wish(young=1)
    try:
        yield
    finally:
        _COLLECTOR.wish(young=-1)
