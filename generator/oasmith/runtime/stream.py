"""Answers that are read as they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from . import exchange
from .answered import Answered
from .opening import Begun
from .reading import Reading
from .views import Response, ResponseInfo
from .wire import Flow, Item, Opened, Read, once

__all__ = ["Stream", "whole"]

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
