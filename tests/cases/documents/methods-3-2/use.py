"""QUERY and methods of one's own are methods like any other; ``$self`` is a base."""

from __future__ import annotations

from case_documents_methods_3_2 import Client
from case_documents_methods_3_2.models import Order

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will([{"id": 1}])
        assert client.orders.query(word="x") == [Order(id=1)]
        assert (server.last.method, server.last.json()) == ("QUERY", {"word": "x"})
        server.will(status=204)
        client.orders.copy(to="there")
        assert server.last.method == "COPY"
        assert server.last.query == (("to", "there"),)
