"""What a fake client was told to answer, and the calls it has recorded."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from types import FunctionType, ModuleType
from typing import Any
from weakref import WeakKeyDictionary

from .answers import Answers
from .arguments import Arguments
from .constraints import package_limits
from .examples import Examples, Sampler
from .operation import Operation
from .recorded import Call, Reading, given_freely, read
from .scribe import Scribe
from .settings import Types
from .views import Headers, RequestInfo
from .wire import Failure, Reply, Timing

__all__ = ["FREE", "Stage"]


FREE = Operation[Any]("GET", "/")
"""Stands for all that ``client.request`` calls."""

_NOT_FOUND = 404


class Stage:
    """What a fake client was told and has recorded."""

    def __init__(self, package: str, examples: Examples) -> None:
        self._package = package
        self.calls: list[Call] = []
        self._scribe = Scribe(Types(package), Sampler(examples, package_limits()))
        self._told: dict[Operation[Any], Answers[Any]] = {}
        self._lock = threading.RLock()
        self._outcomes = WeakKeyDictionary[Arguments, Reply | Failure]()
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

    def answer(
        self,
        call: tuple[Operation[Any], Arguments] | None,
        request: RequestInfo,
        content: bytes,
    ) -> Reply | Failure:
        """Record a call, and answer it; all its requests are answered alike."""
        if call is None:  # a redirect that was told, and leads nowhere
            return Reply(_NOT_FOUND, Headers(), b"")
        operation, arguments = call
        known = self._outcomes.get(arguments)
        if known is not None:
            return known
        name, reading = self._method(operation)
        given = reading.given if reading else partial(given_freely, operation)
        made = Call(name, given(arguments), request, content)
        with self._lock:
            self.calls.append(made)
            told = self._told.get(operation if reading else FREE)
            answer = None if told is None else told.take()
        outcome = answer(made) if answer else self._scribe.example(operation)
        with self._lock:
            self._outcomes[arguments] = outcome
        return outcome

    def _method(self, operation: Operation[Any]) -> tuple[str, Reading | None]:
        """The method that calls an operation, as ``jobs.get``, and how it does."""
        client, resources = f"{self._package}.client", f"{self._package}.resources."
        for name, module in [*sys.modules.items()]:
            if name != client and not name.startswith(resources):
                continue
            for own, function in _methods(module):
                reading = read(function)
                if reading is not None and reading.operation is operation:
                    owner = name.removeprefix(resources)
                    return own if name == client else f"{owner}.{own}", reading
        return "request", None


def _methods(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The generated methods of the clients or resources in a module."""
    for cls in vars(module).values():
        if isinstance(cls, type) and cls.__module__ == module.__name__:
            for name, value in vars(cls).items():
                if isinstance(value, FunctionType) and not name.startswith("_"):
                    yield name, value
