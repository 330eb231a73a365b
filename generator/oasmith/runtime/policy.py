"""One call from beginning to end: sending, redirects, retries, errors, decoding.

No I/O happens here: the generators ask for it, and are told what came of it.
"""

from __future__ import annotations

import logging
from typing import Any, TypeVar

from .arguments import Arguments
from .backoff import is_retryable, pause
from .content import is_success, success
from .drift import Decoding
from .errors import ApiError, DecodeError, RequestTimeoutError
from .failures import no_answer, not_as_described, status_error, timed_out
from .operation import Operation
from .redirects import redirected
from .request import prepare
from .settings import Settings
from .unset import Unset
from .views import Response, ResponseInfo
from .wire import Deadline, Failure, Flow, Outgoing, Reply, Send, Sleep

__all__ = ["perform"]

T = TypeVar("T")

_MOST_REDIRECTS = 5


class Call:
    """The state of one call."""

    def __init__(
        self, settings: Settings, operation: Operation[Any], arguments: Arguments
    ) -> None:
        options = arguments.options
        self.settings = settings
        self.operation = operation
        asked = options.timeout
        self.timeout = settings.timeout if isinstance(asked, Unset) else asked
        self.retries = settings.retries if options.retries is None else options.retries
        self.outgoing, self.redactor = prepare(settings, operation, arguments)
        self.deadline = Deadline(settings.timing.now, self.timeout)
        self.started = settings.timing.now()
        self.attempts = 0
        self.log = logging.getLogger(settings.api.package)

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.settings.timing.now() - self.started


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
        reply = yield from _answer(call)
        return _finish(call, reply, returns)
    except ApiError as error:
        if settings.hooks.on_error is not None:
            settings.hooks.on_error(error)
        raise


def _finish(call: Call, reply: Reply, returns: Any) -> Response[Any]:
    """Decode a success, or raise the error of the status."""
    settings, outgoing = call.settings, call.outgoing
    if not is_success(call.operation.responses, reply.status):
        raise status_error(
            settings,
            call.operation,
            outgoing,
            call.redactor,
            reply,
            call.attempts,
            call.elapsed,
        )
    decoding = Decoding(settings.strict, settings.on_drift, call.operation.name)
    responses = call.operation.responses
    try:
        data = (
            None
            if call.operation.method == "HEAD"
            else success(reply, responses, settings.types, decoding, returns)
        )
    except DecodeError as error:
        raise not_as_described(error, outgoing, call.redactor, reply) from None
    return Response(
        status=reply.status,
        headers=reply.headers,
        data=data,
        request=outgoing.info,
        attempts=call.attempts,
        elapsed=call.elapsed,
        content=reply.content,
    )


def _answer(call: Call) -> Flow[Reply]:
    """Send until there is an answer to keep."""
    timing = call.settings.timing
    while True:
        outcome = yield from _attempt(call)
        if isinstance(outcome, Failure) and (outcome.timeout or call.deadline.over):
            raise timed_out(
                call.outgoing, call.timeout, call.attempts
            ) from outcome.error
        seconds = pause(outcome, call.attempts, timing.random, timing.wall)
        if seconds is None or not _again(call, outcome, seconds):
            if isinstance(outcome, Reply):
                return outcome
            raise no_answer(
                call.outgoing, call.redactor, outcome, call.attempts
            ) from outcome.error
        error = outcome.error if isinstance(outcome, Failure) else None
        call.log.debug("%s again in %.2f s", call.operation.name, seconds)
        if call.settings.hooks.on_retry is not None:
            call.settings.hooks.on_retry(call.outgoing.info, seconds, error)
        yield Sleep(seconds)


def _again(call: Call, outcome: Reply | Failure, seconds: float) -> bool:
    """Whether to send again after so many seconds."""
    payload = call.outgoing.payload
    left = call.deadline.left()
    return (
        call.attempts <= call.retries
        and (left is None or seconds < left)
        and (payload is None or payload.replayable)
        and is_retryable(call.outgoing.method, outcome)
    )


def _attempt(call: Call) -> Flow[Reply | Failure]:
    """Send once, following redirects that are safe to follow."""
    call.attempts += 1
    outgoing: Outgoing = call.outgoing
    redirects = 0
    while True:
        outcome = yield from _send(call, outgoing)
        if isinstance(outcome, Failure) or redirects == _MOST_REDIRECTS:
            return outcome
        following = redirected(outgoing, outcome, call.redactor)
        if following is None:
            return outcome
        outgoing = following
        redirects += 1


def _send(call: Call, outgoing: Outgoing) -> Flow[Reply | Failure]:
    """Send one request, telling hooks and log."""
    hooks = call.settings.hooks
    info = outgoing.info
    if hooks.on_request is not None:
        hooks.on_request(info)
    if call.deadline.over:
        return Failure(
            RequestTimeoutError("late", request=info, attempts=call.attempts),
            sent=False,
            timeout=True,
        )
    call.log.debug("%s %s", info.method, info.url)
    outcome = yield Send(outgoing, call.deadline)
    if not isinstance(outcome, Reply):
        failure = outcome or Failure(ApiError("no outcome"), sent=True, timeout=False)
        call.log.debug("%s %s: %s", info.method, info.url, type(failure.error).__name__)
        return failure
    call.log.debug("%s %s: %d", info.method, info.url, outcome.status)
    if hooks.on_response is not None:
        hooks.on_response(
            ResponseInfo(
                request=info,
                status=outcome.status,
                headers=outcome.headers,
                attempt=call.attempts,
                elapsed=call.elapsed,
            )
        )
    return outcome
