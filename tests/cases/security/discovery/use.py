"""OpenID Connect metadata name the token endpoint, and are read once."""

from __future__ import annotations

import pytest
from case_security_discovery import (
    Client,
    ClientCredentials,
    ConfigurationError,
    TokenError,
)

from tests.servers.scripted import Scripted

ME = ClientCredentials(client_id="me", client_secret="s3cret")


def use(server: Scripted) -> None:
    with Client(base_url=server.url, token=ME) as client:
        methods = ["client_secret_post"]
        server.will(
            {
                "issuer": server.url,
                "token_endpoint": f"{server.url}/token",
                "token_endpoint_auth_methods_supported": methods,
            }
        )
        server.will({"access_token": "one", "expires_in": 0})
        server.will(status=204)
        client.lamp()
        server.will({"access_token": "two"})
        server.will(status=204)
        client.lamp()
    paths = [request.path for request in server.requests]
    assert paths == [
        "/.well-known/openid-configuration",
        "/token",
        "/lamp",
        "/token",
        "/lamp",
    ]
    assert b"client_secret=s3cret" in server.requests[1].body
    assert server.last.headers["authorization"] == "Bearer two"

    with Client(base_url=server.url, token=ME) as client:
        elsewhere = "http://auth.lamps.dev/token"
        server.will({"issuer": server.url, "token_endpoint": elsewhere})
        with pytest.raises(ConfigurationError, match="is no https:// address"):
            client.lamp()
        server.will(status=404)
        with pytest.raises(TokenError, match="openid-configuration: 404"):
            client.lamp()
        server.will({"issuer": "https://o.dev", "token_endpoint": f"{server.url}/t"})
        with pytest.raises(TokenError) as caught:
            client.lamp()
        assert f"issuer 'https://o.dev', not of '{server.url}'" in str(caught.value)
    assert server.last.path == "/.well-known/openid-configuration"
    with Client(base_url=server.url, token="given") as client:
        client.lamp()
        assert server.last.headers["authorization"] == "Bearer given"
