"""The time a call has, and the clocks that tell it."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from random import random as chance

__all__ = ["Deadline", "Timing"]

_MOMENT = 0.001


class Timing:
    """The clock, and how to wait; tests bring their own."""

    __slots__ = ("now", "random", "sleep", "wall")

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        sleep: Callable[[float], None] | None = None,
        random: Callable[[], float] = chance,
    ) -> None:
        """Take a monotonic clock, the time of day, a way to wait, and chance."""
        self.now: Callable[[], float] = now
        self.wall: Callable[[], float] = wall
        self.sleep: Callable[[float], None] | None = sleep
        self.random: Callable[[], float] = random


class Deadline(Mapping[str, float | None]):
    """Seconds left of a call, as the timeouts of each phase of one attempt.

    The transport asks when it begins to connect, to write or to read, so each phase
    gets what is left then and not what was left at the start.
    """

    __slots__ = ("_ends", "_now")

    def __init__(self, now: Callable[[], float], timeout: float | None) -> None:
        self._now: Callable[[], float] = now
        self._ends = None if timeout is None else now() + timeout

    def left(self) -> float | None:
        """Seconds left, never negative; None where there is no limit."""
        return None if self._ends is None else max(self._ends - self._now(), 0.0)

    @property
    def over(self) -> bool:
        """Whether none are left."""
        return self._ends is not None and self._now() >= self._ends

    def __getitem__(self, phase: str) -> float | None:
        """What is left for a phase; never zero, which sockets take for no limit."""
        return self.get(phase)

    def get(self, phase: str, default: object = None) -> float | None:
        """The same, for so the transport asks, and many times a call."""
        if self._ends is None:
            return None
        left = self._ends - self._now()
        return left if left > _MOMENT else _MOMENT

    def __iter__(self) -> Generator[str]:
        """The phases."""
        yield from ("connect", "read", "write", "pool")

    def __len__(self) -> int:
        """How many phases there are."""
        return 4
