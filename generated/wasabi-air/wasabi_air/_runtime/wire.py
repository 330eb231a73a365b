"""What policy and transport say to each other. Policy does no I/O: it yields these."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .views import RequestInfo

if TYPE_CHECKING:
    import threading

    from .arguments import Arguments
    from .bodies import Payload
    from .operation import Operation
    from .redact import Redactor
    from .timing import Deadline
    from .views import Headers

__all__ = [
    "Ask",
    "Command",
    "Failure",
    "Flow",
    "Item",
    "Open",
    "Opened",
    "Outgoing",
    "Read",
    "Reply",
    "Send",
    "Sleep",
    "Turn",
    "late",
    "once",
]

T = TypeVar("T")

_WITH_BODY = frozenset({"PATCH", "POST", "PUT", "QUERY"})
"""Methods that are expected to have a body, be it empty (RFC 9110, section 8.6)."""


class Outgoing:
    """A request, ready to be sent; ``foreign`` ones go to another origin, bare.

    ``call`` is what was called and with which arguments; None where a redirect leads.
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
        call: tuple[Operation[Any], Arguments] | None = None,
    ) -> None:
        self.method: str = method
        self.url: str = url
        self.headers: Mapping[str, str] = headers
        self.operation: str = operation
        self.redactor: Redactor = redactor
        self.payload: Payload | None = payload
        self.foreign: bool = foreign
        self.call: tuple[Operation[Any], Arguments] | None = call
        self._info: RequestInfo | None = None

    @property
    def framing(self) -> dict[bytes, bytes]:
        """The header that says where the body ends, if there is to be one."""
        payload = self.payload
        if payload is None and self.method not in _WITH_BODY:
            return {}
        length = 0 if payload is None else payload.length
        if length is None:
            return {b"Transfer-Encoding": b"chunked"}
        return {b"Content-Length": b"%d" % length}

    @property
    def replayable(self) -> bool:
        """Whether the body can be read a second time."""
        return self.payload is None or self.payload.replayable

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


class _Sending:
    """Asks the shell to send a request.

    ``limit`` is how large an answer that is read whole may be; None for no limit.
    """

    __slots__ = ("deadline", "limit", "outgoing")

    def __init__(
        self, outgoing: Outgoing, deadline: Deadline, limit: int | None
    ) -> None:
        self.outgoing: Outgoing = outgoing
        self.deadline: Deadline = deadline
        self.limit: int | None = limit


class Send(_Sending):
    """Asks the shell to send a request and read the whole answer."""

    __slots__ = ()


class Open(_Sending):
    """Asks the shell to send a request, and to leave the body of a success unread."""

    __slots__ = ()

    @staticmethod
    def keeps(status: int) -> bool:
        """Whether the body of an answer of this status is left unread."""
        return 200 <= status < 300


class Read:
    """Asks the shell for more of an open body: bytes, None at its end, or a failure."""

    __slots__ = ("opened",)

    def __init__(self, opened: Opened) -> None:
        self.opened: Opened = opened


class Item:
    """Gives the shell something for its caller."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value: Any = value


class Sleep:
    """Asks the shell to wait."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds: float = seconds


class Ask:
    """Asks the shell to call a function of the user's, and to keep its ``answer``.

    In async clients it may be a coroutine function.
    """

    __slots__ = ("answer", "function")

    def __init__(self, function: Callable[[], object]) -> None:
        self.function: Callable[[], object] = function
        self.answer: object = None


class Turn:
    """Asks the shell for a lock; ``taken`` says whether it came before the deadline.

    It is a lock of threads in async calls too, so that it holds on every event loop.
    """

    __slots__ = ("deadline", "lock", "taken")

    def __init__(self, lock: threading.Lock, deadline: Deadline) -> None:
        self.lock: threading.Lock = lock
        self.deadline: Deadline = deadline
        self.taken: bool = False


class Reply:
    """An answer, read whole."""

    __slots__ = ("content", "headers", "status")

    def __init__(self, status: int, headers: Headers, content: bytes) -> None:
        self.status: int = status
        self.headers: Headers = headers
        self.content: bytes = content


class Opened(Reply):
    """An answer whose body is still to come: ``body`` is the shell's way to it."""

    __slots__ = ("body",)

    def __init__(self, status: int, headers: Headers, body: Any) -> None:
        super().__init__(status, headers, b"")
        self.body: Any = body


class Failure:
    """No answer: why, whether time ran out, and whether the server can have seen it."""

    __slots__ = ("error", "sent", "timeout")

    def __init__(self, error: Exception, *, sent: bool, timeout: bool) -> None:
        self.error: Exception = error
        self.sent: bool = sent
        self.timeout: bool = timeout


def late() -> Failure:
    """The failure of an answer that comes too slowly."""
    return Failure(TimeoutError("the answer came too slowly"), sent=True, timeout=True)


Command: TypeAlias = Send | Open | Sleep | Ask | Turn

Flow: TypeAlias = Generator[Command, Reply | Failure | None, T]
"""A call as policy sees it: asks to send or to wait, hears the outcome, gives ``T``."""


def once(command: Command) -> Flow[Reply | Failure | None]:
    """A flow of one command: its outcome."""
    return (yield command)
