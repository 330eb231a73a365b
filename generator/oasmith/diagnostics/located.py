"""Diagnostics with their positions looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..source.document import Document
from ..source.pointer import Place
from ..source.positions import Position, locate
from ..source.values import Frozen
from .model import Diagnostic, sort_key

__all__ = ["Located", "Related", "locate_all"]


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
    diagnostics: Iterable[Diagnostic], documents: Mapping[str, Document]
) -> list[Located]:
    """All of them with their positions, by file, line, column and code.

    ``documents`` are the texts by the path they are displayed with; a
    diagnostic about any other file has the position it brings along, if any.
    """
    ordered = sorted(diagnostics, key=sort_key)
    found = [_locate(diagnostic, documents) for diagnostic in ordered]
    return sorted(found, key=_by_position)


def _by_position(located: Located) -> tuple[str, int, int, str]:
    position = located.position or Position(0, 0, 0)
    return located.file, position.line, position.column, located.diagnostic.code


def _locate(diagnostic: Diagnostic, documents: Mapping[str, Document]) -> Located:
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


def _position(place: Place, documents: Mapping[str, Document]) -> Position | None:
    document = documents.get(place.file)
    if document is None or document.syntax == "text":
        return None
    return locate(document, place.pointer, on_key=place.on_key)
