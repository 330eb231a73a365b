"""What the async client does for credentials that are asked for, or taken in turns."""

from __future__ import annotations

import inspect

import anyio  # what httpx2 itself waits with, on asyncio and others

from .wire import Ask, Turn

__all__ = ["serve"]

_FIRST = 0.001
_LONGEST = 0.05


async def serve(command: Ask | Turn) -> None:
    """Call the user's function, and wait for what it gives; or wait for the lock.

    Threads and other event loops may hold the lock, so it is looked at again and again:
    a few times while a token is issued, which is seldom.
    """
    match command:
        case Ask():
            told = command.function()
            command.answer = await told if inspect.isawaitable(told) else told
        case Turn():
            pause = _FIRST
            while not command.lock.acquire(blocking=False):
                if command.deadline.over:
                    return
                await anyio.sleep(pause)
                pause = min(2 * pause, _LONGEST)
            command.taken = True
