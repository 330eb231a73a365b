"""A short page is not the end, and a page that comes again is."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from case_paging_page_numbers import AsyncClient, Client, NotFoundError

from tests.servers.lists import IDS, ROWS, listing, numbered
from tests.servers.messages import Answer
from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    for size in (25, 100):
        each_row_comes_once(size)
    a_page_has_a_length_and_items(server)
    filters_stay_and_the_start_is_the_callers()
    a_parameter_that_is_ignored_ends_the_list()
    what_is_not_there_is_the_end()
    the_first_number_is_found_out()
    a_failure_is_raised_where_it_happens(server)


def each_row_comes_once(size: int) -> None:
    with listing(lambda query: {"rows": numbered(query, size)}) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS
        assert len(asked) == -(-251 // size) + 1
        asked.clear()
        # The server holds less than is asked for: that is not the end.
        assert [row.id for row in client.rows.list(per_page=200)] == IDS
        assert asked[1] == {"page": "2", "per_page": "200"}

        async def run() -> list[str]:
            async with AsyncClient(base_url=server.url) as client:
                return [row.id async for row in client.rows.list()]

        assert asyncio.run(run()) == IDS


def a_page_has_a_length_and_items(server: Scripted) -> None:
    client = Client(base_url=server.url)
    server.will({"rows": ROWS[:3], "note": "the body is whole"})
    page = client.rows.list()
    assert (len(page), page[0].id, page[-1].id) == (3, "r0", "r2")
    assert [row.id for row in page[1:]] == ["r1", "r2"]
    assert page.items == page.body.rows
    assert page.body.extra == {"note": "the body is whole"}
    assert page == page.items
    assert repr(page) == "<Page 1 with 3 items>"
    assert len(server.requests) == 1
    server.will({"rows": ROWS[3:4]})
    following = page.next_page()
    assert following is not None
    assert [row.id for row in following.items] == ["r3"]
    server.will({"rows": []})
    assert following.next_page() is None


def filters_stay_and_the_start_is_the_callers() -> None:
    with listing(lambda query: {"rows": numbered(query, 100)}) as (server, asked):
        client = Client(base_url=server.url).with_options(headers={"X-Of": "mine"})
        found = client.rows.list(page=2, colour="red")
        assert [len(page) for page in found.pages()] == [100, 51]
        assert [row.id for row in found] == IDS[100:]
        assert {query["colour"] for query in asked} == {"red"}
        assert [query["page"] for query in asked[:3]] == ["2", "3", "4"]
        assert {one.headers["x-of"] for one in server.requests} == {"mine"}


def a_parameter_that_is_ignored_ends_the_list() -> None:
    with listing(lambda _: {"rows": ROWS[:4]}) as (server, asked):
        found = Client(base_url=server.url).rows.list()
        assert [row.id for row in found] == IDS[:4]
        assert len(asked) == 3
    # Told by their ids, as the rows themselves may change between two answers.
    counted = iter(range(99))
    with listing(lambda _: {"rows": [{"id": "r0", "size": next(counted)}]}) as (
        server,
        asked,
    ):
        assert len([*Client(base_url=server.url).rows.list()]) == 1

    # The last page stands for all after it.
    def clamped(query: Mapping[str, str]) -> Any:
        return {"rows": numbered({"page": min(query.get("page", "1"), "3")}, 100)}

    with listing(clamped) as (server, _):
        assert [row.id for row in Client(base_url=server.url).rows.list()] == IDS


def what_is_not_there_is_the_end() -> None:
    with listing(
        lambda query: {"rows": rows} if (rows := numbered(query, 100)) else Answer(404)
    ) as (server, _):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS
        with pytest.raises(NotFoundError):
            client.rows.list(page=9)


def the_first_number_is_found_out() -> None:
    with listing(lambda query: numbered(query, 100, first=0)) as (server, _):
        assert [row.id for row in Client(base_url=server.url).leaves.list()] == IDS
    with listing(lambda query: numbered(query, 100, first=1)) as (server, _):
        assert [row.id for row in Client(base_url=server.url).leaves.list()] == IDS


def a_failure_is_raised_where_it_happens(server: Scripted) -> None:
    client = Client(base_url=server.url, retries=0)
    server.will({"rows": ROWS[:2]})
    server.will("no", status=500)
    page = client.rows.list()
    with pytest.raises(Exception, match="500"):
        page.next_page()
    # Nothing is lost: the same page can be asked for again.
    server.will({"rows": ROWS[2:3]})
    again = page.next_page()
    assert again is not None
    assert [row.id for row in again.items] == ["r2"]
