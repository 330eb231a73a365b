"""The body of an answer, read as it comes, in bytes.

No I/O happens here: the generators ask for more of the body, or for another connection.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeAlias

from .call import Call
from .errors import ApiError, RequestTimeoutError, TransportError
from .opening import Begun
from .saving import range_of
from .telling import tell_error
from .wire import Command, Failure, Item, Read

__all__ = [
    "Chunk",
    "Reading",
    "broken_off",
    "many",
    "read_bytes",
    "refuse_part",
]

Reading: TypeAlias = Generator[Command | Read | Item, Any, None]
"""The body of an answer: asks for more of it, or for another connection, and gives
items. What it hears is the outcome of what it asked for."""

Chunk: TypeAlias = bytes | Failure | None

_PART = 206


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
