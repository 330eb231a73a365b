"""The async clients and groups of methods that give answers item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, Unpack

from .aio import AsyncClient, AsyncResource, Drive
from .arguments import Arguments, Given
from .capture import claim
from .operation import Operation

if TYPE_CHECKING:
    from .aio_stream import AsyncStream
    from .opening import Begun
    from .settings import Settings

__all__ = ["AsyncStreamClient", "AsyncStreamResource"]

T = TypeVar("T")


class AsyncStreamClient(AsyncClient):
    """Base of the generated async clients whose own methods give streams."""

    def _stream(
        self, operation: Operation[T], **given: Unpack[Given]
    ) -> AsyncStream[T]:
        return self.__rt_open__(_stream_of, operation, Arguments(**given))


class AsyncStreamResource(AsyncResource):
    """Base of the generated groups of async methods that give streams."""

    def _stream(
        self, operation: Operation[T], **given: Unpack[Given]
    ) -> AsyncStream[T]:
        return self._client.__rt_open__(_stream_of, operation, Arguments(**given))


def _stream_of(
    settings: Settings, drive: Drive, operation: Operation[T], arguments: Arguments
) -> AsyncStream[T]:
    """Make ready to call an operation, and to give its answer as a stream."""
    from .aio_stream import AsyncStream  # this and the others are not needed before
    from .opening import begin_stream
    from .reading_items import read_items
    from .stream import whole

    async def start() -> tuple[Begun, Drive]:
        capture = claim()
        begun: Begun = await drive(begin_stream(settings, operation, arguments))
        if capture is not None:
            capture.response = whole(begun)
        return begun, drive

    return AsyncStream(start, read_items)
