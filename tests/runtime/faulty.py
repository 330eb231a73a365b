"""A generated client, sync and async, against the server that does much wrong."""

from __future__ import annotations

import asyncio
import inspect
import json
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any, TypeAlias
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.servers.asgi import serve_app
from tests.servers.entries import make_app
from tests.servers.misdeeds import Fault
from tests.soak.calls import Outcome, made, made_async
from tests.soak.plan import Work

__all__ = ["Caller", "address", "caller", "key"]

Clock: TypeAlias = Callable[[], float]

ENDLESS = 1_000
"""No list or stream has so many items."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve_app(make_app) as url:
        yield url


class Caller:
    """Makes calls with a client of one kind, or with one of their own."""

    def __init__(
        self, package: ModuleType, address: str, *, asynchronous: bool
    ) -> None:
        self.address = address
        self.package: Any = package
        self.asynchronous = asynchronous
        self._runner = asyncio.Runner()
        self._client = self.open()

    def open(self, wall: Clock = time.time, **settings: Any) -> Any:
        """A client whose retries do not make a test wait."""
        kind = "AsyncClient" if self.asynchronous else "Client"
        client = getattr(self.package, kind)(base_url=self.address, **settings)
        client._settings.timing.random = lambda: 0.0
        client._settings.timing.wall = wall
        return client

    def settled(self, found: Any) -> Any:
        """A result, awaited where it has to be."""

        async def waited() -> Any:
            return await found if inspect.isawaitable(found) else found

        return self._runner.run(waited()) if self.asynchronous else found

    def make(self, work: Work, **settings: Any) -> Outcome:
        """Make a planned call; with settings, by a client of its own."""
        client = self.open(**settings) if settings else self._client
        one: Callable[..., Any] = made_async if self.asynchronous else made
        try:
            outcome: Outcome = self.settled(one(self.package, client, work))
        finally:
            if settings:
                self.settled(client.close())
        return outcome

    def options(self, key: str, fault: Fault | None = None, **headers: str) -> Any:
        """The options of a call that names itself and asks for what it meets."""
        named = {f"x-{name}": value for name, value in headers.items()}
        struck = {} if fault is None else {"x-fault": str(fault)}
        return self.package.Options(headers={"x-call": key, **struck, **named})

    def take(self, use: Callable[[Any], Any], into: list[Any], **settings: Any) -> None:
        """Put the items of a list or stream into a list, as far as they come."""
        client = self.open(**settings) if settings else self._client

        def put(item: Any) -> None:
            into.append(item)
            assert len(into) < ENDLESS

        async def gather() -> None:
            async for item in use(client):
                put(item)

        try:
            if self.asynchronous:
                self._runner.run(gather())
            else:
                for item in use(client):
                    put(item)
        finally:
            if settings:
                self.settled(client.close())

    def flood(self, client: Any, use: Callable[[Any, int], Any], count: int) -> Any:
        """Make so many calls at once; what each returns or raises."""
        numbers = range(count)
        together = threading.Barrier(count)

        def one(number: int) -> Any:
            together.wait()
            try:
                return use(client, number)
            except self.package.ApiError as error:
                return error

        async def gather() -> Any:
            calls = [use(client, number) for number in numbers]
            return await asyncio.gather(*calls, return_exceptions=True)

        if self.asynchronous:
            return self._runner.run(gather())
        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(one, numbers))

    def told(self) -> Any:
        """What the server has to tell."""
        with build_opener(ProxyHandler({})).open(f"{self.address}/told") as answer:
            return json.load(answer)

    def effects(self, key: str) -> int:
        """How often a call was carried out."""
        found: int = self.told()["effects"].get(key, 0)
        return found

    def close(self) -> None:
        """Close the client."""
        self.settled(self._client.close())
        self._runner.close()


@pytest.fixture(scope="module", params=["sync", "async"])
def caller(
    request: pytest.FixtureRequest, entries: ModuleType, address: str
) -> Iterator[Caller]:
    made = Caller(entries, address, asynchronous=request.param == "async")
    yield made
    made.close()


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    """A name for the calls of one test alone."""
    return f"call-{zlib.crc32(request.node.nodeid.encode())}"
