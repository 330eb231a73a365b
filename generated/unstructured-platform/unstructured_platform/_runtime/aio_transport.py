"""Requests and waiting, on the event loop that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import transport
from .wire import Failure, Reply, Send, Timing

if TYPE_CHECKING:
    import httpx2

__all__ = ["send", "wait"]


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
            return await _exchange(client, command)
    except TimeoutError:
        return transport.late()
    except Exception as error:
        known = transport.failure(error)
        if known is None:
            raise
        return known


async def _exchange(client: httpx2.AsyncClient, command: Send) -> Reply | Failure:
    response = await client.send(
        transport.build(client, command),
        stream=True,
        auth=transport.credentials(client, command.outgoing),
        follow_redirects=False,
    )
    try:
        chunks: list[bytes] = []
        async for chunk in response.aiter_bytes():
            chunks.append(chunk)
            if command.deadline.over:
                return transport.late()
    finally:
        await response.aclose()
    return transport.reply(response, b"".join(chunks))
