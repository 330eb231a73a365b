"""Writes answers that are read item by item, as a server would."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeGuard, get_args, get_origin

from .codec import decoder_for, run
from .drift import Decoding
from .encoding import to_wire
from .errors import DecodeError
from .events import Event
from .json_text import dump_bytes, dumps
from .operation import Operation
from .scribe import Scribe, contents_of, status_of
from .statuses import successes
from .views import Headers
from .wire import Reply

__all__ = ["StreamScribe"]

_EVENTS = "text/event-stream"
_SEQUENCE = "application/json-seq"


class StreamScribe(Scribe):
    """Writes the answers of operations whose successes are streams of items."""

    def _sampled(self, status: int, media: str, expression: str) -> Reply:
        if status >= 300:
            return super()._sampled(status, media, expression)
        type_: Any = self._types.type_of(expression)
        space = self._types.space
        if get_origin(type_) is not Event:
            made = self._sampler.sample(type_, space)
        else:
            data = self._sampler.sample(get_args(type_)[0], space, "data")
            made = Event(data=data)
        return _streamed(status, media, type_, [made])

    def _told(self, status: int, media: str, expression: str, body: Any) -> Reply:
        if status >= 300 or isinstance(body, str | bytes):
            return super()._told(status, media, expression, body)
        return _streamed(status, media, self._types.type_of(expression), body)

    def returning(self, operation: Operation[Any], value: Any) -> Reply:
        """An answer that the client reads as these items.

        Raises:
            TypeError: No answer of the operation is read as such items.
        """
        items: list[Any] = list(value)
        wrong = items[:1]
        for key in successes(operation.responses):
            for media, expression in contents_of(operation, key).items():
                type_: Any = self._types.type_of(expression)
                wrong = [one for one in items if not self._is_one(type_, one)]
                if not wrong:
                    return _streamed(status_of(key), media, type_, items)
        raise TypeError(f"{operation.name} gives no such item: {wrong[:1]!r:.200}")

    def _is_one(self, type_: Any, item: object) -> bool:
        """Whether an item is read as what it is."""
        if get_origin(type_) is Event:
            (type_,) = get_args(type_)
            if not _is_event(item):
                return False
            item = item.data
        wire = to_wire(item)
        try:
            read = run(decoder_for(type_, self._types.space), wire, Decoding())
        except DecodeError:
            return False
        return bool(read == item) or to_wire(read) == wire


def _is_event(item: object) -> TypeGuard[Event[Any]]:
    return isinstance(item, Event)


def _streamed(status: int, media: str, type_: Any, items: Iterable[Any]) -> Reply:
    """An answer with items of a type as its body."""
    if media.partition(";")[0] == _EVENTS:
        content = "".join([_event(type_, one) for one in items]).encode()
    else:
        before = b"\x1e" if media.partition(";")[0] == _SEQUENCE else b""
        records = [dump_bytes(to_wire(one)) for one in items]
        content = b"".join([b"%b%b\n" % (before, one) for one in records])
    return Reply(status, Headers([("Content-Type", media)]), content)


def _event(type_: Any, item: Any) -> str:
    """An item as an event (WHATWG HTML, "Server-sent events", 9.2.5)."""
    event = item if _is_event(item) else Event[Any](data=item)
    is_text = get_origin(type_) is Event and get_args(type_) == (str,)
    data = event.data if is_text else dumps(to_wire(event.data))
    lines = [f"data: {line}" for line in re.split(r"\r\n|\n|\r", data)]
    lines += [f"event: {event.event}"] if event.event != "message" else []
    lines += [f"id: {event.id}"] if event.id else []
    lines += [] if event.retry is None else [f"retry: {event.retry}"]
    return "\n".join([*lines, "", ""])
