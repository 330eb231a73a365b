"""Where the keys and values of a TOML text stand (TOML 1.0)."""

from __future__ import annotations

import re
import tomllib
from typing import TypeAlias

from ..source.pointer import Pointer
from ..source.values import Growing, field

__all__ = ["TomlPositions"]

Position: TypeAlias = tuple[int, int]

_BLANK = re.compile(r"[ \t]*")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_OTHER = re.compile(r"[^,\]}#\n]*")


class TomlPositions(Growing):
    """Offsets of keys and values by pointer, list positions as decimal tokens.

    The text must be valid TOML: it has been read before.
    """

    text: str
    keys: dict[Pointer, int] = field(default_factory=dict[Pointer, int])
    values: dict[Pointer, int] = field(default_factory=dict[Pointer, int])

    def __post_init__(self) -> None:
        table: Pointer = ()
        tables: dict[Pointer, int] = {}
        at = self._skip(_SPACE, 0)
        while at < len(self.text):
            if self.text.startswith("[", at):
                start = self._skip(_BLANK, at + (2 if self.text[at + 1] == "[" else 1))
                names, end = self._names((), start)
                if self.text[at + 1] == "[":
                    number = tables[names] = tables.get(names, -1) + 1
                    names = (*names, str(number))
                table = names
                at = self.text.find("\n", end)
                at = len(self.text) if at < 0 else at
            else:
                at = self._member(table, at)
            at = self._skip(_SPACE, at)

    def key(self, pointer: Pointer) -> Position:
        """Line and column of a key, else of the nearest table it is in."""
        return self._find(self.keys, pointer)

    def value(self, pointer: Pointer) -> Position:
        """Line and column of a value, else of its key."""
        if pointer in self.values:
            return self._position(self.values[pointer])
        return self.key(pointer)

    def _find(self, offsets: dict[Pointer, int], pointer: Pointer) -> Position:
        while pointer and pointer not in offsets:
            pointer = pointer[:-1]
        return self._position(offsets.get(pointer, 0))

    def _position(self, offset: int) -> Position:
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at)
        return found.end() if found else at

    def _names(self, table: Pointer, at: int) -> tuple[Pointer, int]:
        """A dotted key below ``table``, each part noted, and where it ends."""
        while True:
            found = _STRING.match(self.text, at) or _BARE.match(self.text, at)
            if found is None:
                return table, at
            name = found[0]
            if name[0] in "\"'":
                name = str(tomllib.loads(f"x = {name}")["x"])
            table = (*table, name)
            self.keys.setdefault(table, at)
            at = self._skip(_BLANK, found.end())
            if not self.text.startswith(".", at):
                return table, at
            at = self._skip(_BLANK, at + 1)

    def _member(self, table: Pointer, at: int) -> int:
        """``key = value``; gives where it ends."""
        names, at = self._names(table, at)
        return self._value(names, self._skip(_BLANK, at + 1))

    def _value(self, pointer: Pointer, at: int) -> int:
        self.values.setdefault(pointer, at)
        opening = self.text[at : at + 1]
        if opening in ("[", "{"):
            return self._collection(pointer, at, opening)
        found = _STRING.match(self.text, at) or _OTHER.match(self.text, at)
        return found.end() if found else at

    def _collection(self, pointer: Pointer, at: int, opening: str) -> int:
        closing = "]" if opening == "[" else "}"
        at = self._skip(_SPACE, at + 1)
        number = 0
        while at < len(self.text) and self.text[at] != closing:
            if opening == "[":
                at = self._value((*pointer, str(number)), at)
            else:
                at = self._member(pointer, at)
            number += 1
            at = self._skip(_SPACE, at)
            if self.text.startswith(",", at):
                at = self._skip(_SPACE, at + 1)
        return at + 1
