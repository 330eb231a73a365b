"""Clients of httpx2 without connections, whose requests a function answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from .views import Headers, RequestInfo
from .wire import Failure, Reply

if TYPE_CHECKING:
    import httpx2

    from .arguments import Arguments
    from .operation import Operation

__all__ = ["Answer", "Called", "answered", "answered_async"]

Called: TypeAlias = "tuple[Operation[Any], Arguments] | None"
"""What was called; None for where a redirect leads."""

Answer: TypeAlias = Callable[[Called, RequestInfo, bytes], Reply | Failure]
"""From the call, the request and its body to what comes of it."""


def answered(answer: Answer) -> httpx2.Client:
    """A client whose requests a function answers."""
    import httpx2  # by the first request at the earliest

    return httpx2.Client(transport=httpx2.MockTransport(_answering(answer)))


def answered_async(answer: Answer) -> httpx2.AsyncClient:
    """The same for async calls."""
    import httpx2

    return httpx2.AsyncClient(transport=httpx2.MockTransport(_answering(answer)))


def _answering(answer: Answer) -> Callable[[httpx2.Request], httpx2.Response]:
    import httpx2

    def handle(request: httpx2.Request) -> httpx2.Response:
        called: Called = request.extensions["call"]
        stream = request.stream
        if isinstance(stream, httpx2.SyncByteStream):
            content = b"".join(stream)
        else:
            content = request.content
        info = RequestInfo(
            method=request.method,
            url=str(request.url),
            headers=Headers(request.headers.multi_items()),
            operation="" if called is None else called[0].name,
        )
        outcome = answer(called, info, content)
        if isinstance(outcome, Reply):
            told = [(name, outcome.headers[name]) for name in outcome.headers]
            return httpx2.Response(
                outcome.status, headers=told, content=outcome.content
            )
        kind = httpx2.ReadTimeout if outcome.timeout else httpx2.ConnectError
        raise kind(str(outcome.error), request=request)

    return handle
