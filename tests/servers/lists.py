"""An API that has lists: it answers each request with what a function makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tests.servers.loopback import Loopback, serve
from tests.servers.messages import Answer, Request

ROWS = [{"id": f"r{number}", "size": number} for number in range(251)]
IDS = [row["id"] for row in ROWS]

Listing = Callable[[Mapping[str, str]], Any]
"""From the query of a request to the value that answers it, or the whole answer."""


class Lists:
    """Answers by a function of the query; ``asked`` are the queries that came."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self.asked: list[dict[str, str]] = []

    def answer(self, request: Request) -> Answer:
        query = dict(request.query)
        self.asked.append(query)
        made = self._listing(query)
        return made if isinstance(made, Answer) else Answer(200, made)


@contextmanager
def listing(answer: Listing) -> Iterator[tuple[Loopback, list[dict[str, str]]]]:
    """A server of lists, and the queries it was asked."""
    app = Lists(answer)
    with serve(lambda: app) as server:
        yield server, app.asked


def numbered(query: Mapping[str, str], size: int, *, first: int = 1) -> list[Any]:
    """The rows of ``page``; at most ``size``, whatever ``per_page`` asks for."""
    size = min(size, int(query.get("per_page", size)))
    start = (int(query.get("page", first)) - first) * size
    return ROWS[start : start + size]
