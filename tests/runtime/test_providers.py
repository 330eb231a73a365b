"""Credentials that functions give, and requests that functions sign."""

from __future__ import annotations

import hashlib
import hmac
import typing
from collections.abc import Callable

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server

ID = PARCEL["Id"]


def provider(api: Driver, *values: object) -> Callable[[], typing.Any]:
    """A function that gives the values in turn, the last one again and again."""
    left = list(values)

    def give() -> typing.Any:
        return left.pop(0) if len(left) > 1 else left[0]

    async def give_later() -> typing.Any:
        return give()

    return give_later if api.asynchronous else give


def sent(server: Server) -> list[str]:
    return [one.headers.get("authorization", "") for one in server.requests]


def test_a_function_is_asked_before_each_attempt(api: Driver, server: Server) -> None:
    server.say(Answer(503), Answer(json=PARCEL))
    api.run(lambda c: c.parcels.get(ID), token=provider(api, "one", "two"))
    assert sent(server) == ["Bearer one", "Bearer two"]


def test_a_function_is_asked_once_more_after_a_401(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(401), Answer(json=PARCEL))
    api.run(lambda c: c.parcels.get(ID), token=provider(api, "old", "new"), retries=0)
    assert sent(server) == ["Bearer old", "Bearer new"]
    server.say(Answer(401))
    with pytest.raises(rt.UnauthorizedError):
        api.run(lambda c: c.parcels.get(ID), token=provider(api, "a-1", "a-2", "a-3"))
    assert sent(server) == ["Bearer a-1", "Bearer a-2"]


