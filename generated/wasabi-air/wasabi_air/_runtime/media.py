"""Media types: how what they name is written and read."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .files import is_content

__all__ = ["MediaKind", "concrete", "is_lines", "media_kind"]

MediaKind: TypeAlias = Literal["json", "form", "multipart", "text", "bytes"]

_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-jsonlines",
        "application/ndjson",
        "application/x-ndjson",
        "application/json-seq",
        "application/stream+json",
    }
)
_TEXTS = _LINES | {
    "application/csv",
    "application/graphql",
    "application/javascript",
    "application/yaml",
    "application/x-yaml",
}
"""Texts by another name than ``text/…``."""


def media_kind(media: str) -> MediaKind:
    """How a media type is written and read."""
    name = media.partition(";")[0].strip().lower()
    if name in _TEXTS:
        return "text"
    if name.endswith("+json") or name.rpartition("/")[2] in ("json", "x-json"):
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    if name.startswith("text/") or name.endswith(("/xml", "+xml")):
        return "text"
    return "bytes"


def is_lines(media: str) -> bool:
    """Whether a media type is of items, one after the other, each a JSON text."""
    return media.partition(";")[0].strip().lower() in _LINES


def concrete(media: str, value: Any) -> str:
    """The media type to send, where the description names a range, or none at all.

    A file is sent as what it is, a text as a text, all else as JSON.
    """
    family, slash, subtype = media.partition(";")[0].strip().partition("/")
    if slash and "*" not in family + subtype:
        return media
    if is_content(value):
        return media if slash else "*/*"
    if family in ("text", "image", "audio", "video"):
        return "text/plain" if family == "text" else media
    if isinstance(value, str) and media != "json":
        return "text/plain"
    return "application/json"
