"""Media types: how what they name is written and read (RFC 6838, RFC 6839)."""

from __future__ import annotations

import re

from ..ir.api import Codec
from ..openapi.description import Description
from ..openapi.node import Node
from .shape import Shape, shape_of

__all__ = ["codec_of", "holds_json", "is_media_type"]

_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
        "application/ndjson",
        "application/json-seq",
        "application/stream+json",
    }
)
_TEXTUAL = frozenset(
    {
        "application/yaml",
        "application/x-yaml",
        "application/csv",
        "application/javascript",
        "application/graphql",
    }
)
_ANYTHING = frozenset({"*/*", "*", "application/*"})
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+( *;.*)?", re.ASCII)
_WHOLE = frozenset({Shape.OBJECT, Shape.MAP, Shape.ARRAY, Shape.ALL_OF})


def is_media_type(media: str) -> bool:
    """Whether a key of ``content`` has the form of a media type or range."""
    return _MEDIA_TYPE.fullmatch(media.strip()) is not None


def codec_of(media: str) -> Codec:
    """How a media type is read and written, parameters set aside.

    What can be anything, and what is no media type at all, is taken for JSON.
    """
    essence = media.split(";", 1)[0].strip().lower()
    subtype = essence.rpartition("/")[2]
    if essence in _LINES:
        return Codec.LINES
    if subtype in ("json", "x-json") or essence.endswith("+json"):
        return Codec.JSON
    if essence in _ANYTHING or not is_media_type(essence):
        return Codec.JSON
    if essence == "application/x-www-form-urlencoded":
        return Codec.FORM
    if essence.startswith("multipart/"):
        return Codec.MULTIPART
    if essence == "text/event-stream":
        return Codec.EVENTS
    if subtype == "xml" or essence.endswith("+xml"):
        return Codec.XML
    if essence.startswith("text/") or essence in _TEXTUAL:
        return Codec.TEXT
    return Codec.BYTES


def holds_json(description: Description, media: str, schema: Node) -> bool:
    """Whether a plain text is JSON after all: its schema is of an object or array."""
    essence = media.split(";", 1)[0].strip().lower()
    found = description.follow(schema) if schema.ref else schema
    return essence == "text/plain" and found is not None and shape_of(found) in _WHOLE
