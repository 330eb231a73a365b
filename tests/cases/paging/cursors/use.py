"""The answer says where the next page begins, until it says so no more."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from case_paging_cursors import AsyncClient, AsyncPages, Client, Page

from tests.servers.lists import IDS, ROWS, listing
from tests.servers.scripted import Scripted


def page(rows: list[Any], following: str | None) -> dict[str, Any]:
    return {"rows": rows, "response_metadata": {"next_cursor": following}}


def use(server: Scripted) -> None:
    each_row_comes_once()
    an_empty_page_is_not_the_end()
    a_cursor_that_comes_again_is_the_end()
    more_without_a_cursor_is_told()
    numbers_may_be_cursors()
    lists_may_be_gone_through_again()
    what_methods_return_can_be_named()


def forwards(query: Mapping[str, str]) -> dict[str, Any]:
    start = int(query.get("cursor", "at 0").removeprefix("at "))
    end = start + 100
    return page(ROWS[start:end], f"at {end}" if end < len(ROWS) else "")


def each_row_comes_once() -> None:
    with listing(forwards) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list(kind="a b")] == IDS
        assert asked == [
            {"kind": "a b"},
            {"cursor": "at 100", "kind": "a b"},
            {"cursor": "at 200", "kind": "a b"},
        ]
        assert [row.id for row in client.rows.list(cursor="at 200")] == IDS[200:]

        async def run() -> list[int]:
            async with AsyncClient(base_url=server.url) as client:
                return [len(one) async for one in client.rows.list().pages()]

        assert asyncio.run(run()) == [100, 100, 51]


def an_empty_page_is_not_the_end() -> None:
    pages = {"": page(ROWS[:1], "a"), "a": page([], "b"), "b": page(ROWS[1:2], None)}
    with listing(lambda query: pages[query.get("cursor", "")]) as (server, _):
        found = Client(base_url=server.url).rows.list()
        assert [len(one) for one in found.pages()] == [1, 0, 1]


def warnings() -> list[str]:
    """What is logged from now on."""
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("case_paging_cursors").addHandler(handler)
    return said


def a_cursor_that_comes_again_is_the_end() -> None:
    said = warnings()
    circle = {
        "": page(ROWS[:1], "a"),
        "a": page(ROWS[1:2], "b"),
        "b": page(ROWS[2:3], "a"),
    }
    with listing(lambda query: circle[query.get("cursor", "")]) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS[:3]
        assert [row.id for row in client.rows.list(cursor="a")] == IDS[1:3]
        assert len(asked) == 5
    assert said[0] == (
        "GET /rows: page 3 of the list leads to 'a' a second time, and so is taken for"
        " its last"
    )
    # One that is ignored brings the first page again, and that is not given twice.
    with listing(lambda _: page(ROWS[:5], "a")) as (server, asked):
        assert [row.id for row in Client(base_url=server.url).rows.list()] == IDS[:5]
        assert len(asked) == 2


def more_without_a_cursor_is_told() -> None:
    said = warnings()
    with listing(lambda _: {**page(ROWS[:2], None), "has_more": True}) as (server, _):
        assert [row.id for row in Client(base_url=server.url).rows.list()] == IDS[:2]
    assert said == [
        "GET /rows: page 1 of the list says that there is more, but not where, and so"
        " is taken for its last"
    ]
    with listing(lambda _: {**page(ROWS[:2], None), "has_more": False}) as (server, _):
        assert [row.id for row in Client(base_url=server.url).rows.list()] == IDS[:2]
    assert len(said) == 1


def numbers_may_be_cursors() -> None:
    def answer(query: Mapping[str, str]) -> Any:
        number = int(query.get("page", "1"))
        # Texts without ids may well be the same on every page.
        return {"steps": ["same"] if number < 4 else [], "next_page": number + 1}

    with listing(answer) as (server, asked):
        assert [*Client(base_url=server.url).steps.list()] == ["same"] * 3
        assert len(asked) == 4
    for none in (0, -1):
        body = {"steps": ["last"], "next_page": none}
        with listing(lambda _, body=body: body) as (server, asked):
            assert [*Client(base_url=server.url).steps.list()] == ["last"]
            assert len(asked) == 1


def lists_may_be_gone_through_again() -> None:
    with listing(forwards) as (server, _):
        found = Client(base_url=server.url).rows.list()
        assert [row.id for row in found] == IDS
        assert [row.id for row in found] == IDS
        first = next(iter(found.pages()))
        assert first is found


def what_methods_return_can_be_named() -> None:
    with listing(forwards) as (server, _):
        assert isinstance(Client(base_url=server.url).rows.list(), Page)

        async def run() -> None:
            async with AsyncClient(base_url=server.url) as client:
                found = client.rows.list()
                assert isinstance(found, AsyncPages)
                await found

        asyncio.run(run())
