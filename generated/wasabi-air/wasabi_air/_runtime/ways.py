"""The ways lists go on from page to page: what to ask for after a page. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from .arguments import Arguments
from .controls import Control
from .unset import Unset
from .views import Headers, Response

__all__ = [
    "ByCursor",
    "ByLastItem",
    "ByLinkHeader",
    "ByNextUrl",
    "Step",
    "Turn",
    "Way",
    "member",
    "read",
]

T = TypeVar("T")
B = TypeVar("B")

_LINK = re.compile(r"<([^<>]*)>((?:[^,<\"]|\"(?:\\.|[^\"\\])*\")*)")
_NO_CURSOR = (None, "", 0, "0", -1, "-1")
_NEXT = re.compile(r";\s*rel\s*=\s*(?:\"(?:[^\"]*\s)?next(?:\s[^\"]*)?\"|next\b)", re.I)


class Step:
    """What to ask for next: a value for a parameter, or an address (``param`` "").

    ``guessed``: it may be that of the page before, as the first one is not known.
    """

    __slots__ = ("guessed", "param", "value")

    def __init__(self, param: Control, value: Any, *, guessed: bool = False) -> None:
        self.param: Control = param
        self.value: Any = value
        self.guessed: bool = guessed

    @property
    def text(self) -> str:
        """The value as it is compared and shown."""
        return str(self.value)


class Turn(Generic[T, B]):
    """One page as it came: what asked for it, and where in its list it stands.

    ``before`` counts the items of the list before it, None where that is not known;
    ``alike`` the pages in a row that look like earlier ones, and are others.
    """

    __slots__ = (
        "alike",
        "answer",
        "arguments",
        "before",
        "index",
        "items",
        "opening",
        "seen",
    )

    def __init__(
        self,
        arguments: Arguments,
        answer: Response[B],
        items: list[T],
        before: int | None,
        after: Turn[T, B] | None,
    ) -> None:
        self.arguments: Arguments = arguments
        self.answer: Response[B] = answer
        self.items: list[T] = items
        self.before: int | None = before
        self.alike: int = 0
        self.index: int = 0 if after is None else after.index + 1
        self.opening: Turn[T, B] | None = after and (after.opening or after)
        # Shared by the pages of a list, so that each step is known to be a new one.
        self.seen: dict[str, int] = {} if after is None else after.seen

    @property
    def until(self) -> int | None:
        """How many items of the list there are to the end of this page."""
        return None if self.before is None else self.before + len(self.items)


def read(value: Any, path: str) -> Any:
    """What stands at a path of attributes; None where there is nothing."""
    for name in path.split(".") if path else ():
        value = member(value, name)
    return value


def member(value: Any, name: str) -> Any:
    """An attribute of a model or member of an object; None where there is none."""
    is_plain = issubclass(type(value), dict)
    found: Any = value.get(name) if is_plain else getattr(value, name, None)
    return None if isinstance(found, Unset) else found


class Way:
    """How a list goes on. Paths are attributes of the body, ``""`` is the body itself.

    ``param`` is what takes the cursor or number, "" where an address leads on;
    ``items`` are what the list is of; ``more`` says whether there are further ones.
    """

    __slots__ = ("items", "more", "param")

    counts = False
    """Whether it counts pages or items, and does not take what the server names."""

    def __init__(self, param: Control, items: str, more: str) -> None:
        self.param: Control = param
        self.items: str = items
        self.more: str = more

    def read_items(self, body: Any) -> list[Any]:
        """The items of a page."""
        found = read(body, self.items)
        return found if issubclass(type(found), list) else []

    def begins(self, arguments: Arguments) -> int | None:
        """How many items of the list come before its first page."""
        return None

    def has_ended(self, answer: Response[Any]) -> bool:
        """Whether the server says that this is all."""
        return bool(self.more) and read(answer.data, self.more) is False

    def has_more(self, answer: Response[Any]) -> bool:
        """Whether the server says that there is more."""
        return bool(self.more) and read(answer.data, self.more) is True

    def falls_short(self, turn: Turn[Any, Any]) -> bool:
        """Whether the server states more than has come up to the end of a page."""
        return False

    def grew(self, before: Turn[Any, Any], after: Turn[Any, Any]) -> bool:
        """Whether the server states more than before, by the later page or more."""
        return False

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """What to ask for after a page; None where the list ends with it."""
        raise NotImplementedError

    def instead(self, step: Step) -> Step | None:
        """What to ask for where the second page was the first one again."""
        return None


class ByCursor(Way):
    """The answer names a value that the parameter takes to give the next page."""

    __slots__ = ("next",)

    def __init__(
        self, param: Control, next: str, *, items: str = "", more: str = ""
    ) -> None:
        """Take the parameter, and where in the body its next value is."""
        super().__init__(param, items, more)
        self.next: str = next

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask with the cursor there is; null, "", 0 and -1 are none.

        Numbers may be counted on for ever: with those, a page without items is the end.
        """
        cursor = read(turn.answer.data, self.next)
        if self.has_ended(turn.answer) or cursor in _NO_CURSOR:
            return None
        counted = isinstance(cursor, int) and not self.has_more(turn.answer)
        return None if counted and not turn.items else Step(self.param, cursor)


class ByLastItem(Way):
    """The parameter takes what names the last item of the page before."""

    __slots__ = ("field",)

    def __init__(
        self, param: Control, field: str, *, items: str = "", more: str = ""
    ) -> None:
        """Take the parameter, and the attribute of an item that it takes."""
        super().__init__(param, items, more)
        self.field: str = field

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask for what comes after the last item."""
        last = read(turn.items[-1], self.field) if turn.items else None
        ended = self.has_ended(turn.answer) or last in (None, "")
        return None if ended else Step(self.param, last)


class ByNextUrl(Way):
    """The answer holds the address of the next page."""

    __slots__ = ("next",)

    def __init__(self, next: str, *, items: str = "", more: str = "") -> None:
        """Take where in the body the address is."""
        super().__init__("", items, more)
        self.next: str = next

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask at the address there is."""
        url = read(turn.answer.data, self.next)
        if self.has_ended(turn.answer) or not isinstance(url, str):
            return None
        return Step("", url) if url else None


class ByLinkHeader(Way):
    """A ``Link`` header holds the address of the next page (RFC 8288)."""

    __slots__ = ()

    def __init__(self, *, items: str = "", more: str = "") -> None:
        """Take where in the body the items are."""
        super().__init__("", items, more)

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask at the address whose relation is ``next``."""
        url = next(_next_links(turn.answer.headers), "")
        return Step("", url) if url and not self.has_ended(turn.answer) else None


def _next_links(headers: Headers) -> Iterator[str]:
    for value in headers.get_all("link"):
        for found in _LINK.finditer(value):
            if _NEXT.search(found[2]):
                yield found[1].strip()
