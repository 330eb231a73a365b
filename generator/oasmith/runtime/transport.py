"""The one file that knows httpx2: connections, requests, and what its errors mean."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any

from .views import Headers
from .wire import Deadline, Failure, Open, Opened, Outgoing, Read, Reply, Send

if TYPE_CHECKING:
    import httpx2

    from .bodies import Payload

__all__ = [
    "build",
    "check_length",
    "credentials",
    "failure",
    "late",
    "open_async",
    "open_body",
    "open_sync",
    "read",
    "reply",
    "send",
]


def open_sync() -> httpx2.Client:
    """A new pool of connections."""
    import httpx2

    return httpx2.Client(timeout=None)


def open_async() -> httpx2.AsyncClient:
    """A new pool of connections for async calls."""
    import httpx2

    return httpx2.AsyncClient(timeout=None)


def build(
    client: httpx2.Client | httpx2.AsyncClient, command: Send | Open
) -> httpx2.Request:
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
            async for chunk in payload.async_chunks():
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


def check_length(response: httpx2.Response) -> None:
    """Refuse a body that ended before its announced length (RFC 9112, section 8).

    Raises:
        httpx2.RemoteProtocolError: It is shorter.
    """
    import httpx2

    told = response.headers.get("content-length", "")
    came = response.num_bytes_downloaded
    if response.request.method != "HEAD" and told.isdigit() and came < int(told):
        raise httpx2.RemoteProtocolError(f"{came} of {told} bytes came")


def open_body(client: httpx2.Client, command: Open) -> Reply | Failure:
    """Send a request; read the answer only where it is not one to be kept open."""
    try:
        response = client.send(
            build(client, command),
            stream=True,
            auth=credentials(client, command.outgoing),
            follow_redirects=False,
        )
        if not command.keeps(response.status_code):
            try:
                return reply(response, response.read())
            finally:
                response.close()
    except Exception as error:
        known = failure(error)
        if known is None:
            raise
        return known
    body = _chunks(response)
    next(body)  # from here on it closes the answer when it is closed or forgotten
    return Opened(response.status_code, Headers(response.headers.multi_items()), body)


def _chunks(response: httpx2.Response) -> Generator[bytes]:
    try:
        yield b""
        yield from response.iter_bytes()
        check_length(response)
    finally:
        response.close()


def read(command: Read) -> bytes | Failure | None:
    """More of an open body; None at its end."""
    body: Generator[bytes] = command.opened.body
    try:
        return next(body, None)
    except Exception as error:
        known = failure(error)
        if known is None:
            raise
        return known


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
