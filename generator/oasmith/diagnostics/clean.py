"""Makes text from descriptions harmless on a terminal."""

from __future__ import annotations

import unicodedata

__all__ = ["clean_line", "display_width"]

# Cc and Cf hold escape sequences and the marks that turn text around; Co, Cn and
# Cs have no look; Zl and Zp break the line.
_UNSEEN = frozenset(["Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"])


def clean_line(text: str) -> str:
    """One line of the same length with nothing in it that moves or hides text.

    A tab becomes one blank; whatever else cannot be seen becomes U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_clean, text))


def _clean(character: str) -> str:
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in _UNSEEN else character


def display_width(text: str) -> int:
    """How many columns of a terminal a clean text takes."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
