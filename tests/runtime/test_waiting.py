"""Waiting: the limits of time, and what it imports."""

from __future__ import annotations

import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server

Plan = typing.Callable[..., typing.Any]


@pytest.fixture
def plan(rt: typing.Any, m: typing.Any) -> Plan:
    """The plan to wait until a parcel is sent."""
    from sample_api.resources import parcels

    waiter = rt.Waiter(parcels._GET, field="status", done=("sent",), failed=("lost",))

    def make(**given: typing.Any) -> typing.Any:
        settings = {"timeout": 10, "interval": 1, "on_update": None, "progress": False}
        watch = {name: given.pop(name, usual) for name, usual in settings.items()}
        return waiter.until_done(rt.Watch(**watch), path={"Id": "x"}, **given)

    return make


def hanging(api: Driver, seconds: float) -> Answer:
    """An answer during which so much time goes by before it ends."""

    def chunks() -> Iterator[bytes]:
        for _ in range(50):
            api.time.time += seconds / 50
            yield b" " * 70_000

    headers = {"content-type": "application/json"}
    return Answer(chunks=chunks, headers=headers)


def test_a_server_that_hangs_does_not_outlast_the_time_to_wait_by_much(
    api: Driver, server: Server, rt: typing.Any, plan: Plan
) -> None:
    server.say(Answer(json=PARCEL), hanging(api, 100))
    with pytest.raises(rt.WaitTimeoutError, match="still 'packed'") as caught:
        api.run(lambda c: c.parcels._run(plan(timeout=10)))
    # The call may take what is left after the first pause.
    assert isinstance(caught.value.__cause__, rt.RequestTimeoutError)
    assert "within 8.75 seconds" in str(caught.value.__cause__)
    assert caught.value.last.name == "books"


def test_the_last_call_has_some_seconds_of_its_own(
    api: Driver, server: Server, rt: typing.Any, plan: Plan
) -> None:
    server.say(Answer(json=PARCEL), hanging(api, 100))
    with pytest.raises(rt.WaitTimeoutError) as caught:
        api.run(lambda c: c.parcels._run(plan(timeout=1)))
    assert "within 5 seconds" in str(caught.value.__cause__)


def test_a_call_that_takes_too_long_itself_is_no_end_of_waiting(
    api: Driver, server: Server, rt: typing.Any, plan: Plan
) -> None:
    server.say(hanging(api, 20))
    short = rt.Options(timeout=4)
    with pytest.raises(rt.RequestTimeoutError, match="within 4 seconds"):
        api.run(lambda c: c.parcels._run(plan(timeout=100, options=short)))


def test_without_limit_the_calls_have_their_own(
    api: Driver, server: Server, plan: Plan
) -> None:
    packed = [Answer(json=PARCEL)] * 12
    server.say(*packed, Answer(json={**PARCEL, "Status": "sent"}))
    found = api.run(lambda c: c.parcels._run(plan(timeout=None)), timeout=None)
    assert found.status == "sent"
    # Jitter is at its most, 1.25: up to half a minute, and no further.
    assert api.time.waits[:3] == [1.25, 1.875, 2.8125]
    assert api.time.waits[-1] == api.time.waits[-2] == 37.5


@pytest.mark.parametrize(
    ("asked", "waited"),
    [("0", 1.25), ("nonsense", 1.25), ("9" * 400, 1.25), ("9" * 9, 3600)],
)
def test_only_a_sensible_retry_after_is_obeyed(
    api: Driver, server: Server, plan: Plan, asked: str, waited: float
) -> None:
    server.say(
        Answer(json=PARCEL, headers={"Retry-After": asked}),
        Answer(json={**PARCEL, "Status": "sent"}),
    )
    api.run(lambda c: c.parcels._run(plan(timeout=None)))
    assert api.time.waits == [waited]


def test_an_error_of_the_listener_ends_it(
    api: Driver, server: Server, plan: Plan
) -> None:
    server.say(Answer(json=PARCEL))

    def broken(parcel: typing.Any) -> None:
        raise ZeroDivisionError(parcel.name)

    with pytest.raises(ZeroDivisionError, match="books"):
        api.run(lambda c: c.parcels._run(plan(on_update=broken)))
    assert len(server.requests) == 1


def test_who_does_not_wait_does_not_import_it(api: Driver, server: Server) -> None:
    server.say(Answer(json=PARCEL))
    (folder,) = typing.cast("list[str]", api.package.__path__)
    script = (
        "import sys, sample_api\n"
        f"client = sample_api.Client(token='t', base_url={server.url!r})\n"
        "client.parcels.get('x')\n"
        "names = ('waiting', 'watch', 'wait_errors', 'progress')\n"
        "print([n for n in names if f'sample_api._runtime.{n}' in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(folder).parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
