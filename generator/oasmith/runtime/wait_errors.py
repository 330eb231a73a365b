"""What can come of waiting, besides what is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import ApiError

if TYPE_CHECKING:
    from .views import RequestInfo

__all__ = ["WaitFailedError", "WaitTimeoutError"]


class WaitFailedError(ApiError):
    """What was waited for has ended, and not as hoped."""

    result: Any
    """What the server told last, decoded."""

    state: str
    """The state it ended in."""

    request: RequestInfo
    """The last request, without secrets."""

    def __init__(
        self, message: str, *, result: object, state: str, request: RequestInfo
    ) -> None:
        super().__init__(message)
        self.result = result
        self.state = state
        self.request = request


class WaitTimeoutError(ApiError, TimeoutError):
    """The time to wait is up; what was waited for goes on."""

    last: Any
    """What the server told last, decoded; None where it told nothing."""

    state: str | None
    """The state it was in then; None where the server told none."""

    elapsed: float
    """Seconds waited."""

    def __init__(
        self, message: str, *, last: object, state: str | None, elapsed: float
    ) -> None:
        super().__init__(message)
        self.last = last
        self.state = state
        self.elapsed = elapsed
