"""Retries, deadlines and redirects, over the wire."""

from __future__ import annotations

import email.utils
import pickle
import typing
from collections.abc import Iterator

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server
from .test_calls import Stream

OK = Answer(json=PARCEL)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_reading_is_tried_again(api: Driver, server: Server, status: int) -> None:
    server.say(Answer(status), Answer(status), OK)
    response = api.run(lambda c: c.raw.parcels.get("x"))
    assert response.attempts == 3 and api.time.waits == [0.5, 1.0]


def test_dropped_connections_are_tried_again(api: Driver, server: Server) -> None:
    server.say(Answer(drop=True), OK)
    assert api.run(lambda c: c.raw.parcels.get("x")).attempts == 2


def test_retries_end(api: Driver, server: Server, rt: typing.Any) -> None:
    server.say(Answer(503))
    with pytest.raises(rt.InternalServerError, match="after 3 attempts") as caught:
        api.run(lambda c: c.parcels.get("x"))
    assert caught.value.attempts == len(server.requests) == 3
    once = rt.Options(retries=0)
    with pytest.raises(rt.InternalServerError):
        api.run(lambda c: c.parcels.get("x", options=once))
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    ("answer", "times"),
    [
        (Answer(500), 1),
        (Answer(503), 1),
        (Answer(503, headers={"Retry-After": "1"}), 2),
        (Answer(429), 2),
        (Answer(404), 1),
    ],
)
def test_writing_is_tried_again_only_where_that_is_safe(
    api: Driver, server: Server, rt: typing.Any, answer: Answer, times: int
) -> None:
    server.say(answer)
    with pytest.raises(rt.StatusError):
        api.run(lambda c: c.parcels.create(name="n", status="sent"), retries=1)
    assert len(server.requests) == times


def test_a_write_that_was_dropped_is_not_repeated(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(drop=True), OK)
    with pytest.raises(rt.TransportError, match="may have been processed") as caught:
        api.run(lambda c: c.parcels.create(name="n", status="sent"))
    assert len(server.requests) == 1
    assert pickle.loads(pickle.dumps(caught.value)).attempts == 1


def test_a_write_without_connection_is_tried_again(api: Driver, rt: typing.Any) -> None:
    with pytest.raises(rt.TransportError, match="nothing was sent") as caught:
        api.run(
            lambda c: c.parcels.create(name="n", status="sent"),
            base_url="http://127.0.0.1:9",
        )
    assert caught.value.attempts == 3


