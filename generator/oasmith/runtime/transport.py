"""The one file that knows httpx2: connections, requests, and what its errors mean."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from .views import Headers, RequestInfo
from .wire import Deadline, Failure, Outgoing, Reply, Send

if TYPE_CHECKING:
    import httpx2

    from .bodies import Payload

__all__ = [
    "answered",
    "answered_async",
    "build",
    "failure",
    "late",
    "open_async",
    "open_sync",
    "reply",
    "send",
]

Answer: TypeAlias = Callable[[Any, RequestInfo, bytes], Reply | Failure]
"""From the call, the request and its body to what comes of it."""


def open_sync() -> httpx2.Client:
    """A new pool of connections."""
    import httpx2

    return httpx2.Client(timeout=None)


def open_async() -> httpx2.AsyncClient:
    """A new pool of connections for async calls."""
    import httpx2

    return httpx2.AsyncClient(timeout=None)


def answered(answer: Answer) -> httpx2.Client:
    """A client without connections, whose requests a function answers."""
    import httpx2

    return httpx2.Client(transport=httpx2.MockTransport(_answering(answer)))


def answered_async(answer: Answer) -> httpx2.AsyncClient:
    """The same for async calls."""
    import httpx2

    return httpx2.AsyncClient(transport=httpx2.MockTransport(_answering(answer)))


def _answering(answer: Answer) -> Callable[[httpx2.Request], httpx2.Response]:
    import httpx2

    def handle(request: httpx2.Request) -> httpx2.Response:
        headers = Headers(request.headers.multi_items())
        stream = request.stream
        if isinstance(stream, httpx2.SyncByteStream):
            content = b"".join(stream)
        else:
            content = request.content
        url = str(request.url)
        info = RequestInfo(method=request.method, url=url, headers=headers)
        outcome = answer(request.extensions["call"], info, content)
        if isinstance(outcome, Reply):
            told = [(name, outcome.headers[name]) for name in outcome.headers]
            return httpx2.Response(
                outcome.status, headers=told, content=outcome.content
            )
        kind = httpx2.ReadTimeout if outcome.timeout else httpx2.ConnectError
        raise kind(str(outcome.error), request=request)

    return handle


def build(client: httpx2.Client | httpx2.AsyncClient, command: Send) -> httpx2.Request:
    """The request httpx2 sends; one to another origin takes nothing from the client.

    Raises:
        httpx2.InvalidURL: The address is none.
    """
    import httpx2

    outgoing = command.outgoing
    headers = dict(outgoing.headers)
    extensions = {"timeout": command.deadline}
    payload = outgoing.payload
    data = b"" if payload is None else payload.data
    if data is None and payload is not None:
        length = payload.length
        if length is None:
            headers["Transfer-Encoding"] = "chunked"
        else:
            headers["Content-Length"] = str(length)
    make: Any = httpx2.Request if outgoing.foreign else client.build_request
    request: httpx2.Request = make(
        outgoing.method,
        outgoing.url,
        content=data or None,
        # Other than httpx2's ASCII, as text that is not ASCII is commonly sent.
        headers={name.encode(): value.encode() for name, value in headers.items()},
        extensions=extensions,
    )
    request.method = outgoing.method  # httpx2 has it in upper case
    request.extensions["call"] = outgoing.call
    if data is None and payload is not None:
        request.stream = _stream(payload)
    if outgoing.info.url != outgoing.url:
        request.url = _quiet()(request.url, outgoing.info.url)
    return request


def _stream(payload: Payload) -> Any:
    """A body httpx2 reads in chunks, in sync and async calls alike."""
    import httpx2

    class Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return payload.chunks()

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for chunk in payload.chunks():
                yield chunk

    return Stream()


@functools.cache
def _quiet() -> Callable[[httpx2.URL, str], httpx2.URL]:
    """What makes addresses that print without secrets: httpx2 logs what it calls."""
    import httpx2

    class Quiet(httpx2.URL):
        def __init__(self, url: httpx2.URL, shown: str) -> None:
            super().__init__(url)
            self._shown = shown

        def __str__(self) -> str:
            return self._shown

        def __repr__(self) -> str:
            return f"URL({self._shown!r})"

    return Quiet


def reply(response: httpx2.Response, content: bytes) -> Reply:
    """An answer whose body was read."""
    return Reply(response.status_code, Headers(response.headers.multi_items()), content)


def failure(error: Exception) -> Failure | None:
    """What an exception of httpx2 means; None for one that is not the transport's."""
    import httpx2

    if not isinstance(error, (httpx2.HTTPError, httpx2.InvalidURL)):
        return None
    unsent = (
        httpx2.ConnectError,
        httpx2.ConnectTimeout,
        httpx2.PoolTimeout,
        httpx2.UnsupportedProtocol,
        httpx2.InvalidURL,
    )
    return Failure(
        error,
        sent=not isinstance(error, unsent),
        timeout=isinstance(error, httpx2.TimeoutException),
    )


def late() -> Failure:
    """The failure of an answer that comes too slowly."""
    return Failure(TimeoutError("the answer came too slowly"), sent=True, timeout=True)


def credentials(client: Any, outgoing: Outgoing) -> Any:
    """The client's own authentication, which another origin must not get."""
    return None if outgoing.foreign else client.auth


def send(client: httpx2.Client, command: Send) -> Reply | Failure:
    """Send a request and read the whole answer, as long as there is time."""
    deadline: Deadline = command.deadline
    try:
        response = client.send(
            build(client, command),
            stream=True,
            auth=credentials(client, command.outgoing),
            follow_redirects=False,
        )
        try:
            chunks: list[bytes] = []
            for chunk in response.iter_bytes():
                chunks.append(chunk)
                if deadline.over:
                    return late()
        finally:
            response.close()
    except Exception as error:
        known = failure(error)
        if known is None:
            raise
        return known
    return reply(response, b"".join(chunks))
