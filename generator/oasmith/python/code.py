"""Finished pieces of output, each with a twin in which spec text is harmless.

Templates print nothing but ``Code``. It is made by the encoders of this
package alone (``fixed`` and ``build`` take only string literals of our own),
so text of a description cannot become code. The twin has the same lines and
widths with every text leaf replaced by ``x``; comparing the two proves it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import LiteralString

from ..source.values import Frozen

__all__ = ["NOTHING", "Code", "build", "fixed", "harmless", "join", "width"]


class Code(Frozen):
    """Output text; ``twin`` is the same with spec text replaced by harmless letters."""

    text: str
    twin: str

    def __html__(self) -> str:
        """The text: Jinja's autoescape prints it as it is."""
        return self.text

    def __str__(self) -> str:
        raise TypeError("Code is printed by templates, not turned into a string")


def fixed(text: LiteralString) -> Code:
    """A literal of our own as code."""
    return Code(text, text)


NOTHING = fixed("")


def build(*parts: Code | LiteralString) -> Code:
    """The parts in one; strings among them are literals of our own."""
    text = "".join([part if isinstance(part, str) else part.text for part in parts])
    for part in parts:
        # Most of what is built holds no spec text, and so is its own twin.
        if not isinstance(part, str) and part.twin is not part.text:
            break
    else:
        return Code(text, text)
    twin = "".join([part if isinstance(part, str) else part.twin for part in parts])
    return Code(text, text if text == twin else twin)


def join(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """The parts with ``separator`` between them."""
    items = tuple(parts)
    if len(items) == 1:
        return items[0]
    text = separator.join([part.text for part in items])
    for part in items:
        if part.twin is not part.text:
            break
    else:
        return Code(text, text)
    twin = separator.join([part.twin for part in items])
    return Code(text, text if text == twin else twin)


def harmless(text: str) -> str:
    """``text`` with a letter for all that is not white space, each line as wide."""
    if text.isascii():
        return text.translate(_BLANDING)
    return "".join(
        letter if letter in " \n" else "xx" if _wide(letter) else "x" for letter in text
    )


def width(text: str) -> int:
    """The columns ``text`` takes; wide East Asian letters count twice, as in black."""
    if text.isascii():
        return len(text)
    return sum(
        2 if _wide(letter) else 0 if unicodedata.combining(letter) else 1
        for letter in text
    )


_BLANDING = {code: "x" for code in range(128) if chr(code) not in " \n"}


def _wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
