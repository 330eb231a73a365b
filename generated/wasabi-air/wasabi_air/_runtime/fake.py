"""Clients for tests: the real ones, but answered in process.

Arguments are checked, requests written and answers read as by the real client; only
the network is not there, and waiting takes no time.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine
from types import MethodType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from .aio import AsyncClient
from .answered import Answered
from .answers import Answers
from .arguments import Arguments
from .credentials import Api
from .examples import Examples
from .in_process import answered, answered_async
from .methods import method_of
from .recorded import Call, named, owner_of, vars_of
from .stage import Scribes, Stage
from .sync import Client

if TYPE_CHECKING:
    import httpx2


__all__ = ["Examples", "FakeAsyncClient", "FakeClient", "Scribes", "calls", "when"]

A = TypeVar("A")
R = TypeVar("R")

_ADDRESS = "https://api.test"


class FakeClient(Client):
    """Base of the generated fake clients; comes after the real one."""

    _examples: ClassVar[Examples] = {}
    _scribes: ClassVar[Scribes] = {}

    def __init__(self, api: Api, **settings: Any) -> None:
        """Take what the real client gives; no credentials are needed."""
        self._stage = Stage(api.package, self._examples, self._scribes)
        super().__init__(_open(api), **_changed(settings, self._stage))

    def _open(self) -> httpx2.Client:
        return answered(self._stage.answer)

    def __rt_goes_on__(self, arguments: Arguments) -> bool:
        return self._stage.goes_on(arguments)


class FakeAsyncClient(AsyncClient):
    """Base of the generated fake async clients; comes after the real one."""

    _examples: ClassVar[Examples] = {}
    _scribes: ClassVar[Scribes] = {}

    def __init__(self, api: Api, **settings: Any) -> None:
        """Take what the real client gives; no credentials are needed."""
        self._stage = Stage(api.package, self._examples, self._scribes)
        super().__init__(_open(api), **_changed(settings, self._stage))

    def _open(self) -> httpx2.AsyncClient:
        return answered_async(self._stage.answer)

    def __rt_goes_on__(self, arguments: Arguments) -> bool:
        return self._stage.goes_on(arguments)


def _open(api: Api) -> Api:
    """The API without what it asks for to be called."""
    return Api(
        package=api.package,
        title=api.title,
        version=api.version,
        variables=dict.fromkeys(api.variables, "test"),
    )


def _changed(settings: dict[str, Any], stage: Stage) -> dict[str, Any]:
    """The settings of a client, but for connections and what needs them."""
    return {
        **settings,
        "credentials": None,
        "base_url": settings.get("base_url") or _ADDRESS,
        "http_client": None,
        "timing": stage.timing(),
    }


def _stage_of(client: object) -> Stage:
    """What a fake client keeps.

    Raises:
        TypeError: It is a real one, or none.
    """
    found: object = vars_of(client).get("_stage")
    if not isinstance(found, Stage):
        raise TypeError(f"{client!r} is no fake client")
    return found


@overload
def when(method: Callable[..., Answered[A]], /) -> Answers[A]: ...
@overload
def when(method: Callable[..., Coroutine[Any, Any, Answered[A]]], /) -> Answers[A]: ...
@overload
def when(method: Callable[..., Coroutine[Any, Any, R]], /) -> Answers[R]: ...
@overload
def when(method: Callable[..., R], /) -> Answers[R]: ...
def when(method: Callable[..., Any], /) -> Answers[Any]:
    """Tell what the calls of a method are answered: ``when(client.jobs.get)``.

    Of one that returns pages, the body of each; of a stream, all its items; of a
    download, its bytes as a list of chunks. What was told of it before is forgotten.

    Raises:
        TypeError: It is no method of a fake client that calls an operation.
    """
    client, _ = owner_of(method)
    stage = _stage_of(client)
    if method == client.request:
        return stage.tell("request", None)
    bound = inspect.unwrap(method)
    found = method_of(bound.__func__) if isinstance(bound, MethodType) else None
    if found is None:
        raise TypeError(f"client.{named(method)} calls no operation of its own")
    return stage.tell(named(method), found)


def calls(of: Client | AsyncClient | Callable[..., Any], /) -> list[Call]:
    """The calls that a fake client has recorded, or those of one of its methods.

    Raises:
        TypeError: It is neither a fake client nor a method of one.
    """
    if isinstance(of, (Client, AsyncClient)):
        return list(_stage_of(of).calls)
    name = named(of)
    return [one for one in _stage_of(owner_of(of)[0]).calls if one.name == name]
