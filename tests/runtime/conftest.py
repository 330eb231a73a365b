"""The sample package with a copy of the runtime, a server, and sync and async calls."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import shutil
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import oasmith.runtime

from .server import Server

HERE = Path(__file__).parent
RUNTIME = Path(oasmith.runtime.__file__).parent
NAME = "sample_api"

PARCEL: dict[str, typing.Any] = {
    "Id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    "Name": "books",
    "Status": "packed",
    "Address": {"City": "Bern", "Floor": 3},
    "Created": "2024-01-02T03:04:05.5Z",
    "note": None,
    "New": [1],
}


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The sample client, importable, with the runtime copied into it."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(HERE / "package" / NAME, folder / NAME)
    shutil.copytree(
        RUNTIME,
        folder / NAME / "_runtime",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    sys.path.insert(0, str(folder))
    yield importlib.import_module(NAME)
    sys.path.remove(str(folder))
    for name in [one for one in sys.modules if one.partition(".")[0] == NAME]:
        del sys.modules[name]


@pytest.fixture
def rt(package: ModuleType) -> typing.Any:
    """The runtime within the sample package."""
    return importlib.import_module(f"{NAME}._runtime.rt")


@pytest.fixture
def m(package: ModuleType) -> typing.Any:
    """The models of the sample package."""
    return importlib.import_module(f"{NAME}.models")


@pytest.fixture(scope="module")
def _server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def server(_server: Server) -> Server:
    """A server that answers 200 and nothing until told otherwise."""
    from .server import Answer

    _server.say(Answer())
    return _server


class FakeTime:
    """A clock that moves only when someone waits."""

    def __init__(self) -> None:
        self.time = 1_000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def wall_in(self, seconds: float) -> float:
        return self.time + seconds

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


class Driver:
    """Makes a call in the sync or the async client, and gives its result."""

    def __init__(self, package: typing.Any, url: str, asynchronous: bool) -> None:
        self.package = package
        self.url = url
        self.asynchronous = asynchronous
        self.time = FakeTime()

    def client(self, **settings: typing.Any) -> typing.Any:
        """A client of the kind, with a clock that needs no waiting."""
        cls = self.package.AsyncClient if self.asynchronous else self.package.Client
        given = {"token": "top-secret-token", "base_url": self.url, **settings}
        made = cls(**given)
        timing = importlib.import_module(f"{NAME}._runtime.timing").Timing
        made._settings.timing = timing(
            now=self.time.now,
            wall=self.time.now,
            sleep=self.time.sleep,
            random=lambda: 1.0,
        )
        return made

    def run(
        self, use: Callable[[typing.Any], typing.Any], **settings: typing.Any
    ) -> typing.Any:
        """Use a client of its own."""
        return self.use(self.client(**settings), use)

    def use(
        self, client: typing.Any, use: Callable[[typing.Any], typing.Any]
    ) -> typing.Any:
        """Use a client and close it."""
        if not self.asynchronous:
            with client:
                return use(client)

        async def main() -> typing.Any:
            async with client:
                result = use(client)
                return await result if inspect.isawaitable(result) else result

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def api(request: pytest.FixtureRequest, package: ModuleType, server: Server) -> Driver:
    """The sample client, sync and async in turn."""
    return Driver(package, server.url, request.param == "async")
