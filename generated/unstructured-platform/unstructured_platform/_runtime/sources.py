"""What is uploaded, and how it is read: in chunks, never whole."""

from __future__ import annotations

import contextlib
import io
import mimetypes
import os
import stat
import types
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import IO, Any

from .errors import ApiError
from .files import WHAT, File, refuse_text

__all__ = ["Source", "refuse_spent"]

_CHUNK = 65_536
_TWICE = "the body is a stream that cannot be read twice"
_SPENT = "what is to be sent was read already, and can be read only once: give it anew"
_AT_END = "the file stands at its end, with nothing to send: seek to where it begins"


def refuse_spent(value: object, was_read: bool = False) -> None:
    """Refuse what is read already, and would be sent as an empty body.

    Of generators it is known; of other iterators only where they ``was_read`` here.

    Raises:
        ValueError: It is.
    """
    match value:
        case types.GeneratorType():
            ended = value.gi_frame is None
        case types.AsyncGeneratorType():
            ended = value.ag_frame is None
        case _:
            ended = False
    if ended or was_read:
        raise ValueError(_SPENT)


class Source:
    """One thing to upload: its name, its length where known, and its chunks."""

    __slots__ = (
        "_content",
        "_given",
        "_path",
        "_start",
        "_used",
        "content_type",
        "headers",
        "length",
        "name",
    )

    def __init__(self, value: Any) -> None:
        """Take a ``FileInput``.

        Raises:
            OSError: It is the path of what cannot be read, such as a directory.
            TypeError: It is none, or a file opened as text.
            ValueError: It was read already, and cannot be read again.
        """
        self._given: File = value if isinstance(value, File) else File(value)
        content: Any = self._given.content
        if content.__class__ in (bytearray, memoryview):
            content = bytes(content)
        refuse_text(content)
        if isinstance(content, io.TextIOBase):
            raise TypeError(f"{WHAT}, not one opened as text: open it in 'rb'")
        self._content: Any = content
        self._path: str | None = (
            os.fspath(content) if hasattr(content, "__fspath__") else None
        )
        self._start: int | None = None
        self._used = False
        self.length = self._measure()
        refuse_spent(content, self._given.was_read and not self.replayable)
        self.name = self._given.name or self._name()
        self.content_type = self._given.content_type
        self.headers = self._given.headers

    def _name(self) -> str | None:
        name: object = self._path or getattr(self._content, "name", None)
        return os.path.basename(name) if isinstance(name, str) else None

    def _measure(self) -> int | None:
        """The length; for a file object also where it starts."""
        content = self._content
        if isinstance(content, bytes):
            return len(content)
        if self._path is not None:
            return _length_at(self._path)
        if hasattr(content, "read"):
            try:
                if not content.seekable():
                    return None
                self._start = content.tell()
                end: int = content.seek(0, os.SEEK_END)
                content.seek(self._start)
            except (AttributeError, OSError):
                self._start = None
                return None
            if end and end == self._start:
                raise ValueError(_AT_END)
            return end - (self._start or 0)
        if isinstance(content, (Iterable, AsyncIterable)):
            return None
        given = type(content).__name__
        raise TypeError(f"{WHAT}, not {given}")

    @property
    def replayable(self) -> bool:
        """Whether it can be read a second time."""
        content = self._content
        if isinstance(content, bytes) or self._path is not None:
            return self.length is not None
        if hasattr(content, "read"):
            return self._start is not None
        return not isinstance(content, (Iterator, AsyncIterator))

    def guess(self) -> str:
        """The content type, by the name where none is given."""
        guessed = mimetypes.guess_type(self.name or "")[0]
        return self.content_type or guessed or "application/octet-stream"

    def chunks(self) -> Iterator[bytes]:
        """Read it from its start.

        Raises:
            ApiError: It was read before and cannot be rewound.
        """
        content = self._content
        if isinstance(content, bytes):
            yield content
        elif self._is_async():
            raise TypeError("an async iterator is sent by an async client only")
        else:
            self._begin()
            if self._path is not None:
                with open(self._path, "rb") as opened:
                    yield from _read(opened)
            elif hasattr(content, "read"):
                if self._start is not None:
                    content.seek(self._start)
                yield from _read(content)
            else:
                yield from content

    def awaited(self) -> AsyncIterable[Any] | None:
        """What only async calls can read; None where it is to be read in chunks.

        Raises:
            ApiError: It was read before and cannot be rewound.
        """
        if not self._is_async():
            return None
        self._begin()
        chunks: AsyncIterable[bytes] = self._content
        return chunks

    def written(self, chunk: Any) -> bytes:
        """A chunk of what ``awaited`` gives, as it is sent."""
        made: bytes = chunk
        return made

    def rewind(self) -> None:
        """Leave a file object that was read where it stood before, if it can seek."""
        if self._used and self._start is not None:
            with contextlib.suppress(ValueError, OSError):  # it may be closed by now
                self._content.seek(self._start)

    def _begin(self) -> None:
        """Note that it is read.

        Raises:
            ApiError: It was read before and cannot be rewound.
        """
        if self._given.was_read and not self.replayable:
            raise ApiError(_TWICE)
        self._used = self._given.was_read = True

    def _is_async(self) -> bool:
        """Whether it is chunks that only async calls can read."""
        content = self._content
        return hasattr(content, "__aiter__") and not hasattr(content, "read")


def _length_at(path: str) -> int | None:
    """The length of a file; None for a pipe or a device.

    Raises:
        OSError: It cannot be read.
    """
    mode = os.stat(path).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return None  # opening a pipe may wait, and takes from it
    with open(path, "rb") as opened:
        return os.fstat(opened.fileno()).st_size


def _read(opened: IO[bytes]) -> Iterator[bytes]:
    while chunk := opened.read(_CHUNK):
        yield chunk
