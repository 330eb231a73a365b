"""What can be uploaded."""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence, Set
from typing import IO, Any, TypeAlias, get_args

from .modeling import Model

__all__ = [
    "WHAT",
    "File",
    "FileInput",
    "is_content",
    "is_file",
    "refuse_text",
    "takes_files",
]

WHAT = "a file is bytes, a path object (pathlib.Path), an open binary file or File(...)"


Content: TypeAlias = (
    bytes | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
)


class File:
    """Something to upload, with the name and content type to send it under."""

    __slots__ = ("content", "content_type", "headers", "name", "was_read")

    def __init__(
        self,
        content: Content,
        name: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Take bytes, a path, a binary file or chunks of bytes.

        Chunks may come from an async iterator where an async client sends them.
        ``headers`` are those of its part in a multipart body, over the ones it has.
        """
        self.content: Content = content
        self.name: str | None = name
        self.content_type: str | None = content_type
        self.headers: Mapping[str, str] = dict(headers or {})
        self.was_read: bool = False

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
        raise TypeError(f"{name}: {WHAT}, not str" if name else f"{WHAT}, not str")
