"""Answers that are read as they come, in async calls."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator, Sequence
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from . import aio_transport
from .answered import Answered
from .opening import Begun
from .reading import Reading
from .views import ResponseInfo
from .wire import Flow, Item, Opened, Read, once

__all__ = ["AsyncStream"]

T = TypeVar("T")

_Drive: TypeAlias = Callable[[Flow[Any]], Coroutine[Any, Any, Any]]
_Read: TypeAlias = Callable[[Begun], Reading]
_Start: TypeAlias = Callable[[], Coroutine[Any, Any, tuple[Begun, _Drive]]]


class AsyncStream(Answered[Sequence[T]], Generic[T]):
    """The items of an answer, each as soon as it comes; to be read once.

    The call is made when it is awaited, entered by ``async with`` or iterated over. It
    is closed at its end, by an error, at the end of the block, and when nothing refers
    to it any more.
    """

    def __init__(self, start: _Start, read: _Read) -> None:
        self._start: _Start | None = start
        self._read: _Read = read
        self._begun: Begun | None = None
        self._drive: _Drive | None = None
        self._flow: Reading | None = None
        self._opened: Opened | None = None

    @property
    def response(self) -> ResponseInfo:
        """The answer: its status and headers, and what was asked.

        Raises:
            RuntimeError: The call was not made yet.
        """
        if self._begun is None:
            raise RuntimeError("the call was not made yet: await it, or enter it")
        return self._begun.info

    async def _open(self) -> Self:
        """Make the call, once."""
        start, self._start = self._start, None
        if start is not None:
            self._begun, self._drive = await start()
            self._opened = self._begun.opened
        return self

    def __await__(self) -> Generator[Any, Any, Self]:
        """Make the call, up to the first item."""
        return self._open().__await__()

    def __aiter__(self) -> Self:
        """The items still to come."""
        return self

    async def __anext__(self) -> T:
        """The next item.

        Raises:
            DecodeError: It does not fit what is documented.
            TransportError: The answer broke off.
        """
        await self._open()
        outcome: Any = None
        try:
            while self._opened and self._begun and self._drive:
                flow = self._flow = self._flow or self._read(self._begun)
                command = flow.send(outcome)
                match command:
                    case Item(value=value):
                        item: T = value
                        return item
                    case Read():
                        outcome = await aio_transport.read(command)
                    case _:
                        outcome = await self._drive(once(command))
                        if isinstance(outcome, Opened):
                            await self._opened.body.aclose()
                            self._opened = outcome
        except BaseException as error:
            await self.close()
            if not isinstance(error, StopIteration):
                raise
        raise StopAsyncIteration

    async def __aenter__(self) -> Self:
        """Make the call, and close it at the end of the block."""
        return await self._open()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        await self.close()

    async def close(self) -> None:
        """Let go of the connection; what has not been read is lost."""
        self._start = None
        opened, self._opened = self._opened, None
        if opened is not None:
            if self._flow is not None:
                self._flow.close()
            await opened.body.aclose()

    def __repr__(self) -> str:
        """Show what was asked, and whether it is open."""
        name = type(self).__name__
        if self._begun is None:
            return f"<{name}, not opened>"
        state = "closed" if self._opened is None else "open"
        asked = self._begun.info.request
        return f"<{name} of {asked.method} {asked.url}, {state}>"
