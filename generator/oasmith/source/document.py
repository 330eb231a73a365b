"""A text that has been read."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeAlias

from .errors import DOUBLED_KEY, Problem
from .json_positions import index_doubled_json, index_json
from .pointer import Pointer
from .positions import Index, Lines, Position, Span
from .quiet import collector_paused
from .values import Frozen

__all__ = ["Document", "JsonValue", "Syntax"]

JsonValue: TypeAlias = (
    "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"
)
"""What JSON and the YAML core schema can say."""

Syntax: TypeAlias = Literal["yaml", "json", "text"]
"""How the text is written; "text" is looked at by line and column only."""


class Document(Frozen, eq=False, dict=True):
    """A file's text and what it says. ``path`` is as displayed to the user.

    ``value`` must not be changed: YAML aliases share parts of it.
    """

    path: str
    text: str
    value: JsonValue
    syntax: Syntax
    problems: tuple[Problem, ...] = ()

    @property
    def index(self) -> Index:
        """Where everything stands; made on first use, because most runs need none."""
        return self._index

    def find(self, pointer: Pointer, *, on_key: bool = False) -> Position | None:
        """Where a value or its key stands, or what is nearest; None in plain text."""
        if self.syntax == "text":
            return None
        return self.index.find(pointer, on_key=on_key)

    def line(self, number: int) -> str:
        """A line of the text, "" for one that does not exist."""
        return self.index.lines.line(number)

    @cached_property
    def _index(self) -> Index:
        match self.syntax:
            case "json":
                is_doubled = any(one.code == DOUBLED_KEY for one in self.problems)
                return (index_doubled_json if is_doubled else index_json)(self.text)
            case "yaml":
                # Imported here: a run over JSON does without all that reads YAML.
                from .yaml_positions import index_yaml  # noqa: PLC0415

                with collector_paused():
                    return index_yaml(self.text)
            case "text":
                lines, nowhere = Lines(self.text), Span(0, 0)
                return Index(lines, nowhere, lambda span, token: None, lambda span: 0)
