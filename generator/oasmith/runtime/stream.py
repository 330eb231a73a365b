"""Answers that are read as they come: items of a stream, and downloads."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from . import exchange
from .answered import Answered
from .arguments import Arguments
from .capture import Capture, claim
from .opening import Begun, begin_download, begin_stream
from .operation import Operation
from .reading import Reading, read_bytes, read_items
from .resuming import read_file
from .saving import Progress, length_of, saving
from .settings import Settings
from .views import Response, ResponseInfo
from .wire import Flow, Item, Opened, Read, once

__all__ = ["Download", "Stream", "download_of", "stream_of", "whole"]

T = TypeVar("T")

_Drive: TypeAlias = Callable[[Flow[Any]], Any]
_Read: TypeAlias = Callable[[Begun], Reading]


class Stream(Answered[Sequence[T]], Generic[T]):
    """The items of an answer, each as soon as it comes; to be read once.

    It is closed at its end, by an error, at the end of a ``with`` block, and when
    nothing refers to it any more.
    """

    def __init__(self, begun: Begun, drive: _Drive, read: _Read) -> None:
        self._begun: Begun = begun
        self._drive: _Drive = drive
        self._read: _Read = read
        self._flow: Reading | None = None
        self._opened: Opened | None = begun.opened

    @property
    def response(self) -> ResponseInfo:
        """The answer: its status and headers, and what was asked."""
        return self._begun.info

    def __iter__(self) -> Self:
        """The items still to come."""
        return self

    def __next__(self) -> T:
        """The next item.

        Raises:
            DecodeError: It does not fit what is documented.
            TransportError: The answer broke off.
        """
        outcome: Any = None
        try:
            while self._opened is not None:
                flow = self._flow = self._flow or self._read(self._begun)
                command = flow.send(outcome)
                match command:
                    case Item(value=value):
                        item: T = value
                        return item
                    case Read():
                        outcome = exchange.read(command)
                    case _:
                        outcome = self._drive(once(command))
                        if isinstance(outcome, Opened):
                            self._opened.body.close()
                            self._opened = outcome
        except BaseException as error:
            self.close()
            if not isinstance(error, StopIteration):
                raise
        raise StopIteration

    def __enter__(self) -> Self:
        """Close it at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the connection; what has not been read is lost."""
        opened, self._opened = self._opened, None
        if opened is not None:
            if self._flow is not None:
                self._flow.close()
            opened.body.close()

    def __repr__(self) -> str:
        """Show what was asked, and whether it is still open."""
        state = "closed" if self._opened is None else "open"
        asked = self._begun.info.request
        return f"<{type(self).__name__} of {asked.method} {asked.url}, {state}>"


class Download(Stream[bytes]):
    """The bytes of an answer, in chunks as they come; to be read once."""

    @property
    def size(self) -> int | None:
        """How many bytes there will be, where the server says so."""
        return length_of(self._begun.info.headers)

    def read(self) -> bytes:
        """All that is still to come.

        Raises:
            TransportError: The answer broke off.
        """
        return b"".join(self)

    def to_file(
        self, path: str | os.PathLike[str], *, on_progress: Progress | None = None
    ) -> Path:
        """Write it to a file, which is there under its name only when it is whole.

        Where the server can give the rest alone, what breaks off goes on there.

        Args:
            path: Where to; what is there is replaced.
            on_progress: Called after each chunk with the bytes so far, and all that
                there will be, None where that is not known. They begin again where
                the file has changed meanwhile.

        Raises:
            OSError: The file cannot be written.
            TransportError: The answer broke off, and could not be gone on with; no
                file is left.
        """
        with contextlib.closing(self), saving(path, self.size, on_progress) as target:
            if self._flow is None:
                self._read = partial(read_file, anew=target.anew)
            for chunk in self:
                target.write(chunk)
        return target.path


def stream_of(
    settings: Settings,
    drive: _Drive,
    operation: Operation[T],
    arguments: Arguments,
) -> Stream[T]:
    """Call an operation, and give its answer as a stream."""
    capture = claim()
    begun: Begun = drive(begin_stream(settings, operation, arguments))
    if isinstance(capture, Capture):
        capture.response = whole(begun)
    return Stream(begun, drive, read_items)


def download_of(
    settings: Settings,
    drive: _Drive,
    operation: Operation[Any],
    arguments: Arguments,
) -> Download:
    """Call an operation, and give its answer in chunks."""
    begun: Begun = drive(begin_download(settings, operation, arguments))
    return Download(begun, drive, read_bytes)


def whole(begun: Begun) -> Response[None]:
    """An answer that is open, as ``raw`` has it."""
    info = begun.info
    return Response(
        status=info.status,
        headers=info.headers,
        data=None,
        request=info.request,
        attempts=info.attempt,
        elapsed=info.elapsed,
    )
