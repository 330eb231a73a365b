"""One run at a time in a project's folder.

Two runs may come to one project: of two descriptions of one title, or of the command
started twice. What one of them plans must still hold when it writes, so it does both
while it holds a lock. The lock is on the folder itself: it leaves nothing behind, ends
with the process, and is the same by whatever path the folder is reached.

Windows has no such lock, and some network file systems have none: there nothing keeps
two runs apart, and what a killed one has left stays where it is.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

if sys.platform != "win32":
    import fcntl

__all__ = ["alone_in", "missing_folders", "remove_empty", "staging"]

_PREFIX = ".oasmith-"
_STAGING = re.compile(re.escape(_PREFIX) + "[a-z0-9_]{8}")


@contextmanager
def alone_in(project: Path) -> Generator[None, None, None]:
    """The folder, made where it is missing, with no other run in here for it.

    What a killed run has left there is removed; so is, afterwards, a folder that was
    made and has stayed empty. Raises OSError where it cannot be made.
    """
    made: list[Path] = []
    lock: int | None = None
    try:
        lock = _locked(project, made)
        yield
    finally:
        # Nobody else can have begun to use it yet.
        remove_empty(made)
        _release(lock)


def staging(project: Path) -> Path:
    """Makes a folder for what is to be moved into the project: on its file system."""
    return Path(mkdtemp(prefix=_PREFIX, dir=project))


def _locked(project: Path, made: list[Path]) -> int | None:
    """Make the folder and wait for its lock; None where there are no locks.

    ``made`` gets the folders that were made.
    """
    while True:
        made += missing_folders(project)
        project.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            return None
        try:
            lock = os.open(project, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue  # Removed already by the run that had made it.
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError:
            os.close(lock)
            return None
        except BaseException:
            os.close(lock)
            raise
        if _is_of(lock, project):
            _remove_left(project)
            return lock
        os.close(lock)


def _release(lock: int | None) -> None:
    if lock is not None and sys.platform != "win32":
        # Not by closing alone: a process that was forked meanwhile has it open too.
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)


def _is_of(lock: int, project: Path) -> bool:
    """Whether the lock is of the folder that is there, and not of one since removed."""
    try:
        return os.path.samestat(os.fstat(lock), project.stat())
    except OSError:
        return False


def _remove_left(project: Path) -> None:
    """Removes what killed runs have staged: whoever holds the lock is the only run."""
    with os.scandir(project) as entries:
        left = [one for one in entries if _STAGING.fullmatch(one.name)]
    for one in left:
        if one.is_dir(follow_symlinks=False):
            shutil.rmtree(one.path, ignore_errors=True)


def missing_folders(folder: Path) -> list[Path]:
    """``folder`` and its parents as far as they do not exist, the innermost first."""
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def remove_empty(folders: list[Path]) -> None:
    """Removes those folders that are empty."""
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()
