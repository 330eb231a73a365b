"""What a server can do wrong on the wire, and what a client makes of it.

A generated client against Starlette and uvicorn; the server counts what it carried out.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
import typing
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.servers.asgi import serve_app
from tests.servers.entries import make_app
from tests.servers.misdeeds import KINDS, Fault, Kind
from tests.soak.calls import entries_package, judged, made, made_async
from tests.soak.plan import OPERATIONS, Operation, Work, expected


@pytest.fixture(scope="module")
def entries() -> Iterator[ModuleType]:
    with entries_package() as package:
        yield package


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve_app(make_app) as url:
        yield url


@dataclass
class Caller:
    """Makes calls of one kind of client; ``effects`` is what the server counted."""

    package: typing.Any
    address: str
    asynchronous: bool

    def use(
        self, use: Callable[[typing.Any], typing.Any], **settings: typing.Any
    ) -> typing.Any:
        """Use a client whose retries do not make a test wait."""
        kind = "AsyncClient" if self.asynchronous else "Client"
        wall = settings.pop("wall", time.time)
        made = getattr(self.package, kind)(base_url=self.address, **settings)
        made._settings.timing.random = lambda: 0.0
        made._settings.timing.wall = wall
        if not self.asynchronous:
            with made:
                return use(made)

        async def main() -> typing.Any:
            async with made:
                return await use(made)

        return asyncio.run(main())

    def make(self, work: Work, **settings: typing.Any) -> typing.Any:
        """Make a planned call."""
        one = made_async if self.asynchronous else made
        return self.use(lambda client: one(self.package, client, work), **settings)

    def effects(self, key: str) -> int:
        """How often a call was carried out."""
        with build_opener(ProxyHandler({})).open(f"{self.address}/told") as answer:
            found: int = json.load(answer)["effects"].get(key, 0)
        return found


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest, entries: ModuleType, address: str) -> Caller:
    return Caller(entries, address, request.param == "async")


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
    assert not judged(work, caller.make(work))
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
