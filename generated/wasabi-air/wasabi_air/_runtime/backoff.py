"""Whether to try again, and after how long."""

from __future__ import annotations

import datetime
import math
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from .retries import Retries
from .size_error import TooLarge
from .views import Headers
from .wire import Failure, Reply

__all__ = [
    "IDEMPOTENT",
    "asked_wait",
    "http_date",
    "is_retryable",
    "pause",
    "retry_after",
]

IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
"""Methods that do no more when they are done twice (RFC 9110, section 9.2.2)."""

_TOO_MANY = 429
_UNAVAILABLE = 503
_RESETS = (
    "ratelimit-reset",
    "x-ratelimit-reset-after",
    "x-ratelimit-reset",
    "x-rate-limit-reset",
)
_EPOCH = 1e9
"""No window is that many seconds long: such a number is a moment since 1970."""
_EPOCH_IN_MILLISECONDS = 1e12


def retry_after(
    headers: Headers, wall: Callable[[], float] = time.time
) -> float | None:
    """Seconds the server asks to wait (RFC 9110, 10.2.3); None if it does not."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    seconds = _number(text)
    if seconds is not None:
        return seconds
    moment = http_date(text)
    return None if moment is None else max(moment - _now(headers, wall), 0.0)


def http_date(text: str) -> float | None:
    """Seconds since 1970 of a date in a header (RFC 9110, 5.6.7); None for no date."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return moment.timestamp()


def _now(headers: Headers, wall: Callable[[], float]) -> float:
    """When the answer was made, by the server's clock; the time here if it has none.

    What a server says of moments is said by its own clock, which may be wrong.
    """
    sent = http_date(headers.get("date", ""))
    return wall() if sent is None else sent


def asked_wait(headers: Headers, wall: Callable[[], float] = time.time) -> float | None:
    """Seconds to wait by ``Retry-After``, or until a rate limit is reset.

    Servers give the reset in seconds from now, or as a moment in seconds or
    milliseconds since 1970; moments are held against its own clock.
    """
    asked = retry_after(headers, wall)
    if asked is not None:
        return asked
    for name in _RESETS:
        number = _number(headers.get(name, "").strip())
        if number is None:
            continue
        if number >= _EPOCH_IN_MILLISECONDS:
            number /= 1000
        if number < _EPOCH:
            return number
        return max(number - _now(headers, wall), 0.0)
    return None


def _number(text: str) -> float | None:
    """A number without sign; None for anything else."""
    if not (text.isascii() and text.replace(".", "", 1).isdigit()):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def is_retryable(repeatable: bool, outcome: Reply | Failure, retries: Retries) -> bool:
    """Whether sending again can help, and cannot do anything twice."""
    if isinstance(outcome, TooLarge):
        return False  # it would be as large again
    if isinstance(outcome, Failure):
        return repeatable or not outcome.sent
    if outcome.status not in retries.statuses:
        return False
    if repeatable or outcome.status == _TOO_MANY:
        return True
    return outcome.status == _UNAVAILABLE and "retry-after" in outcome.headers


def pause(
    outcome: Reply | Failure,
    attempt: int,
    retries: Retries,
    random: Callable[[], float],
    wall: Callable[[], float],
) -> float | None:
    """Seconds to wait after an attempt (from 1); None if the server asks too much."""
    asked = None
    if isinstance(outcome, Reply):
        limited = outcome.status in (_TOO_MANY, _UNAVAILABLE)
        asked = (asked_wait if limited else retry_after)(outcome.headers, wall)
    if asked is not None:
        return asked if asked <= retries.patience else None
    return random() * min(retries.longest, retries.first * 2.0 ** min(attempt - 1, 30))
