"""Exchanging requests for answers in async calls: read whole, or as they come."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from typing import TYPE_CHECKING

from . import transport
from .gathering import Gathering
from .timing import Timing
from .views import Headers
from .wire import Failure, Open, Opened, Read, Reply, Send, late

if TYPE_CHECKING:
    import httpx2

    from .bodies import Payload

__all__ = ["chunks_of", "open_body", "read", "send", "wait"]


async def wait(timing: Timing, seconds: float) -> None:
    """Wait, on the event loop that runs."""
    if timing.sleep is not None:
        timing.sleep(seconds)
        return
    import anyio  # what httpx2 itself waits with, on asyncio and others

    await anyio.sleep(seconds)


async def send(client: httpx2.AsyncClient, command: Send) -> Reply | Failure:
    """Send a request and read the whole answer, as long as there is time."""
    import anyio

    try:
        with anyio.fail_after(command.deadline.left()):
            return await _read_whole(command, await _answer(client, command))
    except TimeoutError:
        return late()
    except Exception as error:
        return transport.failure(error)


async def open_body(client: httpx2.AsyncClient, command: Open) -> Reply | Failure:
    """Send a request; read the answer only where it is not one to be kept open."""
    import anyio

    try:
        with anyio.fail_after(command.deadline.left()):
            return await _leave_open(client, command)
    except TimeoutError:
        return late()
    except Exception as error:
        return transport.failure(error)


async def read(command: Read) -> bytes | Failure | None:
    """More of an open body; None at its end."""
    body: AsyncGenerator[bytes] = command.opened.body
    try:
        return await anext(body, None)
    except Exception as error:
        return transport.failure(error)


async def chunks_of(payload: Payload) -> AsyncIterator[bytes]:
    """The body of a request in chunks, some of which may come from async iterators.

    Raises:
        ApiError: It was read before and cannot be rewound.
    """
    for piece in payload.async_pieces():
        if isinstance(piece, bytes):
            yield piece
        else:
            chunks, write = piece
            async for chunk in chunks:
                yield write(chunk)


async def _read_whole(
    command: Send | Open, response: httpx2.Response
) -> Reply | Failure:
    gathering = Gathering(command, response)
    try:
        async for chunk in response.aiter_bytes():
            stopped = gathering.take(chunk)
            if stopped is not None:
                return stopped
    finally:
        await response.aclose()
    return gathering.reply()


async def _leave_open(client: httpx2.AsyncClient, command: Open) -> Reply | Failure:
    response = await _answer(client, command)
    if not command.keeps(response.status_code):
        return await _read_whole(command, response)
    headers = transport.headers_of(response)
    body = _chunks(response, headers)
    await anext(body)  # from here on it closes the answer when closed or forgotten
    return Opened(response.status_code, headers, body)


async def _chunks(response: httpx2.Response, headers: Headers) -> AsyncGenerator[bytes]:
    try:
        yield b""
        async for chunk in response.aiter_bytes():
            yield chunk
        transport.check_whole(response, headers)
    finally:
        await response.aclose()


async def _answer(client: httpx2.AsyncClient, command: Send | Open) -> httpx2.Response:
    """The answer, its body not read yet."""
    return await client.send(
        transport.build(client, command),
        stream=True,
        auth=transport.credentials(client, command.outgoing),
        follow_redirects=False,
    )
