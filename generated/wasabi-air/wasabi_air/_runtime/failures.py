"""Making errors: the right class, and a message that says what to do."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from . import errors
from .call import Call
from .content import error_body
from .drift import Decoding, Drift
from .media import media_kind
from .oversize import too_large
from .scopes import scope_advice
from .size_error import TooLarge
from .texts import json_of, media_of, rewritten, text_of
from .wire import Failure, Reply

__all__ = ["caused", "no_answer", "not_as_described", "own_class", "status_error"]

E = TypeVar("E", bound=errors.ApiError)

_EXCERPT = 300
_BEGINNING = 80
_MAY_LACK_SCOPES = (401, 403)
_ADVICE = {
    401: "check the credentials",
    403: "the credentials do not allow this",
    408: "try again later",
    413: "send less",
    429: "slow down, or wait as long as .retry_after says",
    503: "try again later",
}


def class_of(package: str, status: int) -> type[errors.StatusError]:
    """The error class for a status: the package's own, or else the runtime's."""
    default: type[errors.StatusError] = getattr(
        errors, errors.status_error_name(status)
    )
    return own_class(package, default)


def own_class(package: str, default: type[E]) -> type[E]:
    """The class that the package has in the place of one of the runtime's."""
    try:
        module = importlib.import_module(f"{package}.errors")
    except ModuleNotFoundError as error:
        if error.name not in (package, f"{package}.errors"):
            raise
        return default
    found: object = getattr(module, default.__name__, default)
    if isinstance(found, type) and issubclass(found, default):
        return found
    return default


def _excerpt(text: str, length: int = _EXCERPT) -> str:
    """The beginning of a body, on one line."""
    line = " ".join(text[: 2 * length].split())
    return line if len(line) <= length else line[: length - 1] + "…"


def _problem(reply: Reply) -> str:
    """What a body of problem details says, as words (RFC 9457, section 3.1)."""
    if media_of(reply) != "application/problem+json":
        return ""
    try:
        problem: Any = json_of(reply)
    except errors.DecodeError:
        return ""
    is_object = issubclass(problem.__class__, dict)
    told: Mapping[str, object] = problem if is_object else {}
    words = [told.get("title"), told.get("detail")]
    return ": ".join(one for one in words if isinstance(one, str) and one)


def _again(call: Call) -> str:
    """How often it was tried, and why not more."""
    if not call.outgoing.replayable:
        return " (not sent again: the body is a stream that cannot be read twice)"
    return f" (after {call.attempts} attempts)" if call.attempts > 1 else ""


def _cleared(call: Call, reply: Reply) -> Reply:
    """The answer without the secrets of the request, should it give them back.

    Errors are written down, pickled and sent to others.
    """
    redactor = call.outgoing.redactor
    return rewritten(reply, redactor.text, redactor.told(reply.headers))


def status_error(
    call: Call, reply: Reply, on_drift: Callable[[Drift], None] | None
) -> errors.StatusError:
    """The error for an answer that is no success; it holds no secret of the request."""
    reply = _cleared(call, reply)
    settings, operation, redactor = (
        call.settings,
        call.operation,
        call.outgoing.redactor,
    )
    cls = class_of(settings.api.package, reply.status)
    typed = "body" in getattr(cls, "__annotations__", {}) and cls.__module__ != (
        errors.__name__
    )
    decoding = Decoding(on_drift=on_drift, operation=operation.name)
    body = error_body(reply, operation.responses, settings.types, decoding, typed)
    text = text_of(reply)
    info = call.outgoing.info
    message = f"{info.method} {info.url}: {reply.status}"
    location = reply.headers.get("location")
    if 300 <= reply.status < 400 and location:
        message += f", a redirect to {redactor.url(location)} that is not followed"
    advice = ""
    if reply.status in _MAY_LACK_SCOPES:
        advice = redactor.text(scope_advice(operation, reply))
    advice = advice or _ADVICE.get(reply.status, "")
    message += f", {advice}" if advice else ""
    message += _again(call)
    said = _problem(reply) or text
    if said.strip():
        message += f": {_excerpt(redactor.text(said))}"
    return cls(
        message,
        status=reply.status,
        headers=reply.headers,
        body=body,
        text=text,
        request=info,
        attempts=call.attempts,
        elapsed=call.elapsed,
    )


def not_as_described(
    call: Call, error: errors.DecodeError, reply: Reply
) -> errors.DecodeError:
    """The error of decoding an answer, with what it needs to be understood."""
    redactor, reply = call.outgoing.redactor, _cleared(call, reply)
    media = media_of(reply)
    text = text_of(reply)
    message = str(error)
    sent = f"the server sent {reply.status} {media or 'without a content type'}"
    if error.path == "$" and media_kind(media) != "json":
        message = f"{error.operation}: expected {error.expected}"
        shown = _excerpt(text, _BEGINNING)
        sent += f" beginning {shown!r}" if shown else " and no content"
        message += f", {sent}"
    else:
        message += f"; {sent}"
    error.args = (redactor.shown(message),)
    error.path = redactor.text(error.path)
    error.found = redactor.shown(error.found)
    error.status = reply.status
    error.headers = reply.headers
    error.text = text
    error.request = call.outgoing.info
    error.attempts = call.attempts
    error.elapsed = call.elapsed
    return error


def caused(error: E, failure: Failure) -> E:
    """The error with its cause, as ``raise`` would leave it."""
    error.__cause__ = failure.error
    return error


def no_answer(call: Call, failure: Failure) -> errors.ApiError:
    """The error for a request that was not answered, not in time, or by too much."""
    info, error = call.outgoing.info, failure.error
    if isinstance(failure, TooLarge):
        return too_large(call, failure)
    request = f"{info.method} {info.url}"
    if failure.timeout or call.deadline.over:
        limit = "" if call.timeout is None else f" within {call.timeout:g} seconds"
        return errors.RequestTimeoutError(
            f"{request}: no whole answer{limit}{_again(call)}; give a larger timeout,"
            " or None for no limit",
            request=info,
            attempts=call.attempts,
            elapsed=call.elapsed,
        )
    reason = call.outgoing.redactor.reason(error)
    state = (
        "the request may have been processed" if failure.sent else "nothing was sent"
    )
    return errors.TransportError(
        f"{request}: {reason}; {state}{_again(call)}",
        request=info,
        attempts=call.attempts,
        elapsed=call.elapsed,
    )
