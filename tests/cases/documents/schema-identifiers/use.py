"""``$id`` names a schema and is the base of what it refers to; ``$anchor`` a part."""

from __future__ import annotations

from case_documents_schema_identifiers import Client
from case_documents_schema_identifiers import models as m

from tests.servers.scripted import Scripted

ORDER = {
    "lines": [{"sku": "a"}],
    "customer": {"name": "Tom", "address": {"city": "Ulm"}},
    "address": {"city": "Bern"},
    "tax": {"rate": 0.19},
    "next": None,
    "note": {"text": "soon"},
    "unit": {"grams": 5},
}


def use(server: Scripted) -> None:
    server.will(ORDER)
    with Client(base_url=server.url, strict=True) as client:
        order = client.get_order()
    assert order == m.Order(
        lines=[m.Line(sku="a")],
        customer=m.Customer(name="Tom", address=m.Address(city="Ulm")),
        address=m.Address(city="Bern"),
        tax=m.Tax(rate=0.19),
        next=None,
        note=m.Note(text="soon"),
        unit=m.Weight(grams=5),
    )
    assert order.to_dict() == ORDER
