"""JSON Pointers (RFC 6901) and places: a file and a pointer into it."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import unquote

from .values import Frozen

__all__ = [
    "Place",
    "Pointer",
    "escape",
    "format_pointer",
    "parse_fragment",
    "parse_pointer",
]

Pointer: TypeAlias = tuple[str, ...]
"""The tokens of a JSON Pointer, unescaped; list positions are decimal strings."""


def escape(token: str) -> str:
    """One token as it stands in a pointer (RFC 6901 section 3)."""
    return token.replace("~", "~0").replace("/", "~1")


def format_pointer(pointer: Pointer) -> str:
    """The pointer as text: "" for the root, else "/a/b~1c"."""
    return "".join("/" + escape(token) for token in pointer)


def parse_pointer(text: str) -> Pointer:
    """The tokens of ``text``. Raises ValueError for text that lacks the first "/"."""
    if text == "":
        return ()
    if not text.startswith("/"):
        raise ValueError(f"a JSON Pointer begins with '/': {text!r}")
    tokens = text[1:].split("/")
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)


def parse_fragment(fragment: str) -> Pointer:
    """The tokens of a URI fragment without its "#", percent-decoded (RFC 6901, 6)."""
    return parse_pointer(unquote(fragment))


class Place(Frozen, order=True):
    """Where something stands: ``file`` as the user named it, and a pointer into it.

    ``on_key`` points at the key that holds the value instead of the value.
    """

    file: str
    pointer: Pointer = ()
    on_key: bool = False

    def __truediv__(self, token: str | int) -> Place:
        """The place one step further down."""
        return Place(self.file, (*self.pointer, str(token)))

    def key(self) -> Place:
        """The same place, meaning its key."""
        return Place(self.file, self.pointer, True)

    def __str__(self) -> str:
        return f"{self.file}#{format_pointer(self.pointer)}"
