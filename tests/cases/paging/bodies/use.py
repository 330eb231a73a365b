"""Where the body says which page is meant, the next one differs in nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from case_paging_bodies import AsyncClient, Client, Options
from case_paging_bodies import models as m

from tests.servers.lists import IDS, ROWS
from tests.servers.loopback import serve
from tests.servers.messages import Answer, Request
from tests.servers.scripted import Scripted

Bodies = list[Any]


def use(server: Scripted) -> None:
    a_cursor_is_put_into_what_was_given()
    a_number_may_stand_within_an_object()
    what_creates_is_no_list(server)


@contextmanager
def searching(answer: Callable[[Any], Any]) -> Iterator[tuple[str, Bodies]]:
    """A server whose answers go by the body; the bodies that came, None for none."""
    came: Bodies = []

    class Searches:
        def answer(self, request: Request) -> Answer:
            came.append(request.json() if request.body else None)
            return Answer(200, answer(came[-1] or {}))

    with serve(Searches) as server:
        yield server.url, came


def after(body: Any) -> Any:
    start = int((body.get("startCursor") or "at 0").removeprefix("at "))
    end = start + 100
    return {"rows": ROWS[start:end], "nextCursor": f"at {end}" if end < 251 else None}


def a_cursor_is_put_into_what_was_given() -> None:
    as_sent: Any = {"createdBy": "ann", "limit": 100, "unknown": [1]}
    beside = Options(extra_body={"unknown": [1]})
    with searching(after) as (url, came):
        client = Client(base_url=url)
        for given in (m.Search(created_by="ann", limit=100), as_sent, None):
            if given is None:
                page = client.rows.search(created_by="ann", limit=100, options=beside)
            else:
                page = client.rows.search(given, options=beside)
            assert [row.id for row in page] == IDS
            assert came == [
                as_sent,
                {**as_sent, "startCursor": "at 100"},
                {**as_sent, "startCursor": "at 200"},
            ]
            came.clear()
        # It begins where the caller says, however that is said.
        for page in (
            client.rows.search(created_by="ann", start_cursor="at 200"),
            client.rows.search(
                created_by="ann", options=Options(extra_body={"startCursor": "at 200"})
            ),
        ):
            assert [row.id for row in page] == IDS[200:]

        async def run() -> list[str | None]:
            async with AsyncClient(base_url=url) as client:
                return [row.id async for row in client.rows.search(created_by="ann")]

        came.clear()
        assert asyncio.run(run()) == IDS
        assert [body.get("startCursor") for body in came] == [None, "at 100", "at 200"]
        whole = m.Search(created_by="ann")
        assert len([*client.rows.search(whole).pages()]) == 3
        assert whole == m.Search(created_by="ann")


def numbered(body: Any) -> Any:
    asked = body.get("pagination", {})
    size = min(asked.get("pageSize", 50), 100)
    start = (asked.get("pageNumber", 1) - 1) * size
    return {"rows": ROWS[start : start + size], "total": 251}


def a_number_may_stand_within_an_object() -> None:
    with searching(numbered) as (url, came):
        client = Client(base_url=url)
        # The body is optional, and comes into being with the second page.
        assert [row.id for row in client.leaves.query()] == IDS
        assert came[:2] == [None, {"pagination": {"pageNumber": 2}}]
        assert len(came) == 6
        came.clear()
        pagination = m.Pagination(page_size=200)
        red = client.leaves.query(colour="red", pagination=pagination)
        assert [row.id for row in red] == IDS
        assert came == [
            {"colour": "red", "pagination": {"pageSize": 200}},
            {"colour": "red", "pagination": {"pageSize": 200, "pageNumber": 2}},
            {"colour": "red", "pagination": {"pageSize": 200, "pageNumber": 3}},
        ]
        last = m.Pagination(page_number=3, page_size=100)
        assert [row.id for row in client.leaves.query(pagination=last)] == IDS[200:]


def what_creates_is_no_list(server: Scripted) -> None:
    server.will({"rows": ROWS[:1], "nextCursor": "a"})
    made: m.Rows = Client(base_url=server.url).rows.create(created_by="ann")
    assert made.next_cursor == "a"
