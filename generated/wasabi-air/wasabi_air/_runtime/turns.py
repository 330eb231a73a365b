"""What the sync client does for credentials that are asked for, or taken in turns."""

from __future__ import annotations

import inspect
import threading

from .errors import ConfigurationError
from .wire import Ask, Turn

__all__ = ["serve"]


def serve(command: Ask | Turn) -> None:
    """Call the user's function, or wait for the lock.

    Raises:
        ConfigurationError: The function is to be awaited.
    """
    match command:
        case Ask():
            command.answer = _told(command.function())
        case Turn():
            left = command.deadline.left()
            wait = -1 if left is None else min(left, threading.TIMEOUT_MAX)
            command.taken = command.lock.acquire(timeout=wait)


def _told(value: object) -> object:
    if inspect.isawaitable(value):
        if inspect.iscoroutine(value):
            value.close()
        raise ConfigurationError("a coroutine function was given: use the async client")
    return value
