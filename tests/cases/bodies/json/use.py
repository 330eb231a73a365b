"""JSON under all the names it goes by."""

from __future__ import annotations

from case_bodies_json import Client

from tests.servers.scripted import Scripted


def sent(server: Scripted) -> tuple[str, bytes]:
    return server.last.headers.get("content-type", ""), server.last.body


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.suffix(text="é")
        assert sent(server) == (
            "application/merge-patch+json",
            '{"text":"é"}'.encode(),
        )
        client.text(text="a")
        assert sent(server) == ("text/json", b'{"text":"a"}')
        client.charset(text="a")
        assert sent(server) == ("application/json; charset=utf-8", b'{"text":"a"}')
        for value, wire in (([1, "a"], b'[1,"a"]'), ("a", b'"a"'), (None, b"null")):
            client.bare(value)
            assert sent(server) == ("application/json", wire)
        client.empty()
        assert sent(server) == ("", b"")
        client.raw_file(b'{"a": 1}')
        assert sent(server) == ("application/json", b'{"a": 1}')
        client.base64(b"\x00\xff")
        assert sent(server) == ("application/json", b'"AP8="')
        client.plain(text="a")
        assert sent(server) == ("text/plain; charset=utf-8", b'{"text":"a"}')
        client.search(text="a")
        assert server.last.method == "GET"
        assert sent(server) == ("application/json", b'{"text":"a"}')
        client.remove()
        assert server.last.method == "DELETE"
        assert sent(server) == ("", b"")
