"""Pages of lists, as async methods return them: a thin shell around ``paging``."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Coroutine, Generator
from types import CoroutineType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, Unpack

from .arguments import Arguments, Given
from .errors import NotFoundError
from .pages import OnePage
from .paging import PagedOperation, Turning, following, opening
from .views import Response
from .ways import Turn

if TYPE_CHECKING:
    from .aio import AsyncClient

__all__ = ["AsyncPage", "AsyncPages", "async_pages"]

R = TypeVar("R")
T = TypeVar("T")
B = TypeVar("B")


def _refuse(self: object) -> NoReturn:
    """Tell the loop that would end with this page how to go on to the others.

    Raises:
        TypeError: Always.
    """
    raise TypeError(
        f"{type(self).__name__} is read with 'async for', which goes on to all pages;"
        " the items of one page are its .items"
    )


class AsyncPage(OnePage[T, B]):
    """One page of a list; ``async for`` goes on to the items of all pages after it."""

    __slots__ = ("_client", "_operation")

    def __init__(
        self, client: AsyncClient, operation: PagedOperation[T, B], turn: Turn[T, B]
    ) -> None:
        """Take the client that asks for further pages."""
        super().__init__(turn)
        self._client: AsyncClient = client
        self._operation: PagedOperation[T, B] = operation

    async def next_page(self) -> AsyncPage[T, B] | None:
        """The page after this one, None after the last.

        Raises:
            ApiError: Of the kind that says what went wrong.
        """
        if not self._client.__rt_goes_on__(self._turn.arguments):
            return None
        package = self._client.__rt_package__
        flow = following(self._operation, self._turn, package)
        turn = await _drive(self._client, self._operation, flow)
        return None if turn is None else AsyncPage(self._client, self._operation, turn)

    async def pages(self) -> AsyncIterator[AsyncPage[T, B]]:
        """This page and all after it, each asked for when it is needed."""
        current: AsyncPage[T, B] | None = self
        while current is not None:
            yield current
            current = await current.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        """The items of this page and of all after it."""
        async for one in self.pages():
            for item in one.items:
                yield item

    if TYPE_CHECKING:
        __iter__: None  # so that 'for' is an error for type checkers too
    else:
        __iter__ = _refuse


class AsyncPages(Coroutine[Any, Any, AsyncPage[T, B]], Generic[T, B]):
    """A list that was not asked for yet: await its first page, or iterate over it all.

    ``page = await client.jobs.list()``, or ``async for job in client.jobs.list()``.
    """

    __slots__ = ("_first", "_name")

    def __init__(self, first: Coroutine[Any, Any, AsyncPage[T, B]], name: str) -> None:
        """Take what asks for the first page, and the name of its operation."""
        self._first: Coroutine[Any, Any, AsyncPage[T, B]] = first
        self._name: str = name
        if isinstance(first, CoroutineType):
            first.__qualname__ = name  # which Python tells where nothing awaits it

    def __repr__(self) -> str:
        """Show what it lists, and whether that was asked for."""
        shown = f"the pages of {self._name}"
        is_new = inspect.getcoroutinestate(self._first) == inspect.CORO_CREATED
        return f"<{shown}, not awaited yet>" if is_new else f"<{shown}>"

    def __await__(self) -> Generator[Any, Any, AsyncPage[T, B]]:
        """Ask for the first page."""
        return self._first.__await__()

    def send(self, value: Any, /) -> Any:
        """Go on, as a coroutine does: tasks are made of this."""
        return self._first.send(value)

    def throw(self, kind: Any, error: Any = None, trace: Any = None, /) -> Any:
        """Raise within, as a coroutine does."""
        return self._first.throw(kind if error is None else error)

    def close(self) -> None:
        """End without asking."""
        self._first.close()

    async def __aiter__(self) -> AsyncIterator[T]:
        """The items of all pages."""
        async for item in await self:
            yield item

    async def pages(self) -> AsyncIterator[AsyncPage[T, B]]:
        """All pages, each asked for when it is needed."""
        async for one in (await self).pages():
            yield one

    if TYPE_CHECKING:
        __iter__: None
    else:
        __iter__ = _refuse


def async_pages(
    client: AsyncClient,
    operation: PagedOperation[T, B],
    **given: Unpack[Given],
) -> AsyncPages[T, B]:
    """Call an operation for the pages of its list; arguments are by names on the wire.

    Nothing is sent before the first page is awaited.
    """
    arguments = Arguments(**given)
    return AsyncPages(_first(client, operation, arguments), operation.name)


async def _first(
    client: AsyncClient, operation: PagedOperation[T, B], arguments: Arguments
) -> AsyncPage[T, B]:
    turn = await _drive(client, operation, opening(operation, arguments))
    return AsyncPage(client, operation, turn)


async def _drive(
    client: AsyncClient, operation: PagedOperation[Any, Any], flow: Turning[R]
) -> R:
    """Fetch what is asked for until it is done."""
    answer: Response[Any] | NotFoundError | None = None
    while True:
        try:
            arguments = next(flow) if answer is None else flow.send(answer)
        except StopIteration as stop:
            result: R = stop.value
            return result
        try:
            answer = await client.__rt_answer__(operation, arguments)
        except NotFoundError as error:
            answer = error
