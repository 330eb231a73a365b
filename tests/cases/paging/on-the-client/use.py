"""Callers who know the array alone go on as they were; raw and settings work too."""

from __future__ import annotations

import asyncio

import pytest
from case_paging_on_the_client import AsyncClient, Client, Drift, Options
from case_paging_on_the_client.models import Row

from tests.servers.lists import IDS, ROWS, listing, numbered
from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    it_is_like_the_array(server)
    raw_has_the_page(server)
    settings_hold_for_all_pages(server)
    asyncio.run(async_calls_are_awaited_or_gone_through())


def it_is_like_the_array(server: Scripted) -> None:
    client = Client(base_url=server.url)
    server.will(ROWS[:3])
    rows = client.list()
    assert (len(rows), rows[1].id) == (3, "r1")
    assert [row.id for row in reversed(rows)] == ["r2", "r1", "r0"]
    assert rows == [Row(id="r0"), Row(id="r1"), Row(id="r2")] or rows[0].extra
    server.will([])
    assert not client.list()
    with pytest.raises(TypeError, match="unhashable"):
        hash(rows)


def raw_has_the_page(server: Scripted) -> None:
    client = Client(base_url=server.url)
    server.will(ROWS[:1], x_of="first")
    server.will(ROWS[1:2])
    response = client.raw.list(per_page=1)
    assert (response.status, response.headers["x-of"]) == (200, "first")
    assert response.data.body == response.data.items
    following = response.data.next_page()
    assert following is not None
    assert following[0].id == "r1"


def settings_hold_for_all_pages(server: Scripted) -> None:
    seen: list[Drift] = []
    client = Client(base_url=server.url, on_drift=seen.append)
    server.will(ROWS[:1])
    server.will("later", status=503, retry_after="0")
    server.will([{"name": "without an id"}])
    options = Options(headers={"X-Mine": "1"}, query={"beta": 2})
    first = client.with_options(retries=1).list(options=options)
    second = first.next_page()
    assert second is not None
    assert second.items[0].extra == {"name": "without an id"}
    assert len(seen) == 1
    asked = server.requests[-3:]
    assert {one.headers["x-mine"] for one in asked} == {"1"}
    assert [one.target for one in asked] == [
        "/v1/rows?beta=2",
        "/v1/rows?page=2&beta=2",
        "/v1/rows?page=2&beta=2",
    ]


async def async_calls_are_awaited_or_gone_through() -> None:
    with listing(lambda query: numbered(query, 100)) as (server, _):
        async with AsyncClient(base_url=server.url) as client:
            page = await client.list()
            assert (len(page), page[0].id) == (100, "r0")
            assert [row.id async for row in page] == IDS
            assert [row.id async for row in client.list()] == IDS
            task = asyncio.create_task(client.list(page=3))
            assert len(await task) == 51
            both = await asyncio.gather(client.list(), client.list(page=2))
            assert [len(one) for one in both] == [100, 100]
            response = await client.raw.list(page=3)
            following = await response.data.next_page()
            assert following is None
            client.list().close()
