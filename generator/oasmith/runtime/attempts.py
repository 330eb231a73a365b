"""Sending a request, once and again: redirects, retries, and who is told."""

from __future__ import annotations

from functools import partial

from .access import Access
from .backoff import is_retryable, pause
from .call import Call
from .errors import ApiError
from .failures import caused, no_answer, status_error
from .redirects import redirected
from .telling import tell_failure, tell_request, tell_response, tell_retry
from .wire import Failure, Flow, Reply, Sleep

__all__ = ["answer"]

_MOST_REDIRECTS = 5
_ERRORS = 400
_NOTHING = Failure(ApiError("the transport told nothing"), sent=True, timeout=False)


def answer(call: Call) -> Flow[Reply]:
    """Send until there is an answer to keep, whatever its status.

    Raises:
        TransportError: No answer came, or not in time.
    """
    try:
        while True:
            outcome = yield from _attempt(call)
            if isinstance(outcome, Reply) and outcome.status < _ERRORS:
                return outcome
            seconds = _again(call, outcome)
            if seconds is None:
                if isinstance(outcome, Reply):
                    return outcome
                raise no_answer(call, outcome) from outcome.error
            tell_retry(call, seconds, partial(_failed, call, outcome))
            call.waited += seconds
            yield Sleep(seconds)
    finally:
        if call.outgoing.payload is not None:
            call.outgoing.payload.rewind()


def _failed(call: Call, outcome: Reply | Failure) -> ApiError:
    """The error of an attempt that is not the last; its body is no drift yet."""
    if isinstance(outcome, Failure):
        return caused(no_answer(call, outcome), outcome)
    return status_error(call, outcome, None)


def _again(call: Call, outcome: Reply | Failure) -> float | None:
    """After how many seconds to send again; None if that is not to be."""
    if isinstance(outcome, Failure) and (outcome.timeout or call.deadline.over):
        return None
    timing, retries = call.settings.timing, call.retries
    if call.attempts > retries.count or not call.outgoing.replayable:
        return None
    if not is_retryable(call.repeatable, outcome, retries):
        return None
    seconds = pause(outcome, call.attempts, retries, timing.random, timing.wall)
    if seconds is None or not retries.affords(call.waited + seconds):
        return None
    left = call.deadline.left()
    return seconds if left is None or seconds < left else None


def _attempt(call: Call) -> Flow[Reply | Failure]:
    """Send once, following redirects that are safe to follow.

    Credentials that are refused are renewed once.
    """
    call.attempts += 1
    access = call.access
    if access is not None:
        call.outgoing = yield from access.current(call.deadline)
    outgoing = sent = call.outgoing
    redirects, refused = 0, False
    while True:
        if access is not None:
            sent = yield from access.signed(outgoing)
            outgoing.redactor = call.outgoing.redactor = sent.redactor
        tell_request(call, sent)
        if call.deadline.over:
            error = TimeoutError("no time is left")
            return Failure(error, sent=False, timeout=True)
        outcome = yield call.command(sent)
        if not isinstance(outcome, Reply):
            failure = outcome or _NOTHING
            tell_failure(call, sent, failure)
            return failure
        tell_response(call, sent, outcome)
        asks = None if refused or outgoing.foreign else access
        if asks is not None and asks.is_refused(outcome):
            refused = True
            if (yield from _renewed(call, asks)):
                outgoing = sent = call.outgoing
                continue
        following = redirected(outgoing, outcome)
        if following is None or redirects == _MOST_REDIRECTS:
            return outcome
        outgoing = sent = following
        redirects += 1


def _renewed(call: Call, access: Access) -> Flow[bool]:
    """Whether there are other credentials now."""
    before = call.outgoing
    call.outgoing = yield from access.current(call.deadline)
    return call.outgoing is not before