def test_what_was_refused_is_hidden_too(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    refused, given = "refused-token", "another-token"
    said = {"detail": f"{refused} is over, {given} is not known"}
    server.say(Answer(401), Answer(403, json=said))
    with pytest.raises(rt.ForbiddenError) as told:
        api.run(lambda c: c.parcels.get(ID), token=provider(api, refused, given))
    assert sent(server) == [f"Bearer {refused}", f"Bearer {given}"]
    assert "is not known" in str(told.value)
    assert refused not in str(told.value) and given not in str(told.value)


def test_the_same_credential_is_not_sent_twice(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(401))
    with pytest.raises(rt.UnauthorizedError):
        api.run(lambda c: c.parcels.get(ID), token=provider(api, "same"))
    assert sent(server) == ["Bearer same"]


def test_every_scheme_takes_functions(api: Driver, server: Server) -> None:
    server.say(Answer(json=PARCEL))
    response = api.run(
        lambda c: c.raw.parcels.get(ID),
        token=None,
        access_key=provider(api, "key-1"),
        secret_key=provider(api, "s&cret-1"),
    )
    (request,) = server.requests
    assert request.headers["x-access-key"] == "key-1"
    assert request.query == "secret=s%26cret-1"
    assert "key-1" not in repr(response.request)
    assert "cret" not in response.request.url.replace("secret=…", "")


def test_what_a_function_gives_is_hidden(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(500, json={"message": "bad token provided-1"}))
    with pytest.raises(rt.InternalServerError) as caught:
        api.run(
            lambda c: c.parcels.get(ID), token=provider(api, "provided-1"), retries=0
        )
    assert "provided-1" not in str(caught.value)
    assert "bad token …" in str(caught.value)


@pytest.mark.parametrize(
    ("value", "what"),
    [(None, "a NoneType"), ("", "an empty string"), (b"x", "a bytes")],
)
def test_what_is_no_credential_is_refused(
    api: Driver, server: Server, rt: typing.Any, value: object, what: str
) -> None:
    with pytest.raises(rt.ConfigurationError, match=f"given for token gave {what}"):
        api.run(lambda c: c.parcels.get(ID), token=provider(api, value))
    assert not server.requests


def test_an_error_of_the_users_function_is_raised_as_it_is(
    api: Driver, server: Server
) -> None:
    def broken() -> str:
        raise LookupError("the vault is shut")

    with pytest.raises(LookupError, match="the vault is shut"):
        api.run(lambda c: c.parcels.get(ID), token=broken)


def test_a_sync_client_waits_for_nothing(
    package: typing.Any, server: Server, rt: typing.Any
) -> None:
    async def later() -> str:
        return "token"

    with (
        package.Client(token=later, base_url=server.url) as client,
        pytest.raises(rt.ConfigurationError, match="use the async client"),
    ):
        client.parcels.get(ID)


def test_a_key_is_not_issued(api: Driver, rt: typing.Any) -> None:
    grant = rt.ClientCredentials(client_id="me", client_secret="s")
    with pytest.raises(rt.ConfigurationError, match="access_key is a string or a"):
        api.client(access_key=grant)


def signer(rt: typing.Any, api: Driver, seen: list[typing.Any]) -> typing.Any:
    """An HMAC over everything that is sent, in a header and in the query."""

    def sign(request: typing.Any) -> typing.Any:
        seen.append(request)
        count = str(len(seen))
        text = f"{request.method} {request.url} {count}".encode() + (
            request.body or b""
        )
        digest = hmac.new(b"key", text, hashlib.sha256).hexdigest()
        return rt.Signature(
            headers={"X-Signature": digest, "accept": "a/b"},
            query={"try": f"n {count}"},
        )

    async def later(request: typing.Any) -> typing.Any:
        return sign(request)

    return later if api.asynchronous else sign


def test_each_attempt_is_signed(api: Driver, server: Server, rt: typing.Any) -> None:
    server.say(
        Answer(503),
        Answer(302, headers={"location": "/elsewhere"}),
        Answer(json=PARCEL),
    )
    seen: list[typing.Any] = []
    shown: list[typing.Any] = []
    api.run(
        lambda c: c.parcels.get(ID),
        sign=signer(rt, api, seen),
        hooks=rt.Hooks(on_request=shown.append),
    )
    assert [one.query for one in server.requests] == [
        "try=n%201",
        "try=n%202",
        "try=n%203",
    ]
    signatures = {one.headers["x-signature"] for one in server.requests}
    assert len(signatures) == 3
    assert {one.headers["accept"] for one in server.requests} == {"a/b"}
    assert [one.url.removeprefix(server.url) for one in seen] == [
        f"/parcels/{ID}",
        f"/parcels/{ID}",
        "/elsewhere",
    ]
    assert seen[0].body == b"" and seen[0].headers["Authorization"] == (
        "Bearer top-secret-token"
    )
    assert all("X-Signature" not in one.headers for one in seen)
    assert all(one.url.endswith("?try=…") for one in shown)
    assert all(one.headers["X-Signature"] == "…" for one in shown)
    assert "top-secret" not in repr(seen) and "n%201" not in repr(shown)


def test_a_signature_knows_the_body(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    server.say(Answer(json={}))
    seen: list[typing.Any] = []
    sign = signer(rt, api, seen)
    api.run(lambda c: c.parcels.search(text="x"), sign=sign)
    api.run(lambda c: c.request("POST", "/x", content=iter([b"a"])), sign=sign)
    assert [one.body for one in seen] == [b'{"text":"x"}', None]


def test_another_origin_gets_no_signature(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    port = server.url.rpartition(":")[2]
    there = f"http://localhost:{port}/other"
    server.say(Answer(302, headers={"location": there}), Answer(json=PARCEL))
    seen: list[typing.Any] = []
    api.run(lambda c: c.parcels.get(ID), sign=signer(rt, api, seen))
    assert len(seen) == 1 and "x-signature" not in server.requests[1].headers


def test_only_a_signature_is_taken(api: Driver, server: Server) -> None:
    with pytest.raises(TypeError, match="sign gives a Signature, not a dict"):
        api.run(lambda c: c.parcels.get(ID), sign=lambda request: {"x": "y"})
