"""From 3.1 on, what stands beside a reference counts as well as what it leads to."""

from __future__ import annotations

from case_documents_reference_siblings_3_1 import Client
from case_documents_reference_siblings_3_1 import models as m

from tests.servers.scripted import Scripted

ORDER = {
    "buyer": {"name": "Tom"},
    "heir": {"name": "Eve", "age": 3},
    "state": "old",
    "short": "abc",
}


def use(server: Scripted) -> None:
    server.will(ORDER)
    with Client(base_url=server.url, strict=True) as client:
        order = client.get_order()
    assert order.buyer == m.Person(name="Tom")
    assert order.heir is not None
    assert (order.heir.name, order.heir.age) == ("Eve", 3)
    assert order.state is m.State.OLD
    assert order.short == "abc"
    assert order.to_dict() == ORDER
    assert issubclass(m.Child, m.Person)
    assert m.Child(name="Tim", toy="ball").to_dict() == {"name": "Tim", "toy": "ball"}
