"""Diagnostics with their positions looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from ..source.pointer import Place, Pointer
from ..source.positions import Position
from ..source.values import Frozen
from .model import Diagnostic, sort_key

__all__ = ["Located", "Related", "Shown", "in_order", "locate_all"]


class Shown(Protocol):
    """What is shown of a text: a Document, or an Excerpt of one."""

    def find(self, pointer: Pointer, *, on_key: bool = False) -> Position | None:
        """Where something stands; None in a text without structure."""
        ...

    def line(self, number: int) -> str:
        """A line of the text, "" for one that does not exist."""
        ...


class Related(Frozen):
    """Another place that has to do with it, and what."""

    file: str
    position: Position | None
    words: str


class Located(Frozen):
    """A diagnostic and where it is; no position where there is no text to point at."""

    diagnostic: Diagnostic
    file: str
    position: Position | None
    related: tuple[Related, ...] = ()


def locate_all(
    diagnostics: Iterable[Diagnostic], documents: Mapping[str, Shown]
) -> list[Located]:
    """All of them with their positions, by file, line, column and code.

    ``documents`` are the texts by the path they are displayed with; a
    diagnostic about any other file has the position it brings along, if any.
    """
    return in_order(_locate(diagnostic, documents) for diagnostic in diagnostics)


def in_order(found: Iterable[Located]) -> list[Located]:
    """All of them by file, line, column and code."""
    ordered = sorted(found, key=lambda one: sort_key(one.diagnostic))
    return sorted(ordered, key=_by_position)


def _by_position(located: Located) -> tuple[str, int, int, str]:
    position = located.position or Position(0, 0, 0)
    return located.file, position.line, position.column, located.diagnostic.code


def _locate(diagnostic: Diagnostic, documents: Mapping[str, Shown]) -> Located:
    related = tuple(
        Related(place.file, _position(place, documents), words)
        for place, words in diagnostic.related
    )
    place = diagnostic.place
    if place is None:
        return Located(diagnostic, "", None, related)
    if diagnostic.line is None:
        return Located(diagnostic, place.file, _position(place, documents), related)
    column = diagnostic.column or 1
    position = Position(diagnostic.line, column, column + 1)
    return Located(diagnostic, place.file, position, related)


def _position(place: Place, documents: Mapping[str, Shown]) -> Position | None:
    document = documents.get(place.file)
    if document is None:
        return None
    return document.find(place.pointer, on_key=place.on_key)
