"""How ``raw`` gets at the whole answer of a method that returns its data."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, TypeVar

from .views import Response

__all__ = ["Capture", "claim", "requested"]

R = TypeVar("R")

requested: ContextVar[Capture | None] = ContextVar("requested", default=None)
"""Set by ``raw`` for the one call it makes; that call takes it at once."""


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


def claim() -> Capture | None:
    """Take the capture of this call, so that calls within it leave nothing there."""
    capture = requested.get()
    if capture is not None:
        requested.set(None)
    return capture
