"""Writes answers as a server would: of values, of statuses, of examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .content import success
from .drift import Decoding
from .encoding import to_wire
from .errors import DecodeError
from .examples import Sampler
from .json_text import dump_bytes
from .media import media_kind
from .operation import Operation
from .settings import Types
from .statuses import body_key, successes
from .unset import Unset
from .views import Headers
from .wire import Reply

__all__ = ["Scribe", "contents_of", "status_of"]

_OK = 200
_NO_CONTENT = 204


class Scribe:
    """Writes the answers of operations as a server would."""

    def __init__(self, types: Types, sampler: Sampler) -> None:
        self._types = types
        self._sampler = sampler

    def example(self, operation: Operation[Any], status: int | None = None) -> Reply:
        """An answer made from the examples and types of the description."""
        if status is None:
            key = next(iter(successes(operation.responses)), None)
            status = _NO_CONTENT if key is None else status_of(key)
        else:
            key = body_key(operation.responses, status)
        for media, expression in contents_of(operation, key).items():
            return self._sampled(status, media, expression)
        return Reply(status, Headers(), b"")

    def _sampled(self, status: int, media: str, expression: str) -> Reply:
        """An answer with an example of a type as its body."""
        if expression == "bytes":
            return _written(status, media, b"content")
        types = self._types
        made = self._sampler.sample(types.type_of(expression), types.space)
        return _written(status, media, made)

    def returning(self, operation: Operation[Any], value: object) -> Reply:
        """An answer that the client reads as the value.

        Raises:
            TypeError: No answer of the operation is read as such a value.
        """
        alike: list[Reply] = []
        keys = successes(operation.responses)
        for key in keys:
            contents = contents_of(operation, key)
            if not contents and value is None:
                return Reply(status_of(key), Headers(), b"")
            for media in contents:
                reply = _written(status_of(key), media, value)
                try:
                    data = self._read(operation, reply)
                except DecodeError:
                    continue
                if data == value:
                    return reply
                if to_wire(data) == to_wire(value):
                    alike.append(reply)
        if alike:
            return alike[0]
        if not keys and value is None:
            return Reply(_NO_CONTENT, Headers(), b"")
        if not keys:
            return _written(_OK, "application/json", value)
        kind = type(value).__qualname__
        raise TypeError(f"{operation.name} returns no {kind}: {value!r:.200}")

    def _read(self, operation: Operation[Any], reply: Reply) -> Any:
        decoding = Decoding(operation=operation.name)
        return success(reply, operation.responses, self._types, decoding)

    def replying(
        self,
        operation: Operation[Any],
        status: int,
        body: object,
        headers: Mapping[str, str],
    ) -> Reply:
        """An answer of a status; where no body is given, an example of what is due."""
        if isinstance(body, Unset):
            made = self.example(operation, status)
        else:
            contents = contents_of(operation, body_key(operation.responses, status))
            due = next(iter(contents.items()), ("application/json", "typing.Any"))
            made = self._told(status, *due, body)
        return Reply(status, _headers(made.headers, headers), made.content)

    def _told(self, status: int, media: str, expression: str, body: object) -> Reply:
        """An answer with a body as it was told; ``expression`` is what is described."""
        return _written(status, media, body)


def _written(status: int, media: str, value: Any) -> Reply:
    """An answer with a value as its body."""
    kind = media_kind(media)
    if "*" in media or "/" not in media:
        media = _CONCRETE.get(kind, "application/octet-stream")
    if isinstance(value, (bytes, bytearray)):
        content = bytes(value)
    else:
        written = to_wire(value)
        as_text = kind != "json" and isinstance(written, str)
        content = written.encode() if as_text else dump_bytes(written)
    return Reply(status, Headers([("Content-Type", media)]), content)


_CONCRETE = {"json": "application/json", "text": "text/plain"}


def _headers(made: Headers, told: Mapping[str, str]) -> Headers:
    """Headers made up, and those told in their place."""
    names = {name.lower() for name in told}
    kept = [(name, made[name]) for name in made if name not in names]
    return Headers([*kept, *told.items()])


def status_of(key: str) -> int:
    """The status that a key of the documented answers stands for."""
    if key == "default":
        return _OK
    return int(key[0]) * 100 if not key.isdigit() else int(key)


def contents_of(operation: Operation[Any], key: str | None) -> Mapping[str, str]:
    """The media types of a documented answer, JSON first as in reading."""
    answer = None if key is None else operation.responses.get(key)
    if answer is None or operation.method == "HEAD":
        return {}
    if isinstance(answer, str):
        return {"application/json": answer}
    return dict(sorted(answer.items(), key=lambda one: media_kind(one[0]) != "json"))
