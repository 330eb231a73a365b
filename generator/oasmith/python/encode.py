"""The encoders: the only ways for text of a description to get into the output."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from ..source.portable import DEVICES
from .code import Code, build, fixed, harmless, join
from .ident import is_identifier
from .prose import clean

__all__ = [
    "comment",
    "constant",
    "dotted",
    "file_name",
    "identifier",
    "literal",
    "markdown",
    "markdown_cell",
    "markdown_code",
    "path_component",
    "toml_key",
    "toml_string",
]

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_MANY = 16384
"""Names and texts that are kept encoded: most stand in many places."""
_PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


@lru_cache(_MANY)
def constant(text: str) -> Code:
    """A Python string literal, in the quotes black would choose."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = text
    if not text.isprintable() or quote in text or "\\" in text:
        body = "".join([_escaped(letter, quote) for letter in text])
    return Code(f"{quote}{body}{quote}", f"{quote}{harmless(body)}{quote}")


def literal(value: object) -> Code:
    """A Python expression of the JSON value. Raises TypeError for what is none."""
    match value:
        case None | bool():
            return Code(repr(value), repr(value))
        case str():
            return constant(value)
        case int():
            return Code(repr(int(value)), repr(int(value)))
        case float():
            return _float(value)
        case list() | tuple():
            items = cast("list[object] | tuple[object, ...]", value)
            return build("[", join(", ", [literal(item) for item in items]), "]")
        case Mapping():
            pairs = cast("Mapping[object, object]", value).items()
            entries = [build(literal(key), ": ", literal(item)) for key, item in pairs]
            return build("{", join(", ", entries), "}")
        case _:
            raise TypeError(f"not a JSON value: {type(value).__name__}")


@lru_cache(_MANY)
def identifier(name: str) -> Code:
    """A name of the name table. Raises ValueError when it is no identifier."""
    if not is_identifier(name):
        raise ValueError(f"not an identifier: {name!r}")
    return Code(name, name)


def dotted(name: str) -> Code:
    """A dotted module or class path. Raises ValueError when a part is no identifier."""
    return join(".", [identifier(part) for part in name.split(".")])


def comment(text: str) -> Code:
    """A comment on one line."""
    words = " ".join(clean(text).split())
    return Code(f"# {words}".rstrip(), f"# {harmless(words)}".rstrip())


def toml_string(text: str) -> Code:
    """A TOML basic string (TOML 1.0, "String")."""
    body = "".join([_toml_escaped(letter) for letter in text])
    return Code(f'"{body}"', f'"{harmless(body)}"')


def toml_key(text: str) -> Code:
    """A TOML key: bare where it may be, else quoted."""
    if re.fullmatch(r"[A-Za-z0-9_-]+", text):
        return Code(text, text)
    return toml_string(text)


def markdown(text: str) -> Code:
    """Plain text in Markdown: what would be markup is escaped; line breaks stay."""
    body = _MARKUP.sub(r"\\\1", clean(text))
    body = re.sub(r"(?m)^(\s*)([-+=#>~:]|\d+[.)](?=\s))", _escaped_start, body)
    return Code(body, harmless(body))


def markdown_cell(text: str) -> Code:
    """Plain text for a cell of a Markdown table: ``markdown`` on one line."""
    return markdown(" ".join(text.split()))


def markdown_code(text: str) -> Code:
    """A code span that may stand in a table cell."""
    body = " ".join(clean(text).replace("|", "\u00a6").split())
    fence = "`"
    while fence in body:
        fence += "`"
    pad = " " if body.startswith("`") or body.endswith("`") else ""
    body = f"{fence}{pad}{body}{pad}{fence}"
    return Code(body, harmless(body))


def file_name(name: str) -> Code:
    """A ``path_component`` as code. Raises ValueError when it is none."""
    return Code(path_component(name), name)


def path_component(name: str) -> str:
    """``name`` as it may be a file or folder of the output on any system.

    Raises ValueError when it is empty, hidden, a device of Windows, or holds
    anything but ASCII letters, digits, ``_``, ``-`` and ``.``; Python module
    names may also hold other letters of identifiers.
    """
    stem = name.split(".", maxsplit=1)[0]
    valid = _PATH.fullmatch(name) is not None or stem.isidentifier()
    if not valid or stem.lower() in DEVICES or name.endswith(".") or "/" in name:
        raise ValueError(f"not a file name: {name!r}")
    return name


_MARKUP = re.compile(
    r"([\\`*<|]|\](?=[(\[:])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=[#\w]+;))"
)
"""What is markup where it stands: ``_`` inside a word, say, is none."""


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[2]
    if sign[0].isdigit():
        return f"{found[1]}{sign[:-1]}\\{sign[-1]}"
    return f"{found[1]}\\{sign}"


def _escaped(letter: str, quote: str) -> str:
    if letter == quote or letter in _ESCAPES:
        return _ESCAPES.get(letter, "\\" + letter)
    if letter.isprintable():
        return letter
    return _numbered(letter)


def _numbered(letter: str) -> str:
    number = ord(letter)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _toml_escaped(letter: str) -> str:
    if letter == '"' or letter in _ESCAPES:
        return _ESCAPES.get(letter, '\\"')
    if letter.isprintable():
        return letter
    number = ord(letter)
    if 0xD800 <= number < 0xE000:
        return "\ufffd"
    return f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def _float(value: float) -> Code:
    if math.isnan(value):
        return fixed('float("nan")')
    if math.isinf(value):
        return fixed('float("inf")') if value > 0 else fixed('float("-inf")')
    return Code(repr(value), repr(value))
