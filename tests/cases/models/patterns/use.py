"""Patterns alone are a map; beside properties they type what is extra."""

from __future__ import annotations

from case_models_patterns import Client, Drift
from case_models_patterns.models import Part, ThingBeside, ThingLeftOpen

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "alone": {"a": 1},
    "several": {"n-a": 1, "t-a": "b"},
    "beside": {"n": 1, "x-a": "b"},
    "left_open": {"n": 1, "x-a": "b", "more": [1]},
    "and_others": {"x-a": "b", "more": True},
    "said_open": {"x-a": "b", "more": [1]},
    "parts": {"p1": {"n": 1}},
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
    assert thing.beside == ThingBeside(n=1, extra={"x-a": "b"})
    assert thing.left_open == ThingLeftOpen(n=1, extra={"x-a": "b", "more": [1]})
    assert thing.parts == {"p1": Part(n=1)}
    assert drifts == []
