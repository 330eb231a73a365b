"""Being told to end: as an exception, so that what has begun is undone."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

__all__ = ["Terminated", "held_back", "terminable"]

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")
"""What asks a process to end, as far as a system has it."""


class Terminated(BaseException):
    """A signal of this number has asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def terminable() -> Generator[None, None, None]:
    """Signals that would end the process at once raise Terminated inside.

    Only the first does: what it lets end in order is not to be cut short. Those that
    are ignored or handled, as Python does an interrupt, stay so. For the main thread of
    a program of ours: the signals of others are theirs.
    """
    taken = [one for one in _signals() if signal.getsignal(one) == signal.SIG_DFL]
    for one in taken:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in taken:
            signal.signal(one, signal.SIG_DFL)


@contextmanager
def held_back() -> Generator[None, None, None]:
    """A signal that would raise an exception inside does so afterwards."""
    # Imported here: a run without further processes has no use for it.
    from threading import current_thread, main_thread  # noqa: PLC0415

    if current_thread() is not main_thread():
        yield
        return
    came: list[int] = []
    before = {
        one: signal.signal(one, lambda number, frame: came.append(number))
        for one in _signals()
        if callable(signal.getsignal(one))
    }
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        for number in came[:1]:
            signal.raise_signal(number)


def _end(number: int, frame: FrameType | None) -> None:
    for one in _signals():
        if signal.getsignal(one) is _end:
            signal.signal(one, _wait)
    raise Terminated(number)


def _wait(number: int, frame: FrameType | None) -> None:
    """Not SIG_IGN: Python complains of one that has come but not been told yet."""


def _signals() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _NAMES if hasattr(signal, name)]
