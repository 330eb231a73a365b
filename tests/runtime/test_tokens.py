"""Tokens that a server issues, over the wire, sync and async."""

from __future__ import annotations

import asyncio
import base64
import gc
import importlib
import logging
import pickle
import threading
import time
import typing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from .conftest import PARCEL, Driver
from .server import Answer
from .token_server import Issuer, issuer, oauth_error

ID = PARCEL["Id"]
SECRET = "client-secret-1"


@pytest.fixture
def tokens() -> Iterator[Issuer]:
    with issuer() as server:
        yield server


@pytest.fixture
def oauth(api: Driver, tokens: Issuer) -> Driver:
    """The sample client against a server that issues tokens."""
    return Driver(api.package, tokens.url, api.asynchronous)


@pytest.fixture
def client_credentials(rt: typing.Any) -> typing.Any:
    return rt.ClientCredentials(client_id="me", client_secret=SECRET)


def calls(count: int) -> typing.Callable[[typing.Any], typing.Any]:
    """As many calls, one after the other, in either client."""

    def use(client: typing.Any) -> typing.Any:
        found = client.parcels.get(ID)
        if not asyncio.iscoroutine(found):
            return [found, *(client.parcels.get(ID) for _ in range(count - 1))]

        async def rest() -> list[typing.Any]:
            return [
                await found,
                *[await client.parcels.get(ID) for _ in range(count - 1)],
            ]

        return rest()

    return use


def test_a_token_is_asked_for_once_and_kept(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any
) -> None:
    oauth.run(calls(3), token=client_credentials)
    assert tokens.forms == [{"grant_type": "client_credentials"}]
    assert tokens.calls == ["Bearer t1"] * 3
    pair = base64.b64encode(f"me:{SECRET}".encode()).decode()
    (asked,) = tokens.asked
    assert asked.path == "/oauth/token"
    assert asked.headers["authorization"] == f"Basic {pair}"
    assert asked.headers["accept"] == "application/json"


def test_the_form_holds_what_is_asked_for(
    oauth: Driver, tokens: Issuer, rt: typing.Any
) -> None:
    oauth.run(
        calls(1),
        token=rt.ClientCredentials(
            client_id="a b",
            client_secret="s/1&",
            scopes=("read", "write"),
            client_in="body",
            parameters={"audience": "parcels"},
            token_url=f"{tokens.url}/other/token",
        ),
    )
    assert tokens.forms == [
        {
            "grant_type": "client_credentials",
            "scope": "read write",
            "audience": "parcels",
            "client_id": "a b",
            "client_secret": "s/1&",
        }
    ]
    assert tokens.asked[0].path == "/other/token"
    assert "authorization" not in tokens.asked[0].headers


def test_nothing_of_the_client_goes_with_a_request_for_a_token(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any
) -> None:
    oauth.run(calls(1), token=client_credentials, headers={"X-Tenant": "t"})
    assert "x-tenant" not in tokens.asked[0].headers


@pytest.mark.parametrize("expires_in", [100, "100", 100.0])
def test_a_token_is_renewed_before_it_ends(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any, expires_in: object
) -> None:
    tokens.expires_in = expires_in

    def use(client: typing.Any) -> typing.Any:
        first = client.parcels.get(ID)
        if not asyncio.iscoroutine(first):
            oauth.time.time += 89
            client.parcels.get(ID)
            oauth.time.time += 2
            return client.parcels.get(ID)

        async def rest() -> None:
            await first
            oauth.time.time += 89
            await client.parcels.get(ID)
            oauth.time.time += 2
            await client.parcels.get(ID)

        return rest()

    oauth.run(use, token=client_credentials)
    assert tokens.calls == ["Bearer t1", "Bearer t1", "Bearer t2"]


@pytest.mark.parametrize("expires_in", [None, "soon", True])
def test_a_token_without_an_end_is_kept_until_it_is_refused(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any, expires_in: object
) -> None:
    tokens.expires_in = None if expires_in is True else expires_in
    oauth.run(calls(2), token=client_credentials)
    assert tokens.issued == 1


