"""Reading files by the hundred, where paths of pathlib's take as long as the system."""

from __future__ import annotations

import os
from collections.abc import Iterator

__all__ = ["below", "content", "inside", "status"]


def status(path: str | os.PathLike[str]) -> os.stat_result:
    """What the system says of a file. Raises OSError, or ValueError for no path."""
    return os.stat(path)


def content(path: str | os.PathLike[str], most: int = -1) -> bytes:
    """The bytes of a file, ``most`` at most. Raises OSError."""
    with open(path, "rb") as stream:
        return stream.read(most)


def inside(folder: str, path: str) -> str:
    """The path of what ``path`` names in a folder."""
    return os.path.join(folder, path)


def below(folder: str, suffix: str) -> Iterator[tuple[str, str]]:
    """Name and path of the files in a folder, and in those in it, with a suffix.

    In an order that depends on the names alone.
    """
    for home, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(suffix):
                yield name, os.path.join(home, name)
