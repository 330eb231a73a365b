"""The error of an answer that is larger than a client keeps in memory."""

from __future__ import annotations

from .errors import ApiError
from .views import Headers, RequestInfo
from .wire import Failure

__all__ = ["ResponseTooLargeError", "TooLarge"]


class TooLarge(Failure):
    """An answer that is larger than what is kept in memory."""

    __slots__ = ("headers", "limit", "status")

    def __init__(self, limit: int, status: int, headers: Headers) -> None:
        error = OverflowError(f"the answer is larger than {limit:,} bytes")
        super().__init__(error, sent=True, timeout=False)
        self.limit: int = limit
        self.status: int = status
        self.headers: Headers = headers


class ResponseTooLargeError(ApiError):
    """An answer, or an item of a stream, is larger than ``max_response_size``."""

    limit: int
    """How many bytes it may have."""

    status: int
    """The status of the answer."""

    headers: Headers
    """The headers of the answer."""

    request: RequestInfo
    """The request, without secrets."""

    attempts: int
    """How often the request was sent."""

    elapsed: float
    """Seconds from the first attempt until too much had come."""

    def __init__(
        self,
        message: str,
        *,
        limit: int,
        status: int,
        headers: Headers,
        request: RequestInfo,
        attempts: int,
        elapsed: float,
    ) -> None:
        super().__init__(message)
        self.limit = limit
        self.status = status
        self.headers = headers
        self.request = request
        self.attempts = attempts
        self.elapsed = elapsed
