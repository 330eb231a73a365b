"""Properties that hold under a condition are optional fields."""

from __future__ import annotations

from case_models_conditional_properties import Client, Drift
from case_models_conditional_properties.models import Address, Order

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    answers = {
        "post": Order(id="1", way="post", address=Address(street="High Street")),
        "fetch": Order(id="1", way="fetch", shop=3),
        "card": Order(id="1", way="card", card="4711", owner="Tom"),
    }
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for expected in answers.values():
            server.will(expected.to_dict())
            assert client.get_order() == expected
        assert drifts == []
        server.will({"id": "1", "surprise": 1})
        assert client.get_order().to_dict() == {"id": "1", "surprise": 1}
    assert drifts == []
