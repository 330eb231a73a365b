"""Work that several test processes need and one of them does."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of one test run have in common."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock that is the file ``path``; other processes wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if sys.platform == "win32":
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_UN)


def once(folder: Path, name: str, make: Callable[[], Any]) -> Any:
    """What ``make`` returns, which must be JSON values; made by the first who asks.

    If ``make`` fails, whoever asks gets the same failure as text.
    """
    result = folder / f"{name}.json"
    with locked(folder / f"{name}.lock"):
        if not result.exists():
            try:
                made = {"made": make()}
            except Exception as error:
                made = {"failed": f"{type(error).__name__}: {error}"}
            result.write_text(json.dumps(made), encoding="utf-8")
    found = json.loads(result.read_text(encoding="utf-8"))
    if "failed" in found:
        pytest.fail(f"{name}: {found['failed']}", pytrace=False)
    return found["made"]
