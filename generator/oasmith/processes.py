"""Further processes of this machine, ready to work."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["processes"]


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
    # Imported here: loading it takes longer than a run that has nothing to do.
    from .pool import pool  # noqa: PLC0415

    with pool(count) as executor:
        yield executor
