"""A bad reference costs the property its type, and nothing else."""

from __future__ import annotations

from case_diagnostics_dangling_reference import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will({"id": "1", "customer": {"name": "Tom"}})
    with Client(base_url=server.url) as client:
        order = client.get_order()
    assert (order.id, order.customer) == ("1", {"name": "Tom"})
