"""Whatever may be a reference may be one, or a chain of them."""

from __future__ import annotations

from case_documents_referenced_objects import Client
from case_documents_referenced_objects.models import Order

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(api_key="k", base_url=server.url, strict=True) as client:
        server.will({"id": 1}, status=201)
        assert client.add_order(Order(id=1), page=2, limit=3) == Order(id=1)
    assert server.last.json() == {"id": 1}
    assert sorted(server.last.query) == [("limit", "3"), ("page", "2")]
    assert server.last.headers["x-key"] == "k"
