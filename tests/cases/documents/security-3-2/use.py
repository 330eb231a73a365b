"""A scheme may be named by its URI, and a device has a token like anyone."""

from __future__ import annotations

from case_documents_security_3_2 import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(api_key="k", token="t", base_url=server.url) as client:
        server.will(status=204)
        client.get_a()
        assert server.last.headers["x-key"] == "k"
        assert "authorization" not in server.last.headers
        server.will(status=204)
        client.get_b()
        assert server.last.headers["authorization"] == "Bearer t"
        assert "x-key" not in server.last.headers
