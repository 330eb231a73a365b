"""Sections that lead back to themselves are said, and the rest is generated."""

from __future__ import annotations

from case_diagnostics_section_cycle import Client
from case_diagnostics_section_cycle.models import Item, Order

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will({"items": [{"name": "bread"}]})
        assert client.get_order() == Order(items=[Item(name="bread")])
