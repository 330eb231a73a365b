"""Reading without the garbage collector looking over one's shoulder."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["collector_paused", "collector_young"]


@contextmanager
def collector_paused() -> Generator[None, None, None]:
    """Cyclic collection is off inside and afterwards as it was before.

    A parsed document is a few hundred thousand containers without a cycle;
    scanning them again and again is two thirds of the time of reading one.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def collector_young() -> Generator[None, None, None]:
    """Cyclic collection is on inside, and passes over all that was there before."""
    was_enabled = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        if not was_enabled:
            gc.disable()
        gc.unfreeze()
