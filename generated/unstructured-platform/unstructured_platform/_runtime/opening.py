"""Calls whose answer is read as it comes: all that happens before its body.

Like policy this does no I/O. Until there is an answer all is as in other calls:
retries, redirects, errors of a status with their body read.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from .arguments import Arguments
from .attempts import answer
from .call import Call
from .errors import ApiError
from .failures import status_error
from .operation import Operation, Streamed
from .settings import Settings
from .telling import tell_error
from .timing import Deadline
from .views import CallInfo, ResponseInfo
from .wire import Flow, Open, Opened, Outgoing

__all__ = ["Begun", "StreamCall", "begin", "begin_download", "begin_stream"]


class Patience(Deadline):
    """As long as a call may take until it is answered; then for each read anew."""

    __slots__ = ("_timeout",)

    def __init__(self, now: Callable[[], float], timeout: float | None) -> None:
        super().__init__(now, timeout)
        self._timeout: float | None = timeout

    def answered(self) -> None:
        """From now on each read has the whole time."""
        self._ends = None

    def get(self, phase: str, default: object = None) -> float | None:
        """What is left for a phase."""
        return self._timeout if self._ends is None else super().get(phase)


class StreamCall(Call):
    """A call whose answer is left open."""

    __slots__ = ("patience",)

    def __init__(
        self, settings: Settings, operation: Operation[Any], arguments: Arguments
    ) -> None:
        super().__init__(settings, operation, arguments)
        self.patience: Patience = Patience(settings.timing.now, self.timeout)
        self.deadline: Deadline = self.patience

    def command(self, outgoing: Outgoing) -> Open:
        """What asks to send the request."""
        return Open(outgoing, self.patience, self.settings.max_response_size)


class Begun:
    """A call that was answered with success, its body still to be read."""

    __slots__ = ("arguments", "call", "info", "opened")

    def __init__(self, call: StreamCall, arguments: Arguments, opened: Opened) -> None:
        self.call: StreamCall = call
        self.arguments: Arguments = arguments
        self.opened: Opened = opened
        self.info: ResponseInfo = ResponseInfo(
            request=call.outgoing.info,
            status=opened.status,
            headers=opened.headers,
            attempt=call.attempts,
            elapsed=call.elapsed,
        )


def begin_stream(
    settings: Settings, operation: Operation[Any], arguments: Arguments
) -> Flow[Begun]:
    """Make a call up to its answer, which is asked for as a stream.

    Raises:
        ApiError: Of the kind that says what went wrong.
    """
    options = arguments.options
    medias = [
        media
        for key, contents in operation.responses.items()
        if key.startswith("2") and isinstance(contents, dict)
        for media in contents
    ]
    accept = {"Accept": ", ".join(medias)} if medias else {}
    arguments = arguments.with_headers({**accept, **(options.headers or {})})
    if isinstance(operation, Streamed) and operation.extra_body:
        extra = {**(options.extra_body or {}), **operation.extra_body}
        arguments = arguments.with_options(extra_body=extra)
    return (yield from _begin(settings, operation, arguments))


def _begin(
    settings: Settings, operation: Operation[Any], arguments: Arguments
) -> Flow[Begun]:
    """Make a call up to its answer.

    Raises:
        ApiError: Of the kind that says what went wrong.
    """
    try:
        return (yield from begin(settings, operation, arguments))
    except ApiError as error:
        tell_error(settings, error)
        raise


def begin_download(
    settings: Settings, operation: Operation[Any], arguments: Arguments
) -> Flow[Begun]:
    """Make a call up to its answer, which is asked for as it is, not compressed.

    Raises:
        ApiError: Of the kind that says what went wrong.
    """
    given = arguments.options.headers or {}
    headers = {"Accept-Encoding": "identity", **given}
    return (yield from _begin(settings, operation, arguments.with_headers(headers)))


def begin(
    settings: Settings, operation: Operation[Any], arguments: Arguments
) -> Flow[Begun]:
    """Send until there is a success to read; that is the call to those around it.

    Raises:
        StatusError: There is none.
        TransportError: There is no answer.
    """
    around = settings.hooks.around or _nothing_around
    with around(CallInfo(operation=operation.name, id=operation.id)):
        call = StreamCall(settings, operation, arguments)
        reply = yield from answer(call)
        if not isinstance(reply, Opened):
            raise status_error(call, reply, settings.on_drift)
        call.patience.answered()
        return Begun(call, arguments, reply)


def _nothing_around(_: CallInfo) -> contextlib.AbstractContextManager[None]:
    return contextlib.nullcontext()
