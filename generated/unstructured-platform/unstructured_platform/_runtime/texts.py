"""Answers as text and as JSON, by their media type and charset."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import Any

from .codec import loads
from .views import Headers
from .wire import Reply

__all__ = ["charset_of", "is_utf8", "json_of", "media_of", "rewritten", "text_of"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How Unicode texts may begin; longer marks before those they begin with."""

_STARTS = tuple(mark for mark, _ in _MARKS)

_NO_CHARSETS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
)
"""Codecs of Python that no text of the web is written with."""


def media_of(reply: Reply) -> str:
    """The media type of an answer, without parameters."""
    return reply.headers.get("content-type", "").partition(";")[0].strip().lower()


def text_of(reply: Reply) -> str:
    """The body as text: by its byte order mark, else the charset of its type."""
    content = reply.content
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content.decode(codec, "replace")
    return content.decode(_codec(charset_of(reply)), "replace")


def _codec(charset: str) -> str:
    """The codec for a charset, that of UTF-8 where there is none."""
    try:
        found = codecs.lookup(charset).name if charset else "utf-8"
        "".encode(found)  # some are not for texts
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if found.replace("_", "-") in _NO_CHARSETS else found


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


def rewritten(reply: Reply, change: Callable[[str], str], headers: Headers) -> Reply:
    """The answer with its text changed, and other headers.

    A body that the change leaves as it is stays the same to the last byte.
    """
    content, is_marked = reply.content, reply.content.startswith(_STARTS)
    if is_utf8(reply) and not is_marked:
        text = content.decode("utf-8", "surrogateescape")
        changed = change(text)
        if changed != text:
            content = changed.encode("utf-8", "surrogateescape")
    else:
        text = text_of(reply)
        changed = change(text)
        if changed != text:  # with a mark, as it is no more in its charset
            content = changed.encode("utf-8-sig")
    return Reply(reply.status, headers, content)
