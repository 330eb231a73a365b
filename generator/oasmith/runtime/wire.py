"""What policy and transport say to each other. Policy does no I/O: it yields these."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from random import random as chance
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .arguments import Arguments
    from .bodies import Payload
    from .operation import Operation
    from .views import Headers, RequestInfo

__all__ = ["Failure", "Flow", "Outgoing", "Reply", "Send", "Sleep", "Timing"]

T = TypeVar("T")


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
        self._now = now
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
        left = self.left()
        return None if left is None else max(left, 0.001)

    def __iter__(self) -> Generator[str]:
        """The phases."""
        yield from ("connect", "read", "write", "pool")

    def __len__(self) -> int:
        """How many phases there are."""
        return 4


class Outgoing:
    """A request, ready to be sent; ``foreign`` ones go to another origin, bare.

    ``call`` is what was called and with which arguments.
    """

    __slots__ = ("call", "foreign", "headers", "info", "method", "payload", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        info: RequestInfo,
        payload: Payload | None = None,
        foreign: bool = False,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.info = info
        self.payload = payload
        self.foreign = foreign
        self.call: tuple[Operation[Any], Arguments] | None = None


class Send:
    """Asks the shell to send a request and read the whole answer."""

    __slots__ = ("deadline", "outgoing")

    def __init__(self, outgoing: Outgoing, deadline: Deadline) -> None:
        self.outgoing = outgoing
        self.deadline = deadline


class Sleep:
    """Asks the shell to wait."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Reply:
    """An answer, read whole."""

    __slots__ = ("content", "headers", "status")

    def __init__(self, status: int, headers: Headers, content: bytes) -> None:
        self.status = status
        self.headers = headers
        self.content = content


class Failure:
    """No answer: why, whether time ran out, and whether the server can have seen it."""

    __slots__ = ("error", "sent", "timeout")

    def __init__(self, error: Exception, *, sent: bool, timeout: bool) -> None:
        self.error = error
        self.sent = sent
        self.timeout = timeout


Flow: TypeAlias = Generator[Send | Sleep, Reply | Failure | None, T]
"""A call as policy sees it: asks to send or to wait, hears the outcome, gives ``T``."""
