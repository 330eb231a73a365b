"""Form parameters, shared and of one's own, are one body."""

from __future__ import annotations

from case_documents_swagger_forms import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.send_form(title="a b", size=3)
        assert server.last.media_type == "application/x-www-form-urlencoded"
        assert sorted(server.last.body.split(b"&")) == [b"size=3", b"title=a%20b"]

        client.send_file(title="t", size="XL", file=b"...")
        assert server.last.media_type == "multipart/form-data"
        found = {part.name: part.content for part in server.last.parts()}
        assert found == {"title": b"t", "size": b"XL", "file": b"..."}

        client.send_note(text=None)
        assert server.last.json() == {"text": None}

        client.send_parts(size=3, on=True)
        found = {part.name: part.content for part in server.last.parts()}
        assert found == {"size": b"3", "on": b"true"}
