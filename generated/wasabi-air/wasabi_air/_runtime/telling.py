"""Telling hooks and the log what happens; neither ever sees a secret."""

from __future__ import annotations

from collections.abc import Callable
from logging import DEBUG

from .call import Call
from .errors import ApiError
from .settings import Settings
from .views import ResponseInfo
from .wire import Failure, Outgoing, Reply

__all__ = ["tell_error", "tell_failure", "tell_request", "tell_response", "tell_retry"]


def tell_error(settings: Settings, error: ApiError) -> ApiError:
    """An error is about to be raised; returns it."""
    if settings.hooks.on_error is not None:
        settings.hooks.on_error(error)
    return error


def tell_request(call: Call, outgoing: Outgoing) -> None:
    """A request is about to be sent."""
    hook, log = call.settings.hooks.on_request, call.settings.log
    if hook is not None:
        hook(outgoing.info)
    if log.isEnabledFor(DEBUG):
        log.debug("%s %s", outgoing.method, outgoing.info.url)


def tell_response(call: Call, outgoing: Outgoing, reply: Reply) -> None:
    """An answer came, of whatever status."""
    hook, log = call.settings.hooks.on_response, call.settings.log
    if log.isEnabledFor(DEBUG):
        log.debug("%s %s: %d", outgoing.method, outgoing.info.url, reply.status)
    if hook is not None:
        hook(
            ResponseInfo(
                request=outgoing.info,
                status=reply.status,
                headers=reply.headers,
                attempt=call.attempts,
                elapsed=call.elapsed,
            )
        )


def tell_failure(call: Call, outgoing: Outgoing, failure: Failure) -> None:
    """No answer came."""
    log = call.settings.log
    if log.isEnabledFor(DEBUG):
        name = type(failure.error).__name__
        log.debug("%s %s: %s", outgoing.method, outgoing.info.url, name)


def tell_retry(call: Call, seconds: float, failed: Callable[[], ApiError]) -> None:
    """The request is to be sent again after so many seconds.

    ``failed`` makes the error that would be raised if it were not.
    """
    hook, log = call.settings.hooks.on_retry, call.settings.log
    log.debug("%s again in %.2f s", call.operation.name, seconds)
    if hook is not None:
        hook(call.outgoing.info, seconds, failed())
