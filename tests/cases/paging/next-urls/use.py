"""The address of the next page is followed, and told no secret where it leads away."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from case_paging_next_urls import AsyncClient, Client, DecodeError

from tests.servers.lists import ROWS, listing
from tests.servers.scripted import Scripted


def page(number: int, following: str | None) -> dict[str, Any]:
    return {"results": ROWS[number : number + 1], "links": {"next": following}}


def use(server: Scripted) -> None:
    addresses_are_followed_as_they_are(server)
    another_origin_is_told_no_secret(server)
    what_leads_nowhere_is_an_error(server)
    a_circle_ends(server)
    async_clients_follow_too(server)


def addresses_are_followed_as_they_are(server: Scripted) -> None:
    client = Client(api_key="secret", base_url=f"{server.url}/v1")
    server.will(page(0, f"{server.url}/v1/rows?at=a%20b&limit=1#here"))
    server.will(page(1, "?at=c"))
    server.will(page(2, "/v1/rows?at=d&api_key=secret"))
    server.will(page(3, ""))
    found = client.rows.list(limit=1, x_trace="t1")
    assert [row.id for row in found] == ["r0", "r1", "r2", "r3"]
    assert [one.target for one in server.requests] == [
        "/v1/rows?limit=1&api_key=secret",
        "/v1/rows?at=a%20b&limit=1&api_key=secret",
        "/v1/rows?at=c&api_key=secret",
        "/v1/rows?at=d&api_key=secret",
    ]
    assert {one.headers["x-trace"] for one in server.requests} == {"t1"}


def another_origin_is_told_no_secret(server: Scripted) -> None:
    with listing(lambda _: page(1, None)) as (elsewhere, asked):
        client = Client(
            api_key="secret", base_url=server.url, headers={"Authorization": "mine"}
        )
        server.will(page(0, f"{elsewhere.url}/rows?at=b"))
        found = client.rows.list(x_trace="t2")
        assert [row.id for row in found] == ["r0", "r1"]
        assert asked == [{"at": "b"}]
        (request,) = elsewhere.requests
        assert not {"authorization", "x-trace", "cookie"} & set(request.headers)


def what_leads_nowhere_is_an_error(server: Scripted) -> None:
    client = Client(api_key="secret", base_url=server.url)
    for address in (
        "ftp://files.example/rows",
        "http://[::1/rows",
        "javascript:alert()",
    ):
        server.will(page(0, address))
        first = client.rows.list()
        asked = len(server.requests)
        with pytest.raises(DecodeError, match="next page"):
            first.next_page()
        assert len(server.requests) == asked


def a_circle_ends(server: Scripted) -> None:
    client = Client(api_key="secret", base_url=server.url)
    for number, following in enumerate(("/rows?at=b", "/rows?at=c", "/rows?at=b")):
        server.will(page(number, following))
    assert len([*client.rows.list()]) == 3


def async_clients_follow_too(server: Scripted) -> None:
    async def run() -> list[str | None]:
        server.will(page(0, "/rows?at=b"))
        server.will(page(1, None))
        async with AsyncClient(api_key="secret", base_url=server.url) as client:
            first = await client.rows.list()
            assert len(first) == 1
            return [row.id async for row in first]

    assert asyncio.run(run()) == ["r0", "r1"]
