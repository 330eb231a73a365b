"""Before 3.1, words and ``nullable`` beside a reference count, constraints do not."""

from __future__ import annotations

import inspect

from case_documents_reference_siblings_3_0 import Client
from case_documents_reference_siblings_3_0 import models as m

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will({"id": 1, "buyer": None, "heir": {"age": 3}})
        order = client.get_order()
        assert (order.id, order.buyer, order.heir) == (
            1,
            None,
            m.Person(extra={"age": 3}),
        )
        server.will(status=204)
        client.put_order(buyer=None, payer=m.Person(name="Tom"))
        assert server.last.json() == {"buyer": None, "payer": {"name": "Tom"}}
    source = inspect.getsource(m.Order)
    assert "Who pays." in source
    assert "Deprecated" in source
