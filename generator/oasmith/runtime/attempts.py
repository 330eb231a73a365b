"""Sending a request, once and again: redirects, retries, and who is told."""

from __future__ import annotations

from .access import Access
from .backoff import is_retryable, pause
from .call import Call
from .errors import ApiError, RequestTimeoutError
from .failures import no_answer, timed_out
from .redirects import redirected
from .views import ResponseInfo
from .wire import Failure, Flow, Outgoing, Reply, Send, Sleep

__all__ = ["answer"]

_MOST_REDIRECTS = 5


def answer(call: Call) -> Flow[Reply]:
    """Send until there is an answer to keep, whatever its status.

    Raises:
        TransportError: No answer came, or not in time.
    """
    timing = call.settings.timing
    while True:
        outcome = yield from _attempt(call)
        if isinstance(outcome, Failure) and (outcome.timeout or call.deadline.over):
            raise timed_out(call) from outcome.error
        seconds = pause(outcome, call.attempts, timing.random, timing.wall)
        if seconds is None or not _again(call, outcome, seconds):
            if isinstance(outcome, Reply):
                return outcome
            raise no_answer(call, outcome) from outcome.error
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
    if call.access is not None:
        yield from _authorize(call, call.access)
    outgoing: Outgoing = call.outgoing
    redirects = 0
    while True:
        outcome = yield from _send(call, outgoing)
        if isinstance(outcome, Failure):
            return outcome
        if not outgoing.foreign and (yield from _renewed(call, outcome)):
            outgoing = call.outgoing
            continue
        if redirects == _MOST_REDIRECTS:
            return outcome
        following = redirected(outgoing, outcome, call.redactor)
        if following is None:
            return outcome
        outgoing = following
        redirects += 1


def _authorize(call: Call, access: Access) -> Flow[None]:
    """Give the request the credentials of this moment."""
    call.outgoing = yield from access.current(call.deadline)
    call.redactor = access.redactor


def _renewed(call: Call, reply: Reply) -> Flow[bool]:
    """Whether the credentials were refused, and there are others now."""
    if call.access is None or not call.access.is_refused(reply):
        return False
    before = call.outgoing
    yield from _authorize(call, call.access)
    return call.outgoing is not before


def _send(call: Call, outgoing: Outgoing) -> Flow[Reply | Failure]:
    """Send one request, telling hooks and log."""
    hooks = call.settings.hooks
    if call.access is not None:
        outgoing = yield from call.access.signed(outgoing)
        call.redactor = call.access.redactor
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
