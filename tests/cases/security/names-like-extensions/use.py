"""A scheme named as its header is: no extension, for components have free names."""

from __future__ import annotations

from case_security_names_like_extensions import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, x_auth_key="k", x_auth_secret="s") as client:
        server.will(status=204)
        client.list_invoices(page=2)
        assert server.last.query == (("page", "2"),)
        assert server.last.headers["x-auth-key"] == "k"
