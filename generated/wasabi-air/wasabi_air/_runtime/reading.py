"""The body of an answer, read as it comes: in bytes, or in items.

No I/O happens here: the generators ask for more of the body, or for another connection.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import Any, TypeAlias

from .backoff import pause
from .call import Call
from .errors import ApiError, RequestTimeoutError, TransportError
from .failures import caused
from .items import Items
from .opening import Begun, begin
from .saving import range_of
from .telling import tell_error, tell_retry
from .views import header_text
from .wire import Command, Failure, Item, Opened, Read, Sleep

__all__ = [
    "Chunk",
    "Reading",
    "broken_off",
    "many",
    "read_bytes",
    "read_items",
    "refuse_part",
]

Reading: TypeAlias = Generator[Command | Read | Item, Any, None]
"""The body of an answer: asks for more of it, or for another connection, and gives
items. What it hears is the outcome of what it asked for."""

Chunk: TypeAlias = bytes | Failure | None

_NO_CONTENT, _PART = 204, 206


def read_bytes(begun: Begun) -> Reading:
    """The body in chunks.

    Raises:
        TransportError: It broke off, or is a part of what was asked for.
    """
    received, failure = 0, None
    try:
        refuse_part(begun)
        while True:
            outcome: Chunk = yield Read(begun.opened)
            if isinstance(outcome, Failure):
                failure = outcome.error
                raise broken_off(begun.call, outcome, many(received, "byte"))
            if not isinstance(outcome, bytes):
                return
            if outcome:
                received += len(outcome)
                yield Item(outcome)
    except ApiError as error:
        tell_error(begun.call.settings, error)
        raise error from failure


def read_items(begun: Begun) -> Reading:
    """The items of the body; events go on after the last one if a connection breaks.

    Where nothing had come yet a GET is sent again, as other calls are.

    Raises:
        ApiError: Of the kind that says what went wrong.
    """
    settings = begun.call.settings
    try:
        items = Items(begun.call, begun.opened)
        opened: Opened | None = begun.opened
        broken = 0
        while opened is not None:
            outcome: Chunk = yield Read(opened)
            if isinstance(outcome, bytes):
                for item in items.feed(outcome):
                    broken, begun.call.waited = 0, 0.0
                    yield Item(item)
                opened = None if items.ended else opened
            elif isinstance(outcome, Failure):
                broken += 1
                opened = yield from _anew(begun, items, outcome, broken)
            else:
                for item in items.finish():
                    yield Item(item)
                opened = None
    except ApiError as error:
        tell_error(settings, error)
        raise


def _anew(
    begun: Begun, items: Items, failure: Failure, broken: int
) -> Generator[Command, Any, Opened | None]:
    """Connect anew; ``broken`` times it broke since the last item.

    None where the server says that there is no more (WHATWG HTML, 9.2.3).
    """
    call, settings = begun.call, begun.call.settings
    seconds = _again(call, items, failure, broken)
    failed = partial(broken_off, call, failure, many(items.count, "item"))
    if seconds is None:
        raise failed() from failure.error
    try:
        text = header_text("Last-Event-ID", items.last_id)
    except ValueError:
        raise failed() from failure.error
    tell_retry(call, seconds, lambda: caused(failed(), failure))
    call.waited += seconds
    yield Sleep(seconds)
    given = begun.arguments.options.headers or {}
    last = {"Last-Event-ID": text} if text else {}
    arguments = begun.arguments.with_headers({**given, **last})
    opened = (yield from begin(settings, call.operation, arguments)).opened
    if opened.status == _NO_CONTENT:
        return None
    items.begin(opened)
    return opened


def _again(call: Call, items: Items, failure: Failure, broken: int) -> float | None:
    """After how many seconds to connect anew; None if that is not to be."""
    timing, retries = call.settings.timing, call.retries
    if call.operation.method != "GET" or broken > retries.count:
        return None
    if not items.last_id and (items.count or failure.timeout):
        return None
    seconds = items.retry
    if seconds is None:
        seconds = pause(failure, broken, retries, timing.random, timing.wall)
    if seconds is None or seconds > retries.patience:
        return None
    return seconds if retries.affords(call.waited + seconds) else None


def refuse_part(begun: Begun) -> None:
    """Refuse a part where the whole was asked for (RFC 9110, section 15.3.7).

    Raises:
        TransportError: It is one.
    """
    call, opened = begun.call, begun.opened
    asks = "range" in map(str.lower, call.outgoing.headers)
    if opened.status != _PART or asks:
        return
    found = range_of(opened.headers)
    if found is not None and found[0] == 0 and found[1] == found[2]:
        return
    info = call.outgoing.info
    told = opened.headers.get("content-range", "no Content-Range")
    raise TransportError(
        f"{info.method} {info.url}: the whole was asked for, and a part came: "
        f"{opened.status} with {told}",
        request=info,
        attempts=call.attempts,
        elapsed=call.elapsed,
    )


def broken_off(call: Call, failure: Failure, came: str) -> TransportError:
    """The error for an answer that ends before its end."""
    info = call.outgoing.info
    begun = f"{info.method} {info.url}"
    if failure.timeout:
        limit = "" if call.timeout is None else f" for {call.timeout:g} seconds"
        return RequestTimeoutError(
            f"{begun}: nothing came{limit} after {came} of the answer; give a larger "
            f"timeout, or None for no limit",
            request=info,
            attempts=call.attempts,
            elapsed=call.elapsed,
        )
    reason = call.outgoing.redactor.reason(failure.error)
    return TransportError(
        f"{begun}: {reason}; the answer broke off after {came}",
        request=info,
        attempts=call.attempts,
        elapsed=call.elapsed,
    )


def many(count: int, word: str) -> str:
    """So many of something."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