def test_a_stream_is_not_sent_twice(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    server.say(Answer(429), OK)
    with pytest.raises(rt.RateLimitError, match="cannot be read twice"):
        api.run(lambda c: c.parcels.upload(m.Upload(file=Stream())))
    server.say(Answer(429), Answer(json={}))
    assert api.run(lambda c: c.parcels.upload(m.Upload(file=b"abc"))) == {}
    assert server.requests[0].headers["content-length"]


def test_retry_after_is_honoured_in_both_forms(api: Driver, server: Server) -> None:
    date = email.utils.formatdate(api.time.wall_in(7), usegmt=True)
    server.say(
        Answer(429, headers={"Retry-After": "3"}),
        Answer(503, headers={"Retry-After": date, "Date": ""}),
        OK,
    )
    api.run(lambda c: c.parcels.get("x"))
    assert api.time.waits == [3.0, 4.0]


def test_too_long_a_retry_after_gives_up(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(429, headers={"Retry-After": "61"}))
    with pytest.raises(rt.RateLimitError) as caught:
        api.run(lambda c: c.parcels.get("x"))
    assert caught.value.retry_after == 61 and not api.time.waits


def test_waiting_beyond_the_deadline_gives_up_at_once(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(429, headers={"Retry-After": "5"}))
    with pytest.raises(rt.RateLimitError):
        api.run(lambda c: c.parcels.get("x"), timeout=4)
    assert not api.time.waits


def test_a_slow_body_meets_the_deadline(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    def slow() -> Iterator[bytes]:
        for _ in range(50):
            api.time.time += 1
            yield b" " * 70_000

    server.say(Answer(chunks=slow, headers={"content-type": "application/json"}))
    with pytest.raises(rt.RequestTimeoutError, match="within 5 seconds") as caught:
        api.run(lambda c: c.parcels.get("x"), timeout=5)
    assert isinstance(caught.value, TimeoutError)


def test_hooks_see_every_attempt(api: Driver, server: Server, rt: typing.Any) -> None:
    seen: list[str] = []
    hooks = rt.Hooks(
        on_request=lambda info: seen.append(info.operation),
        on_response=lambda info: seen.append(str(info.status)),
        on_retry=lambda info, seconds, error: seen.append(f"wait {seconds}"),
        on_error=lambda error: seen.append(type(error).__name__),
    )
    server.say(Answer(503), Answer(404))
    with pytest.raises(rt.NotFoundError):
        api.run(lambda c: c.parcels.get("x"), hooks=hooks)
    get = "GET /parcels/{Id}"
    assert seen == [get, "503", "wait 0.5", get, "404", "NotFoundError"]


def test_a_retry_tells_the_error_that_there_would_be(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    told: list[typing.Any] = []
    drifts: list[typing.Any] = []
    hooks = rt.Hooks(on_retry=lambda info, seconds, error: told.append((info, error)))
    busy = Answer(429, json={"Message": 7}, headers={"Retry-After": "3"})
    server.say(busy, Answer(503, json={"Message": "later"}), Answer(drop=True), OK)
    options = {"hooks": hooks, "retries": 3, "on_drift": drifts.append}
    api.run(lambda c: c.parcels.get("top-secret-token"), **options)
    (first, slow), (_, broken), (_, dropped) = told
    assert isinstance(slow, rt.RateLimitError) and slow.retry_after == 3
    assert (slow.status, slow.attempts, slow.request) == (429, 1, first)
    assert isinstance(broken, rt.InternalServerError) and broken.attempts == 2
    assert broken.body == m.Error(message="later")
    assert isinstance(dropped, rt.TransportError) and dropped.attempts == 3
    assert "may have been processed (after 3 attempts)" in str(dropped)
    assert not isinstance(dropped.__cause__, rt.ApiError | None)
    assert "top-secret" not in f"{slow}{broken}{dropped}"
    assert pickle.loads(pickle.dumps(slow)).status == 429
    assert not drifts


def test_redirects_within_the_origin_are_followed_when_reading(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(307, headers={"Location": "/elsewhere?a=b"}), OK)
    api.run(lambda c: c.parcels.get("x"))
    assert server.requests[1].target == "/elsewhere?a=b"
    assert server.requests[1].headers["authorization"]
    server.say(Answer(307, headers={"Location": "/elsewhere"}), OK)
    with pytest.raises(rt.StatusError, match="redirect to /elsewhere"):
        api.run(lambda c: c.parcels.create(name="n", status="sent"))
    assert len(server.requests) == 1


def test_secrets_never_follow_a_redirect_to_another_origin(
    api: Driver, server: Server
) -> None:
    other = Server()
    try:
        other.say(OK)
        server.say(Answer(302, headers={"Location": other.url + "/x"}))
        keys = {"access_key": "AKIA-1234", "secret_key": "s3cr3t", "token": None}
        settings = {**keys, "headers": {"X-Own": "mine"}}
        for given in (settings, {**settings, "http_client": _client(api)}):
            api.run(lambda c: c.parcels.get("x", trace="t"), **given)
        for request in other.requests:
            assert request.target == "/x"
            assert set(request.headers) <= {
                "accept", "accept-encoding", "connection", "host", "user-agent",
            }  # fmt: skip
    finally:
        other.close()


def _client(api: Driver) -> typing.Any:
    """A client of the caller's, with secrets of its own, that follows redirects."""
    import httpx2

    settings: dict[str, typing.Any] = {
        "headers": {"authorization": "Basic x"},
        "cookies": {"session": "x"},
        "auth": ("user", "password"),
        "follow_redirects": True,
    }
    if api.asynchronous:
        return httpx2.AsyncClient(**settings)
    return httpx2.Client(**settings)


def test_redirects_do_not_go_on_for_ever(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(302, headers={"Location": "/again"}))
    with pytest.raises(rt.StatusError, match="302"):
        api.run(lambda c: c.parcels.get("x"))
    assert len(server.requests) == 6


def test_a_limit_can_be_lifted_for_a_client_and_for_a_call(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(429, headers={"Retry-After": "50"}), OK)
    free = api.client(timeout=5).with_options(timeout=None)
    assert api.use(free, lambda c: c.raw.parcels.get("x")).attempts == 2
    server.say(Answer(429, headers={"Retry-After": "50"}), OK)
    lifted = rt.Options(timeout=None)
    found = api.run(lambda c: c.raw.parcels.get("x", options=lifted), timeout=5)
    assert found.attempts == 2
    with pytest.raises(rt.RateLimitError):
        server.say(Answer(429, headers={"Retry-After": "50"}), OK)
        api.run(lambda c: c.parcels.get("x", options=rt.Options()), timeout=5)


def test_what_with_options_is_not_given_stays_and_none_is_none(
    package: typing.Any,
    server: Server,
    rt: typing.Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[object] = []
    hooks = rt.Hooks(on_request=seen.append)
    client = package.Client(
        token="t" * 9, base_url=server.url, on_drift=seen.append, hooks=hooks, timeout=3
    )
    same = client.with_options(retries=0)._settings
    assert (same.timeout, same.hooks, same.base_url) == (3, hooks, server.url)
    assert same.on_drift is not None
    monkeypatch.setenv("SAMPLE_BASE_URL", "http://own.example")
    bare = client.with_options(on_drift=None, hooks=None, base_url=None)._settings
    assert bare.on_drift is None and bare.hooks == rt.Hooks()
    assert bare.base_url == "http://own.example"
    client.close()
