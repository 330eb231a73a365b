"""The fake clients are clients, answered in process."""

from __future__ import annotations

import asyncio
import threading

import case_testing_fake_client.models as m
import pytest
from case_testing_fake_client import (
    AsyncClient,
    Client,
    ConfigurationError,
    DecodeError,
    NotFoundError,
    Options,
    RateLimitError,
    RequestTimeoutError,
    Signature,
    TransportError,
)
from case_testing_fake_client.testing import (
    Call,
    FakeAsyncClient,
    FakeClient,
    call,
    calls,
    when,
)

from tests.servers.scripted import Scripted

SENT = m.Parcel(id="7", weight=2.5, state=m.ParcelState.SENT)
OTHER = m.Parcel(id="8")


def use(server: Scripted) -> None:
    with pytest.raises(ConfigurationError):
        Client()
    it_is_a_client_that_answers_with_examples()
    it_answers_what_it_is_told()
    it_fails_as_it_is_told()
    it_records_calls_by_the_names_of_arguments()
    it_records_what_is_signed()
    it_checks_what_is_told_and_asked()
    it_calls_what_the_description_leaves_out()
    it_is_the_same_without_blocking()
    it_serves_threads()
    assert server.requests == []


def it_is_a_client_that_answers_with_examples() -> None:
    with FakeClient() as client:
        assert isinstance(client, Client)
        assert client.parcels.get("7") == SENT
        assert client.parcels.list() == [SENT]
        assert client.labels.get() == b"content"
        assert client.parcels.replace("7", id="7") is None
        assert client.raw.parcels.get("7").data == SENT
        assert client.with_options(timeout=1).parcels.get("7") == SENT
        assert len(calls(client)) == 6
    assert calls(FakeClient()) == []


def it_answers_what_it_is_told() -> None:
    client = FakeClient()
    when(client.parcels.get).returns(OTHER, SENT)
    assert [client.parcels.get("7") for _ in range(3)] == [OTHER, SENT, SENT]
    when(client.parcels.get).does(lambda told: m.Parcel(id=told.arguments["parcel_id"]))
    assert client.parcels.get("a").id == "a"
    when(client.labels.get).returns(b"%PDF")
    assert client.labels.get() == b"%PDF"
    when(client.parcels.list).returns([]).returns([OTHER])
    assert [client.parcels.list(), client.parcels.list()] == [[], [OTHER]]
    when(client.parcels.get)
    assert client.parcels.get("7") == SENT


def it_fails_as_it_is_told() -> None:
    client = FakeClient(retries=1)
    when(client.parcels.get).raises(NotFoundError, m.Problem(title="no")).returns(SENT)
    with pytest.raises(NotFoundError, match="404") as missing:
        client.parcels.get("7")
    assert missing.value.body == m.Problem(title="no")
    assert missing.value.headers["content-type"] == "application/problem+json"
    assert client.parcels.get("7") == SENT
    when(client.parcels.get).raises(NotFoundError)
    with pytest.raises(NotFoundError) as made_up:
        client.parcels.get("7")
    assert made_up.value.body == m.Problem(title="title")
    when(client.parcels.get).replies(429, headers={"Retry-After": "20"})
    with pytest.raises(RateLimitError) as later:
        client.parcels.get("7")
    assert (later.value.retry_after, later.value.attempts) == (20, 2)
    assert later.value.elapsed >= 20, "and yet nobody waited"
    for kind in (RequestTimeoutError, TransportError):
        when(client.parcels.get).raises(kind)
        with pytest.raises(kind):
            client.parcels.get("7")
    when(client.parcels.get).raises(OSError("as it is"))
    with pytest.raises(OSError, match="as it is"):
        client.parcels.get("7")
    when(client.parcels.get).replies(200, b"<html>", {"Content-Type": "text/html"})
    with pytest.raises(DecodeError, match="text/html"):
        client.parcels.get("7")


