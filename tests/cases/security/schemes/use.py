"""Every kind of security scheme, each with its own argument."""

from __future__ import annotations

import base64

import pytest
from case_security_schemes import Client, ConfigurationError
from case_security_schemes.client import RawClient

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(
        base_url=server.url,
        key="k1",
        query_key="a b&c",
        session="s/1",
        username="ann",
        password="p:w",
        token="t1",
        oauth="t2",
        oidc="t3",
        authorization="Door-HMAC id=1, sig=abc",
    ) as client:
        client.by_header()
        assert server.last.headers["x-key"] == "k1"
        client.by_query()
        assert server.last.query == (("api key", "a b&c"),)
        client.by_cookie()
        assert server.last.headers["cookie"] == "SID=s%2F1"
        client.by_basic()
        pair = base64.b64encode(b"ann:p:w").decode()
        assert server.last.headers["authorization"] == f"Basic {pair}"
        client.by_bearer()
        assert server.last.headers["authorization"] == "Bearer t1"
        client.by_oauth()
        assert server.last.headers["authorization"] == "Bearer t2"
        client.by_oidc()
        assert server.last.headers["authorization"] == "Bearer t3"
        client.by_hmac()
        assert server.last.headers["authorization"] == "Door-HMAC id=1, sig=abc"
        for call in (client.by_tls, client.by_digest, client.by_nothing):
            call()
            assert "authorization" not in server.last.headers

    with Client(base_url=server.url, username="sk_1", password="") as client:
        client.by_basic()
        pair = base64.b64encode(b"sk_1:").decode()
        assert server.last.headers["authorization"] == f"Basic {pair}"
        asked = len(server.requests)
        for call in (client.by_header, client.by_query, client.by_oauth):
            with pytest.raises(ConfigurationError, match="needs credentials: give"):
                call()
        assert len(server.requests) == asked, "nothing is sent without credentials"

    assert "Needs the scopes ``doors:open`` and ``doors:see``." in str(
        Client.by_oauth.__doc__
    )
    assert "cert: Issued by the porter." in str(Client.__doc__)
    assert RawClient.__doc__
