"""A whole section may be a reference, in place of each of its members."""

from __future__ import annotations

from case_documents_sections_in_files import Client
from case_documents_sections_in_files.models import Order, Unused

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will({"id": 1, "limit": 2})
    with Client(base_url=server.url, strict=True) as client:
        assert client.get_order("1", limit=2) == Order(id=1, limit=2)
    assert server.last.query == (("limit", "2"),)
    assert Unused(a="b").to_dict() == {"a": "b"}
