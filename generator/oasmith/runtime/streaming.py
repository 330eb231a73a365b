"""The sync clients and groups of methods that give answers as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from .arguments import Arguments, Given
from .operation import Operation
from .sync import Client, Resource

if TYPE_CHECKING:
    from .stream import Download, Stream

__all__ = ["StreamClient", "StreamResource"]

T = TypeVar("T")


class StreamClient(Client):
    """Base of the generated sync clients whose own methods give such answers."""

    def _stream(self, operation: Operation[T], **given: Unpack[Given]) -> Stream[T]:
        return _stream(self, operation, Arguments(**given))

    def _download(self, operation: Operation[Any], **given: Unpack[Given]) -> Download:
        return _download(self, operation, Arguments(**given))


class StreamResource(Resource):
    """Base of the generated groups of sync methods that give such answers."""

    def _stream(self, operation: Operation[T], **given: Unpack[Given]) -> Stream[T]:
        return _stream(self._client, operation, Arguments(**given))

    def _download(self, operation: Operation[Any], **given: Unpack[Given]) -> Download:
        return _download(self._client, operation, Arguments(**given))


def _stream(client: Client, operation: Operation[T], arguments: Arguments) -> Stream[T]:
    """Call an operation whose answer is a stream, up to its first item."""
    from .stream import stream_of  # not needed before

    return client.__rt_open__(stream_of, operation, arguments)


def _download(
    client: Client, operation: Operation[Any], arguments: Arguments
) -> Download:
    """Call an operation whose answer is bytes, up to the first of them."""
    from .stream import download_of

    return client.__rt_open__(download_of, operation, arguments)
