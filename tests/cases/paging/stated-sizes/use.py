"""What the server states ends a list without a request more; an echo states nothing."""

from __future__ import annotations

from typing import Any

from case_paging_stated_sizes import Client

from tests.servers.lists import IDS, listing, numbered
from tests.servers.scripted import Scripted

PAGES = 3
"""How many there are of 100 rows."""


def use(server: Scripted) -> None:
    assert asked_for(total_count=251) == PAGES
    assert asked_for(total_pages=3) == PAGES
    assert asked_for(per_page=100) == PAGES
    # Nothing useful is stated: only a page without rows is the end.
    assert asked_for() == PAGES + 1
    assert asked_for(total_count=0) == PAGES + 1
    # The size only repeats what the caller wished, and may be more than the server's.
    assert asked_for(wish=1000, per_page=1000) == PAGES + 1
    assert asked_for(wish=1000, per_page=100) == PAGES
    # From the middle on, the total says nothing of how much is left.
    assert asked_for(page=2, total_count=251) == PAGES
    whether_there_is_more_is_said()


def asked_for(wish: int | None = None, page: int | None = None, **meta: Any) -> int:
    """How many requests it takes to get every row once."""
    with listing(lambda query: {"data": numbered(query, 100), "meta": meta}) as (
        server,
        asked,
    ):
        found = Client(base_url=server.url).rows.list(per_page=wish, page=page)
        assert [row.id for row in found] == IDS[100 * ((page or 1) - 1) :]
        return len(asked)


def whether_there_is_more_is_said() -> None:
    def answer(query: dict[str, str]) -> Any:
        number = int(query.get("page", "1"))
        rows = [] if number == 2 else numbered({"page": str(number)}, 100)
        return {"data": rows, "meta": {"has_more": number < 3}}

    with listing(answer) as (server, asked):
        found = Client(base_url=server.url).rows.list()
        # The second page has nothing, which is not the end when more is to come.
        assert [row.id for row in found] == IDS[:100] + IDS[200:]
        assert len(asked) == PAGES
    # A server that never says otherwise is not asked for ever.
    with listing(lambda _: {"data": [], "meta": {"has_more": True}}) as (server, asked):
        assert [*Client(base_url=server.url).rows.list()] == []
        assert len(asked) == 2
