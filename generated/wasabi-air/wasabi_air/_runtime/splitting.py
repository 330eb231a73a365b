"""Streams of bytes cut into records, as they come: lines, JSON texts, events.

Nothing here does I/O; each class is fed chunks, cut anywhere, and gives what is whole.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Protocol

from .errors import DecodeError

__all__ = ["JsonLines", "JsonSequence", "Splitter", "Splitting", "TooLongError"]

_ENDS = re.compile(rb"\n")
_BEGINNINGS = re.compile(rb"\x1e")
_WHOLE = (b"}", b"]", b'"')
_BOM = b"\xef\xbb\xbf"


class TooLongError(Exception):
    """A record has more bytes than are kept in memory."""


class Splitter:
    """Cuts bytes at a pattern, whatever the chunks they come in."""

    __slots__ = ("_limit", "_parts", "_pattern", "_size")

    def __init__(self, pattern: re.Pattern[bytes], limit: int | None) -> None:
        self._pattern = pattern
        self._limit = sys.maxsize if limit is None else limit
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The pieces a chunk completes.

        Raises:
            TooLongError: A piece is too long to be kept.
        """
        if self._pattern.search(chunk) is None:
            self._parts.append(chunk)
            self._size += len(chunk)
        else:
            pieces = self._pattern.split(self.rest() + chunk)
            last = pieces.pop()
            self._parts, self._size = [last], len(last)
            for piece in pieces:
                if len(piece) > self._limit:
                    raise TooLongError
                yield piece
        if self._size > self._limit:
            raise TooLongError

    def rest(self) -> bytes:
        """What came after the last cut; it is forgotten."""
        rest = b"".join(self._parts)
        self._parts, self._size = [], 0
        return rest


class Splitting(Protocol):
    """A way to cut a stream into JSON texts."""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The texts a chunk completes."""
        ...

    def finish(self) -> Iterator[bytes]:
        """What is left at the end of the stream."""
        ...


class JsonLines:
    """JSON Lines, or newline-delimited JSON: a text a line; blank ones are skipped."""

    __slots__ = ("_lines", "_started")

    def __init__(self, limit: int | None) -> None:
        self._lines = Splitter(_ENDS, limit)
        self._started = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The lines a chunk completes."""
        for line in self._lines.feed(chunk):
            yield from self._line(line)

    def finish(self) -> Iterator[bytes]:
        """The last line, which needs no end."""
        yield from self._line(self._lines.rest())

    def _line(self, line: bytes) -> Iterator[bytes]:
        text = (line if self._started else line.removeprefix(_BOM)).strip()
        self._started = True
        if text:
            yield text


class JsonSequence:
    """A JSON text sequence (RFC 7464): each text behind a record separator."""

    __slots__ = ("_texts",)

    def __init__(self, limit: int | None) -> None:
        self._texts = Splitter(_BEGINNINGS, limit)

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The texts before the separators of a chunk."""
        for text in self._texts.feed(chunk):
            yield from self._text(text)

    def finish(self) -> Iterator[bytes]:
        """The last text."""
        yield from self._text(self._texts.rest())

    def _text(self, text: bytes) -> Iterator[bytes]:
        """A text; a number or word is whole only with its end (section 2.4).

        Raises:
            DecodeError: It may have been cut off.
        """
        stripped = text.strip()
        if not stripped:
            return
        if not stripped.endswith(_WHOLE) and not text[-1:].isspace():
            raise DecodeError(expected="a whole JSON text", found="one cut off")
        yield stripped
