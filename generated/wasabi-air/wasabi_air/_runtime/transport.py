"""The one file that knows httpx2: connections, requests, and what its errors mean."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from .views import Headers
from .wire import Deadline, Failure, Outgoing, Reply, Send

if TYPE_CHECKING:
    import httpx2

    from .bodies import Payload

    AnyClient: TypeAlias = httpx2.Client | httpx2.AsyncClient

__all__ = ["build", "failure", "late", "open_async", "open_sync", "reply", "send"]


_WITH_BODY = frozenset({"PATCH", "POST", "PUT", "QUERY"})
"""Methods that are expected to have a body, be it empty (RFC 9110, section 8.6)."""


def open_sync() -> httpx2.Client:
    """A new pool of connections."""
    import httpx2

    return httpx2.Client(timeout=None)


def open_async() -> httpx2.AsyncClient:
    """A new pool of connections for async calls."""
    import httpx2

    return httpx2.AsyncClient(timeout=None)


def build(client: AnyClient, command: Send) -> httpx2.Request:
    """The request httpx2 sends; one to another origin takes nothing from the client.

    Raises:
        httpx2.InvalidURL: The address is none.
    """
    outgoing, payload = command.outgoing, command.outgoing.payload
    data = b"" if payload is None else payload.data
    # Other than httpx2's ASCII, as text that is not ASCII is commonly sent.
    headers = {
        name.encode(): value.encode() for name, value in outgoing.headers.items()
    }
    if payload is not None or outgoing.method in _WITH_BODY:
        headers |= _framing(payload.length if payload is not None else 0)
    if outgoing.foreign:
        request = _request(command, headers, [], None, data)
    elif type(client) in _own_classes() and not client.params:
        request = _request(command, headers, client.headers.raw, client.cookies, data)
    else:
        request = client.build_request(
            outgoing.method,
            outgoing.url,
            content=data or None,
            headers=headers,
            extensions={"timeout": command.deadline},
        )
    request.method = outgoing.method  # httpx2 has it in upper case
    if data is None and payload is not None:
        request.stream = _stream(payload)
    shown = outgoing.redactor.url(outgoing.url)
    if shown != outgoing.url:
        request.url = _quiet()(request.url, shown)
    return request


def _request(
    command: Send,
    headers: dict[bytes, bytes],
    common: list[tuple[bytes, bytes]],
    cookies: httpx2.Cookies | None,
    data: bytes | None,
) -> httpx2.Request:
    """What a client of httpx2's own would build, in half the time.

    It would take address and headers to pieces again and again, which for a small call
    is a good part of all there is to do.
    """
    import httpx2

    outgoing = command.outgoing
    merged = {name.lower(): (name, value) for name, value in common}
    merged |= {name.lower(): (name, value) for name, value in headers.items()}
    if b"host" not in merged:
        merged[b"host"] = b"Host", _host(_origin(outgoing.url))
    request = httpx2.Request(
        outgoing.method,
        outgoing.url,
        headers=[*merged.values()],
        cookies=cookies,
        stream=httpx2.ByteStream(data or b""),
        extensions={"timeout": command.deadline},
    )
    request.read()
    return request


@functools.cache
def _own_classes() -> tuple[type[AnyClient], ...]:
    """The clients that build requests as httpx2 does."""
    import httpx2

    return httpx2.Client, httpx2.AsyncClient


def _origin(url: str) -> str:
    """An address without its path and query."""
    end = url.find("/", url.find("//") + 2)
    return (url if end < 0 else url[:end]).partition("?")[0]


@functools.lru_cache(maxsize=16)
def _host(origin: str) -> bytes:
    """The ``Host`` header of an address; most calls of a program have the same."""
    import httpx2

    return httpx2.URL(origin).netloc


def _framing(length: int | None) -> dict[bytes, bytes]:
    """The header that says where a body ends."""
    if length is None:
        return {b"Transfer-Encoding": b"chunked"}
    return {b"Content-Length": b"%d" % length}


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
    headers, encoding = response.headers, response.headers.encoding
    pairs = [(key.decode(encoding), one.decode(encoding)) for key, one in headers.raw]
    return Reply(response.status_code, Headers(pairs), content)


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


def _pieces(response: httpx2.Response) -> Iterator[bytes]:
    """The body as it comes, its encoding undone if it has one.

    A transport of the user may bring an answer that was read already.
    """
    whole = response.is_stream_consumed or "content-encoding" in response.headers
    return response.iter_bytes() if whole else response.iter_raw()


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
            for chunk in _pieces(response):
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
