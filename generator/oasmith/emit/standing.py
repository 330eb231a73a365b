"""What the last run left, and what of it would come out the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..python.digests import Digests, Sources
from ..python.reads import Node
from .record import FileHashes, digest

__all__ = ["Standing"]


class Standing:
    """The files that the last run left in ``project``, going by its record."""

    def __init__(
        self, recorded: Mapping[str, FileHashes], project: Path, digests: Digests
    ) -> None:
        self._recorded = recorded
        self._project = project
        self._digests = digests

    def hashes(self, path: str) -> FileHashes | None:
        """What is recorded of a file."""
        return self._recorded.get(path)

    def sources(self, nodes: Iterable[Node]) -> Sources:
        """What is recorded of a file that these were read for now."""
        return self._digests.of(nodes)

    def raw(self, path: str) -> str | None:
        """The hash of what was rendered for a file."""
        known = self._recorded.get(path)
        return None if known is None else known.raw

    def text(self, path: str) -> str | None:
        """A file as it was written; None where it is not there as it was then."""
        known = self._recorded.get(path)
        if known is None:
            return None
        try:
            text = (self._project / path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return text if digest(text) == known.written else None

    def is_of(self, path: str) -> bool:
        """Whether all that the file was made from is in the API as it was then."""
        known = self._recorded.get(path)
        if known is None or not known.state:
            return False
        return self._digests.state(known.marks) == known.state
