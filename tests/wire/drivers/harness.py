"""Runs the checks of a driver with the synchronous and with the asynchronous client.

A driver is a program for an environment that has nothing but the client: plain asserts,
and a summary as JSON at the end. A check is written once, as a coroutine; for the
synchronous client the adapter below makes its answers awaitable.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import io
import json
import logging
import sys
import time
import traceback
from collections.abc import Callable, Coroutine, Generator, Mapping
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from httpx2._transports import default

# What connections trust is the same for all clients, and takes longer to read than
# most checks do.
default.create_ssl_context = functools.cache(default.create_ssl_context)

Check = Callable[["Stage"], Coroutine[Any, Any, None]]


class Control:
    """The server's control: faults to come, and the requests it has seen."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._open = build_opener(ProxyHandler({})).open

    def push(self, name: str, **details: Any) -> None:
        """Ask for a fault, or for an answer with a status and a body."""
        self._send("POST", "faults", {"name": name, **details})

    def reset(self) -> None:
        """Begin anew: no data, no requests, no faults; let go of what is slow."""
        self._send("POST", "reset", {})

    def forget(self) -> None:
        """Forget the requests so far."""
        self._send("POST", "forget", {})

    def requests(self) -> list[dict[str, Any]]:
        """What the server was asked so far."""
        seen: list[dict[str, Any]] = self._send("GET", "requests")
        return seen

    def request(self) -> dict[str, Any]:
        """The one request the server has seen."""
        seen = self.requests()
        assert len(seen) == 1, seen
        return seen[0]

    def _send(self, method: str, name: str, value: object = None) -> Any:
        data = None if value is None else json.dumps(value).encode()
        headers = {"content-type": "application/json"}
        address = f"{self.url}/__control__/{name}"
        asked = Request(address, data=data, method=method, headers=headers)
        with self._open(asked, timeout=30) as answer:
            content = answer.read()
        return json.loads(content) if content else None


class Settled:
    """A value that can be awaited."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, None, Any]:
        yield from ()
        return self._value


class Blocking:
    """A synchronous client or resource whose methods can be awaited."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        if name == "with_options":
            return lambda **options: Blocking(found(**options))
        if callable(found):
            return lambda *words, **named: Settled(found(*words, **named))
        return Blocking(found)

    def __repr__(self) -> str:
        return repr(self._target)


class Stage:
    """What a check works with: the server's control, and clients, closed at the end."""

    def __init__(self, server: Control, make: Callable[..., Any], mode: str) -> None:
        self.server = server
        self.mode = mode
        self._make = make
        self._opened: list[Any] = []

    def client(self, **settings: Any) -> Any:
        """A client of the mode at hand; for the server, unless told another."""
        client = self._make(**{"base_url": self.server.url, **settings})
        self._opened.append(client)
        return client if self.mode == "async" else Blocking(client)

    async def close(self) -> None:
        """Close all clients."""
        for client in self._opened:
            closed = client.close()
            if inspect.isawaitable(closed):
                await closed


class Raised:
    """Expects an error of a class and keeps it as ``error``."""

    def __init__(self, kind: type[BaseException]) -> None:
        self.kind = kind
        self.error: Any = None

    def __enter__(self) -> Raised:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: Any, _: Any) -> bool:
        assert error is not None, f"no {self.kind.__name__} was raised"
        self.error = error
        return isinstance(error, self.kind)


class Heard:
    """Everything that is logged within the block, as text."""

    def __init__(self) -> None:
        self._stream = io.StringIO()
        self._handler = logging.StreamHandler(self._stream)
        self._root = logging.getLogger()

    @property
    def text(self) -> str:
        return self._stream.getvalue()

    def __enter__(self) -> Heard:
        self._level = self._root.level
        self._root.addHandler(self._handler)
        self._root.setLevel(logging.DEBUG)
        return self

    def __exit__(self, *_: object) -> None:
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._level)


def checks_of(namespace: Mapping[str, Any]) -> list[Check]:
    """The checks of a driver: its coroutine functions that take a stage."""
    return [
        member
        for name, member in namespace.items()
        if inspect.iscoroutinefunction(member)
        and not name.startswith("_")
        and list(inspect.signature(member).parameters) == ["stage"]
    ]


async def _perform(check: Check, stage: Stage) -> None:
    try:
        await check(stage)
    finally:
        stage.server.reset()
        await stage.close()


def main(
    namespace: Mapping[str, Any],
    make: Mapping[str, Callable[..., Any]],
) -> None:
    """Run every check in every mode against the server named on the command line."""
    server = Control(sys.argv[1])
    passed: dict[str, float] = {}
    failed: dict[str, str] = {}
    for mode, factory in make.items():
        for check in checks_of(namespace):
            name = f"{mode}: {check.__name__}"
            server.reset()
            begin = time.monotonic()
            try:
                asyncio.run(_perform(check, Stage(server, factory, mode)))
            except Exception:
                failed[name] = traceback.format_exc(limit=-6)
            else:
                passed[name] = round(time.monotonic() - begin, 3)
    print(json.dumps({"passed": passed, "failed": failed}))
