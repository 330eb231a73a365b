"""Downloads to files that go on where they broke off (RFC 9110, 13.1.5 and 14).

Like reading this does no I/O: it asks for more of the body, or for the rest of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from functools import partial
from typing import Any

from .backoff import http_date, pause
from .call import Call
from .errors import ApiError, StatusError, TransportError
from .failures import caused
from .opening import Begun, begin
from .reading import Chunk, Reading, broken_off, many, refuse_part
from .saving import is_plain, length_of, range_of
from .telling import tell_error, tell_retry
from .views import Headers
from .wire import Command, Failure, Item, Opened, Read, Sleep

__all__ = ["read_file"]

_WHOLE, _PART, _BEYOND = 200, 206, 416
_STRONG_TAG = re.compile(r'"[!#-~]*"')

Anew = Callable[[Headers], object]
"""Is told, with the headers of another answer, that all comes again from its start."""


def read_file(begun: Begun, anew: Anew) -> Reading:
    """The body in chunks, over as many connections as it takes.

    Raises:
        ApiError: It broke off, and there is no going on; or it is a part.
    """
    try:
        refuse_part(begun)
        yield from _read(begun, anew)
    except ApiError as error:
        tell_error(begun.call.settings, error)
        raise


class Came:
    """How much came, of which version: ``validator`` names it, "" where nothing does.

    ``ends`` is where the part ends that is being read, None where it is the whole.
    """

    __slots__ = ("ends", "received", "size", "validator")

    def __init__(self, opened: Opened) -> None:
        self.begin(opened)

    def begin(self, opened: Opened) -> None:
        """Nothing of an answer that is whole."""
        self.received: int = 0
        self.ends: int | None = None
        self.size: int | None = length_of(opened.headers)
        self.validator: str = _validator(opened)

    @property
    def is_whole(self) -> bool:
        """Whether that was all, now that an answer has ended."""
        if self.ends is None:
            return True
        return self.received == self.ends and self.size in (None, self.received)

    @property
    def asks(self) -> Mapping[str, str]:
        """The headers that ask for the rest, as long as it is of this version."""
        return {"Range": f"bytes={self.received}-", "If-Range": self.validator}

    def is_of(self, headers: Headers) -> bool:
        """Whether a part is of this version, as far as it says."""
        name = "etag" if self.validator.startswith('"') else "last-modified"
        return headers.get(name, self.validator).strip() == self.validator

    def go_on(self, headers: Headers) -> bool:
        """Whether a part goes on right here; it is what is read from now on."""
        found = range_of(headers)
        if found is None or not is_plain(headers):
            return False
        first, end, told = found
        size = self.size if told is None else told
        if first != self.received or end <= first or self.size not in (None, size):
            return False
        self.ends, self.size = end, size
        return size is None or end <= size


def _read(begun: Begun, anew: Anew) -> Reading:
    call, opened, came = begun.call, begun.opened, Came(begun.opened)
    furthest = broken = 0
    while True:
        outcome: Chunk = yield Read(opened)
        if isinstance(outcome, bytes):
            came.received += len(outcome)
            if came.ends is not None and came.received > came.ends:
                raise broken_off(call, _odd("more came than was announced"), "the part")
            if came.received > furthest:
                furthest, broken, call.waited = came.received, 0, 0.0
            if outcome:
                yield Item(outcome)
            continue
        if outcome is None and came.is_whole:
            return
        broken += 1
        failure = outcome or _odd("a part of what was asked for came")
        following = yield from _following(begun, came, failure, broken, anew)
        if following is None:
            return
        opened = following


def _following(
    begun: Begun, came: Came, failure: Failure, broken: int, anew: Anew
) -> Generator[Command, Any, Opened | None]:
    """An answer with the rest, or with all of it anew; None where there is no more.

    It broke off ``broken`` times since something new came.
    """
    call = begun.call
    seconds = _again(call, came, failure, broken)
    failed = partial(broken_off, call, failure, many(came.received, "byte"))
    if seconds is None:
        raise failed() from failure.error
    tell_retry(call, seconds, lambda: caused(failed(), failure))
    call.waited += seconds
    yield Sleep(seconds)
    try:
        opened = yield from _opened(begun, came.asks if came.received else {})
    except StatusError as error:
        if error.status != _BEYOND or not came.received:
            raise
        if error.headers.get("content-range") == f"bytes */{came.received}":
            return None  # all had come but the word that it was all
        opened = yield from _opened(begun, {})
    if opened.status == _PART and came.received:
        if came.is_of(opened.headers):
            if not came.go_on(opened.headers):
                raise _wrong_part(call, came, opened)
            return opened
        opened = yield from _opened(begun, {})
    if opened.status != _WHOLE:
        raise _wrong_part(call, came, opened)
    came.begin(opened)
    anew(opened.headers)
    return opened


def _opened(
    begun: Begun, headers: Mapping[str, str]
) -> Generator[Command, Any, Opened]:
    """An answer to the same call with further headers."""
    call, given = begun.call, begun.arguments.options.headers or {}
    arguments = begun.arguments.with_headers({**given, **headers})
    again = yield from begin(call.settings, call.operation, arguments)
    call.attempts += again.call.attempts
    return again.opened


def _again(call: Call, came: Came, failure: Failure, broken: int) -> float | None:
    """After how many seconds to go on; None if that is not to be."""
    timing, retries = call.settings.timing, call.retries
    if call.operation.method != "GET" or broken > retries.count:
        return None
    if came.received and not came.validator:
        return None
    seconds = pause(failure, broken, retries, timing.random, timing.wall)
    if seconds is None or not retries.affords(call.waited + seconds):
        return None
    return seconds


def _validator(opened: Opened) -> str:
    """What names a version for sure; "" where nothing does, or no part can be had.

    A time does only where the file could not have changed since (section 8.8.2.2).
    """
    headers = opened.headers
    no_parts = headers.get("accept-ranges", "").strip().lower() == "none"
    if opened.status != _WHOLE or no_parts or not is_plain(headers):
        return ""
    if "etag" in headers:
        tag = headers["etag"].strip()
        return tag if _STRONG_TAG.fullmatch(tag) else ""
    modified = headers.get("last-modified", "").strip()
    changed, sent = http_date(modified), http_date(headers.get("date", ""))
    known = changed is not None and sent is not None and sent - changed >= 1
    return modified if known else ""


def _odd(words: str) -> Failure:
    return Failure(EOFError(words), sent=True, timeout=False)


def _wrong_part(call: Call, came: Came, opened: Opened) -> TransportError:
    """The error for an answer that is neither the rest nor the whole."""
    told = opened.headers.get("content-range", "no Content-Range")
    failure = _odd(f"the rest was asked for, and {opened.status} came with {told}")
    return broken_off(call, failure, many(came.received, "byte"))
