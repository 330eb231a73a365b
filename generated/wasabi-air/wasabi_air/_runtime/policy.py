"""One call from beginning to end: sending, redirects, retries, errors, decoding.

No I/O happens here: the generators ask for it, and are told what came of it.
"""

from __future__ import annotations

from typing import Any

from .arguments import Arguments
from .attempts import answer
from .call import Call
from .codec import STANDARD, Reader
from .content import plain_reader, success
from .drift import Decoding
from .errors import ApiError, DecodeError
from .failures import not_as_described, status_error
from .operation import Operation
from .settings import Settings
from .statuses import is_success
from .telling import tell_error
from .views import CallInfo, Response
from .wire import Flow, Reply

__all__ = ["Result", "perform"]


class Result:
    """What came of a call; the whole answer is put together when someone asks."""

    __slots__ = ("call", "data", "reply")

    def __init__(self, call: Call, reply: Reply, data: Any) -> None:
        self.call: Call = call
        self.reply: Reply = reply
        self.data = data

    def response(self) -> Response[Any]:
        """The whole answer."""
        call, reply = self.call, self.reply
        return Response(
            status=reply.status,
            headers=reply.headers,
            data=self.data,
            request=call.outgoing.info,
            attempts=call.attempts,
            elapsed=call.elapsed,
            content=reply.content,
        )


def perform(
    settings: Settings,
    operation: Operation[Any],
    arguments: Arguments,
    returns: Any = None,
) -> Flow[Result]:
    """Make a call.

    Raises:
        ApiError: Of the kind that says what went wrong.
        TypeError: The arguments do not go together.
        ValueError: An argument has a value that cannot be sent.
    """
    hooks = settings.hooks
    try:
        if hooks.around is None:
            return (yield from _perform(settings, operation, arguments, returns))
        with hooks.around(CallInfo(operation=operation.name, id=operation.id)):
            return (yield from _perform(settings, operation, arguments, returns))
    except ApiError as error:
        tell_error(settings, error)
        raise


def _perform(
    settings: Settings, operation: Operation[Any], arguments: Arguments, returns: Any
) -> Flow[Result]:
    call = Call(settings, operation, arguments)
    reply = yield from answer(call)
    if not is_success(operation.responses, reply.status):
        raise status_error(call, reply, settings.on_drift)
    return Result(call, reply, _data(call, reply, returns))


def _data(call: Call, reply: Reply, returns: Any) -> Any:
    """What a success brought."""
    settings, operation = call.settings, call.operation
    if operation.method == "HEAD":
        return None
    decoding = Decoding(settings.strict, settings.on_drift, operation.name)
    try:
        read = _reader(call, reply) if returns is None else None
        if read is not None:
            return read(reply.content, decoding)
        return success(reply, operation.responses, settings.types, decoding, returns)
    except DecodeError as error:
        raise not_as_described(call, error, reply) from None


def _reader(call: Call, reply: Reply) -> Reader | None:
    """What reads an answer that is as described; looked for once."""
    known, settings = call.prepared.readers, call.settings
    media = reply.headers.get("content-type", "")
    found = known.get(reply.status)
    if found is not None and found[0] == media and found[1] is settings.json:
        return found[2]
    json = settings.json or STANDARD
    read = plain_reader(reply, call.operation.responses, settings.types, json)
    if read is not None:
        known[reply.status] = media, settings.json, read
    return read
