"""Pages of lists, as sync methods return them: a thin shell around ``paging``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, overload

from .answered import Answered
from .arguments import Arguments, Given
from .errors import NotFoundError
from .paging import PagedOperation, Turning, following, opening
from .views import Response
from .ways import Turn

if TYPE_CHECKING:
    from .sync import Client

__all__ = ["OnePage", "Page", "page"]

R = TypeVar("R")
T = TypeVar("T")
B = TypeVar("B")


class OnePage(Answered[B], Generic[T, B]):
    """One page of a list: its items, and the body of the answer that brought it.

    ``len`` and indexes are those of its own items.
    """

    __slots__ = ("_turn",)

    def __init__(self, turn: Turn[T, B]) -> None:
        self._turn: Turn[T, B] = turn

    @property
    def items(self) -> list[T]:
        """The items of this page."""
        return self._turn.items

    @property
    def body(self) -> B:
        """The whole decoded body of the answer."""
        return self._turn.answer.data

    def __len__(self) -> int:
        """How many items this page has."""
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        """Items of this page."""
        return self.items[index]

    def __eq__(self, other: object) -> bool:
        """Compare the items with those of another page or of a list."""
        known = (OnePage, list)
        return self[:] == other[:] if isinstance(other, known) else NotImplemented

    def __hash__(self) -> int:
        """Refuse, as a list does.

        Raises:
            TypeError: Always.
        """
        raise TypeError(f"unhashable type: {type(self).__name__!r}")

    def __repr__(self) -> str:
        """Show where in the list it stands, and how much it has."""
        number, items = self._turn.index + 1, len(self.items)
        return f"<{type(self).__name__} {number} with {items} items>"


class Page(OnePage[T, B]):
    """One page of a list; iterating goes on to the items of all pages after it."""

    __slots__ = ("_client", "_operation")

    def __init__(
        self, client: Client, operation: PagedOperation[T, B], turn: Turn[T, B]
    ) -> None:
        """Take the client that asks for further pages."""
        super().__init__(turn)
        self._client: Client = client
        self._operation: PagedOperation[T, B] = operation

    def next_page(self) -> Page[T, B] | None:
        """The page after this one, None after the last.

        Raises:
            ApiError: Of the kind that says what went wrong.
        """
        if not self._client.__rt_goes_on__(self._turn.arguments):
            return None
        package = self._client.__rt_package__
        flow = following(self._operation, self._turn, package)
        turn = _drive(self._client, self._operation, flow)
        return None if turn is None else Page(self._client, self._operation, turn)

    def pages(self) -> Iterator[Page[T, B]]:
        """This page and all after it, each asked for when it is needed."""
        current: Page[T, B] | None = self
        while current is not None:
            yield current
            current = current.next_page()

    def __iter__(self) -> Iterator[T]:
        """The items of this page and of all after it."""
        for one in self.pages():
            yield from one.items


def page(
    client: Client,
    operation: PagedOperation[T, B],
    **given: Unpack[Given],
) -> Page[T, B]:
    """Call an operation for a page of its list; arguments are by names on the wire."""
    arguments = Arguments(**given)
    turn = _drive(client, operation, opening(operation, arguments))
    return Page(client, operation, turn)


def _drive(client: Client, operation: PagedOperation[Any, Any], flow: Turning[R]) -> R:
    """Fetch what is asked for until it is done."""
    answer: Response[Any] | NotFoundError | None = None
    while True:
        try:
            arguments = next(flow) if answer is None else flow.send(answer)
        except StopIteration as stop:
            result: R = stop.value
            return result
        try:
            answer = client.__rt_answer__(operation, arguments)
        except NotFoundError as error:
            answer = error
