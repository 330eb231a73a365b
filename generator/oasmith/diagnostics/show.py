"""Diagnostics as text for people, as JSON, and as SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ..source.document import JsonValue
from ..source.pointer import format_pointer
from ..source.positions import Position
from .clean import clean_line, display_width
from .located import Located, Related, Shown, in_order, locate_all
from .model import Diagnostic

__all__ = ["render_json", "render_text"]

_WIDEST = 120
_BEFORE = 40


def render_text(
    diagnostics: Iterable[Diagnostic], documents: Mapping[str, Shown]
) -> str:
    """Each with its place, two lines of the file, and a caret with the hint.

    ``documents`` holds the texts by displayed path. Nothing a description says
    reaches the terminal but as plain characters. "" for no diagnostics.
    """
    return "".join(
        f"{line}\n"
        for located in locate_all(diagnostics, documents)
        for line in _text(located, documents.get(located.file))
    )


def _text(located: Located, document: Shown | None) -> list[str]:
    diagnostic = located.diagnostic
    where = _where(located.file, located.position)
    said = f"{diagnostic.severity.value} {diagnostic.code}: {diagnostic.message}"
    lines = [clean_line(f"{where}: {said}" if where else said)]
    if located.position is not None and document is not None:
        lines += _excerpt(document, located.position, diagnostic.hint)
    elif diagnostic.hint:
        lines.append(clean_line(f"      = {diagnostic.hint}"))
    lines += (_related(related) for related in located.related)
    return lines


def _where(file: str, position: Position | None) -> str:
    if position is None or not file:
        return file
    return f"{file}:{position.line}:{position.column}"


def _related(related: Related) -> str:
    return clean_line(
        f"      = {_where(related.file, related.position)}: {related.words}"
    )


def _excerpt(document: Shown, position: Position, hint: str) -> list[str]:
    """The line before, the line itself, and the caret under the column."""
    number, column = position.line, position.column
    text = document.line(number)
    first = _cut(text, column)
    gutter = max(5, len(str(number)))
    shown: list[str] = []
    if number > 1:
        before = document.line(number - 1)
        shown.append(f"{number - 1:>{gutter}} | {_window(before, first)}".rstrip())
    window = _window(text, first)
    shown.append(f"{number:>{gutter}} | {window}".rstrip())
    # The window's first character is an ellipsis where something was cut off.
    pad = " " * display_width(window[: column - 1 - first])
    shown.append(clean_line(f"{'':>{gutter}} | {pad}^ {hint}").rstrip())
    return shown


def _cut(text: str, column: int) -> int:
    """How many characters to leave out at the left so that the column is in sight."""
    if len(text) <= _WIDEST or column <= _WIDEST - _BEFORE:
        return 0
    return column - _BEFORE


def _window(text: str, first: int) -> str:
    # A line may be a whole file: what is not seen need not be cleaned.
    window = clean_line(text[first : first + _WIDEST])
    if first:
        window = "…" + window[1:]
    return window[:-1] + "…" if first + _WIDEST < len(text) else window


def render_json(diagnostics: Iterable[Located]) -> str:
    """One JSON document: a version, and a list with one object for each diagnostic."""
    found: list[JsonValue] = [_object(located) for located in in_order(diagnostics)]
    return json.dumps({"version": 1, "diagnostics": found}, indent=2) + "\n"


def _object(located: Located) -> JsonValue:
    diagnostic = located.diagnostic
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "effect": diagnostic.effect.value,
        "file": located.file or None,
        "pointer": None if place is None else format_pointer(place.pointer),
        **_numbers(located.position),
        "related": [
            {
                "file": related.file,
                **_numbers(related.position),
                "message": related.words,
            }
            for related in located.related
        ],
    }


def _numbers(position: Position | None) -> dict[str, JsonValue]:
    if position is None:
        return {"line": None, "column": None, "end_column": None}
    return {
        "line": position.line,
        "column": position.column,
        "end_column": position.end_column,
    }
