"""A list that nobody told, or told of one page, is one call, however it pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import case_testing_lists_nobody_told.models as m
import pytest
from case_testing_lists_nobody_told import AsyncPage, Page
from case_testing_lists_nobody_told.testing import (
    FakeAsyncClient,
    FakeClient,
    call,
    calls,
    when,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with pytest.MonkeyPatch.context() as patch:
        warned: list[str] = []
        patch.setattr("logging.Logger.warning", lambda *told: warned.append(str(told)))
        every_way_of_paging_is_one_call()
        the_same_without_blocking()
        told_pages_are_all_there_are()
        what_says_that_it_goes_on_goes_on()
    assert warned == []
    assert server.requests == []


def ways(client: Any) -> list[Callable[[], Any]]:
    return [
        client.numbers.list,
        client.offsets.list,
        client.cursors.list,
        client.tails.list,
        client.urls.list,
        client.links.list,
        client.totals.list,
        client.searches.search_rows,
        client.sought.query_rows,
    ]


def every_way_of_paging_is_one_call() -> None:
    client = FakeClient()
    for method in ways(client):
        found = method()
        assert isinstance(found, Page), method
        assert [type(one) for one in found] == [m.Row], method
        assert found.next_page() is None
        assert calls(method) == [call(method)]
        list(method())
        assert len(calls(method)) == 2, "another list of them is another call"


def the_same_without_blocking() -> None:
    async def run() -> None:
        client = FakeAsyncClient()
        for method in ways(client):
            assert len([one async for one in method()]) == 1
            assert len(calls(method)) == 1
            assert isinstance(await method(), AsyncPage)

    asyncio.run(run())


def told_pages_are_all_there_are() -> None:
    client = FakeClient().with_options(timeout=1)
    when(client.numbers.list).returns([m.Row(id="a"), m.Row(id="b")], [m.Row(id="c")])
    assert [one.id for one in client.numbers.list()] == ["a", "b", "c"]
    assert [one.id for one in client.numbers.list()] == ["c"], "the last one for good"
    assert len(calls(client.numbers.list)) == 3


def what_says_that_it_goes_on_goes_on() -> None:
    client = FakeClient()
    pages = iter([[m.Row(id="a")], [m.Row(id="b")], []])
    when(client.numbers.list).does(lambda told: next(pages))
    assert [one.id for one in client.numbers.list()] == ["a", "b"]
    assert len(calls(client.numbers.list)) == 3
    link = {"Link": '<https://api.test/links?page=2>; rel="next"'}
    when(client.links.list).replies(200, [{"id": "a"}], headers=link).replies(200, [])
    assert [one.id for one in client.links.list()] == ["a"]
    assert len(calls(client.links.list)) == 2
