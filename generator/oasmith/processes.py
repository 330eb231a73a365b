"""Further processes of this machine, ready to work."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["processes"]

_LOADED = ("oasmith.pipeline", "black")
"""What takes long to load, and nearly every run of some APIs needs."""


@contextmanager
def processes(count: int) -> Generator[Executor | None, None, None]:
    """An executor of ``count`` processes; None for fewer than two.

    Where the system can, they are copies of one that has loaded the generator, which
    takes as long as generating a small client. They are not copies of this one, which
    may have threads.
    """
    if count < 2:
        yield None
        return
    # Imported here: loading them takes longer than a run that has nothing to do.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    method = "forkserver"
    if method not in multiprocessing.get_all_start_methods():
        method = "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(list(_LOADED))
    with ProcessPoolExecutor(count, mp_context=context) as executor:
        yield executor
