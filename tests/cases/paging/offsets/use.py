"""The next offset is that of the row after the last that came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from case_paging_offsets import Client, Options

from tests.servers.lists import IDS, ROWS, listing
from tests.servers.scripted import Scripted


def rows(query: Mapping[str, str], most: int, param: str = "offset") -> list[Any]:
    start = int(query.get(param, "0"))
    return ROWS[start : start + min(most, int(query.get("limit", most)))]


def use(server: Scripted) -> None:
    for most in (25, 100):
        every_row_comes_once(most)
    the_total_ends_it()
    it_may_count_from_one()
    what_is_ignored_ends_it()


def every_row_comes_once(most: int) -> None:
    with listing(lambda query: {"data": {"rows": rows(query, most)}}) as (
        server,
        asked,
    ):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS
        assert [row.id for row in client.rows.list(limit=200, offset=7)] == IDS[7:]
        # What is given beside the arguments is the start as well, and given up then.
        options = Options(query={"offset": 240, "beta": "yes"})
        asked.clear()
        assert [row.id for row in client.rows.list(options=options)] == IDS[240:]
        assert asked[1] == {"offset": "251", "beta": "yes"}


def the_total_ends_it() -> None:
    with listing(lambda query: {"data": {"rows": rows(query, 100)}, "total": 251}) as (
        server,
        asked,
    ):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list(offset=51)] == IDS[51:]
        assert [query["offset"] for query in asked] == ["51", "151"]


def it_may_count_from_one() -> None:
    def answer(query: Mapping[str, str]) -> list[Any]:
        start = int(query.get("startIndex", "1")) - 1
        return ROWS[start : start + 100]

    with listing(answer) as (server, asked):
        found = Client(base_url=server.url).members.list()
        assert [row.id for row in found] == IDS
        assert [query.get("startIndex") for query in asked] == [
            None,
            "101",
            "201",
            "252",
        ]


def what_is_ignored_ends_it() -> None:
    with listing(lambda _: {"data": {"rows": ROWS[:9]}}) as (server, asked):
        assert len([*Client(base_url=server.url).rows.list()]) == 9
        assert len(asked) == 2
