"""Short texts that match a pattern (ECMA-262), for patterns of the usual parts."""

from __future__ import annotations

import re

from .patterns import regex

__all__ = ["matching"]

_CLASSES = {"d": "0", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a"}
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_COUNT = re.compile(r"[*+?]|\{(\d+)(?:,(\d*))?\}", re.ASCII)
_NAME = re.compile(r"\?(?::|P?<[A-Za-z_]\w*>)")
_LETTERS = "a0A1bB-_. /:@x"
_MOST = 200


class _Beyond(Exception):
    """A part of patterns this does not know."""


def matching(pattern: str, least: int = 0) -> str | None:
    """A text that matches the pattern, ``least`` long where that can be had.

    None where the pattern has parts that are not known here.
    """
    expression = regex(pattern)
    if expression is None:
        return None
    for repeats in range(min(least, _MOST) + 1):
        try:
            made = _Reader(pattern, repeats).read()
        except (_Beyond, IndexError, RecursionError):
            return None
        found = expression.search(made)
        if found is not None and least <= len(made) <= _MOST:
            return made
    return None


class _Reader:
    """Reads a pattern and writes what matches: the first of alternatives.

    What may be repeated without end is, ``repeats`` times; the rest as often as needed.
    """

    def __init__(self, pattern: str, repeats: int) -> None:
        self._pattern = pattern
        self._repeats = repeats
        self._at = 0

    def read(self) -> str:
        """The text for the whole pattern."""
        made = self._alternatives()
        if self._at < len(self._pattern):
            raise _Beyond
        return made

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _alternatives(self) -> str:
        made = self._sequence()
        while self._next() == "|":
            self._at += 1
            self._sequence()
        return made

    def _sequence(self) -> str:
        made: list[str] = []
        while self._next() not in ("", "|", ")"):
            part = self._part()
            made.append(part * self._times())
        return "".join(made)

    def _times(self) -> int:
        """How often a part is written."""
        found = _COUNT.match(self._pattern, self._at)
        if found is None:
            return 1
        self._at = found.end()
        if self._next() in ("?", "+"):
            self._at += 1
        match found[0]:
            case "?":
                return 0
            case "*":
                return self._repeats
            case "+":
                return max(self._repeats, 1)
            case _:
                least = int(found[1])
                endless = found[2] == ""
                times = max(least, self._repeats) if endless else least
        if times > _MOST:
            raise _Beyond
        return times

    def _part(self) -> str:
        letter = self._next()
        self._at += 1
        match letter:
            case "^" | "$":
                return ""
            case ".":
                return "a"
            case "(":
                return self._group()
            case "[":
                return self._set()
            case "\\":
                return self._escape()
            case "*" | "+" | "?" | "{":
                raise _Beyond
            case _:
                return letter

    def _group(self) -> str:
        if self._next() == "?":
            found = _NAME.match(self._pattern, self._at)
            if found is None:
                raise _Beyond  # what looks ahead or behind
            self._at = found.end()
        made = self._alternatives()
        if self._next() != ")":
            raise _Beyond
        self._at += 1
        return made

    def _escape(self) -> str:
        letter = self._pattern[self._at]
        self._at += 1
        if letter in "bB":
            return ""
        if letter in _CLASSES:
            return _CLASSES[letter]
        if letter in "xu":
            digits = 2 if letter == "x" else 4
            code = self._pattern[self._at : self._at + digits]
            self._at += digits
            if re.fullmatch(r"[0-9A-Fa-f]+", code) is None:
                raise _Beyond
            return chr(int(code, 16))
        if letter.isalnum() and letter not in _ESCAPED:
            raise _Beyond
        return _ESCAPED.get(letter, letter)

    def _set(self) -> str:
        """A letter of a set: the first it names, or one it does not forbid."""
        start = self._at - 1
        self._at += self._next() == "^"
        first = True
        while self._next() != "]" or first:
            first = False
            self._at += 2 if self._next() == "\\" else 1
            if self._at >= len(self._pattern):
                raise _Beyond
        self._at += 1
        allowed = regex(self._pattern[start : self._at])
        if allowed is None:
            raise _Beyond
        letters = _LETTERS + "".join(map(chr, range(33, 127)))
        found = next((one for one in letters if allowed.fullmatch(one)), None)
        if found is None:
            raise _Beyond
        return found
