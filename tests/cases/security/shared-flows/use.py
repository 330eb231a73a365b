"""Two flows asked together are one argument, whose token any of them can give."""

from __future__ import annotations

import inspect

from case_security_shared_flows import Client, RefreshToken

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert "server" not in inspect.signature(Client).parameters
    with Client(base_url=server.url, token=RefreshToken(refresh_token="r")) as client:
        server.will({"access_token": "drawn"})
        server.will(status=204)
        client.well()
        assert server.requests[0].path == "/token"
        assert server.last.headers["authorization"] == "Bearer drawn"
