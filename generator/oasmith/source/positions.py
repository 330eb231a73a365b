"""From a pointer to a line and a column, looked up only when someone asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Protocol

from .pointer import Pointer
from .values import Frozen, Growing, field

__all__ = ["Duplicate", "Index", "Lines", "Position", "Span", "locate"]

_BREAK = re.compile(r"\r\n|\r|\n")


class Position(Frozen, order=True):
    """Counted from 1, as editors do; ``end_column`` is one past the last character."""

    line: int
    column: int
    end_column: int


class Lines:
    """The lines of a text, as editors count them: ended by LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def position(self, start: int, end: int) -> Position:
        """Where ``start`` to ``end`` stand; the end is cut to the line."""
        line = bisect_right(self._starts, start)
        first = self._starts[line - 1]
        last = first + len(self.line(line))
        return Position(line, start - first + 1, max(start, min(end, last)) - first + 1)

    def line(self, number: int) -> str:
        """The text of a line without its end, "" for one that does not exist."""
        if not 1 <= number <= len(self._starts):
            return ""
        if number == len(self._starts):
            return self._text[self._starts[-1] :]
        return self._text[self._starts[number - 1] : self._starts[number]].rstrip(
            "\r\n"
        )


class Span(Growing):
    """The characters of a value, and of its key where it has one (else -1)."""

    start: int
    end: int
    key_start: int = -1
    key_end: int = -1


class Duplicate(Frozen):
    """A key that stands in one mapping twice: the offsets of both."""

    pointer: Pointer
    first: int
    second: int


class Index(Growing):
    """Where everything in one text stands.

    ``children`` gives the members of a mapping by key, or the items of a list by
    position, and is empty for anything else.
    """

    lines: Lines
    root: Span
    children: Callable[[Span], Mapping[str, Span]]
    duplicates: list[Duplicate] = field(default_factory=list[Duplicate])

    def find(self, pointer: Pointer, *, on_key: bool) -> Position:
        """Where a value or its key stands, or its nearest ancestor."""
        span = self.root
        for token in pointer:
            child = self.children(span).get(token)
            if child is None:
                on_key = True
                break
            span = child
        if on_key and span.key_start >= 0:
            return self.lines.position(span.key_start, span.key_end)
        return self.lines.position(span.start, span.end)


class Indexed(Protocol):
    """What can say where its parts stand: a Document."""

    @property
    def index(self) -> Index: ...


def locate(document: Indexed, pointer: Pointer, *, on_key: bool = False) -> Position:
    """Where ``pointer`` stands in the document's text.

    A part that is not there gets the position of its nearest ancestor's key.
    """
    return document.index.find(pointer, on_key=on_key)
