"""What can be uploaded, and how it is read: in chunks, never whole."""

from __future__ import annotations

import io
import mimetypes
import os
from collections.abc import (
    AsyncIterable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from typing import IO, Any, TypeAlias, get_args

from .errors import ApiError
from .modeling import Model

__all__ = [
    "File",
    "FileInput",
    "Source",
    "is_content",
    "is_file",
    "refuse_text",
    "takes_files",
]

_CHUNK = 65_536
_TWICE = "the body is a stream that cannot be read twice"
_WHAT = (
    "a file is bytes, a path object (pathlib.Path), an open binary file or File(...)"
)


Content: TypeAlias = (
    bytes | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
)


class File:
    """Something to upload, with the name and content type to send it under."""

    __slots__ = ("content", "content_type", "headers", "name")

    def __init__(
        self,
        content: Content,
        name: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Take bytes, a path, a binary file or chunks of bytes.

        Chunks may come from an async iterator where an async client sends them.
        ``headers`` are further ones of its part in a multipart body.
        """
        self.content: Content = content
        self.name: str | None = name
        self.content_type: str | None = content_type
        self.headers: Mapping[str, str] = dict(headers or {})

    def __repr__(self) -> str:
        """Show the name, not the content."""
        return f"File(name={self.name!r}, content_type={self.content_type!r})"


FileInput: TypeAlias = bytes | os.PathLike[str] | IO[bytes] | File
"""What file arguments take. A text is none: it could be a path or the content."""


def is_file(value: object) -> bool:
    """Whether a value is uploaded as a file."""
    if isinstance(value, (bytes, bytearray, memoryview, os.PathLike, File, io.IOBase)):
        return True
    return callable(getattr(value, "read", None))


def is_content(value: object) -> bool:
    """Whether a value is bytes, a file or chunks of bytes."""
    if is_file(value):
        return True
    chunks = isinstance(value, (Iterable, AsyncIterable))
    return chunks and not isinstance(value, (Sequence, Set, Mapping, Model))


def takes_files(type_: Any) -> bool:
    """Whether a type is of files or bytes, alone or in a list, and not of texts too."""
    inner: tuple[Any, ...] = get_args(type_)
    if str in inner:
        return False
    return type_ in (bytes, File) or any(takes_files(one) for one in inner)


def refuse_text(value: object, name: str = "") -> None:
    """Refuse a text where a file belongs: it could be a path or the content.

    Raises:
        TypeError: It is one.
    """
    if isinstance(value, str):
        raise TypeError(f"{name}: {_WHAT}, not str" if name else f"{_WHAT}, not str")


class Source:
    """One thing to upload: its name, its length where known, and its chunks."""

    __slots__ = (
        "_content",
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
            TypeError: It is none, or a file opened as text.
        """
        wrapped = value if isinstance(value, File) else File(value)
        content: Any = wrapped.content
        if content.__class__ in (bytearray, memoryview):
            content = bytes(content)
        refuse_text(content)
        if isinstance(content, io.TextIOBase):
            raise TypeError(f"{_WHAT}, not one opened as text: open it in 'rb'")
        self._content: Any = content
        self._path: str | None = (
            os.fspath(content) if hasattr(content, "__fspath__") else None
        )
        self._start: int | None = None
        self._used = False
        self.length = self._measure()
        self.name = wrapped.name or self._name()
        self.content_type = wrapped.content_type
        self.headers = wrapped.headers

    def _name(self) -> str | None:
        name: object = self._path or getattr(self._content, "name", None)
        return os.path.basename(name) if isinstance(name, str) else None

    def _measure(self) -> int | None:
        """The length; for a file object also where it starts."""
        content = self._content
        if isinstance(content, bytes):
            return len(content)
        if self._path is not None:
            return os.stat(self._path).st_size
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
            return end - (self._start or 0)
        if isinstance(content, (Iterable, AsyncIterable)):
            return None
        given = type(content).__name__
        raise TypeError(f"{_WHAT}, not {given}")

    @property
    def replayable(self) -> bool:
        """Whether it can be read a second time."""
        held = isinstance(self._content, bytes) or self._path is not None
        return held or self._start is not None

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
        elif self._path is not None:
            with open(self._path, "rb") as opened:
                yield from _read(opened)
        elif self._used and self._start is None:
            raise ApiError(_TWICE)
        elif hasattr(content, "read"):
            self._used = True
            if self._start is not None:
                content.seek(self._start)
            yield from _read(content)
        elif self._is_async():
            raise TypeError("an async iterator is sent by an async client only")
        else:
            self._used = True
            yield from content

    def awaited(self) -> AsyncIterable[Any] | None:
        """What only async calls can read; None where it is to be read in chunks.

        Raises:
            ApiError: It was read before and cannot be rewound.
        """
        if not self._is_async():
            return None
        if self._used:
            raise ApiError(_TWICE)
        self._used = True
        chunks: AsyncIterable[bytes] = self._content
        return chunks

    def written(self, chunk: Any) -> bytes:
        """A chunk of what ``awaited`` gives, as it is sent."""
        made: bytes = chunk
        return made

    def _is_async(self) -> bool:
        """Whether it is chunks that only async calls can read."""
        content = self._content
        return hasattr(content, "__aiter__") and not hasattr(content, "read")


def _read(opened: IO[bytes]) -> Iterator[bytes]:
    while chunk := opened.read(_CHUNK):
        yield chunk
