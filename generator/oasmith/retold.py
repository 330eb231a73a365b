"""What a run said, kept in the record, so that one with nothing to do says it again.

Only what is said of the description's own file is kept: it is known by its hash, and
with it where everything in it stands. How the user names that file may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .diagnostics import CODES, Diagnostic, Effect
from .diagnostics.excerpt import Excerpt
from .diagnostics.located import Shown
from .emit.record import Told
from .source.document import Document
from .source.pointer import Place
from .source.positions import Lines, Position

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
    place = diagnostic.place
    if place is None or place.file != document.path:
        return None
    if diagnostic.line is not None or diagnostic.related:
        return None
    at = document.find(place.pointer, on_key=place.on_key)
    if at is None or document.path in diagnostic.message + diagnostic.hint:
        return None
    return Told(
        diagnostic.code,
        place.pointer,
        place.on_key,
        (at.line, at.column, at.end_column),
        diagnostic.message,
        diagnostic.hint,
        diagnostic.effect.value,
    )


def retold(
    told: Iterable[Told], path: str, text: str
) -> tuple[tuple[Diagnostic, ...], Mapping[str, Shown]]:
    """The diagnostics of a record, and what showing them takes.

    ``path`` is the description's as the user names it, ``text`` what it holds. Raises
    KeyError or ValueError for what this version does not say.
    """
    found = tuple(told)
    diagnostics = tuple(
        Diagnostic(
            one.code,
            CODES[one.code].severity,
            Place(path, one.pointer, one.on_key),
            one.message,
            one.hint,
            Effect(one.effect),
        )
        for one in found
    )
    places = {(one.pointer, one.on_key): Position(*one.at) for one in found}
    lines = Lines(text)
    numbers = {number for one in found for number in (one.at[0] - 1, one.at[0])}
    shown = Excerpt(dict(places), {number: lines.line(number) for number in numbers})
    return diagnostics, {path: shown}
