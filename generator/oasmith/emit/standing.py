"""What the last run left, and what of it would come out the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..python.context import Context
from ..python.digests import Digests, Sources
from ..python.reads import Node
from ..source.files import with_plain_ends
from .memory import Remembered
from .record import FileHashes, digest, digest_of_bytes

__all__ = ["Standing"]


class Standing:
    """The files that the last run left in ``project``, going by its record.

    ``remembered`` is what they were made from, as far as it is known.
    """

    def __init__(
        self,
        recorded: Mapping[str, FileHashes],
        remembered: Mapping[str, Remembered],
        project: Path,
        digests: Digests,
    ) -> None:
        self._recorded = recorded
        self._remembered = remembered
        self._project = project
        self._digests = digests

    @classmethod
    def nothing(cls, context: Context) -> Standing:
        """Where no run has been."""
        return cls({}, {}, Path(), Digests(context))

    def hashes(self, path: str) -> FileHashes | None:
        """What is recorded of a file."""
        return self._recorded.get(path)

    def sources(self, nodes: Iterable[Node]) -> Sources:
        """What is kept of a file that these were read for now."""
        return self._digests.of(nodes)

    def raw(self, path: str) -> str | None:
        """The hash of what was rendered for a file."""
        known = self._recorded.get(path)
        return None if known is None else known.raw

    def is_raw(self, path: str, text: str) -> bool:
        """Whether this is what was rendered for the file."""
        known = self._recorded.get(path)
        return known is not None and known.raw == digest(text)

    def text(self, path: str) -> str | None:
        """A file as it was written; None where it is not there as it was then."""
        known = self._recorded.get(path)
        if known is None:
            return None
        try:
            data = with_plain_ends((self._project / path).read_bytes())
        except OSError:
            return None
        is_known = digest_of_bytes(data) == known.written
        return data.decode("utf-8", "surrogatepass") if is_known else None

    def unchanged(self, path: str) -> Sources | None:
        """What the file was made from, if all that is in the API as it was then."""
        known = self._remembered.get(path)
        if known is None or known.raw != self.raw(path):
            return None
        sources = known.sources
        return sources if self._digests.state(sources.marks) == sources.state else None
