"""What a run keeps so that the next one has less to do: ``.oasmith_cache``.

It is not part of a project, and says so to git: without it the same comes out, later.
Only hashes are in it. A file whose sources are as they were is taken from the disk if
the record, too, knows it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from msgspec.json import decode, encode

from ..python.digests import Sources
from ..source.files import inside, is_link, is_there, move, write
from ..source.values import Frozen, field

__all__ = ["CACHE", "Remembered", "recall", "remember"]

CACHE = ".oasmith_cache"
_SOURCES = "sources.json"
_GIT = ".gitignore"
_IGNORED = b"# Made by oasmith; may be deleted.\n*\n"


class Remembered(Frozen):
    """What a file was made from, and the hash of what was rendered then."""

    raw: str
    sources: Sources


class _Memory(Frozen):
    """``maker`` tells generator, templates and configuration; ``files`` are by path."""

    maker: str
    files: Mapping[str, Remembered] = field(default_factory=dict[str, Remembered])


def recall(project: Path, maker: str) -> Mapping[str, Remembered]:
    """What the last run by the same maker kept; empty where that is not to be had."""
    try:
        found = decode((project / CACHE / _SOURCES).read_bytes(), type=_Memory)
    except (OSError, ValueError, RecursionError):
        return {}
    return found.files if found.maker == maker else {}


def remember(project: Path, maker: str, files: Mapping[str, Remembered]) -> None:
    """Keep it for the next run.

    Where it cannot be written, the next run makes everything: nothing else is lost.
    """
    folder = str(project / CACHE)
    if is_link(folder):
        return
    with contextlib.suppress(OSError):
        if not is_there(inside(folder, _GIT)):
            Path(folder).mkdir(exist_ok=True)
            write(inside(folder, _GIT), _IGNORED)
        fresh = inside(folder, f"{_SOURCES}.new")
        write(fresh, encode(_Memory(maker, files), order="sorted"))
        move(fresh, inside(folder, _SOURCES))
