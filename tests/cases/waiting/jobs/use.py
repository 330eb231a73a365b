"""A job is asked for until it has ended; a failed one raises with the job."""

from __future__ import annotations

import asyncio
import inspect
import pickle

import pytest
from case_waiting_jobs import (
    AsyncClient,
    Client,
    DecodeError,
    Hooks,
    NotFoundError,
    Options,
    RequestInfo,
    WaitFailedError,
    WaitTimeoutError,
)
from case_waiting_jobs import models as m
from case_waiting_jobs._runtime.timing import Timing

from tests.servers.scripted import Scripted


class Clock:
    """Time that passes when someone waits, and with every question."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def timing(self) -> Timing:
        def now() -> float:
            return self.now

        return Timing(now=now, wall=now, sleep=self.sleep, random=lambda: 0.5)


def job(status: str) -> dict[str, str]:
    return {"Id": "7", "Status": status}


def use(server: Scripted) -> None:
    clock = Clock()
    with Client(base_url=server.url) as client:
        client._settings.timing = clock.timing()
        it_waits(server, client, clock)
        it_fails(server, client)
        it_times_out(server, client, clock)
        it_starts(server, client)
        arguments_are_checked(server, client)
    asyncio.run(async_too(server))
    asyncio.run(a_cancelled_wait_ends(server))


def it_waits(server: Scripted, client: Client, clock: Clock) -> None:
    seen: list[m.Job] = []
    server.will(job("submitted"))
    server.will(status=503)  # tried again by the call's own policy
    server.will(job("a state nobody knew of"))
    server.will(job("in_progress"), retry_after="7")
    server.will(job("completed"))
    done = client.jobs.wait("7", interval=2, on_update=seen.append, timeout_=5)
    assert done.status is m.JobStatus.COMPLETED
    assert [one.status for one in seen] == [
        "submitted", "a state nobody knew of", "in_progress", "completed",
    ]  # fmt: skip
    # The pauses grow by half; in between is that of the retry; then as the server asks.
    assert clock.waits == [2, 0.25, 3, 7]
    assert {one.path for one in server.requests} == {"/jobs/7"}
    assert server.last.query == (("timeout", "5"),)
    assert list(inspect.signature(client.jobs.wait).parameters) == [
        "id", "timeout_", "timeout", "interval", "on_update", "progress", "options",
    ]  # fmt: skip


def it_fails(server: Scripted, client: Client) -> None:
    told: list[Exception] = []
    watched = client.with_options(hooks=Hooks(on_error=told.append))
    server.will(job("failed"))
    with pytest.raises(WaitFailedError, match=r"/jobs/7: status is 'failed'") as caught:
        watched.jobs.wait("7")
    assert told == [caught.value]
    again: WaitFailedError = pickle.loads(pickle.dumps(caught.value))
    for error in (caught.value, again):
        assert error.result.id == "7"
        assert error.result.status is m.JobStatus.FAILED
        assert error.state == "failed"
        assert error.request.operation == "GET /jobs/{Id}"
    server.will("gone", status=404)
    with pytest.raises(NotFoundError):
        client.jobs.wait("7")


def it_times_out(server: Scripted, client: Client, clock: Clock) -> None:
    del clock.waits[:]
    for _ in range(6):
        server.will(job("in_progress"))
    with pytest.raises(WaitTimeoutError, match="still 'in_progress'") as caught:
        client.jobs.wait("7", timeout=10)
    assert isinstance(caught.value, TimeoutError)
    # It is asked one last time when the time is up.
    assert sum(clock.waits) == pytest.approx(10)
    assert len(clock.waits) == 5
    again: WaitTimeoutError = pickle.loads(pickle.dumps(caught.value))
    assert again.last is not None
    assert (again.last.id, again.state, again.elapsed) == ("7", "in_progress", 10)


def it_starts(server: Scripted, client: Client) -> None:
    server.will({"Job": job("submitted")}, status=202)
    server.will(job("completed"))
    options = Options(headers={"X-Mine": "1"}, extra_body={"More": 1})
    done = client.jobs.submit_and_wait(name="x", options=options)
    assert done.id == "7"
    post, get = server.requests[-2:]
    assert (post.method, post.json()) == ("POST", {"Name": "x", "More": 1})
    assert (get.method, get.path, get.body) == ("GET", "/jobs/7", b"")
    assert post.headers["x-mine"] == get.headers["x-mine"] == "1"
    server.will({"Job": job("submitted")}, status=202)
    server.will(job("completed"))
    assert client.jobs.submit_and_wait(m.NewJob(name="x")).id == "7"
    server.will({}, status=202)
    with pytest.raises(DecodeError, match=r"what to wait for at job\.id") as caught:
        client.jobs.submit_and_wait(name="x")
    assert (caught.value.status, caught.value.text) == (202, "{}")


def arguments_are_checked(server: Scripted, client: Client) -> None:
    before = len(server.requests)
    with pytest.raises(ValueError, match="timeout is a positive number"):
        client.jobs.wait("7", timeout=0)
    with pytest.raises(ValueError, match="interval is a positive number"):
        client.jobs.wait("7", interval=0)
    assert len(server.requests) == before


async def async_too(server: Scripted) -> None:
    async with AsyncClient(base_url=server.url) as client:
        client._settings.timing = Clock().timing()
        seen: list[str] = []
        server.will({"Job": job("submitted")}, status=202)
        server.will(job("in_progress"))
        server.will(job("completed"))
        done = await client.jobs.submit_and_wait(
            name="x", on_update=lambda one: seen.append(one.status)
        )
        assert (done.id, seen) == ("7", ["in_progress", "completed"])
        server.will(job("cancelled"))
        with pytest.raises(WaitFailedError):
            await client.jobs.wait("7")


async def a_cancelled_wait_ends(server: Scripted) -> None:
    """The event loop's own clock: waiting holds up nothing else."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_update(one: m.Job) -> None:
        loop.call_soon(asked.set)

    calls: list[RequestInfo] = []
    async with AsyncClient(
        base_url=server.url, hooks=Hooks(on_request=calls.append)
    ) as client:
        server.will(job("in_progress"))
        task = asyncio.create_task(
            client.jobs.wait("7", interval=30, on_update=on_update)
        )
        await asyncio.wait_for(asked.wait(), 5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(calls) == 1
        server.will(job("completed"))
        assert (await client.jobs.get("7")).status == "completed"