@pytest.mark.parametrize(
    ("now", "wall", "issued"), [(0, 0, 1), (0, 7200, 2), (0, -7200, 1), (7200, 0, 2)]
)
def test_either_clock_ends_a_token(
    package: typing.Any,
    tokens: Issuer,
    client_credentials: typing.Any,
    now: float,
    wall: float,
    issued: int,
) -> None:
    clock = {"now": 1_000.0, "wall": 50_000.0}
    timing = importlib.import_module(f"{package.__name__}._runtime.timing")
    with package.Client(token=client_credentials, base_url=tokens.url) as client:
        client._settings.timing = timing.Timing(
            now=lambda: clock["now"], wall=lambda: clock["wall"]
        )
        client.parcels.get(ID)
        clock["now"] += now
        clock["wall"] += wall
        client.parcels.get(ID)
        client.parcels.get(ID)
    assert tokens.issued == issued


def test_a_refused_token_is_renewed_once_and_the_call_is_made_again(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any
) -> None:
    def use(client: typing.Any) -> typing.Any:
        first = client.raw.parcels.get(ID)
        if not asyncio.iscoroutine(first):
            tokens.issued += 5
            return client.raw.parcels.get(ID)

        async def rest() -> typing.Any:
            await first
            tokens.issued += 5
            return await client.raw.parcels.get(ID)

        return rest()

    response = oauth.run(use, token=client_credentials, retries=0)
    assert tokens.calls == ["Bearer t1", "Bearer t1", "Bearer t7"]
    assert response.attempts == 1 and response.status == 200


def test_a_server_that_refuses_every_token_is_asked_twice(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any, rt: typing.Any
) -> None:
    tokens.revoked = True
    with pytest.raises(rt.UnauthorizedError):
        oauth.run(calls(1), token=client_credentials)
    assert len(tokens.calls) == 2 and tokens.issued == 2


def test_a_body_that_cannot_be_read_twice_is_not_sent_again(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any, rt: typing.Any
) -> None:
    tokens.revoked = True
    with pytest.raises(rt.UnauthorizedError):
        oauth.run(
            lambda c: c.request("POST", "/parcels", content=iter([b"a", b"b"])),
            token=client_credentials,
        )
    assert len(tokens.calls) == 1


def test_threads_share_one_request_for_a_token(
    package: typing.Any, tokens: Issuer, client_credentials: typing.Any
) -> None:
    tokens.delay = 0.2
    with package.Client(token=client_credentials, base_url=tokens.url) as client:
        with ThreadPoolExecutor(50) as pool:
            found = list(pool.map(lambda _: client.parcels.get(ID), range(50)))
        assert len(found) == 50 and tokens.issued == 1
        tokens.issued += 1  # all hold a token that is refused from now on
        with ThreadPoolExecutor(50) as pool:
            found = list(pool.map(lambda _: client.parcels.get(ID), range(50)))
    assert len(found) == 50 and len(tokens.asked) == 2


def test_tasks_share_one_request_for_a_token(
    package: typing.Any, tokens: Issuer, client_credentials: typing.Any
) -> None:
    tokens.delay = 0.2

    async def main() -> None:
        async with package.AsyncClient(
            token=client_credentials, base_url=tokens.url
        ) as client:
            found = await asyncio.gather(*[client.parcels.get(ID) for _ in range(200)])
            assert len(found) == 200 and tokens.issued == 1
            tokens.issued += 1
            await asyncio.gather(*[client.parcels.get(ID) for _ in range(200)])

    asyncio.run(main())
    assert len(tokens.asked) == 2


def test_a_client_serves_one_event_loop_after_another(
    package: typing.Any, tokens: Issuer, client_credentials: typing.Any
) -> None:
    client = package.AsyncClient(token=client_credentials, base_url=tokens.url)

    async def main() -> None:
        tokens.expires_in = 0
        shared = client.with_options(headers={"Connection": "close"})
        await asyncio.gather(*[shared.parcels.get(ID) for _ in range(3)])

    tokens.lenient = True
    asyncio.run(main())
    asyncio.run(main())
    assert tokens.issued == 6


def test_a_cancelled_task_gives_its_turn_away(
    package: typing.Any, tokens: Issuer, client_credentials: typing.Any
) -> None:
    tokens.delay = 0.3
    errors: list[BaseException] = []

    async def main() -> None:
        async with package.AsyncClient(
            token=client_credentials, base_url=tokens.url
        ) as client:
            task = asyncio.create_task(client.parcels.get(ID))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            errors.append(caught.value)  # its traceback holds on to the call
            tokens.delay = 0
            await asyncio.wait_for(client.parcels.get(ID), 5)

    gc.disable()
    try:
        asyncio.run(main())
    finally:
        gc.enable()
    assert errors


