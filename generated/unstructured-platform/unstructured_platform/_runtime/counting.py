"""Lists that go on by counting pages or items. Pure."""

from __future__ import annotations

from typing import Any

from .arguments import Arguments
from .ways import Step, Turn, Way, asked, read

__all__ = ["ByOffset", "ByPageNumber"]


def _whole(value: Any) -> int | None:
    """A whole number, given as itself or as text."""
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError):
        return None


def _stated(body: Any, path: str) -> int:
    """A number that the server states; 0 where it does not."""
    return max(_whole(read(body, path)) or 0, 0) if path else 0


class Counting(Way):
    """What ways that count have in common.

    The server may state how much there is: in the body ``total`` is the number of all
    items, ``size`` the most a page holds, which proves nothing where it only repeats
    what ``size_param`` asked for.
    """

    __slots__ = ("size", "size_param", "total")

    counts = True

    def __init__(
        self, param: str, items: str, more: str, total: str, size: str, size_param: str
    ) -> None:
        super().__init__(param, items, more)
        self.total: str = total
        self.size: str = size
        self.size_param: str = size_param

    def is_last(self, turn: Turn[Any, Any]) -> bool:
        """Whether the server's own words make this the last page."""
        body = turn.answer.data
        total = _stated(body, self.total)
        if self.has_ended(body) or (not turn.items and not self.has_more(body)):
            return True
        if total and turn.until is not None:
            return turn.until >= total
        size = _stated(body, self.size)
        return len(turn.items) < size != _whole(asked(turn.arguments, self.size_param))


class ByPageNumber(Counting):
    """The parameter takes the number of a page."""

    __slots__ = ("first", "pages")

    def __init__(
        self,
        param: str,
        *,
        first: int | None = None,
        items: str = "",
        more: str = "",
        total: str = "",
        pages: str = "",
        size: str = "",
        size_param: str = "",
    ) -> None:
        """Take the parameter, and the number of the first page where it is known.

        In the body ``pages`` is the number of pages there are.
        """
        super().__init__(param, items, more, total, size, size_param)
        self.first: int | None = first
        self.pages: str = pages

    def begins(self, arguments: Arguments) -> int | None:
        """None before the first page; what comes before others is not known."""
        return 0 if asked(arguments, self.param) in (None, self.first) else None

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask for the number after this one.

        Where the first number is not known it is taken for 0: if 1 gives the first
        page once more, ``instead`` goes on to 2, and no page is left out.
        """
        number = _whole(asked(turn.arguments, self.param))
        pages = _stated(turn.answer.data, self.pages)
        number = (self.first or 0) if number is None else number
        done = number if turn.before is None else turn.index + 1
        if self.is_last(turn) or (pages and done >= pages):
            return None
        return Step(self.param, number + 1)

    def instead(self, step: Step) -> Step | None:
        """The number after it."""
        return Step(self.param, step.value + 1)


class ByOffset(Counting):
    """The parameter takes how many items to skip, or the number of the next one."""

    __slots__ = ("first",)

    def __init__(
        self,
        param: str,
        *,
        first: int = 0,
        items: str = "",
        more: str = "",
        total: str = "",
        size: str = "",
        size_param: str = "",
    ) -> None:
        """Take the parameter, and its value for the first item."""
        super().__init__(param, items, more, total, size, size_param)
        self.first: int = first

    def begins(self, arguments: Arguments) -> int | None:
        """The items that the caller skips."""
        return self._offset(arguments) - self.first

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask for the item after the last that came, however many were asked for."""
        if not turn.items or self.is_last(turn):
            return None
        return Step(self.param, self._offset(turn.arguments) + len(turn.items))

    def _offset(self, arguments: Arguments) -> int:
        found = _whole(asked(arguments, self.param))
        return self.first if found is None else found
