"""How much memory and how many sockets this process holds, and what runs in it."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Held", "held"]

STATE = Path("/proc/self/statm")
OPEN = Path("/proc/self/fd")


@dataclass(frozen=True, slots=True)
class Held:
    """Kilobytes that are resident, blocks that Python allocated, and open files.

    Kilobytes and files are 0 where the system does not tell. ``running`` are threads
    and tasks.
    """

    kilobytes: int
    blocks: int
    files: int
    running: int = 0


def held() -> Held:
    """What is held now, once what nobody needs is gone."""
    gc.collect()
    blocks = sys.getallocatedblocks()
    running = threading.active_count() + _tasks()
    if not STATE.exists():
        return Held(0, blocks, 0, running)
    pages = int(STATE.read_text().split()[1])
    kilobytes = pages * os.sysconf("SC_PAGE_SIZE") // 1024
    return Held(kilobytes, blocks, len(list(OPEN.iterdir())), running)


def _tasks() -> int:
    """How many tasks the event loop has that runs, if one does."""
    try:
        return len(asyncio.all_tasks())
    except RuntimeError:
        return 0
