"""Schemes are declared, and none is asked for: none is needed, one given is sent."""

from __future__ import annotations

from case_security_undemanded import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.fence()
        assert "x-key" not in server.last.headers
    with Client(base_url=server.url, api_key="k") as client:
        client.fence()
        assert server.last.headers["x-key"] == "k"
    with Client(base_url=server.url, token="t") as client:
        client.fence()
        assert server.last.headers["authorization"] == "Bearer t"
        assert "x-key" not in server.last.headers
