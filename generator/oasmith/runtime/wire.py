"""What policy and transport say to each other. Policy does no I/O: it yields these."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from random import random as chance
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .views import RequestInfo

if TYPE_CHECKING:
    from .arguments import Arguments
    from .bodies import Payload
    from .operation import Operation
    from .redact import Redactor
    from .views import Headers

__all__ = ["Failure", "Flow", "Outgoing", "Reply", "Send", "Sleep", "Timing"]

T = TypeVar("T")

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


class Outgoing:
    """A request, ready to be sent; ``foreign`` ones go to another origin, bare.

    ``call`` is what was called and with which arguments.
    """

    __slots__ = (
        "_info",
        "call",
        "foreign",
        "headers",
        "method",
        "operation",
        "payload",
        "redactor",
        "url",
    )

    def __init__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        *,
        operation: str,
        redactor: Redactor,
        payload: Payload | None = None,
        foreign: bool = False,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.operation = operation
        self.redactor = redactor
        self.payload = payload
        self.foreign = foreign
        self.call: tuple[Operation[Any], Arguments] | None = None
        self._info: RequestInfo | None = None

    @property
    def info(self) -> RequestInfo:
        """The request as people may see it; made when someone looks."""
        made = self._info
        if made is None:
            made = self._info = RequestInfo(
                method=self.method,
                url=self.redactor.url(self.url),
                headers=self.redactor.headers(self.headers),
                operation=self.operation,
            )
        return made


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
