"""Arrays are lists of what their items are, unique ones too: order is kept."""

from __future__ import annotations

import uuid

import pytest
from case_models_arrays import Client, DecodeError, Drift
from case_models_arrays.models import ThingPart

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

NUMBER = "6f9c1f2a-0000-4000-8000-000000000000"
WHOLE = {
    "no_items": [1, "a", None],
    "any_items": [{"a": 1}],
    "true_items": [1],
    "nested": [[[1, 2], []], []],
    "nulls": ["a", None],
    "unique": [NUMBER],
    "contains": [1, "a"],
    "parts": [{"n": 1}],
    "none": [],
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert thing.unique == [uuid.UUID(NUMBER)]
        assert thing.parts == [ThingPart(n=1)]
        assert drifts == []
        server.will({"nested": [[1]]})
        with pytest.raises(DecodeError, match="nested"):
            client.get_thing()
        client.put_thing(nulls=("a", None))
        assert server.last.json() == {"nulls": ["a", None]}
