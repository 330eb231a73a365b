"""What a server can do wrong on the wire, and what a client makes of it.

A generated client against Starlette and uvicorn; the server counts what it carried out.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
import zlib
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, TypeAlias
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.servers.asgi import serve_app
from tests.servers.entries import make_app
from tests.servers.misdeeds import KINDS, Fault, Kind
from tests.soak.calls import Outcome, entries_package, judged, made, made_async
from tests.soak.plan import OPERATIONS, Operation, Work, expected

Clock: TypeAlias = Callable[[], float]


@pytest.fixture(scope="module")
def entries() -> Iterator[ModuleType]:
    with entries_package() as package:
        yield package


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
        self._package = package
        self._asynchronous = asynchronous
        self._runner = asyncio.Runner()
        self._client = self._open()

    def _open(self, wall: Clock = time.time, **settings: Any) -> Any:
        """A client whose retries do not make a test wait."""
        kind = "AsyncClient" if self._asynchronous else "Client"
        client = getattr(self._package, kind)(base_url=self.address, **settings)
        client._settings.timing.random = lambda: 0.0
        client._settings.timing.wall = wall
        return client

    def _settled(self, found: Any) -> Any:
        return self._runner.run(found) if self._asynchronous else found

    def make(self, work: Work, **settings: Any) -> Outcome:
        """Make a planned call; with settings, by a client of its own."""
        client = self._open(**settings) if settings else self._client
        one: Callable[..., Any] = made_async if self._asynchronous else made
        try:
            outcome: Outcome = self._settled(one(self._package, client, work))
        finally:
            if settings:
                self._settled(client.close())
        return outcome

    def effects(self, key: str) -> int:
        """How often a call was carried out."""
        with build_opener(ProxyHandler({})).open(f"{self.address}/told") as answer:
            found: int = json.load(answer)["effects"].get(key, 0)
        return found

    def close(self) -> None:
        """Close the client."""
        self._settled(self._client.close())
        self._runner.close()


@pytest.fixture(scope="module", params=["sync", "async"])
def caller(
    request: pytest.FixtureRequest, entries: ModuleType, address: str
) -> Iterator[Caller]:
    made = Caller(entries, address, asynchronous=request.param == "async")
    yield made
    made.close()


@pytest.fixture
def number(request: pytest.FixtureRequest) -> int:
    """A number for the calls of one test alone."""
    return zlib.crc32(request.node.nodeid.encode())


@pytest.mark.parametrize("operation", ["get", "create", "download"])
@pytest.mark.parametrize("kind", [one for one in KINDS if one != "length above"])
def test_every_fault_ends_as_it_must(
    caller: Caller, number: int, operation: Operation, kind: Kind
) -> None:
    if operation == "download" and kind == "length below":
        pytest.skip("nobody can tell that such a file is not whole")
    work = Work(number, operation, Fault(kind, seconds=0.05))
    # What is too much would be read as the answer to the next call.
    own = {"timeout": 60} if kind == "length below" else {}
    assert not judged(work, caller.make(work, **own))
    assert caller.effects(work.key) == expected(operation, work.fault).effects


def test_a_body_that_never_ends_meets_the_limit(caller: Caller, number: int) -> None:
    work = Work(number, "download", Fault("length above"))
    assert not judged(work, caller.make(work, timeout=0.5))


def test_a_limit_is_kept_while_bytes_come(caller: Caller, number: int) -> None:
    work = Work(number, "get", Fault("drip", seconds=30))
    began = time.monotonic()
    assert caller.make(work, timeout=0.5).error == "RequestTimeoutError"
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("ahead", "error", "attempts"), [(3600.0, "", 2), (-3600.0, "RateLimitError", 1)]
)
def test_a_clock_that_is_an_hour_off_holds_no_call_up(
    caller: Caller, number: int, ahead: float, error: str, attempts: int
) -> None:
    work = Work(number, "get", Fault("storm", seconds=1, form="date"))
    began = time.monotonic()
    outcome = caller.make(work, wall=lambda: time.time() + ahead)
    assert (outcome.error, outcome.attempts) == (error, attempts)
    assert time.monotonic() - began < 20


def test_the_limit_of_a_call_does_not_go_by_the_time_of_day(
    caller: Caller, number: int
) -> None:
    hours = itertools.count(0, 3600)
    work = Work(number, "create", Fault("storm", times=2, seconds=0.05))
    outcome = caller.make(work, wall=lambda: time.time() + next(hours), timeout=30)
    assert not judged(work, outcome)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_call_is_carried_out_once(
    caller: Caller, number: int, operation: Operation
) -> None:
    work = Work(number, operation, None)
    assert not judged(work, caller.make(work))
    assert caller.effects(work.key) == 1
