"""The events of PyYAML's C parser, typed, and its errors in our words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from .errors import SourceError

__all__ = ["YamlEvent", "YamlEvents", "start_of", "yaml_error"]


class Mark(Protocol):
    """A position, counted from 0; ``index`` counts characters."""

    index: int
    line: int
    column: int


class YamlEvent(Protocol):
    """What is read of an event; which attributes exist depends on its class."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    implicit: tuple[bool, bool]


class YamlEvents:
    """The events of one text.

    ``get`` is the parser's own method and raises ``error``: whoever calls it in
    a loop wraps the loop, because a wrapper here would cost as much as parsing.
    """

    def __init__(self, text: str) -> None:
        # Imported here: it costs 15 ms, and a JSON description does not need it.
        import yaml  # noqa: PLC0415

        self.error: type[Exception] = yaml.YAMLError
        self.aliases: type[object] = yaml.AliasEvent
        self.scalars: type[object] = yaml.ScalarEvent
        self.mappings: type[object] = yaml.MappingStartEvent
        self.mapping_ends: type[object] = yaml.MappingEndEvent
        self.sequences: type[object] = yaml.SequenceStartEvent
        self.sequence_ends: type[object] = yaml.SequenceEndEvent
        self._document_starts: type[object] = yaml.DocumentStartEvent
        try:
            parser = yaml.CBaseLoader(text)
        except UnicodeEncodeError as error:
            raise SourceError(
                "SRC005", "the text holds half a character (a lone surrogate)"
            ) from error
        self.get = cast("Callable[[], YamlEvent]", parser.get_event)

    def open_document(self) -> YamlEvent | None:
        """The first event of the first document, None when there is no document."""
        self.get()
        if self.get().__class__ is self._document_starts:
            return self.get()
        return None

    def close_document(self) -> None:
        """Raises SourceError where a second document follows."""
        self.get()
        event = self.get()
        if event.__class__ is self._document_starts:
            line, column = start_of(event)
            raise SourceError(
                "SRC011",
                "a second document begins here",
                hint="keep one document per file: split the file at the '---'",
                line=line,
                column=column,
            )


def start_of(event: YamlEvent) -> tuple[int, int]:
    """Line and column of an event, counted from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def yaml_error(error: Exception) -> SourceError:
    """PyYAML's error in our words, with the position it is about."""
    mark: Mark | None = getattr(error, "problem_mark", None) or getattr(
        error, "context_mark", None
    )
    reason: object = getattr(error, "problem", None) or getattr(error, "reason", None)
    words = str(reason or error)
    context: object = getattr(error, "context", None)
    if context:
        words = f"{words} ({context})"
    hint = "the text must be YAML 1.2 or JSON"
    if "cannot start any token" in words:
        hint = "indent with spaces, not tabs, and quote text that begins with @, ` or %"
    if mark is None:
        return SourceError("SRC006", f"not YAML: {words}", hint=hint)
    return SourceError(
        "SRC006",
        f"not YAML: {words}",
        hint=hint,
        line=mark.line + 1,
        column=mark.column + 1,
    )
