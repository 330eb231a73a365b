"""When to try again, and after how long."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from .views import Headers
from .wire import Failure, Reply

__all__ = ["LONGEST_WAIT", "is_retryable", "pause", "retry_after"]

LONGEST_WAIT = 60.0
"""A server that asks for more patience than this is not asked again."""

_FIRST = 0.5
_LONGEST = 8.0
_SAFE = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_TOO_MANY = 429
_UNAVAILABLE = 503


def retry_after(
    headers: Headers, wall: Callable[[], float] = time.time
) -> float | None:
    """Seconds the server asks to wait (RFC 9110, 10.2.3); None if it does not."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return max(moment.timestamp() - wall(), 0.0)


def is_retryable(method: str, outcome: Reply | Failure) -> bool:
    """Whether sending again can help, and cannot do anything twice."""
    if isinstance(outcome, Failure):
        return method in _SAFE or not outcome.sent
    if outcome.status not in _PASSING:
        return False
    if method in _SAFE or outcome.status == _TOO_MANY:
        return True
    return outcome.status == _UNAVAILABLE and "retry-after" in outcome.headers


def pause(
    outcome: Reply | Failure,
    attempt: int,
    random: Callable[[], float],
    wall: Callable[[], float],
) -> float | None:
    """Seconds to wait after an attempt (from 1); None if the server asks too much."""
    if isinstance(outcome, Reply):
        asked = retry_after(outcome.headers, wall)
        if asked is not None:
            return asked if asked <= LONGEST_WAIT else None
    return random() * min(_LONGEST, _FIRST * 2.0 ** min(attempt - 1, 30))