def test_who_waits_for_a_token_has_a_timeout_of_its_own(
    package: typing.Any, tokens: Issuer, client_credentials: typing.Any, rt: typing.Any
) -> None:
    tokens.delay = 1.0
    with package.Client(token=client_credentials, base_url=tokens.url) as client:
        slow = threading.Thread(target=client.parcels.get, args=(ID,))
        slow.start()
        while not tokens.asked:
            time.sleep(0.01)
        with pytest.raises(rt.RequestTimeoutError, match="no token in time"):
            client.with_options(timeout=0.1).parcels.get(ID)
        slow.join()
    assert tokens.issued == 1


def test_a_user_is_known_by_name_and_password_first(
    oauth: Driver, tokens: Issuer, rt: typing.Any
) -> None:
    tokens.refresh = True
    tokens.expires_in = 0
    oauth.run(
        calls(3),
        token=rt.Password(username="ann", password="pass-word", client_id="me"),
    )
    assert tokens.forms == [
        {
            "grant_type": "password",
            "username": "ann",
            "password": "pass-word",
            "client_id": "me",
        },
        {
            "grant_type": "refresh_token",
            "refresh_token": "refresh-1",
            "client_id": "me",
        },
        {
            "grant_type": "refresh_token",
            "refresh_token": "refresh-2",
            "client_id": "me",
        },
    ]


def test_a_refresh_token_that_is_gone_sends_a_user_back_to_the_password(
    package: typing.Any, tokens: Issuer, rt: typing.Any
) -> None:
    tokens.refresh = True
    grant = rt.Password(username="ann", password="pass-word")
    with package.Client(token=grant, base_url=tokens.url, retries=0) as client:
        client.parcels.get(ID)
        tokens.problem = oauth_error("invalid_grant")
        tokens.issued += 1
        with pytest.raises(rt.TokenError):
            client.parcels.get(ID)
        tokens.problem = None
        client.parcels.get(ID)
    kinds = [one["grant_type"] for one in tokens.forms]
    assert kinds == ["password", "refresh_token", "password", "password"]


def test_refresh_tokens_rotate_and_the_user_is_told(
    oauth: Driver, tokens: Issuer, rt: typing.Any
) -> None:
    tokens.refresh = True
    tokens.expires_in = 0
    told: list[str] = []

    async def tell(token: str) -> None:
        told.append(token)

    oauth.run(
        calls(3),
        token=rt.RefreshToken(
            refresh_token="given-at-login",
            client_id="me",
            on_rotation=tell if oauth.asynchronous else told.append,
        ),
    )
    sent = [one["refresh_token"] for one in tokens.forms]
    assert sent == ["given-at-login", "refresh-1", "refresh-2"]
    assert told == ["refresh-1", "refresh-2", "refresh-3"]


def test_the_token_of_a_login_is_used_until_it_is_refused(
    oauth: Driver, tokens: Issuer, rt: typing.Any
) -> None:
    tokens.issued = 8
    oauth.run(calls(2), token=rt.RefreshToken(refresh_token="r-1", access_token="t8"))
    assert tokens.calls == ["Bearer t8", "Bearer t8"] and not tokens.asked
    oauth.run(calls(2), token=rt.RefreshToken(refresh_token="r-1", access_token="old"))
    assert tokens.calls[2:] == ["Bearer old", "Bearer t9", "Bearer t9"]


@pytest.mark.parametrize(
    ("answer", "error", "message"),
    [
        (
            oauth_error("invalid_client", "No.", 401),
            "invalid_client",
            "check client_id",
        ),
        (oauth_error("invalid_scope"), "invalid_scope", "check scopes"),
        (oauth_error("odd_error"), "odd_error", "400 odd_error"),
        (oauth_error("invalid_grant", status=200), "invalid_grant", "log in anew"),
        (Answer(200, body=b"<html>"), "", "200, and no bearer token"),
        (Answer(200, json={"access_token": "a\nb"}), "", "no bearer token"),
        (Answer(200, json={"access_token": "x", "token_type": "mac"}), "", "no bearer"),
        (Answer(200, json=["t"]), "", "no bearer token; check token_url"),
        (
            Answer(307, headers={"location": "http://127.0.0.1:9/x"}),
            "",
            "a redirect to http://127.0.0.1:9/x that is not followed",
        ),
    ],
)
def test_a_failing_endpoint_says_what_to_do(
    oauth: Driver,
    tokens: Issuer,
    client_credentials: typing.Any,
    rt: typing.Any,
    answer: Answer,
    error: str,
    message: str,
) -> None:
    tokens.problem = answer
    seen: list[Exception] = []
    with pytest.raises(rt.TokenError, match=message) as caught:
        oauth.run(
            calls(1), token=client_credentials, hooks=rt.Hooks(on_error=seen.append)
        )
    assert caught.value.error == error and caught.value.status == answer.status
    assert isinstance(caught.value, rt.ApiError) and seen == [caught.value]
    assert len(tokens.asked) == 1 and not tokens.calls


