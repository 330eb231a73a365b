"""Answers as text and as JSON, by their media type and charset."""

from __future__ import annotations

import codecs
from typing import Any

from .codec import loads
from .wire import Reply

__all__ = ["charset_of", "is_utf8", "json_of", "media_of", "text_of"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How Unicode texts may begin; longer marks before those they begin with."""


def media_of(reply: Reply) -> str:
    """The media type of an answer, without parameters."""
    return reply.headers.get("content-type", "").partition(";")[0].strip().lower()


def text_of(reply: Reply) -> str:
    """The body as text: by its byte order mark, else the charset of its type."""
    content = reply.content
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content.decode(codec, "replace")
    try:
        return content.decode(charset_of(reply) or "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def charset_of(reply: Reply) -> str:
    """The charset of a body's content type, "" where it has none."""
    for parameter in reply.headers.get("content-type", "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""


def json_of(reply: Reply, operation: str = "") -> Any:
    """The body as JSON, which is UTF-8 unless its mark or charset says otherwise."""
    return loads(reply.content if is_utf8(reply) else text_of(reply), operation)


def is_utf8(reply: Reply) -> bool:
    """Whether nothing is said against a body being UTF-8."""
    return charset_of(reply) in ("", "utf-8", "utf8", "us-ascii", "ascii")
