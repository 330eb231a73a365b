"""The next page begins after the last item of this one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from case_paging_last_items import Client

from tests.servers.lists import IDS, ROWS, listing
from tests.servers.scripted import Scripted


def rows(query: Mapping[str, str]) -> dict[str, Any]:
    after = query.get("starting_after")
    start = 0 if after is None else IDS.index(after) + 1
    return {"data": ROWS[start : start + 100], "has_more": start + 100 < len(ROWS)}


def use(server: Scripted) -> None:
    with listing(rows) as (running, asked):
        client = Client(base_url=running.url)
        assert [row.id for row in client.rows.list()] == IDS
        assert [query.get("starting_after") for query in asked] == [None, "r99", "r199"]
    with listing(lambda _: {"data": ROWS[:3], "has_more": True}) as (running, asked):
        assert len([*Client(base_url=running.url).rows.list()]) == 3
        assert len(asked) == 2
