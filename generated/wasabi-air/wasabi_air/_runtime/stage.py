"""What a fake client was told to answer, and the calls it has recorded."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary, WeakSet

from .answers import Answers
from .arguments import Arguments
from .constraints import package_limits
from .examples import Examples, Sampler
from .methods import How, Method, find
from .operation import Operation
from .recorded import Call, given_freely
from .scribe import Scribe
from .settings import Types
from .timing import Timing
from .views import Headers, RequestInfo
from .wire import Failure, Open, Reply, Send

__all__ = ["FREE", "Scribes", "Stage"]

Scribes: TypeAlias = Mapping[How, type[Scribe]]
"""What writes answers, by how they are taken."""

_Key: TypeAlias = tuple[Operation[Any], bool]
"""An operation, and whether its answer is read as it comes."""

FREE: _Key = Operation[Any]("GET", "/"), False
"""Stands for all that ``client.request`` calls."""

_NOT_FOUND = 404


class Stage:
    """What a fake client was told and has recorded."""

    def __init__(
        self,
        package: str,
        examples: Examples,
        scribes: Scribes,
    ) -> None:
        """Take what writes the answers that are not taken whole, if there are any."""
        self._package = package
        self.calls: list[Call] = []
        written = Types(package), Sampler(examples, package_limits())
        self._scribes: Mapping[How, Scribe] = {
            "call": Scribe(*written),
            **{how: scribe(*written) for how, scribe in scribes.items()},
        }
        self._told: dict[_Key, Answers[Any]] = {}
        self._lock = threading.RLock()
        self._outcomes = WeakKeyDictionary[Arguments, Reply | Failure]()
        self._last = WeakSet[Arguments]()
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

    def tell(self, name: str, method: Method | None) -> Answers[Any]:
        """Begin anew what a method answers; None is ``client.request``."""
        key = FREE if method is None else (method.operation, method.how != "call")
        scribe = self._scribes["call" if method is None else method.how]
        made = Answers[Any](name, key[0], scribe)
        with self._lock:
            self._told[key] = made
        return made

    def answer(
        self, command: Send | Open, request: RequestInfo, content: bytes
    ) -> Reply | Failure:
        """Record a call, and answer it; all its requests are answered alike."""
        if command.outgoing.call is None:  # a redirect that was told; it leads nowhere
            return Reply(_NOT_FOUND, Headers(), b"")
        operation, arguments = command.outgoing.call
        known = self._outcomes.get(arguments)
        if known is not None:
            return known
        opened = isinstance(command, Open)
        found = find(self._package, operation, opened=opened)
        if found is None:
            key: _Key = FREE
            how: How = "call"
            made = Call("request", given_freely(operation, arguments), request, content)
        else:
            name, method = found
            key, how = (operation, opened), method.how
            made = Call(name, method.given(arguments), request, content)
        with self._lock:
            self.calls.append(made)
            told = self._told.get(key)
            taken = None if told is None else told.take()
        answer, ends = (None, True) if taken is None else taken
        outcome = answer(made) if answer else self._scribes[how].example(operation)
        with self._lock:
            self._outcomes[arguments] = outcome
            if ends:
                self._last.add(arguments)
        return outcome

    def goes_on(self, arguments: Arguments) -> bool:
        """Whether a list may go on after the page that was asked for so.

        It ends with what was made up or told last, whatever that says: examples of
        single pages do not know of each other.
        """
        with self._lock:
            return arguments not in self._last
