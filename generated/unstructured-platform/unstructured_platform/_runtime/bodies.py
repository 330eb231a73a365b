"""Request bodies: values to bytes, by media type."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, get_args

from .codec import STANDARD, Json
from .encoding import to_request
from .files import File, is_content, is_file, refuse_text, takes_files
from .forms import file_names, form, multipart
from .json_text import dumps
from .lines import Lines, are_items
from .media import concrete, is_lines, media_kind
from .modeling import Model
from .operation import Part
from .params import plain
from .sources import Source

Write: TypeAlias = Callable[[Any], bytes]

__all__ = ["Payload", "payload"]


class Payload:
    """A body ready to be sent, in pieces of bytes or of files."""

    __slots__ = ("_pieces", "content_type")

    def __init__(self, content_type: str, pieces: Iterable[bytes | Source]) -> None:
        self.content_type: str = content_type
        self._pieces: tuple[bytes | Source, ...] = tuple(pieces)

    @property
    def data(self) -> bytes | None:
        """The whole body, where it is in memory."""
        whole = b""
        for piece in self._pieces:
            if isinstance(piece, Source):
                return None
            whole = whole + piece if whole else piece
        return whole

    @property
    def length(self) -> int | None:
        """Its length, where that is known."""
        total = 0
        for piece in self._pieces:
            length = piece.length if isinstance(piece, Source) else len(piece)
            if length is None:
                return None
            total += length
        return total

    @property
    def replayable(self) -> bool:
        """Whether it can be sent a second time."""
        return all(
            piece.replayable for piece in self._pieces if isinstance(piece, Source)
        )

    def rewind(self) -> None:
        """Leave what was read where it stood, so that it can be given once more."""
        for piece in self._pieces:
            if isinstance(piece, Source):
                piece.rewind()

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, from the start."""
        for piece in self._pieces:
            if isinstance(piece, Source):
                yield from piece.chunks()
            else:
                yield piece

    def async_pieces(self) -> Iterator[bytes | tuple[AsyncIterable[Any], Write]]:
        """The same for async calls: bytes, and what is to be waited for and written."""
        for piece in self._pieces:
            awaited = piece.awaited() if isinstance(piece, Source) else None
            if isinstance(piece, Source) and awaited is not None:
                yield awaited, piece.written
            elif isinstance(piece, Source):
                yield from piece.chunks()
            else:
                yield piece


def payload(
    media: str,
    value: Any,
    parts: Mapping[str, Part],
    extra: Mapping[str, Any] | None = None,
    type_: Any = None,
    json: Json = STANDARD,
) -> Payload:
    """Write a value as a media type; ``type_`` is the documented one, if any.

    Raises:
        TypeError: Values of this type cannot be written so.
    """
    media = concrete(media, value)
    kind = media_kind(media)
    if kind == "json" and is_content(value) and File in get_args(type_):
        kind = "bytes"
    if extra and kind != "json":
        raise TypeError(f"extra_body goes with JSON objects, not with {media}")
    match kind:
        case "json":
            return Payload(media, [json.write(value, extra)])
        case "form":
            return Payload(media, [form(value, parts)])
        case "multipart":
            boundary = os.urandom(16).hex()
            files = file_names(type(value) if isinstance(value, Model) else type_)
            pieces = multipart(value, parts, boundary, files)
            return Payload(f"{media}; boundary={boundary}", pieces)
        case "text" if is_lines(media) and are_items(value):
            return Payload(media, [Lines(media, value)])
        case "text" | "bytes":
            if takes_files(type_):
                refuse_text(value)
            return _plain(media, value)


def _plain(media: str, value: Any) -> Payload:
    if is_content(value):
        source = Source(value if is_file(value) else File(value))
        return Payload(source.guess() if "*" in media else media, [source])
    encoded = to_request(value)
    if isinstance(encoded, (dict, list)):
        if media.partition(";")[0] != "text/plain":
            raise TypeError(f"{media} takes text, bytes or a file")
        encoded = dumps(encoded)
    if media.startswith("text/") and "charset" not in media:
        media = f"{media}; charset=utf-8"
    return Payload(media, [plain(encoded).encode()])
