"""Parts: their names, content types and headers, byte by byte."""

from __future__ import annotations

import re

from case_bodies_multipart import Client, File
from case_bodies_multipart.models import Meta

from tests.servers.scripted import Scripted


def parts(server: Scripted) -> list[bytes]:
    """The parts as they were sent, without what stands between them."""
    kind, _, boundary = server.last.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    assert re.fullmatch(r"[0-9a-f]{32}", boundary)
    mark = f"--{boundary}".encode()
    first, *found, last = server.last.body.split(mark)
    assert (first, last) == (b"", b"--\r\n")
    return [one.removeprefix(b"\r\n").removesuffix(b"\r\n") for one in found]


def use(server: Scripted) -> None:
    start = b"Content-Disposition: form-data; name="
    with Client(base_url=server.url) as client:
        client.send(name="é", meta=Meta(size=1), metas=[Meta(size=2), Meta(size=3)])
        json = b"\r\nContent-Type: application/json\r\n\r\n"
        assert parts(server) == [
            start + b'"name"\r\n\r\n' + "é".encode(),
            start + b'"meta"' + json + b'{"size":1}',
            start + b'"metas"' + json + b'{"size":2}',
            start + b'"metas"' + json + b'{"size":3}',
        ]
        client.send(csv="a;b")
        assert parts(server) == [start + b'"csv"\r\nContent-Type: text/csv\r\n\r\na;b']
        client.send(icon=File(b"GIF", name='i".gif', headers={"X-Rate": "3"}))
        assert parts(server) == [
            start + b'"icon"; filename="i%22.gif"\r\nContent-Type: image/gif\r\n'
            b"X-Rate: 3\r\n\r\nGIF"
        ]
        client.send(icon=b"?", scan=b"PNG")
        assert parts(server) == [
            start + b'"icon"; filename="icon"\r\nContent-Type: image/png\r\n\r\n?',
            start + b'"scan"; filename="scan"\r\n'
            b"Content-Type: application/octet-stream\r\n\r\nPNG",
        ]
        client.send(anything=b"1", code=b"\x00")
        assert parts(server) == [
            start + b'"anything"; filename="anything"\r\n'
            b"Content-Type: application/octet-stream\r\n\r\n1",
            start + b'"code"; filename="code"\r\n'
            b"Content-Type: application/octet-stream\r\n\r\n\x00",
        ]
        client.send(joined=["a", "b c"], deep=Meta(size=1))
        assert parts(server) == [
            start + b'"joined"\r\n\r\na,b c',
            start + b'"deep[size]"\r\n\r\n1',
        ]
        client.send()
        assert parts(server) == []
