"""What a fake client was told to answer, and the calls it has recorded."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

from .answers import Answers
from .arguments import Arguments
from .constraints import package_limits
from .examples import Examples, Sampler
from .operation import Operation
from .recorded import Call, Reading, given_freely, read, vars_of
from .scribe import Scribe
from .settings import Types
from .views import Headers, RequestInfo
from .wire import Failure, Reply, Timing

__all__ = ["FREE", "Stage"]


class _Started:
    """A call on its way: what is called, and what it is answered once it is sent.

    ``reading`` is None for ``client.request``.
    """

    __slots__ = ("arguments", "name", "operation", "outcome", "reading", "returns")

    def __init__(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        returns: Any,
        name: str,
        reading: Reading | None,
    ) -> None:
        self.operation = operation
        self.arguments = arguments
        self.returns = returns
        self.name = name
        self.reading = reading
        self.outcome: Reply | Failure | None = None

    def given(self) -> dict[str, Any]:
        """The arguments by the names of the method."""
        if self.reading is None:
            return given_freely(self.operation, self.arguments)
        return self.reading.given(self.arguments)


FREE = Operation[Any]("GET", "/")
"""Stands for all that ``client.request`` calls."""

_current: ContextVar[_Started] = ContextVar("current")
"""The call that the next request in this thread or task belongs to."""


class Stage:
    """What a fake client was told and has recorded."""

    def __init__(self, package: str, examples: Examples) -> None:
        self._package = package
        self.calls: list[Call] = []
        self._scribe = Scribe(Types(package), Sampler(examples, package_limits()))
        self._told: dict[Operation[Any], Answers[Any]] = {}
        self._lock = threading.RLock()
        self._waited = 0.0

    def timing(self) -> Timing:
        """A clock on which waiting takes no time."""
        return Timing(
            now=lambda: time.monotonic() + self._waited,
            wall=lambda: time.time() + self._waited,
            sleep=self._wait,
            random=lambda: 0.5,
        )

    def _wait(self, seconds: float) -> None:
        with self._lock:
            self._waited += seconds

    def tell(self, name: str, operation: Operation[Any]) -> Answers[Any]:
        """Begin anew what an operation answers."""
        made = Answers[Any](name, operation, self._scribe)
        with self._lock:
            self._told[operation] = made
        return made

    def begin(
        self,
        client: object,
        operation: Operation[Any],
        arguments: Arguments,
        returns: Any,
    ) -> None:
        """Note which call the next request belongs to."""
        name, reading = self._method(client, operation)
        _current.set(_Started(operation, arguments, returns, name, reading))

    def answer(
        self, method: str, url: str, headers: Headers, content: bytes
    ) -> Reply | Failure:
        """Record a call, and answer it; all its requests are answered alike."""
        started = _current.get()
        if started.outcome is not None:
            return started.outcome
        operation = started.operation
        info = RequestInfo(
            method=method, url=url, headers=headers, operation=operation.name
        )
        made = Call(started.name, started.given(), info, content)
        with self._lock:
            self.calls.append(made)
            told = self._told.get(operation if started.reading else FREE)
            answer = None if told is None else told.take()
        if answer is not None:
            started.outcome = answer(made)
        elif started.returns is not None:
            started.outcome = self._scribe.decodable(started.returns)
        else:
            started.outcome = self._scribe.example(operation)
        return started.outcome

    def _method(
        self, client: object, operation: Operation[Any]
    ) -> tuple[str, Reading | None]:
        """The method that calls an operation, as ``jobs.get``, and how it does."""
        for name, owner in (("", client), *vars(client).items()):
            if owner is not client and vars_of(owner).get("_client") is not client:
                continue
            for own, function in self._functions(owner):
                reading = read(function)
                if reading is not None and reading.operation is operation:
                    return f"{name}.{own}" if name else own, reading
        return "request", None

    def _functions(self, owner: object) -> Iterator[tuple[str, Callable[..., Any]]]:
        """The generated methods of a resource or client."""
        homes = (f"{self._package}.client", f"{self._package}.resources.")
        for cls in type(owner).__mro__:
            for name, value in vars(cls).items():
                if (
                    callable(value)
                    and name[0] != "_"
                    and cls.__module__.startswith(homes)
                ):
                    yield name, value
