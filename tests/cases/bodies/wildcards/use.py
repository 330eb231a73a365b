"""Ranges of media types, and keys that are none: what is sent is always concrete."""

from __future__ import annotations

from pathlib import PurePath

from case_bodies_wildcards import Client, File

from tests.servers.scripted import Scripted


def sent(server: Scripted) -> tuple[str, bytes]:
    return server.last.headers["content-type"], server.last.body


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        for call in (client.any, client.application, client.word):
            call(text="a")
            assert sent(server) == ("application/json", b'{"text":"a"}')
        client.file(File(b"PDF", name=PurePath("a", "b.pdf").name))
        assert sent(server) == ("application/pdf", b"PDF")
        client.file(b"\x00")
        assert sent(server) == ("application/octet-stream", b"\x00")
        client.unknown([1])
        assert sent(server) == ("application/json", b"[1]")
        client.unknown("text")
        assert sent(server) == ("text/plain; charset=utf-8", b"text")
        client.unknown(b"\x01")
        assert sent(server) == ("application/octet-stream", b"\x01")
        client.code("print")
        assert sent(server) == ("text/plain; charset=utf-8", b"print")
