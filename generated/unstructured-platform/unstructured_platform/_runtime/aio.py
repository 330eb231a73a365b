"""The async client: a thin shell around the policy."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    ParamSpec,
    Self,
    TypeAlias,
    TypeVar,
    Unpack,
    overload,
)

from . import aio_transport, transport
from .arguments import Arguments, Given
from .base import BaseClient
from .capture import Capture, claim, requested
from .operation import Operation
from .showing import group_of
from .undescribed import free_call
from .unset import UNSET
from .views import Options, Response
from .wire import Ask, Failure, Flow, Open, Reply, Send, Sleep, Turn

if TYPE_CHECKING:
    import httpx2

    from .policy import Result
    from .settings import Settings

__all__ = ["AsyncClient", "AsyncResource", "async_raw"]

Drive: TypeAlias = Callable[[Flow[Any]], Coroutine[Any, Any, Any]]

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


class AsyncClient(BaseClient["httpx2.AsyncClient"]):
    """Base of the generated async clients."""

    def _open(self) -> httpx2.AsyncClient:
        return transport.open_async(self._tls())

    async def __aenter__(self) -> Self:
        """Close the connections at the end of the block."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.close()

    async def close(self) -> None:
        """Close the connections, unless they were given or belong to another client."""
        opened = None if self._derived else self._pool.close()
        if opened is not None:
            await opened.aclose()

    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        returns: type[T],
        values: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        content: Any = None,
        options: Options | None = None,
    ) -> T: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        returns: None = None,
        values: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        content: Any = None,
        options: Options | None = None,
    ) -> Any: ...
    async def request(
        self,
        method: str,
        path: str,
        *,
        returns: Any = None,
        values: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        content: Any = None,
        options: Options | None = None,
    ) -> Any:
        """Call what the description does not know, with its credentials and retries.

        The arguments are those of ``Client.request``.

        Raises:
            ApiError: Of the kind that says what went wrong.
        """
        operation, arguments = free_call(
            method,
            path,
            values=values,
            query=query,
            headers=headers,
            json=json,
            content=content,
            options=options,
        )
        return (await self._perform(operation, arguments, returns)).data

    async def __rt_call__(self, operation: Operation[T], **given: Unpack[Given]) -> T:
        """Call an operation with arguments by their names on the wire."""
        data: T = (await self._perform(operation, Arguments(**given), None)).data
        return data

    _call = __rt_call__

    def __rt_open__(
        self,
        begin: Callable[[Settings, Drive, Operation[T], Arguments], R],
        operation: Operation[T],
        arguments: Arguments,
    ) -> R:
        """Call an operation whose answer is read as it comes."""
        return begin(self._settings, self._drive, operation, arguments)

    async def __rt_run__(self, plan: Callable[[Settings], Flow[Response[R]]]) -> R:
        """Do all that a plan of several calls asks for; it gives the last answer."""
        capture = claim()
        answer = await self._drive(plan(self._settings))
        if capture is not None:
            capture.response = answer
        return answer.data

    _run = __rt_run__

    async def __rt_answer__(
        self, operation: Operation[T], arguments: Arguments
    ) -> Response[T]:
        """The whole answer to a call; what asked for it through ``raw`` gets it too."""
        return (await self._perform(operation, arguments, None)).response()

    async def _perform(
        self, operation: Operation[Any], arguments: Arguments, returns: Any
    ) -> Result:
        from .policy import perform

        capture = claim()
        flow = perform(self._settings, operation, arguments, returns)
        result = await self._drive(flow)
        if capture is not None:
            capture.response = result.response()
        return result

    async def _drive(self, flow: Flow[R]) -> R:
        """Do what the policy asks for until it is done."""
        timing = self._settings.timing
        outcome: Reply | Failure | None = None
        try:
            while True:
                try:
                    command = flow.send(outcome)
                except StopIteration as stop:
                    result: R = stop.value
                    return result
                outcome = None
                match command:
                    case Send():
                        outcome = await aio_transport.send(self._pool.client(), command)
                    case Open():
                        client = self._pool.client()
                        outcome = await aio_transport.open_body(client, command)
                    case Sleep():
                        await aio_transport.wait(timing, command.seconds)
                    case Ask() | Turn():
                        from .aio_turns import serve  # most credentials are just known

                        await serve(command)
        finally:
            flow.close()  # at once, for it may hold a lock


class AsyncResource:
    """Base of the generated groups of async methods."""

    def __init__(self, client: AsyncClient) -> None:
        """Take the client that makes the calls."""
        self._client = client
        self._call = client.__rt_call__
        self._run = client.__rt_run__

    def __repr__(self) -> str:
        """Show where it belongs."""
        return self.__rt_show__()

    def __rt_show__(self, within: str = "") -> str:
        return group_of(self, self._client, within)


def async_raw(
    method: Callable[P, Awaitable[R]],
) -> Callable[P, Coroutine[Any, Any, Response[R]]]:
    """The same method, returning the whole answer."""

    @functools.wraps(method)
    async def call(*positional: P.args, **named: P.kwargs) -> Response[R]:
        capture = Capture()
        token = requested.set(capture)
        try:
            data = await method(*positional, **named)
        finally:
            requested.reset(token)
        return capture.with_data(data)

    return call
