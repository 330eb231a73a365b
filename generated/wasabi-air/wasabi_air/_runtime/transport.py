"""The one file that knows httpx2: connections, requests, and what its errors mean."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from .views import Headers, whole_number
from .wire import Failure, Open, Outgoing, Send

if TYPE_CHECKING:
    import ssl

    import httpx2

    from .bodies import Payload

    AnyClient: TypeAlias = httpx2.Client | httpx2.AsyncClient

__all__ = [
    "build",
    "check_whole",
    "credentials",
    "failure",
    "headers_of",
    "open_async",
    "open_sync",
    "trusted",
]


def trusted() -> ssl.SSLContext:
    """What connections trust where nothing else is said."""
    import httpx2

    return httpx2.create_ssl_context()


def open_sync(tls: ssl.SSLContext | None = None) -> httpx2.Client:
    """A new pool of connections."""
    import httpx2

    return httpx2.Client(timeout=None, verify=tls or True)


def open_async(tls: ssl.SSLContext | None = None) -> httpx2.AsyncClient:
    """A new pool of connections for async calls."""
    import httpx2

    return httpx2.AsyncClient(timeout=None, verify=tls or True)


def build(client: AnyClient, command: Send | Open) -> httpx2.Request:
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
    headers |= outgoing.framing
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
    request.extensions["command"] = command
    if data is None and payload is not None:
        request.stream = _stream(payload)
    shown = outgoing.redactor.url(outgoing.url)
    if shown != outgoing.url:
        request.url = _quiet()(request.url, shown)
    return request


def _request(
    command: Send | Open,
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


def _stream(payload: Payload) -> Any:
    """A body httpx2 reads in chunks, in sync and async calls alike."""
    import httpx2

    class Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return payload.chunks()

        def __aiter__(self) -> AsyncIterator[bytes]:
            from .aio_transport import chunks_of

            return chunks_of(payload)

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


def headers_of(response: httpx2.Response) -> Headers:
    """The headers of an answer, named as they came."""
    headers, encoding = response.headers, response.headers.encoding
    pairs = [(key.decode(encoding), one.decode(encoding)) for key, one in headers.raw]
    return Headers(pairs)


def _breaks_off(response: httpx2.Response) -> bool:
    """Whether a body was compressed and has no end: httpx2 takes what came for all."""
    inner: object = getattr(response, "_decoder", None)
    while inner is not None and not hasattr(inner, "eof"):
        inner = getattr(inner, "decompressor", None)
    return getattr(inner, "eof", True) is False


def failure(error: Exception) -> Failure:
    """What an exception of the transport means; another one is raised again."""
    import ssl

    import httpx2

    # A handshake that the server refuses late comes as it is in async calls.
    if not isinstance(error, (httpx2.HTTPError, httpx2.InvalidURL, ssl.SSLError)):
        raise error
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


def credentials(client: Any, outgoing: Outgoing) -> Any:
    """The client's own authentication, which another origin must not get."""
    return None if outgoing.foreign else client.auth


def check_whole(response: httpx2.Response, headers: Headers) -> None:
    """Refuse a body that ended before its announced length (RFC 9112, section 8).

    Raises:
        httpx2.RemoteProtocolError: It is shorter, or its compression has no end.
    """
    told = whole_number(headers.get("content-length", ""))
    came = response.num_bytes_downloaded
    said = ""
    if response.request.method == "HEAD" or not came:
        return
    if told is not None and came < told:
        said = f"{came} of {told} bytes came"
    elif "content-encoding" in headers and _breaks_off(response):
        said = "the compressed body breaks off"
    if said:
        import httpx2

        raise httpx2.RemoteProtocolError(said)
