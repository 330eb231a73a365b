"""Tokens come from where the flows of a scheme say, in the ways they offer."""

from __future__ import annotations

import asyncio
import inspect
from urllib.parse import parse_qsl

import pytest
from case_security_tokens import (
    ApiError,
    AsyncClient,
    Client,
    ClientCredentials,
    ConfigurationError,
    Password,
    RefreshToken,
    TokenError,
)

from tests.servers.scripted import Scripted


def asked(server: Scripted) -> tuple[str, dict[str, str]]:
    """The request for a token that came before the last call."""
    request = server.requests[-2]
    return request.path, dict(parse_qsl(request.body.decode()))


def use(server: Scripted) -> None:
    types = {
        name: str(one.annotation)
        for name, one in inspect.signature(Client).parameters.items()
    }
    assert types["machine"] == "str | Callable[[], str] | rt.ClientCredentials | None"
    assert types["person"].split(" | ")[2:] == [
        "rt.Password",
        "rt.RefreshToken",
        "None",
    ]
    assert types["device"] == "str | Callable[[], str] | rt.RefreshToken | None"
    assert types["browser"] == "str | Callable[[], str] | None"
    awaited = inspect.signature(AsyncClient).parameters["browser"].annotation
    assert awaited == "str | Callable[[], str | Awaitable[str]] | None"

    base = f"{server.url}/v1"
    machine = ClientCredentials(client_id="me", client_secret="s", scopes=["grind"])
    with Client(base_url=base, machine=machine) as client:
        server.will({"access_token": "m-1", "token_type": "bearer", "expires_in": 60})
        server.will(status=204)
        client.by_machine()
        form = {"grant_type": "client_credentials", "scope": "grind"}
        assert asked(server) == ("/v1/token", form)
        assert server.last.headers["authorization"] == "Bearer m-1"

    password = Password(username="ann", password="p", client_id="app")
    with Client(base_url=base, person=password) as client:
        server.will({"access_token": "p-1"})
        server.will(status=204)
        client.by_person()
        assert asked(server)[0] == "/oauth/password"

    async def by_person() -> None:
        login = RefreshToken(refresh_token="r-1", client_id="app")
        async with AsyncClient(base_url=base, person=login) as client:
            await client.by_person()

    server.will({"access_token": "p-2"})
    asyncio.run(by_person())
    form = {"grant_type": "refresh_token", "refresh_token": "r-1", "client_id": "app"}
    assert asked(server) == ("/oauth/refresh", form)
    assert server.last.headers["authorization"] == "Bearer p-2"

    login = RefreshToken(refresh_token="r-2", access_token="d-1", client_id="app")
    with Client(base_url=base, device=login) as client:
        client.by_device()
        assert server.last.headers["authorization"] == "Bearer d-1"
        server.will(status=401)
        server.will({"access_token": "d-2"})
        server.will(status=204)
        client.by_device()
        assert asked(server)[0] == "/oauth/device"
        assert server.last.headers["authorization"] == "Bearer d-2"

    with Client(base_url=base, browser=lambda: "b-1") as client:
        client.by_browser()
        assert server.last.headers["authorization"] == "Bearer b-1"

    with Client(base_url=base, machine=machine) as client:
        server.will({"error": "invalid_client"}, status=401)
        with pytest.raises(
            TokenError, match="401 invalid_client; check client_id"
        ) as no:
            client.by_machine()
        assert isinstance(no.value, ApiError) and no.value.error == "invalid_client"
        with pytest.raises(ConfigurationError, match="person=… "):
            client.by_person()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CASE_SECURITY_TOKENS_CLIENT_ID", "from-outside")
        patch.setenv("CASE_SECURITY_TOKENS_CLIENT_SECRET", "s")
        with Client(base_url=base) as client:
            server.will({"access_token": "e-1"})
            client.by_machine()
            assert server.last.headers["authorization"] == "Bearer e-1"
