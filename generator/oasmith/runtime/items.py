"""From the bytes of a stream to its items, as the description types them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from .call import Call
from .codec import STANDARD, Json
from .codec_model import planner
from .drift import Decoding, Path, path_text
from .errors import DecodeError
from .events import Event, EventParser
from .media import is_lines, media_kind
from .oversize import too_large
from .size_error import TooLarge
from .splitting import JsonLines, JsonSequence, Splitting, TooLongError
from .statuses import body_key
from .texts import media_of
from .wire import Reply

__all__ = ["Items"]

_EVENTS = "text/event-stream"
_SEQUENCE = "application/json-seq"
_END = "[DONE]"
"""What many APIs send as the data of a last event, in place of an item."""

_REMEMBERED = 1_000
_SHOWN = 2_000


class Items:
    """The items of one stream, over all the connections it takes.

    ``count`` is how many were given; ``ended``: the server said that was all.
    """

    def __init__(self, call: Call, reply: Reply) -> None:
        """Look at what came.

        Raises:
            DecodeError: It is no stream.
        """
        settings, operation = call.settings, call.operation
        self.count: int = 0
        self.ended: bool = False
        self._call: Call = call
        self._json: Json = settings.json or STANDARD
        self._decoding = Decoding(settings.strict, settings.on_drift, operation.name)
        self._ids: dict[str, None] = {}
        self._before: frozenset[str] = frozenset()
        self._texts: Splitting | None = None
        self._events: EventParser | None = None
        self.begin(reply)

    @property
    def last_id(self) -> str:
        """The id to go on after; "" where the server gave none."""
        return "" if self._events is None else self._events.last_id

    @property
    def retry(self) -> float | None:
        """Seconds the server asks to wait before connecting anew."""
        told = None if self._events is None else self._events.retry
        return None if told is None else told / 1_000

    def begin(self, reply: Reply) -> None:
        """Read from an answer: the first one, or that of another connection.

        Raises:
            DecodeError: It is no stream.
        """
        self._reply = reply
        media, expression = self._expression(reply)
        type_: Any = self._call.settings.types.type_of(expression)
        self._wrapped = get_origin(type_) is Event
        inner: Any = get_args(type_)[0] if self._wrapped else type_
        self._plain = inner is str and self._wrapped
        self._plan = planner().plan(inner, self._call.settings.types.space)
        limit = self._call.settings.max_response_size
        if media == _EVENTS:
            retry = None if self._events is None else self._events.retry
            self._events = EventParser(limit, self.last_id, retry)
            self._before = frozenset(self._ids)
        else:
            splitting = JsonSequence if media == _SEQUENCE else JsonLines
            self._texts = splitting(limit)

    def _expression(self, reply: Reply) -> tuple[str, str]:
        """The media type to read it as, and the type of its items."""
        responses = self._call.operation.responses
        answer = responses.get(body_key(responses, reply.status) or "")
        contents = answer if isinstance(answer, dict) else {}
        listed = {one.partition(";")[0].strip().lower(): one for one in contents}
        media = media_of(reply)
        if media in listed:
            return media, contents[listed[media]]
        found = media or "no content type"
        known = next(filter(is_lines, listed), "") if is_lines(media) else ""
        if known:
            self._decoding.drift(None, None, " or ".join(contents), "media", found)
            return media, contents[listed[known]]
        known = next(iter(listed), _EVENTS)
        lines = _EVENTS not in listed and media_kind(media) == "json"
        if listed and (lines or media in ("", "text/plain")):
            self._decoding.drift(None, None, " or ".join(contents), "media", found)
            return known, contents[listed[known]]
        if reply.status in (204, 205):
            return known, "typing.Any"
        raise self._explained(
            DecodeError(
                expected=" or ".join(contents) or "a stream",
                found=found,
                operation=self._call.operation.name,
            )
        )

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """The items a chunk completes.

        Raises:
            DecodeError: One does not fit what is documented; it says which.
            ResponseTooLargeError: One is too large to be kept.
        """
        if self._events is not None:
            yield from self._of_events(self._events, chunk)
        elif self._texts is not None:
            yield from self._of_texts(self._cut(self._texts.feed(chunk)))

    def finish(self) -> Iterator[Any]:
        """The item that the end of the stream completes; an event is left out then.

        Raises:
            DecodeError: It does not fit what is documented.
        """
        if self._events is None and self._texts is not None:
            yield from self._of_texts(self._cut(self._texts.finish()))

    def _cut(self, texts: Iterator[Any]) -> Iterator[Any]:
        try:
            yield from texts
        except DecodeError as error:
            raise self._explained(error) from None
        except TooLongError:
            call, reply = self._call, self._reply
            limit = call.settings.max_response_size or 0
            failure = TooLarge(limit, reply.status, reply.headers)
            raise too_large(call, failure, self.count) from None

    def _of_texts(self, texts: Iterator[bytes]) -> Iterator[Any]:
        for text in texts:
            item = self._decoded(text)
            self.count += 1
            yield item

    def _of_events(self, parser: EventParser, chunk: bytes) -> Iterator[Any]:
        for event, own in self._cut(parser.feed(chunk)):
            if event.text == _END and not self._plain:
                self.ended = True
                return
            if own and event.id in self._before:
                continue  # it was given before the connection broke
            item = self._item(event)
            self.count += 1
            if own:
                self._remember(event.id)
            yield item

    def _remember(self, identity: str) -> None:
        """Keep the ids of the latest events."""
        self._ids.pop(identity, None)
        self._ids[identity] = None
        if len(self._ids) > _REMEMBERED:
            del self._ids[next(iter(self._ids))]

    def _item(self, event: Event[str]) -> Any:
        if self._plain:
            return event
        data = self._decoded(event.text)
        if not self._wrapped:
            return data
        return Event(
            data=data,
            event=event.event,
            id=event.id,
            retry=event.retry,
            text=event.text,
        )

    def _decoded(self, text: str | bytes) -> Any:
        """Decode the JSON of an item; where it may be a text, one that is no JSON."""
        path: Path = (None, self.count)
        self._decoding.chosen.clear()
        try:
            try:
                value = self._json.read(text, self._decoding.operation)
            except DecodeError as error:
                if "string" not in self._plan.kinds or isinstance(text, bytes):
                    error.path = path_text(path)
                    raise
                value = text
            return self._plan.decode(value, path, self._decoding)
        except DecodeError as error:
            raise self._explained(error, text) from None
        except RecursionError:
            deep = DecodeError(
                path=path_text(path),
                expected="JSON of a sane depth",
                found="one nested too deeply",
                operation=self._decoding.operation,
            )
            raise self._explained(deep, text) from None

    def _explained(self, error: DecodeError, text: str | bytes = "") -> DecodeError:
        """The error with the answer, and where in the stream it is."""
        redactor = self._call.outgoing.redactor
        media = media_of(self._reply) or "without a content type"
        where = f"{error.operation or self._decoding.operation}: item {self.count}"
        said = f"expected {error.expected} at {error.path}, found {error.found}"
        message = f"{where} of the stream: {said}; the server sent "
        message += f"{self._reply.status} {media}"
        error.args = (redactor.shown(message),)
        error.path = redactor.text(error.path)
        error.found = redactor.shown(error.found)
        error.operation = self._decoding.operation
        error.status = self._reply.status
        error.headers = redactor.told(self._reply.headers)
        shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        error.text = redactor.text(shown)[:_SHOWN]
        error.request = self._call.outgoing.info
        error.attempts = self._call.attempts
        error.elapsed = self._call.elapsed
        return error
