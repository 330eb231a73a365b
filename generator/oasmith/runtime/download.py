"""Answers that are bytes, read as they come."""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path

from .resuming import read_file
from .saving import Progress, length_of, saving
from .stream import Stream

__all__ = ["Download"]


class Download(Stream[bytes]):
    """The bytes of an answer, in chunks as they come; to be read once."""

    @property
    def size(self) -> int | None:
        """How many bytes there will be, where the server says so."""
        return length_of(self._begun.info.headers)

    def read(self) -> bytes:
        """All that is still to come.

        Raises:
            TransportError: The answer broke off.
        """
        return b"".join(self)

    def to_file(
        self, path: str | os.PathLike[str], *, on_progress: Progress | None = None
    ) -> Path:
        """Write it to a file, which is there under its name only when it is whole.

        Where the server can give the rest alone, what breaks off goes on there.

        Args:
            path: Where to; what is there is replaced.
            on_progress: Called after each chunk with the bytes so far, and all that
                there will be, None where that is not known. They begin again where
                the file has changed meanwhile.

        Raises:
            OSError: The file cannot be written.
            TransportError: The answer broke off, and could not be gone on with; no
                file is left.
        """
        with contextlib.closing(self), saving(path, self.size, on_progress) as target:
            if self._flow is None:
                self._read = partial(read_file, anew=target.anew)
            for chunk in self:
                target.write(chunk)
        return target.path