def test_a_token_is_asked_for_again_where_that_is_safe(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any
) -> None:
    problems = [
        Answer(503, headers={"retry-after": "1"}),
        Answer(429, headers={"retry-after": "2"}),
    ]
    issue = tokens.issue
    tokens.issue = lambda: problems.pop(0) if problems else issue()  # type: ignore[method-assign]
    oauth.run(calls(1), token=client_credentials)
    assert len(tokens.asked) == 3 and oauth.time.waits == [1, 2]


def test_an_endpoint_that_is_not_there_is_a_transport_error(
    oauth: Driver, rt: typing.Any
) -> None:
    grant = rt.ClientCredentials(
        client_id="me", client_secret=SECRET, token_url="http://127.0.0.1:9/token"
    )
    with pytest.raises(rt.TransportError, match=r"POST http://127\.0\.0\.1:9/token: "):
        oauth.run(calls(1), token=grant)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://auth.dev/token", "no https:// address"),
        ("http://127.0.0.1.auth.dev/token", "no https:// address"),
        ("ftp://localhost/token", "no https:// address"),
        ("https://{tenant}.auth.dev/token", "give token_url"),
        ("https://[/token", "no address"),
    ],
)
def test_secrets_go_only_where_they_are_safe(
    oauth: Driver, rt: typing.Any, url: str, message: str
) -> None:
    grant = rt.ClientCredentials(client_id="me", client_secret=SECRET, token_url=url)
    with pytest.raises(rt.ConfigurationError, match=message):
        oauth.client(token=grant)


@pytest.mark.parametrize("url", ["https://auth.dev/t", "http://[::1]/t", "/t", "t"])
def test_safe_addresses_are_taken(oauth: Driver, rt: typing.Any, url: str) -> None:
    grant = rt.ClientCredentials(client_id="me", client_secret=SECRET, token_url=url)
    assert "client-secret-1" not in repr(oauth.client(token=grant)._settings.given)


def test_no_secret_is_shown_anywhere(
    oauth: Driver, tokens: Issuer, rt: typing.Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    grants = [
        rt.ClientCredentials(client_id="me", client_secret=SECRET, client_in="body"),
        rt.Password(username="ann", password=SECRET, client_secret=SECRET),
        rt.RefreshToken(refresh_token=SECRET, access_token=SECRET),
    ]
    for grant in grants:
        tokens.problem = oauth_error("invalid_grant", f"{SECRET} is bad")
        with pytest.raises(rt.TokenError) as caught:
            oauth.run(calls(1), token=grant)
        error = pickle.loads(pickle.dumps(caught.value))
        assert error.description == "… is bad" and str(error) == str(caught.value)
        tokens.problem = None
        shown = [repr(grant), str(error), repr(vars(error)), repr(vars(caught.value))]
        assert SECRET not in " ".join(shown)
        assert SECRET.encode() not in pickle.dumps(caught.value)
        response = oauth.run(lambda c: c.raw.parcels.get(ID), token=grant)
        assert f"t{tokens.issued}" not in repr(response.request)
    assert SECRET not in caplog.text and "Bearer t" not in caplog.text


def test_a_token_that_a_server_repeats_is_hidden(
    oauth: Driver, tokens: Issuer, client_credentials: typing.Any, rt: typing.Any
) -> None:
    tokens.issue = lambda: Answer(json={"access_token": "long-token"})  # type: ignore[method-assign]
    with pytest.raises(rt.UnauthorizedError) as caught:
        oauth.run(
            lambda c: c.request("GET", "/parcels", query={"echo": "long-token"}),
            token=client_credentials,
        )
    assert "long-token" not in str(caught.value) + repr(caught.value.request)
