"""The first items of an array have types of their own; too few or many are told."""

from __future__ import annotations

import datetime

from case_models_tuples import Client, Drift
from case_models_tuples.models import Part

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "closed": ["a", 1],
    "counted": [1.5, 2],
    "open": ["a", 1, None, {"any": "thing"}],
    "rest": ["a", "2026-01-02", "2026-01-03"],
    "old": ["a", 1],
    "parts": [{"n": 1}],
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert thing.closed == ("a", 1)
        assert thing.rest is not None
        assert thing.rest[1:] == (datetime.date(2026, 1, 2), datetime.date(2026, 1, 3))
        assert thing.parts == (Part(n=1),)
        assert drifts == []
        wrong = {"closed": ["a", 1, 2], "counted": [1], "old": []}
        there_and_back(server, client.get_thing, client.put_thing, wrong)
        assert {drift.kind for drift in drifts} == {"length"}
        assert len(drifts) == 3
        client.put_thing(closed=("b", 2), parts=(Part(n=2),))
        assert server.last.json() == {"closed": ["b", 2], "parts": [{"n": 2}]}
