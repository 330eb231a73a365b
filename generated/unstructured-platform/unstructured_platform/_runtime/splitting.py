"""Streams of bytes cut into records, as they come: lines, JSON texts, events.

Nothing here does I/O; each class is fed chunks, cut anywhere, and gives what is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from .errors import DecodeError

__all__ = ["LONGEST", "JsonLines", "JsonSequence", "Splitter", "Splitting", "too_long"]

LONGEST = 64 * 1024 * 1024
"""The longest record that is kept in memory, in bytes."""

_ENDS = re.compile(rb"\n")
_BEGINNINGS = re.compile(rb"\x1e")
_WHOLE = (b"}", b"]", b'"')
_BOM = b"\xef\xbb\xbf"


def too_long() -> DecodeError:
    """The error for a record without an end in sight."""
    most = f"records of at most {LONGEST // 2**20} MiB"
    return DecodeError(expected=most, found="a longer one")


class Splitter:
    """Cuts bytes at a pattern, whatever the chunks they come in."""

    __slots__ = ("_parts", "_pattern", "_size")

    def __init__(self, pattern: re.Pattern[bytes]) -> None:
        self._pattern = pattern
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """The pieces a chunk completes.

        Raises:
            DecodeError: A piece is too long to be kept.
        """
        if self._pattern.search(chunk) is None:
            self._parts.append(chunk)
            self._size += len(chunk)
            if self._size > LONGEST:
                raise too_long()
            return []
        pieces = self._pattern.split(self.rest() + chunk)
        last = pieces.pop()
        self._parts, self._size = [last], len(last)
        return pieces

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

    def __init__(self) -> None:
        self._lines = Splitter(_ENDS)
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

    def __init__(self) -> None:
        self._texts = Splitter(_BEGINNINGS)

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