def it_records_calls_by_the_names_of_arguments() -> None:
    client = FakeClient()
    client.parcels.get("7", options=Options(timeout=1))
    client.parcels.list(only_new=None)
    client.parcels.list(page=2)
    client.parcels.replace("7", OTHER)
    client.parcels.replace("7", id="8", weight=1.0)
    assert calls(client) == [
        call(client.parcels.get, parcel_id="7"),
        call(client.parcels.list),
        call(client.parcels.list, page=2),
        call(client.parcels.replace, "7", OTHER),
        call(client.parcels.replace, "7", id="8", weight=1.0),
    ]
    got, *_, put = calls(client)
    assert repr(got) == "call(client.parcels.get, parcel_id='7')"
    assert got != call(client.parcels.get, "8")
    assert got != call(client.parcels.list)
    assert got.request is not None
    assert got.request.url == "https://api.test/parcels/7"
    assert put.json() == {"id": "8", "weight": 1.0}
    assert calls(client.parcels.list) == [
        Call("parcels.list", {}),
        Call("parcels.list", {"page": 2}),
    ]


def it_records_what_is_signed() -> None:
    client = FakeClient(
        api_key=lambda: "never asked",
        sign=lambda request: Signature(headers={"X-Signed": request.method}),
    )
    assert client.parcels.get("7") == SENT
    (made,) = calls(client)
    assert made == call(client.parcels.get, "7")
    assert made.request is not None
    assert made.request.headers["x-signed"] == "GET"
    assert "x-key" not in made.request.headers


def it_checks_what_is_told_and_asked() -> None:
    client = FakeClient()
    with pytest.raises(ValueError, match=r"\.\."):
        client.parcels.get("..")
    assert calls(client) == []
    with pytest.raises(TypeError, match="returns no Problem"):
        when(client.labels.get).returns(m.Problem(title="x"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"no fake client"):
        when(Client(api_key="k").parcels.get)
    with pytest.raises(TypeError, match=r"no method of a client"):
        when(it_serves_threads)
    with pytest.raises(TypeError, match="calls no operation"):
        when(client.close)
    with pytest.raises(TypeError, match=r"use replies\(status, body\)"):
        when(client.parcels.get).raises(DecodeError)
    with pytest.raises(TypeError):
        call(client.parcels.get, parcel="7")  # type: ignore[call-arg]


def it_calls_what_the_description_leaves_out() -> None:
    client = FakeClient()
    assert client.request("GET", "/more") is None
    when(client.request).returns({"id": "8"}, {"more": 1})
    assert client.request("GET", "/more", returns=m.Parcel) == OTHER
    assert client.request("POST", "/more", json={"a": None}) == {"more": 1}
    assert calls(client.request) == [
        call(client.request, "GET", "/more"),
        call(client.request, "GET", "/more"),
        call(client.request, "POST", "/more", json={"a": None}),
    ]


def it_is_the_same_without_blocking() -> None:
    async def run() -> None:
        async with FakeAsyncClient() as client:
            assert isinstance(client, AsyncClient)
            when(client.parcels.get).does(
                lambda told: m.Parcel(id=told.arguments["parcel_id"])
            )
            found = await asyncio.gather(*[client.parcels.get(n) for n in "abc"])
            assert [one.id for one in found] == ["a", "b", "c"]
            when(client.parcels.get).replies(503, headers={"Retry-After": "9"})
            with pytest.raises(Exception, match="3 attempts"):
                await client.parcels.get("7")
            assert calls(client)[-1] == call(client.parcels.get, "7")

    asyncio.run(run())


def it_serves_threads() -> None:
    client = FakeClient()
    when(client.parcels.get).does(lambda told: m.Parcel(id=told.arguments["parcel_id"]))
    found: dict[str, str] = {}

    def ask(name: str) -> None:
        found[name] = client.parcels.get(name).id

    threads = [threading.Thread(target=ask, args=(str(n),)) for n in range(20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == {str(n): str(n) for n in range(20)}
    assert len(calls(client)) == 20
