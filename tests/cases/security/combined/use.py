"""Alternatives of several schemes, of which some are issued, asked for or signed."""

from __future__ import annotations

import base64

import pytest
from case_security_combined import (
    Client,
    ClientCredentials,
    ConfigurationError,
    Options,
    Signature,
    UnauthorizedError,
    Unsigned,
)

from tests.servers.scripted import Scripted

APP = ClientCredentials(client_id="me", client_secret="s")


def use(server: Scripted) -> None:
    with Client(base_url=server.url, token=APP, ship=lambda: "Maria") as client:
        server.will({"access_token": "a-1"})
        client.dock()
        assert server.last.headers["authorization"] == "Bearer a-1"
        assert server.last.headers["x-ship"] == "Maria"
        client.look()
        assert server.last.headers["authorization"] == "Bearer a-1"
        own = Options(headers={"authorization": "Mine", "cookie": "a=b"})
        client.dock(options=own)
        assert server.last.headers["authorization"] == "Mine"
        assert server.last.headers["cookie"] == "a=b"

    days = iter(["mon", "tue", "wed"])
    with Client(
        base_url=server.url,
        ship="Maria",
        harbour=lambda: next(days),
        username="ann",
        password=lambda: "pw",
    ) as client:
        server.will(status=401)
        client.dock()
        assert server.last.headers["cookie"] == "harbour=tue"
        pair = base64.b64encode(b"ann:pw").decode()
        assert server.last.headers["authorization"] == f"Basic {pair}"
        client.look()
        assert "authorization" not in server.last.headers

    def sign(request: Unsigned) -> Signature:
        assert request.method == "GET" and request.body == b""
        return Signature(headers={"Authorization": "Port-HMAC abc"})

    with Client(base_url=server.url, sign=sign) as client:
        client.dock()
        assert server.last.headers["authorization"] == "Port-HMAC abc"
        server.will(status=401)
        with pytest.raises(UnauthorizedError):
            client.dock()

    with pytest.raises(ConfigurationError, match="ship is a string or a function"):
        Client(base_url=server.url, ship=APP)  # type: ignore[arg-type]
