"""What a run said, kept in the record, so that one with nothing to do says it again.

Only what is said of the description's own file is kept: it is known by its hash, and
with it where everything in it stands. How the user names that file may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import islice

from .diagnostics import CODES, Diagnostic, Effect
from .diagnostics.excerpt import Excerpt
from .diagnostics.located import Shown
from .emit.record import Spot, Told
from .source.document import Document
from .source.pointer import Place
from .source.positions import Position

__all__ = ["retold", "to_retell"]

_MOST = 500
"""A record is looked at by people and kept under version control."""


def to_retell(
    diagnostics: Iterable[Diagnostic], document: Document
) -> tuple[Told, ...]:
    """What the record keeps of ``diagnostics``; nothing unless that is all of them."""
    found = tuple(diagnostics)
    told = [one for one in (_told(each, document) for each in found) if one is not None]
    return tuple(told) if len(told) == len(found) <= _MOST else ()


def _told(diagnostic: Diagnostic, document: Document) -> Told | None:
    spot = _spot(diagnostic.place, document)
    related = [(_spot(place, document), words) for place, words in diagnostic.related]
    known = tuple((one, words) for one, words in related if one is not None)
    if spot is None or len(known) < len(related) or diagnostic.line is not None:
        return None
    words = (diagnostic.message, diagnostic.hint, *(text for _, text in known))
    if any(document.path in text for text in words):
        return None
    effect = diagnostic.effect.value
    return Told(
        diagnostic.code, spot, diagnostic.message, diagnostic.hint, effect, known
    )


def _spot(place: Place | None, document: Document) -> Spot | None:
    if place is None or place.file != document.path:
        return None
    at = document.find(place.pointer, on_key=place.on_key)
    if at is None:
        return None
    return Spot(place.pointer, place.on_key, (at.line, at.column, at.end_column))


def retold(
    told: Iterable[Told], path: str, text: bytes
) -> tuple[tuple[Diagnostic, ...], Mapping[str, Shown]]:
    """The diagnostics of a record, and what showing them takes.

    ``path`` is the description's as the user names it, ``text`` what it holds, in
    UTF-8. Raises KeyError or ValueError for what this version does not say.
    """
    found = tuple(told)
    spots = {one.spot for one in found} | {
        spot for one in found for spot, _ in one.related
    }
    numbers = {number for one in spots for number in (one.at[0] - 1, one.at[0])}
    shown = Excerpt(
        {(one.pointer, one.on_key): Position(*one.at) for one in spots},
        _lines(text, numbers),
    )
    return tuple(_diagnostic(one, path) for one in found), {path: shown}


def _lines(text: bytes, numbers: Iterable[int]) -> Mapping[int, str]:
    """The lines of these numbers; "" for one that does not exist."""
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    # Making all lines of a large text takes longer than all the rest.
    stream, passed = BytesIO(text), 0
    lines: dict[int, str] = {}
    for number in sorted(numbers):
        found = b""
        if number > 0:
            found = next(islice(stream, number - passed - 1, None), b"")
            passed = number
        lines[number] = found.decode("utf-8").removesuffix("\n")
    return lines


def _diagnostic(told: Told, path: str) -> Diagnostic:
    def place(spot: Spot) -> Place:
        return Place(path, spot.pointer, spot.on_key)

    return Diagnostic(
        told.code,
        CODES[told.code].severity,
        place(told.spot),
        told.message,
        told.hint,
        Effect(told.effect),
        related=tuple((place(spot), words) for spot, words in told.related),
    )
