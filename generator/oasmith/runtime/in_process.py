"""Clients of httpx2 without connections, whose requests a function answers.

Beside ``transport`` the one file that knows httpx2; only fake clients need it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from .views import Headers, RequestInfo
from .wire import Failure, Open, Reply, Send

if TYPE_CHECKING:
    import httpx2

__all__ = ["Answer", "answered", "answered_async"]

Answer: TypeAlias = Callable[[Send | Open, RequestInfo, bytes], Reply | Failure]
"""From what the policy asked for, the request and its body to what comes of it."""


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
        command: Send | Open = request.extensions["command"]
        stream = request.stream
        if isinstance(stream, httpx2.SyncByteStream):
            content = b"".join(stream)
        else:
            content = request.content
        info = RequestInfo(
            method=request.method,
            url=str(request.url),
            headers=Headers(request.headers.multi_items()),
            operation=command.outgoing.operation,
        )
        outcome = answer(command, info, content)
        if isinstance(outcome, Reply):
            told = [(name, outcome.headers[name]) for name in outcome.headers]
            return httpx2.Response(
                outcome.status, headers=told, content=outcome.content
            )
        kind = httpx2.ReadTimeout if outcome.timeout else httpx2.ConnectError
        raise kind(str(outcome.error), request=request)

    return handle
