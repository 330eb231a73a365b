"""Nothing is fetched: a reference to the network costs what refers, and no more."""

from __future__ import annotations

from case_documents_remote_reference import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will({"id": 1, "money": {"EUR": 2}, "nobody": "Tom"})
    with Client(base_url=server.url, strict=True) as client:
        order = client.get_order()
    assert (order.id, order.money, order.nobody) == (1, {"EUR": 2}, "Tom")
