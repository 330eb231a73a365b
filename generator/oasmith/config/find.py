"""Finding ``[tool.oasmith]`` or ``oasmith.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from ..source.errors import SourceError
from ..source.text import decode, read_bytes

__all__ = ["OWN_FILE", "find"]

OWN_FILE = "oasmith.toml"
_SHARED_FILE = "pyproject.toml"


def find(start: Path) -> Path | None:
    """The configuration file of ``start`` or the nearest folder above it that has one.

    ``oasmith.toml`` outweighs a ``pyproject.toml`` beside it; the search ends at
    the root of a repository.
    """
    folder = start
    for absolute in (start.resolve(), *start.resolve().parents):
        own, shared = folder / OWN_FILE, folder / _SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and _mentions_us(shared):
            return shared
        if (absolute / ".git").exists():
            return None
        folder = folder / ".."
    return None


def _mentions_us(path: Path) -> bool:
    """Whether a pyproject.toml has our table; one that is no TOML has not."""
    try:
        text = decode(read_bytes(path))
        values = tomllib.loads(text) if "oasmith" in text else {}
    except (SourceError, tomllib.TOMLDecodeError):
        return False
    tool = values.get("tool")
    return isinstance(tool, dict) and "oasmith" in tool
