"""A list of rows, whose pages follow each other in every way there is.

``x-size`` says how many rows a page has. Before each page but the first, as many new
rows as ``x-grows`` says come to stand before all others. From the third page on, a list
with ``x-turns`` leads back to its second one.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.servers.book import book_of
from tests.servers.lists import IDS, ROWS

__all__ = ["PAGED", "WAYS"]

WAYS = ("by_cursor", "by_page", "by_offset", "by_url", "by_link")

Row = dict[str, object]


class Asked:
    """What a request for a page is about; it counts as carried out."""

    def __init__(self, request: Request) -> None:
        told = request.headers
        self.size = int(told.get("x-size", 100))
        self.turns = "x-turns" in told
        pages = book_of(request).carry_out(request) - 1
        count = pages * int(told.get("x-grows", 0))
        self.rows: list[Row] = [{"id": f"new-{at}"} for at in reversed(range(count))]
        self.rows += ROWS

    def starting(self, start: int) -> list[Row]:
        """The rows of the page that starts at a place."""
        return self.rows[start : start + self.size]

    def after(self, last: str) -> tuple[list[Row], str | None]:
        """The rows after one, and what the next page comes after; None at the end."""
        ids = [row["id"] for row in self.rows]
        rows = self.starting(ids.index(last) + 1 if last else ids.index(IDS[0]))
        following = str(rows[-1]["id"])
        if self.turns and ids.index(following) >= 2 * self.size:
            return rows, IDS[self.size - 1]
        return rows, None if following == IDS[-1] else following


async def by_cursor(request: Request) -> Response:
    """The cursor is what the last row is called."""
    rows, following = Asked(request).after(request.query_params.get("cursor", ""))
    return JSONResponse({"rows": rows, "next_cursor": following})


async def by_url(request: Request) -> Response:
    """The answer has the address of the next page."""
    rows, following = Asked(request).after(request.query_params.get("after", ""))
    url = following and str(request.url.include_query_params(after=following))
    return JSONResponse({"rows": rows, "next_url": url})


async def by_link(request: Request) -> Response:
    """A header has the address of the next page, from the root on."""
    rows, following = Asked(request).after(request.query_params.get("after", ""))
    link = f'<{request.url.path}?after={following}>; rel="next"'
    return JSONResponse(rows, headers={"link": link} if following else {})


async def by_page(request: Request) -> Response:
    """Pages have numbers, and nobody says how many there are."""
    asked = Asked(request)
    number = int(request.query_params.get("page", 1))
    return JSONResponse({"rows": asked.starting((number - 1) * asked.size)})


async def by_offset(request: Request) -> Response:
    """Rows are counted, and their number is told."""
    asked = Asked(request)
    rows = asked.starting(int(request.query_params.get("offset", 0)))
    return JSONResponse({"rows": rows, "total": len(asked.rows)})


PAGED = (
    Route("/rows/by-cursor", by_cursor),
    Route("/rows/by-page", by_page),
    Route("/rows/by-offset", by_offset),
    Route("/rows/by-url", by_url),
    Route("/rows/by-link", by_link),
)
