"""Request bodies: values to bytes, by media type."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias

from .codec import dumps
from .encoding import to_request
from .files import File, Source, is_file, refuse_text, takes_files
from .modeling import Model
from .operation import Part
from .params import plain, query_pairs, query_text
from .shape import shape_of
from .unset import Unset

__all__ = ["MediaKind", "Payload", "media_kind", "payload"]

MediaKind: TypeAlias = Literal["json", "form", "multipart", "text", "bytes"]

_QUOTED = {'"': "%22", "\r": "%0D", "\n": "%0A"}
_PART = Part()


def media_kind(media: str) -> MediaKind:
    """How a media type is written and read."""
    name = media.partition(";")[0].strip().lower()
    if name.endswith("+json") or name.rpartition("/")[2] == "json":
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    if name.startswith("text/") or name.endswith(("/xml", "+xml")):
        return "text"
    return "bytes"


class Payload:
    """A body ready to be sent, in pieces of bytes or of files."""

    __slots__ = ("_pieces", "content_type")

    def __init__(self, content_type: str, pieces: Iterable[bytes | Source]) -> None:
        self.content_type = content_type
        self._pieces = tuple(pieces)

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

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, from the start."""
        for piece in self._pieces:
            if isinstance(piece, Source):
                yield from piece.chunks()
            else:
                yield piece


def payload(
    media: str,
    value: Any,
    parts: Mapping[str, Part],
    extra: Mapping[str, Any] | None = None,
    type_: Any = None,
) -> Payload:
    """Write a value as a media type; ``type_`` is the documented one, if any.

    Raises:
        TypeError: Values of this type cannot be written so.
    """
    kind = media_kind(media)
    if extra and kind != "json":
        raise TypeError(f"extra_body goes with JSON objects, not with {media}")
    match kind:
        case "json":
            return Payload(media, [_json(value, extra)])
        case "form":
            return Payload(media, [_form(value, parts)])
        case "multipart":
            boundary = os.urandom(16).hex()
            files = _files(type(value) if isinstance(value, Model) else type_)
            pieces = _multipart(value, parts, boundary, files)
            return Payload(f"{media}; boundary={boundary}", pieces)
        case "text" | "bytes":
            if takes_files(type_):
                refuse_text(value)
            return _plain(media, value)


def _json(value: Any, extra: Mapping[str, Any] | None) -> bytes:
    encoded = to_request(value)
    if extra:
        if encoded.__class__ is not dict:
            raise TypeError("extra_body goes with JSON objects only")
        encoded = {**encoded, **to_request(dict(extra))}
    return _utf8(dumps(encoded))


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates: JSON can escape them
        return b"".join(
            b"\\u%04x" % ord(c) if "\ud800" <= c <= "\udfff" else c.encode()
            for c in text
        )


def _plain(media: str, value: Any) -> Payload:
    if is_file(value):
        source = Source(value)
        if "*" in media:
            media = source.guess()
        return Payload(media, [source])
    if hasattr(value, "__iter__") and not isinstance(value, (str, Mapping, list)):
        return Payload(media, [Source(File(value))])
    encoded = to_request(value)
    if isinstance(encoded, (dict, list)):
        raise TypeError(f"{media} takes text, bytes or a file")
    if media.startswith("text/") and "charset" not in media:
        media = f"{media}; charset=utf-8"
    return Payload(media, [plain(encoded).encode()])


def _entries(value: Any) -> list[tuple[str, Any]]:
    """The properties of a form by their names on the wire, files as they are."""
    if isinstance(value, Model):
        shape = shape_of(type(value))
        pairs = [
            (row.wire, getattr(value, row.name))
            for row in shape.rows
            if row.access != "read"
        ]
        if shape.extra is not None:
            pairs += getattr(value, shape.extra.name).items()
    elif isinstance(value, Mapping):
        given: Mapping[str, Any] = {**value}
        pairs = list(given.items())
    else:
        raise TypeError(f"a form is an object, not a {type(value).__name__}")
    return [
        (name, one)
        for name, one in pairs
        if one is not None and not isinstance(one, Unset)
    ]


def _form(value: Any, parts: Mapping[str, Part]) -> bytes:
    texts: dict[str, Any] = {}
    styles = {name: part.style for name, part in parts.items() if part.style}
    for name, one in _entries(value):
        encoded = to_request(one)
        nested = isinstance(encoded, dict) and name not in styles
        texts[name] = dumps(encoded) if nested else encoded
    return query_text(query_pairs(texts, styles)).encode()


def _files(cls: Any) -> frozenset[str]:
    """The properties of a model that are files, by their names on the wire."""
    if not isinstance(cls, type) or not issubclass(cls, Model):
        return frozenset()
    rows = shape_of(cls).rows
    return frozenset(row.wire for row in rows if takes_files(row.type))


def _multipart(
    value: Any, parts: Mapping[str, Part], boundary: str, files: frozenset[str]
) -> Iterator[bytes | Source]:
    for name, one in _entries(value):
        part = parts.get(name, _PART)
        items: list[Any] = [*one] if isinstance(one, (list, tuple)) else [one]
        for item in items:
            if name in files:
                refuse_text(item, name)
            yield f"--{boundary}\r\n".encode()
            yield from _one(name, item, part)
            yield b"\r\n"
    yield f"--{boundary}--\r\n".encode()


def _one(name: str, item: Any, part: Part) -> Iterator[bytes | Source]:
    """One part: its headers and its content."""
    if is_file(item):
        source = Source(item)
        media = source.content_type or _choose(part.content_type, source.guess())
        yield _head(name, source.name or name, media)
        yield source
        return
    encoded = to_request(item)
    media = part.content_type.partition(",")[0].strip()
    if isinstance(encoded, (dict, list)) or media_kind(media) == "json":
        yield _head(name, None, media or "application/json")
        yield _utf8(dumps(encoded))
    else:
        yield _head(name, None, media)
        yield plain(encoded).encode()


def _choose(allowed: str, guessed: str) -> str:
    """The guessed content type where it is allowed, else the first that is."""
    listed = [one.strip() for one in allowed.split(",") if one.strip()]
    for one in listed:
        if one in (guessed, "*/*") or one == f"{guessed.partition('/')[0]}/*":
            return guessed
    return listed[0] if listed and "*" not in listed[0] else guessed


def _quote(text: str) -> str:
    for char, escaped in _QUOTED.items():
        text = text.replace(char, escaped)
    return f'"{text}"'


def _head(name: str, filename: str | None, media: str) -> bytes:
    """The headers of a part (RFC 7578; names quoted as browsers do)."""
    if "\r" in media or "\n" in media:
        raise ValueError("a content type cannot hold line breaks")
    head = f"Content-Disposition: form-data; name={_quote(name)}"
    if filename is not None:
        head += f"; filename={_quote(filename)}"
    if media:
        head += f"\r\nContent-Type: {media}"
    return f"{head}\r\n\r\n".encode()
