"""What headers state spares the request for a page without items, and costs no row."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from case_paging_stated_in_headers import AsyncClient, Client
from case_paging_stated_in_headers._runtime import paging

from tests.servers.lists import IDS, ROWS, listing, numbered
from tests.servers.messages import Answer
from tests.servers.scripted import Scripted

Query = Mapping[str, str]


def use(server: Scripted) -> None:
    for size in (25, 100):
        the_total_is_the_end(size)
        the_number_of_pages_is_the_end(size)
        the_next_page_is_asked_for(size)
        offsets_have_totals_too(size)
        what_is_configured_is_read(size)
    a_total_that_is_too_small_ends_nothing()
    a_page_without_items_may_be_followed()
    a_number_below_the_first_is_the_end()
    rows_that_are_the_same_all_come()
    a_list_that_grows_by_a_page_goes_on()
    a_page_that_is_ignored_ends_the_list()


def with_headers(query: Query, size: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(200, numbered(query, size), headers=named)


def the_total_is_the_end(size: int) -> None:
    def answer(query: Query) -> Answer:
        return with_headers(query, size, X_Total_Count="251")

    with listing(answer) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS
        assert len(asked) == -(-251 // size)
        asked.clear()

        async def run() -> list[str | None]:
            async with AsyncClient(base_url=server.url) as client:
                return [row.id async for row in client.rows.list(per_page=10)]

        assert asyncio.run(run()) == IDS
        assert len(asked) == 26


def the_number_of_pages_is_the_end(size: int) -> None:
    count = -(-251 // size)
    with listing(lambda query: with_headers(query, size, X_Total_Pages=str(count))) as (
        server,
        asked,
    ):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS
        assert [row.id for row in client.rows.list(page=2)] == IDS[size:]
        assert len(asked) == count + count - 1


def the_next_page_is_asked_for(size: int) -> None:
    def answer(query: Query) -> Answer:
        number = int(query.get("page", "1"))
        following = str(number + 1) if number * size < 251 else ""
        return with_headers(query, size, X_Next_Page=following)

    with listing(answer) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.projects.list()] == IDS
        assert len(asked) == -(-251 // size)
    # Where the header is left out after all, only a page without items is the end.
    with listing(lambda query: with_headers(query, size)) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.projects.list()] == IDS
        assert len(asked) == -(-251 // size) + 1


def offsets_have_totals_too(size: int) -> None:
    def answer(query: Query) -> Answer:
        start = int(query.get("offset", "0"))
        return Answer(200, ROWS[start : start + size], headers={"X-Total": "251"})

    with listing(answer) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.skips.list()] == IDS
        assert [row.id for row in client.skips.list(offset=240)] == IDS[240:]
        assert len(asked) == -(-251 // size) + 1


def what_is_configured_is_read(size: int) -> None:
    with listing(lambda query: with_headers(query, size, X_Sum="251")) as (
        server,
        asked,
    ):
        client = Client(base_url=server.url)
        assert [row.id for row in client.told.list()] == IDS
        assert len(asked) == -(-251 // size)


def a_total_that_is_too_small_ends_nothing() -> None:
    # Less than has come already.
    with listing(lambda query: with_headers(query, 100, X_Total_Count="150")) as (
        server,
        asked,
    ):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list()] == IDS
        assert len(asked) == 4

    # That of the page alone, as far as a full first page tells.
    def of_page(query: Query) -> Answer:
        count = len(numbered(query, 50))
        return with_headers(query, 50, X_Total_Count=str(count))

    with listing(of_page) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.rows.list(per_page=50)] == IDS
    # A total of no number, or below zero, is none.
    for wrong in ("many", "-1", ""):
        with listing(
            lambda query, said=wrong: with_headers(query, 100, X_Total_Count=said)
        ) as (server, asked):
            assert [row.id for row in Client(base_url=server.url).rows.list()] == IDS


def a_page_without_items_may_be_followed() -> None:
    pages = {
        "1": Answer(200, ROWS[:2], headers={"X-Next-Page": "2"}),
        "2": Answer(200, [], headers={"X-Next-Page": "4"}),
        "4": Answer(200, ROWS[2:3], headers={"X-Next-Page": ""}),
    }
    with listing(lambda query: pages[query.get("page", "1")]) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.id for row in client.projects.list()] == IDS[:3]
        assert len(asked) == 3


def a_number_below_the_first_is_the_end() -> None:
    for wrong in ("-1", "0"):
        answer = Answer(200, ROWS[:3], headers={"X-Next-Page": wrong})
        with listing(lambda _, answer=answer: answer) as (server, asked):
            client = Client(base_url=server.url)
            assert [row.id for row in client.projects.list()] == IDS[:3]
            assert len(asked) == 1


def rows_that_are_the_same_all_come() -> None:
    same = [{"size": 1}] * 6
    for name, value in (("X-Total-Count", "6"), ("X-Total-Pages", "3")):

        def answer(query: Query, name: str = name, value: str = value) -> Answer:
            start = 2 * int(query.get("page", "1")) - 2
            return Answer(200, same[start : start + 2], headers={name: value})

        with listing(answer) as (server, asked):
            client = Client(base_url=server.url)
            assert [row.size for row in client.rows.list()] == [1] * 6

            async def run() -> list[int | None]:
                async with AsyncClient(base_url=server.url) as client:
                    return [row.size async for row in client.rows.list()]

            assert asyncio.run(run()) == [1] * 6
            assert len(asked) == 6

    def skipping(query: Query) -> Answer:
        start = int(query.get("offset", "0"))
        return Answer(200, same[start : start + 2], headers={"X-Total": "6"})

    with listing(skipping) as (server, asked):
        client = Client(base_url=server.url)
        assert [row.size for row in client.skips.list()] == [1] * 6
        assert len(asked) == 3


def a_list_that_grows_by_a_page_goes_on() -> None:
    for name, of_rows in (("X-Total-Count", 1), ("X-Total-Pages", 2)):
        rows = ROWS[2:6]

        def answer(
            query: Query,
            rows: list[Any] = rows,
            name: str = name,
            of_rows: int = of_rows,
        ) -> Answer:
            start = 2 * int(query.get("page", "1")) - 2
            if start == 2 and len(rows) == 4:
                rows[:0] = ROWS[:2]
            told = {name: str(len(rows) // of_rows)}
            return Answer(200, rows[start : start + 2], headers=told)

        with listing(answer) as (server, asked):
            found = [row.id for row in Client(base_url=server.url).rows.list()]
            assert found == [*IDS[2:4], *IDS[2:6]]
            assert len(asked) == 3


def a_page_that_is_ignored_ends_the_list() -> None:
    told = {"X-Total-Count": "1000000000"}
    with listing(lambda _: Answer(200, ROWS[:2], headers=told)) as (server, asked):
        found = [row.id for row in Client(base_url=server.url).rows.list()]
        assert found == IDS[:2]
    # Without ids that takes a while: the rows could be others.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "_MOST_ALIKE", 5)
        answer = Answer(200, [{"size": 1}], headers=told)
        with listing(lambda _: answer) as (server, asked):
            assert len([*Client(base_url=server.url).rows.list()]) == 6
            assert len(asked) == 7
