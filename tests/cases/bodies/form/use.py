"""Every way to write a property in a urlencoded form."""

from __future__ import annotations

from case_bodies_form import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.send(name="a b&c", flag=True)
        assert server.last.body == b"name=a%20b%26c&flag=true"
        assert server.last.media_type == "application/x-www-form-urlencoded"
        client.send(tags=["x", "y,z"])
        assert server.last.body == b"tags=x&tags=y%2Cz"
        client.send(joined=["x", "y,z"])
        assert server.last.body == b"joined=x,y%2Cz"
        client.send(piped=["x", "y"])
        assert server.last.body == b"piped=x%7Cy"
        client.send(nested={"a": "1"})
        assert server.last.body == b"nested=%7B%22a%22%3A%221%22%7D"
        client.send(deep={"a": "1", "b": "c d"})
        assert server.last.body == b"deep%5Ba%5D=1&deep%5Bb%5D=c%20d"
        client.send(json=[1, 2])
        assert server.last.body == b"json=%5B1%2C2%5D"
        client.send(url="https://a.dev/b?c")
        assert server.last.body == b"url=https://a.dev/b?c"
        client.send_text("a=1&b=2")
        assert server.last.body == b"a=1&b=2"
        client.send()
        assert server.last.body == b""
        assert server.last.media_type == "application/x-www-form-urlencoded"
