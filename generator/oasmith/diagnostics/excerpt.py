"""As much of a document as its diagnostics show.

An outcome comes back from another process, or another machine, with these instead
of the documents themselves, which may have tens of megabytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..source.document import Document
from ..source.pointer import Place, Pointer
from ..source.positions import Position
from ..source.values import Frozen
from .located import Shown, locate_all
from .model import Diagnostic

__all__ = ["Excerpt", "excerpts"]


class Excerpt(Frozen):
    """Some places of a text, and the lines that are shown of it."""

    places: Mapping[tuple[Pointer, bool], Position | None]
    lines: Mapping[int, str]

    def find(self, pointer: Pointer, *, on_key: bool = False) -> Position | None:
        """Where something stands. Raises KeyError for what is not excerpted."""
        return self.places[pointer, on_key]

    def line(self, number: int) -> str:
        """A line of the text. Raises KeyError for one that is not excerpted."""
        return self.lines[number]


def excerpts(
    diagnostics: Iterable[Diagnostic], documents: Mapping[str, Document]
) -> Mapping[str, Shown]:
    """Of each document what showing ``diagnostics`` takes; nothing of the others."""
    told = tuple(diagnostics)
    places: dict[str, dict[tuple[Pointer, bool], Position | None]] = {}
    for place in _places(told):
        if place.file in documents:
            found = documents[place.file].find(place.pointer, on_key=place.on_key)
            places.setdefault(place.file, {})[place.pointer, place.on_key] = found
    lines: dict[str, dict[int, str]] = {file: {} for file in places}
    for located in locate_all(told, documents):
        if located.position is not None and located.file in lines:
            number, document = located.position.line, documents[located.file]
            for one in (number - 1, number):
                lines[located.file][one] = document.line(one)
    return {file: Excerpt(places[file], lines[file]) for file in places}


def _places(diagnostics: Iterable[Diagnostic]) -> Iterable[Place]:
    for diagnostic in diagnostics:
        if diagnostic.place is not None:
            yield diagnostic.place
        yield from (place for place, _ in diagnostic.related)
