"""Files by the hundred, where paths of pathlib's take as long as the system."""

from __future__ import annotations

import os
from collections.abc import Iterator

__all__ = [
    "below",
    "content",
    "folder_of",
    "inside",
    "is_link",
    "is_there",
    "move",
    "status",
    "with_plain_ends",
    "write",
]


def status(path: str | os.PathLike[str]) -> os.stat_result:
    """What the system says of a file. Raises OSError, or ValueError for no path."""
    return os.stat(path)


def content(path: str | os.PathLike[str], most: int = -1) -> bytes:
    """The bytes of a file, ``most`` at most. Raises OSError."""
    # Unbuffered: whoever asks for so much gets it at once.
    with open(path, "rb", buffering=0) as stream:
        return stream.read(most)


def write(path: str, data: bytes) -> None:
    """Write a file. Raises OSError."""
    with open(path, "wb") as stream:
        stream.write(data)


def move(path: str, target: str) -> None:
    """Move a file, at once, to where another may be. Raises OSError."""
    os.replace(path, target)


def is_there(path: str) -> bool:
    """Whether anything stands there that a link, if it is one, leads to."""
    return os.path.exists(path)


def is_link(path: str) -> bool:
    """Whether a symbolic link stands there."""
    return os.path.islink(path)


def inside(folder: str, path: str) -> str:
    """The path of what ``path`` names in a folder."""
    return os.path.join(folder, path)


def folder_of(path: str) -> str:
    """The path of the folder that something is in."""
    return os.path.dirname(path)


def with_plain_ends(data: bytes) -> bytes:
    """The bytes of a text with LF for CRLF, which git may have made of it."""
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def below(folder: str, suffix: str) -> Iterator[tuple[str, str]]:
    """The files in a folder, and in those in it, with a suffix: their way and path.

    In an order that depends on the names alone.
    """
    for home, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(suffix):
                way = os.path.relpath(os.path.join(home, name), folder)
                yield way.replace(os.sep, "/"), os.path.join(home, name)
