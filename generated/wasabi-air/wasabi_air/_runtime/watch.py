"""How a caller waits, and the state of waiting for one thing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .arguments import Arguments
from .backoff import retry_after
from .failures import own_class
from .modeling import Model
from .settings import Settings
from .shape import shape_of
from .timing import Deadline
from .unset import Unset
from .views import RequestInfo, Response
from .wait_errors import WaitFailedError, WaitTimeoutError

if TYPE_CHECKING:
    from .waiting import Waiter

__all__ = ["Asking", "Watch", "attribute"]

T = TypeVar("T")

_GROWTH = 1.5
_LONGEST = 30.0
_LONGEST_ASKED = 3600.0
_LAST_CALL = 5.0
"""Seconds the call that is under way when the time is up may still take."""


class Watch(Generic[T]):
    """How a caller waits: for how long, how often, and who is told."""

    __slots__ = ("interval", "on_update", "progress", "timeout")

    def __init__(
        self,
        timeout: float | None,
        interval: float,
        on_update: Callable[[T], None] | None,
        progress: bool,
    ) -> None:
        if timeout is not None and not 0 < timeout < float("inf"):
            raise ValueError("timeout is a positive number of seconds, or None")
        if not 0 < interval < float("inf"):
            raise ValueError("interval is a positive number of seconds")
        self.timeout: float | None = timeout
        self.interval: float = interval
        self.on_update: Callable[[T], None] | None = on_update
        self.progress: bool = progress


class Asking:
    """The state of waiting for one thing."""

    def __init__(
        self, settings: Settings, waiter: Waiter[Any], watch: Watch[Any]
    ) -> None:
        self.settings = settings
        self.waiter = waiter
        self.watch = watch
        self.deadline = Deadline(settings.timing.now, watch.timeout)
        self.started = settings.timing.now()
        self.answers = 0
        self.last: Any = None
        self.state: str | None = None
        self.request: RequestInfo | None = None
        self._missed = ""

    def capped(self, arguments: Arguments) -> Arguments:
        """The arguments of a call that takes no more time than there is."""
        left = self.deadline.left()
        if left is None:
            return arguments
        options = arguments.options
        own = options.timeout
        usual = self.settings.timeout if isinstance(own, Unset) else own
        cap = max(left, _LAST_CALL)
        return Arguments(
            path=arguments.path,
            query=arguments.query,
            header=arguments.header,
            cookie=arguments.cookie,
            body=arguments.body,
            fields=arguments.fields,
            options=dataclasses.replace(
                options, timeout=cap if usual is None else min(cap, usual)
            ),
        )

    def hear(self, response: Response[Any]) -> str | None:
        """The state that an answer tells, and the caller is told of; None for none."""
        self.answers += 1
        self.request = response.request
        state = attribute(response.data, self.waiter.field)
        if not isinstance(state, str):
            if response.data is not None:
                self._miss(response.data)
            return None
        self.last, self.state = response.data, str(state)
        if self.watch.on_update is not None:
            self.watch.on_update(response.data)
        return self.state

    def _miss(self, data: Any) -> None:
        """Warn, once, of an answer that tells no state."""
        is_first, self._missed = not self._missed, on_the_wire(data, self.waiter.field)
        if is_first:
            self.settings.log.warning(
                "%s: the answer tells no state, as there is no text in %r; it is asked"
                " again until there is",
                self._asked,
                self._missed,
            )

    @property
    def shown(self) -> str:
        """The state, as people may see it."""
        return "no state yet" if self.state is None else self.state

    @property
    def _asked(self) -> str:
        """What was asked: the address where it is known, else the operation."""
        info = self.request
        if info is None:
            return self.waiter.operation.name
        return f"{info.method} {info.url}"

    def pause(self, response: Response[Any]) -> float:
        """Seconds until the next question: as asked, else longer each time."""
        timing = self.settings.timing
        seconds = retry_after(response.headers, timing.wall)
        if not seconds:
            grown = self.watch.interval * _GROWTH ** min(self.answers - 1, 50)
            seconds = min(grown, max(_LONGEST, self.watch.interval))
            seconds *= 0.75 + 0.5 * timing.random()
        left = self.deadline.left()
        seconds = min(seconds, _LONGEST_ASKED if left is None else left)
        name = self.waiter.operation.name
        self.settings.log.debug(
            "%s: %s, asked again in %.2f s", name, self.state, seconds
        )
        return seconds

    def failure(self, response: Response[Any]) -> WaitFailedError:
        """The error for what ended otherwise than hoped."""
        cls = own_class(self.settings.api.package, WaitFailedError)
        field = ".".join(self.waiter.field)
        info = response.request
        return cls(
            f"{info.method} {info.url}: {field} is {self.state!r};"
            " .result is the whole answer",
            result=self.last,
            state=self.state or "",
            request=info,
        )

    def late(self) -> WaitTimeoutError:
        """The error for what takes too long."""
        cls = own_class(self.settings.api.package, WaitTimeoutError)
        wanted = " or ".join(map(repr, self.waiter.done))
        time = f"after {self.watch.timeout:g} seconds"
        if self.state is not None:
            field = ".".join(self.waiter.field)
            told = (
                f"{field} is still {self.state!r} {time} and not {wanted}; .last is the"
                " last answer: wait again, or give a larger timeout, or None for no"
                " limit"
            )
        elif self.answers:
            missed = self._missed or ".".join(self.waiter.field)
            told = (
                f"{time} there was never a text in {missed!r}, which would be"
                f" {wanted} at the end: the server may name it otherwise than its"
                " description does"
            )
        else:
            told = f"no answer came {time}: wait again, or give a larger timeout"
        return cls(
            f"{self._asked}: {told}",
            last=self.last,
            state=self.state,
            elapsed=self.settings.timing.now() - self.started,
        )


def attribute(value: Any, names: tuple[str, ...]) -> Any:
    """What a path of attributes leads to; None where it leads nowhere."""
    for name in names:
        value = getattr(value, name, None)
    return value


def on_the_wire(value: Any, names: tuple[str, ...]) -> str:
    """A path of attributes by the names that models give them on the wire."""
    wires: list[str] = []
    for name in names:
        rows = shape_of(type(value)).rows if isinstance(value, Model) else []
        wires.append(next((row.wire for row in rows if row.name == name), name))
        value = getattr(value, name, None)
    return ".".join(wires)
