"""Positions in JSON text, by looking into one container at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from .pointer import Pointer
from .positions import Duplicate, Index, Lines, Span

__all__ = ["index_doubled_json", "index_json", "json_duplicates"]

_SPACE = re.compile(r"[ \t\r\n]*")
# Skips a whole value at the speed of C, which is what makes looking lazily cheap.
_read = json.JSONDecoder().raw_decode


def index_json(text: str) -> Index:
    """The index of a well-formed text in which no key stands twice in an object."""
    return _index(text, _Parts)


def index_doubled_json(text: str) -> Index:
    """The index of a text with such keys: of each the last counts."""
    return _index(text, lambda text, start: dict(_children(text, start)))


def _index(
    text: str, parts_at: Callable[[str, int], _Parts | dict[str, Span]]
) -> Index:
    found: dict[int, _Parts | dict[str, Span]] = {}

    def part(span: Span, token: str) -> Span | None:
        parts = found.get(span.start)
        if parts is None:
            parts = found[span.start] = parts_at(text, span.start)
        return parts.get(token)

    def end(span: Span) -> int:
        return _read(text, span.start)[1]

    return Index(Lines(text), Span(_space(text, 0), -1), part, end)


class _Parts:
    """The members or items of a container, read as far as somebody asked.

    What comes before a part has to be passed over, the part itself has not: it may be
    most of the text.
    """

    def __init__(self, text: str, start: int) -> None:
        self._known: dict[str, Span] = {}
        self._more = _children(text, start)

    def get(self, token: str) -> Span | None:
        """A part; None for one that is not there."""
        if token not in self._known:
            for key, span in self._more:
                self._known[key] = span
                if key == token:
                    break
        return self._known.get(token)


def json_duplicates(text: str) -> list[Duplicate]:
    """Every key that stands twice in one object, in order."""
    duplicates: list[Duplicate] = []

    def visit(start: int, pointer: Pointer) -> None:
        seen: dict[str, Span] = {}
        for key, child in _children(text, start):
            if key in seen:
                duplicates.append(
                    Duplicate((*pointer, key), seen[key].key_start, child.key_start)
                )
            seen[key] = child
            visit(child.start, (*pointer, key))

    visit(_space(text, 0), ())
    return duplicates


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _children(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """The members or items of the container that begins at ``start``."""
    opening = text[start : start + 1]
    if opening not in ("{", "["):
        return
    at = _space(text, start + 1)
    number = 0
    while text[at] not in "}]":
        key_start = key_end = -1
        key = str(number)
        if opening == "{":
            key_start = at
            key, key_end = _read(text, at)
            at = _space(text, _space(text, key_end) + 1)
        yield key, Span(at, -1, key_start, key_end)
        at = _space(text, _read(text, at)[1])
        if text[at] == ",":
            at = _space(text, at + 1)
        number += 1
