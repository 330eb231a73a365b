"""Lists that go on by counting pages or items. Pure."""

from __future__ import annotations

from typing import Any

from .arguments import Arguments
from .controls import Control, asked
from .views import Response
from .ways import Step, Turn, Way, read

__all__ = ["ByOffset", "ByPageNumber"]


def _whole(value: Any) -> int | None:
    """A whole number, given as itself or as text."""
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _stated(body: Any, path: str) -> int:
    """A number that the body states; 0 where it does not."""
    return max(_whole(read(body, path)) or 0, 0) if path else 0


class Counting(Way):
    """What ways that count have in common.

    The server may state how much there is: in the body ``total`` is the number of all
    items, ``size`` the most a page holds, which proves nothing where it only repeats
    what ``size_param`` asked for; the header ``total_header`` is the total too.
    """

    __slots__ = ("size", "size_param", "total", "total_header")

    counts = True

    def __init__(
        self,
        param: Control,
        items: str,
        more: str,
        total: str,
        total_header: str,
        size: str,
        size_param: Control,
    ) -> None:
        super().__init__(param, items, more)
        self.total: str = total
        self.total_header: str = total_header
        self.size: str = size
        self.size_param: Control = size_param

    def is_last(self, turn: Turn[Any, Any]) -> bool:
        """Whether the server's own words make this the last page."""
        if self.has_ended(turn.answer):
            return True
        if self.has_more(turn.answer):
            return False
        if not turn.items:
            return True
        total = self._total(turn)
        # More than all there is has come where the total is wrong, or not that of all.
        if total and turn.until is not None and turn.until <= total:
            return turn.until == total and not self._is_of_page(turn)
        size = _stated(turn.answer.data, self.size)
        return len(turn.items) < size != _whole(asked(turn.arguments, self.size_param))

    def falls_short(self, turn: Turn[Any, Any]) -> bool:
        """Whether fewer items have come than there are."""
        return turn.until is not None and turn.until < self._total(turn)

    def grew(self, before: Turn[Any, Any], after: Turn[Any, Any]) -> bool:
        """Whether there are more items now by at least those of the later page."""
        total = self._total(before)
        return 0 < total <= self._total(after) - len(after.items)

    def _total(self, turn: Turn[Any, Any]) -> int:
        """The number of all items, 0 where it is not stated."""
        stated = _stated(turn.answer.data, self.total)
        return stated or _told(turn, self.total_header)

    def _is_of_page(self, turn: Turn[Any, Any]) -> bool:
        """Whether a total may be that of the page alone: a full one, and the first."""
        asked_for = _whole(asked(turn.arguments, self.size_param))
        size = _stated(turn.answer.data, self.size) or asked_for
        return turn.index == 0 and len(turn.items) == size


def _told(turn: Turn[Any, Any], header: str) -> int:
    """A number that a header states; 0 where it does not."""
    found = turn.answer.headers.get(header) if header else None
    return max(_whole(found) or 0, 0)


class ByPageNumber(Counting):
    """The parameter takes the number of a page."""

    __slots__ = ("first", "next_header", "pages", "pages_header")

    def __init__(
        self,
        param: Control,
        *,
        first: int | None = None,
        items: str = "",
        more: str = "",
        total: str = "",
        total_header: str = "",
        pages: str = "",
        pages_header: str = "",
        next_header: str = "",
        size: str = "",
        size_param: Control = "",
    ) -> None:
        """Take the parameter, and the number of the first page where it is known.

        In the body ``pages`` is the number of pages there are. The header
        ``pages_header`` is that too, and ``next_header`` the number of the next page,
        empty after the last.
        """
        super().__init__(param, items, more, total, total_header, size, size_param)
        self.first: int | None = first
        self.pages: str = pages
        self.pages_header: str = pages_header
        self.next_header: str = next_header

    def begins(self, arguments: Arguments) -> int | None:
        """None before the first page; what comes before others is not known."""
        return 0 if asked(arguments, self.param) in (None, self.first) else None

    def step(self, turn: Turn[Any, Any]) -> Step | None:
        """Ask for the number that is said to be next, else for the one after this.

        Where the first number is not known it is taken for 0: if 1 gives the first
        page once more, ``instead`` goes on to 2, and no page is left out.
        """
        if self.is_last(turn):
            return None
        number = _whole(asked(turn.arguments, self.param))
        number = (self.first or 0) if number is None else number
        following = _whole(self._header(turn.answer))
        if following is not None:
            return Step(self.param, following)
        guessed = self.first is None and turn.before == turn.index == 0
        return Step(self.param, number + 1, guessed=guessed)

    def is_last(self, turn: Turn[Any, Any]) -> bool:
        """Also where as many pages have come as there are."""
        pages = self._pages(turn)
        all_came = 0 < pages <= self._came(turn) and not self.has_more(turn.answer)
        return all_came or super().is_last(turn)

    def falls_short(self, turn: Turn[Any, Any]) -> bool:
        """Also where fewer pages have come than there are."""
        return self._came(turn) < self._pages(turn) or super().falls_short(turn)

    def grew(self, before: Turn[Any, Any], after: Turn[Any, Any]) -> bool:
        """Also where there are more pages now."""
        return 0 < self._pages(before) < self._pages(after) or super().grew(
            before, after
        )

    def has_ended(self, answer: Response[Any]) -> bool:
        """Also where the header for the next page has no number of a page."""
        told = self._header(answer)
        return told == "" or self._is_below(told) or super().has_ended(answer)

    def has_more(self, answer: Response[Any]) -> bool:
        """Also where the header for the next page has a number."""
        told = self._header(answer)
        is_next = _whole(told) is not None and not self._is_below(told)
        return is_next or super().has_more(answer)

    def _came(self, turn: Turn[Any, Any]) -> int:
        """How many pages there are to the end of this one."""
        number = _whole(asked(turn.arguments, self.param)) or 0
        return number if turn.before is None else turn.index + 1

    def _pages(self, turn: Turn[Any, Any]) -> int:
        """The number of all pages, 0 where it is not stated."""
        return _stated(turn.answer.data, self.pages) or _told(turn, self.pages_header)

    def _header(self, answer: Response[Any]) -> str | None:
        """What the header for the next page holds; None without one."""
        return answer.headers.get(self.next_header) if self.next_header else None

    def _is_below(self, told: str | None) -> bool:
        """Whether a number is none of a next page: whatever the first is, not 0."""
        number = _whole(told)
        return number is not None and number < max(self.first or 0, 1)

    def instead(self, step: Step) -> Step | None:
        """The number after it."""
        return Step(self.param, step.value + 1)


class ByOffset(Counting):
    """The parameter takes how many items to skip, or the number of the next one."""

    __slots__ = ("first",)

    def __init__(
        self,
        param: Control,
        *,
        first: int = 0,
        items: str = "",
        more: str = "",
        total: str = "",
        total_header: str = "",
        size: str = "",
        size_param: Control = "",
    ) -> None:
        """Take the parameter, and its value for the first item."""
        super().__init__(param, items, more, total, total_header, size, size_param)
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
