"""Metadata of a server (RFC 8414) name its token endpoint, where no flow does."""

from __future__ import annotations

from case_security_metadata import Client, ClientCredentials, Password

from tests.servers.scripted import Scripted

ME = ClientCredentials(client_id="me", client_secret="s3cret")


def use(server: Scripted) -> None:
    user = Password(username="u", password="p")
    with Client(base_url=server.url, login=user, both=ME) as client:
        server.will({"issuer": server.url, "token_endpoint": f"{server.url}/named"})
        server.will({"access_token": "one"})
        server.will(status=204)
        client.kiln()
        assert server.last.headers["authorization"] == "Bearer one"
        server.will({"access_token": "two"})
        server.will(status=204)
        client.shelf()
        assert server.last.headers["authorization"] == "Bearer two"
    assert [request.path for request in server.requests] == [
        "/.well-known/oauth-authorization-server",
        "/named",
        "/kiln",
        "/written",
        "/shelf",
    ]
