"""Methods say which scopes they need, and so do errors of tokens without them."""

from __future__ import annotations

import re

import pytest
from case_security_scopes import Client, ClientCredentials, ForbiddenError

from tests.servers.scripted import Scripted

LACKING = 'Bearer realm="v", error="insufficient_scope"'


def refuse(server: Scripted, **headers: str) -> None:
    server.will("", 403, content_type="text/plain", **headers)


def use(server: Scripted) -> None:
    told = str(Client.open.__doc__)
    assert "Needs the scopes ``look`` and ``open``, or ``all``." in told
    me = ClientCredentials(client_id="me", client_secret="s", scopes=["look", "open"])
    with Client(base_url=server.url, token=me) as client:
        server.will({"access_token": "t"})
        refuse(server, www_authenticate=LACKING)
        with pytest.raises(ForbiddenError) as caught:
            client.open()
        assert b"scope=look+open" in server.requests[0].body
        said = "403, the token lacks a scope: get one for look and open, or all"
        assert str(caught.value).endswith(said)
        server.will({"error": "insufficient_scope"}, status=403)
        with pytest.raises(ForbiddenError, match="403, the token lacks a scope: get"):
            client.look()
        refuse(server, www_authenticate=LACKING)
        with pytest.raises(ForbiddenError, match=r"get one for look$"):
            list(client.coins())
        refuse(server, www_authenticate=f'{LACKING}, scope="knock enter"')
        with pytest.raises(ForbiddenError, match=r"get one for knock and enter$"):
            client.door()
        refuse(server, www_authenticate=LACKING)
        with pytest.raises(ForbiddenError, match=r"the token lacks a scope$"):
            client.door()
        refuse(server)
        with pytest.raises(ForbiddenError, match=re.escape("do not allow this")):
            client.open()
    me = ClientCredentials(client_id="me", client_secret="s")
    with Client(base_url=server.url, token=me) as client:
        server.will({"access_token": "t"})
        client.look()
        assert b"scope" not in server.requests[-2].body, "none is asked for unasked"
