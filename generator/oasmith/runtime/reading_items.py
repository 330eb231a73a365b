"""The body of an answer, read as it comes, in items.

No I/O happens here: the generators ask for more of the body, or for another connection.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import Any

from .backoff import pause
from .call import Call
from .errors import ApiError
from .failures import caused
from .items import Items
from .opening import Begun, begin
from .reading import Chunk, Reading, broken_off, many
from .telling import tell_error, tell_retry
from .views import header_text
from .wire import Command, Failure, Item, Opened, Read, Sleep

__all__ = ["read_items"]

_NO_CONTENT = 204


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
