"""How much memory and how many sockets this process holds."""

from __future__ import annotations

import gc
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Held", "held"]

STATE = Path("/proc/self/statm")
OPEN = Path("/proc/self/fd")


@dataclass(frozen=True, slots=True)
class Held:
    """Kilobytes that are resident, blocks that Python allocated, and open files.

    ``files`` is -1 where the system does not tell; ``kilobytes`` is then the most
    there ever were.
    """

    kilobytes: int
    blocks: int
    files: int


def held() -> Held:
    """What is held now, once what nobody needs is gone."""
    gc.collect()
    blocks = sys.getallocatedblocks()
    if not STATE.exists():
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return Held(most, blocks, -1)
    pages = int(STATE.read_text().split()[1])
    return Held(
        pages * resource.getpagesize() // 1024, blocks, len(list(OPEN.iterdir()))
    )
