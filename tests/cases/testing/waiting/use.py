"""Waiting asks a fake client as often as it is told to, and takes no time."""

from __future__ import annotations

import asyncio
import time

import case_testing_waiting.models as m
import pytest
from case_testing_waiting import Client, WaitFailedError, WaitTimeoutError
from case_testing_waiting.testing import (
    FakeAsyncClient,
    FakeClient,
    call,
    calls,
    when,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    began = time.monotonic()
    what_nobody_told_is_done()
    states_come_one_after_another()
    failures_and_time_are_told()
    a_method_that_waits_is_told_of_by_what_it_asks()
    assert time.monotonic() - began < 60, "hours went by in there"
    assert server.requests == []


def job(state: str) -> m.Job:
    return m.Job(id="7", status=state)


def what_nobody_told_is_done() -> None:
    client = FakeClient()
    assert client.jobs.wait("7").status == "completed"
    assert client.jobs.submit_and_wait().status == "completed"
    assert calls(client) == [
        call(client.jobs.get, "7"),
        call(client.jobs.submit),
        call(client.jobs.get, "Id"),
    ]


def states_come_one_after_another() -> None:
    async def run() -> list[str]:
        client = FakeAsyncClient()
        when(client.jobs.get).returns(job("submitted"), job("completed"))
        seen: list[str] = []
        await client.jobs.wait("7", on_update=lambda one: seen.append(one.status))
        assert calls(client) == [call(client.jobs.get, "7")] * 2
        return seen

    assert asyncio.run(run()) == ["submitted", "completed"]


def failures_and_time_are_told() -> None:
    client: Client = FakeClient()
    when(client.jobs.get).returns(job("submitted"), job("failed"))
    with pytest.raises(WaitFailedError):
        client.jobs.wait("7")
    when(client.jobs.get).returns(job("in_progress"))
    with pytest.raises(WaitTimeoutError):
        client.jobs.wait("7", timeout=7200)


def a_method_that_waits_is_told_of_by_what_it_asks() -> None:
    client = FakeClient()
    with pytest.raises(TypeError, match="calls no operation of its own"):
        when(client.jobs.wait)
