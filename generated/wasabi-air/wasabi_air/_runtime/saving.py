"""Files that are written as they come, and never left half under their name."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Generator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from .views import Headers, whole_number

__all__ = ["Progress", "Target", "is_plain", "length_of", "range_of", "saving"]

Progress: TypeAlias = Callable[[int, int | None], object]
"""Is told the bytes so far, and all there will be, None where that is not known."""

_LONGEST_NAME = 200
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)


class Target:
    """A file that is being written."""

    __slots__ = ("_file", "_on_progress", "_size", "path", "written")

    def __init__(
        self, path: Path, file: BinaryIO, size: int | None, on_progress: Progress | None
    ) -> None:
        self.path = path
        self.written = 0
        self._file = file
        self._size = size
        self._on_progress = on_progress

    def anew(self, headers: Headers) -> None:
        """Drop what was written: all comes again, in the answer with these headers."""
        self._file.seek(0)
        self._file.truncate()
        self.written = 0
        self._size = length_of(headers)

    def write(self, chunk: bytes) -> None:
        """Write a chunk, and tell."""
        self._file.write(chunk)
        self.written += len(chunk)
        if self._on_progress is not None:
            self._on_progress(self.written, self._size)


@contextlib.contextmanager
def saving(
    path: str | os.PathLike[str], size: int | None, on_progress: Progress | None
) -> Generator[Target]:
    """Write beside the file, and put it in its place at the end of the block.

    Raises:
        OSError: It cannot be written; what was there is as it was.
    """
    final = Path(path)
    if final.is_dir():
        raise IsADirectoryError(f"{os.fspath(path)} is a directory: name a file in it")
    name = f".{final.name[:_LONGEST_NAME]}.{os.urandom(4).hex()}.part"
    part = final.with_name(name)
    try:
        with open(part, "xb") as file:
            yield Target(final, file, size, on_progress)
        os.replace(part, final)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def length_of(headers: Headers) -> int | None:
    """How long a body is, where the server says so and sends it as it is."""
    told = whole_number(headers.get("content-length", ""))
    return told if is_plain(headers) else None


def is_plain(headers: Headers) -> bool:
    """Whether a body is sent as it is, not compressed."""
    return headers.get("content-encoding", "identity").strip().lower() == "identity"


def range_of(headers: Headers) -> tuple[int, int, int | None] | None:
    """Where a part begins, where it ends, and the size of the whole if that is said.

    None where it is not said (RFC 9110, section 14.4).
    """
    found = _CONTENT_RANGE.fullmatch(headers.get("content-range", "").strip())
    if found is None:
        return None
    size = None if found[3] == "*" else int(found[3])
    return int(found[1]), int(found[2]) + 1, size
