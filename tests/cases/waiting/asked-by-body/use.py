"""A body says what is waited for, and each member of a union how it goes."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from case_waiting_asked_by_body import AsyncClient, Client, WaitFailedError
from case_waiting_asked_by_body import models as m

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(told("Copy", "queued"))
        server.will(told("Move", "done"))
        found = client.jobs.wait(job_id="7", interval=0.01)
        assert found.data is not None
        assert isinstance(found.data.attributes, m.Move)
        assert [one.json() for one in server.requests] == [{"jobId": "7"}] * 2

        server.will(told("Copy", "failed"))
        with pytest.raises(WaitFailedError, match="state is 'failed'"):
            client.jobs.wait(m.GetJobRequest(job_id="7"))
    the_raw_twin_gives_the_last_answer(server)


def told(kind: str, state: str) -> dict[str, Any]:
    return {"data": {"attributes": {"kind": kind, "state": state}}}


def the_raw_twin_gives_the_last_answer(server: Scripted) -> None:
    def will() -> None:
        server.will(told("Copy", "queued"), status=203, X_Turn="1")
        server.will(told("Copy", "done"), X_Turn="2")

    will()
    with Client(base_url=server.url) as client:
        seen: list[object] = []
        answer = client.raw.jobs.wait(job_id="7", interval=0.01, on_update=seen.append)
        assert (answer.status, answer.headers["X-Turn"]) == (200, "2")
        assert answer.data == seen[-1]

    async def run() -> tuple[str | None, bool]:
        async with AsyncClient(base_url=server.url) as client:
            answer = await client.raw.jobs.wait(job_id="7", interval=0.01)
            return answer.headers.get("X-Turn"), answer.data == seen[-1]

    will()
    assert asyncio.run(run()) == ("2", True)
