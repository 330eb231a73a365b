"""Media types may be shared, and items come one after the other."""

from __future__ import annotations

from case_documents_media_3_2 import Client
from case_documents_media_3_2.models import Order

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will({"id": 1})
        assert client.get_order() == Order(id=1)
        server.will(status=204)
        client.add_order(id=2)
        assert server.last.json() == {"id": 2}
        server.will('{"id": 1}\n{"id": 2}\n', content_type="application/jsonl")
        assert list(client.watch()) == [Order(id=1), Order(id=2)]
