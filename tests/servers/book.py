"""What calls did to an application: its answers are judged by it.

Each call names itself in the header ``x-call``; a call that was carried out twice has
had two effects.
"""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request

__all__ = ["Book", "book_of"]


class Book:
    """What calls did."""

    def __init__(self) -> None:
        self.effects: Counter[str] = Counter()

    def carry_out(self, request: Request) -> int:
        """Note that a call had its effect; how often it has now."""
        call = request.headers.get("x-call", "")
        self.effects[call] += 1
        return self.effects[call]


def book_of(request: Request) -> Book:
    """The book of the application that was asked."""
    book: Book = request.app.state.book
    return book
