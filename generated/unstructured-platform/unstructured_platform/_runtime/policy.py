"""One call from beginning to end: sending, redirects, retries, errors, decoding.

No I/O happens here: the generators ask for it, and are told what came of it.
"""

from __future__ import annotations

from typing import Any

from .arguments import Arguments
from .attempts import answer
from .call import Call
from .content import is_success, success
from .drift import Decoding
from .errors import ApiError, DecodeError
from .failures import not_as_described, status_error
from .operation import Operation
from .settings import Settings
from .views import Response
from .wire import Flow, Reply

__all__ = ["perform"]


def perform(
    settings: Settings,
    operation: Operation[Any],
    arguments: Arguments,
    returns: Any = None,
) -> Flow[Response[Any]]:
    """Make a call.

    Raises:
        ApiError: Of the kind that says what went wrong.
        TypeError: The arguments do not go together.
        ValueError: An argument has a value that cannot be sent.
    """
    try:
        call = Call(settings, operation, arguments)
        reply = yield from answer(call)
        return _finish(call, reply, returns)
    except ApiError as error:
        if settings.hooks.on_error is not None:
            settings.hooks.on_error(error)
        raise


def _finish(call: Call, reply: Reply, returns: Any) -> Response[Any]:
    """Decode a success, or raise the error of the status."""
    if not is_success(call.operation.responses, reply.status):
        raise status_error(call, reply)
    return Response(
        status=reply.status,
        headers=reply.headers,
        data=_data(call, reply, returns),
        request=call.outgoing.info,
        attempts=call.attempts,
        elapsed=call.elapsed,
        content=reply.content,
    )


def _data(call: Call, reply: Reply, returns: Any) -> Any:
    """What a success brought."""
    settings, operation = call.settings, call.operation
    if operation.method == "HEAD":
        return None
    decoding = Decoding(settings.strict, settings.on_drift, operation.name)
    try:
        return success(reply, operation.responses, settings.types, decoding, returns)
    except DecodeError as error:
        raise not_as_described(call, error, reply) from None
