"""Parameters whose value is content of a media type."""

from __future__ import annotations

from case_operations_content_parameters import Client
from case_operations_content_parameters.models import Point

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        client.places(
            [1.5, 2],
            at=Point(lat=10),
            note="a b",
            any=["x", None],
            x_meta=Point(name=None),
            prefs=Point(lat=1),
        )
        path, _, query = server.last.target.partition("?")
        assert path == "/places/%5B1.5%2C2%5D"
        assert query == ("at=%7B%22lat%22%3A10%7D&note=a%20b&any=%5B%22x%22%2Cnull%5D")
        assert server.last.headers["x-meta"] == '{"name":null}'
        assert server.last.headers["cookie"] == "prefs=%7B%22lat%22%3A1%7D"
