"""Positions in JSON text, by looking into one container at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from .pointer import Pointer
from .positions import Duplicate, Index, Lines, Span

__all__ = ["index_json", "json_duplicates"]

_SPACE = re.compile(r"[ \t\r\n]*")
# Skips a whole value at the speed of C, which is what makes looking lazily cheap.
_read = json.JSONDecoder().raw_decode


def index_json(text: str) -> Index:
    """The index of a well-formed text."""
    start = _space(text, 0)
    found: dict[int, dict[str, Span]] = {}

    def children(span: Span) -> dict[str, Span]:
        known = found.get(span.start)
        if known is None:
            known = dict(_children(text, span.start))
            found[span.start] = known
        return known

    return Index(Lines(text), Span(start, len(text.rstrip())), children)


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
        _, end = _read(text, at)
        yield key, Span(at, end, key_start, key_end)
        at = _space(text, end)
        if text[at] == ",":
            at = _space(text, at + 1)
        number += 1
