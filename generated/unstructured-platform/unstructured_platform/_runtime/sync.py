"""The sync client: a thin shell around the policy."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Mapping
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

from . import exchange, transport
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

__all__ = ["Client", "Resource", "raw"]

Drive: TypeAlias = Callable[[Flow[Any]], Any]

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


class Client(BaseClient["httpx2.Client"]):
    """Base of the generated sync clients."""

    def _open(self) -> httpx2.Client:
        return transport.open_sync(self._tls())

    def __enter__(self) -> Self:
        """Close the connections at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections, unless they were given or belong to another client."""
        opened = None if self._derived else self._pool.close()
        if opened is not None:
            opened.close()

    @overload
    def request(
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
    def request(
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
    def request(
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

        Args:
            method: The HTTP method.
            path: What follows the base URL; ``{name}`` stands for one of ``values``.
            returns: The type to decode the answer as; as its content type says if None.
            values: What the braces of the path stand for.
            query: Query parameters.
            headers: Headers.
            json: A body to send as JSON.
            content: A body of text, bytes or a file.
            options: Settings of this one call.

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
        return self._perform(operation, arguments, returns).data

    def __rt_call__(self, operation: Operation[T], **given: Unpack[Given]) -> T:
        """Call an operation with arguments by their names on the wire."""
        data: T = self._perform(operation, Arguments(**given), None).data
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

    def __rt_run__(self, plan: Callable[[Settings], Flow[Response[R]]]) -> R:
        """Do all that a plan of several calls asks for; it gives the last answer."""
        capture = claim()
        answer = self._drive(plan(self._settings))
        if capture is not None:
            capture.response = answer
        return answer.data

    _run = __rt_run__

    def __rt_answer__(
        self, operation: Operation[T], arguments: Arguments
    ) -> Response[T]:
        """The whole answer to a call; what asked for it through ``raw`` gets it too."""
        return (self._perform(operation, arguments, None)).response()

    def _perform(
        self, operation: Operation[Any], arguments: Arguments, returns: Any
    ) -> Result:
        from .policy import perform

        capture = claim()
        flow = perform(self._settings, operation, arguments, returns)
        result = self._drive(flow)
        if capture is not None:
            capture.response = result.response()
        return result

    def _drive(self, flow: Flow[R]) -> R:
        """Do what the policy asks for until it is done."""
        sleep = self._settings.timing.sleep or time.sleep
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
                        outcome = exchange.send(self._pool.client(), command)
                    case Open():
                        outcome = exchange.open_body(self._pool.client(), command)
                    case Sleep():
                        sleep(command.seconds)
                    case Ask() | Turn():
                        from .turns import serve  # most credentials are just known

                        serve(command)
        finally:
            flow.close()  # at once, for it may hold a lock


class Resource:
    """Base of the generated groups of sync methods."""

    def __init__(self, client: Client) -> None:
        """Take the client that makes the calls."""
        self._client = client
        self._call = client.__rt_call__
        self._run = client.__rt_run__

    def __repr__(self) -> str:
        """Show where it belongs."""
        return self.__rt_show__()

    def __rt_show__(self, within: str = "") -> str:
        return group_of(self, self._client, within)


def raw(method: Callable[P, R]) -> Callable[P, Response[R]]:
    """The same method, returning the whole answer."""

    @functools.wraps(method)
    def call(*positional: P.args, **named: P.kwargs) -> Response[R]:
        capture = Capture()
        token = requested.set(capture)
        try:
            data = method(*positional, **named)
        finally:
            requested.reset(token)
        return capture.with_data(data)

    return call
