"""Making the calls of a soak, so many at a time, in rounds with a rest between them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, TypeAlias, assert_never
from urllib.request import ProxyHandler, build_opener

from tests.soak.calls import judged, made, made_async
from tests.soak.measure import Held, held
from tests.soak.plan import Work, planned, wanted
from tests.support.wheels import ROOT

__all__ = ["LASTS", "Mode", "Soaked", "server", "soak"]

Mode: TypeAlias = Literal["async", "threads"]

PATIENCE = 20.0
"""Seconds that the server may take to see that a client has gone."""

ISSUER = "issuer"
LASTS = 3
"""Seconds that a token lasts."""

Progress = Callable[[int], None]


@dataclass
class Soaked:
    """What came of a soak.

    ``wrong`` are calls that ended otherwise than they must; ``lost`` those that the
    server carried out too seldom, ``doubled`` those it did too often. ``rests`` is what
    the process held before each round and after the last, ``closed`` what it held once
    the client was closed, ``opened`` what before there was one. ``connections`` are
    those the server still had then. ``tokens`` were issued, and ``refused`` calls came
    with one that had ended. ``kinds`` says how many calls there were of each operation.
    """

    mode: Mode
    calls: int
    in_flight: int
    faults: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    opened: Held | None = None
    rests: list[Held] = field(default_factory=list)
    closed: Held | None = None
    connections: int = 0
    tokens: int = 0
    refused: int = 0
    kinds: dict[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


@contextmanager
def server() -> Iterator[str]:
    """The address of a server in a process of its own."""
    command = [sys.executable, "-m", "tests.servers.entries"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def soak(
    package: Any,
    address: str,
    mode: Mode,
    *,
    calls: int,
    in_flight: int,
    rounds: int,
    advance: Progress,
) -> Soaked:
    """Make so many calls; the server must be new."""
    result = Soaked(mode, calls, in_flight)
    each = -(-calls // rounds)
    parts = [range(at, min(at + each, calls)) for at in range(0, calls, each)]
    result.opened = held()
    began = time.perf_counter()
    match mode:
        case "async":
            asyncio.run(_soak_async(package, address, parts, result, advance))
        case "threads":
            _soak_threads(package, address, parts, result, advance)
        case _:
            assert_never(mode)
    result.seconds = round(time.perf_counter() - began, 1)
    result.closed = held()
    _compare(result, address)
    return result


def _given(package: Any, address: str) -> dict[str, Any]:
    """What a client is made with.

    Of every second token the server says that it lasts an hour, and it does not.
    """
    url = f"{address}/token?call={ISSUER}&lasts={LASTS}&told={LASTS},3600"
    grant = package.ClientCredentials(client_id="me", client_secret="s", token_url=url)
    return {"base_url": address, "timeout": 600, "token": grant}


async def _soak_async(
    package: Any,
    address: str,
    parts: Iterable[range],
    result: Soaked,
    advance: Progress,
) -> None:
    given = _given(package, address)
    async with package.AsyncClient(**given) as client:
        for part in parts:
            result.rests.append(held())
            waiting = iter(part)

            async def work(numbers: Iterator[int] = waiting) -> None:
                for number in numbers:
                    one = planned(number)
                    _note(result, one, await made_async(package, client, one))

            async with asyncio.TaskGroup() as group:
                for _ in range(result.in_flight):
                    group.create_task(work())
            advance(len(part))
        result.rests.append(held())


def _soak_threads(
    package: Any,
    address: str,
    parts: Iterable[range],
    result: Soaked,
    advance: Progress,
) -> None:
    with (
        package.Client(**_given(package, address)) as client,
        ThreadPoolExecutor(result.in_flight) as pool,
    ):

        def work(number: int) -> tuple[Work, Any]:
            one = planned(number)
            return one, made(package, client, one)

        for part in parts:
            result.rests.append(held())
            for one, outcome in pool.map(work, part):
                _note(result, one, outcome)
            advance(len(part))
        result.rests.append(held())


def _note(result: Soaked, work: Work, outcome: Any) -> None:
    """Note how a call ended."""
    fault = "none" if work.fault is None else work.fault.kind
    end = outcome.error or "an answer"
    result.faults[fault] = result.faults.get(fault, 0) + 1
    result.ends[end] = result.ends.get(end, 0) + 1
    result.kinds[work.operation] = result.kinds.get(work.operation, 0) + 1
    wrong = judged(work, outcome)
    if wrong:
        result.wrong.append(wrong)


def _compare(result: Soaked, address: str) -> None:
    """Hold what the server counted against what it must have."""
    told = _told(address)
    effects = Counter(told["effects"])
    for number in range(result.calls):
        work = planned(number)
        most = wanted(work).effects
        found = effects.pop(work.key, 0)
        if found < most:
            result.lost.append(f"{work}: {found} of {most}")
        if found > most:
            result.doubled.append(f"{work}: {found}, expected {most}")
    result.lost += [f"{key}: nobody's call" for key in effects if key]
    result.connections = told["connections"] - 1  # the one that asked
    result.tokens = told["issued"].get(ISSUER, 0)
    result.refused = told["refused"].get(ISSUER, 0)


def _told(address: str) -> dict[str, Any]:
    """What the server tells once the client's connections are gone."""
    opener = build_opener(ProxyHandler({}))
    ends = time.monotonic() + PATIENCE
    while True:
        with opener.open(f"{address}/told", timeout=60) as answer:
            told: dict[str, Any] = json.load(answer)
        if told["connections"] == 1 or time.monotonic() > ends:
            return told
        time.sleep(0.1)
