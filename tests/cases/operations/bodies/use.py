"""Every kind of body there and back."""

from __future__ import annotations

from urllib.parse import parse_qsl

from case_operations_bodies import Client
from case_operations_bodies.models import Note

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        assert client.send_list([1, 2]) is None
        assert server.last.json() == [1, 2]

        server.will(status=204)
        client.send_maybe()
        assert server.last.body == b""
        assert "content-type" not in server.last.headers

        server.will(status=204)
        client.send_maybe(Note())
        assert server.last.json() == {}

        server.will(status=204)
        client.send_form(text="a b", tags=["x", "y"])
        assert server.last.media_type == "application/x-www-form-urlencoded"
        pairs = parse_qsl(server.last.body.decode())
        assert pairs == [("text", "a b"), ("tags", "x"), ("tags", "y")]

        server.will("grüße".encode(), content_type="text/plain; charset=utf-8")
        assert client.send_text("hé") == "grüße"
        assert server.last.body == "hé".encode()

        server.will(b"%PDF", content_type="application/pdf")
        assert client.send_bytes(b"\x00\x01") == b"%PDF"
        assert server.last.body == b"\x00\x01"
        assert server.last.media_type == "application/pdf"
