"""How ``raw`` and ``streaming`` get at the answer of a method that returns data."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from .views import Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from .arguments import Arguments
    from .opening import Begun
    from .operation import Operation
    from .settings import Settings
    from .wire import Flow

__all__ = ["Capture", "Opening", "claim", "requested"]

R = TypeVar("R")

requested: ContextVar[Capture | Opening | None] = ContextVar("requested", default=None)
"""Set by ``raw`` and ``streaming`` for the one call they make, which takes it."""


class Capture:
    """Where a call leaves its answer."""

    __slots__ = ("response",)

    def __init__(self) -> None:
        self.response: Response[Any] | None = None

    def with_data(self, data: R) -> Response[R]:
        """The answer, with what the method returned.

        Raises:
            RuntimeError: The method made no call.
        """
        answer = self.response
        if answer is None:
            raise RuntimeError("the method made no call")
        return Response(
            status=answer.status,
            headers=answer.headers,
            data=data,
            request=answer.request,
            attempts=answer.attempts,
            elapsed=answer.elapsed,
            content=answer.content,
        )


class Opening:
    """Where a call leaves its answer open; ``begin`` makes the call up to it."""

    __slots__ = ("begin", "begun", "drive")

    def __init__(
        self, begin: Callable[[Settings, Operation[Any], Arguments], Flow[Begun]]
    ) -> None:
        self.begin = begin
        self.begun: Begun | None = None
        self.drive: Any = None

    def taken(self) -> tuple[Begun, Any]:
        """The answer, and what drives flows of its client.

        Raises:
            RuntimeError: The method made no call.
        """
        if self.begun is None:
            raise RuntimeError("the method made no call")
        return self.begun, self.drive


def claim() -> Capture | Opening | None:
    """Take the capture of this call, so that calls within it leave nothing there."""
    capture = requested.get()
    if capture is not None:
        requested.set(None)
    return capture
