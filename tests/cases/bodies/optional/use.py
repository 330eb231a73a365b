"""No body, an empty one and null are three things."""

from __future__ import annotations

import case_bodies_optional.models as m
from case_bodies_optional import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert hasattr(m, "NoteRequest"), "a shared body is named by its own key"
    with Client(base_url=server.url) as client:
        client.needed()
        assert server.last.body == b"{}"
        client.again(m.NoteRequest(text="a"))
        assert server.last.body == b'{"text":"a"}'
        client.maybe()
        assert server.last.body == b""
        assert "content-type" not in server.last.headers
        client.maybe(m.MaybeRequest())
        assert server.last.body == b"{}"
        client.nullable(None)
        assert server.last.body == b"null"
