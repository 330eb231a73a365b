"""The async clients and groups of methods that give answers as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from .aio import AsyncClient, AsyncResource
from .arguments import Arguments, Given
from .operation import Operation

if TYPE_CHECKING:
    from .aio_stream import AsyncDownload, AsyncStream

__all__ = ["AsyncStreamClient", "AsyncStreamResource"]

T = TypeVar("T")


class AsyncStreamClient(AsyncClient):
    """Base of the generated async clients whose own methods give such answers."""

    def _stream(
        self, operation: Operation[T], **given: Unpack[Given]
    ) -> AsyncStream[T]:
        return _stream(self, operation, Arguments(**given))

    def _download(
        self, operation: Operation[Any], **given: Unpack[Given]
    ) -> AsyncDownload:
        return _download(self, operation, Arguments(**given))


class AsyncStreamResource(AsyncResource):
    """Base of the generated groups of async methods that give such answers."""

    def _stream(
        self, operation: Operation[T], **given: Unpack[Given]
    ) -> AsyncStream[T]:
        return _stream(self._client, operation, Arguments(**given))

    def _download(
        self, operation: Operation[Any], **given: Unpack[Given]
    ) -> AsyncDownload:
        return _download(self._client, operation, Arguments(**given))


def _stream(
    client: AsyncClient, operation: Operation[T], arguments: Arguments
) -> AsyncStream[T]:
    """Make ready to call an operation whose answer is a stream."""
    from .aio_stream import stream_of  # not needed before

    return client.__rt_open__(stream_of, operation, arguments)


def _download(
    client: AsyncClient, operation: Operation[Any], arguments: Arguments
) -> AsyncDownload:
    """Make ready to call an operation whose answer is bytes."""
    from .aio_stream import download_of

    return client.__rt_open__(download_of, operation, arguments)
