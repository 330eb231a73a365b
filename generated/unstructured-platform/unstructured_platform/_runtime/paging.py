"""Going through a list page by page. No I/O: it asks for pages, and is told of them.

A list ends where its server says so: no further cursor or link, ``more`` is false, the
total or the number of pages is reached, or a page is shorter than the size the server
states. Where it states nothing, only a page without items ends it. A cursor or a page
that comes a second time ends it too, as it would never end: unless what the server
states makes it another one, which looks the same.
"""

from __future__ import annotations

import logging
from collections.abc import Generator
from typing import Any, Generic, TypeAlias, TypeVar

from .arguments import Arguments
from .controls import asked, asking
from .errors import NotFoundError
from .operation import Body, Operation, Responses, Security, Styles
from .views import Response
from .ways import Step, Turn, Way, member

__all__ = ["PagedOperation", "Turning", "following", "opening"]

R = TypeVar("R")
T = TypeVar("T")
B = TypeVar("B")

Turning: TypeAlias = Generator[Arguments, "Response[Any] | NotFoundError", R]
"""Asks for pages by their arguments, hears the answers, gives ``R``."""

_MOST_ALIKE = 1_000
"""So many pages in a row may look like earlier ones."""


class PagedOperation(Operation[B], Generic[T, B]):
    """An operation whose answers ``B`` are the pages of a list of ``T``."""

    __slots__ = ("paging",)

    def __init__(
        self,
        method: str,
        path: str,
        *,
        paging: Way,
        responses: Responses | None = None,
        body: Body | None = None,
        styles: Styles | None = None,
        security: Security | None = None,
        base_url: str | None = None,
        idempotency: str = "",
        scopes: Security = (),
        id: str = "",
    ) -> None:
        """Take what the description says; ``paging`` is how its list goes on."""
        super().__init__(
            method,
            path,
            responses=responses,
            body=body,
            styles=styles,
            security=security,
            base_url=base_url,
            idempotency=idempotency,
            scopes=scopes,
            id=id,
        )
        self.paging: Way = paging


def opening(
    operation: PagedOperation[T, B], arguments: Arguments
) -> Turning[Turn[T, B]]:
    """Ask for the first page of a list.

    Raises:
        NotFoundError: There is no such list.
    """
    answer = yield arguments
    if isinstance(answer, NotFoundError):
        raise answer
    way = operation.paging
    items = way.read_items(answer.data)
    turn = Turn[T, B](arguments, answer, items, way.begins(arguments), None)
    turn.seen[str(asked(arguments, way.param))] = -1
    return turn


def following(
    operation: PagedOperation[T, B], turn: Turn[T, B], package: str
) -> Turning[Turn[T, B] | None]:
    """Ask for the page after ``turn``; None where the list ends with it.

    Raises:
        NotFoundError: What a link or cursor leads to is not there.
    """
    way = operation.paging
    step = way.step(turn)
    if step is None:
        if way.has_more(turn.answer) and not way.has_ended(turn.answer):
            _warn(package, operation, turn, "says that there is more, but not where")
        return None
    if turn.seen.setdefault(step.text, turn.index) < turn.index:
        _warn(package, operation, turn, f"leads to {step.text!r} a second time")
        return None
    another = way.instead(step) if turn.index == 0 else None
    for one in (step, another) if another is not None else (step,):
        arguments = _with(turn.arguments, one)
        answer = yield arguments
        if isinstance(answer, NotFoundError):
            if way.counts:
                return None
            raise answer
        items = way.read_items(answer.data)
        found = Turn[T, B](arguments, answer, items, turn.until, turn)
        if not _repeats(way, one, turn, found):
            return None if way.counts and _is_over(way, turn, found) else found
    _warn(package, operation, turn, "is followed by one that came before")
    return None


def _warn(
    package: str, operation: Operation[Any], turn: Turn[Any, Any], words: str
) -> None:
    message = "%s: page %d of the list %s, and so is taken for its last"
    logging.getLogger(package).warning(message, operation.name, turn.index + 1, words)


def _with(arguments: Arguments, step: Step) -> Arguments:
    """The same call, for another page."""
    if step.param == "":
        return arguments.at(step.text)
    return asking(arguments.at(""), step.param, step.value)


def _is_over(way: Way, turn: Turn[Any, Any], found: Turn[Any, Any]) -> bool:
    """Whether a page has nothing; where more is said to come, only twice in a row."""
    return not found.items and not (turn.items and way.has_more(found.answer))


def _repeats(way: Way, step: Step, turn: Turn[T, B], found: Turn[T, B]) -> bool:
    """Whether a page is the one before it, or the first of its list, once more."""
    earlier = (turn, turn.opening or turn)
    like = [one for one in earlier if _is_same(way, one, found)]
    if not like:
        return False
    found.alike = turn.alike + 1
    if step.guessed or found.alike > _MOST_ALIKE:
        return True
    # Rows that are the same are others as long as fewer came than there are; and as
    # many new ones as a page has, put before those that came, bring these once more.
    if way.falls_short(turn) and _ids(found.items) is None:
        return False
    return not all(way.grew(one, found) for one in like)


def _is_same(way: Way, one: Turn[T, B], other: Turn[T, B]) -> bool:
    """Whether two pages have the same items.

    Items are told by their ids, as their server may have changed the rest meanwhile.
    Those without may well come twice where a cursor or link leads on.
    """
    if not other.items or len(one.items) != len(other.items):
        return False
    ids = _ids(other.items)
    if ids is None:
        return way.counts and one.items == other.items
    return _ids(one.items) == ids


def _ids(items: list[Any]) -> list[str] | None:
    """The ids of items, where each has one of its own."""
    found = [member(one, "id") for one in items]
    texts = [str(one) for one in found]
    return texts if None not in found and len({*texts}) == len(texts) else None
