"""Recursion of every shape: through objects, lists, maps, tuples and unions."""

from __future__ import annotations

from case_models_recursion import Client, Drift
from case_models_recursion.models import Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "self": {"self": {}},
    "list": [[], [[]]],
    "map": {"a": {"b": {}}},
    "json": [1, {"a": [None, True, "s", 1.5]}],
    "nulls": [None, [None, []]],
    "tuple": [1, [2, None]],
    "mutual": [{"a": [{}]}],
    "wrapped": {"wrapped": {"list": []}},
    "union": {"union": "end"},
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
    assert thing.self_ == Thing(self_=Thing())
    assert thing.tuple == (1, (2, None))
    assert thing.wrapped == Thing(wrapped=Thing(list=[]))
    assert thing.union == Thing(union="end")
    assert drifts == []
