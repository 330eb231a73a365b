"""The way to an open body in async calls."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from . import transport
from .views import Headers
from .wire import Failure, Open, Opened, Read, Reply

if TYPE_CHECKING:
    import httpx2

__all__ = ["open_body", "read"]


async def open_body(client: httpx2.AsyncClient, command: Open) -> Reply | Failure:
    """Send a request; read the answer only where it is not one to be kept open."""
    import anyio

    try:
        with anyio.fail_after(command.deadline.left()):
            return await _exchange(client, command)
    except TimeoutError:
        return transport.late()
    except Exception as error:
        known = transport.failure(error)
        if known is None:
            raise
        return known


async def _exchange(client: httpx2.AsyncClient, command: Open) -> Reply:
    response = await client.send(
        transport.build(client, command),
        stream=True,
        auth=transport.credentials(client, command.outgoing),
        follow_redirects=False,
    )
    if not command.keeps(response.status_code):
        try:
            return transport.reply(response, await response.aread())
        finally:
            await response.aclose()
    body = _chunks(response)
    await anext(body)  # from here on it closes the answer when closed or forgotten
    return Opened(response.status_code, Headers(response.headers.multi_items()), body)


async def _chunks(response: httpx2.Response) -> AsyncGenerator[bytes]:
    try:
        yield b""
        async for chunk in response.aiter_bytes():
            yield chunk
        transport.check_length(response)
    finally:
        await response.aclose()


async def read(command: Read) -> bytes | Failure | None:
    """More of an open body; None at its end."""
    body: AsyncGenerator[bytes] = command.opened.body
    try:
        return await anext(body, None)
    except Exception as error:
        known = transport.failure(error)
        if known is None:
            raise
        return known
