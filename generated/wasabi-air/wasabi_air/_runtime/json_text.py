"""JSON texts of JSON values: compact, in UTF-8, and without NaN (RFC 8259)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

__all__ = [
    "Write",
    "dict_writer",
    "dump_bytes",
    "dumps",
    "list_writer",
    "quote",
    "utf_8",
]

Write: TypeAlias = Callable[[Any], str]
"""From a value to its JSON text; raises ``TypeError`` and ``ValueError``."""

_writer = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
)

quote: Callable[[str], str] = getattr(json.encoder, "encode_basestring", _writer.encode)
"""Write a string; by what the encoder calls for it, where it is to be found."""


def dumps(value: Any) -> str:
    """Write a JSON text.

    Raises:
        ValueError: It holds NaN or an infinity.
    """
    return _writer.encode(value)


def dump_bytes(value: Any) -> bytes:
    """Write a JSON text in UTF-8.

    Raises:
        ValueError: It holds NaN or an infinity.
    """
    return utf_8(_writer.encode(value))


def utf_8(text: str) -> bytes:
    """The bytes of a JSON text."""
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates: JSON can escape them
        return b"".join(
            b"\\u%04x" % ord(c) if "\ud800" <= c <= "\udfff" else c.encode()
            for c in text
        )


def list_writer(other: Write) -> Write:
    """What writes a list: one of strings or of numbers at once, ``other`` any else."""

    def write(value: Any) -> str:
        kinds = {*map(type, value)}
        if kinds == {str}:
            return f"[{','.join(map(quote, value))}]"
        if kinds == {float} or kinds == {int}:
            text = ",".join(map(repr, value))
            if "n" not in text:  # neither nan nor inf
                return f"[{text}]"
        return other(value)

    return write


def dict_writer(other: Write) -> Write:
    """What writes a dict: one of strings at once, ``other`` any else."""

    def write(value: Any) -> str:
        if {*map(type, value), *map(type, value.values())} != {str}:
            return other(value)
        pairs = [f"{quote(key)}:{quote(one)}" for key, one in value.items()]
        return f"{{{','.join(pairs)}}}"

    return write
