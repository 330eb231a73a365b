"""Server-sent events, parsed as they come (WHATWG HTML, "Server-sent events", 9.2.6).

Not by httpx2's own event source: that one stumbles over a byte order mark, takes
another charset than UTF-8, gives events that have no data, and holds back an event
whose last line ends in a carriage return until more comes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from .records import Frozen, frozen
from .splitting import Splitter, TooLongError
from .views import whole_number

__all__ = ["Event", "EventParser"]

D = TypeVar("D")

_ENDS = re.compile(rb"\r\n|\n|\r")
_DATA = b"data: "
_BOM = b"\xef\xbb\xbf"


@frozen
class Event(Frozen, Generic[D]):
    """One server-sent event."""

    data: D
    """What it brings; decoded where the description says how, else a text."""

    event: str = "message"
    """Its type."""

    id: str = ""
    """The last id the server gave, in this event or an earlier one."""

    retry: int | None = None
    """Milliseconds to wait before connecting anew, where this event says so."""

    text: str = ""
    """The data as it came."""

    def json(self) -> Any:
        """The data as JSON values.

        Raises:
            DecodeError: It is not JSON.
        """
        from .codec import loads

        return loads(self.text)


class EventParser:
    """Makes events of bytes; ``last_id`` and ``retry`` are what was said last."""

    __slots__ = (
        "_cr",
        "_data",
        "_event",
        "_id",
        "_limit",
        "_lines",
        "_own",
        "_retry",
        "_size",
        "_started",
        "last_id",
        "retry",
    )

    def __init__(
        self, limit: int | None, last_id: str = "", retry: int | None = None
    ) -> None:
        self.last_id = last_id
        self.retry = retry
        self._limit = sys.maxsize if limit is None else limit
        self._id = last_id
        self._lines = Splitter(_ENDS, None if limit is None else limit + len(_DATA))
        self._started = False
        self._cr = False
        self._begin()

    def _begin(self) -> None:
        """Begin an event."""
        self._data: list[str] = []
        self._size = 0
        self._event = ""
        self._own = False
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[tuple[Event[str], bool]]:
        """The events a chunk completes, and whether each has an id of its own.

        Raises:
            TooLongError: An event is too long to be kept.
        """
        if self._cr and chunk[:1] == b"\n":
            chunk = chunk[1:]
            self._cr = False
        if not chunk:
            return
        self._cr = chunk.endswith(b"\r")
        for piece in self._lines.feed(chunk):
            line = piece if self._started else piece.removeprefix(_BOM)
            self._started = True
            if line:
                self._field(line)
                continue
            event = self._dispatch()
            if event is not None:
                yield event

    def _field(self, line: bytes) -> None:
        name, _, told = line.partition(b":")
        told = told.removeprefix(b" ")
        value = told.decode("utf-8", "replace")
        match name.decode("utf-8", "replace"):
            case "data":
                self._size += len(told) + bool(self._data)  # joined by line ends
                self._data.append(value)
                if self._size > self._limit:
                    raise TooLongError
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
                self._own = True
            case "retry":
                self._retry = whole_number(value)
                self.retry = self.retry if self._retry is None else self._retry
            case _:
                pass  # a comment, or a field that has no meaning

    def _dispatch(self) -> tuple[Event[str], bool] | None:
        """The event at its end; one without any data is none."""
        self.last_id = self._id
        data, event, retry, own = self._data, self._event, self._retry, self._own
        self._begin()
        if not data:
            return None
        text = "\n".join(data)
        made = Event(
            data=text,
            event=event or "message",
            id=self.last_id,
            retry=retry,
            text=text,
        )
        return made, own
