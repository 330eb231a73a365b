"""Sending a request, once and again: redirects, retries, and who is told."""

from __future__ import annotations

import logging

from .backoff import is_retryable, pause
from .call import Call
from .errors import ApiError
from .failures import no_answer
from .redirects import redirected
from .views import ResponseInfo
from .wire import Failure, Flow, Outgoing, Reply, Send, Sleep

__all__ = ["answer"]

_MOST_REDIRECTS = 5
_REDIRECTS = 300
_ERRORS = 400


def answer(call: Call) -> Flow[Reply]:
    """Send until there is an answer to keep, whatever its status.

    Raises:
        TransportError: No answer came, or not in time.
    """
    while True:
        outcome = yield from _attempt(call)
        if isinstance(outcome, Reply) and outcome.status < _ERRORS:
            return outcome
        seconds = _again(call, outcome)
        if seconds is None:
            if isinstance(outcome, Reply):
                return outcome
            raise no_answer(call, outcome) from outcome.error
        error = outcome.error if isinstance(outcome, Failure) else None
        call.settings.log.debug("%s again in %.2f s", call.operation.name, seconds)
        if call.settings.hooks.on_retry is not None:
            call.settings.hooks.on_retry(call.outgoing.info, seconds, error)
        yield Sleep(seconds)


def _again(call: Call, outcome: Reply | Failure) -> float | None:
    """After how many seconds to send again; None if that is not to be."""
    if isinstance(outcome, Failure) and (outcome.timeout or call.deadline.over):
        return None
    timing, payload = call.settings.timing, call.outgoing.payload
    if call.attempts > call.retries or not is_retryable(call.outgoing.method, outcome):
        return None
    if payload is not None and not payload.replayable:
        return None
    seconds = pause(outcome, call.attempts, timing.random, timing.wall)
    left = call.deadline.left()
    return seconds if seconds is None or left is None or seconds < left else None


def _attempt(call: Call) -> Flow[Reply | Failure]:
    """Send once, following redirects that are safe to follow."""
    call.attempts += 1
    outgoing: Outgoing = call.outgoing
    redirects = 0
    while True:
        outcome = yield from _send(call, outgoing)
        if isinstance(outcome, Failure) or not _REDIRECTS <= outcome.status < _ERRORS:
            return outcome
        if redirects == _MOST_REDIRECTS:
            return outcome
        following = redirected(outgoing, outcome)
        if following is None:
            return outcome
        outgoing = following
        redirects += 1


def _send(call: Call, outgoing: Outgoing) -> Flow[Reply | Failure]:
    """Send one request, telling hooks and log."""
    hooks, log = call.settings.hooks, call.settings.log
    loud = log.isEnabledFor(logging.DEBUG)
    if hooks.on_request is not None:
        hooks.on_request(outgoing.info)
    if call.deadline.over:
        error = TimeoutError("no time is left")
        return Failure(error, sent=False, timeout=True)
    if loud:
        log.debug("%s %s", outgoing.method, outgoing.info.url)
    outcome = yield Send(outgoing, call.deadline)
    if not isinstance(outcome, Reply):
        failure = outcome or Failure(ApiError("no outcome"), sent=True, timeout=False)
        if loud:
            name = type(failure.error).__name__
            log.debug("%s %s: %s", outgoing.method, outgoing.info.url, name)
        return failure
    if loud:
        log.debug("%s %s: %d", outgoing.method, outgoing.info.url, outcome.status)
    if hooks.on_response is not None:
        hooks.on_response(
            ResponseInfo(
                request=outgoing.info,
                status=outcome.status,
                headers=outcome.headers,
                attempt=call.attempts,
                elapsed=call.elapsed,
            )
        )
    return outcome
