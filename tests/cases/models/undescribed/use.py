"""What is required and described nowhere can be read and sent all the same."""

from __future__ import annotations

from case_models_undescribed import Client, Drift
from case_models_undescribed.models import Cat, Thing, ThingInner

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "named": "a",
    "forgotten": {"any": "thing"},
    "odd name": 1,
    "colour": "red",
    "inner": {"other": 5},
    "base": {"lives": 9},
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert thing.forgotten == {"any": "thing"}
        assert thing.inner == ThingInner(other=5)
        assert thing.base == Cat(lives=9)
        there_and_back(server, client.get_thing, client.put_thing, {"named": "a"})
        client.put_thing(named="b", forgotten=None)
        assert server.last.json() == {"named": "b", "forgotten": None}
    assert drifts == []
    assert Thing(named="c").to_dict() == {"named": "c"}
