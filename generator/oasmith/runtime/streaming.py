"""The sync clients and groups of methods that give answers item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, Unpack

from .arguments import Arguments, Given
from .capture import claim
from .operation import Operation
from .sync import Client, Drive, Resource

if TYPE_CHECKING:
    from .opening import Begun
    from .settings import Settings
    from .stream import Stream

__all__ = ["StreamClient", "StreamResource"]

T = TypeVar("T")


class StreamClient(Client):
    """Base of the generated sync clients whose own methods give streams."""

    def _stream(self, operation: Operation[T], **given: Unpack[Given]) -> Stream[T]:
        return self.__rt_open__(_stream_of, operation, Arguments(**given))


class StreamResource(Resource):
    """Base of the generated groups of sync methods that give streams."""

    def _stream(self, operation: Operation[T], **given: Unpack[Given]) -> Stream[T]:
        return self._client.__rt_open__(_stream_of, operation, Arguments(**given))


def _stream_of(
    settings: Settings, drive: Drive, operation: Operation[T], arguments: Arguments
) -> Stream[T]:
    """Call an operation, and give its answer as a stream, up to its first item."""
    from .opening import begin_stream  # this and the others are not needed before
    from .reading_items import read_items
    from .stream import Stream, whole

    capture = claim()
    begun: Begun = drive(begin_stream(settings, operation, arguments))
    if capture is not None:
        capture.response = whole(begun)
    return Stream(begun, drive, read_items)
