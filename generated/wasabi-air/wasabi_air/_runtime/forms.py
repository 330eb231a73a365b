"""Forms: properties to pairs or parts (OpenAPI 3.1, section 4.8.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from .encoding import to_request
from .files import is_file, refuse_text, takes_files
from .json_text import dump_bytes, dumps
from .media import media_kind
from .modeling import Model
from .operation import Part
from .params import plain, query_pairs, query_text
from .shape import shape_of
from .sources import Source
from .unset import Unset
from .views import header_text

__all__ = ["file_names", "form", "multipart"]

_QUOTED = {code: f"%{code:02X}" for code in (*range(9), *range(10, 32), 34, 127)}
"""Quotes and control characters, escaped as browsers do."""

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""The name of a header (RFC 9110, section 5.6.2)."""

_PART = Part()
_NONE: Mapping[str, str] = {}


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


def form(value: Any, parts: Mapping[str, Part]) -> bytes:
    if isinstance(value, str):
        return value.encode()
    texts: dict[str, Any] = {}
    styles = {name: part.style for name, part in parts.items() if part.style}
    for name, one in _entries(value):
        encoded = to_request(one)
        asked = media_kind(parts.get(name, _PART).content_type) == "json"
        nested = asked or isinstance(encoded, dict)
        texts[name] = dumps(encoded) if nested and name not in styles else encoded
    return query_text(query_pairs(texts, styles)).encode()


def file_names(cls: Any) -> frozenset[str]:
    """The properties of a model that are files, by their names on the wire."""
    if not isinstance(cls, type) or not issubclass(cls, Model):
        return frozenset()
    rows = shape_of(cls).rows
    return frozenset(row.wire for row in rows if takes_files(row.type))


def multipart(
    value: Any, parts: Mapping[str, Part], boundary: str, files: frozenset[str]
) -> Iterator[bytes | Source]:
    for name, one in _entries(value):
        part = parts.get(name, _PART)
        if part.style is not None and name not in files:
            yield from _styled(name, one, part, boundary)
            continue
        items: list[Any] = [*one] if isinstance(one, (list, tuple)) else [one]
        for item in items:
            if name in files:
                refuse_text(item, name)
            yield f"--{boundary}\r\n".encode()
            yield from _one(name, item, part)
            yield b"\r\n"
    yield f"--{boundary}--\r\n".encode()


def _styled(name: str, value: Any, part: Part, boundary: str) -> Iterator[bytes]:
    """The parts of a property that has a style: the pairs of a query, not encoded."""
    styles = {} if part.style is None else {name: part.style}
    for key, text in query_pairs({name: to_request(value)}, styles):
        yield f"--{boundary}\r\n".encode()
        yield _head(unquote(key or name), None, "")
        yield unquote(text).encode() + b"\r\n"


def _one(name: str, item: Any, part: Part) -> Iterator[bytes | Source]:
    """One part: its headers and its content."""
    if is_file(item):
        source = Source(item)
        media = source.content_type or _choose(part.content_type, source.guess())
        yield _head(name, source.name or name, media, source.headers)
        yield source
        return
    encoded = to_request(item)
    media = part.content_type.partition(",")[0].strip()
    media = "" if "*" in media else media
    if isinstance(encoded, (dict, list)) or media_kind(media) == "json":
        yield _head(name, None, media or "application/json")
        yield dump_bytes(encoded)
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
    return f'"{text.translate(_QUOTED)}"'


def _head(
    name: str, filename: str | None, media: str, headers: Mapping[str, str] = _NONE
) -> bytes:
    """The headers of a part (RFC 7578): its own, and ``headers`` in their place.

    Raises:
        ValueError: One cannot be sent.
    """
    disposition = f"form-data; name={_quote(name)}"
    if filename is not None:
        disposition += f"; filename={_quote(filename)}"
    pairs = {"Content-Disposition": disposition}
    if media:
        pairs["Content-Type"] = media
    found = {key.lower(): (key, value) for key, value in (pairs | {**headers}).items()}
    head = ""
    for key, value in found.values():
        if not _TOKEN.fullmatch(key):
            raise ValueError(f"{key!r} is no name of a header")
        head += f"{key}: {header_text(key, value)}\r\n"
    return f"{head}\r\n".encode()
