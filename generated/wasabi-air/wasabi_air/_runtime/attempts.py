"""Sending a request, once and again: redirects, retries, and who is told."""

from __future__ import annotations

from .backoff import is_retryable, pause
from .call import Call
from .errors import ApiError
from .failures import no_answer
from .redirects import redirected
from .telling import tell_failure, tell_request, tell_response, tell_retry
from .wire import Failure, Flow, Reply, Send, Sleep

__all__ = ["answer"]

_MOST_REDIRECTS = 5
_ERRORS = 400
_NOTHING = Failure(ApiError("the transport told nothing"), sent=True, timeout=False)


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
        tell_retry(call, outcome, seconds)
        call.waited += seconds
        yield Sleep(seconds)


def _again(call: Call, outcome: Reply | Failure) -> float | None:
    """After how many seconds to send again; None if that is not to be."""
    if isinstance(outcome, Failure) and (outcome.timeout or call.deadline.over):
        return None
    timing, retries = call.settings.timing, call.retries
    if call.attempts > retries.count or not call.replayable:
        return None
    if not is_retryable(call.repeatable, outcome, retries):
        return None
    seconds = pause(outcome, call.attempts, retries, timing.random, timing.wall)
    if seconds is None or (
        retries.budget is not None and call.waited + seconds > retries.budget
    ):
        return None
    left = call.deadline.left()
    return seconds if left is None or seconds < left else None


def _attempt(call: Call) -> Flow[Reply | Failure]:
    """Send once, following redirects that are safe to follow."""
    call.attempts += 1
    outgoing = call.outgoing
    redirects = 0
    while True:
        tell_request(call, outgoing)
        if call.deadline.over:
            error = TimeoutError("no time is left")
            return Failure(error, sent=False, timeout=True)
        outcome = yield Send(outgoing, call.deadline)
        if not isinstance(outcome, Reply):
            failure = outcome or _NOTHING
            tell_failure(call, outgoing, failure)
            return failure
        tell_response(call, outgoing, outcome)
        following = redirected(outgoing, outcome)
        if following is None or redirects == _MOST_REDIRECTS:
            return outcome
        outgoing = following
        redirects += 1
