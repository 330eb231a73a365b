"""Exchanging requests for answers in sync calls: read whole, or as they come."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from . import transport
from .gathering import Gathering
from .views import Headers
from .wire import Failure, Open, Opened, Read, Reply, Send

if TYPE_CHECKING:
    import httpx2

__all__ = ["open_body", "read", "send"]


def send(client: httpx2.Client, command: Send) -> Reply | Failure:
    """Send a request and read the whole answer, as long as there is time."""
    try:
        return _read_whole(command, _answer(client, command))
    except Exception as error:
        return transport.failure(error)


def open_body(client: httpx2.Client, command: Open) -> Reply | Failure:
    """Send a request; read the answer only where it is not one to be kept open."""
    try:
        response = _answer(client, command)
        if not command.keeps(response.status_code):
            return _read_whole(command, response)
    except Exception as error:
        return transport.failure(error)
    headers = transport.headers_of(response)
    body = _chunks(response, headers)
    next(body)  # from here on it closes the answer when it is closed or forgotten
    return Opened(response.status_code, headers, body)


def read(command: Read) -> bytes | Failure | None:
    """More of an open body; None at its end."""
    body: Generator[bytes] = command.opened.body
    try:
        return next(body, None)
    except Exception as error:
        return transport.failure(error)


def _read_whole(command: Send | Open, response: httpx2.Response) -> Reply | Failure:
    gathering = Gathering(command, response)
    try:
        for chunk in _pieces(response, gathering.headers):
            stopped = gathering.take(chunk)
            if stopped is not None:
                return stopped
    finally:
        response.close()
    return gathering.reply()


def _answer(client: httpx2.Client, command: Send | Open) -> httpx2.Response:
    """The answer, its body not read yet."""
    return client.send(
        transport.build(client, command),
        stream=True,
        auth=transport.credentials(client, command.outgoing),
        follow_redirects=False,
    )


def _pieces(response: httpx2.Response, headers: Headers) -> Iterator[bytes]:
    """The body as it comes, its encoding undone if it has one.

    A transport of the user may bring an answer that was read already.
    """
    whole = response.is_stream_consumed or "content-encoding" in headers
    return response.iter_bytes() if whole else response.iter_raw()


def _chunks(response: httpx2.Response, headers: Headers) -> Generator[bytes]:
    try:
        yield b""
        yield from _pieces(response, headers)
        transport.check_whole(response, headers)
    finally:
        response.close()
