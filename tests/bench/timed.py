"""What a run of another program costs, its own children included."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

__all__ = ["Run", "timed"]

KILOBYTE = 1024
"""In which Linux counts the memory of a process (getrusage(2))."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run; ``memory`` in bytes is the peak of its largest process.

    ``code`` is None for one that was ended because it took too long.
    """

    code: int | None
    cpu: float
    wall: float
    memory: int
    said: str


def timed(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str],
    folder: Path,
    patience: float,
) -> Run:
    """Run ``command`` in ``folder`` to its end, or for ``patience`` seconds."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        timer = Timer(patience, _end, (process.pid,))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        in_time = timer.is_alive()
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    return Run(
        process.returncode if in_time else None,
        usage.ru_utime + usage.ru_stime,
        wall,
        usage.ru_maxrss * KILOBYTE,
        said[-4000:],
    )


def _end(group: int) -> None:
    """End a program and what it has started."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
