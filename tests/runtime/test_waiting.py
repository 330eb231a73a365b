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
        return waiter.until_done(rt.Watch(**watch), **{"path": {"Id": "x"}, **given})

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


STATELESS = {**{k: v for k, v in PARCEL.items() if k != "Status"}, "status": "sent"}


def test_a_server_that_tells_no_state_is_not_waited_for_in_silence(
    api: Driver,
    server: Server,
    rt: typing.Any,
    plan: Plan,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.say(Answer(json=STATELESS))
    with pytest.raises(rt.WaitTimeoutError) as caught:
        api.run(lambda c: c.parcels._run(plan(timeout=10, progress=True)))
    told = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
    (warning,) = told
    assert warning.startswith(f"GET {server.url}/parcels/x: ")
    assert "no text in 'Status'" in warning
    assert capsys.readouterr().err == "/parcels/x: no state yet, 0:00\n"
    message = str(caught.value)
    assert message.startswith(f"GET {server.url}/parcels/x: after 10 seconds there was")
    assert "never a text in 'Status', which would be 'sent' at the end" in message
    assert (caught.value.state, caught.value.last) == (None, None)


def test_a_state_that_comes_later_is_shown_when_it_comes(
    api: Driver, server: Server, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    server.say(
        Answer(json=STATELESS),
        Answer(json=PARCEL),
        Answer(json=STATELESS),
        Answer(json={**PARCEL, "Status": "sent"}),
    )
    api.run(lambda c: c.parcels._run(plan(progress=True)))
    lines = [one.split(",")[0] for one in capsys.readouterr().err.splitlines()]
    states = ["no state yet", "packed", "sent"]
    assert lines == [f"/parcels/x: {one}" for one in states]


def test_an_end_of_waiting_says_for_what_without_secrets(
    api: Driver, server: Server, rt: typing.Any, plan: Plan
) -> None:
    server.say(Answer(json=PARCEL))
    given = {"path": {"Id": "a/top-secret-token"}}
    with pytest.raises(rt.WaitTimeoutError) as caught:
        api.run(lambda c: c.parcels._run(plan(timeout=10, **given)))
    begun = f"GET {server.url}/parcels/a%2F…: status is still 'packed' after 10 seconds"
    assert str(caught.value).startswith(begun)


def test_where_no_answer_comes_at_all_the_error_says_so(
    api: Driver, server: Server, rt: typing.Any, plan: Plan
) -> None:
    server.say(hanging(api, 100))
    with pytest.raises(rt.WaitTimeoutError) as caught:
        api.run(lambda c: c.parcels._run(plan(timeout=10)))
    begun = f"GET {server.url}/parcels/x: no answer came after 10 seconds"
    assert str(caught.value).startswith(begun)


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
