"""A fake client gives pages: those it is told, or one of examples."""

from __future__ import annotations

import asyncio

import case_testing_pages.models as m
from case_testing_pages.testing import (
    FakeAsyncClient,
    FakeClient,
    call,
    calls,
    when,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    pages_come_one_after_another()
    the_same_without_blocking()
    what_nobody_told_ends()
    assert server.requests == []


def rows(*ids: int, then: str | None = None) -> m.Rows:
    return m.Rows(rows=[m.Row(id=one) for one in ids], next_cursor=then)


def pages_come_one_after_another() -> None:
    client = FakeClient()
    when(client.rows.list).returns(rows(1, 2, then="a"), rows(3))
    assert [one.id for one in client.rows.list()] == [1, 2, 3]
    assert calls(client) == [
        call(client.rows.list),
        call(client.rows.list, cursor="a"),
    ]
    assert calls(client.rows.list) == calls(client)


def the_same_without_blocking() -> None:
    async def run() -> list[int]:
        client = FakeAsyncClient()
        when(client.rows.list).returns(rows(1, 2, then="a"), rows(3))
        found = [one.id async for one in client.rows.list()]
        assert len(await client.rows.list()) == 1, "the last one for good"
        assert calls(client)[1:] == [
            call(client.rows.list, cursor="a"),
            call(client.rows.list),
        ]
        return found

    assert asyncio.run(run()) == [1, 2, 3]


def what_nobody_told_ends() -> None:
    client = FakeClient()
    assert [one.id for one in client.rows.list()] == [1]
    assert client.rows.list().body.next_cursor == ""
    assert len(calls(client)) == 2
