"""What a plain YAML scalar means (YAML 1.2.2 section 10.3.2, the core schema)."""

from __future__ import annotations

import re

__all__ = ["plain_value", "tagged_value"]

_NULL = frozenset(["", "~", "null", "Null", "NULL"])
_BOOL = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INT = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL = re.compile(r"0o[0-7]+\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z")
_NAN = frozenset([".nan", ".NaN", ".NAN"])
_NOT_A_WORD = frozenset("-+.0123456789~nNtTfF")
_LONGEST_NUMBER = 4000


def plain_value(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar.

    Only the core schema's forms are more than text: ``no``, ``on``, ``12:30``
    and ``2024-01-31`` stay what they look like.
    """
    if text and text[0] not in _NOT_A_WORD:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    number = _number(text)
    return text if number is None else number


def _number(text: str) -> int | float | None:
    if len(text) > _LONGEST_NUMBER:
        return None
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    if _OCTAL.match(text):
        return int(text[2:], 8)
    if _HEX.match(text):
        return int(text[2:], 16)
    if _INFINITE.match(text):
        return float("-inf" if text[0] == "-" else "inf")
    return float("nan") if text in _NAN else None


def tagged_value(tag: str, text: str) -> str | int | float | bool | None:
    """The value of a scalar that says its type (``!!int "3"``).

    Raises ValueError when the text is no such value, or the tag is none of the
    core schema's.
    """
    match tag.removeprefix("tag:yaml.org,2002:"):
        case "str" | "!":
            return text
        case "null" if text in _NULL:
            return None
        case "bool" if text in _BOOL:
            return _BOOL[text]
        case "int":
            number = _number(text)
            if isinstance(number, int):
                return number
        case "float":
            number = _number(text)
            if number is not None:
                return float(number)
        case _:
            pass
    raise ValueError(f"{text!r} is not of the type {tag}")
