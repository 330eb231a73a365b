"""``x-ms-paths`` are paths like any other, told apart by a fixed query."""

from __future__ import annotations

from case_documents_x_ms_paths import Client
from case_documents_x_ms_paths.models import Blob

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will({"name": "a"})
        assert client.get_blobs() == Blob(name="a")
        server.will([{"name": None}])
        assert client.list_blobs(limit=3) == [Blob(name=None)]
    assert server.last.path == "/blobs"
    assert server.last.query == (("comp", "list"), ("limit", "3"))
