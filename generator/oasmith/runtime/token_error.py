"""The error of a server that gives no token."""

from __future__ import annotations

from .errors import ApiError
from .views import RequestInfo

__all__ = ["TokenError"]


class TokenError(ApiError):
    """No token came for the credentials the client was given (RFC 6749, 5.2)."""

    error: str
    """The server's word for it, as ``invalid_client``; "" where it has none."""

    description: str
    """What the server says about it, without secrets."""

    status: int
    """The status code of its answer."""

    request: RequestInfo
    """The request for a token, without secrets."""

    def __init__(
        self,
        message: str,
        *,
        error: str,
        description: str,
        status: int,
        request: RequestInfo,
    ) -> None:
        super().__init__(message)
        self.error = error
        self.description = description
        self.status = status
        self.request = request
